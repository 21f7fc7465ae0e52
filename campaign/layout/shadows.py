"""``box-shadow``: soft shadows outside a box, one or several."""

from dataclasses import dataclass
from typing import Any

from campaign.layout.commands import Color
from campaign.layout.lengths import Length
from campaign.layout.values import MisreadError, Tokens, color_of, is_math, keyword, length_of, split_commas


@dataclass(frozen=True, slots=True)
class BoxShadow:
    """How far a shadow is moved, softened and widened; ``color`` None is currentColor."""

    x: Length
    y: Length
    blur: Length
    spread: Length
    color: Color | None


def read_shadows(tokens: Tokens) -> tuple[BoxShadow, ...]:
    """``none``, or shadows between commas; the first one lies on top."""
    if len(tokens) == 1 and keyword(tokens[0]) == "none":
        return ()
    return tuple(_shadow(part) for part in split_commas(tokens))


def _shadow(tokens: list[Any]) -> BoxShadow:
    lengths: list[Length] = []
    colors: list[Color | None] = []
    for token in tokens:
        if keyword(token) == "inset":
            raise MisreadError("shadows inside a box are not drawn; use a gradient")
        if token.type in ("dimension", "number") or is_math(token):
            lengths.append(length_of(token, percent=False, negative=len(lengths) != 2))
        else:
            colors.append(color_of(token))
    if not 2 <= len(lengths) <= 4 or len(colors) > 1:
        raise MisreadError("it takes x, y, then blur and spread if you like, and a colour: 0 8px 24px #0003")
    x, y, blur, spread = (*lengths, Length(), Length())[:4]
    return BoxShadow(x, y, blur, spread, colors[0] if colors else None)
