"""Values of CSS as they are written: lengths with their units, colours, gradients, and their grammar.

Every ``read_…`` takes the value's tokens without white space and comments and raises ``MisreadError`` with a hint when
it does not understand them.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from tinycss2.color4 import parse_color

from campaign.layout.commands import Color
from campaign.layout.lengths import EXTREMES, Extreme, Length, extreme

Tokens = Sequence[Any]  # tinycss2's component values
ABSOLUTE = {"px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "q": 96 / 101.6, "in": 96.0}
MATHS = ("calc", "min", "max", "clamp")


class MisreadError(ValueError):
    """The value is not understood; the text is a hint, "" when there is nothing to add."""


CONTENT_WORDS = ("min-content", "max-content", "fit-content")


@dataclass(frozen=True, slots=True)
class Content:
    """A size that the content decides, by its keyword."""

    word: str


class LooseRatio(float):
    """A ratio after ``auto``: it gives way to a picture's own, and is of the content whatever box-sizing says."""


@dataclass(frozen=True, slots=True)
class GradientStop:
    color: Color | None  # None: currentColor
    at: Length | None


@dataclass(frozen=True, slots=True)
class Gradient:
    """``towards`` is an angle in degrees, or a corner as (horizontal, vertical) signs: (1, -1) is "to top right"."""

    towards: float | tuple[int, int]
    stops: tuple[GradientStop, ...]


def keyword(token: Any) -> str:
    """The token's word in lower case; "" when it is no word."""
    return str(token.lower_value) if token.type == "ident" else ""


def split_commas(tokens: Tokens) -> list[list[Any]]:
    """The parts between commas."""
    parts: list[list[Any]] = [[]]
    for token in tokens:
        if token.type == "literal" and token.value == ",":
            parts.append([])
        else:
            parts[-1].append(token)
    return parts


def without_space(tokens: Tokens) -> list[Any]:
    return [token for token in tokens if token.type not in ("whitespace", "comment")]


def one(tokens: Tokens) -> Any:
    """The only token there is."""
    if len(tokens) != 1:
        raise MisreadError("it takes one value")
    return tokens[0]


def words(*allowed: str) -> Callable[[Tokens], str]:
    """A reader of one of these keywords."""

    def read(tokens: Tokens) -> str:
        word = keyword(one(tokens))
        if word not in allowed:
            raise MisreadError("it takes " + ", ".join(allowed))
        return word

    return read


def length_of(token: Any, *, percent: bool = True, negative: bool = True) -> Length:
    """One token as a length."""
    found = _length(token, percent)
    if not negative and min(found.px, found.em, found.rem, found.percent, found.vw, found.vh) < 0:
        calculated = token.type == "function"  # calc() may pass through negative parts; CSS clamps its result
        if not calculated:
            raise MisreadError("it cannot be negative")
    return found


def _length(token: Any, percent: bool) -> Length:
    if token.type == "number" and token.value == 0:
        return Length()
    if token.type == "number":
        raise MisreadError(f"a length needs a unit: {token.representation}px")
    if token.type == "percentage":
        if not percent:
            raise MisreadError("it takes no percentage")
        return Length(percent=token.value)
    if token.type == "dimension":
        return _dimension(token)
    if is_math(token):
        result = _calculated(token, percent)
        if isinstance(result, float):
            raise MisreadError(f"{token.lower_name}() gives a number here, not a length")
        return result
    raise MisreadError("it takes a length: px, em, rem, %, vw or vh")


def _dimension(token: Any) -> Length:
    unit, value = token.lower_unit, token.value
    if unit in ABSOLUTE:
        return Length(px=value * ABSOLUTE[unit])
    if unit == "em":
        return Length(em=value)
    if unit == "rem":
        return Length(rem=value)
    # A picture has no toolbars that come and go: its small, large and dynamic heights are one.
    seen = unit[1:] if unit[:1] in "sld" else unit
    across, down = Length(vw=value), Length(vh=value)
    if seen in ("vw", "vi"):
        return across
    if seen in ("vh", "vb"):
        return down
    if seen in ("vmin", "vmax"):
        return extreme("min" if (seen == "vmin") == (value >= 0) else "max", (across, down))
    raise MisreadError(f"the unit {token.unit} is not known; px, em, rem, %, vw and vh are")


def is_math(token: Any) -> bool:
    """Whether the token is calc(), min(), max() or clamp()."""
    return bool(token.type == "function" and token.lower_name in MATHS)


def _calculated(token: Any, percent: bool) -> "Length | float":
    """What a mathematical function or a bracket in one comes to."""
    if token.type == "() block":
        return _sum(without_space(token.content), percent)
    name, parts = token.lower_name, [_sum(part, percent) for part in split_commas(without_space(token.arguments))]
    if name == "calc":
        if len(parts) > 1:
            raise MisreadError("calc() takes one sum")
        return parts[0]
    if name == "clamp":
        if len(parts) != 3:
            raise MisreadError("clamp() takes the least, what you prefer, and the most: clamp(20px, 5%, 40px)")
        return _extreme("max", [parts[0], _extreme("min", parts[1:])])
    return _extreme("min" if name == "min" else "max", parts)


def _extreme(word: Extreme, parts: "list[Length | float]") -> "Length | float":
    numbers = [part for part in parts if isinstance(part, float)]
    if len(numbers) == len(parts):
        return EXTREMES[word](numbers)
    if numbers:
        raise MisreadError(f"{word}() cannot compare a number with a length")
    return extreme(word, [part for part in parts if isinstance(part, Length)])


def _sum(tokens: Tokens, percent: bool) -> "Length | float":
    """calc()'s sum: products joined by + and -."""
    if not tokens:
        raise MisreadError("calc() is missing a value")
    total: Length | float | None = None
    sign, product = 1.0, list[Any]()
    for token in [*tokens, None]:
        if token is None or (token.type == "literal" and token.value in "+-"):
            term = _product(product, percent)
            term = term * sign if isinstance(term, float) else term.times(sign)
            total = term if total is None else _added(total, term)
            sign, product = (-1.0 if token is not None and token.value == "-" else 1.0), []
        else:
            product.append(token)
    assert total is not None
    return total


def _added(left: "Length | float", right: "Length | float") -> "Length | float":
    if isinstance(left, float) and isinstance(right, float):
        return left + right
    if isinstance(left, Length) and isinstance(right, Length):
        return left + right
    raise MisreadError("calc() cannot add a number to a length")


def _product(tokens: Tokens, percent: bool) -> "Length | float":
    if not tokens:
        raise MisreadError("calc() is missing a value")
    result = _factor(tokens[0], percent)
    rest = list(tokens[1:])
    if len(rest) % 2:
        raise MisreadError("calc() takes + and - with a space on both sides, * and /")
    for operator, token in zip(rest[::2], rest[1::2], strict=True):
        sign = operator.value if operator.type == "literal" else ""
        factor = _factor(token, percent)
        if sign == "*" and isinstance(factor, float):
            result = result * factor if isinstance(result, float) else result.times(factor)
        elif sign == "*" and isinstance(result, float) and isinstance(factor, Length):
            result = factor.times(result)
        elif sign == "/" and isinstance(factor, float) and factor != 0:
            result = result / factor if isinstance(result, float) else result.times(1 / factor)
        else:
            raise MisreadError("calc() multiplies and divides by numbers only")
    return result


def _factor(token: Any, percent: bool) -> "Length | float":
    if token.type == "number":
        return float(token.value)
    if token.type == "() block" or is_math(token):
        return _calculated(token, percent)
    return _length(token, percent)


def number_of(token: Any) -> float:
    """One token as a number; calc(), min(), max() and clamp() of numbers count."""
    if token.type == "number":
        return float(token.value)
    if is_math(token):
        result = _calculated(token, False)
        if isinstance(result, float):
            return result
    raise MisreadError("it takes a number")


def color_of(token: Any) -> Color | None:
    """One token as a colour; None is currentColor."""
    try:
        found: Any = parse_color(token)
    except (ValueError, AttributeError, TypeError):
        found = None
    if found == "currentcolor":
        return None
    if found is None or isinstance(found, str):
        raise MisreadError("it takes a colour: #RRGGBB, rgb(), hsl(), a name, transparent, currentColor")
    try:
        red, green, blue = found.to("srgb").coordinates
    except NotImplementedError:
        raise MisreadError("it takes an sRGB colour") from None

    def channel(share: float) -> int:
        return min(255, max(0, math.floor(share * 255 + 0.5)))

    return Color(channel(red), channel(green), channel(blue), float(found.alpha))


GRADIENTS = ("linear-gradient", "radial-gradient")


def is_gradient(token: Any) -> bool:
    return bool(token.type == "function" and token.lower_name in GRADIENTS)


def stops_of(parts: Sequence[list[Any]]) -> tuple[GradientStop, ...]:
    """A gradient's colours with their optional places."""
    if len(parts) < 2:
        raise MisreadError("a gradient takes two colours or more")
    stops: list[GradientStop] = []
    for part in parts:
        if not 1 <= len(part) <= 3:
            raise MisreadError("a gradient's stop is a colour and its place")
        color = color_of(part[0])
        places: list[Length | None] = [length_of(place) for place in part[1:]]
        places = places or [None]
        stops.extend(GradientStop(color, place) for place in places)
    return tuple(stops)


def gradient_of(token: Any) -> Gradient:
    """``linear-gradient(…)``: an angle or "to …", then colours with optional places."""
    parts = split_commas(without_space(token.arguments))
    towards: float | tuple[int, int] | None = _direction(parts[0])
    if towards is not None:
        parts = parts[1:]
    return Gradient(180.0 if towards is None else towards, stops_of(parts))


def _direction(tokens: Tokens) -> float | tuple[int, int] | None:
    if not tokens:
        raise MisreadError("a gradient takes two colours or more")
    if tokens[0].type == "dimension":
        return angle_of(one(tokens))
    if keyword(tokens[0]) != "to":
        return None
    sides = {keyword(token) for token in tokens[1:]}
    straight = {"top": 0.0, "right": 90.0, "bottom": 180.0, "left": 270.0}
    if len(sides) == 1 and len(tokens) == 2 and sides <= set(straight):
        return straight[sides.pop()]
    across, down = sides & {"left", "right"}, sides & {"top", "bottom"}
    if len(tokens) == 3 and len(across) == 1 and len(down) == 1:
        return (1 if "right" in across else -1, 1 if "bottom" in down else -1)
    raise MisreadError("a gradient goes to top, right, bottom, left or a corner")


def angle_of(token: Any) -> float:
    """One token as an angle, in degrees."""
    if token.type == "number" and token.value == 0:
        return 0.0
    turns = {"deg": 1.0, "turn": 360.0, "rad": 180 / math.pi, "grad": 0.9}
    if token.type == "dimension" and token.lower_unit in turns:
        return float(token.value) * turns[token.lower_unit]
    raise MisreadError("it takes an angle: 45deg")
