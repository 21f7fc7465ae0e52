"""Pixels to PNG bytes, many times faster than Pillow's encoder and as small, the same bytes every time."""

import struct
from collections.abc import Mapping

import numpy as np
from isal import isal_zlib
from numpy.typing import NDArray
from PIL import Image

Rows = NDArray[np.uint8]  # one row of the picture each: the filter's number, then RGB, RGB, ...

LEVEL = 2  # of ISA-L: smaller than its level 3 on flat pictures, and six times faster
NONE, UP = 0, 2  # PNG's row filters
SAMPLE_STEP, SAMPLE_ROWS = 128, 16
PERCEPTUAL = b"\x00"  # rendering intent of the sRGB chunk


def encode_png(image: Image.Image, text: Mapping[str, str], language: str = "") -> bytes:
    """An RGB picture as PNG in sRGB, with ``text`` as metadata (iTXt) in that language.

    ``text`` has PNG's keywords ("Description", "Author", "Source") in the order to write them; empty values are left
    out.
    """
    if image.mode != "RGB":
        raise ValueError(f"a picture of mode {image.mode} has to become RGB first")
    header = struct.pack(">IIBBBBB", image.width, image.height, 8, 2, 0, 0, 0)
    notes = (_chunk(b"iTXt", _note(key, value, language)) for key, value in text.items() if value)
    pixels = isal_zlib.compress(_filtered(np.asarray(image)), LEVEL)
    return b"".join(
        (
            b"\x89PNG\r\n\x1a\n",
            _chunk(b"IHDR", header),
            _chunk(b"sRGB", PERCEPTUAL),
            *notes,
            _chunk(b"IDAT", pixels),
            _chunk(b"IEND", b""),
        )
    )


def _filtered(pixels: NDArray[np.uint8]) -> Rows:
    """Rows with the filter that a sample of them compresses better with.

    Flat areas and letters repeat exactly, which deflate finds best unfiltered; gradients repeat only as differences.
    """
    height = pixels.shape[0]
    flat = pixels.reshape(height, -1)
    sample = [slice(top, top + SAMPLE_ROWS) for top in range(0, height, SAMPLE_STEP)]
    plain = sum(len(isal_zlib.compress(_rows(flat[part], NONE), 1)) for part in sample)
    differences = sum(len(isal_zlib.compress(_rows(flat[part], UP), 1)) for part in sample)
    return _rows(flat, UP if differences < plain else NONE)


def _rows(flat: NDArray[np.uint8], how: int) -> Rows:
    rows = np.empty((flat.shape[0], flat.shape[1] + 1), np.uint8)
    rows[:, 0] = how
    if how == NONE:
        rows[:, 1:] = flat
    else:
        rows[0, 1:] = flat[0]
        np.subtract(flat[1:], flat[:-1], out=rows[1:, 1:])
    return rows


def _note(keyword: str, value: str, language: str) -> bytes:
    """An iTXt body, uncompressed: keyword, flags, language, keyword in the language (none), text."""
    key = keyword.encode("latin-1")
    if not 1 <= len(key) <= 79:
        raise ValueError(f"PNG keywords have 1 to 79 characters: {keyword!r}")
    return key + b"\0\0\0" + language.encode("ascii") + b"\0\0" + value.encode("utf-8")


def _chunk(kind: bytes, body: bytes) -> bytes:
    checksum = isal_zlib.crc32(body, isal_zlib.crc32(kind))
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", checksum)
