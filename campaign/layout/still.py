"""What stays the same whatever is tried: boxes that no text role makes larger, and boxes that no height around them
changes. Neither is worked out again."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from campaign.layout.boxes import Box, Tree
from campaign.layout.elements import Element
from campaign.layout.intrinsic import by_content
from campaign.layout.sizing import has_content_heights
from campaign.layout.style import Share, Style

if TYPE_CHECKING:
    from campaign.layout.flow import Flow


class Still(NamedTuple):
    """Styles by element and by the box's index, and the versions of boxes, that hold at every size of the roles."""

    by_element: dict[Element, Style]
    styles: dict[int, Style]
    versions: dict[int, int]


def still(flow: "Flow", tree: Tree, roles: Iterable[Element]) -> Still:
    """From a flow at any sizes of the roles."""
    moving = {element for role in roles for element in role.descendants()}
    kept = Still({}, {}, {})
    for box in reversed(tree.boxes):  # the inner ones first
        element = box.element
        style = flow.style(box)
        if element in moving or by_content(style):
            continue
        own = flow.element_style(element)
        if box.kind == "text" or box.anonymous or style is own:
            kept.by_element[element], kept.styles[box.index] = own, style
            if all(child.kind == "text" or child.index in kept.versions for child in box.children):
                kept.versions[box.index] = flow.version(box)
    return kept


def is_innocent(flow: "Flow", box: Box) -> bool:
    """Whether nothing in a box asks how high its surroundings are.

    It is then laid out alike whether they are known, and where it gets the height that it takes by itself.
    """
    style = flow.style(box)
    heights = (style.height, style.min_height, style.max_height, style.top, style.bottom, style.row_gap)
    if style.aspect_ratio is not None or has_content_heights(style) or any(isinstance(h, Share) for h in heights):
        return False
    if box.kind == "replaced":
        return isinstance(style.width, float) and isinstance(style.height, float)
    if isinstance(style.flex_basis, Share) or (style.flex_basis == "0%" and _in_column(flow, box)):
        return False
    return all(child.kind == "text" or flow.is_innocent(child) for child in box.children)


def _in_column(flow: "Flow", box: Box) -> bool:
    return box.parent is not None and box.parent.kind == "flex" and flow.style(box.parent).is_column
