"""Absolute boxes: placed in the padding box of the nearest positioned ancestor (CSS 2.1, 10.3.7 and 10.6.4)."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from campaign.layout.boxes import Box
from campaign.layout.fragments import Fragment, Pending, Placed, StaticPlace
from campaign.layout.sizing import (
    border_box,
    clamped_height,
    clamped_width,
    edges_of,
    fit_width,
    floored,
    has_content_heights,
    margin,
    replaced_size,
    transferred,
    width_from_ratio,
    with_content_heights,
)
from campaign.layout.style import Extent, Style, definite
from campaign.layout.values import Content

if TYPE_CHECKING:
    from campaign.layout.flow import Flow


def place_pending(flow: "Flow", fragment: Fragment, style: Style) -> None:
    """Lays out the absolute boxes whose containing block this fragment is.

    The root element hands them the canvas: the initial containing block.
    """
    if fragment.box.parent is None and style.position == "static":
        x, y, width, height = 0.0, 0.0, float(flow.canvas.width), float(flow.canvas.height)
    else:
        x, y = style.border_left_width, style.border_top_width
        width = fragment.width - x - style.border_right_width
        height = fragment.height - y - style.border_bottom_width
    waiting = list(fragment.pending)
    fragment.pending.clear()
    whole = fragment.box.parent is None or bool(style.transform)  # holds boxes that are fixed to the canvas
    for pending in waiting:
        if not whole and flow.style(pending.box).position == "fixed":
            fragment.pending.append(pending)
            continue
        placed = _placed(flow, pending, x, y, width, height, style.leftwards)
        fragment.children.append(placed)
        risen = [Pending(p.box, p.place.moved(placed.x, placed.y)) for p in placed.fragment.pending]
        (waiting if whole else fragment.pending).extend(risen)


Sides = tuple[Extent | None, Extent | None]


@dataclass(frozen=True, slots=True)
class _Axis:
    """One axis of an absolute box: its insets and margins, None where auto; where it aligns between its insets.

    ``align`` is a share of the free room, None for "normal", which stretches (CSS Positioned Layout 3, 4.3).
    """

    start: float | None
    end: float | None
    before: float | None
    after: float | None
    align: float | None
    asked: bool  # whether it was told to stretch, so that a ratio gives way
    kept: bool  # whether a box larger than the room between its insets stays in its containing block
    vertical: bool
    leftwards: bool  # the containing block's lines start at the right, and so does what fits loosely

    @property
    def between(self) -> bool:
        """Whether both insets are given."""
        return self.start is not None and self.end is not None

    @property
    def stretches(self) -> bool:
        return self.between and self.align is None

    def stretch(self, room: float) -> float:
        """The size between both insets."""
        return room - (self.start or 0.0) - (self.end or 0.0) - (self.before or 0.0) - (self.after or 0.0)

    def position(self, size: float, room: float, static: float) -> float:
        """Where the border box starts in the containing block."""
        before, after = self.before or 0.0, self.after or 0.0
        if self.start is not None and self.end is not None:
            left = room - self.start - self.end - size - before - after
            if self.before is None and self.after is None:
                return self.start + (left / 2 if self.vertical else max(left / 2, 0.0))
            if self.before is None or self.after is None:
                return self.start + (left if self.before is None else before)
            share = self.align or 0.0
            if left < 0 and self.kept:
                return before + max(0.0, min(self.start, room - size - before - after))
            return self.start + before + max(left, 0.0) * (1 - share if self.leftwards else share)
        if self.start is not None:
            return self.start + before
        if self.end is not None:
            return room - self.end - after - size
        return static


ALIGN = {
    "start": 0.0,
    "flex-start": 0.0,
    "left": 0.0,
    "baseline": 0.0,
    "center": 0.5,
    "end": 1.0,
    "flex-end": 1.0,
    "right": 1.0,
}


def _axes(style: Style, across: float, down: float, leftwards: bool) -> tuple[_Axis, _Axis]:
    """Horizontal and vertical."""

    def axis(insets: Sides, margins: Sides, side: float, align: str, vertical: bool) -> _Axis:
        start, end = definite(insets[0], side), definite(insets[1], side)
        before, after = definite(margins[0], across), definite(margins[1], across)
        kept = align not in ("auto", "normal")
        asked = align == "stretch" and start is not None and end is not None
        return _Axis(start, end, before, after, ALIGN.get(align), asked, kept, vertical, leftwards and not vertical)

    return (
        axis((style.left, style.right), (style.margin_left, style.margin_right), across, style.justify_self, False),
        axis((style.top, style.bottom), (style.margin_top, style.margin_bottom), down, style.align_self, True),
    )


def _placed(flow: "Flow", pending: Pending, x: float, y: float, across: float, down: float, leftwards: bool) -> Placed:
    box, place = pending
    style = flow.style(box)
    horizontal, vertical = _axes(style, across, down, leftwards)
    room = _room(place.moved(-x, -y), horizontal, across)
    width, height = _size(flow, box, style, horizontal, vertical, room, across, down)
    fragment = flow.lay(box, width, across, down, height)
    at_x = horizontal.position(fragment.width, across, _static_x(place, style, fragment.width, across) - x)
    at_y = vertical.position(fragment.height, down, _static_y(place, style, fragment.height, across) - y)
    return Placed(x + at_x, y + at_y, fragment)


def _room(place: StaticPlace, horizontal: _Axis, across: float) -> float:
    """What width there is for a box that shrinks to fit: between its insets, or around its static place.

    A box that would stand in the middle or at the end of its flex container has as much room on its other side
    (CSS Positioned Layout 3, 4.1).
    """
    room = horizontal.stretch(across)
    if horizontal.start is not None or horizontal.end is not None:
        return room
    anchor = place.x + place.across * place.align_x
    if place.align_x == 0:
        return room - anchor
    if place.align_x == 1:
        return room - (across - anchor)
    return room - across + 2 * min(anchor, across - anchor)


def _static_x(place: StaticPlace, style: Style, width: float, across: float) -> float:
    before, after = margin(style.margin_left, across), margin(style.margin_right, across)
    return place.x + before + (place.across - width - before - after) * place.align_x


def _static_y(place: StaticPlace, style: Style, height: float, across: float) -> float:
    before, after = margin(style.margin_top, across), margin(style.margin_bottom, across)
    return place.y + before + (place.down - height - before - after) * place.align_y


def _size(
    flow: "Flow",
    box: Box,
    style: Style,
    horizontal: _Axis,
    vertical: _Axis,
    room: float,
    across: float,
    down: float,
) -> tuple[float, float | None]:
    edges = edges_of(style, across)
    if box.kind == "replaced":
        return replaced_size(box, style, edges, across, down)
    height = border_box(style.height, down, style, edges.down)
    given = horizontal.stretches if style.width is None else not isinstance(style.width, Content)
    through = style.aspect_ratio is not None and given
    if height is None and vertical.stretches and style.height is None and not (through and not vertical.asked):
        height = vertical.stretch(down)
    if height is not None:
        height = clamped_height(height, style, edges, down)
    width = border_box(style.width, across, style, edges.across)
    if width is None and height is not None and style.aspect_ratio is not None and not horizontal.asked:
        width = width_from_ratio(height, style, edges, style.aspect_ratio)
    if width is None and horizontal.stretches and style.width is None:
        width = horizontal.stretch(across)
        if style.aspect_ratio is not None:
            width = transferred(width, style, edges, down, style.aspect_ratio)
    if width is None:
        width = fit_width(flow, box, style, room, across, down, height)
    if height is not None and style.aspect_ratio is not None:
        width = floored(flow, box, style, edges, width, max(height - edges.down, 0.0))
    width = clamped_width(width, style, edges, across)
    if height is not None and has_content_heights(style):
        height = clamped_height(height, with_content_heights(flow, box, style, width, across), edges, down)
    return width, height
