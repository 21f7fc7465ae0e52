"""What layout makes: boxes with sizes and places, lines with their runs. Painting and the checks read these.

All places are relative to the top-left corner of the border box of the fragment that holds them, px.
"""

from dataclasses import dataclass, field
from typing import NamedTuple

from campaign.layout.boxes import Box


class Edges(NamedTuple):
    """Border and padding together, px."""

    top: float
    right: float
    bottom: float
    left: float

    @property
    def across(self) -> float:
        return self.left + self.right

    @property
    def down(self) -> float:
        return self.top + self.bottom


class Strut(NamedTuple):
    """Adjoining vertical margins: the largest positive and the most negative of them (CSS 2.1, 8.3.1)."""

    positive: float = 0.0
    negative: float = 0.0

    def joined(self, other: "Strut") -> "Strut":
        return Strut(max(self.positive, other.positive), min(self.negative, other.negative))

    @property
    def total(self) -> float:
        return self.positive + self.negative


NO_MARGIN = Strut()


def strut(margin: float) -> Strut:
    return Strut(max(margin, 0.0), min(margin, 0.0))


@dataclass(slots=True, eq=False)
class TextRun:
    """Words of one text box on one line.

    ``above`` and ``below`` are how far letters that its font has not reach from the baseline, px; ``direction`` is ltr
    or rtl where the line runs both ways.
    """

    box: Box
    text: str
    x: float
    baseline: float
    width: float
    underline: bool
    above: float = 0.0
    below: float = 0.0
    direction: str = ""


@dataclass(slots=True, eq=False)
class InlinePart:
    """The part of an inline box that lies on one line: its border box; ``first`` and ``last`` have side edges."""

    box: Box
    x: float
    y: float
    width: float
    height: float
    first: bool
    last: bool


@dataclass(slots=True, eq=False)
class Atom:
    """A picture or an inline-block on a line."""

    fragment: "Fragment"
    x: float
    y: float


@dataclass(slots=True, eq=False)
class GroupEdge:
    """Where an inline box with opacity starts or ends on a line."""

    box: Box
    start: bool


LineItem = TextRun | InlinePart | Atom | GroupEdge


@dataclass(slots=True, eq=False)
class LineBox:
    """One line. ``width`` is of its content, ``room`` what there was for it.

    ``read`` is its text in the order of reading where that is not the one of its items.
    """

    x: float
    y: float
    width: float
    height: float
    baseline: float
    room: float
    items: list[LineItem]
    read: str = ""

    @property
    def text(self) -> str:
        return self.read or "".join(item.text for item in self.items if isinstance(item, TextRun))


class StaticPlace(NamedTuple):
    """Where an absolute box would have stood: a point, or in a flex container a room and how it aligns there."""

    x: float
    y: float
    across: float = 0.0
    down: float = 0.0
    align_x: float = 0.0  # 0 start, 0.5 centre, 1 end
    align_y: float = 0.0

    def moved(self, x: float, y: float) -> "StaticPlace":
        return self._replace(x=self.x + x, y=self.y + y)


class Pending(NamedTuple):
    """An absolute box on its way up to its containing block."""

    box: Box
    place: StaticPlace


class Placed(NamedTuple):
    """A child. ``shift`` is what position: relative moved it by, already in x and y."""

    x: float
    y: float
    fragment: "Fragment"
    shift: tuple[float, float] = (0.0, 0.0)


@dataclass(slots=True, eq=False)
class Fragment:
    """A laid-out box: its border box's size, and what is in it."""

    box: Box
    width: float
    height: float
    edges: Edges
    children: list[Placed] = field(default_factory=list)
    lines: list[LineBox] = field(default_factory=list)
    pending: list[Pending] = field(default_factory=list)
    hollow: list[tuple[Box, float, float]] = field(default_factory=list)  # inline boxes where there is no line
    baseline: float | None = None  # of the first line, from the border box's top
    last_baseline: float | None = None
    top: Strut = NO_MARGIN  # margins that adjoin the top, its own among them
    bottom: Strut = NO_MARGIN
    upper: Strut = NO_MARGIN  # ``top`` without the margin below, where the box lets margins through
    through: bool = False  # top and bottom margins adjoin each other; all are in ``top``
    fixed_height: bool = False  # the height is not made by the content

    def lower_content(self, by: float) -> None:
        """Moves all that lies in the box down. Only while the fragment is being made: later others hold it, too."""
        self.children = [placed._replace(y=placed.y + by) for placed in self.children]
        self.pending = [Pending(pending.box, pending.place.moved(0.0, by)) for pending in self.pending]
        self.hollow = [(box, x, y + by) for box, x, y in self.hollow]
        for line in self.lines:
            line.y, line.baseline = line.y + by, line.baseline + by
            for item in line.items:
                if isinstance(item, TextRun):
                    item.baseline += by
                elif isinstance(item, InlinePart | Atom):
                    item.y += by
        if self.baseline is not None:
            self.baseline += by
        if self.last_baseline is not None:
            self.last_baseline += by
