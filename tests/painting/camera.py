"""Photographs as cameras, phones and print shops leave them: files of a few hundred bytes, made here."""

import io
import struct
import zlib
from collections.abc import Sequence

import numpy as np
from PIL import Image

from campaign.painting.srgb import SRGB

RED, GREEN, BLUE, WHITE = (230, 20, 20), (20, 180, 20), (20, 20, 230), (255, 255, 255)


def quarters(width: int = 64, height: int = 32) -> Image.Image:
    """Red and green above, blue and white below."""
    image = Image.new("RGB", (width, height), RED)
    image.paste(GREEN, (width // 2, 0, width, height // 2))
    image.paste(BLUE, (0, height // 2, width // 2, height))
    image.paste(WHITE, (width // 2, height // 2, width, height))
    return image


def file_of(image: Image.Image, kind: str = "JPEG", **options: object) -> bytes:
    """Encoded as finely as it goes."""
    file = io.BytesIO()
    finest: dict[str, object] = {"quality": 100, "subsampling": 0} if kind == "JPEG" else {}
    if kind == "WEBP":
        finest = {"lossless": True}
    image.save(file, kind, **{**finest, **options})
    return file.getvalue()


def turned(orientation: int) -> bytes:
    """Exif that tells how the camera was held."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    return exif.tobytes()


def png_header(width: int, height: int) -> bytes:
    """The beginning of a PNG of any size; there are no pixels behind it."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


def _fixed(numbers: Sequence[float]) -> bytes:
    return b"".join(struct.pack(">i", round(number * 65536)) for number in numbers)


def display_p3() -> bytes:
    """Phones' wide colours: sRGB's profile with Display P3's primaries, as seen under D50."""
    primaries = {
        (0.43607, 0.22249, 0.01392): (0.51512, 0.24120, -0.00105),
        (0.38515, 0.71687, 0.09708): (0.29198, 0.69225, 0.04189),
        (0.14307, 0.06061, 0.71410): (0.15710, 0.06657, 0.78407),
    }
    profile = SRGB
    for srgb, p3 in primaries.items():
        assert _fixed(srgb) in profile
        profile = profile.replace(_fixed(srgb), _fixed(p3))
    return profile


def press() -> bytes:
    """A printing press of four inks, each as dark as it is: the smallest CMYK profile (ICC version 2, one table)."""
    corners = bytearray()
    for inks in np.ndindex(2, 2, 2, 2):
        cyan, magenta, yellow, black = inks
        light = 0 if black else 255 - 75 * cyan - 100 * magenta - 15 * yellow
        hue = (0, 0) if black else (70 * magenta - 35 * cyan, 85 * yellow - 45 * cyan)
        corners += bytes((max(0, light), 128 + hue[0], 128 + hue[1]))
    ramp = bytes(range(256))
    table = b"mft1\0\0\0\0\4\3\2\0" + _fixed((1, 0, 0, 0, 1, 0, 0, 0, 1)) + ramp * 4 + bytes(corners) + ramp * 3
    words = b"press\0"
    tags = {
        b"desc": b"desc\0\0\0\0" + struct.pack(">I", len(words)) + words + bytes(78),
        b"cprt": b"text\0\0\0\0none\0",
        b"wtpt": b"XYZ \0\0\0\0" + _fixed((0.9642, 1.0, 0.8249)),
        b"A2B0": table,
    }
    index, values = struct.pack(">I", len(tags)), b""
    start = 132 + 12 * len(tags)
    for name, value in tags.items():
        index += struct.pack(">4sII", name, start + len(values), len(value))
        values += value + bytes(-len(value) % 4)
    header = struct.pack(">I4xI4s4s4s", start + len(values), 0x02400000, b"prtr", b"CMYK", b"Lab ")
    header += struct.pack(">6H4s", 2026, 1, 1, 0, 0, 0, b"acsp")
    return header.ljust(68, b"\0") + _fixed((0.9642, 1.0, 0.8249)) + bytes(48) + index + values
