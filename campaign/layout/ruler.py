"""Fonts as layout sees them: how wide words are, how high lines."""

import math
from dataclasses import replace
from typing import NamedTuple, Protocol

from campaign.layout.commands import Font, FontMetrics
from campaign.layout.scripts import has_spacing


class Measure(Protocol):
    """What layout asks of fonts. ``painting.FontBook`` answers it, and so does a test font of squares."""

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


class Ruler:
    """A ``Measure`` that remembers, for all settings that are tried for a picture."""

    def __init__(self, measure: Measure) -> None:
        self.measure = measure
        self._ems: dict[tuple[str, int, str, bool], dict[str, float]] = {}
        self._fonts: dict[int, tuple[Font, dict[str, float], dict[str, float]]] = {}
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
        ems = self._known(font, ligatures)
        found = ems.get(text)
        if found is None:
            found = ems[text] = self.measure.advance(text, replace(font, size=1.0), ligatures)
        return found * font.size

    def _known(self, font: Font, ligatures: bool) -> dict[str, float]:
        """The widths that are known of a face, in ems: they are the same at every size."""
        known = self._fonts.get(id(font))
        if known is None:
            face = (font.family, font.weight, font.language)
            spaced, written = (self._ems.setdefault((*face, kind), {}) for kind in (False, True))
            known = self._fonts[id(font)] = (font, spaced, written)  # the font is kept, so that no other takes its id
        return known[2] if ligatures else known[1]

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
