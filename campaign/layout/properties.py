"""The table of what is understood: each property's grammar, initial value, and whether it inherits.

Values here are *specified* values (lengths with units); ``style`` computes them. A property that is in none of
``LONGHANDS``, ``SHORTHANDS`` (``shorthands.py``) and ``TOLERATED`` is refused by name.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from campaign.layout.commands import Color
from campaign.layout.lengths import Length
from campaign.layout.positions import CENTRE, read_position
from campaign.layout.radial import radial_of
from campaign.layout.shadows import read_shadows
from campaign.layout.transforms import read_transform
from campaign.layout.values import (
    CONTENT_WORDS,
    Content,
    MisreadError,
    Tokens,
    color_of,
    gradient_of,
    is_gradient,
    keyword,
    length_of,
    number_of,
    one,
    words,
)

Reader = Callable[[Tokens], Any]


@dataclass(frozen=True, slots=True)
class Property:
    """``initial`` is a specified value."""

    read: Reader
    initial: Any
    inherited: bool = False


ZERO = Length()
CURRENT = None  # a colour that is None is currentColor
TRANSPARENT = Color(0, 0, 0, 0.0)
AUTO = None  # lengths that are None are auto (or none, for maximums)
LINE_WIDTHS = {"thin": Length(1), "medium": Length(3), "thick": Length(5)}


def _length(tokens: Tokens) -> Length:
    return length_of(one(tokens))


def _positive(tokens: Tokens) -> Length:
    return length_of(one(tokens), negative=False)


def _size(tokens: Tokens) -> Length | Content:
    word = keyword(one(tokens))
    return Content(word) if word in CONTENT_WORDS else _positive(tokens)


def _or_word(word: str, read: Reader) -> Reader:
    """The reader's value, or None for the word."""

    def reader(tokens: Tokens) -> Any:
        return AUTO if len(tokens) == 1 and keyword(tokens[0]) == word else read(tokens)

    return reader


def _number(tokens: Tokens) -> float:
    value = number_of(one(tokens))
    if value < 0:
        raise MisreadError("it cannot be negative")
    return value


def _opacity(tokens: Tokens) -> float:
    token = one(tokens)
    share = token.value / 100 if token.type == "percentage" else number_of(token)
    return float(min(1.0, max(0.0, share)))


def _integer(tokens: Tokens) -> int:
    token = one(tokens)
    if token.type != "number" or not token.is_integer:
        raise MisreadError("it takes a whole number")
    return int(token.value)


def _z_index(tokens: Tokens) -> int | None:
    if keyword(one(tokens)) == "auto":
        return None
    value = _integer(tokens)
    if value < 0:
        raise MisreadError("it takes auto, 0 or more")
    return value


def _basis(tokens: Tokens) -> Length | str:
    word = keyword(one(tokens))
    if word in ("max-content", "fit-content"):
        return "content"
    length = None if word in ("auto", "content", "min-content") else _positive(tokens)
    if length == ZERO and tokens[0].type == "percentage":
        return "0%"  # not 0: a share of a size that is not known is the content's
    return word if length is None else length


def _alignment(*allowed: str) -> Reader:
    """One of these keywords; "first baseline" is baseline, and "unsafe" says what is so anyway."""

    def read(tokens: Tokens) -> str:
        parts = [keyword(token) for token in tokens]
        if parts[0] in ("first", "unsafe") and len(parts) == 2 and (parts[0] == "unsafe" or parts[1] == "baseline"):
            parts = parts[1:]
        word = {"self-start": "start", "self-end": "end"}.get(parts[0], parts[0])
        if len(parts) != 1 or word not in allowed:
            raise MisreadError("it takes " + ", ".join(allowed))
        return word

    return read


def _gap(tokens: Tokens) -> Length:
    return ZERO if keyword(one(tokens)) == "normal" else _positive(tokens)


def _aspect_ratio(tokens: Tokens) -> float | None:
    if keyword(tokens[0]) == "auto":
        # "auto 16 / 9" lets a picture keep its own ratio; other boxes have none.
        return None if len(tokens) == 1 else _aspect_ratio(tokens[1:])
    width = number_of(tokens[0])
    if len(tokens) == 3 and tokens[1].type == "literal" and tokens[1].value == "/":
        height = number_of(tokens[2])
    elif len(tokens) == 1:
        height = 1.0
    else:
        raise MisreadError("it takes a ratio: 16 / 9")
    if width <= 0 or height <= 0:
        raise MisreadError("both sides of a ratio are above 0")
    return width / height


def _color(tokens: Tokens) -> Color | None:
    return color_of(one(tokens))


def _background_image(tokens: Tokens) -> Any:
    token = one(tokens)
    if keyword(token) == "none":
        return None
    if not is_gradient(token):
        raise MisreadError("a background is a colour, linear-gradient() or radial-gradient()")
    return radial_of(token) if token.lower_name == "radial-gradient" else gradient_of(token)


def _position(tokens: Tokens) -> str:
    if keyword(one(tokens)) == "sticky":
        raise MisreadError("nothing scrolls in a picture: it takes static, relative, absolute, fixed")
    return words("static", "relative", "absolute", "fixed")(tokens)


def _overflow(tokens: Tokens) -> str:
    """Nothing scrolls in a picture: auto and scroll cut off as hidden does, and have no bars."""
    word = keyword(one(tokens))
    if word not in ("visible", "hidden", "auto", "scroll"):
        raise MisreadError("it takes visible and hidden")
    return "visible" if word == "visible" else "hidden"


def _border_style(tokens: Tokens) -> str:
    word = keyword(one(tokens))
    if word not in ("none", "hidden", "solid", "dashed", "dotted"):
        raise MisreadError("it takes solid, dashed, dotted, none")
    return "none" if word == "hidden" else word


def _border_width(tokens: Tokens) -> Length:
    word = keyword(one(tokens))
    if word in LINE_WIDTHS:
        return LINE_WIDTHS[word]
    return length_of(one(tokens), percent=False, negative=False)


def _family(tokens: Tokens) -> str:
    """The first family of the list: the font book says what happens when it has no such family."""
    names: list[str] = []
    for token in tokens:
        if token.type == "literal" and token.value == ",":
            break
        if token.type not in ("ident", "string"):
            raise MisreadError("it takes names of families")
        names.append(token.value)
    if not names:
        raise MisreadError("it takes names of families")
    return " ".join(names)


def _weight(tokens: Tokens) -> int | str:
    token = one(tokens)
    word = keyword(token)
    if word in ("bolder", "lighter"):
        return word
    if word in ("normal", "bold"):
        return 400 if word == "normal" else 700
    if token.type == "number" and 1 <= token.value <= 1000:
        return int(token.value)
    raise MisreadError("it takes 1 to 1000, normal, bold, bolder or lighter")


def _font_size(tokens: Tokens) -> Length:
    word = keyword(one(tokens))
    if word in ("smaller", "larger"):
        return Length(em=1 / 1.2 if word == "smaller" else 1.2)
    return _positive(tokens)


def _line_height(tokens: Tokens) -> Length | float | None:
    """None is normal, a number multiplies the font size."""
    token = one(tokens)
    if keyword(token) == "normal":
        return None
    if token.type == "number":
        return _number(tokens)
    if token.type == "function":
        try:
            return _number(tokens)
        except MisreadError:
            pass
    return _positive(tokens)


def _letter_spacing(tokens: Tokens) -> Length:
    return ZERO if keyword(one(tokens)) == "normal" else length_of(one(tokens), percent=False)


VERTICAL = ("baseline", "middle", "top", "bottom", "text-top", "text-bottom", "sub", "super")


def _vertical_align(tokens: Tokens) -> Length | str:
    word = keyword(one(tokens))
    if word in VERTICAL:
        return word
    if word:
        raise MisreadError(f"it takes {', '.join(VERTICAL)} or a length")
    return _length(tokens)


def _text_align(tokens: Tokens) -> str:
    return words("left", "right", "center", "start", "end")(tokens)


_edge = Property(_or_word("auto", _length), AUTO)
_extent = Property(_or_word("auto", _size), AUTO)
_maximum = Property(_or_word("none", _size), AUTO)
_margin = Property(_or_word("auto", _length), ZERO)
_padding = Property(_positive, ZERO)
_line_width = Property(_border_width, LINE_WIDTHS["medium"])
_line_style = Property(_border_style, "none")
_line_color = Property(_color, CURRENT)
_radius = Property(_positive, ZERO)
_pack = ("flex-start", "flex-end", "start", "end", "center")
_self = ("normal", "stretch", "baseline", *_pack)
_spread = ("space-between", "space-around", "space-evenly")

SIDES = ("top", "right", "bottom", "left")
CORNERS = ("top-left", "top-right", "bottom-right", "bottom-left")

LONGHANDS: Mapping[str, Property] = {
    "display": Property(words("block", "flex", "list-item", "inline", "inline-flex", "inline-block", "none"), "inline"),
    "flex-direction": Property(words("row", "row-reverse", "column", "column-reverse"), "row"),
    "flex-wrap": Property(words("nowrap", "wrap", "wrap-reverse"), "nowrap"),
    "flex-grow": Property(_number, 0.0),
    "flex-shrink": Property(_number, 1.0),
    "flex-basis": Property(_basis, "auto"),
    "order": Property(_integer, 0),
    "row-gap": Property(_gap, ZERO),
    "column-gap": Property(_gap, ZERO),
    "justify-content": Property(_alignment("normal", "stretch", "left", "right", *_pack, *_spread), "normal"),
    "align-items": Property(_alignment(*_self), "normal"),
    "align-self": Property(_alignment("auto", *_self), "auto"),
    "align-content": Property(_alignment(*_self, *_spread), "normal"),
    "justify-items": Property(_alignment(*_self, "left", "right"), "normal"),
    "justify-self": Property(_alignment("auto", *_self, "left", "right"), "auto"),
    "position": Property(_position, "static"),
    **dict.fromkeys(SIDES, _edge),
    "z-index": Property(_z_index, None),
    "width": _extent,
    "height": _extent,
    "min-width": _extent,
    "min-height": _extent,
    "max-width": _maximum,
    "max-height": _maximum,
    "aspect-ratio": Property(_aspect_ratio, None),
    "box-sizing": Property(words("content-box", "border-box"), "content-box"),
    **{f"margin-{side}": _margin for side in SIDES},
    **{f"padding-{side}": _padding for side in SIDES},
    **{f"border-{side}-width": _line_width for side in SIDES},
    **{f"border-{side}-style": _line_style for side in SIDES},
    **{f"border-{side}-color": _line_color for side in SIDES},
    **{f"border-{corner}-radius": _radius for corner in CORNERS},
    "background-color": Property(_color, TRANSPARENT),
    "background-image": Property(_background_image, None),
    "box-shadow": Property(read_shadows, ()),
    "color": Property(_color, Color(0, 0, 0), inherited=True),
    "opacity": Property(_opacity, 1.0),
    "overflow-x": Property(_overflow, "visible"),
    "overflow-y": Property(_overflow, "visible"),
    "transform": Property(read_transform, ()),
    "object-fit": Property(words("fill", "contain", "cover", "none", "scale-down"), "fill"),
    "object-position": Property(read_position, CENTRE),
    "font-family": Property(_family, "Manrope", inherited=True),
    "font-weight": Property(_weight, 400, inherited=True),
    "font-style": Property(words("normal", "italic"), "normal", inherited=True),
    "font-size": Property(_font_size, Length(16), inherited=True),
    "line-height": Property(_line_height, None, inherited=True),
    "letter-spacing": Property(_letter_spacing, ZERO, inherited=True),
    "word-spacing": Property(_letter_spacing, ZERO, inherited=True),
    "text-indent": Property(_length, ZERO, inherited=True),
    "direction": Property(words("ltr", "rtl"), "ltr", inherited=True),
    "unicode-bidi": Property(words("normal", "embed", "isolate"), "normal"),
    "text-align": Property(_text_align, "start", inherited=True),
    "text-transform": Property(words("none", "uppercase", "lowercase", "capitalize"), "none", inherited=True),
    "text-decoration": Property(words("none", "underline"), "none"),
    "white-space-collapse": Property(words("collapse", "preserve-breaks"), "collapse", inherited=True),
    "text-wrap-mode": Property(words("wrap", "nowrap"), "wrap", inherited=True),
    "text-wrap-style": Property(words("auto", "balance"), "auto", inherited=True),
    "word-break": Property(words("normal", "keep-all"), "normal", inherited=True),
    "vertical-align": Property(_vertical_align, "baseline"),
    "box-decoration-break": Property(words("slice", "clone"), "slice"),
    "list-style": Property(words("none", "disc", "circle", "square", "decimal"), "disc", inherited=True),
}

_EDGES_OF_TEXT = {"inline-start": "left", "inline-end": "right", "block-start": "top", "block-end": "bottom"}
_CORNERS_OF_TEXT = dict(zip(("start-start", "start-end", "end-end", "end-start"), CORNERS, strict=True))

ALIASES: Mapping[str, str] = {
    "-webkit-box-decoration-break": "box-decoration-break",
    "list-style-type": "list-style",
    **{f"{limit}inline-size": f"{limit}width" for limit in ("", "min-", "max-")},
    **{f"{limit}block-size": f"{limit}height" for limit in ("", "min-", "max-")},
    **{f"inset-{edge}": side for edge, side in _EDGES_OF_TEXT.items()},
    **{
        f"{part}-{edge}": f"{part}-{side}"
        for part in ("margin", "padding", "border")
        for edge, side in _EDGES_OF_TEXT.items()
    },
    **{
        f"border-{edge}-{part}": f"border-{side}-{part}"
        for part in ("width", "style", "color")
        for edge, side in _EDGES_OF_TEXT.items()
    },
    **{f"border-{edge}-radius": f"border-{corner}-radius" for edge, corner in _CORNERS_OF_TEXT.items()},
}
"""Other names of properties. Those that name edges of the text mean text from left to right, from the top down; the
cascade mirrors them where it runs from right to left."""

TOLERATED = frozenset(
    {"-webkit-font-smoothing", "-moz-osx-font-smoothing", "print-color-adjust", "-webkit-print-color-adjust"}
)
"""Accepted and without effect: they tell a browser to do what we always do."""

INHERITED = frozenset(name for name, entry in LONGHANDS.items() if entry.inherited)
