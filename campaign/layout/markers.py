"""List markers: a disc, circle, square or number beside a list item's first line, outside its box (CSS Lists 3)."""

from typing import NamedTuple

from campaign.layout.commands import Border, DrawText, FillBox, StrokeBox
from campaign.layout.commands import Box as Area
from campaign.layout.elements import Element
from campaign.layout.flow import Flow
from campaign.layout.fragments import Fragment

GAP = 8  # px between a disc's room and the text (Blink's ListMarker: 7, and 1)


class Marker(NamedTuple):
    """What is painted, and where it lies."""

    command: FillBox | StrokeBox | DrawText
    area: Area


def marker_of(flow: Flow, fragment: Fragment, x: float, y: float) -> Marker | None:
    """The marker of a box whose border box stands at x, y; None for what is no list item, or shows none."""
    box, style = fragment.box, flow.style(fragment.box)
    if box.anonymous or style.display != "list-item" or style.list_style == "none":
        return None
    strike = flow.ruler.strike(style.font)
    start, end = x, x + fragment.width
    first = fragment.edges.top + strike.ascent if fragment.baseline is None else fragment.baseline
    baseline = y + first
    if style.list_style == "decimal":
        text = f"{_ordinal(box.element)}."
        width = flow.ruler.advance(text, style.font, style.letter_spacing)
        space = flow.ruler.advance(" ", style.font, style.letter_spacing)
        left = end + space if style.leftwards else start - space - width
        area = Area(left, baseline - strike.ascent, width, strike.ascent + strike.descent)
        return Marker(DrawText(text, left, baseline, width, style.font, style.color, style.letter_spacing), area)
    two_thirds = strike.ascent * 2 // 3
    size = (two_thirds + 1) // 2
    left = end + two_thirds + GAP - 1 - size if style.leftwards else start - two_thirds - GAP + 1
    area = Area(left, baseline - strike.ascent + 3 * (strike.ascent - two_thirds) // 2, size, size)
    radius = size / 2 if style.list_style != "square" else 0.0
    if style.list_style == "circle":
        line = Border(1, "solid", style.color)
        return Marker(StrokeBox(area, (line, line, line, line), (radius,) * 4), area)
    return Marker(FillBox(area, style.color, (radius, radius, radius, radius)), area)


def _ordinal(item: Element) -> int:
    """Its number in its list: ``start`` of the list and ``value`` of an item count."""
    around = item.parent
    if around is None:
        return 1
    number = _whole(around.attributes.get("start", ""), 1) - 1
    for child in around.children:
        if isinstance(child, Element) and child.tag == "li":
            number = _whole(child.attributes.get("value", ""), number + 1)
            if child is item:
                break
    return number


def _whole(written: str, otherwise: int) -> int:
    try:
        return int(written)
    except ValueError:
        return otherwise
