"""Commands become pixels."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from campaign.layout.commands import (
    Box,
    Canvas,
    Color,
    Command,
    Drawing,
    DrawSvg,
    DrawText,
    FillBox,
    Font,
    LinearGradient,
    Pop,
    PushClip,
    PushGroup,
    Radii,
    Stop,
)
from campaign.painting.fonts import FontBook, bundled_fonts
from campaign.painting.paint import paint

Painter = Callable[..., Image.Image]

RED, BLUE, BLACK, WHITE = Color(200, 16, 46), Color(11, 31, 58), Color(0, 0, 0), Color(255, 255, 255)
SQUARE = FillBox(Box(10, 5, 12, 8), RED)
DISC = FillBox(Box(8, 4, 20, 20), BLUE, (10, 10, 10, 10))
WORD = DrawText("Gaji", 4, 22, 38, Font("Manrope", 800, 20), BLACK)
ICON = DrawSvg(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><circle cx="2" cy="2" r="2"/></svg>', Box(5, 5, 16, 16)
)
SOME: tuple[Command, ...] = (FillBox(Box(0, 0, 40, 30), WHITE), DISC, SQUARE, WORD, ICON)

BOOK = bundled_fonts()


def array(picture: object) -> np.ndarray:
    return np.asarray(picture).astype(int)


def test_nothing_painted_is_white(painted: Painter) -> None:
    """An empty drawing is a white picture of the canvas's size, without transparency."""
    picture = painted(size=(40, 30))
    assert (picture.mode, picture.size, picture.getcolors()) == ("RGB", (40, 30), [(1200, (255, 255, 255))])


def test_boxes_are_snapped_to_pixels(painted: Painter) -> None:
    """Straight edges are sharp: edges go to the nearest pixel, halves down and right."""
    got = array(painted(FillBox(Box(10.4, 5.5, 11.2, 8.2), BLACK)))[:, :, 0] == 0
    assert got[6:14, 10:22].all() and got.sum() == 8 * 12


def test_translucent_ink_mixes(painted: Painter) -> None:
    """Half red over blue is halfway between them."""
    picture = painted(FillBox(Box(0, 0, 40, 30), BLUE), FillBox(Box(0, 0, 40, 30), replace(RED, alpha=0.5)))
    assert picture.getpixel((5, 5)) == pytest.approx(((200 + 11) / 2, (16 + 31) / 2, (46 + 58) / 2), abs=1)


def test_a_rounded_gradient_is_a_gradient_in_a_rounded_box(painted: Painter) -> None:
    """Its corners are cut like those of a plain box, its middle has the gradient's colours."""
    ramp = LinearGradient(90, (Stop(0, BLACK), Stop(1, RED)))
    got = array(painted(FillBox(Box(0, 0, 40, 30), ramp, (8, 8, 8, 8))))
    assert got[0, 0].tolist() == [255] * 3
    assert got[15, ::39, 0].tolist() == [2, 198]


@pytest.mark.parametrize("command", SOME)
def test_clips_cut_everything(painted: Painter, command: Command) -> None:
    """Inside the clip all is as without it, outside nothing is painted."""
    cut = array(painted(PushClip(Box(12, 8, 10, 9)), command, Pop()))
    free = array(painted(command))
    assert (cut[8:17, 12:22] == free[8:17, 12:22]).all()
    cut[8:17, 12:22] = 255
    assert (cut == 255).all()


def test_a_round_clip_has_soft_corners(painted: Painter) -> None:
    """A filled canvas seen through a round clip is the round box itself."""
    through = painted(PushClip(Box(8, 4, 20, 20), (10, 10, 10, 10)), FillBox(Box(0, 0, 40, 30), BLUE), Pop())
    assert array(through) == pytest.approx(array(painted(DISC)), abs=1)


def test_clips_within_clips_meet(painted: Painter) -> None:
    """Only what both let through is painted."""
    got = painted(
        PushClip(Box(0, 0, 20, 30)), PushClip(Box(10, 10, 30, 30)), FillBox(Box(0, 0, 40, 30), BLACK), Pop(), Pop()
    )
    assert (array(got)[:, :, 0] == 0).sum() == 10 * 20


def test_a_group_of_full_opacity_is_no_group(painted: Painter) -> None:
    """Opacity 1 without a matrix changes no pixel."""
    assert painted(PushGroup(), *SOME, Pop()).tobytes() == painted(*SOME).tobytes()


def test_a_group_fades_as_one(painted: Painter) -> None:
    """Two boxes over one another at half opacity: the upper one hides the lower one, as on one sheet."""
    got = painted(PushGroup(0.5), FillBox(Box(0, 0, 40, 30), BLACK), FillBox(Box(0, 0, 20, 30), WHITE), Pop())
    assert got.getpixel((5, 5)) == (255, 255, 255)
    assert got.getpixel((30, 5)) == pytest.approx((128,) * 3, abs=1)


def test_soft_edges_fade_like_everything_else(painted: Painter) -> None:
    """A half opaque group of a disc is the disc in half opaque ink: nothing dark comes from the empty layer."""
    group = painted(FillBox(Box(0, 0, 40, 30), RED), PushGroup(0.5), replace(DISC, ink=WHITE), Pop())
    plain = painted(FillBox(Box(0, 0, 40, 30), RED), replace(DISC, ink=replace(WHITE, alpha=0.5)))
    assert array(group) == pytest.approx(array(plain), abs=2)


def test_groups_within_groups_multiply(painted: Painter) -> None:
    """Half of half is a quarter."""
    got = painted(PushGroup(0.5), PushGroup(0.5), FillBox(Box(0, 0, 40, 30), BLACK), Pop(), Pop())
    assert got.getpixel((5, 5)) == pytest.approx((191,) * 3, abs=1)


def test_moving_a_group_moves_its_pixels(painted: Painter) -> None:
    """A translation by whole pixels is exact."""
    moved = array(painted(PushGroup(1, (1, 0, 0, 1, 7, 3)), *SOME[1:4], Pop()))
    assert (moved[3:, 7:] == array(painted(*SOME[1:4]))[:-3, :-7]).all()


def test_scaled_text_is_text_of_that_size(painted: Painter) -> None:
    """An evenly scaled group is painted at its size: no blurred letters."""
    scaled = painted(PushGroup(1, (1.5, 0, 0, 1.5, 0, 0)), WORD, Pop(), size=(70, 50))
    large = DrawText("Gaji", 6, 33, 57, Font("Manrope", 800, 30), BLACK)
    assert scaled.tobytes() == painted(large, size=(70, 50)).tobytes()


def test_a_quarter_turn_turns_the_pixels(painted: Painter) -> None:
    """Turned by 90 degrees about the origin and moved back: a box of whole pixels keeps sharp edges."""
    turned = array(painted(PushGroup(1, (0, 1, -1, 0, 30, 0)), FillBox(Box(5, 8, 20, 4), BLACK), Pop(), size=(30, 30)))
    expected = array(painted(FillBox(Box(18, 5, 4, 20), BLACK), size=(30, 30)))
    assert turned == pytest.approx(expected, abs=3)


def test_turning_keeps_the_ink(painted: Painter) -> None:
    """A disc turned about its centre stays where it is and as large as it was, with clean colours at its edge."""
    c, s = 0.8, 0.6
    about_centre = (c, s, -s, c, 18 - 18 * c + 14 * s, 14 - 18 * s - 14 * c)
    turned = array(painted(PushGroup(1, about_centre), DISC, Pop()))
    assert (255 - turned).sum() == pytest.approx((255 - array(painted(DISC))).sum(), rel=0.01)
    assert np.abs(turned - array(painted(DISC))).max() < 40


def test_what_was_turned_stays_within_the_clip(painted: Painter) -> None:
    """A clip outside a group is upright."""
    turned = PushGroup(1, (0.8, 0.6, -0.6, 0.8, 5, -8))
    got = array(painted(PushClip(Box(10, 10, 10, 10)), turned, FillBox(Box(-50, -50, 150, 150), BLACK), Pop(), Pop()))
    assert (got[10:20, 10:20] == 0).all() and (got == 0).all(axis=2).sum() == 100


def test_flattened_groups_vanish(painted: Painter) -> None:
    """scale(0) leaves nothing to see, as in browsers."""
    got = painted(PushGroup(1, (0, 0, 0, 0, 0, 0)), *SOME, Pop())
    assert got.getcolors() == [(1200, (255, 255, 255))]


def test_underlines_leave_room_for_descenders(painted: Painter, fonts: FontBook) -> None:
    """Below n a line of a tenth of the size, two px below the baseline; beside the tail of j a gap."""
    font = Font("Manrope", 500, 32)
    width = fonts.advance("nnjnn", font)
    plain = DrawText("nnjnn", 5, 40, width, font, BLACK)
    with_line, without = (array(painted(replace(plain, underline=on), size=(110, 60)))[:, :, 0] for on in (True, False))
    line = np.flatnonzero((with_line != without).any(axis=0))
    rows = np.flatnonzero((with_line != without).any(axis=1))
    assert rows.tolist() == [42, 43, 44]
    assert (line[0], line[-1]) == (5, 5 + round(width) - 1)
    tail = np.flatnonzero((without[42:45] < 255).any(axis=0))
    assert not set(range(tail[0] - 3, tail[-1] + 4)) & set(line.tolist())


@pytest.mark.parametrize("commands", [(Pop(),), (PushClip(Box(0, 0, 1, 1)),), (PushGroup(), Pop(), Pop())])
def test_pushes_and_pops_have_to_match(painted: Painter, commands: tuple[Command, ...]) -> None:
    """A drawing that does not close what it opens is a bug of layout, not a picture."""
    with pytest.raises(ValueError, match=r"Pop"):
        painted(*commands)


@given(
    st.builds(Box, st.floats(-20, 50), st.floats(-20, 50), st.floats(0, 60), st.floats(0, 60)),
    st.tuples(*[st.floats(0, 40)] * 4),
)
def test_no_box_paints_outside_itself(box: Box, radii: Radii) -> None:
    """Any box, anywhere, with any corners: pixels more than half a px away from it stay white."""
    got = array(paint(Drawing(Canvas(40, 30), (FillBox(box, BLACK, radii),), (), ()), BOOK))[:, :, 0]
    rows, across = np.mgrid[0:30, 0:40]
    outside = (across + 0.5 < box.x - 0.5) | (across + 0.5 > box.right + 0.5)
    outside |= (rows + 0.5 < box.y - 0.5) | (rows + 0.5 > box.bottom + 0.5)
    assert (got[outside] == 255).all()


@given(st.floats(0.05, 1), st.floats(-3.2, 3.2), st.floats(0.2, 3), st.floats(-30, 30))
def test_a_group_never_darkens_beyond_its_ink(opacity: float, angle: float, scale: float, shift: float) -> None:
    """Turned, scaled, faded: no pixel is further from white than its opacity allows."""
    c, s = scale * np.cos(angle), scale * np.sin(angle)
    group = PushGroup(opacity, (c, s, -s, c, shift, shift / 2))
    got = array(paint(Drawing(Canvas(40, 30), (group, replace(DISC, ink=BLACK), Pop()), (), ()), BOOK))
    assert got.min() >= 255 * (1 - opacity) - 2


def test_the_same_drawing_is_the_same_picture(fonts: FontBook) -> None:
    """Twice with one book, once with another: the same pixels."""
    turned = (PushGroup(0.7, (0.9, 0.1, -0.1, 0.9, 2, 3)), *SOME, Pop())
    drawing = Drawing(Canvas(40, 30), turned, (), ())
    first, second, third = (paint(drawing, book).tobytes() for book in (fonts, fonts, bundled_fonts()))
    assert first == second == third
