"""Flex items: their base sizes, automatic minimums, and their layout at a main size (CSS Flexbox 1, 9.2 and 4.5)."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from campaign.layout.boxes import Box
from campaign.layout.fragments import Edges, Fragment
from campaign.layout.intrinsic import content_width
from campaign.layout.sizing import (
    border_box,
    clamped,
    clamped_width,
    edges_of,
    grows_with_content,
    has_content_heights,
    height_from_ratio,
    margin,
    ratio_of,
    replaced_size,
    shrunk,
    transferred,
    width_from_ratio,
    with_content_heights,
)
from campaign.layout.style import Extent, Style, resolved

if TYPE_CHECKING:
    from campaign.layout.flow import Flow

START, CENTER, END = 0.0, 0.5, 1.0


@dataclass(frozen=True, slots=True)
class Frame:
    """A container's axes. ``main`` and ``cross`` are its inner sizes, None where its content decides.

    ``percent_height`` is what heights in percent are of.
    """

    style: Style
    column: bool
    main_reversed: bool
    cross_reversed: bool
    wraps: bool
    main: float | None
    cross: float | None
    width: float
    percent_height: float | None
    main_gap: float
    cross_gap: float

    @classmethod
    def of(cls, style: Style, width: float, height: float | None, percent_height: float | None) -> "Frame":
        column = style.is_column
        row_gap = resolved(style.row_gap, percent_height or 0.0)
        column_gap = resolved(style.column_gap, width)
        return cls(
            style=style,
            column=column,
            main_reversed=style.flex_direction.endswith("reverse"),
            cross_reversed=style.flex_wrap == "wrap-reverse",
            wraps=style.flex_wrap != "nowrap",
            main=height if column else width,
            cross=width if column else height,
            width=width,
            percent_height=percent_height,
            main_gap=row_gap if column else column_gap,
            cross_gap=column_gap if column else row_gap,
        )

    @property
    def main_flipped(self) -> bool:
        """Whether the main axis runs to the left or upwards: reversed, or a row of a container that runs leftwards."""
        return self.main_reversed != (self.style.leftwards and not self.column)

    @property
    def cross_flipped(self) -> bool:
        return self.cross_reversed != (self.style.leftwards and self.column)

    @property
    def justify(self) -> str:
        """justify-content; in a column there is no right, and the word means start (CSS Align 3, 4.1)."""
        how = self.style.justify_content
        if self.style.leftwards and not self.column:
            return {"left": "end", "right": "start"}.get(how, how)
        return "start" if self.column and how == "right" else how

    def place(self, item: "FlexItem", main: float, cross: float) -> tuple[float, float]:
        """The item's border box from the content box's corner, in x and y."""
        at_main = main - item.main_at - item.main if self.main_flipped else item.main_at
        at_cross = cross - item.cross_at - item.cross if self.cross_flipped else item.cross_at
        return (at_cross, at_main) if self.column else (at_main, at_cross)

    def static_alignment(self, style: Style) -> tuple[float, float]:
        """Where an absolute child aligns, as shares of the free room in x and y."""
        centred, ended = ("center", "space-around", "space-evenly"), ("flex-end", "end", "right")
        main = CENTER if self.justify in centred else END if self.justify in ended else START
        if self.main_reversed and self.justify not in ("start", "end", "left", "right"):
            main = 1 - main
        align = style.align_self if style.align_self != "auto" else self.style.align_items
        cross = {"center": CENTER, "flex-end": END, "end": END}.get(align, START)
        if self.cross_reversed and align not in ("start", "end", "baseline"):
            cross = 1 - cross
        x, y = (cross, main) if self.column else (main, cross)
        return (1 - x if self.style.leftwards else x, y)


class FlexItem:
    """An item on its way: sizes are of its border box; "before" and "after" are margins, seen along the axis."""

    def __init__(self, box: Box, style: Style, frame: Frame) -> None:
        self.box, self.style, self.frame = box, style, frame
        self.edges: Edges = edges_of(style, frame.width)
        across, down = (style.margin_left, style.margin_right), (style.margin_top, style.margin_bottom)
        main, cross = (down, across) if frame.column else (across, down)
        if frame.main_flipped:
            main = main[::-1]
        if frame.cross_flipped:
            cross = cross[::-1]
        self.main_auto_margins = (main[0] is None, main[1] is None)
        self.cross_auto_margins = (cross[0] is None, cross[1] is None)
        self.main_before, self.main_after = margin(main[0], frame.width), margin(main[1], frame.width)
        self.cross_before, self.cross_after = margin(cross[0], frame.width), margin(cross[1], frame.width)
        own = style.align_self if style.align_self != "auto" else frame.style.align_items
        self.align = "stretch" if own == "normal" else own
        self.base = self.hypothetical = self.main = self.cross = 0.0
        self.low, self.high = 0.0, float("inf")
        self.main_at = self.cross_at = 0.0
        self.fragment: Fragment | None = None
        self.frozen = False
        self.definite = False  # whether the flex base size was given, and not asked of the content
        self.violation = 0.0

    @property
    def cross_margins(self) -> float:
        return self.cross_before + self.cross_after

    @property
    def main_edges(self) -> float:
        return self.edges.down if self.frame.column else self.edges.across

    @property
    def ascent(self) -> float:
        """From the cross-start margin edge to the baseline; the border box's end when there is none.

        In a column it is the border box's left edge: horizontal text has no baseline across.
        """
        assert self.fragment is not None
        if self.frame.column:
            return self.cross_before + (self.cross if self.frame.cross_flipped else 0.0)
        inner = self.fragment.height if self.fragment.baseline is None else self.fragment.baseline
        if self.frame.cross_reversed:
            inner = self.fragment.height - inner
        return self.cross_before + inner

    def outer_main(self, size: float) -> float:
        return size + self.main_before + self.main_after

    def clamped_main(self, size: float) -> float:
        return clamped(size, self.low, self.high)

    def clamped_cross(self, size: float) -> float:
        """Within the minimum and maximum of the cross axis."""
        frame, style, edges = self.frame, self.style, self.edges
        if frame.column:
            return clamped_width(size, style, edges, frame.width)
        low = border_box(style.min_height, frame.percent_height, style, edges.down)
        high = border_box(style.max_height, frame.percent_height, style, edges.down)
        return max(clamped(size, low, high), edges.down)


def cross_auto(item: FlexItem, frame: Frame) -> bool:
    """Whether stretch applies: the cross size is auto, and so is neither margin."""
    size = item.style.width if frame.column else item.style.height
    return size is None and not any(item.cross_auto_margins)


def definite_cross(item: FlexItem, frame: Frame) -> float | None:
    """The border box's cross size where it is known before layout: set, or stretched in a single line (9.8)."""
    style = item.style
    if frame.column:
        size = border_box(style.width, frame.width, style, item.edges.across)
    else:
        size = border_box(style.height, frame.percent_height, style, item.edges.down)
    if size is not None:
        return item.clamped_cross(size)
    stretched = item.align == "stretch" and cross_auto(item, frame) and not frame.wraps
    if stretched and frame.cross is not None:
        return item.clamped_cross(max(frame.cross - item.cross_margins, 0.0))
    return None


def _inner_cross(item: FlexItem, frame: Frame) -> float | None:
    """The content box's height of an item of a row, where it is known before layout."""
    height = None if frame.column else definite_cross(item, frame)
    return None if height is None else max(height - item.edges.down, 0.0)


def base_sizes(flow: "Flow", item: FlexItem, frame: Frame) -> None:
    """Step 3: the flex base size and the hypothetical main size."""
    if frame.column and has_content_heights(item.style):
        item.style = with_content_heights(flow, item.box, item.style, cross_width(flow, item, frame), frame.width)
    style = item.style
    low, high, own = _limits(item, frame)
    basis: Extent | str | None = style.flex_basis
    size: float | None = None
    base = frame.percent_height if frame.column else frame.main
    if basis == "auto":
        size = own
    elif basis == "min-content" and not frame.column:
        size = _content_width(flow, item, smallest=True)
    elif basis == "0%":
        size = None if base is None else item.main_edges
    elif basis not in ("content", "min-content"):
        assert not isinstance(basis, str)
        size = border_box(basis, base, style, item.main_edges)
    item.definite = size is not None
    if size is None:
        size = _content_main(flow, item, frame)
    item.base = max(size, item.main_edges)
    item.high = float("inf") if high is None else high
    item.low = low if low is not None else min(_automatic_minimum(flow, item, frame, own), item.high)
    item.low = max(item.low, item.main_edges)
    item.hypothetical = item.clamped_main(item.base)


def _limits(item: FlexItem, frame: Frame) -> tuple[float | None, float | None, float | None]:
    """Minimum (None is auto), maximum (None is none) and the main size property (None is auto)."""
    style, edges = item.style, item.main_edges
    if frame.column:
        base = frame.percent_height
        low = None if style.min_height is None else border_box(style.min_height, base, style, edges) or edges
        return low, border_box(style.max_height, base, style, edges), border_box(style.height, base, style, edges)
    low = None if style.min_width is None else border_box(style.min_width, frame.width, style, edges)
    high = border_box(style.max_width, frame.width, style, edges)
    return low, high, border_box(style.width, frame.width, style, edges)


def _content_main(flow: "Flow", item: FlexItem, frame: Frame) -> float:
    """The max-content main size; through the ratio where the cross size is definite (9.2, 3B)."""
    ratio = ratio_of(item.box, item.style)
    cross = definite_cross(item, frame)
    if ratio and cross is not None:
        if frame.column:
            return height_from_ratio(cross, item.style, item.edges, ratio)
        return width_from_ratio(cross, item.style, item.edges, ratio)
    if not frame.column:
        return _content_width(flow, item, smallest=False)
    return _content_height(flow, item, cross_width(flow, item, frame))


def _content_width(flow: "Flow", item: FlexItem, smallest: bool) -> float:
    """Min- or max-content width by content alone, whatever the width property says."""
    if item.box.kind == "replaced":
        return replaced_size(item.box, _autosized(item.style), item.edges, item.frame.width, None)[0]
    inner = _inner_cross(item, item.frame)
    width = content_width(flow, item.box, item.style, smallest, inner) + item.edges.across
    ratio = item.style.aspect_ratio
    return transferred(width, item.style, item.edges, item.frame.percent_height, ratio) if ratio else width


def _autosized(style: Style) -> Style:
    return Style({**style.__dict__, "width": None, "min_width": None, "max_width": None})


def _content_height(flow: "Flow", item: FlexItem, width: float) -> float:
    """The border box's height by content alone, at a width; through the ratio where there is one."""
    style, across = item.style, item.frame.width
    ratio = ratio_of(item.box, style)
    if item.box.kind == "replaced":
        natural = Style({**style.__dict__, "height": None, "min_height": None, "max_height": None})
        if ratio:
            return height_from_ratio(width, style, item.edges, ratio)
        return replaced_size(item.box, natural, item.edges, across, None)[1]
    if ratio:
        height = height_from_ratio(width, style, item.edges, ratio)
        return max(height, flow.natural_height(item.box, width, across)) if grows_with_content(style) else height
    if style.height is None and style.min_height is None and style.max_height is None:
        return flow.lay(item.box, width, across, None).height
    return flow.natural_height(item.box, width, across)


def cross_width(flow: "Flow", item: FlexItem, frame: Frame, by_height: bool = True, main: float | None = None) -> float:
    """The width of an item of a column: its own, stretched, through the ratio of its height, or shrunk to fit.

    ``main`` is its height where flexing has given it one that percentages may count on.
    """
    style = item.style
    if item.box.kind == "replaced" and not (item.align == "stretch" and cross_auto(item, frame)):
        return replaced_size(item.box, style, item.edges, frame.width, frame.percent_height)[0]
    found = definite_cross(item, frame)
    if found is not None:
        return found
    ratio = style.aspect_ratio
    height = border_box(style.height, frame.percent_height, style, item.edges.down)
    if ratio and height is not None and by_height:
        return item.clamped_cross(width_from_ratio(height, style, item.edges, ratio))
    room = max(frame.width - item.cross_margins, 0.0)
    if item.align == "stretch" and cross_auto(item, frame) and not frame.wraps:
        return item.clamped_cross(room)
    height = height if main is None else main
    inner = None if height is None else max(height - item.edges.down, 0.0)
    return item.clamped_cross(shrunk(flow, item.box, item.edges, room, inner))


def _automatic_minimum(flow: "Flow", item: FlexItem, frame: Frame, own: float | None) -> float:
    """Section 4.5: no item shrinks below its content, or below its own size where that is less."""
    style = item.style
    if style.overflow == "hidden" or item.box.element.tag == "svg":
        return 0.0  # browsers' own sheet gives svg elements overflow: hidden
    if item.box.kind == "replaced":
        natural = _content_main(flow, item, frame)
        return natural if own is None else min(own, natural)
    if frame.column:
        content = _content_height(flow, item, cross_width(flow, item, frame, by_height=False))
    else:
        content = content_width(flow, item.box, style, True, _inner_cross(item, frame)) + item.edges.across
        if style.aspect_ratio is not None:
            low = border_box(style.min_height, frame.percent_height, style, item.edges.down)
            side = max(low or 0.0, definite_cross(item, frame) or 0.0, item.edges.down)
            content = max(content, width_from_ratio(side, style, item.edges, style.aspect_ratio))
            high = border_box(style.max_height, frame.percent_height, style, item.edges.down)
            if own is not None and high is not None:
                content = min(content, width_from_ratio(high, style, item.edges, style.aspect_ratio))
    return content if own is None else min(own, content)
