"""What is known of a style sheet from the pictures before: the declarations and styles of elements that come again.

It changes no picture: each is found by all that it follows from, and found anew where it has been forgotten.
"""

from collections.abc import Hashable
from itertools import count
from typing import Any

MOST_PLACES, MOST_STYLES = 4096, 1536  # an element's place takes half a kilobyte, a style five


class Known:
    """``places`` holds for each place of an element its number and what is declared there; ``styles`` computed ones."""

    def __init__(self) -> None:
        self.places: dict[Hashable, tuple[int, Any]] = {}
        self.styles: dict[Hashable, Any] = {}
        self._numbers = count(1)  # never the same again, whatever is forgotten

    def note(self, place: Hashable, declared: Any) -> int:
        """The number of a new place."""
        number = next(self._numbers)
        self.places[place] = (number, declared)
        return number

    def forget(self) -> None:
        """Before a picture: what has become too much is found anew."""
        if len(self.places) > MOST_PLACES:
            self.places.clear()
        if len(self.styles) > MOST_STYLES:
            self.styles.clear()
