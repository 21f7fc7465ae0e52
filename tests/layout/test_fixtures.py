"""Chromium is the oracle: small pages around flexbox lie in it as they lie here."""

import pytest
from layout import anything, wild
from layout.browser import measured_pages
from layout.fixtures import FAMILIES, fixtures
from layout.test_browser import faces

from campaign.layout import lay_out_anyway
from campaign.layout.commands import Canvas
from campaign.painting.fonts import bundled_fonts

SIZE = (800, 800)
PIXEL = 1.0
EACH = 60


def ours(page: str) -> list[list[float]]:
    drawing, problems = lay_out_anyway(
        page, name="page.html", sheets=[], canvas=Canvas(*SIZE), measure=bundled_fonts(), pictures={}.__getitem__
    )
    assert {problem.code for problem in problems} <= {"FT001", "FT003", "FT004", "FT005"}  # they overflow on purpose
    below = [laid for laid in drawing.boxes if laid.tag != "html"]
    return [[laid.box.x, laid.box.y, laid.box.width, laid.box.height] for laid in below]


def shown(pages: list[str]) -> list[str]:
    """The pages with our fonts."""
    return [page.replace("<style>\n", f"<style>\n{faces()}\n", 1) for page in pages]


def test_flex_fixtures_lie_as_in_a_browser(program, tmp_path) -> None:
    """Every box of several hundred pages, of nine families, within a pixel."""
    pages = fixtures(seed=13, each=EACH)
    assert len(pages) == EACH * len(FAMILIES) >= 300
    browser = measured_pages(program("chromium"), shown(pages), SIZE, tmp_path)
    for page, boxes in zip(pages, browser, strict=True):
        assert ours(page) == [pytest.approx(box[1:], abs=PIXEL) for box in boxes], page


def test_pages_of_other_kinds_lie_as_in_a_browser(program, tmp_path) -> None:
    """In 97 of 100 pages every box; the others align inline boxes in inline boxes as Blink does, and CSS does not."""
    pages = wild.pages(seed=1, each=40)
    browser = measured_pages(program("chromium"), shown(pages), SIZE, tmp_path)
    wrong = [
        page
        for page, boxes in zip(pages, browser, strict=True)
        if ours(page) != [pytest.approx(box[1:], abs=PIXEL) for box in boxes]
    ]
    assert len(wrong) <= 0.03 * len(pages)


def test_many_properties_at_once_lie_as_in_a_browser(program, tmp_path) -> None:
    """In 97 of 100 pages every box; the others meet ratios, floors and insets in ways that we do not follow."""
    pages = anything.pages(seed=1, count=500)
    browser = measured_pages(program("chromium"), shown(pages), SIZE, tmp_path)
    wrong = [
        page
        for page, boxes in zip(pages, browser, strict=True)
        if ours(page) != [pytest.approx(box[1:], abs=PIXEL) for box in boxes]
    ]
    assert len(wrong) <= 0.03 * len(pages)
