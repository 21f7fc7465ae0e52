"""The construction over a picture: everything that lies there is shown, and nothing of the picture is moved."""

from campaign.layout.commands import (
    Box,
    Canvas,
    Color,
    Drawing,
    DrawText,
    FillBox,
    Fitted,
    Font,
    Insets,
    LaidBox,
    StrokeBox,
)
from campaign.painting.overlay import COVERED, overlaid

TEXT = DrawText("Gaji", 20, 60, 80, Font("Manrope", 500, 40), Color(0, 0, 0))
DRAWING = Drawing(
    Canvas(200, 300, Insets(top=30, bottom=50)),
    (TEXT,),
    (LaidBox("p", "", "", Box(20, 20, 160, 50), "page.html", 1, 3), LaidBox("b", "", "", Box(0, 0, 0, 0), "", 1)),
    (),
    (Fitted("title", Box(20, 40, 160, 50), 40, 32, 90),),
)


def test_boxes_that_are_shown_are_outlined(fonts) -> None:
    """An element without a box has nothing to outline."""
    found = [command.box for command in overlaid(DRAWING, fonts).commands if isinstance(command, StrokeBox)]
    assert found == [Box(20, 20, 160, 50)]


def test_a_baseline_goes_right_behind_its_run(fonts) -> None:
    """So that it turns with it."""
    first, second, *_ = overlaid(DRAWING, fonts).commands
    assert first == TEXT
    assert isinstance(second, FillBox)
    assert second.box == Box(20, 60, 80, 1)


def test_what_a_platform_covers_is_tinted(fonts) -> None:
    """Strips of no height are left out."""
    commands = overlaid(DRAWING, fonts).commands
    found = [command.box for command in commands if isinstance(command, FillBox) and command.ink == COVERED]
    assert found == [Box(0, 0, 200, 30), Box(0, 250, 200, 50)]


def test_the_size_that_fit_chose_is_written_above_its_box(fonts) -> None:
    """With the sizes that it had to choose from."""
    last = overlaid(DRAWING, fonts).commands[-1]
    assert isinstance(last, DrawText)
    assert last.text == "title 40 px (32–90)"
    assert last.baseline < 40
