"""The picture's pixels as numbers, in memory that Pillow paints on: what it painted is read without a copy."""

from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from campaign.layout.commands import Color
from campaign.painting.glyphs import tones

Pixels = NDArray[np.uint32]
"""Rows of pixels, each a little-endian number: red is its lowest byte, then green, blue, and 255."""

OPAQUE = 255 << 24


def packed(red: int, green: int, blue: int) -> int:
    """A colour as the number of its pixels."""
    return red | green << 8 | blue << 16 | OPAQUE


class Painted(NamedTuple):
    """A picture as numbers and as an image (mode RGBX): the same memory."""

    pixels: Pixels
    image: Image.Image


def blank(width: int, height: int, color: int, memory: Pixels | None = None) -> Painted:
    """A picture of one colour. ``memory`` of its size is painted over: nobody else may still look at it."""
    if memory is None:
        memory = np.empty((height, width), "<u4")
    memory[:] = color
    image = Image.frombuffer("RGBX", (width, height), memory, "raw", "RGBX", 0, 1)
    image.readonly = 0  # Pillow would otherwise paint on a copy; the memory is ours
    return Painted(memory, image)


def rgb(image: Image.Image) -> Image.Image:
    """An opaque picture in mode RGB. Raises ValueError for one that is not opaque."""
    if image.mode not in ("RGB", "RGBX"):
        raise ValueError(f"a picture of mode {image.mode} has to become RGB first")
    return image.convert("RGB")


def channels(pixels: Pixels) -> NDArray[np.uint8]:
    """Rows of red, green, blue."""
    return pixels.view(np.uint8).reshape(*pixels.shape, 4)[:, :, :3]


@lru_cache(maxsize=256)
def written(ink: Color, ground: int) -> Pixels:
    """What becomes of a ground of one colour under each of the 256 coverages of an opaque ink's letters.

    The same numbers as Pillow comes to, pixel by pixel.
    """
    coverage = tones(ink).astype(np.uint32)
    found = np.full(256, OPAQUE, "<u4")
    for shift, channel in ((0, ink.red), (8, ink.green), (16, ink.blue)):
        mixed = (ground >> shift & 255) * (255 - coverage) + channel * coverage + 128
        found |= (mixed + (mixed >> 8) >> 8) << shift  # divided by 255 and rounded
    return found
