"""Pixels as numbers, in memory that Pillow paints on."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from campaign.layout.commands import Box, Canvas, Color, Drawing, DrawText, FillBox, Font, LinearGradient, Stop
from campaign.painting.fonts import FontBook
from campaign.painting.geometry import Rect
from campaign.painting.glyphs import text_mask, toned
from campaign.painting.paint import paint, painted
from campaign.painting.pixels import blank, channels, packed, rgb, written

INK, PAPER = Color(11, 31, 58), Color(255, 251, 242)
levels = st.integers(0, 255)
inks = st.builds(Color, levels, levels, levels)
WORDS = DrawText("Gaji 20 juta", 12.3, 60, 200, Font("Manrope", 800, 40), INK)


def picture(*commands: FillBox | DrawText) -> Drawing:
    return Drawing(Canvas(240, 90), commands, (), ())


def test_what_is_painted_on_the_image_is_in_the_numbers() -> None:
    """One memory: Pillow's paint is read without a copy."""
    made = blank(4, 3, packed(1, 2, 3))
    made.image.paste((200, 16, 46, 255), (1, 1, 3, 2))
    assert made.pixels.tolist()[1] == [packed(1, 2, 3), packed(200, 16, 46), packed(200, 16, 46), packed(1, 2, 3)]
    assert channels(made.pixels)[1, 1].tolist() == [200, 16, 46]
    assert rgb(made.image).getpixel((1, 1)) == (200, 16, 46)


def test_only_opaque_pictures_become_rgb() -> None:
    """A picture with holes would get a ground that nobody chose."""
    with pytest.raises(ValueError, match="RGBA"):
        rgb(Image.new("RGBA", (2, 2)))


@given(inks, st.tuples(levels, levels, levels))
def test_letters_on_one_colour_are_blended_as_pillow_does(ink: Color, ground: tuple[int, int, int]) -> None:
    """Every coverage of every ink on every ground comes out the same, to the last bit."""
    ramp = np.arange(256, dtype=np.uint8)[None]
    theirs = Image.new("RGB", (256, 1), ground)
    theirs.paste((ink.red, ink.green, ink.blue), (0, 0, 256, 1), Image.fromarray(toned(ramp, ink)))
    ours = channels(written(ink, packed(*ground))[None])
    assert np.array_equal(ours, np.asarray(theirs))


def test_letters_on_several_colours_are_those_on_each(fonts: FontBook) -> None:
    """Half on paper, half on a gradient: no seam where the ground changes."""
    gradient = LinearGradient(90, (Stop(0, PAPER), Stop(1, Color(255, 199, 44))))
    ground = (FillBox(Box(0, 0, 240, 90), PAPER), FillBox(Box(120, 0, 120, 90), gradient))
    got, bare = (np.asarray(paint(picture(*commands), fonts)) for commands in ((*ground, WORDS), ground))
    mask = text_mask(fonts, WORDS.text, WORDS.font, WORDS.x, 60)
    assert mask.coverage is not None
    height, width = mask.coverage.shape
    theirs = Image.fromarray(bare)
    area = Rect(mask.left, mask.top, mask.left + width, mask.top + height)
    theirs.paste((INK.red, INK.green, INK.blue), area, Image.fromarray(toned(mask.coverage, INK)))
    assert np.array_equal(got, np.asarray(theirs))


def test_memory_that_was_used_before_changes_nothing(fonts: FontBook) -> None:
    """A picture painted over another one is the picture alone."""
    memory = np.empty((90, 240), "<u4")
    painted(picture(FillBox(Box(0, 0, 240, 90), INK)), fonts, memory=memory)
    again = painted(picture(WORDS), fonts, memory=memory)
    assert again.pixels is memory
    assert np.array_equal(again.pixels, painted(picture(WORDS), fonts).pixels)
