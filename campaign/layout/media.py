"""Media queries on the canvas: ``@media (min-width: 1000px) and (orientation: portrait)``."""

from typing import Any

from campaign.layout.values import MisreadError, Tokens, keyword, length_of, number_of, one, split_commas, without_space

Feature = tuple[str, float | str]
Query = tuple[tuple[bool, tuple[Feature, ...]], ...]
"""Alternatives, each: whether it is negated, and the features that must all hold."""

FEATURES = ("width", "height", "aspect-ratio")


def read_media(prelude: Tokens) -> Query:
    """The query of an ``@media`` rule. Raises MisreadError."""
    return tuple(_alternative(part) for part in split_commas(without_space(prelude)))


def _alternative(tokens: list[Any]) -> tuple[bool, tuple[Feature, ...]]:
    negated = bool(tokens) and keyword(tokens[0]) == "not"
    rest = tokens[1:] if negated or (tokens and keyword(tokens[0]) == "only") else tokens
    if rest and keyword(rest[0]):
        if keyword(rest[0]) not in ("screen", "all"):
            raise MisreadError("a picture is a screen; ask for its width, height, orientation or aspect-ratio")
        rest = rest[1:]
        if rest and keyword(rest[0]) != "and":
            raise MisreadError("parts are joined by and")
        rest = rest[1:]
    features: list[Feature] = []
    for index, token in enumerate(rest):
        if index % 2 == 0:
            features.append(_feature(token))
        elif keyword(token) != "and":
            raise MisreadError("parts are joined by and")
    if rest and len(rest) % 2 == 0:
        raise MisreadError("a feature is missing after and")
    return negated, tuple(features)


def _feature(token: Any) -> Feature:
    if token.type != "() block":
        raise MisreadError("a feature stands in brackets: (min-width: 1000px)")
    inner = without_space(token.content)
    if len(inner) < 3 or not (inner[1].type == "literal" and inner[1].value == ":"):
        raise MisreadError("a feature has a value: (min-width: 1000px)")
    name, value = keyword(inner[0]), inner[2:]
    if name == "orientation":
        word = keyword(one(value))
        if word not in ("portrait", "landscape"):
            raise MisreadError("orientation is portrait or landscape")
        return name, word
    base = name.removeprefix("min-").removeprefix("max-")
    if base not in FEATURES:
        raise MisreadError("it knows width, height, aspect-ratio with min- and max-, and orientation")
    if base == "aspect-ratio":
        if len(value) == 3 and value[1].type == "literal" and value[1].value == "/":
            return name, number_of(value[0]) / number_of(value[2])
        return name, number_of(one(value))
    length = length_of(one(value), percent=False)
    # em and rem in a media query are of the initial font size (Media Queries 4, 1.3)
    return name, length.px + 16 * (length.em + length.rem)


def matches(query: Query, width: int, height: int) -> bool:
    """Whether the query holds on a canvas of that size, px."""
    return any(negated != all(_holds(f, width, height) for f in features) for negated, features in query)


def _holds(feature: Feature, width: int, height: int) -> bool:
    name, value = feature
    if isinstance(value, str):
        return value == ("portrait" if height >= width else "landscape")
    base = name.removeprefix("min-").removeprefix("max-")
    actual = {"width": width, "height": height, "aspect-ratio": width / height if height else 0.0}[base]
    if name.startswith("min-"):
        return actual >= value
    if name.startswith("max-"):
        return actual <= value
    return abs(actual - value) < 1e-9
