"""What lies under a word, told from the commands alone."""

from hypothesis import given
from hypothesis import strategies as st

from campaign.layout.commands import (
    Border,
    Box,
    Canvas,
    Color,
    Command,
    Drawing,
    FillBox,
    LinearGradient,
    Pop,
    PushClip,
    PushGroup,
    Stop,
    StrokeBox,
)
from campaign.media.grounds import plain_ground, touches
from campaign.painting.fonts import bundled_fonts
from campaign.painting.geometry import Rect
from campaign.painting.paint import PAPER, paint

CANVAS = Canvas(120, 90)
RED, GREEN = Color(200, 16, 46), Color(11, 110, 79)
PAGE = Box(0, 0, 120, 90)

lengths = st.floats(-10, 120, width=32)
boxes = st.builds(Box, lengths, lengths, st.floats(0, 100, width=32), st.floats(0, 100, width=32))
colors = st.builds(Color, *[st.integers(0, 255)] * 3, st.sampled_from([1.0, 1.0, 0.5]))
radii = st.tuples(*[st.sampled_from([0.0, 0.0, 6.3, 22.0])] * 4)
borders = st.one_of(st.none(), st.builds(Border, st.floats(0.5, 9), st.just("solid"), colors))
shapes = st.one_of(
    st.builds(FillBox, boxes, colors, radii),
    st.builds(StrokeBox, boxes, st.tuples(*[borders] * 4), radii),
)
clipped = st.builds(lambda box, corners, inside: (PushClip(box, corners), inside, Pop()), boxes, radii, shapes)
turned = st.builds(
    lambda opacity, move, inside: (PushGroup(opacity, (0.9, 0.2, -0.2, 0.9, move, 0)), inside, Pop()),
    st.sampled_from([1.0, 0.5]),
    st.floats(-9, 9),
    shapes,
)
painted = st.lists(st.one_of(shapes.map(lambda shape: (shape,)), clipped, turned), max_size=6)
areas = st.tuples(st.integers(0, 100), st.integers(0, 70), st.integers(1, 20), st.integers(1, 20))


def ground(area: Rect, *commands: Command) -> tuple[int, int, int] | None:
    return plain_ground(area, touches(Drawing(CANVAS, commands, (), ())))


@given(painted, areas)
def test_the_colour_that_is_told_is_the_colour_of_every_pixel(
    groups: list[tuple[Command, ...]], place: tuple[int, ...]
) -> None:
    """Where a single colour is told, the painted picture has it and no other, to the last pixel of the area."""
    x, y, width, height = place
    area = Rect(x, y, x + width, y + height)
    commands = [command for group in groups for command in group]
    told = ground(area, *commands)
    if told is not None:
        picture = paint(Drawing(CANVAS, tuple(commands), (), ()), bundled_fonts())
        assert picture.crop(area).getcolors() == [(width * height, told)]


def test_paper_lies_under_all() -> None:
    """Where nothing is painted the ground is white paper."""
    assert ground(Rect(5, 5, 20, 20)) == PAPER


def test_the_last_colour_counts() -> None:
    """A box on a box is the ground of what stands in it."""
    inner = FillBox(Box(10, 10, 60, 40), RED, (8, 8, 8, 8))
    assert ground(Rect(20, 20, 60, 40), FillBox(PAGE, GREEN), inner) == (200, 16, 46)


def test_a_border_is_no_ground_of_what_stands_inside_it() -> None:
    """Within a border the ground is what the border lies on."""
    side = Border(3, "solid", RED)
    assert ground(Rect(20, 20, 60, 40), FillBox(PAGE, GREEN), StrokeBox(PAGE, (side,) * 4)) == (11, 110, 79)


def test_an_edge_or_a_gradient_under_a_word_is_no_single_colour() -> None:
    """An area half on a box, in its corner or on a gradient has to be looked at in the picture."""
    gradient = LinearGradient(90, (Stop(0, RED), Stop(1, GREEN)))
    assert ground(Rect(20, 20, 60, 40), FillBox(Box(30, 0, 90, 90), RED)) is None
    assert ground(Rect(0, 0, 60, 40), FillBox(PAGE, RED, (20, 0, 0, 0))) is None
    assert ground(Rect(20, 20, 60, 40), FillBox(PAGE, gradient)) is None
