"""Shorthand properties, each as the longhands it stands for."""

from collections.abc import Callable, Mapping
from typing import Any

from campaign.layout.properties import CORNERS, LONGHANDS, SIDES
from campaign.layout.values import MisreadError, Tokens, is_gradient, keyword, split_commas

Longhands = dict[str, Any]
PARTS = ("width", "style", "color")
FONT = ("font-style", "font-weight", "font-size", "line-height", "font-family")
AXES: Mapping[str, tuple[str, str]] = {"inline": ("left", "right"), "block": ("top", "bottom")}
PAIRS: Mapping[str, tuple[str, str]] = {
    "place-content": ("align-content", "justify-content"),
    "place-items": ("align-items", "justify-items"),
    "place-self": ("align-self", "justify-self"),
    "margin-inline": ("margin-left", "margin-right"),
    "margin-block": ("margin-top", "margin-bottom"),
    "padding-inline": ("padding-left", "padding-right"),
    "padding-block": ("padding-top", "padding-bottom"),
    "inset-inline": ("left", "right"),
    "inset-block": ("top", "bottom"),
    "overflow": ("overflow-x", "overflow-y"),
    **{f"border-inline-{part}": (f"border-left-{part}", f"border-right-{part}") for part in PARTS},
    **{f"border-block-{part}": (f"border-top-{part}", f"border-bottom-{part}") for part in PARTS},
}


def _four(names: tuple[str, ...]) -> Callable[[Tokens], Longhands]:
    """One to four values for top, right, bottom and left, or for the corners from the top left."""

    def read(tokens: Tokens) -> Longhands:
        if not 1 <= len(tokens) <= 4:
            raise MisreadError("it takes one to four values")
        values = [LONGHANDS[name].read([token]) for name, token in zip(names, tokens, strict=False)]
        first = values[0]
        second = values[1] if len(values) > 1 else first
        third = values[2] if len(values) > 2 else first
        fourth = values[3] if len(values) > 3 else second
        return dict(zip(names, (first, second, third, fourth), strict=True))

    return read


def _border(sides: tuple[str, ...]) -> Callable[[Tokens], Longhands]:
    """Width, style and colour in any order."""

    def read(tokens: Tokens) -> Longhands:
        if not 1 <= len(tokens) <= 3:
            raise MisreadError("it takes a width, a style and a colour")
        found: Longhands = {}
        for token in tokens:
            part, value = _border_part(token)
            if part in found:
                raise MisreadError("it takes a width, a style and a colour, each once")
            found[part] = value
        return {
            f"border-{side}-{part}": found.get(part, LONGHANDS[f"border-{side}-{part}"].initial)
            for side in sides
            for part in PARTS
        }

    return read


def _border_part(token: Any) -> tuple[str, Any]:
    for part in PARTS:
        try:
            return part, LONGHANDS[f"border-top-{part}"].read([token])
        except MisreadError:
            continue
    raise MisreadError("it takes a width, a style (solid, dashed, dotted, none) and a colour")


def _flex(tokens: Tokens) -> Longhands:
    if len(tokens) == 1 and keyword(tokens[0]) in ("none", "auto", "initial"):
        grow, shrink = {"none": (0.0, 0.0), "auto": (1.0, 1.0), "initial": (0.0, 1.0)}[keyword(tokens[0])]
        return {"flex-grow": grow, "flex-shrink": shrink, "flex-basis": "auto"}
    numbers: list[float] = []
    basis: Any = None
    for token in tokens:
        if token.type == "number" and len(numbers) < 2:
            numbers.append(LONGHANDS["flex-grow"].read([token]))
        elif basis is None:
            basis = LONGHANDS["flex-basis"].read([token])
        else:
            raise MisreadError("it takes none, auto, or grow, shrink and basis")
    if not tokens or len(tokens) > 3:
        raise MisreadError("it takes none, auto, or grow, shrink and basis")
    return {
        "flex-grow": numbers[0] if numbers else 1.0,
        "flex-shrink": numbers[1] if len(numbers) > 1 else 1.0,
        "flex-basis": "0%" if basis is None else basis,
    }


def _gap(tokens: Tokens) -> Longhands:
    if not 1 <= len(tokens) <= 2:
        raise MisreadError("it takes one or two lengths")
    read = LONGHANDS["row-gap"].read
    return {"row-gap": read(tokens[:1]), "column-gap": read(tokens[-1:])}


BACKGROUND = "it takes a colour, linear-gradient() or radial-gradient(), or both"


def _background(tokens: Tokens) -> Longhands:
    """Layers between commas, the first one on top; the last one may have a colour."""
    layers = split_commas(tokens)
    images: list[Any] = []
    colors: list[Any] = []
    for index, layer in enumerate(layers):
        if not 1 <= len(layer) <= 2:
            raise MisreadError(BACKGROUND)
        for token in layer:
            if is_gradient(token) or keyword(token) == "none":
                images.extend(LONGHANDS["background-image"].read([token]))
                continue
            if index < len(layers) - 1 or colors:
                raise MisreadError("it takes one colour, in the last of its layers")
            try:
                colors.append(LONGHANDS["background-color"].read([token]))
            except MisreadError:
                raise MisreadError(BACKGROUND) from None
    color = colors[0] if colors else LONGHANDS["background-color"].initial
    return {"background-color": color, "background-image": tuple(images)}


def _pair(names: tuple[str, str]) -> Callable[[Tokens], Longhands]:
    """One value for both, or one for each."""

    def read(tokens: Tokens) -> Longhands:
        if not 1 <= len(tokens) <= 2:
            raise MisreadError("it takes one or two values")
        return {names[0]: LONGHANDS[names[0]].read(tokens[:1]), names[1]: LONGHANDS[names[1]].read(tokens[-1:])}

    return read


def _flex_flow(tokens: Tokens) -> Longhands:
    found: Longhands = {}
    for token in tokens:
        name = "flex-wrap" if "wrap" in keyword(token) else "flex-direction"
        if name in found:
            raise MisreadError("it takes a direction and a way to wrap, each once")
        found[name] = LONGHANDS[name].read([token])
    return {name: found.get(name, LONGHANDS[name].initial) for name in ("flex-direction", "flex-wrap")}


def _font(tokens: Tokens) -> Longhands:
    """Style and weight, then size/line-height, then families."""
    found: Longhands = {name: LONGHANDS[name].initial for name in FONT}
    rest = list(tokens)
    while rest and (keyword(rest[0]) in ("normal", "bold", "bolder", "lighter", "italic") or rest[0].type == "number"):
        token = rest.pop(0)
        if keyword(token) != "normal":
            name = "font-style" if keyword(token) == "italic" else "font-weight"
            found[name] = LONGHANDS[name].read([token])
    found["font-size"] = LONGHANDS["font-size"].read(rest[:1])
    rest = rest[1:]
    if rest and rest[0].type == "literal" and rest[0].value == "/":
        found["line-height"] = LONGHANDS["line-height"].read(rest[1:2])
        rest = rest[2:]
    found["font-family"] = LONGHANDS["font-family"].read(rest)
    return found


def _by_word(names: tuple[str, ...], **words: tuple[str, ...]) -> Callable[[Tokens], Longhands]:
    """One keyword that sets several longhands."""

    def read(tokens: Tokens) -> Longhands:
        word = keyword(tokens[0]).replace("-", "_") if len(tokens) == 1 else ""
        if word not in words:
            raise MisreadError("it takes " + ", ".join(known.replace("_", "-") for known in words))
        return dict(zip(names, words[word], strict=True))

    return read


_white_space = ("white-space-collapse", "text-wrap-mode")
_text_wrap = ("text-wrap-mode", "text-wrap-style")
_radii = tuple(f"border-{corner}-radius" for corner in CORNERS)

SHORTHANDS: Mapping[str, Callable[[Tokens], Longhands]] = {
    "margin": _four(tuple(f"margin-{side}" for side in SIDES)),
    "padding": _four(tuple(f"padding-{side}" for side in SIDES)),
    "inset": _four(SIDES),
    "border": _border(SIDES),
    **{f"border-{side}": _border((side,)) for side in SIDES},
    **{f"border-{axis}": _border(sides) for axis, sides in AXES.items()},
    **{f"border-{part}": _four(tuple(f"border-{side}-{part}" for side in SIDES)) for part in PARTS},
    "border-radius": _four(_radii),
    **{name: _pair(parts) for name, parts in PAIRS.items()},
    "flex": _flex,
    "flex-flow": _flex_flow,
    "font": _font,
    "gap": _gap,
    "background": _background,
    "white-space": _by_word(
        _white_space,
        normal=("collapse", "wrap"),
        nowrap=("collapse", "nowrap"),
        pre_line=("preserve-breaks", "wrap"),
    ),
    "text-wrap": _by_word(_text_wrap, wrap=("wrap", "auto"), balance=("wrap", "balance"), nowrap=("nowrap", "auto")),
}
SHORTHAND_PARTS: Mapping[str, tuple[str, ...]] = {
    "margin": tuple(f"margin-{side}" for side in SIDES),
    "padding": tuple(f"padding-{side}" for side in SIDES),
    "inset": SIDES,
    "border": tuple(f"border-{side}-{part}" for side in SIDES for part in PARTS),
    **{f"border-{side}": tuple(f"border-{side}-{part}" for part in PARTS) for side in SIDES},
    **{
        f"border-{axis}": tuple(f"border-{side}-{part}" for side in sides for part in PARTS)
        for axis, sides in AXES.items()
    },
    **{f"border-{part}": tuple(f"border-{side}-{part}" for side in SIDES) for part in PARTS},
    "border-radius": _radii,
    **PAIRS,
    "flex-flow": ("flex-direction", "flex-wrap"),
    "font": FONT,
    "flex": ("flex-grow", "flex-shrink", "flex-basis"),
    "gap": ("row-gap", "column-gap"),
    "background": ("background-color", "background-image"),
    "white-space": _white_space,
    "text-wrap": _text_wrap,
}
"""For the words inherit, initial and unset, which go to every part."""
