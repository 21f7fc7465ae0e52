"""What lies under a word, told from the commands alone: one colour, where the picture need not be painted twice."""

from collections.abc import Iterable, Iterator
from math import ceil
from typing import NamedTuple

from campaign.layout.commands import SQUARE, Color, Drawing, DrawText, FillBox, PushClip, Radii, StrokeBox
from campaign.painting.geometry import Rect, Space
from campaign.painting.groups import Nested, Node, extent, nested
from campaign.painting.paint import PAPER

Pixel = tuple[int, int, int]

UPRIGHT = Space()


class Touch(NamedTuple):
    """Something painted, within the pixels of ``area``. ``color`` is None where it is not one opaque colour.

    ``radii`` are the corners of what is inside: of a colour its box, of a border its hole.
    """

    area: Rect
    inside: Rect
    radii: Radii
    color: Pixel | None
    hole: bool = False


def touches(drawing: Drawing) -> tuple[Touch, ...]:
    """All that is painted but text, the last first."""
    return tuple(_touches(nested(drawing.commands)))[::-1]


def plain_ground(area: Rect, painted: Iterable[Touch]) -> Pixel | None:
    """The one colour under an area; None where it may have several."""
    left, top, right, bottom = area
    for touch in painted:
        (a, b, c, d), inside, radii, color, hole = touch
        if left >= c or right <= a or top >= d or bottom <= b:
            continue
        if not _holds(inside, radii, area):
            return None
        if not hole:
            return color
    return PAPER


def _touches(nodes: Iterable[Node], whole: bool = True) -> Iterator[Touch]:
    """``whole`` is False inside clips, which may leave less of a colour than its box says."""
    for node in nodes:
        if isinstance(node, Nested) and isinstance(node.opening, PushClip):
            yield from _touches(node.inside, False)
        elif isinstance(node, FillBox):
            area, ink = UPRIGHT.snapped(node.box), node.ink
            color = (ink.red, ink.green, ink.blue) if whole and isinstance(ink, Color) and ink.alpha >= 1 else None
            yield Touch(area, area, node.radii, color)
        elif isinstance(node, StrokeBox):
            area = UPRIGHT.snapped(node.box)
            top, right, bottom, left = (ceil(side.width) + 1 if side else 0 for side in node.sides)
            hole = Rect(area.left + left, area.top + top, area.right - right, area.bottom - bottom)
            yield Touch(area, hole, node.radii, None, hole=True)  # the inner corners cut off less than the outer ones
        elif not isinstance(node, DrawText) and (box := extent([node])) is not None:
            area = UPRIGHT.around(box)
            yield Touch(area, area, SQUARE, None)


def _holds(inside: Rect, radii: Radii, area: Rect) -> bool:
    """Whether an area lies wholly inside a box with round corners, away from their soft edges."""
    left, top = area.left - inside.left, area.top - inside.top
    right, bottom = inside.right - area.right, inside.bottom - area.bottom
    if left < 0 or top < 0 or right < 0 or bottom < 0:
        return False
    corners = ((left, top), (right, top), (right, bottom), (left, bottom))
    return all(
        x >= radius or y >= radius or (radius - x) ** 2 + (radius - y) ** 2 <= (radius - 1) ** 2
        for radius, (x, y) in zip(map(ceil, radii), corners, strict=True)
        if radius
    )
