"""Min-content and max-content widths: how narrow a box can be without breaking a word, how wide it wants to be."""

from typing import TYPE_CHECKING

from campaign.layout.boxes import Box
from campaign.layout.fragments import Edges
from campaign.layout.replaced import FALLBACK
from campaign.layout.sizing import (
    border_box,
    clamped,
    clamped_height,
    clamped_width,
    edges_of,
    floored,
    margins_across,
    margins_down,
    ratio_of,
    replaced_size,
    transferred,
    width_from_ratio,
)
from campaign.layout.style import Share, Style, resolved
from campaign.layout.values import Content

if TYPE_CHECKING:
    from campaign.layout.flow import Flow


WIDTHS = ("width", "min_width", "max_width")


def contribution(flow: "Flow", box: Box, smallest: bool, down: float | None) -> float:
    """The border box's width that the box asks for; percentages count as auto, or as 0 in edges (CSS Sizing 3, 5.2).

    Those of heights are of ``down``, where the containing block's height is known.
    """
    style = flow.style(box)
    edges = edges_of(style, 0.0)
    height = _known_height(flow, box, style, edges, down)
    if box.kind == "replaced":
        return _picture(box, style, smallest, height, down)
    width = border_box(style.width, None, style, edges.across)
    inner = None if height is None else max(height - edges.down, 0.0)
    if width is None and style.aspect_ratio is not None and height is not None:
        through = width_from_ratio(height, style, edges, style.aspect_ratio)
        width = floored(flow, box, style, edges, through, inner)
    if width is None:
        in_block = box.anonymous and box.parent is not None and box.parent.kind == "block"
        width = content_width(flow, box, style, smallest, down if in_block else inner) + edges.across
        if style.aspect_ratio is not None:
            width = transferred(width, style, edges, down, style.aspect_ratio)
    low = border_box(style.min_width, None, style, edges.across)
    high = border_box(style.max_width, None, style, edges.across)
    return clamped(width, low, high)


def by_height(box: Box, style: Style) -> bool:
    """Whether the height around a box may make it wider or narrower."""
    heights = (style.height, style.min_height, style.max_height)
    in_flex = box.parent is not None and box.parent.kind == "flex"
    return any(isinstance(height, Share) for height in heights) or (in_flex and ratio_of(box, style) is not None)


def _known_height(flow: "Flow", box: Box, style: Style, edges: Edges, down: float | None) -> float | None:
    """The border box's height where its style says it, or where it is stretched in a row of a known height."""
    height = border_box(style.height, down, style, edges.down)
    if height is not None:
        return clamped_height(height, style, edges, down)
    if down is None or style.height is not None or box.parent is None or box.parent.kind != "flex":
        return None
    around = flow.style(box.parent)
    align = around.align_items if style.align_self == "auto" else style.align_self
    autos = style.margin_top is None or style.margin_bottom is None
    if around.is_column or around.flex_wrap != "nowrap" or align not in ("normal", "stretch") or autos:
        return None
    return clamped_height(max(down - margins_down(style, 0.0), 0.0), style, edges, down)


def _picture(box: Box, style: Style, smallest: bool, height: float | None, down: float | None) -> float:
    edges = edges_of(style, 0.0)
    percent = border_box(style.width, None, style, edges.across) is None and style.width is not None
    if smallest and (percent or isinstance(style.max_width, Share)):
        return edges.across  # CSS Sizing 3, 5.2.2: a percentage compresses a picture to nothing
    ratio = ratio_of(box, style)
    if style.width is None and style.height is None and height is not None and ratio:
        return clamped_width(width_from_ratio(height, style, edges, ratio), style, edges, None)
    assert box.replaced is not None
    if any(isinstance(width, Share) for width in (style.width, style.min_width, style.max_width)):
        style = Style({**style.__dict__, **{name: None for name in WIDTHS if isinstance(getattr(style, name), Share)}})
    # A share of a width that is not known: as wide as a picture is that has no size at all.
    unsized = percent and box.replaced.width is None and box.replaced.height is None
    room = FALLBACK[0] + edges.across + margins_across(style, 0.0) if unsized else 0.0
    return replaced_size(box, style, edges, room, down)[0]


def content_width(flow: "Flow", box: Box, style: Style, smallest: bool, inner: float | None) -> float:
    """The content box's width by its content alone; ``inner`` is its height where that is known."""
    if box.lines:
        return flow.line_widths(box, smallest, inner)
    children = [child for child in box.children if not child.absolute]
    outer = [contribution_with_margins(flow, child, smallest, inner) for child in children]
    if box.kind == "flex" and style.is_column and style.flex_wrap != "nowrap" and not smallest and inner is not None:
        return _columns(flow, children, outer, style, inner)
    if box.kind == "flex" and not style.is_column:
        if smallest and style.flex_wrap != "nowrap":
            return max([0.0, *outer])
        flexed = [_flexed(flow, child, width, inner) for child, width in zip(children, outer, strict=True)]
        gap = resolved(style.column_gap, 0.0)
        return max(sum(flexed) + gap * max(len(flexed) - 1, 0), 0.0)
    return max([0.0, *outer])


def _columns(flow: "Flow", items: list[Box], widths: list[float], style: Style, height: float) -> float:
    """How wide a column that wraps wants to be: as the columns that its items fill in a known height, side by side."""
    columns: list[float] = []
    used, gap = 0.0, resolved(style.row_gap, height)
    for item, width in sorted(zip(items, widths, strict=True), key=lambda pair: flow.style(pair[0]).order):
        own = flow.style(item)
        margins = margins_down(own, 0.0)
        basis = own.height if own.flex_basis == "auto" or isinstance(own.flex_basis, str) else own.flex_basis
        size = border_box(basis, height, own, edges_of(own, 0.0).down)
        if size is None:
            size = flow.natural_height(item, width - margins_across(own, 0.0), 0.0) if item.kind != "replaced" else 0.0
        outer = clamped_height(size, own, edges_of(own, 0.0), height) + margins
        if columns and used + gap + outer <= height + 1e-6:
            columns[-1] = max(columns[-1], width)
            used += gap + outer
        else:
            columns.append(width)
            used = outer
    return sum(columns) + resolved(style.column_gap, 0.0) * max(len(columns) - 1, 0)


def by_content(style: Style) -> bool:
    """Whether a width property says min-content or max-content, or a limit fit-content."""
    limits = isinstance(style.min_width, Content) or isinstance(style.max_width, Content)
    return limits or (isinstance(style.width, Content) and style.width.word != "fit-content")


def with_content_widths(flow: "Flow", box: Box, style: Style) -> Style:
    """The style with such widths in px, as the content asks for them; ``width: fit-content`` waits for its room."""
    whole = style.box_sizing == "border-box"
    edges = edges_of(style, 0.0).across if whole else 0.0
    share = edges_of(style, 1.0).across - edges if whole else 0.0  # paddings in percent

    around = edges_of(style, 0.0)
    height = _known_height(flow, box, style, around, None)
    known = None if height is None else max(height - around.down, 0.0)

    def width(smallest: bool) -> float | Share:
        inner = content_width(flow, box, style, smallest, known)
        if style.aspect_ratio is not None:
            outer = transferred(inner + around.across, style, around, None, style.aspect_ratio)
            inner = max(outer - around.across, 0.0)
        return Share(inner + edges, share) if share else inner + edges

    found = dict(style.__dict__)
    if isinstance(style.width, Content) and style.width.word != "fit-content":
        through = style.aspect_ratio is not None and isinstance(style.height, float)  # it decides, as with auto
        if not (style.aspect_ratio is not None and isinstance(style.height, Share)):  # which may decide, too
            found["width"] = None if through else width(style.width.word == "min-content")
    if isinstance(style.min_width, Content):
        found["min_width"] = width(style.min_width.word != "max-content")
    if isinstance(style.max_width, Content):
        found["max_width"] = width(style.max_width.word == "min-content")
    return Style(found)


def contribution_with_margins(flow: "Flow", box: Box, smallest: bool, down: float | None) -> float:
    width = flow.min_content(box, down) if smallest else flow.max_content(box, down)
    return width + margins_across(flow.style(box), 0.0)


def _flexed(flow: "Flow", item: Box, outer: float, down: float | None) -> float:
    """An item's outer contribution to a row: its flex base size bounds it where it may not grow or shrink past it.

    CSS Flexbox 1, 9.9.3.
    """
    style = flow.style(item)
    edges = edges_of(style, 0.0)
    basis = style.flex_basis
    base = None if isinstance(basis, str) else border_box(basis, None, style, edges.across)
    if base is None:
        return outer
    margins = margins_across(style, 0.0)
    width = outer - margins
    if style.flex_grow == 0:
        width = min(width, base)
    if style.flex_shrink == 0:
        width = max(width, base)
    high = border_box(style.max_width, None, style, edges.across)
    if style.min_width is not None:
        low = border_box(style.min_width, None, style, edges.across)
    else:
        low = automatic_minimum(flow, item, style, down)
    return clamped(width, low, high) + margins


def automatic_minimum(flow: "Flow", item: Box, style: Style, down: float | None) -> float:
    """What min-width: auto comes to for an item of a row whose container's width is not known yet (4.5)."""
    edges = edges_of(style, 0.0)
    if style.overflow == "hidden" or item.element.tag == "svg":
        return edges.across
    own = border_box(style.width, None, style, edges.across)
    if item.kind == "replaced":
        return flow.min_content(item, down)
    height = _known_height(flow, item, style, edges, down)
    inner = None if height is None else max(height - edges.down, 0.0)
    content = content_width(flow, item, style, True, inner) + edges.across
    return content if own is None else min(own, content)
