"""Fit or fail: finds the largest setting of the text roles at which everything fits.

All roles share one setting ``t`` from 0 (smallest) to 1 (preferred), so that a picture's type shrinks in proportion. A
role with a limit of lines is first made smaller on its own until it keeps the limit.
"""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from campaign.layout.boxes import Box, Tree
from campaign.layout.cascade import Role
from campaign.layout.commands import Canvas
from campaign.layout.elements import Element
from campaign.layout.flow import Flow
from campaign.layout.fragments import Fragment, Placed
from campaign.layout.misfits import Findings, Misfit, look

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

    @property
    def excess(self) -> float:
        """How far something stands out at the bottom, px."""
        return max((m.by for m in self.misfits if m.kind == "overflow" and m.side == "bottom"), default=0.0)


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


class Search:
    """Looks for the last of ``count`` settings that fits, when the one after them does not.

    What stands out at the bottom falls nearly in a line with the size of type, so the place where it comes to nothing
    can be told from two settings that do not fit. After a few guesses it goes on by halving. The picture alone decides
    what is tried, never a picture before it.
    """

    GUESSES = 5
    FALL = 3  # px by which the first guess takes the bottom to rise with each setting: rather too much than too little

    def __init__(self, count: int, excess: float) -> None:
        self.low, self.high = -1, count  # low fits, high does not
        self.failures = [(count, excess)]
        self.stride = 0  # above a guess that fits
        self.tries = 0

    def next(self) -> int | None:
        """The setting to try; None when ``low`` is the one looked for."""
        if self.high - self.low <= 1:
            return None
        self.tries += 1
        middle = (self.low + self.high) // 2
        if self.tries == 1:
            return max(middle, self.high - 1 - int(self.failures[0][1] / self.FALL))
        if len(self.failures) < 2 or self.tries > self.GUESSES:
            return middle
        if self.stride:
            return min(self.low + self.stride, middle)
        (above, more), (below, less) = self.failures[-2:]
        if more <= less:
            return middle
        guess = int(below - less * (above - below) / (more - less))
        return min(max(guess, self.low + 1), self.high - 1)

    def fitted(self, index: int) -> None:
        self.low = index
        if len(self.failures) > 1:
            self.stride = self.stride * 2 or 1

    def failed(self, index: int, excess: float) -> None:
        self.high = index
        self.failures.append((index, excess))
        self.stride = 0


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

    def best(self) -> Attempt:
        """The largest setting that fits; the smallest when none does."""
        attempt = self._within_lines()
        if not attempt.misfits or not self.roles:
            return attempt
        settings = sorted({t for role in self.roles.values() for t in role.settings()} | {0.0})
        settings = [t for t in settings if t < 1]
        search = Search(len(settings), attempt.excess)
        tried = found = attempt
        while (index := search.next()) is not None:
            tried = self._attempt(self._sizes(settings[index]))
            if tried.misfits:
                search.failed(index, tried.excess)
            else:
                search.fitted(index)
                found = tried
        return tried if found is attempt else found  # the last one tried is the smallest when nothing fits

    def _sizes(self, t: float) -> Sizes:
        return {element: role.at(t) for element, role in self.roles.items()}

    def _attempt(self, sizes: Sizes) -> Attempt:
        flow = self.flow_of(sizes)
        root = flow.root(self.tree.root)
        findings = look(flow, root, self.canvas, self.min_text)
        return Attempt(flow, root, findings, (*findings.misfits, *self._long(findings)))

    def _long(self, findings: Findings) -> list[Misfit]:
        """Roles with more lines than they may have."""
        return [
            Misfit("lines", element, findings.line_counts.get(element, 0) - role.lines)
            for element, role in self.roles.items()
            if role.lines is not None and findings.line_counts.get(element, 0) > role.lines
        ]

    def _within_lines(self) -> Attempt:
        """The preferred setting, with roles of too many lines made smaller on their own."""
        attempt = self._attempt(self._sizes(1.0))
        for _ in range(ROUNDS):
            long = [misfit.element for misfit in attempt.misfits if misfit.kind == "lines"]
            placed = _by_element(attempt.root, frozenset(long))
            changed = False
            for element in long:
                if element in placed:
                    changed = self._shortened(element, placed[element]) or changed
            if not changed:
                break
            attempt = self._attempt(self._sizes(1.0))
        return attempt

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
        return look(flow, laid, self.canvas, 0.0).line_counts.get(element, 0)


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
