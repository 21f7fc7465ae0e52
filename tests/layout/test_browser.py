"""Chromium is the oracle: generated pages lie in it as they lie here."""

import json
import random
from importlib.resources import files
from pathlib import Path

import pytest
from layout.browser import framed, measured
from layout.flex_cases import CASES, html
from layout.generated import balanced_pages, flex_pages, text_pages

from campaign.layout import Sheet, lay_out_anyway
from campaign.layout.commands import Canvas
from campaign.painting.fonts import bundled_fonts

SIZE = (1000, 1000)
PIXEL = 1.0
TEXT = 2.0  # Chromium kerns capitals with a space in the next element, which moves that element by a pixel
CSS = "html { font-family: Manrope; line-height: 1.3; } body { margin: 0; }"
WEIGHTS = {"Regular": 400, "Medium": 500, "SemiBold": 600, "Bold": 700, "ExtraBold": 800}


def faces() -> str:
    """The very font files that we lay out with, for the browser."""
    rules = []
    for path in sorted(Path(str(files("font_manrope"))).rglob("*.ttf")):
        weight = next((number for name, number in WEIGHTS.items() if path.stem.endswith(f"-{name}")), None)
        if weight:
            source = f"src: url('{path.as_uri()}')"
            rules.append(f"@font-face {{ font-family: Manrope; font-weight: {weight}; {source}; }}")
    assert rules
    return "\n".join(rules)


def ours(page: str) -> list[list[float]]:
    drawing, _ = lay_out_anyway(
        framed(page, SIZE),
        name="page.html",
        sheets=[Sheet("page.css", CSS)],
        canvas=Canvas(*SIZE),
        measure=bundled_fonts(),
        pictures={}.__getitem__,
    )
    boxes = [laid for laid in drawing.boxes if laid.classes != "fixture" and laid.tag not in ("html", "body", "br")]
    return [[laid.box.x, laid.box.y, laid.box.width, laid.box.height] for laid in boxes]


@pytest.mark.parametrize(("make", "tolerance"), [(flex_pages, PIXEL), (text_pages, TEXT), (balanced_pages, PIXEL)])
def test_generated_pages_lie_as_in_a_browser(make, tolerance, program, tmp_path) -> None:
    """Every box of 150 pages within a pixel, or two where words stand beside each other."""
    pages = make(random.Random(1), 150)
    browser = measured(program("chromium"), pages, faces() + CSS, SIZE, tmp_path)
    for page, boxes in zip(pages, browser, strict=True):
        assert ours(page) == [pytest.approx(box[1:], abs=tolerance) for box in boxes], page


def test_measured_numbers_are_still_the_browsers(program, tmp_path) -> None:
    """flex_measured.json says what Chromium says."""
    recorded = json.loads(Path(__file__).with_name("flex_measured.json").read_text("utf-8"))
    browser = measured(program("chromium"), [html(case) for case in CASES], "body { margin: 0; }", (400, 300), tmp_path)
    for case, boxes in zip(CASES, browser, strict=True):
        assert recorded[case] == [pytest.approx(box[1:], abs=0.02) for box in boxes], case
