"""``docs/templates.md`` is true: its format is built, its names are compared with what templates get."""

import dataclasses
import importlib
import inspect
import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from doc_pages import Page, code, listed
from jinja2 import Environment
from PIL import Image

from campaign.building.build import BuildRequest, build
from campaign.building.starter import make_starter
from campaign.filling import graphics
from campaign.filling.captions import Caption
from campaign.filling.filler import Filler, _Filling
from campaign.filling.templates import environment
from campaign.filling.views import ChannelView, FactView, MessageView, PanelView, RegionView, SlideView
from campaign.media import image, legibility, manuscripts, page_proofs, proofreading
from campaign.model.campaign import Format
from campaign.model.contents import SlideRole
from campaign.model.library import Library
from campaign.model.message import Item, Message, Section
from campaign.model.sheet import Sheet
from campaign.model.text import RichText, Run
from campaign.model.work import Workshop
from campaign.planning.plan import Selection, plan
from campaign.reading.folder import read_campaign
from campaign.reading.library import bundled
from campaign.speaking.script import Line, RadioScript

PAGE = Page("templates.md")
DAY = date(2026, 11, 22)
KARTU = Selection(formats=("kartu",), subjects=("high-pay", "before-leaving"))


@pytest.fixture
def mine(tmp_path):
    """A starter campaign with the page's format in its own templates/."""
    make_starter(tmp_path / "mine")
    return PAGE.write(tmp_path / "mine")


def made(root) -> list[Path]:
    report = build(BuildRequest(root, root / "output", DAY, KARTU))
    assert report.problems == ()
    return [root / "output" / path for path in (*report.made, *report.unchanged)]


# The example ----------------------------------------------------------------------------------------------------------


def test_the_format_on_the_page_makes_pictures(mine):
    """A folder of data beside the content is all that it takes."""
    pictures = made(mine)
    assert [path.relative_to(mine / "output").as_posix() for path in pictures] == [
        "id/before-leaving/kartu.png",
        "id/high-pay/kartu.png",
    ]
    with Image.open(pictures[0]) as picture:
        assert picture.size == (1080, 1080)


def test_the_theme_on_the_page_restyles_the_pictures(mine):
    """The card's call to action stands on the partner's colour."""
    file = mine / "content" / "campaign.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("theme: warning", "theme: partner"), encoding="utf-8")
    with Image.open(made(mine)[0]) as picture:
        colors = {color for _, color in picture.convert("RGB").getcolors(1 << 24)}
    assert (0x5B, 0x2A, 0x86) in colors


# format.yaml ----------------------------------------------------------------------------------------------------------

KEYS = {word: row[1] for row in PAGE.table("key | what it says") for word in code(row[0])}


def test_the_table_of_keys_is_that_of_the_model():
    """What format.yaml may hold is on the page, and nothing else is."""
    known = {name.replace("_", "-") for name in Format.model_fields}
    assert KEYS.keys() == known - {"name", "family", "line", "profile"}


def test_the_table_of_sheets_is_that_of_the_model():
    """What stands under ``sheet``."""
    assert listed(PAGE.table("a sheet has")) == list(Sheet.model_fields)


def test_the_media_on_the_page_are_there():
    """Each is a file of campaign/media."""
    media = [word for word in code(KEYS["medium"]) if importlib.import_module(f"campaign.media.{word}").make]
    assert media == ["image", "document", "script", "sheet", "storyboard", "sound", "film"]


def test_pictures_take_the_extensions_on_the_page():
    """And no others."""
    images = KEYS["files"].partition(" for images")[0]
    assert code(images) == list(image.ENCODINGS)


# What templates see ---------------------------------------------------------------------------------------------------


@cache
def contexts() -> dict[str, dict[str, object]]:
    """The context of one job of each bundled format."""
    reading = read_campaign(bundled())
    filler = Filler(Workshop(reading.campaign, reading.library, DAY))
    jobs = {job.format.name: job for job in plan(reading.campaign, Selection(), DAY).jobs}
    return {name: _Filling(filler, job).context("") for name, job in jobs.items()}


def test_the_table_of_names_is_the_context():
    """Every name that some template gets, and no other."""
    assert set(listed(PAGE.table("name | what it is"))) == {name for given in contexts().values() for name in given}


def test_names_of_some_formats_say_so():
    """What only captions, spoken texts and spots get has its condition on the page."""
    always = set.intersection(*(set(given) for given in contexts().values()))
    rows = {word: row[1] for row in PAGE.table("name | what it is") for word in code(row[0])}
    assert {
        name for name, text in rows.items() if text.startswith(("where the format has", "of a spot"))
    } == rows.keys() - always


def names_of(kind: type) -> set[str]:
    """What a template can ask of a value."""
    fields = {field.name for field in dataclasses.fields(kind)}
    return {name for name in (*fields, *vars(kind)) if not name.startswith("_")}


NAMES = {row[0]: row[1] for row in PAGE.table("of | names")}
EXACTLY = {
    "contact": ChannelView, "figure": FactView, "region": RegionView, "slide": SlideView, "panel": PanelView,
    "caption": Caption, "script": RadioScript, "line": Line,
}  # fmt: skip
AMONG_OTHERS = {"message": (Message, MessageView), "section": (Section,), "item": (Item,), "text": (RichText, Run)}


def plain(row: str) -> set[str]:
    """The row's names, `section("id")` as "section"."""
    return {word.partition("(")[0] for word in code(row)}


@pytest.mark.parametrize("what", EXACTLY)
def test_the_names_of_a_view_are_all_on_the_page(what):
    """What a template gets of a contact, a slide, a script …"""
    assert plain(NAMES[what]) == names_of(EXACTLY[what])


@pytest.mark.parametrize("what", AMONG_OTHERS)
def test_the_names_of_the_model_on_the_page_are_there(what):
    """Of the model's own values the page tells what templates need."""
    assert plain(NAMES[what]) <= set().union(*(names_of(kind) for kind in AMONG_OTHERS[what]))


def test_every_row_of_names_is_compared():
    """A new row needs a new comparison."""
    assert NAMES.keys() == EXACTLY.keys() | AMONG_OTHERS.keys()


def test_the_roles_of_slides_are_the_models():
    """In the order of the model."""
    roles = NAMES["slide"].partition("(")[2].partition(")")[0].split(", ")
    assert roles == list(SlideRole.__args__)


def test_the_calls_of_functions_on_the_page_work():
    """Their arguments are those of the code."""
    calls = re.findall(r"`((?:icon|qr|illustration)\([^`]*\))`", PAGE.text)
    context = contexts()["instagram-portrait"]
    functions = {"icon": graphics.icon, "qr": graphics.qr, "illustration": graphics.illustration}
    drawn = [str(eval(call, {**functions, "check": context["check"]})) for call in calls]
    assert [text.partition(" ")[0] for text in drawn] == ["<svg", "<svg", "<img"]


def test_every_function_is_on_the_page():
    """What Jinja does not bring itself. (What draws for the macros of a shared file is told there.)"""
    given = environment(Library({})).globals.keys() - Environment(extensions=["jinja2.ext.do"]).globals.keys()
    told = set(re.findall(r"`(\w+)\(", PAGE.text.partition("\nFunctions: ")[2].partition("\n\n")[0]))
    assert told == {name for name in given if not name.startswith("chart_")}


def test_the_macros_on_the_page_are_there():
    """With the arguments that the page shows."""
    macros = (bundled() / "templates/_shared/macros.html").read_text(encoding="utf-8")
    there = {f"m.{call}" for call in re.findall(r"\{%-? macro (\w+\([^%]*\)) -?%\}", macros)}
    assert {call for call in listed(PAGE.table("macro")) if call not in there} == set()


# Pictures and print ---------------------------------------------------------------------------------------------------


def test_the_limits_of_pictures_are_those_of_the_code():
    """Smallest type, contrast, QR codes."""
    narrow = f"{image.MIN_TEXT_NARROW} px on canvases narrower than {image.WIDE}"
    assert f"No text below {image.MIN_TEXT} px ({narrow})" in PAGE.text
    assert f"{legibility.TEXT_CONTRAST:g} : 1, large text {legibility.LARGE_CONTRAST:g} : 1" in PAGE.text
    assert f"QR codes need at least\n  {legibility.SMALLEST_MODULE:g} px for each module" in PAGE.text


def test_the_limits_of_print_are_those_of_the_code():
    """Margins and smallest sizes."""
    margins = f"Text stays {proofreading.TRIM_MARGIN} mm from the cut and {proofreading.FOLD_MARGIN} mm from folds"
    assert margins in PAGE.text
    sizes = f"down to {proofreading.SMALLEST_IMPRINT} pt; everything else at least {proofreading.SMALLEST} pt"
    assert sizes in PAGE.text


def test_the_attributes_of_print_are_those_that_it_reads():
    """Every one, and no other."""
    sources = "".join(inspect.getsource(module) for module in (manuscripts, page_proofs))
    read = {*manuscripts.RULES, *re.findall(r'"(data-[a-z-]+)"', sources)} - {"data-at"}
    assert set(listed(PAGE.table("attribute"))) == read
