"""Media queries on the canvas: ``@media (min-width: 1000px) and (orientation: portrait)`` (Media Queries 4)."""

from collections.abc import Callable, Mapping
from typing import Any

from campaign.layout.values import MisreadError, Tokens, keyword, length_of, number_of, one, split_commas, without_space

Query = Callable[[int, int], bool]
"""Whether it holds on a canvas of that width and height, px."""

FEATURES = ("width", "height", "aspect-ratio")
SIGNS: Mapping[str, Callable[[float, float], bool]] = {
    "<": lambda left, right: left < right,
    "<=": lambda left, right: left <= right,
    ">": lambda left, right: left > right,
    ">=": lambda left, right: left >= right,
    "=": lambda left, right: abs(left - right) < 1e-9,
}
BRACKETS = "a feature stands in brackets: (min-width: 1000px)"


def read_media(prelude: Tokens) -> Query:
    """The query of an ``@media`` rule: one of several between commas holds. Raises MisreadError."""
    return _any([_alternative(part) for part in split_commas(without_space(prelude))])


def _any(queries: list[Query]) -> Query:
    return lambda width, height: any(query(width, height) for query in queries)


def _all(queries: list[Query]) -> Query:
    return lambda width, height: all(query(width, height) for query in queries)


def _not(query: Query) -> Query:
    return lambda width, height: not query(width, height)


def _alternative(tokens: list[Any]) -> Query:
    """``not screen and (…)``, or a condition alone."""
    words = [keyword(token) for token in tokens[:2]]
    start = 1 if words[:1] in (["not"], ["only"]) else 0
    if not any(words[start : start + 1]):
        return _condition(tokens)
    if words[start] not in ("screen", "all"):
        raise MisreadError("a picture is a screen; ask for its width, height, orientation or aspect-ratio")
    rest = tokens[start + 1 :]
    if rest and (keyword(rest[0]) != "and" or len(rest) == 1):
        raise MisreadError("parts are joined by and")
    found = _condition(rest[1:]) if rest else _all([])
    return _not(found) if words[0] == "not" else found


def _condition(tokens: list[Any]) -> Query:
    """Brackets joined by ``and``, or by ``or``, or one after ``not``."""
    if tokens and keyword(tokens[0]) == "not":
        return _not(_bracket(one(tokens[1:])))
    if len(tokens) % 2 == 0:
        raise MisreadError("a feature is missing beside and, or" if tokens else BRACKETS)
    joints = {keyword(token) for token in tokens[1::2]}
    if len(joints) > 1 or not joints <= {"and", "or"}:
        raise MisreadError("parts are joined by and, or by or; brackets go around what is joined otherwise")
    parts = [_bracket(token) for token in tokens[::2]]
    return _any(parts) if joints == {"or"} else _all(parts)


def _bracket(token: Any) -> Query:
    if token.type != "() block":
        raise MisreadError(BRACKETS)
    inner = without_space(token.content)
    if inner and (inner[0].type == "() block" or keyword(inner[0]) == "not"):
        return _condition(inner)
    if any(part.type == "literal" and part.value in ("<", ">", "=") for part in inner):
        return _range(inner)
    return _feature(inner)


def _feature(tokens: list[Any]) -> Query:
    """``min-width: 1000px``."""
    if len(tokens) < 3 or not (tokens[1].type == "literal" and tokens[1].value == ":"):
        raise MisreadError("a feature has a value: (min-width: 1000px)")
    name, value = keyword(tokens[0]), tokens[2:]
    if name == "orientation":
        word = keyword(one(value))
        if word not in ("portrait", "landscape"):
            raise MisreadError("orientation is portrait or landscape")
        return lambda width, height: word == ("portrait" if height >= width else "landscape")
    sign = ">=" if name.startswith("min-") else "<=" if name.startswith("max-") else "="
    return _compared(_known(name.removeprefix("min-").removeprefix("max-")), sign, value)


def _known(name: str) -> str:
    if name not in FEATURES:
        raise MisreadError("it knows width, height, aspect-ratio with min- and max-, and orientation")
    return name


def _range(tokens: list[Any]) -> Query:
    """``width >= 400px``, ``400px <= width < 900px``."""
    parts: list[list[Any]] = [[]]
    signs: list[str] = []
    for token in tokens:
        if token.type == "literal" and token.value in ("<", ">", "="):
            if signs and not parts[-1]:
                signs[-1] += token.value  # the second half of <= or >=
            else:
                signs.append(token.value)
                parts.append([])
        else:
            parts[-1].append(token)
    names = [keyword(part[0]) if len(part) == 1 else "" for part in parts]
    shapes = {(True, False): 0, (False, True): 1, (False, True, False): 1}
    at = shapes.get(tuple(map(bool, names)))
    if at is None or not all(parts) or not all(sign in SIGNS for sign in signs):
        raise MisreadError("a range is written (width >= 400px) or (400px <= width < 900px)")
    name = _known(names[at])
    turned = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "="}
    before = [_compared(name, turned[signs[0]], parts[0])] if at else []
    after = [_compared(name, signs[at], parts[at + 1])] if at + 1 < len(parts) else []
    return _all([*before, *after])


def _compared(name: str, sign: str, value: list[Any]) -> Query:
    """Whether the feature stands so to the value."""
    holds, wanted = SIGNS[sign], _ratio(value) if name == "aspect-ratio" else _px(value)

    def query(width: int, height: int) -> bool:
        actual = {"width": width, "height": height, "aspect-ratio": width / height if height else 0.0}
        return holds(actual[name], wanted)

    return query


def _ratio(value: list[Any]) -> float:
    if len(value) == 3 and value[1].type == "literal" and value[1].value == "/":
        return number_of(value[0]) / number_of(value[2])
    return number_of(one(value))


def _px(value: list[Any]) -> float:
    length = length_of(one(value), percent=False)
    # em and rem in a media query are of the initial font size (Media Queries 4, 1.3)
    return length.px + 16 * (length.em + length.rem)


def matches(query: Query, width: int, height: int) -> bool:
    """Whether the query holds on a canvas of that size, px."""
    return query(width, height)
