"""Looks for what does not fit: content past its box, past the canvas, or under a platform's buttons.

Ornaments (inside ``aria-hidden="true"``) are free to leave; absolute boxes are held to the canvas only.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from campaign.layout.boxes import Box
from campaign.layout.commands import Box as Area
from campaign.layout.commands import Canvas
from campaign.layout.decoration import oval_corner, paints
from campaign.layout.elements import Element
from campaign.layout.flow import Flow
from campaign.layout.fragments import Atom, Fragment, InlinePart, LineBox, Placed, TextRun
from campaign.layout.geometry import IDENTITY, Matrix, mapped, scale_of, times, transform_of
from campaign.layout.markers import marker_of

TOLERANCE = 0.5
"""Less than a pixel's half is arithmetic, not overflow, px."""

SMALLER = 0.01
"""Text may be this much smaller than the smallest there may be: arithmetic, px."""

MisfitKind = Literal["overflow", "word", "canvas", "safe", "lines"]
Side = Literal["top", "right", "bottom", "left"]


@dataclass(frozen=True, slots=True)
class Misfit:
    """Something that does not fit, by how much (px, or lines too many), and in which element's box."""

    kind: MisfitKind
    element: Element
    by: float
    side: Side = "bottom"
    text: str = ""  # the word that is too wide
    room: float = 0.0  # what there was for the word
    grown: bool = False  # the box is as large as its content made it
    child: Element | None = None  # of an overflow: the child that stands out, when it is an element's box


@dataclass(slots=True)
class Findings:
    """What a walk over a layout found. ``line_counts`` is of elements; ``small`` are texts with their painted size."""

    misfits: list[Misfit] = field(default_factory=list)
    line_counts: dict[Element, int] = field(default_factory=dict)
    small: list[tuple[Element, float]] = field(default_factory=list)
    ovals: list[Element] = field(default_factory=list)


def look(flow: Flow, root: Fragment, canvas: Canvas, min_text: float) -> Findings:
    """Everything in a layout that does not fit."""
    walker = Walker(flow, canvas, min_text)
    walker.visit(root, 0.0, 0.0, IDENTITY, [])
    return walker.findings


class Walker:
    """Gathers findings from a box down."""

    def __init__(self, flow: Flow, canvas: Canvas, min_text: float) -> None:
        self.flow, self.min_text = flow, min_text
        self.canvas = Area(0.0, 0.0, float(canvas.width), float(canvas.height))
        self.safe = canvas.safe_box
        self.findings = Findings()

    def visit(self, fragment: Fragment, x: float, y: float, matrix: Matrix, above: list[Element]) -> None:
        box, style = fragment.box, self.flow.style(fragment.box)
        area = Area(x, y, fragment.width, fragment.height)
        turned = transform_of(style, self.flow.styler, area)
        if turned is not None:
            matrix = times(matrix, turned)
        if not box.anonymous:
            above = [*above, box.element]
        if not box.element.ornament:
            self._own(fragment, area, matrix)
            self.children(fragment)
        shaped = paints(style) or style.overflow == "hidden" or box.element.tag == "img"
        if shaped and oval_corner(style, area.width, area.height) and not box.anonymous:
            self.findings.ovals.append(box.element)
        for child in fragment.children:
            self.visit(child.fragment, x + child.x, y + child.y, matrix, above)
        for line in fragment.lines:
            self._line(fragment, line, x, y, matrix, above)

    def _own(self, fragment: Fragment, area: Area, matrix: Matrix) -> None:
        """The box itself on the canvas; a QR code in the safe box."""
        for claim in claims(self.flow, fragment, area):
            around = self.safe if claim.kind == "safe" else self.canvas
            self._inside(mapped(matrix, claim.area), around, claim.kind, fragment.box.element, claim.grown)

    def _inside(
        self, area: Area, around: Area, kind: MisfitKind, element: Element, grown: bool, child: Element | None = None
    ) -> None:
        below = (area.y + area.height) - (around.y + around.height)
        beside = (area.x + area.width) - (around.x + around.width)
        above, before = around.y - area.y, around.x - area.x
        if below <= TOLERANCE and beside <= TOLERANCE and above <= TOLERANCE and before <= TOLERANCE:
            return
        sides: tuple[tuple[Side, float], ...] = (
            ("bottom", below),
            ("right", beside),
            ("top", above),
            ("left", before),
        )
        for side, by in sides:
            if by > TOLERANCE:
                self.findings.misfits.append(Misfit(kind, element, by, side, grown=grown, child=child))

    def children(self, fragment: Fragment) -> None:
        """Children in the flow, in the content box."""
        edges = fragment.edges
        inside = Area(edges.left, edges.top, fragment.width - edges.across, fragment.height - edges.down)
        for child in fragment.children:
            inner = child.fragment
            box = inner.box
            if box.absolute or not inner.height or not inner.width or (box.element.ornament and not box.anonymous):
                continue
            element = None if box.anonymous else box.element
            self._inside(self._extent(child), inside, "overflow", fragment.box.element, False, element)
        for line in fragment.lines:
            top, bottom = self._leading(line)
            area = Area(inside.x, line.y + top, 0.0, line.height - top - bottom)
            self._inside(area, inside, "overflow", fragment.box.element, False)

    def _extent(self, child: Placed) -> Area:
        """The child's border box; a negative margin is an overlap that somebody wanted, so it is not counted."""
        fragment = child.fragment
        box, style = fragment.box, self.flow.style(fragment.box)
        left, right = _wanted(style.margin_left), _wanted(style.margin_right)
        top, bottom = _wanted(style.margin_top), _wanted(style.margin_bottom)
        if box.kind == "block":  # margins of its own children may have come out of it
            top, bottom = max(top, -fragment.top.total), max(bottom, -fragment.bottom.total)
        if fragment.lines and box.anonymous:
            top += self._leading(fragment.lines[0])[0]
            bottom += self._leading(fragment.lines[-1])[1]
        x, y = child.x - child.shift[0] + left, child.y - child.shift[1] + top
        return Area(x, y, fragment.width - left - right, fragment.height - top - bottom)

    def _leading(self, line: LineBox) -> tuple[float, float]:
        """How much of the line's height above and below is leading, no letter ever reaching there, px."""
        runs = [item for item in line.items if isinstance(item, TextRun)]
        if not runs or any(isinstance(item, Atom) for item in line.items) or any(run.above for run in runs):
            return 0.0, 0.0
        size = max(self.flow.style(run.box).font_size for run in runs)
        spare = max(line.height - size, 0.0) / 2
        return spare, spare

    def _line(
        self, fragment: Fragment, line: LineBox, x: float, y: float, matrix: Matrix, above: list[Element]
    ) -> None:
        parts = [item.box.element for item in line.items if isinstance(item, InlinePart)]
        if line.text.strip():
            for element in {*above, *parts}:
                self.findings.line_counts[element] = self.findings.line_counts.get(element, 0) + 1
        for item in line.items:
            if isinstance(item, Atom):
                self.visit(item.fragment, x + item.x, y + item.y, matrix, above)
            elif isinstance(item, TextRun):
                self._run(item, x, y, matrix)
        element = fragment.box.element
        if is_too_wide(line) and not element.ornament:
            by = line.width - line.room
            self.findings.misfits.append(Misfit("word", element, by, "right", line.text.strip(), line.room))

    def _run(self, run: TextRun, x: float, y: float, matrix: Matrix) -> None:
        element = run.box.element
        if element.ornament or not run.text.strip():
            return
        size = self.flow.style(run.box).font_size
        above, below = letters(run, size)
        seen = Area(x + run.x, y + run.baseline - above, run.width, above + below)
        self._inside(mapped(matrix, seen), self.safe, "safe", element, True)
        painted = size * scale_of(matrix)
        if painted < self.min_text - SMALLER:
            self.findings.small.append((element, painted))


def _wanted(margin: object) -> float:
    return -margin if isinstance(margin, float) and margin < 0 else 0.0


class Claim(NamedTuple):
    """Where a box's own ink lies, and what has to hold it."""

    area: Area
    kind: Literal["canvas", "safe"]
    grown: bool  # the box is as large as its content made it


def claims(flow: Flow, fragment: Fragment, area: Area) -> Iterator[Claim]:
    """What of the box itself must be seen: its marker, what it paints, and a QR code most of all."""
    box = fragment.box
    if box.parent is None or box.element.tag == "body" or box.anonymous:
        return
    marker = marker_of(flow, fragment, area.x, area.y)
    if marker is not None:
        yield Claim(marker.area, "safe", True)
    if box.replaced is not None or paints(flow.style(box)):
        yield Claim(area, "canvas", not fragment.fixed_height)
    if box.replaced is not None and box.replaced.is_qr:
        yield Claim(area, "safe", False)


def is_too_wide(line: LineBox) -> bool:
    """Whether a word, or words that must stay together, are wider than the line."""
    return line.width > line.room + TOLERANCE


def letters(run: TextRun, size: float) -> tuple[float, float]:
    """From the baseline up to the tops of capitals, and down to the ends of descenders, px: what must be seen."""
    return max(0.75 * size, run.above), max(0.25 * size, run.below)


def text_of(box: Box | Element) -> str:
    """All words inside an element, white space collapsed."""
    element = box.element if isinstance(box, Box) else box
    words: list[str] = []
    for part in element.descendants():
        words.extend(child for child in part.children if isinstance(child, str))
    return " ".join("".join(words).split())
