"""Flex items at their used main size: how wide or high they come to be, and what is in them (CSS Flexbox 1, 9.4)."""

from typing import TYPE_CHECKING

from campaign.layout.flex_items import FlexItem, Frame, cross_auto, cross_width, definite_cross
from campaign.layout.sizing import has_content_heights, ratio_of, width_from_ratio, with_content_heights

if TYPE_CHECKING:
    from campaign.layout.flow import Flow


def lay_item(flow: "Flow", item: FlexItem, frame: Frame, main: float, cross: float | None = None) -> None:
    """Step 7, and 11 with ``cross``: lays the item out at its used main size."""
    if frame.column:
        style = item.style
        through = ratio_of(item.box, style) is not None and definite_cross(item, frame) is not None
        fixed = frame.percent_height is not None or item.definite or through
        width = cross if cross is not None else cross_width(flow, item, frame, main=item.main if fixed else None)
        if cross is None and style.width is None and not _stretched(item, frame):
            width = _ratio_width(flow, item, width)
        item.fragment = flow.lay(item.box, width, frame.width, frame.percent_height, item.main, fixed)
        item.cross = width
        return
    if has_content_heights(item.style):
        item.style = with_content_heights(flow, item.box, item.style, item.main, frame.width)
    height = cross if cross is not None else definite_cross(item, frame)
    item.fragment = flow.lay(item.box, item.main, frame.width, frame.percent_height, height)
    item.cross = item.fragment.height


def _stretched(item: FlexItem, frame: Frame) -> bool:
    return item.align == "stretch" and cross_auto(item, frame)


def _ratio_width(flow: "Flow", item: FlexItem, width: float) -> float:
    """Through the ratio from the height that flexing gave; of a given height, no narrower than the content can be."""
    style = item.style
    ratio = ratio_of(item.box, style)
    if not ratio:
        return width
    found = width_from_ratio(item.main, style, item.edges, ratio)
    given = item.box.kind != "replaced" and style.height is not None
    if given and style.min_width is None and style.overflow == "visible":
        found = max(found, flow.content_width(item.box, True) + item.edges.across)
    return item.clamped_cross(found)
