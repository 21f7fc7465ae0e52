"""Whether a layout fits, told quickly: each part of it is looked at once, however many layouts it stands in.

``misfits`` finds the same with names and numbers, for the layout that is taken.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from campaign.layout.commands import Box as Area
from campaign.layout.commands import Canvas
from campaign.layout.decoration import oval_corner
from campaign.layout.elements import Element
from campaign.layout.flow import Flow
from campaign.layout.fragments import Atom, Fragment, InlinePart, LineBox, TextRun
from campaign.layout.misfits import SMALLER, TOLERANCE, Walker, claims, is_too_wide, letters

NEVER = float("inf")


@dataclass(slots=True)
class Reach:
    """How far something reaches to each side; nothing at all at first."""

    left: float = NEVER
    top: float = NEVER
    right: float = -NEVER
    bottom: float = -NEVER

    def add(self, left: float, top: float, right: float, bottom: float) -> None:
        if left < self.left:
            self.left = left
        if top < self.top:
            self.top = top
        if right > self.right:
            self.right = right
        if bottom > self.bottom:
            self.bottom = bottom

    def is_inside(self, area: Area) -> bool:
        return (
            self.left >= area.x - TOLERANCE
            and self.top >= area.y - TOLERANCE
            and self.right <= area.right + TOLERANCE
            and self.bottom <= area.bottom + TOLERANCE
        )


@dataclass(slots=True)
class Summary:
    """What is known of a laid-out box and all in it, wherever it stands; places are from its own corner, px."""

    canvas: Reach = field(default_factory=Reach)  # what the canvas must hold
    safe: Reach = field(default_factory=Reach)  # and the safe box
    smallest: float = NEVER  # the smallest font size
    overflows: bool = False  # something stands out of its box, or a word out of its line
    excess: float = 0.0  # how far at the bottom
    odd: bool = False  # something is turned or has an oval corner: only a walk over all of it tells more
    lines: int = 0
    counts: dict[Element, int] | None = None  # the lines of elements that may have only so many

    def add(self, inner: "Summary", x: float, y: float) -> None:
        """Something in the box, and where."""
        canvas, safe = inner.canvas, inner.safe
        self.canvas.add(canvas.left + x, canvas.top + y, canvas.right + x, canvas.bottom + y)
        self.safe.add(safe.left + x, safe.top + y, safe.right + x, safe.bottom + y)
        if inner.smallest < self.smallest:
            self.smallest = inner.smallest
        if inner.excess > self.excess:
            self.excess = inner.excess
        self.overflows = self.overflows or inner.overflows
        self.odd = self.odd or inner.odd
        self.lines += inner.lines
        if inner.counts:
            for element, count in inner.counts.items():
                self.count(element, count)

    def count(self, element: Element, lines: int) -> None:
        if self.counts is None:
            self.counts = {}
        self.counts[element] = self.counts.get(element, 0) + lines


class Summaries:
    """The summaries of all layouts of one picture. ``limited`` are the elements that may have only so many lines."""

    def __init__(self, canvas: Canvas, limited: frozenset[Element]) -> None:
        self.canvas, self.limited = canvas, limited
        self._known: dict[Fragment, Summary] = {}

    def of(self, flow: Flow, fragment: Fragment) -> Summary:
        found = self._known.get(fragment)
        if found is None:
            found = self._known[fragment] = self._made(flow, fragment)
        return found

    def _made(self, flow: Flow, fragment: Fragment) -> Summary:
        box, style, made = fragment.box, flow.style(fragment.box), Summary()
        made.odd = bool(style.transform) or oval_corner(style, fragment.width, fragment.height)
        if not box.element.ornament:
            self._own(flow, fragment, made)
        for x, y, child, _ in fragment.children:
            made.add(self.of(flow, child), x, y)
        for line in fragment.lines:
            self._line(flow, line, made)
        if box.element in self.limited and not box.anonymous:
            made.count(box.element, made.lines)
        return made

    def _own(self, flow: Flow, fragment: Fragment, made: Summary) -> None:
        for area, kind, _ in claims(flow, fragment, Area(0.0, 0.0, fragment.width, fragment.height)):
            reach = made.safe if kind == "safe" else made.canvas
            reach.add(area.x, area.y, area.right, area.bottom)
        if not fragment.children and not fragment.lines:
            return
        walker = Walker(flow, self.canvas, 0.0)
        walker.children(fragment)
        for misfit in walker.findings.misfits:
            made.overflows = True
            if misfit.side == "bottom":
                made.excess = max(made.excess, misfit.by)
        if any(map(is_too_wide, fragment.lines)):
            made.overflows = True

    def _line(self, flow: Flow, line: LineBox, made: Summary) -> None:
        parts = set()
        for item in line.items:
            if isinstance(item, TextRun):
                if not item.box.element.ornament and item.text.strip():
                    size = flow.style(item.box).font_size
                    above, below = letters(item, size)
                    made.safe.add(item.x, item.baseline - above, item.x + item.width, item.baseline + below)
                    made.smallest = min(made.smallest, size)
            elif isinstance(item, Atom):
                made.add(self.of(flow, item.fragment), item.x, item.y)
            elif isinstance(item, InlinePart) and item.box.element in self.limited:
                parts.add(item.box.element)
        if line.text.strip():
            made.lines += 1
            for element in parts:
                made.count(element, 1)


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether everything is where it belongs; ``clean``: and nothing else is to be said of the layout."""

    fits: bool
    clean: bool
    excess: float
    lines: Mapping[Element, int]  # of elements that may have only so many


def verdict(flow: Flow, root: Fragment, summaries: Summaries, min_text: float) -> Verdict | None:
    """None where only ``misfits.look`` can tell."""
    summary = summaries.of(flow, root)
    if summary.odd:
        return None
    canvas = summaries.canvas
    whole = Area(0.0, 0.0, float(canvas.width), float(canvas.height))
    fits = not summary.overflows and summary.canvas.is_inside(whole) and summary.safe.is_inside(canvas.safe_box)
    return Verdict(fits, fits and summary.smallest >= min_text - SMALLER, summary.excess, summary.counts or {})
