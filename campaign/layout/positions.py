"""``object-position``: where something lies that is smaller or larger than its place."""

from typing import Any

from campaign.layout.lengths import Length
from campaign.layout.values import MisreadError, Tokens, keyword, length_of

Position = tuple[Length, Length]
"""From the left and from the top; a percentage is of the room that is left, which is negative for a larger picture."""

START, MIDDLE, END = Length(), Length(percent=50), Length(percent=100)
CENTRE: Position = (MIDDLE, MIDDLE)
ACROSS = {"left": START, "center": MIDDLE, "right": END}
DOWN = {"top": START, "center": MIDDLE, "bottom": END}


def read_position(tokens: Tokens) -> Position:
    """One or two values: words in any order, lengths and percentages across first."""
    if len(tokens) == 1:
        word = keyword(tokens[0])
        return (MIDDLE, DOWN[word]) if word in DOWN else (_part(tokens[0], ACROSS), MIDDLE)
    if len(tokens) != 2:
        raise MisreadError("it takes one or two values: 40% 30%, or left top")
    first, second = tokens
    if keyword(first) in ("top", "bottom") or keyword(second) in ("left", "right"):
        if not (keyword(first) in DOWN and keyword(second) in ACROSS):
            raise MisreadError("a length from the left stands before one from the top")
        first, second = second, first
    return _part(first, ACROSS), _part(second, DOWN)


def _part(token: Any, words: dict[str, Length]) -> Length:
    word = keyword(token)
    if not word:
        return length_of(token)
    if word not in words:
        raise MisreadError(f"it takes {', '.join(words)}, a percentage or a length")
    return words[word]
