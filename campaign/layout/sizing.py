"""Widths and heights: box-sizing, minimums and maximums, ratios, and what min-content and max-content come to."""

from typing import TYPE_CHECKING

from campaign.layout.boxes import Box
from campaign.layout.fragments import Edges
from campaign.layout.replaced import FALLBACK
from campaign.layout.style import Extent, Share, Size, Style, definite, resolved
from campaign.layout.values import Content, LooseRatio

if TYPE_CHECKING:
    from campaign.layout.flow import Flow

NEVER = float("inf")


def edges_of(style: Style, base: float) -> Edges:
    """Border and padding; percentages are of ``base``, the containing block's width."""
    kept = style.__dict__
    found: Edges | None = kept.get("edges")  # a style never changes, so what follows from it alone stays with it
    if found is None:
        top, right, bottom, left = style.padding_top, style.padding_right, style.padding_bottom, style.padding_left
        # calc() may come to less than nothing, which is nothing
        found = Edges(
            style.border_top_width + max(resolved(top, base), 0.0),
            style.border_right_width + max(resolved(right, base), 0.0),
            style.border_bottom_width + max(resolved(bottom, base), 0.0),
            style.border_left_width + max(resolved(left, base), 0.0),
        )
        if not any(isinstance(padding, Share) for padding in (top, right, bottom, left)):
            kept["edges"] = found
    return found


def margin(extent: Extent | None, base: float) -> float:
    """A margin in px; auto counts 0."""
    return 0.0 if extent is None else resolved(extent, base)


def margins_across(style: Style, base: float) -> float:
    return margin(style.margin_left, base) + margin(style.margin_right, base)


def margins_down(style: Style, base: float) -> float:
    return margin(style.margin_top, base) + margin(style.margin_bottom, base)


def border_box(extent: Size | None, base: float | None, style: Style, edges: float) -> float | None:
    """A width or height property as the size of the border box; None when it is auto or not known yet."""
    size = definite(extent, base)
    if size is None:
        return None
    return max(size, 0.0) + edges if style.box_sizing == "content-box" else max(size, edges)


def clamped(size: float, low: float | None, high: float | None) -> float:
    """Maximum first, so that the minimum wins (CSS 2.1, 10.4)."""
    if high is not None and size > high:
        size = high
    return low if low is not None and size < low else size


def clamped_width(size: float, style: Style, edges: Edges, base: float | None) -> float:
    low = border_box(style.min_width, base, style, edges.across)
    high = border_box(style.max_width, base, style, edges.across)
    return max(clamped(size, low, high), edges.across)


def clamped_height(size: float, style: Style, edges: Edges, base: float | None) -> float:
    low = border_box(style.min_height, base, style, edges.down)
    high = border_box(style.max_height, base, style, edges.down)
    return max(clamped(size, low, high), edges.down)


def has_content_heights(style: Style) -> bool:
    """Whether a limit of the height is what the content needs: min-content, max-content or fit-content."""
    return isinstance(style.min_height, Content) or isinstance(style.max_height, Content)


def with_content_heights(flow: "Flow", box: Box, style: Style, width: float, across: float) -> Style:
    """The style with such limits in px, for a border box ``width`` px wide. All three words mean the same here."""
    height = flow.natural_height(box, width, across)
    if style.box_sizing == "content-box":
        height -= edges_of(style, across).down
    limits = {name: height for name in ("min_height", "max_height") if isinstance(getattr(style, name), Content)}
    return Style({**style.__dict__, **limits})


def _of_border_box(style: Style) -> bool:
    """Whether a ratio is of the border box; a picture's own and one after auto never are."""
    ratio = style.aspect_ratio
    return style.box_sizing == "border-box" and ratio is not None and not isinstance(ratio, LooseRatio)


def height_from_ratio(width: float, style: Style, edges: Edges, ratio: float) -> float:
    """The border box's height for its width; the ratio is of the box that box-sizing names."""
    if _of_border_box(style):
        return max(width / ratio, edges.down)
    return max(width - edges.across, 0.0) / ratio + edges.down


def grows_with_content(style: Style) -> bool:
    """Whether a height that a ratio gives is at least the content's (CSS Sizing 4, 5.1.1)."""
    return style.height is None and style.min_height is None and style.overflow == "visible"


def width_from_ratio(height: float, style: Style, edges: Edges, ratio: float) -> float:
    if _of_border_box(style):
        return max(height * ratio, edges.across)
    return max(height - edges.down, 0.0) * ratio + edges.across


def transferred(width: float, style: Style, edges: Edges, down: float | None, ratio: float) -> float:
    """An automatic width within the minimum and maximum height, seen through the ratio (CSS Sizing 4, 5.1.2)."""
    low = border_box(style.min_height, down, style, edges.down)
    high = border_box(style.max_height, down, style, edges.down)
    return clamped(
        width,
        width_from_ratio(edges.down if low is None else low, style, edges, ratio),
        None if high is None else width_from_ratio(high, style, edges, ratio),
    )


def ratio_of(box: Box, style: Style) -> float | None:
    """Width to height: the property's, or the picture's own."""
    own = box.replaced.ratio if box.replaced else None
    if style.aspect_ratio is None or (own and isinstance(style.aspect_ratio, LooseRatio)):
        return own
    return style.aspect_ratio


def _stated_width(
    flow: "Flow", box: Box, style: Style, edges: Edges, across: float, down: float | None
) -> float | None:
    """The border box's width where ``width`` says it, or a ratio with ``height``; None where neither does."""
    width = border_box(style.width, across, style, edges.across)
    if width is None and style.aspect_ratio is not None:
        height = border_box(style.height, down, style, edges.down)
        if height is not None:
            height = clamped_height(height, style, edges, down)
            through = width_from_ratio(height, style, edges, style.aspect_ratio)
            return floored(flow, box, style, edges, through, max(height - edges.down, 0.0))
    return width


def block_width(flow: "Flow", box: Box, style: Style, across: float, down: float | None) -> float:
    """The border box's width of a block-level box in a containing block (CSS 2.1, 10.3.3 and 10.3.4)."""
    edges = edges_of(style, across)
    if box.kind == "replaced":
        return replaced_size(box, style, edges, across, down)[0]
    width = _stated_width(flow, box, style, edges, across, down)
    if width is None and isinstance(style.width, Content):
        return fit_width(flow, box, style, across - margins_across(style, across), across, down)
    if width is None:
        width = across - margins_across(style, across)
        if style.aspect_ratio is not None:
            width = transferred(width, style, edges, down, style.aspect_ratio)
    return clamped_width(width, style, edges, across)


def fit_width(
    flow: "Flow",
    box: Box,
    style: Style,
    room: float,
    across: float,
    down: float | None,
    height: float | None = None,
) -> float:
    """Shrink to fit (CSS 2.1, 10.3.5): the border box's width of an inline-block or absolute box.

    ``height`` is the border box's where something else than its style decides it.
    """
    edges = edges_of(style, across)
    if box.kind == "replaced":
        return replaced_size(box, style, edges, across, down)[0]
    width = _stated_width(flow, box, style, edges, across, down)
    if width is None:
        if height is None:
            height = border_box(style.height, down, style, edges.down)
        inner = None if height is None else max(clamped_height(height, style, edges, down) - edges.down, 0.0)
        width = shrunk(flow, box, edges, room, inner)
        if style.aspect_ratio is not None:
            width = transferred(width, style, edges, down, style.aspect_ratio)
    return clamped_width(width, style, edges, across)


def floored(flow: "Flow", box: Box, style: Style, edges: Edges, width: float, inner: float | None) -> float:
    """A width that a ratio gives is no narrower than the content can be (CSS Sizing 4, 5.1.1)."""
    if style.min_width is not None or style.overflow != "visible":
        return width
    return max(width, flow.content_width(box, True, inner) + edges.across)


def shrunk(flow: "Flow", box: Box, edges: Edges, room: float, height: float | None) -> float:
    """As wide as the content wants to be, but no wider than the room, and no narrower than the content can be."""
    inner = room - edges.across
    narrowest, widest = flow.content_width(box, True, height), flow.content_width(box, False, height)
    return min(widest, max(narrowest, inner)) + edges.across


def replaced_size(box: Box, style: Style, edges: Edges, across: float, down: float | None) -> tuple[float, float]:
    """The border box of a picture (CSS 2.1, 10.3.2, 10.6.2 and the table of 10.4)."""
    assert box.replaced is not None
    picture, ratio = box.replaced, ratio_of(box, style)
    width = border_box(style.width, across, style, edges.across)
    height = border_box(style.height, down, style, edges.down)
    if width is not None:
        width = clamped_width(width, style, edges, across)
    if height is not None:
        height = clamped_height(height, style, edges, down)
    if width is not None and height is not None:
        return width, height
    if width is not None:
        natural = FALLBACK[1] if picture.height is None else picture.height
        height = height_from_ratio(width, style, edges, ratio) if ratio else natural + edges.down
        return width, clamped_height(height, style, edges, down)
    if height is not None:
        natural = FALLBACK[0] if picture.width is None else picture.width
        width = width_from_ratio(height, style, edges, ratio) if ratio else natural + edges.across
        return clamped_width(width, style, edges, across), height
    return _natural_size(box, style, edges, across, down, ratio)


def _natural_size(
    box: Box, style: Style, edges: Edges, across: float, down: float | None, ratio: float | None
) -> tuple[float, float]:
    assert box.replaced is not None
    picture = box.replaced
    wide, high = picture.width, picture.height
    if wide is None and high is None and ratio:
        # A picture with a ratio and no size takes the width there is (CSS 2.1, 10.3.2).
        wide = max(across - edges.across - margins_across(style, across), 0.0)
        high = wide / ratio
    elif wide is None and high is not None:
        wide = high * ratio if ratio else FALLBACK[0]
    elif wide is not None and high is None:
        high = wide / ratio if ratio else FALLBACK[1]
    elif wide is None:
        wide, high = FALLBACK
    assert wide is not None and high is not None
    if ratio and ratio != picture.ratio:
        high = wide / ratio
    width, height = wide + edges.across, high + edges.down
    return _within_limits(width, height, style, edges, across, down, ratio)


def _within_limits(
    width: float, height: float, style: Style, edges: Edges, across: float, down: float | None, ratio: float | None
) -> tuple[float, float]:
    """Minimums and maximums of a picture whose width and height are both auto, keeping its ratio (10.4)."""
    limited = clamped_width(width, style, edges, across)
    if ratio and limited != width:
        height = height_from_ratio(limited, style, edges, ratio)
    width = limited
    limited = clamped_height(height, style, edges, down)
    if ratio and limited != height:
        width = clamped_width(width_from_ratio(limited, style, edges, ratio), style, edges, across)
    return width, limited
