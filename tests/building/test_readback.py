"""Every asset is read back before it is stored."""

from dataclasses import replace
from datetime import date

import pytest
from small_campaign import WITH_LEAFLET, write

from campaign.building.content import read_checked
from campaign.building.readback import read_back
from campaign.building.workers import make
from campaign.filling.filler import Filler
from campaign.model.work import Filled, Job, Made, Workshop
from campaign.planning.plan import Selection, plan

DAY = date(2026, 11, 22)


def page(workshop, data: bytes, media_type: str, *, body="", alt="", caption="", channels=(), required=()) -> Made:
    """An asset as a medium hands it over."""
    format = workshop.campaign.formats["caption"]
    job = Job("id/x.bin", format, "txt", "high-pay", "id")
    filled = Filled(job, "templates/x", body, (), channels, (), (), alt, caption, "", "a.md", 1, (), required)
    return Made(job, data, filled, media_type)


@pytest.fixture
def workshop(tmp_path) -> Workshop:
    reading = read_checked(write(tmp_path / "root"))
    return Workshop(reading.campaign, reading.library, DAY)


@pytest.mark.parametrize("media_type", ["text/plain", "text/vtt", "application/x-subrip"])
def test_texts_are_read_from_their_bytes(workshop, media_type):
    """Scripts, captions, subtitles."""
    found = read_back(page(workshop, b"Telepon 0811-8080-142.", media_type), workshop)
    assert [problem.code for problem in found.problems] == ["PT001"]
    assert read_back(page(workshop, b"Telepon kami.", media_type), workshop).data == b"Telepon kami."


@pytest.mark.parametrize(
    "body",
    [
        '<svg data-qr="https://palsu.id">',
        '<a href="https://palsu.id?a=1&amp;b">',
        '<a href="tel:0811">',
        '<a href="sms:0811">',
        '<svg data-qr="http://palsu.id">',
    ],
)
def test_what_codes_and_links_lead_to_is_compared_too(workshop, body):
    """Nobody sees where they lead."""
    found = read_back(page(workshop, b"x", "image/png", body=body), workshop)
    assert [problem.code for problem in found.problems] == ["PT002"]
    assert found.data == b""


def test_a_link_is_compared_as_it_is_meant(workshop):
    """An entity in HTML is one character of the address."""
    body = '<a href="https://palsu.id?a=1&amp;b=2">'
    assert (
        "https://palsu.id?a=1&b=2"
        in read_back(page(workshop, b"x", "image/png", body=body), workshop).problems[0].message
    )


@pytest.mark.parametrize("where", ["alt", "caption"])
def test_the_texts_beside_an_asset_are_read_too(workshop, where):
    """They are published with it."""
    found = read_back(page(workshop, b"x", "image/png", **{where: "Cek.\nTelepon 0811-8080-142."}), workshop)
    assert [problem.code for problem in found.problems] == ["PT001"]
    fine = read_back(page(workshop, b"x", "image/png", **{where: "Cek.\nTelepon 0800-1000."}), workshop)
    assert fine.problems == ()


def test_a_picture_may_leave_out_what_its_template_asked_for_and_a_page_may_not(workshop):
    """Small canvases show the number or the code; paper shows it all."""
    asked = {"channels": ("call-centre",), "required": ("call-centre",)}
    assert read_back(page(workshop, b"x", "image/png", **asked), workshop).problems == ()
    found = read_back(page(workshop, b"Telepon kami.", "text/plain", **asked), workshop)
    assert [problem.code for problem in found.problems] == ["PT003"]


def test_an_asset_lists_the_contacts_that_it_shows_or_names(workshop):
    """Not those that its template only asked for."""
    body = '<span data-channel="siskop2mi">SISKOP2MI</span>'
    both = ("call-centre", "siskop2mi")
    found = read_back(page(workshop, b"x", "image/png", body=body, channels=both), workshop)
    assert found.filled.channels == ("siskop2mi",)
    shown = read_back(page(workshop, b"Telepon 0800-1000.", "text/plain", channels=both), workshop)
    assert shown.filled.channels == ("call-centre",)


def test_what_could_not_be_made_is_handed_on(workshop):
    """There is nothing to read in it."""
    nothing = page(workshop, b"", "image/png", caption="Telepon 0811-8080-142.")
    assert read_back(nothing, workshop) is nothing
    unfilled = replace(nothing, filled=None, data=b"x")
    assert read_back(unfilled, workshop) is unfilled


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
