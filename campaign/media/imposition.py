"""Which page lies where on which side of which sheet, and where to cut and fold it. Arithmetic only.

Lengths are mm from the sheet's lower left corner, as PDF counts. Sides come in pairs, front and back, so that what lies
behind a page is its own back: through the flip of the printer a point at ``x`` of a front lies at ``width - x`` of its
back (flipped like a book's page) or at ``height - y`` (flipped like a calendar's).
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from campaign.model.sheet import Sheet

PAPERS = {"a4": (210.0, 297.0), "f4": (215.0, 330.0), "a3": (297.0, 420.0)}  # portrait
EDGE = 5.0  # mm along the paper's edge that office printers leave white
GAP, MARK = 1.0, 5.0  # mm between art and mark, and how long a mark is
BAND = 2.4  # mm that a line of imprint takes
ONE_CUT = 2.0  # mm: a narrower gutter is cut once, in its middle


@dataclass(frozen=True, slots=True)
class Box:
    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.top - self.bottom


@dataclass(frozen=True, slots=True)
class Slot:
    """A page on a side. ``box`` is where its trimmed area lies, ``clip`` what of it is printed."""

    page: int  # from 0
    box: Box
    clip: Box
    turned: bool = False  # by half a turn


@dataclass(frozen=True, slots=True)
class Mark:
    """A line to cut along, or to fold along."""

    x: float
    y: float
    to_x: float
    to_y: float
    fold: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """Where a line of imprint begins, how much room it has, and whether it runs upwards."""

    x: float
    y: float
    room: float
    upwards: bool
    number: int  # of the sheet, from 1
    back: bool


@dataclass(frozen=True, slots=True)
class Side:
    slots: tuple[Slot, ...]
    marks: tuple[Mark, ...]
    labels: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class Imposed:
    """``pieces`` is how many finished pieces one sheet gives; ``sheets`` how many sheets one piece takes."""

    width: float
    height: float
    sides: tuple[Side, ...]
    pieces: int
    sheets: int

    def needed(self, copies: int) -> int:
        """Sheets of paper for so many copies."""
        return -(-copies * self.sheets // self.pieces)


class DoesNotFitError(ValueError):
    """Said to who wrote format.yaml."""


def impose(sheet: Sheet, width: float, height: float, pages: int) -> Imposed:
    """A piece of ``pages`` pages of that trimmed size on sheets. Raises DoesNotFitError."""
    arrange = _booklet if sheet.imposition == "booklet" else _n_up
    return arrange(sheet, width, height, pages)


def _n_up(sheet: Sheet, width: float, height: float, pages: int) -> Imposed:
    """The same piece side by side; each two pages of it take a sheet."""
    paper, columns, rows = _grid(sheet, width, height)
    left = (paper[0] - columns * width - (columns - 1) * sheet.gutter) / 2
    bottom = (paper[1] - rows * height - (rows - 1) * sheet.gutter) / 2
    boxes = [
        Box(x, y, x + width, y + height)
        for y in (bottom + row * (height + sheet.gutter) for row in reversed(range(rows)))
        for x in (left + column * (width + sheet.gutter) for column in range(columns))
    ]
    sides = []
    for page in range(pages):
        back = page % 2 == 1
        slots = tuple(Slot(page, box, box) for box in boxes)
        if back:
            slots = tuple(_behind(slot, sheet, paper) for slot in slots)
        labels = tuple(_label(box, boxes, paper, page // 2 + 1, back) for box in boxes)
        sides.append(Side(slots, tuple(_cuts(boxes, paper)), labels))
    return Imposed(*paper, tuple(sides), pieces=columns * rows, sheets=(pages + 1) // 2)


def _booklet(sheet: Sheet, width: float, height: float, pages: int) -> Imposed:
    """Sheets that are laid into each other, folded and stapled. Blank pages come before the last, the back cover.

    Each sheet lies inside the one before and is pushed out by its thickness; its pages move towards the fold by as
    much, so that after trimming all outer margins are equal.
    """
    paper = sorted(PAPERS[sheet.paper], reverse=True)
    if 2 * width > paper[0] or height > paper[1]:
        text = f"two pages of {width:g} × {height:g} mm do not fit on {sheet.paper.upper()}"
        raise DoesNotFitError(text)
    count = -(-pages // 4)
    blanks = 4 * count - pages
    order: list[int | None] = [*range(pages - 1), *[None] * blanks, pages - 1]
    fold, bottom = paper[0] / 2, (paper[1] - height) / 2
    spread = Box(fold - width, bottom, fold + width, bottom + height)
    across = (paper[0], paper[1])
    marks = (*_cuts([spread], across), *_folds(fold, spread, across))
    sides = []
    for number in range(count):
        first, last = 2 * number, len(order) - 1 - 2 * number
        creep = number * sheet.thickness
        for back, pair in enumerate(((order[last], order[first]), (order[first + 1], order[last - 1]))):
            halves = (
                (Box(spread.left + creep, bottom, fold + creep, spread.top), Box(0, 0, fold, paper[1])),
                (Box(fold - creep, bottom, spread.right - creep, spread.top), Box(fold, 0, paper[0], paper[1])),
            )
            slots = tuple(
                Slot(page, box, _common(box, half))
                for page, (box, half) in zip(pair, halves, strict=True)
                if page is not None
            )
            if back and _like_a_calendar(sheet, across):
                slots = tuple(_turned(slot, across) for slot in slots)
            sides.append(Side(slots, marks, (_label(spread, [spread], across, number + 1, bool(back), fold),)))
    return Imposed(*across, tuple(sides), pieces=1, sheets=count)


def _grid(sheet: Sheet, width: float, height: float) -> tuple[tuple[float, float], int, int]:
    """The paper as it lies, and how many columns and rows: as ordered, else as many pieces as there is room for."""
    tall = PAPERS[sheet.paper]
    found = []
    for paper in (tall, tall[::-1]):
        columns, rows = (
            int((room + sheet.gutter) / (size + sheet.gutter) + 1e-9)
            for room, size in zip(paper, (width, height), strict=True)
        )
        if columns >= (sheet.columns or 1) and rows >= (sheet.rows or 1):
            found.append((paper, sheet.columns or columns, sheet.rows or rows))
    if not found:
        ordered = f"{sheet.columns or 1} × {sheet.rows or 1} pieces" if sheet.columns or sheet.rows else "a piece"
        raise DoesNotFitError(f"{ordered} of {width:g} × {height:g} mm do not fit on {sheet.paper.upper()}")
    return max(found, key=lambda grid: grid[1] * grid[2])


def _like_a_calendar(sheet: Sheet, paper: tuple[float, float]) -> bool:
    """Whether the printer turns the sheet about its horizontal axis: the back then stands on its head."""
    return (sheet.flip == "long") == (paper[0] > paper[1])


def _behind(slot: Slot, sheet: Sheet, paper: tuple[float, float]) -> Slot:
    """The place behind a slot, seen from the back, for a page that is turned like a book's."""
    if _like_a_calendar(sheet, paper):
        box = Box(slot.box.left, paper[1] - slot.box.top, slot.box.right, paper[1] - slot.box.bottom)
        return Slot(slot.page, box, box, turned=True)
    box = Box(paper[0] - slot.box.right, slot.box.bottom, paper[0] - slot.box.left, slot.box.top)
    return Slot(slot.page, box, box)


def _turned(slot: Slot, paper: tuple[float, float]) -> Slot:
    """The slot after the whole side is turned by half a turn."""

    def turn(box: Box) -> Box:
        return Box(paper[0] - box.right, paper[1] - box.top, paper[0] - box.left, paper[1] - box.bottom)

    return replace(slot, box=turn(slot.box), clip=turn(slot.clip), turned=not slot.turned)


def _common(one: Box, other: Box) -> Box:
    return Box(
        max(one.left, other.left), max(one.bottom, other.bottom), min(one.right, other.right), min(one.top, other.top)
    )


def _cuts(boxes: list[Box], paper: tuple[float, float]) -> Iterator[Mark]:
    """Marks at both ends of every cut."""
    grid = _around(boxes)
    for x in _cut_lines([(box.left, box.right) for box in boxes], paper[0]):
        yield from (Mark(x, start, x, end) for start, end in _ends(grid.bottom, grid.top, paper[1]))
    for y in _cut_lines([(box.bottom, box.top) for box in boxes], paper[1]):
        yield from (Mark(start, y, end, y) for start, end in _ends(grid.left, grid.right, paper[0]))


def _folds(x: float, spread: Box, paper: tuple[float, float]) -> Iterator[Mark]:
    yield from (Mark(x, start, x, end, fold=True) for start, end in _ends(spread.bottom, spread.top, paper[1]))


def _cut_lines(spans: list[tuple[float, float]], length: float) -> list[float]:
    """Where to cut across a row of spans; narrow gutters once. What a laser leaves white cannot be marked, nor is the
    paper's own edge cut."""
    ordered = sorted(set(spans))
    lines = [ordered[0][0], ordered[-1][1]]
    for (_, end), (start, _) in pairwise(ordered):
        lines += [(end + start) / 2] if start - end < ONE_CUT else [end, start]
    return sorted(line for line in lines if EDGE <= line <= length - EDGE)


def _ends(start: float, end: float, length: float) -> tuple[tuple[float, float], tuple[float, float]]:
    """From where to where the two marks of a cut run: outside the art, else on the cut along the paper's white edge."""
    room = start - GAP - EDGE
    if room < 2:
        return (EDGE, EDGE + MARK), (length - EDGE - MARK, length - EDGE)
    mark = min(room, MARK)
    return (start - GAP - mark, start - GAP), (end + GAP, end + GAP + mark)


def _around(boxes: list[Box]) -> Box:
    return Box(
        min(box.left for box in boxes),
        min(box.bottom for box in boxes),
        max(box.right for box in boxes),
        max(box.top for box in boxes),
    )


def _label(
    box: Box, boxes: list[Box], paper: tuple[float, float], number: int, back: bool, fold: float | None = None
) -> Label:
    """Below the piece where that is outside all art, else above or beside it.

    Where pieces fill the paper, in the white margin that office pieces have along their cut or fold.
    """
    below = max((other.top for other in boxes if other.top <= box.bottom), default=EDGE)
    if box.bottom - below >= BAND:
        return Label(box.left, box.bottom - BAND + 0.5, box.width, False, number, back)
    above = min((other.bottom for other in boxes if other.bottom >= box.top), default=paper[1] - EDGE)
    if above - box.top >= BAND:
        return Label(box.left, box.top + 0.7, box.width, False, number, back)
    room = box.height - 2 * (EDGE + MARK)
    before = max((other.right for other in boxes if other.right <= box.left), default=EDGE)
    if box.left - before >= BAND:
        return Label(box.left - 0.7, box.bottom + EDGE + MARK, room, True, number, back)
    after = min((other.left for other in boxes if other.left >= box.right), default=paper[0] - EDGE)
    if after - box.right >= BAND:
        return Label(box.right + BAND - 0.5, box.bottom + EDGE + MARK, room, True, number, back)
    if fold is not None:
        return Label(fold + BAND, box.bottom + EDGE + MARK, room, True, number, back)
    inner_right = box.right < max(other.right for other in boxes)
    x = box.right - 0.9 if inner_right else box.left + BAND
    return Label(x, box.bottom + EDGE + MARK, room, True, number, back)
