"""Pages that once lay elsewhere than in Chromium, with its boxes: each was found by trying many, and is held since."""

import json
from pathlib import Path

import pytest

from campaign.layout import lay_out_anyway
from campaign.layout.commands import Canvas
from campaign.painting.fonts import bundled_fonts

FOUND = json.loads(Path(__file__).with_name("found.json").read_text("utf-8"))
SIZE = (800, 800)
PIXEL = 1.0
OVERFLOW = {"FT001", "FT003", "FT004", "FT005"}  # what stands out of its box on purpose


@pytest.mark.parametrize("found", FOUND, ids=range(len(FOUND)))
def test_a_page_lies_as_it_was_measured(found) -> None:
    """Body and every box in it within a pixel, and nothing of it is refused."""
    drawing, problems = lay_out_anyway(
        found["page"],
        name="page.html",
        sheets=[],
        canvas=Canvas(*SIZE),
        measure=bundled_fonts(),
        pictures={}.__getitem__,
    )
    boxes = [laid.box for laid in drawing.boxes if laid.tag != "html"]
    ours = [[box.x, box.y, box.width, box.height] for box in boxes]
    assert ours == [pytest.approx(box, abs=PIXEL) for box in found["boxes"]]
    assert {problem.code for problem in problems} <= OVERFLOW
