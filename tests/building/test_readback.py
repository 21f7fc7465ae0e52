"""Every asset is read back before it is stored."""

from dataclasses import replace
from datetime import date

import pytest
from small_campaign import WITH_LEAFLET, write

from campaign.building.content import read_checked
from campaign.building.readback import read_back
from campaign.building.workers import make
from campaign.filling.filler import Filler
from campaign.model.work import Workshop
from campaign.planning.plan import Selection, plan

DAY = date(2026, 11, 22)


@pytest.fixture
def made(tmp_path):
    """Make one asset of the small campaign, whose templates and texts may be changed."""

    def one(format: str, changes=None, templates=None, subject="high-pay"):
        reading = read_checked(write(tmp_path / "root", {**WITH_LEAFLET, **(changes or {})}))
        files = {**reading.library.files, **{path: text.encode() for path, text in (templates or {}).items()}}
        workshop = Workshop(reading.campaign, replace(reading.library, files=files), DAY)
        jobs = plan(reading.campaign, Selection(formats=(format,)), DAY).jobs
        mine = [job for job in jobs if job.language == "id" and job.subject == subject and not job.region]
        job = max(mine, key=lambda job: job.extension)  # the text of a script, not its page
        return make(job, workshop, Filler(workshop)), workshop

    return one


def template(made, path: str, old: str, new: str) -> dict[str, str]:
    """One changed template of the library."""
    workshop = made[1]
    text = workshop.library.text(path)
    assert old in text
    return {path: text.replace(old, new, 1)}


def test_a_whole_asset_passes(made):
    """Nothing is said of a picture that prints what it lists."""
    asset, _ = made("instagram-portrait")
    assert (asset.problems, bool(asset.data)) == ((), True)
    assert "call-centre" in asset.filled.channels


@pytest.mark.parametrize("format", ["caption", "radio-30s"])
def test_a_number_typed_into_a_template_keeps_the_text_back(made, format):
    """The template is the last place where a wrong number can come from."""
    path = {"caption": "templates/caption/caption.txt", "radio-30s": "templates/radio/radio.txt"}[format]
    first = made(format)
    asset, _ = made(format, templates={path: first[1].library.text(path) + "\nTelepon 0800-1001\n"})
    assert [problem.code for problem in asset.problems] == ["PT001"]
    assert asset.data == b""


def test_a_number_typed_into_a_picture_keeps_it_back(made):
    """Pictures are read from what was drawn."""
    path, at = "templates/_shared/macros.html", '<span class="imprint">{{ imprint }}'
    first = made("instagram-portrait")
    asset, _ = made("instagram-portrait", templates=template(first, path, at, '<span class="imprint">0800-1001'))
    assert (asset.problems[0].code, asset.data) == ("PT001", b"")


def test_a_leaflet_is_read_from_its_bytes(made):
    """A page that lists a contact and lost it does not reach the print shop."""
    asset, workshop = made("leaflet-trifold-a4", subject="leaflet-uji")
    assert asset.problems == ()
    lying = replace(asset, filled=replace(asset.filled, channels=("call-centre", "siskop2mi"), required=()))
    assert read_back(lying, workshop).problems == ()
    nobody = replace(asset, filled=replace(asset.filled, channels=(), required=()))
    assert {problem.code for problem in read_back(nobody, workshop).problems} >= {"PT001"}
