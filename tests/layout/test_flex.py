"""Flexbox arithmetic, against numbers measured in Chromium."""

import json
from pathlib import Path

import pytest
from layout.browser import framed
from layout.conftest import SquareFont
from layout.flex_cases import CASES, html

from campaign.layout import lay_out_anyway
from campaign.layout.commands import Canvas

MEASURED = json.loads(Path(__file__).with_name("flex_measured.json").read_text("utf-8"))
SIZE = (400, 300)


@pytest.mark.parametrize("case", CASES)
def test_flex_container_lays_out_as_in_a_browser(case: str) -> None:
    """Each case's promise holds: container and items lie where Chromium lays them."""
    drawing, _ = lay_out_anyway(
        f"<style>body {{ margin: 0; }}</style>{framed(html(case), SIZE)}",
        name="case.html",
        sheets=[],
        canvas=Canvas(*SIZE),
        measure=SquareFont(),
        pictures={}.__getitem__,
    )
    boxes = [laid.box for laid in drawing.boxes if laid.tag == "div" and laid.classes != "fixture"]
    found = [[box.x, box.y, box.width, box.height] for box in boxes]
    assert found == [pytest.approx(box, abs=0.02) for box in MEASURED[case]]


def test_every_case_was_measured() -> None:
    """No case is without the browser's word."""
    assert list(MEASURED) == list(CASES)
