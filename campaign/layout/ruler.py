"""Fonts as layout sees them: how wide words are, how high lines."""

import math
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple, Protocol

from campaign.layout.commands import Font, FontMetrics
from campaign.layout.scripts import has_spacing


class Measure(Protocol):
    """What layout asks of fonts. ``painting.FontBook`` answers it, and so does a test font of squares."""

    def __hash__(self) -> int:
        """What was measured is kept for it."""
        ...

    def advance(self, text: str, font: Font, ligatures: bool = True) -> float:
        """The text's width with kerning and without letter spacing, px: in proportion to the font's size."""
        ...

    def metrics(self, font: Font) -> FontMetrics:
        """Ascent, descent and x-height, px."""
        ...

    def reach(self, text: str, font: Font) -> tuple[float, float]:
        """How far letters of other faces than the font's own reach above and below the baseline, px; else 0."""
        ...

    def missing(self, text: str, font: Font) -> str:
        """The characters that no font of the book has; "" when all are there."""
        ...


class Strike(NamedTuple):
    """A font's heights in whole pixels, as browsers round them (Blink, ``SimpleFontData``)."""

    ascent: int
    descent: int
    x_height: float


class _Face(NamedTuple):
    """A font, kept so that no other takes its id; the same at 1 px; and the widths of words in it, in ems."""

    font: Font
    unit: Font
    written: dict[str, float]  # with ligatures
    spaced: dict[str, float]


Ems = dict[tuple[str, int, str, bool], dict[str, float]]
MOST_WORDS = 16384


@lru_cache(maxsize=2)
def _known(measure: Measure) -> Ems:
    """The widths of words by family, weight, language and whether with ligatures, in ems: the same in all pictures."""
    return {}


class Ruler:
    """A ``Measure`` that remembers, for all settings that are tried for a picture."""

    def __init__(self, measure: Measure) -> None:
        self.measure = measure
        self._ems = _known(measure)
        if sum(map(len, self._ems.values())) > MOST_WORDS:
            self._ems.clear()
        self._fonts: dict[int, _Face] = {}
        self._strikes: dict[Font, Strike] = {}
        self._reaches: dict[tuple[str, Font], tuple[float, float]] = {}

    def advance(self, text: str, font: Font, spacing: float) -> float:
        """The text's width with letter spacing after every letter, px; spaced letters form no ligatures (CSS).

        Marks stay with their letters, and letters that are written together stay together.
        """
        if spacing:
            return self._advance(text, font, False) + spacing * sum(has_spacing(text))
        return self._advance(text, font, True)

    def _advance(self, text: str, font: Font, ligatures: bool) -> float:
        face = self._fonts.get(id(font)) or self._face(font)
        ems = face.written if ligatures else face.spaced
        found = ems.get(text)
        if found is None:
            found = ems[text] = self.measure.advance(text, face.unit, ligatures)
        return found * font.size

    def _face(self, font: Font) -> "_Face":
        face = (font.family, font.weight, font.language)
        written, spaced = (self._ems.setdefault((*face, ligatures), {}) for ligatures in (True, False))
        found = self._fonts[id(font)] = _Face(font, replace(font, size=1.0), written, spaced)
        return found

    def space(self, around: str, font: Font, spacing: float) -> float:
        """The width of a space between two letters, kerned with both; of a lone space when ``around`` is empty, px."""
        if not around:
            return self.advance(" ", font, spacing)
        left, right = around[0], around[1]
        together = self.advance(f"{left} {right}", font, 0.0)
        return together - self.advance(left, font, 0.0) - self.advance(right, font, 0.0) + spacing

    def reach(self, text: str, font: Font) -> tuple[float, float]:
        """How much of a line its letters need above and below the baseline where its font has not all of them, px."""
        if text.isascii():
            return 0.0, 0.0
        found = self._reaches.get((text, font))
        if found is None:
            found = self._reaches[text, font] = self.measure.reach(text, font)
        return found

    def strike(self, font: Font) -> Strike:
        found = self._strikes.get(font)
        if found is None:
            metrics = self.measure.metrics(font)
            ascent, descent = math.floor(metrics.ascent + 0.5), math.floor(metrics.descent + 0.5)
            found = self._strikes[font] = Strike(ascent, descent, metrics.x_height)
        return found
