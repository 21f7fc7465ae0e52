"""What every illustration of the campaign promises to the templates and to the reader."""

from __future__ import annotations

import io
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
import resvg_py
from PIL import Image

FOLDER = Path(__file__).parents[2] / "assets" / "illustrations"
FILES = sorted(FOLDER.glob("*.svg"))
NAMES = frozenset(
    [
        "campus-certificate",
        "chat-lure",
        "closed-gate",
        "contract-magnifier",
        "documents-folder",
        "fake-letterhead",
        "family-table",
        "figure-takedown",
        "fishing-boat",
        "forged-paper",
        "held-passport",
        "holding-house",
        "homecoming",
        "journey-cover",
        "money-transfer",
        "night-boat",
        "official-counter",
        "phone-shield",
        "scam-compound",
        "second-fraud",
        "village-to-airport",
        "visa-versus-tourist",
    ]
)
BOXES = {"journey-cover": "0 0 400 520"}
THEME = frozenset(
    [
        "#0B1F3A",
        "#C8102E",
        "#FFC72C",
        "#0B6E4F",
        "#FFFBF2",
        "#F3EBDD",
        "#C9BFA9",
        "#FFFFFF",
        "#8A5A3C",
        "#C58C62",
    ]
)
ELEMENTS = frozenset({"svg", "title", "g", "path", "rect", "circle", "ellipse"})
LARGEST = 6_000  # bytes
MARGIN = 20  # units of the canvas
SVG = "{http://www.w3.org/2000/svg}"

each_file = pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)


def _root(file: Path) -> ElementTree.Element:
    return ElementTree.fromstring(file.read_bytes())


def test_every_promised_picture_is_there() -> None:
    """Content and templates name the pictures, so none of the agreed names may vanish."""
    assert {file.stem for file in FILES} >= NAMES


@each_file
def test_it_is_drawn_on_the_common_canvas(file: Path) -> None:
    """Spot pictures share one square canvas; only the cover is tall."""
    assert _root(file).get("viewBox") == BOXES.get(file.stem, "0 0 400 400")


@each_file
def test_it_says_what_it_shows(file: Path) -> None:
    """The first child is a title of a few words, which serves as alt text."""
    first = next(iter(_root(file)))
    assert first.tag == f"{SVG}title"
    assert 3 <= len((first.text or "").split()) <= 20


@each_file
def test_it_is_made_of_plain_shapes(file: Path) -> None:
    """No text, script, style, filter, mask or embedded picture: every renderer draws the same."""
    assert {element.tag.removeprefix(SVG) for element in _root(file).iter()} <= ELEMENTS


@each_file
def test_it_refers_to_nothing_outside(file: Path) -> None:
    """No link, class, inline style, event handler or id: it may be inlined many times in one page."""
    names = {name for element in _root(file).iter() for name in element.attrib}
    assert not {name for name in names if name.startswith("on") or name.endswith("href")}
    assert not names & {"style", "class", "id"}
    assert "url(" not in file.read_text(encoding="utf-8")


@each_file
def test_it_uses_the_colours_of_the_theme_only(file: Path) -> None:
    """Every painted colour is one of the ten, so a change of theme finds all of them."""
    values = {e.get(name) for e in _root(file).iter() for name in ("fill", "stroke")}
    assert {value for value in values if value not in (None, "none")} <= THEME
    assert set(re.findall(r"#[0-9A-Fa-f]{3,8}\b", file.read_text(encoding="utf-8"))) <= THEME


@each_file
def test_it_is_small(file: Path) -> None:
    """It travels inside every page and leaflet, so it stays under six kilobytes."""
    assert len(file.read_bytes()) < LARGEST


@each_file
def test_it_keeps_clear_of_the_edge(file: Path) -> None:
    """Drawn at one pixel a unit on a transparent ground, nothing comes near the edge and the corners stay empty."""
    picture = Image.open(io.BytesIO(bytes(resvg_py.svg_to_bytes(svg_path=str(file), width=400))))
    box = picture.getchannel("A").getbbox()
    assert box is not None
    left, top, right, bottom = box
    assert min(left, top, picture.width - right, picture.height - bottom) >= MARGIN
