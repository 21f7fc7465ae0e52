"""What is made of a campaign."""

from datetime import date

import pytest
from small_campaign import FILES, WITH_LEAFLET, write

from campaign.planning.plan import Selection, plan
from campaign.problems import UsageError
from campaign.reading.folder import read_campaign

DAY = date(2026, 11, 22)
TACTIC = "content/tactics/high-pay.id.md"


@pytest.fixture
def paths(tmp_path):
    def planned(changes=None, as_of=DAY, release=False, **selection):
        reading = read_campaign(write(tmp_path, changes))
        assert reading.problems == ()
        return plan(reading.campaign, Selection(**selection), as_of, release=release)

    return planned


def test_paths_are_language_message_and_format(paths):
    """The contract of output paths."""
    jobs = paths(formats=("story",)).jobs
    assert [job.path for job in jobs] == [
        "en/high-pay/story.png",
        "id/high-pay/story.png",
        "id/takedowns/story.png",
    ]


def test_a_series_numbers_its_parts(paths):
    """Slides are ordered by their number in the file name."""
    jobs = paths(formats=("carousel",), subjects=("high-pay",), languages=("id",), changes=long_tactic()).jobs
    assert [job.path for job in jobs] == [f"id/high-pay/carousel-{n}.png" for n in range(1, len(jobs) + 1)]
    assert [job.part for job in jobs] == list(range(1, 8))  # cover, lure, three signs, what to do, whom to call


def test_a_short_message_needs_no_carousel(paths):
    """What fits one picture is one picture."""
    assert paths(formats=("carousel",), subjects=("takedowns",)).jobs == ()


def long_tactic() -> dict[str, str]:
    longer = "Jalur resmi selalu ada tes, kontrak, dan visa kerja. " * 10
    return {TACTIC: FILES[TACTIC].replace("Jalur resmi selalu ada tes dan visa kerja.", longer)}


def test_each_format_takes_only_the_kinds_it_accepts(paths):
    """A figure has no radio spot."""
    assert {job.subject for job in paths(formats=("radio-30s",)).jobs} == {"high-pay"}


@pytest.mark.parametrize("what", ["formats", "subjects", "languages", "regions"])
def test_selecting_what_is_not_there_is_wrong_usage(paths, what):
    """A mistyped option makes nothing instead of everything."""
    with pytest.raises(UsageError) as caught:
        paths(**{what: ("nothing",)})
    assert caught.value.exit_code == 2


def test_an_expired_message_is_left_out_with_a_warning(paths):
    """Nobody prints last year's date."""
    change = {TACTIC: FILES[TACTIC].replace("version: 1", "version: 1\nexpires: 2026-11-21")}
    made = paths(change, formats=("story",))
    assert "id/high-pay/story.png" not in [job.path for job in made.jobs]
    assert [(problem.code, problem.level) for problem in made.problems] == [("PL001", "warning")]


def test_on_its_last_day_a_message_is_still_made(paths):
    """``expires`` is the last day, not the first day after."""
    change = {TACTIC: FILES[TACTIC].replace("version: 1", "version: 1\nexpires: 2026-11-22")}
    assert "id/high-pay/story.png" in [job.path for job in paths(change, formats=("story",)).jobs]


def test_an_embargo_holds_for_releases_only(paths):
    """Staff see next week's message as a draft; the public does not."""
    change = {TACTIC: FILES[TACTIC].replace("version: 1", "version: 1\npublish: 2026-12-01")}
    assert any(job.subject == "high-pay" for job in paths(change, formats=("story",)).jobs)
    released = paths(change, formats=("story",), release=True)
    assert not any(job.subject == "high-pay" for job in released.jobs)
    assert released.closed == {"high-pay"}


def test_a_region_gets_its_own_copy_beside_the_national_one(paths):
    """Each office prints its own leaflet."""
    jobs = paths(WITH_LEAFLET, formats=("leaflet-trifold-a4",)).jobs
    assert [job.path for job in jobs] == [
        "id/leaflet-uji/leaflet-trifold-a4.pdf",
        "regions/ntb/id/leaflet-uji/leaflet-trifold-a4.pdf",
    ]


def test_a_selected_region_gets_only_its_copies(paths):
    """``--region ntb`` makes that office's folder and nothing else."""
    assert [job.path for job in paths(WITH_LEAFLET, regions=("ntb",)).jobs] == [
        "regions/ntb/id/leaflet-uji/leaflet-trifold-a4-press.pdf",
        "regions/ntb/id/leaflet-uji/leaflet-trifold-a4.pdf",
    ]
