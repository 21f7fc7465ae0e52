"""Coverage of glyphs: outlines rasterised by HarfBuzz, unhinted, at quarter pixels along the line."""

from dataclasses import dataclass
from functools import lru_cache
from itertools import repeat
from math import floor

import uharfbuzz as hb
from PIL import Image

from campaign.layout.commands import Color, Font
from campaign.painting.face import Face
from campaign.painting.fonts import FontBook, spread
from campaign.painting.memory import remembered

QUARTERS = 4  # places between two pixels that a glyph may stand at: the step that browsers take
GLYPH_MEMORY, RUN_MEMORY = 8 * 2**20, 2**20

# How Skia evens out the weight of text on Linux: light text on dark looks bolder than dark on light, so coverage is
# bent a little by the ink's lightness. Measured on Chromium 156 with Manrope.
GAMMA = 1.2
CONTRAST = 0.2
TONES = 8


@dataclass(frozen=True, slots=True)
class Mask:
    """Coverage 0-255 (Pillow mode L) and the pixel of its top-left corner. ``image`` is None where there is no ink."""

    image: Image.Image | None
    left: int
    top: int

    def weight(self) -> int:
        """Bytes that it takes in memory."""
        return 800 + (self.image.width * self.image.height if self.image else 0)


NO_INK = Mask(None, 0, 0)


@remembered(RUN_MEMORY, Mask.weight)
def text_mask(
    fonts: FontBook, text: str, font: Font, x: float, baseline: int, letter_spacing: float = 0, direction: str = ""
) -> Mask:
    """The coverage of a run whose left end is at ``x`` px; spacing is added after each letter.

    Names, labels and numbers stand in the same place on many pictures of a format, so runs are kept for a while.
    """
    parts: list[tuple[Mask, int, int]] = []
    shaped = fonts.shape(text, font, letter_spacing == 0, direction)
    steps = spread(text, shaped) if letter_spacing else repeat(0)
    for glyph, step in zip(shaped.glyphs, steps, strict=False):
        quarters = floor((x + glyph.x * font.size + step * letter_spacing) * QUARTERS + 0.5)
        mask = glyph_mask(glyph.face, font.size, glyph.id, quarters % QUARTERS)
        if mask.image is not None:
            down = floor(baseline - glyph.y * font.size + 0.5)
            parts.append((mask, quarters // QUARTERS + mask.left, down + mask.top))
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
    raw = ("L", extents.stride, -1)
    image = Image.frombytes("L", (extents.width, extents.height), picture.buffer, "raw", *raw)
    return Mask(image, extents.x_origin, -extents.y_origin - extents.height)


def toned(mask: Image.Image, ink: Color) -> Image.Image:
    """Coverage bent by the lightness of the ink, as browsers do it."""
    return mask.point(_tone_table(_tone(ink)))


def _joined(parts: list[tuple[Mask, int, int]]) -> Mask:
    if not parts:
        return NO_INK
    left = min(x for _, x, _ in parts)
    top = min(y for _, _, y in parts)
    right = max(x + mask.image.width for mask, x, _ in parts if mask.image)
    bottom = max(y + mask.image.height for mask, _, y in parts if mask.image)
    run = Image.new("L", (right - left, bottom - top))
    for mask, x, y in parts:
        run.paste(255, (x - left, y - top), mask.image)
    return Mask(run, left, top)


def _tone(ink: Color) -> int:
    red, green, blue = ((channel / 255) ** GAMMA for channel in (ink.red, ink.green, ink.blue))
    light = (0.2126 * red + 0.7152 * green + 0.0722 * blue) ** (1 / GAMMA)
    return min(TONES - 1, int(light * 255) * TONES // 256)


@lru_cache(maxsize=TONES)
def _tone_table(tone: int) -> list[int]:
    """For each coverage, the one that gives an even weight: blended in light, on ground as dark as the ink is light."""
    ink = tone / (TONES - 1)
    ground = 1 - ink
    table = []
    for step in range(256):
        coverage = step / 255
        coverage += (1 - coverage) * coverage * CONTRAST * ground**GAMMA
        blended = (coverage * ink**GAMMA + (1 - coverage) * ground**GAMMA) ** (1 / GAMMA)
        table.append(round((blended - ground) / (ink - ground) * 255))
    return table
