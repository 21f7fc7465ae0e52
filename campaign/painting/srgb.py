"""The colour profile of sRGB, built from its definition: 500 bytes, where libraries write a larger one with a clock."""

import struct
from collections.abc import Sequence

D50 = (0.9642, 1.0, 0.8249)  # what profiles measure against (ICC.1:2022, 7.2.16)
# sRGB's primaries (IEC 61966-2-1), carried from its white, D65, to D50 by Bradford's matrix.
RED, GREEN, BLUE = (0.43607, 0.22249, 0.01392), (0.38515, 0.71687, 0.09708), (0.14307, 0.06061, 0.71410)
BRADFORD = (1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01708, -0.00925, 0.01508, 0.75168)
# To linear light: ((x + 0.055) / 1.055) ^ 2.4, and x / 12.92 up to 0.04045.
CURVE = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
DAY = (2026, 1, 1, 0, 0, 0)  # the header wants one


def _fixed(numbers: Sequence[float]) -> bytes:
    return b"".join(struct.pack(">i", round(number * 65536)) for number in numbers)


def _xyz(numbers: Sequence[float]) -> bytes:
    return b"XYZ \0\0\0\0" + _fixed(numbers)


def _text(words: str) -> bytes:
    body = words.encode("utf-16-be")
    return b"mluc\0\0\0\0" + struct.pack(">II4sII", 1, 12, b"enUS", len(body), 28) + body


def _profile() -> bytes:
    """ICC version 4: header, table of tags, the tags' values. Equal values are stored once."""
    curve = b"para\0\0\0\0\0\3\0\0" + _fixed(CURVE)
    tags = {
        b"desc": _text("sRGB"),
        b"cprt": _text("Public domain"),
        b"wtpt": _xyz(D50),
        b"chad": b"sf32\0\0\0\0" + _fixed(BRADFORD),
        b"rXYZ": _xyz(RED),
        b"gXYZ": _xyz(GREEN),
        b"bXYZ": _xyz(BLUE),
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
    }
    table, values, places = struct.pack(">I", len(tags)), b"", dict[bytes, int]()
    start = 128 + 4 + 12 * len(tags)
    for name, value in tags.items():
        if value not in places:
            places[value] = start + len(values)
            values += value + b"\0" * (-len(value) % 4)
        table += struct.pack(">4sII", name, places[value], len(value))
    size = start + len(values)
    header = struct.pack(">I4xI4s4s4s6H4s", size, 0x04400000, b"mntr", b"RGB ", b"XYZ ", *DAY, b"acsp")
    return header.ljust(68, b"\0") + _fixed(D50) + b"\0" * 48 + table + values


SRGB = _profile()
