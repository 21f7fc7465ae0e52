"""Faces, and text shaped in them by HarfBuzz: the only place that knows font files."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from math import floor
from typing import Any, NamedTuple

import uharfbuzz as hb

from campaign.layout.commands import Font, FontMetrics
from campaign.problems import CampaignError, Problem

# Every run has one language: HarfBuzz would otherwise take the process's locale, and the same job would give
# different bytes on another machine.
NEUTRAL_LANGUAGE = "und"
NO_LIGATURES = {"liga": False, "clig": False}


@dataclass(frozen=True, eq=False)
class Face:
    """One font file. Lengths are in font units, ``upem`` to the em; ``harfbuzz`` is its ``uharfbuzz.Font``."""

    name: str
    weight: int
    harfbuzz: Any
    upem: int
    ascent: int
    descent: int  # positive
    x_height: int

    @classmethod
    def of(cls, name: str, data: bytes) -> "Face":
        """Reads a TrueType or OpenType file."""
        face = hb.Face(data)
        font = hb.Font(face)
        extents = font.get_font_extents("ltr")  # hhea, or typo where the font says so: what browsers take
        return cls(
            name=name,
            weight=round(font.get_style_value(hb.StyleTag.WEIGHT)),
            harfbuzz=font,
            upem=face.upem,
            ascent=extents.ascender,
            descent=-extents.descender,
            x_height=font.get_metric_position_with_fallback(hb.OTMetricsTag.X_HEIGHT),
        )

    def covers(self, character: str) -> bool:
        return self.harfbuzz.get_nominal_glyph(ord(character)) is not None


class Glyph(NamedTuple):
    """A glyph of a shaped run. Lengths are in ems; ``x`` counts from the run's start, ``y`` upwards."""

    face: Face
    id: int
    character: int  # index of the first character that it stands for
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Shaped:
    """A run of text as glyphs in visual order; ``advance`` is its width in ems."""

    glyphs: tuple[Glyph, ...]
    advance: float


class FontBook:
    """The fonts that a picture may use, by CSS family name and weight. Make one for a process: it remembers shapes."""

    def __init__(self, families: Mapping[str, Sequence[Face]]) -> None:
        """``families`` maps each CSS name to the faces of its weights."""
        self._families = {name.lower(): {face.weight: face for face in faces} for name, faces in families.items()}
        self._shape = lru_cache(maxsize=16_384)(_shape)
        self._face = lru_cache(maxsize=256)(self._find_face)

    @property
    def families(self) -> tuple[str, ...]:
        """The names that ``font-family`` may give, lower case, sorted."""
        return tuple(sorted(self._families))

    def advance(self, text: str, font: Font, ligatures: bool = True) -> float:
        """How far a run moves the pen, px, without letter spacing. Text that has any is measured without ligatures."""
        return self._shape(text, self._faces(font), ligatures).advance * font.size

    def metrics(self, font: Font) -> FontMetrics:
        """Ascent and descent rounded to whole px, as browsers do before they add them up to a normal line."""
        face = self._face(font.family, font.weight)
        em = font.size / face.upem
        return FontMetrics(_whole(face.ascent * em), _whole(face.descent * em), face.x_height * em)

    def missing(self, text: str, font: Font) -> str:
        """The characters that would come out as empty boxes, each once, in order. White space needs no glyph."""
        visible = "".join(" " if c.isspace() else c for c in text)
        gaps = (glyph.character for glyph in self._shape(visible, self._faces(font), True).glyphs if glyph.id == 0)
        return "".join(dict.fromkeys(visible[gap] for gap in gaps))

    def shape(self, text: str, font: Font, ligatures: bool = True) -> Shaped:
        """Glyphs and their places in ems. CSS turns ligatures off where letters are spaced."""
        return self._shape(text, self._faces(font), ligatures)

    def _faces(self, font: Font) -> tuple[Face, ...]:
        """The faces to try for each character, best first. One for now; fallback faces go behind it."""
        return (self._face(font.family, font.weight),)

    def _find_face(self, family: str, weight: int) -> Face:
        weights = self._families.get(family.strip("\"'").lower())
        if weights is None:
            hint = f"use one of: {', '.join(self.families)}"
            raise CampaignError(Problem("", None, "FN001", f"no font family is called {family!r}", hint))
        return weights[nearest_weight(weight, weights)]


def nearest_weight(wanted: int, weights: Mapping[int, object]) -> int:
    """CSS Fonts 4, section 5.2: which of a family's weights stands in for one that it may not have."""
    lighter = sorted((w for w in weights if w < wanted), reverse=True)
    heavier = sorted(w for w in weights if w > wanted)
    if wanted in weights:
        return wanted
    if wanted > 500:
        return [*heavier, *lighter][0]
    if wanted < 400:
        return [*lighter, *heavier][0]
    medium = [w for w in heavier if w <= 500]
    return [*medium, *lighter, *heavier][0]


def bundled_fonts() -> FontBook:
    """Manrope, from the package ``font_manrope``; it is also what ``sans-serif`` means."""
    folder = files("font_manrope") / "files"
    weights = ("ExtraLight", "Light", "Regular", "Medium", "SemiBold", "Bold", "ExtraBold")
    manrope = [Face.of(f"Manrope {name}", (folder / f"Manrope-{name}.ttf").read_bytes()) for name in weights]
    return FontBook({"Manrope": manrope, "sans-serif": manrope})


def _shape(text: str, faces: tuple[Face, ...], ligatures: bool) -> Shaped:
    glyphs: list[Glyph] = []
    pen = 0.0
    for face, start, part in split_by_coverage(text, faces):
        buffer = hb.Buffer()
        buffer.add_str(part)
        buffer.language = NEUTRAL_LANGUAGE
        buffer.guess_segment_properties()
        hb.shape(face.harfbuzz, buffer, {} if ligatures else NO_LIGATURES)
        em = 1 / face.upem
        for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            x, y = pen + place.x_offset * em, place.y_offset * em
            glyphs.append(Glyph(face, info.codepoint, start + info.cluster, x, y))
            pen += place.x_advance * em
    return Shaped(tuple(glyphs), pen)


def split_by_coverage(text: str, faces: tuple[Face, ...]) -> Iterator[tuple[Face, int, str]]:
    """Parts of the text, where they start, and the first face that has their characters.

    What no face has goes to the first one, and white space stays with what stands before it.
    """
    if len(faces) == 1:
        yield faces[0], 0, text
        return
    start, current = 0, faces[0]
    for index, character in enumerate(text):
        if character.isspace():
            continue
        face = next((face for face in faces if face.covers(character)), faces[0])
        if face is not current:
            if index > start:
                yield current, start, text[start:index]
            start, current = index, face
    if start < len(text):
        yield current, start, text[start:]


def _whole(length: float) -> int:
    return floor(length + 0.5)
