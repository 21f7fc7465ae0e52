"""Lengths as a sum of units, and the smallest or largest of several (CSS Values 4, 10)."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

Extreme = Literal["min", "max"]
EXTREMES: Mapping[Extreme, Callable[[Iterable[float]], float]] = {"min": min, "max": max}


@dataclass(frozen=True, slots=True)
class Pick:
    """``factor`` times the smallest or largest of some lengths, which only layout can tell."""

    word: Extreme
    of: tuple["Length", ...]
    factor: float = 1.0


@dataclass(frozen=True, slots=True)
class Length:
    """A length as a sum; ``percent`` is of what the property says, ``vw``/``vh`` of the canvas."""

    px: float = 0.0
    em: float = 0.0
    rem: float = 0.0
    percent: float = 0.0
    vw: float = 0.0
    vh: float = 0.0
    picks: tuple[Pick, ...] = ()

    def __add__(self, other: "Length") -> "Length":
        return Length(
            self.px + other.px,
            self.em + other.em,
            self.rem + other.rem,
            self.percent + other.percent,
            self.vw + other.vw,
            self.vh + other.vh,
            self.picks + other.picks,
        )

    def times(self, factor: float) -> "Length":
        return Length(
            self.px * factor,
            self.em * factor,
            self.rem * factor,
            self.percent * factor,
            self.vw * factor,
            self.vh * factor,
            tuple(Pick(pick.word, pick.of, pick.factor * factor) for pick in self.picks),
        )


def extreme(word: Extreme, of: Iterable[Length]) -> Length:
    """The smallest or largest of the lengths, as a length."""
    parts = tuple(of)
    return parts[0] if len(parts) == 1 else Length(picks=(Pick(word, parts),))
