"""How high a picture would be at other sizes of its text, told from one layout: where to look for the size that fits.

Lines of text make nearly all of the difference. At another size they break as they would in a room that is as much
wider as the text is smaller, so no word is measured again. A forecast only says which size to try first: whether
it fits, a layout tells.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from campaign.layout.elements import Element
from campaign.layout.flow import Flow
from campaign.layout.fragments import Fragment
from campaign.layout.lengths import Length
from campaign.layout.lines import SLACK, Breaker

NEVER = float("inf")


@dataclass(slots=True)
class _Text:
    """Lines whose size a role decides: their height as they were laid out, px, and how they break elsewhere."""

    role: Element
    size: float
    height: float
    breaker: Breaker
    known: dict[float, float] = field(default_factory=dict)

    def growth(self, sizes: Mapping[Element, float]) -> float:
        size = sizes[self.role]
        found = self.known.get(size)
        if found is None:
            found = self.known[size] = self._growth(size / self.size)
        return found

    def _growth(self, scale: float) -> float:
        """How much higher the lines become; without end where a word is wider than the line."""
        breaker = self.breaker
        room = breaker.room / scale
        if max(map(breaker.line_width, ((n, n + 1) for n in range(len(breaker.chunks)))), default=0.0) > room + SLACK:
            return NEVER
        before = len(breaker.ranges(breaker.room))
        return self.height * (len(breaker.ranges(room)) / before * scale - 1)


class _Row(NamedTuple):
    """Items beside each other: the highest decides. Each has its height as it was laid out, px.

    ``fixed`` is the height of those that no role makes higher.
    """

    items: tuple[tuple[float, "_Part"], ...]
    fixed: float
    highest: float

    def growth(self, sizes: Mapping[Element, float]) -> float:
        return max(self.fixed, *[height + part.growth(sizes) for height, part in self.items]) - self.highest


class _Column(NamedTuple):
    parts: tuple["_Part", ...]

    def growth(self, sizes: Mapping[Element, float]) -> float:
        return sum([part.growth(sizes) for part in self.parts])


_Part = _Text | _Row | _Column


class Forecast:
    """From a layout at the given sizes of its roles, out of whose bottom ``excess`` px stand."""

    def __init__(self, flow: Flow, root: Fragment, sizes: Mapping[Element, float], excess: float) -> None:
        self.flow, self.sizes, self.beyond = flow, sizes, excess
        self.root = self._part(root, None)

    def excess(self, sizes: Mapping[Element, float]) -> float:
        """How far the content would stand out at other sizes, px; less than 0: so much room would be left."""
        return self.beyond + (self.root.growth(sizes) if self.root else 0.0)

    def _part(self, fragment: Fragment, role: Element | None) -> "_Part | None":
        """``role`` is the one that the text's size around the fragment follows."""
        box = fragment.box
        if not box.anonymous:
            role = self._role(box.element, role)
        if fragment.lines:
            if role is None:
                return None
            room = fragment.lines[0].room
            height = sum(line.height for line in fragment.lines)
            return _Text(role, self.sizes[role], height, Breaker(self.flow, box, room))
        in_flow = [child.fragment for child in fragment.children if not child.fragment.box.absolute]
        found = [(child, part) for child in in_flow if (part := self._part(child, role)) is not None]
        if not found:
            return None
        if box.kind == "flex" and not self.flow.style(box).is_column:
            moving = tuple((child.height, part) for child, part in found)
            inside = {child for child, _ in found}
            fixed = max((child.height for child in in_flow if child not in inside and child.fixed_height), default=0.0)
            return _Row(moving, fixed, max(child.height for child in in_flow))
        return found[0][1] if len(found) == 1 else _Column(tuple(part for _, part in found))

    def _role(self, element: Element, outer: Element | None) -> Element | None:
        if element in self.sizes:
            return element
        size = self.flow.declared[element].values.get("font-size")
        fixed = isinstance(size, Length) and not size.em and not size.percent
        return None if fixed else outer
