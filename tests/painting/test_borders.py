"""Borders: sides, styles, corners."""

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from campaign.layout.commands import SQUARE, Border, Box, Color, Radii, StrokeBox
from campaign.painting.borders import paint_border
from campaign.painting.geometry import Rect, Space
from campaign.painting.pixels import blank, packed
from campaign.painting.surface import Clip, Surface

Painter = Callable[..., Image.Image]

BLACK = Color(0, 0, 0)
RED = Color(200, 16, 46)
FRAME = Box(4, 4, 32, 22)


def stroke(*sides: Border | None, box: Box = FRAME, radii: Radii = SQUARE) -> StrokeBox:
    four = sides * 4 if len(sides) == 1 else sides
    return StrokeBox(box, four, radii)  # type: ignore[arg-type]


def ink(picture: Image.Image) -> np.ndarray:
    """How black each pixel is, 0-1."""
    return 1 - np.asarray(picture.convert("L")) / 255


def columns(row: np.ndarray) -> list[tuple[int, int]]:
    """First and last pixel of each stretch of ink in a row."""
    edges = np.flatnonzero(np.diff(np.concatenate(([0], row > 0.5, [0])).astype(int)))
    return [(int(a), int(b) - 1) for a, b in edges.reshape(-1, 2)]


def test_a_border_lies_inside_its_box(painted: Painter) -> None:
    """Two px around a box of 32 by 22: whole pixels, nothing outside, nothing in the middle."""
    got = ink(painted(stroke(Border(2, "solid", BLACK))))
    assert got.sum() == 32 * 22 - 28 * 18
    assert got[4:26, 4:36].sum() == got.sum()
    assert got[6:24, 6:34].sum() == 0


def test_one_side_is_a_bar(painted: Painter) -> None:
    """A border on the left only is a rectangle as tall as the box."""
    got = ink(painted(stroke(None, None, None, Border(6, "solid", BLACK))))
    assert got[4:26, 4:10].sum() == got.sum() == 6 * 22


def test_hairlines_never_vanish(painted: Painter) -> None:
    """Borders are rounded down to whole pixels, and up to one: 0.4 px is 1, 1.6 px is 1."""
    for width in (0.4, 1.6):
        got = ink(painted(stroke(Border(width, "solid", BLACK), None, None, None)))
        assert got[4, 4:36].sum() == got.sum() == 32


def test_translucent_corners_are_even(painted: Painter) -> None:
    """Where two sides of one colour meet, neither lies on the other."""
    half = Color(0, 0, 0, 0.5)
    for sides in ((Border(3, "solid", half),) * 4, (Border(3, "solid", half), Border(5, "solid", half), None, None)):
        got = ink(painted(stroke(*sides)))
        assert sorted(set(np.round(got[got > 0], 2))) == [0.5]


def test_sides_of_two_colours_meet_on_the_diagonal(painted: Painter) -> None:
    """The corner of a red and a black side is cut from the outer to the inner corner."""
    sides = [Border(8, "solid", RED if red else BLACK) for red in (True, False, True, False)]
    got = np.asarray(painted(stroke(*sides)))
    assert got[5, 10].tolist() == [200, 16, 46]  # above the diagonal
    assert got[10, 5].tolist() == [0, 0, 0]  # below it


def test_dashes_begin_and_end_a_side(painted: Painter) -> None:
    """Chromium's dashes: twice as long as wide, the gap changed so that both ends of a side are dashes."""
    line = Border(4, "dashed", BLACK)
    got = ink(painted(stroke(line, None, None, None, box=Box(2, 4, 36, 20))))
    assert columns(got[5]) == [(2, 9), (16, 23), (30, 37)]


def test_dots_begin_and_end_a_side(painted: Painter) -> None:
    """Round dots as wide as the border, one at each end, evenly spread."""
    line = Border(4, "dotted", BLACK)
    got = ink(painted(stroke(line, None, None, None, box=Box(2, 4, 36, 20))))
    assert columns(got[5]) == [(2, 5), (10, 13), (18, 21), (26, 29), (34, 37)]
    assert got[4, 2] < 0.6 < got[5, 3]  # their corners are round


def test_dashes_go_round_corners(painted: Painter) -> None:
    """A dashed border with round corners has dashes and gaps on its curve, and leaves the corner's tip empty."""
    got = ink(painted(stroke(Border(2, "dashed", BLACK), radii=(10, 10, 10, 10))))
    assert got[4:14, 4:14].sum() > 5
    assert got[4, 4] == got[4, 35] == got[25, 4] == got[25, 35] == 0
    middle = 2 * (30 - 18 + 20 - 18) + 2 * np.pi * 9
    assert 0.5 < got.sum() / (2 * middle) < 0.7  # thin dashes are 3:2


def test_unequal_sides_have_unequal_curves(painted: Painter) -> None:
    """CSS: the inner curve of a corner is an ellipse when its sides differ; a bar with radii is a crescent."""
    got = ink(painted(stroke(None, None, None, Border(6, "solid", BLACK), radii=(12, 12, 12, 12))))
    assert got[15, 4:10].sum() == pytest.approx(6, abs=0.1)
    assert 0 < got[5, 10:16].sum() < 4  # it tapers along the top
    assert got[:, 16:].sum() == 0


@given(
    st.floats(0, 20),
    st.floats(0, 20),
    st.floats(1, 40),
    st.floats(1, 40),
    st.tuples(*[st.floats(0, 25)] * 4),
    st.lists(
        st.none()
        | st.builds(Border, st.floats(0.5, 9), st.sampled_from(("solid", "dashed", "dotted")), st.just(BLACK)),
        min_size=4,
        max_size=4,
    ),
)
def test_no_border_leaves_its_box(
    x: float, y: float, width: float, height: float, radii: Radii, sides: list[Border | None]
) -> None:
    """Whatever its sides and corners are, a border paints only pixels of its box."""
    box = Box(x, y, width, height)
    area = Space().snapped(box)
    made = blank(64, 64, packed(255, 255, 255))
    surface = Surface(made.image, pixels=made.pixels)
    paint_border(surface, stroke(*sides, box=box, radii=radii), Space(), Clip(Rect(0, 0, 64, 64)))
    got = ink(surface.image)
    got[area.top : area.bottom, area.left : area.right] = 0
    assert got.sum() == 0
