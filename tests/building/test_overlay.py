"""Pictures with an overlay lie apart from a build, and show what does not fit."""

from datetime import date

import pytest
from small_campaign import write

from campaign.building.build import BuildRequest
from campaign.building.overlay import build_overlays
from campaign.planning.plan import Selection
from campaign.problems import UsageError

PATH = "overlay/id/high-pay/instagram-portrait.png"


def request(tmp_path, **options) -> BuildRequest:
    selection = Selection(("instagram-portrait",), ("high-pay",), ("id",))
    return BuildRequest(tmp_path / "root", tmp_path / "out", date(2026, 11, 22), selection, **options)


def test_overlays_lie_in_a_folder_that_no_manifest_lists(tmp_path) -> None:
    """Nothing of the output folder is listed or removed."""
    write(tmp_path / "root")
    report = build_overlays(request(tmp_path))
    assert report.made == (PATH,)
    assert sorted(path.name for path in (tmp_path / "out").iterdir() if path.name[0] != ".") == ["overlay"]
    assert build_overlays(request(tmp_path)).unchanged == (PATH,)


def test_what_does_not_fit_is_painted_and_told(tmp_path) -> None:
    """An author sees what stands out."""
    template = '<div style="width: 2000px; height: 50px; background: red"></div>'
    write(tmp_path / "root", {"templates/social/tactic.html": template})
    report = build_overlays(request(tmp_path))
    assert report.made == (PATH,)
    assert report.exit_code == 1
    assert "FT003" in {problem.code for problem in report.problems}


def test_an_overlay_is_never_released(tmp_path) -> None:
    """The two options refuse each other."""
    with pytest.raises(UsageError, match="released"):
        build_overlays(request(tmp_path, release=True))
