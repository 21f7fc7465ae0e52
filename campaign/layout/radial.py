"""``radial-gradient()``: how it is written, and what it comes to in a box (CSS Images 3, 3.2)."""

import math
from dataclasses import dataclass
from typing import Any

from campaign.layout.lengths import Length
from campaign.layout.positions import CENTRE, Position, read_position
from campaign.layout.values import (
    GradientStop,
    MisreadError,
    keyword,
    length_of,
    split_commas,
    stops_of,
    without_space,
)

SIZES = ("closest-side", "closest-corner", "farthest-side", "farthest-corner")


@dataclass(frozen=True, slots=True)
class Radial:
    """``radii`` are lengths across and down, or None where ``size`` says how far the last colour reaches."""

    circle: bool
    size: str
    radii: tuple[Length, Length] | None
    at: Position
    stops: tuple[GradientStop, ...]


def radial_of(token: Any) -> Radial:
    """``radial-gradient(circle farthest-side at 30% 20%, red, blue)``; shape, size and place may be left out."""
    parts = split_commas(without_space(token.arguments))
    words = [keyword(token) for token in parts[0]]
    shaped = bool({"circle", "ellipse", "at", *SIZES} & set(words)) or parts[0][0].type in ("dimension", "percentage")
    if not shaped:
        return Radial(False, "farthest-corner", None, CENTRE, stops_of(parts))
    at = words.index("at") if "at" in words else len(words)
    place = read_position(parts[0][at + 1 :]) if at < len(words) else CENTRE
    circle, size, lengths = False, "farthest-corner", list[Length]()
    for word, token in zip(words[:at], parts[0][:at], strict=True):
        if word in SIZES:
            size = word
        elif word in ("circle", "ellipse"):
            circle = word == "circle"
        else:
            lengths.append(length_of(token, negative=False))
    if len(lengths) > 2 or (circle and len(lengths) == 2):
        raise MisreadError("a circle takes one radius, an ellipse two")
    radii = (lengths[0], lengths[-1]) if lengths else None
    return Radial(circle or len(lengths) == 1, size, radii, place, stops_of(parts[1:]))


def reach(radial: Radial, x: float, y: float, width: float, height: float) -> tuple[float, float]:
    """The radii of the last colour's ellipse about (x, y) in a box, px, where its size is a word."""
    sides_across, sides_down = (abs(x), abs(width - x)), (abs(y), abs(height - y))
    pick = min if radial.size.startswith("closest") else max
    across, down = pick(sides_across), pick(sides_down)
    if radial.size.endswith("side"):
        return (pick(across, down),) * 2 if radial.circle else (across, down)
    if radial.circle:
        corner = pick(math.hypot(a, b) for a in sides_across for b in sides_down)
        return corner, corner
    # Through the corner, with the sides' own ratio of width to height.
    return across * math.sqrt(2), down * math.sqrt(2)
