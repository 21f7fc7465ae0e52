"""The nearest thing that works, for hints."""

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(wrong: str, known: Iterable[str]) -> str:
    """The known word that looks most like ``wrong``; "" when none is near."""
    found = get_close_matches(wrong, sorted(known), n=1, cutoff=0.6)
    return found[0] if found else ""
