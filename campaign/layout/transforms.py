"""``transform`` as it is written: turns, moves and scalings."""

from dataclasses import dataclass
from typing import Any

from campaign.layout.lengths import Length
from campaign.layout.values import (
    MisreadError,
    Tokens,
    angle_of,
    keyword,
    length_of,
    number_of,
    one,
    split_commas,
    without_space,
)


@dataclass(frozen=True, slots=True)
class Rotate:
    degrees: float


@dataclass(frozen=True, slots=True)
class Translate:
    x: Length
    y: Length


@dataclass(frozen=True, slots=True)
class Scale:
    x: float
    y: float


Transform = tuple[Rotate | Translate | Scale, ...]


def read_transform(tokens: Tokens) -> Transform:
    """``none``, or functions in order."""
    if len(tokens) == 1 and keyword(tokens[0]) == "none":
        return ()
    return tuple(_transform_function(token) for token in tokens)


def _transform_function(token: Any) -> Rotate | Translate | Scale:
    name = token.lower_name if token.type == "function" else ""
    parts = [one(part) for part in split_commas(without_space(token.arguments))] if name else []
    if name == "rotate" and len(parts) == 1:
        return Rotate(angle_of(parts[0]))
    if name == "translate" and 1 <= len(parts) <= 2:
        return Translate(length_of(parts[0]), length_of(parts[1]) if len(parts) == 2 else Length())
    if name == "translatex" and len(parts) == 1:
        return Translate(length_of(parts[0]), Length())
    if name == "translatey" and len(parts) == 1:
        return Translate(Length(), length_of(parts[0]))
    if name == "scale" and 1 <= len(parts) <= 2:
        return Scale(number_of(parts[0]), number_of(parts[-1]))
    if name == "scalex" and len(parts) == 1:
        return Scale(number_of(parts[0]), 1.0)
    if name == "scaley" and len(parts) == 1:
        return Scale(1.0, number_of(parts[0]))
    raise MisreadError("it takes rotate(), translate() and scale()")
