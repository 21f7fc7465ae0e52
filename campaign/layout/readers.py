"""What the values of properties may be, one reader for each kind of value.

A reader takes a value's tokens and gives a specified value; it raises MisreadError with a hint.
"""

from collections.abc import Callable
from typing import Any

from campaign.layout.commands import Color
from campaign.layout.lengths import Length
from campaign.layout.radial import radial_of
from campaign.layout.values import (
    CONTENT_WORDS,
    Content,
    LooseRatio,
    MisreadError,
    Tokens,
    color_of,
    gradient_of,
    is_gradient,
    keyword,
    length_of,
    number_of,
    one,
    split_commas,
    words,
)

Reader = Callable[[Tokens], Any]
ZERO = Length()
AUTO = None  # lengths that are None are auto (or none, for maximums)
LINE_WIDTHS = {"thin": Length(1), "medium": Length(3), "thick": Length(5)}


def read_length(tokens: Tokens) -> Length:
    return length_of(one(tokens))


def read_positive(tokens: Tokens) -> Length:
    return length_of(one(tokens), negative=False)


def read_size(tokens: Tokens) -> Length | Content:
    word = keyword(one(tokens))
    return Content(word) if word in CONTENT_WORDS else read_positive(tokens)


def or_word(word: str, read: Reader) -> Reader:
    """The reader's value, or None for the word."""

    def reader(tokens: Tokens) -> Any:
        return AUTO if len(tokens) == 1 and keyword(tokens[0]) == word else read(tokens)

    return reader


def read_number(tokens: Tokens) -> float:
    value = number_of(one(tokens))
    if value < 0:
        raise MisreadError("it cannot be negative")
    return value


def read_opacity(tokens: Tokens) -> float:
    token = one(tokens)
    share = token.value / 100 if token.type == "percentage" else number_of(token)
    return float(min(1.0, max(0.0, share)))


def read_integer(tokens: Tokens) -> int:
    token = one(tokens)
    if token.type != "number" or not token.is_integer:
        raise MisreadError("it takes a whole number")
    return int(token.value)


def read_z_index(tokens: Tokens) -> int | None:
    if keyword(one(tokens)) == "auto":
        return None
    value = read_integer(tokens)
    if value < 0:
        raise MisreadError("it takes auto, 0 or more")
    return value


def read_basis(tokens: Tokens) -> Length | str:
    word = keyword(one(tokens))
    if word in ("max-content", "fit-content"):
        return "content"
    length = None if word in ("auto", "content", "min-content") else read_positive(tokens)
    if length == ZERO and tokens[0].type == "percentage":
        return "0%"  # not 0: a share of a size that is not known is the content's
    return word if length is None else length


def alignment(*allowed: str) -> Reader:
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


def read_gap(tokens: Tokens) -> Length:
    return ZERO if keyword(one(tokens)) == "normal" else read_positive(tokens)


def read_aspect_ratio(tokens: Tokens) -> float | None:
    if keyword(tokens[0]) == "auto":
        ratio = None if len(tokens) == 1 else read_aspect_ratio(tokens[1:])
        return None if ratio is None else LooseRatio(ratio)
    if keyword(tokens[-1]) == "auto":
        return read_aspect_ratio([tokens[-1], *tokens[:-1]])
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


def read_color(tokens: Tokens) -> Color | None:
    return color_of(one(tokens))


def read_background_image(tokens: Tokens) -> Any:
    """Gradients, the first one on top."""
    images: list[Any] = []
    for part in split_commas(tokens):
        token = one(part)
        if keyword(token) == "none":
            continue
        if not is_gradient(token):
            raise MisreadError("a background is a colour, linear-gradient() or radial-gradient()")
        images.append(radial_of(token) if token.lower_name == "radial-gradient" else gradient_of(token))
    return tuple(images)


DISPLAYS = ("block", "flex", "list-item", "flow-root", "inline", "inline-flex", "inline-block", "contents", "none")
IN_TWO_WORDS = {
    "block flow": "block",
    "block flow-root": "flow-root",
    "block flex": "flex",
    "inline flow": "inline",
    "inline flow-root": "inline-block",
    "inline flex": "inline-flex",
}


def read_display(tokens: Tokens) -> str:
    if len(tokens) == 2:
        both = f"{keyword(tokens[0])} {keyword(tokens[1])}"
        if both in IN_TWO_WORDS:
            return IN_TWO_WORDS[both]
        raise MisreadError("it takes " + ", ".join(DISPLAYS))
    return words(*DISPLAYS)(tokens)


def read_positioning(tokens: Tokens) -> str:
    if keyword(one(tokens)) == "sticky":
        raise MisreadError("nothing scrolls in a picture: it takes static, relative, absolute, fixed")
    return words("static", "relative", "absolute", "fixed")(tokens)


def read_overflow(tokens: Tokens) -> str:
    """Nothing scrolls in a picture: auto and scroll cut off as hidden does, and have no bars."""
    word = keyword(one(tokens))
    if word not in ("visible", "hidden", "auto", "scroll"):
        raise MisreadError("it takes visible and hidden")
    return "visible" if word == "visible" else "hidden"


def read_border_style(tokens: Tokens) -> str:
    word = keyword(one(tokens))
    if word not in ("none", "hidden", "solid", "dashed", "dotted"):
        raise MisreadError("it takes solid, dashed, dotted, none")
    return "none" if word == "hidden" else word


def read_border_width(tokens: Tokens) -> Length:
    word = keyword(one(tokens))
    if word in LINE_WIDTHS:
        return LINE_WIDTHS[word]
    return length_of(one(tokens), percent=False, negative=False)


def read_family(tokens: Tokens) -> str:
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


def read_weight(tokens: Tokens) -> int | str:
    token = one(tokens)
    word = keyword(token)
    if word in ("bolder", "lighter"):
        return word
    if word in ("normal", "bold"):
        return 400 if word == "normal" else 700
    if token.type == "number" and 1 <= token.value <= 1000:
        return int(token.value)
    raise MisreadError("it takes 1 to 1000, normal, bold, bolder or lighter")


def read_font_size(tokens: Tokens) -> Length:
    word = keyword(one(tokens))
    if word in ("smaller", "larger"):
        return Length(em=1 / 1.2 if word == "smaller" else 1.2)
    return read_positive(tokens)


def read_line_height(tokens: Tokens) -> Length | float | None:
    """None is normal, a number multiplies the font size."""
    token = one(tokens)
    if keyword(token) == "normal":
        return None
    if token.type == "number":
        return read_number(tokens)
    if token.type == "function":
        try:
            return read_number(tokens)
        except MisreadError:
            pass
    return read_positive(tokens)


def read_letter_spacing(tokens: Tokens) -> Length:
    return ZERO if keyword(one(tokens)) == "normal" else length_of(one(tokens), percent=False)


VERTICAL = ("baseline", "middle", "top", "bottom", "text-top", "text-bottom", "sub", "super")


def read_vertical_align(tokens: Tokens) -> Length | str:
    word = keyword(one(tokens))
    if word in VERTICAL:
        return word
    if word:
        raise MisreadError(f"it takes {', '.join(VERTICAL)} or a length")
    return read_length(tokens)


def read_text_align(tokens: Tokens) -> str:
    return words("left", "right", "center", "start", "end")(tokens)
