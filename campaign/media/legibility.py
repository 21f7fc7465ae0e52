"""Can everyone read it? Measured on the painted picture: text inside it, contrast, codes that a phone can scan."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from math import ceil, floor, sqrt
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from campaign.layout.commands import Box, Canvas, Drawing, DrawSvg, DrawText, PushGroup
from campaign.media.grounds import Pixel, plain_ground, touches
from campaign.painting.fonts import FontBook, spread
from campaign.painting.geometry import Rect
from campaign.painting.groups import IDENTITY, Matrix, Nested, Node, after, nested, through
from campaign.painting.paint import painted
from campaign.painting.photographs import EMPTY, Album
from campaign.painting.pixels import Pixels, channels, packed
from campaign.problems import Problem

SMALLEST_MODULE = 4.8  # px of a QR code: halved and compressed by a chat, it is still scanned
TEXT_CONTRAST, LARGE_CONTRAST = 4.5, 3.0  # WCAG 2.2, 1.4.3
LARGE, LARGE_BOLD, BOLD = 32, 24, 700  # px, px, weight: WCAG's 24 and 18.66 CSS px, on a picture shown smaller
CAPITALS = 0.72  # of the em: between it and the baseline every word has ink
WORD = re.compile(r"\S+")
VIEW_BOX = re.compile(r'viewBox="0 0 ([\d.]+) ')
ROWS = 12  # of a word that are compared: a dash, the thinnest of words, has a twelfth of this height
SLACK = 1.0  # px that rounding may push things across an edge


class Placed(NamedTuple):
    """A command and the matrix of the groups that it stands in."""

    command: DrawText | DrawSvg
    matrix: Matrix

    @property
    def scale(self) -> float:
        a, b, c, d, _, _ = self.matrix
        return sqrt(abs(a * d - b * c))


@dataclass(frozen=True, slots=True)
class Contrast:
    """WCAG's ratio between an ink and its ground, both as painted."""

    ratio: float
    ink: Pixel
    ground: Pixel


def faults(drawing: Drawing, picture: Pixels, fonts: FontBook, album: Album = EMPTY) -> tuple[Problem, ...]:
    """What a reader could not read or scan, each at its element; the file is "" where none is known.

    CT001 contrast, IM002 text or a code outside the picture, QR001 a code too small.
    """
    look = _Look(drawing, picture, fonts, album)
    found: list[tuple[Placed, Problem | _Doubt | None]] = []
    for placed in _placed(nested(drawing.commands), IDENTITY):
        if isinstance(placed.command, DrawText):
            found.append((placed, _text_fault(placed, placed.command, look)))
        else:
            found.append((placed, _code_fault(placed, placed.command, drawing.canvas)))
    doubts = [doubt for _, doubt in found if isinstance(doubt, _Doubt)]
    ground = look.ground(doubts) if doubts else picture
    told = ((placed, _resolved(what, picture, ground) if isinstance(what, _Doubt) else what) for placed, what in found)
    return tuple(problem.at(*_place(placed.command, drawing)) for placed, problem in told if problem)


def without_text(drawing: Drawing) -> Drawing:
    """The same picture before anything is written on it."""
    return replace(drawing, commands=tuple(c for c in drawing.commands if not isinstance(c, DrawText)))


class _Doubt(NamedTuple):
    """Text of which the commands alone do not tell that it is legible: its words' places, and what they need."""

    text: str
    words: Sequence[Box]
    size: float
    needed: float


class _Look:
    """A picture that is looked at, and what lies under its text."""

    def __init__(self, drawing: Drawing, picture: Pixels, fonts: FontBook, album: Album) -> None:
        self.drawing, self.picture, self.fonts, self.album = drawing, picture, fonts, album
        self.whole = _whole(picture)
        self.touches = touches(drawing)

    def ground(self, doubts: Sequence[_Doubt]) -> Pixels:
        """The picture without text, painted around the doubtful words only."""
        around = _around([_pixels(word) for doubt in doubts for word in doubt.words])
        return painted(without_text(self.drawing), self.fonts, self.album, around.within(self.whole)).pixels

    def is_plain(self, text: DrawText, words: Sequence[Box], needed: float) -> bool:
        """Whether the words are sure to have the contrast they need: for most, without a second picture."""
        areas = [_pixels(word) for word in words]
        _, top, _, bottom = areas[0] if areas else self.whole
        in_a_row = all(area.top == top and area.bottom == bottom for area in areas)
        if not areas or not in_a_row or text.ink.alpha < 1:
            return False
        whole = Rect(min([area.left for area in areas]), top, max([area.right for area in areas]), bottom)
        if whole.within(self.whole) != whole:
            return False
        ground = plain_ground(whole, self.touches)
        if ground is None:
            return False
        ink = (text.ink.red, text.ink.green, text.ink.blue)
        return round(_ratio(ink, ground), 2) >= needed and _mostly(ink, ground, self.picture, whole, areas)


def _mostly(ink: Pixel, ground: Pixel, picture: Pixels, whole: Rect, areas: Sequence[Rect]) -> bool:
    """Whether in each area so many pixels are pure ink that ``contrast`` would come upon one of them."""
    pixels = picture[whole.top : whole.bottom : _step(areas), whole.left : whole.right]
    # How many there are up to each column: what an area has is a difference of these.
    pure = (pixels == packed(*ink)).sum(axis=0).cumsum()
    changed = (pixels != packed(*ground)).sum(axis=0).cumsum()
    for area in areas:
        first, last = area.left - whole.left - 1, area.right - whole.left - 1
        there = int(changed[last]) - (int(changed[first]) if first >= 0 else 0)
        known = int(pure[last]) - (int(pure[first]) if first >= 0 else 0)
        if not there or known < there - _rank(there):
            return False
    return True


def contrast(picture: Pixels, ground: Pixels, words: Sequence[Box]) -> Contrast | None:
    """The worst contrast among places that each hold a word; None where no place is in the picture.

    Compared pixel by pixel with the picture without its text, so that opacity, gradients, and whatever lies over the
    text count as they were painted. A word's contrast is that of the inside of its letters: their soft edges are the
    lower nine tenths.
    """
    canvas = _whole(picture)
    areas = [area for word in words if not (area := _pixels(word).within(canvas)).is_empty]
    if not areas:
        return None
    whole = _around(areas)
    left, top = whole.left, whole.top
    step = _step(areas)
    part = (slice(top, whole.bottom, step), slice(left, whole.right))
    rows, columns = np.nonzero(picture[part] != ground[part])
    inked, bare = channels(picture)[part], channels(ground)[part]
    inked_there, bare_there = inked[rows, columns], bare[rows, columns]
    ratios = _ratios(inked_there, bare_there)
    seen = []
    for area in areas:
        x, y = area.left - left, area.top - top
        here = (columns >= x) & (columns < x + area.width) & (rows * step >= y) & (rows * step < y + area.height)
        inside = np.flatnonzero(here)
        if len(inside):
            rank = _rank(len(inside))
            pixel = inside[np.argpartition(ratios[inside], rank)[rank]]
            seen.append(Contrast(float(ratios[pixel]), _rgb(inked_there[pixel]), _rgb(bare_there[pixel])))
        else:  # nothing of the word is to be seen
            color = _rgb(bare[(y + area.height // 2) // step, x + area.width // 2])
            seen.append(Contrast(1.0, color, color))
    return min(seen, key=lambda contrast: contrast.ratio)


def _rank(count: int) -> int:
    """Which of so many pixels, the faintest first, shows the inside of letters."""
    return count * 9 // 10


def _whole(picture: Pixels) -> Rect:
    height, width = picture.shape
    return Rect(0, 0, width, height)


def _step(areas: Iterable[Rect]) -> int:
    """Every which row is looked at."""
    return max(1, min([area.height for area in areas]) // ROWS)


def _around(areas: Sequence[Rect]) -> Rect:
    return Rect(
        min(area.left for area in areas),
        min(area.top for area in areas),
        max(area.right for area in areas),
        max(area.bottom for area in areas),
    )


def _pixels(box: Box) -> Rect:
    return Rect(floor(box.x), floor(box.y), ceil(box.right), ceil(box.bottom))


def _text_fault(placed: Placed, text: DrawText, look: _Look) -> Problem | _Doubt | None:
    words = text.text.strip()
    if not words:
        return None
    metrics = look.fonts.metrics(text.font)
    whole = through(
        placed.matrix, Box(text.x, text.baseline - metrics.ascent, text.width, metrics.ascent + metrics.descent)
    )
    if problem := _edge_fault(f"“{words}”", whole, look.drawing.canvas):
        return problem
    size = text.font.size * placed.scale
    is_large = size >= LARGE or (size >= LARGE_BOLD and text.font.weight >= BOLD)
    needed = LARGE_CONTRAST if is_large else TEXT_CONTRAST
    places = list(_words(text, look.fonts))
    if placed.matrix != IDENTITY:
        places = [through(placed.matrix, word) for word in places]
    return None if look.is_plain(text, places, needed) else _Doubt(words, places, size, needed)


def _resolved(doubt: _Doubt, picture: Pixels, ground: Pixels) -> Problem | None:
    """What the painted pixels say."""
    seen = contrast(picture, ground, doubt.words)
    if seen is None or round(seen.ratio, 2) >= doubt.needed:
        return None
    if seen.ratio == 1:
        hint = "look for what is painted over it, or for an ink like its ground"
        return Problem("", None, "CT001", f"“{doubt.text}” cannot be seen on {_hex(seen.ground)}", hint)
    message = (
        f"“{doubt.text}” is hard to read: {_hex(seen.ink)} on {_hex(seen.ground)} "
        f"has a contrast of {seen.ratio:.1f}:1, and {doubt.size:g} px need {doubt.needed:g}:1"
    )
    return Problem("", None, "CT001", message, "take a darker ink on light ground, or a lighter one on dark ground")


def _code_fault(placed: Placed, drawing: DrawSvg, canvas: Canvas) -> Problem | None:
    if not drawing.is_qr:
        return None
    side = min(drawing.box.width, drawing.box.height) * placed.scale
    modules = _modules(drawing.svg)
    if side < SMALLEST_MODULE * modules - SLACK:
        message = f"the QR code of {drawing.label} is {side:.0f} px wide for {modules:g} modules"
        hint = f"give it at least {ceil(SMALLEST_MODULE * modules)} px, quiet zone included"
        return Problem("", None, "QR001", message, hint)
    return _edge_fault(f"the QR code of {drawing.label}", through(placed.matrix, drawing.box), canvas)


def _modules(svg: str) -> float:
    """How many modules a code has across, quiet zone included: one is a unit of its view box."""
    box = VIEW_BOX.search(svg)
    if box is None:
        raise ValueError("a QR code without a view box")
    return float(box[1])


def _edge_fault(what: str, box: Box, canvas: Canvas) -> Problem | None:
    if not _holds(Box(0, 0, canvas.width, canvas.height), box):
        return Problem("", None, "IM002", f"{what} lies outside of the picture", "give it room, or a smaller size")
    return None


def _holds(outer: Box, inner: Box) -> bool:
    return (
        inner.x >= outer.x - SLACK
        and inner.y >= outer.y - SLACK
        and inner.right <= outer.right + SLACK
        and inner.bottom <= outer.bottom + SLACK
    )


def _words(text: DrawText, fonts: FontBook) -> Iterator[Box]:
    """For each word of a run, the box between its first and last letter, from the baseline to the capitals' height."""
    size, spacing = text.font.size, text.letter_spacing
    shaped = fonts.shape(text.text, text.font, spacing == 0, text.direction)
    steps = spread(text.text, shaped) if spacing else [0] * len(shaped.glyphs)
    lefts = [glyph.x * size + step * spacing for glyph, step in zip(shaped.glyphs, steps, strict=True)]
    lefts.append(text.width)
    top, height = text.baseline - CAPITALS * size, CAPITALS * size
    for first, last in _spans(text.text, tuple([glyph.character for glyph in shaped.glyphs])):
        yield Box(text.x + lefts[first], top, lefts[last + 1] - lefts[first], height)


@lru_cache(maxsize=1024)
def _spans(text: str, characters: tuple[int, ...]) -> tuple[tuple[int, int], ...]:
    """The first and last glyph of each word, by the characters that the glyphs stand for."""
    spans = []
    for word in WORD.finditer(text):
        inside = [n for n, character in enumerate(characters) if word.start() <= character < word.end()]
        if inside:
            spans.append((inside[0], inside[-1]))
    return tuple(spans)


def _placed(nodes: Iterable[Node], matrix: Matrix) -> Iterator[Placed]:
    for node in nodes:
        if isinstance(node, DrawText | DrawSvg):
            yield Placed(node, matrix)
        elif isinstance(node, Nested):
            own = node.opening.matrix if isinstance(node.opening, PushGroup) else None
            yield from _placed(node.inside, after(own, matrix) if own else matrix)


def _place(command: DrawText | DrawSvg, drawing: Drawing) -> tuple[str, int | None]:
    """File and line of the smallest element around the middle of what was drawn."""
    if isinstance(command, DrawText):
        x, y = command.x + command.width / 2, command.baseline - CAPITALS / 2 * command.font.size
    else:
        x, y = command.box.x + command.box.width / 2, command.box.y + command.box.height / 2
    around = [e for e in drawing.boxes if e.box.x <= x <= e.box.right and e.box.y <= y <= e.box.bottom]
    if not around:
        return "", None
    nearest = min(reversed(around), key=lambda element: element.box.width * element.box.height)
    return nearest.file, nearest.line


@lru_cache(maxsize=1)
def _linear() -> NDArray[np.float64]:
    """What each step of red, green and blue adds to a colour's luminance."""
    step = np.arange(256) / 255
    linear = np.where(step <= 0.04045, step / 12.92, ((step + 0.055) / 1.055) ** 2.4)
    return np.outer((0.2126, 0.7152, 0.0722), linear)


def _ratios(first: NDArray[np.uint8], second: NDArray[np.uint8]) -> NDArray[np.float64]:
    """WCAG's contrast ratio of each pair of colours."""
    light = _linear()
    one, other = (0.05 + sum(light[k][colors[:, k]] for k in range(3)) for colors in (first, second))
    ratios: NDArray[np.float64] = np.maximum(one, other) / np.minimum(one, other)
    return ratios


@lru_cache(maxsize=1024)
def _ratio(first: Pixel, second: Pixel) -> float:
    return float(_ratios(np.array([first], np.uint8), np.array([second], np.uint8))[0])


def _rgb(color: NDArray[np.uint8]) -> Pixel:
    red, green, blue = color.tolist()
    return red, green, blue


def _hex(color: Pixel) -> str:
    return "#{:02X}{:02X}{:02X}".format(*color)
