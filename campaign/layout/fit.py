"""Fit or fail: finds the largest setting of the text roles at which everything fits.

All roles share one setting ``t`` from 0 (smallest) to 1 (preferred), so that a picture's type shrinks in proportion. A
role with a limit of lines is first made smaller on its own until it keeps the limit.
"""

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from campaign.layout.boxes import Box, Tree
from campaign.layout.cascade import Role
from campaign.layout.commands import Canvas
from campaign.layout.elements import Element
from campaign.layout.flow import Flow
from campaign.layout.forecast import Forecast
from campaign.layout.fragments import Fragment, Placed
from campaign.layout.misfits import TOLERANCE, Findings, Misfit, look
from campaign.layout.search import Search
from campaign.layout.verdict import Summaries, Verdict, verdict

STEP = 0.5
"""Font sizes are whole multiples of this, px, unless a role keeps its preferred size."""

ROUNDS = 3  # a title that takes fewer lines may change the room of the next one

Sizes = Mapping[Element, float]


@dataclass(frozen=True, slots=True)
class Attempt:
    """A layout at one setting, and what is wrong with it."""

    flow: Flow
    root: Fragment
    findings: Findings
    misfits: tuple[Misfit, ...]


@dataclass(frozen=True, slots=True)
class Try:
    """A layout at one setting, and whether it fits; ``long`` are the roles that take too many lines."""

    flow: Flow
    root: Fragment
    verdict: Verdict
    long: tuple[Element, ...]

    @property
    def fits(self) -> bool:
        return self.verdict.fits and not self.long


@dataclass(frozen=True, slots=True)
class RoleSize:
    """A text role of this picture: its smallest and largest font size, px, and its limit of lines."""

    smallest: float
    largest: float
    lines: int | None

    def at(self, t: float) -> float:
        """The font size at a setting, px."""
        if t >= 1:
            return self.largest
        size = self.smallest + t * (self.largest - self.smallest)
        return max(self.smallest, math.floor(size / STEP + 1e-9) * STEP)

    def settings(self) -> list[float]:
        """The settings at which the size changes."""
        span = self.largest - self.smallest
        first = math.ceil(self.smallest / STEP + 1e-9)
        last = math.floor(self.largest / STEP - 1e-9)
        return [(number * STEP - self.smallest) / span for number in range(first, last + 1)] if span > 0 else []


class Fitter:
    """Tries settings on one tree. ``flow_of`` starts a layout with given sizes of roles."""

    def __init__(
        self,
        tree: Tree,
        canvas: Canvas,
        min_text: float,
        roles: Mapping[Element, Role],
        flow_of: Callable[[Sizes], Flow],
    ) -> None:
        self.tree, self.canvas, self.min_text, self.flow_of = tree, canvas, min_text, flow_of
        natural = flow_of({})
        self.roles = {
            element: RoleSize(role.smallest, max(natural.element_style(element).font_size, role.smallest), role.lines)
            for element, role in roles.items()
        }
        limited = frozenset(element for element, role in self.roles.items() if role.lines is not None)
        self.summaries = Summaries(canvas, limited)

    def best(self) -> Attempt:
        """The largest setting that fits; the smallest when none does."""
        first = self._within_lines()
        return self._told(first if first.fits or not self.roles else self._searched(first))

    def _searched(self, first: Try) -> Try:
        """The best setting below one that does not fit."""
        settings = sorted({t for role in self.roles.values() for t in role.settings()} | {0.0})
        settings = [t for t in settings if t < 1]
        forecast = Forecast(first.flow, first.root, self._sizes(1.0), first.verdict.excess)
        search = Search(len(settings), lambda index: forecast.excess(self._sizes(settings[index])), TOLERANCE)
        tried, found = first, None
        while (index := search.next()) is not None:
            tried = self._try(self._sizes(settings[index]))
            if tried.fits:
                search.fitted(index)
                found = tried
            else:
                search.failed(index, tried.verdict.excess)
        return found or tried  # the last one tried is the smallest when nothing fits

    def _sizes(self, t: float) -> Sizes:
        return {element: role.at(t) for element, role in self.roles.items()}

    def _try(self, sizes: Sizes) -> Try:
        flow = self.flow_of(sizes)
        root = flow.root(self.tree.root)
        found = verdict(flow, root, self.summaries, self.min_text)
        if found is None:
            findings = look(flow, root, self.canvas, self.min_text)
            excess = max((m.by for m in findings.misfits if m.kind == "overflow" and m.side == "bottom"), default=0.0)
            found = Verdict(not findings.misfits, False, excess, findings.line_counts)
        long = (
            element
            for element, role in self.roles.items()
            if role.lines is not None and found.lines.get(element, 0) > role.lines
        )
        return Try(flow, root, found, tuple(long))

    def _told(self, taken: Try) -> Attempt:
        """The layout that is taken, with all that is to be said of it."""
        flow, root = taken.flow, taken.root
        if taken.verdict.clean and not taken.long:
            return Attempt(flow, root, Findings(), ())
        findings = look(flow, root, self.canvas, self.min_text)
        return Attempt(flow, root, findings, (*findings.misfits, *self._too_long(findings)))

    def _too_long(self, findings: Findings) -> Iterator[Misfit]:
        """Roles with more lines than they may have."""
        for element, role in self.roles.items():
            lines = findings.line_counts.get(element, 0)
            if role.lines is not None and lines > role.lines:
                yield Misfit("lines", element, lines - role.lines)

    def _within_lines(self) -> Try:
        """The preferred setting, with roles of too many lines made smaller on their own."""
        tried = self._try(self._sizes(1.0))
        for _ in range(ROUNDS):
            placed = _by_element(tried.root, frozenset(tried.long)) if tried.long else {}
            changed = False
            for element in tried.long:
                if element in placed:
                    changed = self._shortened(element, placed[element]) or changed
            if not changed:
                break
            tried = self._try(self._sizes(1.0))
        return tried

    def _shortened(self, element: Element, fragment: Fragment) -> bool:
        """Gives a role the largest size at which its lines hold in the width that it has."""
        role = self.roles[element]
        assert role.lines is not None
        low, high = 0, round((role.largest - role.smallest) / STEP)
        while high - low > 1:
            middle = (low + high) // 2
            size = role.at(middle * STEP / (role.largest - role.smallest))
            if self._count(element, fragment, size) <= role.lines:
                low = middle
            else:
                high = middle
        size = role.at(low * STEP / (role.largest - role.smallest)) if role.largest > role.smallest else role.smallest
        if size >= role.largest:
            return False
        self.roles[element] = RoleSize(role.smallest, size, role.lines)
        return True

    def _count(self, element: Element, fragment: Fragment, size: float) -> int:
        """The lines that the role's box takes in its width at another size."""
        flow = self.flow_of({**self._sizes(1.0), element: size})
        laid = flow.lay(fragment.box, fragment.width, fragment.width, None)
        return self.summaries.of(flow, laid).lines


def _by_element(root: Fragment, wanted: frozenset[Element]) -> dict[Element, Fragment]:
    """The fragments of block-level elements among ``wanted``."""
    found: dict[Element, Fragment] = {}
    waiting = [Placed(0.0, 0.0, root)]
    while waiting:
        fragment = waiting.pop().fragment
        box: Box = fragment.box
        if box.element in wanted and not box.anonymous:
            found[box.element] = fragment
        waiting.extend(fragment.children)
    return found
