"""Coverage of letters."""

import numpy as np
import pytest

from campaign.layout.commands import Color, Font
from campaign.painting.fonts import FontBook
from campaign.painting.glyphs import Mask, glyph_mask, text_mask, toned

BODY = Font("Manrope", 500, 32)


def pixels(mask: Mask) -> np.ndarray:
    assert mask.coverage is not None
    return mask.coverage


def test_a_stem_has_its_width_and_sharp_feet(fonts: FontBook) -> None:
    """The letter l at 32 px: a stem of 2.86 px that stands on the baseline and ends at 23.04 px above it."""
    letter = text_mask(fonts, "l", BODY, x=0, baseline=40)
    coverage = pixels(letter)
    assert letter.top + coverage.shape[0] == 40
    assert coverage[-1].sum() / 255 == pytest.approx(2.86, abs=0.02)
    assert set(map(tuple, coverage[2:].tolist())) == {tuple(coverage[-1].tolist())}


def test_ink_does_not_depend_on_the_quarter(fonts: FontBook) -> None:
    """Moving a letter by a quarter of a pixel moves its ink and loses none."""
    [glyph] = fonts.shape("g", BODY).glyphs
    sums = [pixels(glyph_mask(glyph.face, 32, glyph.id, quarter)).sum() / 255 for quarter in range(4)]
    assert sums == pytest.approx([sums[0]] * 4, rel=0.01)


def test_letters_stand_on_quarters_of_pixels(fonts: FontBook) -> None:
    """Places that round to the same quarter give the same mask; the next quarter gives another."""
    near = [text_mask(fonts, "G", BODY, x, 40) for x in (10.25, 10.3, 10.5)]
    assert np.array_equal(pixels(near[0]), pixels(near[1]))
    assert not np.array_equal(pixels(near[1]), pixels(near[2]))


def test_whole_pixels_move_the_mask(fonts: FontBook) -> None:
    """The same run further right and down is the same mask elsewhere."""
    here, there = (text_mask(fonts, "Gaji", BODY, x, y) for x, y in ((10.5, 40), (17.5, 43)))
    assert np.array_equal(pixels(here), pixels(there))
    assert (there.left - here.left, there.top - here.top) == (7, 3)


def test_spacing_moves_each_letter_on(fonts: FontBook) -> None:
    """Two letters with 8 px between them: the second stands 8 px further right, the first where it was."""
    tight, loose = (pixels(text_mask(fonts, "ll", BODY, 0, 40, spacing)) for spacing in (0, 8))
    assert loose.shape[1] - tight.shape[1] == 8
    assert (loose[:, :4] == tight[:, :4]).all()


def test_space_has_no_ink(fonts: FontBook) -> None:
    """A run of spaces paints nothing."""
    assert text_mask(fonts, "  ", BODY, 0, 40).coverage is None


def test_dark_ink_keeps_its_weight_and_white_ink_gains() -> None:
    """Recorded in Chromium 156: coverage 104 comes out as 101 in black and 119 in white; full and none stay."""
    ramp = np.array([[0, 104, 194, 255]], np.uint8)
    black, white = (toned(ramp, Color(*[level] * 3))[0].tolist() for level in (0, 255))
    assert black == pytest.approx([0, 101, 190, 255], abs=2)
    assert white == pytest.approx([0, 119, 204, 255], abs=2)
    assert black[::3] == white[::3] == [0, 255]
