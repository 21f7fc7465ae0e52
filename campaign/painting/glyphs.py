"""Coverage of glyphs: outlines rasterised by HarfBuzz, unhinted, at quarter pixels along the line."""

from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import repeat
from math import floor

import numpy as np
import uharfbuzz as hb
from numpy.typing import NDArray

from campaign.layout.commands import Color, Font
from campaign.painting.face import Face
from campaign.painting.fonts import FontBook, spread
from campaign.painting.memory import remembered

QUARTERS = 4  # places between two pixels that a glyph may stand at: the step that browsers take
GLYPH_MEMORY, RUN_MEMORY = 6 * 2**20, 2 * 2**20

# How Skia evens out the weight of text on Linux: light text on dark looks bolder than dark on light, so coverage is
# bent a little by the ink's lightness. Measured on Chromium 156 with Manrope.
GAMMA = 1.2
CONTRAST = 0.2
TONES = 8


Coverage = NDArray[np.uint8]  # rows of 0-255


@dataclass(frozen=True, slots=True, eq=False)
class Mask:
    """Coverage and the pixel of its top-left corner. ``coverage`` is None where there is no ink."""

    coverage: Coverage | None
    left: int
    top: int

    def weight(self) -> int:
        """Bytes that it takes in memory."""
        return 800 + (self.coverage.size if self.coverage is not None else 0)


NO_INK = Mask(None, 0, 0)


def text_mask(
    fonts: FontBook, text: str, font: Font, x: float, baseline: int, letter_spacing: float = 0, direction: str = ""
) -> Mask:
    """The coverage of a run whose left end is at ``x`` px; spacing is added after each letter."""
    whole = floor(x)
    run = _run(fonts, text, font, x - whole, letter_spacing, direction)
    return replace(run, left=run.left + whole, top=run.top + baseline)


@remembered(RUN_MEMORY, Mask.weight)
def _run(fonts: FontBook, text: str, font: Font, start: float, letter_spacing: float, direction: str) -> Mask:
    """A run that starts in pixel 0, baseline at 0.

    Names, labels and numbers stand on many pictures of a format, so runs are kept for a while.
    """
    parts: list[tuple[Coverage, int, int]] = []
    shaped = fonts.shape(text, font, letter_spacing == 0, direction)
    steps = spread(text, shaped) if letter_spacing else repeat(0)
    size = font.size
    for glyph, step in zip(shaped.glyphs, steps, strict=False):
        quarters = floor((start + glyph.x * size + step * letter_spacing) * QUARTERS + 0.5)
        mask = glyph_mask(glyph.face, size, glyph.id, quarters % QUARTERS)
        if mask.coverage is not None:
            down = floor(0.5 - glyph.y * size)
            parts.append((mask.coverage, quarters // QUARTERS + mask.left, down + mask.top))
    return _joined(parts)


@remembered(GLYPH_MEMORY, Mask.weight)
def glyph_mask(face: Face, size: float, glyph: int, quarter: int) -> Mask:
    """The coverage of one glyph whose pen stands ``quarter`` quarters right of pixel 0, baseline at 0."""
    em = size / face.upem
    raster = hb.RasterDraw()
    raster.transform = (em, 0, 0, em, quarter / QUARTERS, 0)
    raster.draw_glyph(face.harfbuzz, glyph)
    picture = raster.render()
    extents = picture.extents
    if not extents.width or not extents.height:
        return NO_INK
    # HarfBuzz counts rows from the bottom, and pads each to a whole number of words.
    rows = np.frombuffer(picture.buffer, np.uint8).reshape(extents.height, extents.stride)
    coverage = np.ascontiguousarray(rows[::-1, : extents.width])
    return Mask(coverage, extents.x_origin, -extents.y_origin - extents.height)


def toned(coverage: Coverage, ink: Color) -> Coverage:
    """Coverage bent by the lightness of the ink, as browsers do it."""
    return tones(ink)[coverage]


def tones(ink: Color) -> Coverage:
    """What each of the 256 coverages becomes for an ink."""
    return _tone_table(_tone(ink))


def _joined(parts: list[tuple[Coverage, int, int]]) -> Mask:
    """The letters of a run on one mask; where they overlap, each is laid over those before it."""
    if not parts:
        return NO_INK
    left = min([x for _, x, _ in parts])
    top = min([y for _, _, y in parts])
    right = max([x + coverage.shape[1] for coverage, x, _ in parts])
    bottom = max([y + coverage.shape[0] for coverage, _, y in parts])
    run = np.zeros((bottom - top, right - left), np.uint8)
    end = left  # of the letters so far
    for coverage, x, y in parts:
        height, width = coverage.shape
        there = run[y - top : y - top + height, x - left : x - left + width]
        if x < end:
            there[:] = _overlaid()[there, coverage]
        else:
            there[:] = coverage
        end = max(end, x + width)
    return Mask(run, left, top)


@lru_cache(maxsize=1)
def _overlaid() -> Coverage:
    """What each coverage becomes with each other laid over it."""
    step = np.arange(256, dtype=np.uint32)
    both = 255 * step[:, None] + step[None, :] * (255 - step[:, None]) + 128
    found: Coverage = ((both + (both >> 8)) >> 8).astype(np.uint8)  # divided by 255 and rounded
    return found


def _tone(ink: Color) -> int:
    red, green, blue = ((channel / 255) ** GAMMA for channel in (ink.red, ink.green, ink.blue))
    light = (0.2126 * red + 0.7152 * green + 0.0722 * blue) ** (1 / GAMMA)
    return min(TONES - 1, int(light * 255) * TONES // 256)


@lru_cache(maxsize=TONES)
def _tone_table(tone: int) -> Coverage:
    """For each coverage, the one that gives an even weight: blended in light, on ground as dark as the ink is light."""
    ink = tone / (TONES - 1)
    ground = 1 - ink
    table = []
    for step in range(256):
        coverage = step / 255
        coverage += (1 - coverage) * coverage * CONTRAST * ground**GAMMA
        blended = (coverage * ink**GAMMA + (1 - coverage) * ground**GAMMA) ** (1 / GAMMA)
        table.append(round((blended - ground) / (ink - ground) * 255))
    return np.array(table, np.uint8)
