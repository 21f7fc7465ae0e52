"""Looks for words and QR codes that lie over each other, after fitting: no other text size is tried for them."""

from collections.abc import Iterable
from dataclasses import dataclass

from campaign.layout.commands import Box as Area
from campaign.layout.elements import Element
from campaign.layout.flow import Flow
from campaign.layout.fragments import Atom, Fragment, TextRun
from campaign.layout.geometry import IDENTITY, Matrix, mapped, times, transform_of
from campaign.problems import Problem

CAPITALS, LETTERS = 0.72, 0.9  # shares of the font size: from the tops of capitals, down to short of the descenders
TOLERANCE = 2.0  # px; tight lines of two boxes may touch


@dataclass(frozen=True, slots=True)
class Ink:
    """What must not be covered: a run of words or a QR code, and the element of the box that it lies in."""

    element: Element
    area: Area


def overlaps(flow: Flow, root: Fragment) -> list[Problem]:
    """A problem for each two elements, none inside the other, whose ink overlaps; ornaments may lie anywhere."""
    inks: list[Ink] = []
    _gather(flow, root, 0.0, 0.0, IDENTITY, inks)
    worst: dict[tuple[Element, Element], tuple[float, float]] = {}
    for first, second in _meeting(inks):
        across, down = _shared(first.area, second.area)
        pair = (first.element, second.element)
        if across > TOLERANCE and down > TOLERANCE and not _related(*pair):
            pair = pair if pair[::-1] not in worst else pair[::-1]
            known = worst.get(pair, (0.0, 0.0))
            worst[pair] = max(known, (across, down), key=lambda size: size[0] * size[1])
    return [_problem(*pair, *size) for pair, size in worst.items()]


def _gather(flow: Flow, fragment: Fragment, x: float, y: float, matrix: Matrix, inks: list[Ink]) -> None:
    box, style = fragment.box, flow.style(fragment.box)
    if box.element.ornament or style.opacity == 0:
        return
    area = Area(x, y, fragment.width, fragment.height)
    turned = transform_of(style, flow.styler, area)
    if turned is not None:
        matrix = times(matrix, turned)
    if box.replaced is not None and box.replaced.is_qr:
        inks.append(Ink(box.element, mapped(matrix, area)))
    for line in fragment.lines:
        for item in line.items:
            if isinstance(item, Atom):
                _gather(flow, item.fragment, x + item.x, y + item.y, matrix, inks)
            elif isinstance(item, TextRun) and item.text.strip():
                size = flow.style(item.box).font_size
                seen = Area(x + item.x, y + item.baseline - CAPITALS * size, item.width, LETTERS * size)
                inks.append(Ink(box.element, mapped(matrix, seen)))
    for child in fragment.children:
        _gather(flow, child.fragment, x + child.x, y + child.y, matrix, inks)


def _meeting(inks: Iterable[Ink]) -> Iterable[tuple[Ink, Ink]]:
    """Pairs that share some height, found from the top down."""
    above: list[Ink] = []
    for ink in sorted(inks, key=lambda ink: ink.area.y):
        above = [other for other in above if other.area.bottom > ink.area.y]
        for other in above:
            yield other, ink
        above.append(ink)


def _shared(first: Area, second: Area) -> tuple[float, float]:
    across = min(first.right, second.right) - max(first.x, second.x)
    return across, min(first.bottom, second.bottom) - max(first.y, second.y)


def _related(first: Element, second: Element) -> bool:
    return first is second or first in second.ancestors() or second in first.ancestors()


def _problem(first: Element, second: Element, across: float, down: float) -> Problem:
    names = f"{first.name} and {second.name}"
    fields = " and ".join(dict.fromkeys(element.field for element in (first, second) if element.field))
    told = f"{names} ({fields})" if fields else names
    hint = 'move one of them, or mark an ornament with aria-hidden="true"'
    message = f"words or codes lie over each other by {across:.0f} × {down:.0f} px: {told}"
    return second.place.problem("FT005", message, hint)
