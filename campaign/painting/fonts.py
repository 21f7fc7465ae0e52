"""Faces, and text shaped in them by HarfBuzz: the only place that knows font files."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise
from math import floor
from typing import NamedTuple
from unicodedata import category, normalize

import uharfbuzz as hb

from campaign.layout.bidi import runs_leftwards
from campaign.layout.commands import Font, FontMetrics
from campaign.layout.scripts import has_spacing, is_ideographic, script_of
from campaign.painting.face import Face
from campaign.painting.installed import InstalledFonts
from campaign.problems import CampaignError, Problem

# Every run has a language: HarfBuzz would otherwise take the process's locale, and the same job would give
# different bytes on another machine.
NEUTRAL_LANGUAGE = "und"
NO_LIGATURES = {"liga": False, "clig": False}
OF_SEVERAL_SCRIPTS = "\u0964\u0965"  # dandas: in Unicode's Devanagari block, written in all of India


class Glyph(NamedTuple):
    """A glyph of a shaped run. Lengths are in ems; ``x`` counts from the run's start, ``y`` upwards."""

    face: Face
    id: int
    character: int  # index of the first character that it stands for
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Shaped:
    """A run of text as glyphs in visual order; ``advance`` is its width in ems.

    ``above`` and ``below`` say how far letters of fallback faces reach from the baseline, ems: such scripts stack
    higher than Latin, and the line makes room for them. 0 where all is set in the face that was asked for.
    """

    glyphs: tuple[Glyph, ...]
    advance: float
    above: float = 0.0
    below: float = 0.0


class FontBook:
    """The fonts that a picture may use, by CSS family name and weight. Make one for a process: it remembers shapes."""

    def __init__(self, families: Mapping[str, Sequence[Face]], installed: InstalledFonts | None = None) -> None:
        """``families`` maps each CSS name to the faces of its weights; ``installed`` has what these lack."""
        self._families = {name.lower(): {face.weight: face for face in faces} for name, faces in families.items()}
        self._installed = installed
        self._shape = lru_cache(maxsize=640)(self._shaped)
        self._face = lru_cache(maxsize=256)(self._find_face)
        self._missing = lru_cache(maxsize=2048)(self._find_missing)

    @property
    def families(self) -> tuple[str, ...]:
        """The names that ``font-family`` may give, lower case, sorted."""
        return tuple(sorted(self._families))

    def advance(self, text: str, font: Font, ligatures: bool = True) -> float:
        """How far a run moves the pen, px, without letter spacing. Text that has any is measured without ligatures."""
        return self.shape(text, font, ligatures).advance * font.size

    def metrics(self, font: Font) -> FontMetrics:
        """Ascent and descent rounded to whole px, as browsers do before they add them up to a normal line."""
        face = self._face(font.family, font.weight)
        em = font.size / face.upem
        return FontMetrics(_whole(face.ascent * em), _whole(face.descent * em), face.x_height * em)

    def reach(self, text: str, font: Font) -> tuple[float, float]:
        """How far letters of fallback faces reach above and below the baseline, px; 0 where there are none."""
        shaped = self.shape(text, font)
        return shaped.above * font.size, shaped.below * font.size

    def missing(self, text: str, font: Font) -> str:
        """The characters that would come out as empty boxes, each once, in order. White space needs no glyph."""
        return self._missing(text, font.family, font.weight, font.language)

    def _find_missing(self, text: str, family: str, weight: int, language: str) -> str:
        font = Font(family, weight, 1.0, language)
        visible = "".join(" " if c.isspace() else c for c in text)
        shaped = self.shape(visible, font)
        gaps = {glyph.character: glyph.face for glyph in shaped.glyphs if glyph.id == 0}
        lost = (_lost(cluster, gaps[start]) for start, cluster in clusters(visible) if start in gaps)
        return "".join(dict.fromkeys("".join(lost))) if gaps else ""

    def shape(self, text: str, font: Font, ligatures: bool = True, direction: str = "") -> Shaped:
        """Glyphs and their places in ems. CSS turns ligatures off where letters are spaced.

        A run has one ``direction``, ltr or rtl; "" takes that of its letters. Runs of both are split before (``bidi``).
        """
        direction = direction or ("rtl" if runs_leftwards(text) else "ltr")
        return self._shape(text, font.family, font.weight, font.language, ligatures, direction)

    def _shaped(self, text: str, family: str, weight: int, language: str, ligatures: bool, direction: str) -> Shaped:
        first = self._face(family, weight)
        glyphs, advance = _glyphs([(first, 0, text)], language, ligatures, direction)
        if self._installed is None or all(glyph.id for glyph in glyphs):
            return Shaped(tuple(glyphs), advance)
        parts = list(self._parts(text, first, weight, language))
        glyphs, advance = _glyphs(parts if direction == "ltr" else parts[::-1], language, ligatures, direction)
        reaches = [(glyph, *glyph.face.reach(glyph.id)) for glyph in glyphs if glyph.face is not first]
        above = max((up + glyph.y for glyph, up, _ in reaches), default=0.0)
        below = max((down - glyph.y for glyph, _, down in reaches), default=0.0)
        return Shaped(tuple(glyphs), advance, max(above, 0.0), max(below, 0.0))

    def _parts(self, text: str, first: Face, weight: int, language: str) -> Iterator[tuple[Face, int, str]]:
        """Parts of the text with their faces and where they start; white space is always of the first face."""
        start, current = 0, first
        for index, cluster in clusters(text):
            face = first if cluster.isspace() else self._face_of(cluster, first, current, weight, language)
            if face is not current:
                if index > start:
                    yield current, start, text[start:index]
                start, current = index, face
        if start < len(text):
            yield current, start, text[start:]

    def _face_of(self, cluster: str, first: Face, before: Face, weight: int, language: str) -> Face:
        """The first face that has a letter with its marks, else one that has the letter; the first of all where none.

        What scripts share (commas, brackets, dandas) follows the letters before it. Symbols do not.
        """
        assert self._installed is not None
        if _has(first, cluster):
            return first
        letter = cluster[0]
        script = script_of(letter)
        follows = letter in OF_SEVERAL_SCRIPTS or (not script and category(letter) != "So")
        own = self._installed.faces(script or ("Hani" if is_ideographic(letter) else ""), language, weight)
        faces = (before, *own) if follows else own
        for face in faces:
            if _has(face, cluster):
                return face
        return next((face for face in (first, *faces) if face.covers(letter)), first)

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


def bundled_fonts(installed: InstalledFonts | None = None) -> FontBook:
    """Manrope, from the package ``font_manrope``, which ``sans-serif`` means too; ``installed`` stands behind it."""
    folder = files("font_manrope") / "files"
    weights = ("ExtraLight", "Light", "Regular", "Medium", "SemiBold", "Bold", "ExtraBold")
    manrope = [Face.of(f"Manrope {name}", (folder / f"Manrope-{name}.ttf").read_bytes()) for name in weights]
    return FontBook({"Manrope": manrope, "sans-serif": manrope}, installed)


def clusters(text: str) -> Iterator[tuple[int, str]]:
    """Letters with the marks and joiners after them, and where they start."""
    start = 0
    for index in range(1, len(text) + 1):
        if index == len(text) or text[index] < "\u0300" or category(text[index]) not in ("Mn", "Mc", "Me", "Cf"):
            yield start, text[start:index]
            start = index


def spread(text: str, shaped: Shaped) -> list[int]:
    """For each glyph, after how many spaced letters of the line it stands: marks stay with theirs."""
    flags = has_spacing(text)
    starts = [*sorted({glyph.character for glyph in shaped.glyphs}), len(text)]
    letters = {start: sum(flags[start:end]) for start, end in pairwise(starts)}
    counts: list[int] = []
    count, last = 0, -1
    for glyph in shaped.glyphs:
        if glyph.character != last:
            count, last = count + letters.get(last, 0), glyph.character
        counts.append(count)
    return counts


def _glyphs(
    parts: Sequence[tuple[Face, int, str]], language: str, ligatures: bool, direction: str
) -> tuple[list[Glyph], float]:
    """The parts' glyphs from left to right, and how far they move the pen, ems."""
    glyphs: list[Glyph] = []
    pen = 0.0
    for face, start, part in parts:
        buffer = hb.Buffer()
        buffer.add_str(part)
        buffer.language = language or NEUTRAL_LANGUAGE
        buffer.guess_segment_properties()
        buffer.direction = direction
        hb.shape(face.harfbuzz, buffer, {} if ligatures else NO_LIGATURES)
        em = 1 / face.upem
        for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            x, y = pen + place.x_offset * em, place.y_offset * em
            glyphs.append(Glyph(face, info.codepoint, start + info.cluster, x, y))
            pen += place.x_advance * em
    return glyphs, pen


def _has(face: Face, cluster: str) -> bool:
    """Whether a face has a letter and its marks, apart or in one; joiners need no glyph."""
    shown = "".join(character for character in cluster if category(character) != "Cf")
    return face.covers(shown) or face.covers(normalize("NFC", shown))


def _lost(cluster: str, face: Face) -> str:
    """Which characters of a cluster with an empty box the face lacks; the letter, where it has each alone."""
    return "".join(c for c in cluster if category(c) != "Cf" and not face.covers(c)) or cluster[0]


def _whole(length: float) -> int:
    return floor(length + 0.5)
