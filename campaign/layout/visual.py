"""A line whose words run both ways: from the order of reading to that of seeing (UAX #9, L2; CSS Writing Modes 4, 2.4).

Inline boxes are cut where their words are moved apart. A box's start edge stays with its first words: at the left of
the first piece of a box that runs rightwards, at the right of the last piece of one that runs leftwards.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from campaign.layout.bidi import visual_order
from campaign.layout.boxes import Box
from campaign.layout.fragments import Atom, GroupEdge, InlinePart, LineItem, TextRun
from campaign.layout.style import Style


@dataclass(slots=True)
class Hung:
    """An inline box that is aligned with all that is in it: how far that reaches about its own baseline, and how far
    the baseline comes to be raised above that of what it is a part of (``around``, else the line), px."""

    word: str  # its vertical-align
    above: float
    below: float
    around: "Hung | None" = None
    raised: float = 0.0
    along: float = 0.0  # what Blink moves it by as well where the inline box around it is raised

    @property
    def total(self) -> float:
        """How far it is raised above the line's baseline, px."""
        return self.raised + self.along + (self.around.total if self.around else 0.0)


class Level(NamedTuple):
    """An inline box that is open: how far its baseline is raised, and its height about that baseline, px.

    ``hung`` is what it is a part of where that does not stand on the line's baseline: how far it is raised is then
    about that. ``moved`` is what position: relative of it and of the inline boxes around it comes to.
    """

    box: Box
    style: Style
    raised: float
    above: float
    below: float
    part: InlinePart | None
    hung: Hung | None = None
    moved: tuple[float, float] = (0.0, 0.0)


class Stand(NamedTuple):
    """An item of a line, and how it stands to the line's baseline."""

    item: LineItem
    raised: float
    hung: Hung | None
    moved: tuple[float, float]


class Leaf(NamedTuple):
    """What stands on a line and is moved whole; ``item`` is None in an inline box that holds nothing.

    ``level`` is its embedding level, ``width`` what it takes, ``offset`` where the item starts in that (an atom's left
    margin), ``around`` the inline boxes that it lies in, outermost first.
    """

    item: TextRun | Atom | None
    level: int
    width: float
    offset: float
    around: tuple[Level, ...]


class Side(NamedTuple):
    """One side of an inline box: the margin alone, and with border and padding, px."""

    margin: float
    whole: float


def seen(leaves: Sequence[Leaf], left: float, side: Callable[[Box, bool], Side]) -> tuple[list[LineItem], list[Stand]]:
    """The line's items in the order of seeing, from ``left`` on, and how the new ones stand.

    ``side(box, True)`` is the left side of an inline box.
    """
    return _Line([leaves[index] for index in visual_order([leaf.level for leaf in leaves])], left, side).made()


class _Line:
    def __init__(self, leaves: list[Leaf], left: float, side: Callable[[Box, bool], Side]) -> None:
        self.leaves, self.x, self.side = leaves, left, side
        self.items: list[LineItem] = []
        self.stands: list[Stand] = []
        self.open: list[tuple[Level, InlinePart]] = []
        self.starts: dict[int, int] = {}  # of each inline box's part: the first and the last leaf in it
        self.ends: dict[int, int] = {}
        for index, leaf in enumerate(leaves):
            for level in leaf.around:
                self.starts.setdefault(id(level.part), index)
                self.ends[id(level.part)] = index

    def made(self) -> tuple[list[LineItem], list[Stand]]:
        for index, leaf in enumerate(self.leaves):
            same = self._shared(leaf.around)
            self._close(same, index - 1)
            for level in leaf.around[same:]:
                self._open(level, index)
            if leaf.item is not None:
                leaf.item.x = self.x + leaf.offset
                self.items.append(leaf.item)
            self.x += leaf.width
        self._close(0, len(self.leaves) - 1)
        return self.items, self.stands

    def _shared(self, around: tuple[Level, ...]) -> int:
        """How many of the open boxes hold the next leaf too."""
        same = 0
        while same < min(len(self.open), len(around)) and self.open[same][0].part is around[same].part:
            same += 1
        return same

    def _open(self, level: Level, index: int) -> None:
        whole = level.part
        assert whole is not None
        ends = whole.last if level.style.leftwards else whole.first
        first = ends and self.starts[id(whole)] == index
        part = InlinePart(level.box, self.x, 0.0, 0.0, 0.0, first, False)
        if first:
            side = self.side(level.box, True)
            part.x += side.margin
            self.x += side.whole
        if level.style.opacity < 1:
            self.items.append(GroupEdge(level.box, True))
        self.items.append(part)
        self.stands.append(Stand(part, level.raised, level.hung, level.moved))
        self.open.append((level, part))

    def _close(self, keep: int, index: int) -> None:
        while len(self.open) > keep:
            level, part = self.open.pop()
            whole = level.part
            assert whole is not None
            ends = whole.first if level.style.leftwards else whole.last
            part.last = ends and self.ends[id(whole)] == index
            side = self.side(level.box, False) if part.last else Side(0.0, 0.0)
            self.x += side.whole
            part.width = self.x - part.x - side.margin
            if level.style.opacity < 1:
                self.items.append(GroupEdge(level.box, False))
