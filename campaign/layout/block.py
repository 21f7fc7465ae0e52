"""Block containers: blocks below each other with collapsing margins, or lines of text (CSS 2.1, 9.4.1 and 8.3.1)."""

from typing import TYPE_CHECKING

from campaign.layout import lines
from campaign.layout.boxes import Box
from campaign.layout.fragments import Edges, Fragment, Pending, Placed, StaticPlace, Strut, strut
from campaign.layout.sizing import (
    block_width,
    border_box,
    clamped_height,
    grows_with_content,
    height_from_ratio,
    margin,
    margins_across,
)
from campaign.layout.style import Style, resolved

if TYPE_CHECKING:
    from campaign.layout.flow import Flow


SLIGHT = 1e-6  # px
CONTENT_SHARES = {"center": 0.5, "space-around": 0.5, "space-evenly": 0.5, "end": 1.0, "flex-end": 1.0}
"""How much of the height that is left over align-content puts above the content (CSS Align 3, 5.1.1)."""


def lay(
    flow: "Flow",
    box: Box,
    style: Style,
    edges: Edges,
    width: float,
    across: float,
    down: float | None,
    height: float | None,
    fixed: bool,
) -> Fragment:
    """A block container of a given width. Its own margins are joined with its children's where they adjoin."""
    known = height if height is not None else border_box(style.height, down, style, edges.down)
    ratio_height: float | None = None
    if known is None and style.aspect_ratio is not None:
        ratio_height = height_from_ratio(width, style, edges, style.aspect_ratio)
    if height is None and known is not None:
        known = clamped_height(known, style, edges, down)
    base = known if known is not None else ratio_height
    if known is None and base is not None:
        base = clamped_height(base, style, edges, down)
    inner_down = None if base is None or not fixed else max(base - edges.down, 0.0)
    if box.anonymous and box.parent is not None and box.parent.kind == "block":
        inner_down = down  # no element: what percentages in it are of is around it
    fragment = Fragment(box, width, 0.0, edges)
    fragment.fixed_height = base is not None
    root = is_root(box, style)
    own_top, own_bottom = margin(style.margin_top, across), margin(style.margin_bottom, across)
    stack = _Stack(
        top=strut(own_top),
        opens=not root and not edges.top,
        closes=not root and not edges.bottom and base is None and height is None,
    )
    inner = max(width - edges.across, 0.0)
    if box.lines:
        content = lines.lay(flow, box, style, fragment, inner, inner_down)
        if content is not None:
            stack.solid(content)
    else:
        _children(flow, box, fragment, stack, inner, inner_down)
    if fragment.baseline is None and style.display == "list-item" and style.list_style != "none":
        stack.marked(flow.line_height(style))
        fragment.baseline = fragment.last_baseline = edges.top + flow.leading(style)[0]
    content_height = stack.finish()
    auto = content_height + edges.down
    if known is None:
        natural = auto if ratio_height is None else ratio_height
        if ratio_height is not None and grows_with_content(style):
            natural = max(natural, auto)
        known = clamped_height(natural, style, edges, down)
    fragment.height = known
    share = CONTENT_SHARES.get(style.align_content, 0.0)
    if share and known > auto:
        fragment.lower_content((known - auto) * share)
    fragment.top = fragment.upper = stack.top
    fragment.bottom = strut(own_bottom)
    fragment.through = stack.opens and stack.closes and stack.empty and known == 0.0
    if fragment.through:
        fragment.top = stack.top.joined(fragment.bottom)
    elif stack.closes and abs(known - auto) < SLIGHT:  # else a limit comes between the last child's margin and its own
        fragment.bottom = stack.pending.joined(fragment.bottom)
    return fragment


def is_root(box: Box, style: Style) -> bool:
    """Whether the box starts a formatting context of its own: no margin passes through its edges."""
    parent = box.parent
    if parent is None or box.absolute or parent.kind == "flex" or not box.block_level:
        return True
    hidden = style.overflow == "hidden" and box.element.tag not in ("html", "body")  # the canvas cuts off theirs
    return hidden or style.display == "flow-root" or (style.align_content != "normal" and box.kind == "block")


class _Stack:
    """The margins between blocks as they are stacked: ``y`` is where the last border box ended."""

    def __init__(self, top: Strut, opens: bool, closes: bool) -> None:
        self.top, self.opens, self.closes = top, opens, closes
        self.y = 0.0
        self.pending = Strut()
        self.empty = True  # so far nothing but margins

    def place(self, child: Fragment) -> float:
        """Where the child's border box starts, from the content's top."""
        joined = self.pending.joined(child.top)
        if child.through:
            # It lies where it would if something stood between its upper and its lower margin.
            at = self.y if self.opens and self.empty else self.y + self.pending.joined(child.upper).total
            self.pending = joined
            return at
        if self.opens and self.empty:
            self.top = self.top.joined(joined)
        else:
            self.y += joined.total
        self.empty = False
        at = self.y
        self.y += child.height
        self.pending = child.bottom
        return at

    def solid(self, height: float) -> None:
        """Lines of text: they have no margins, and nothing passes through them."""
        self.empty = False
        self.y += height

    def marked(self, height: float) -> None:
        """A list item's marker, where nothing in the item has a line to put it beside: it stands on one of its own."""
        if self.empty and self.opens:
            self.top, self.pending = self.top.joined(self.pending), Strut()
        self.solid(max(height - self.y, 0.0))

    def finish(self) -> float:
        """The content's height."""
        if self.empty and self.opens:
            self.top, self.pending = self.top.joined(self.pending), Strut()
            return 0.0
        return self.y if self.closes else max(self.y + self.pending.total, 0.0)


def _children(
    flow: "Flow", box: Box, fragment: Fragment, stack: _Stack, inner: float, inner_down: float | None
) -> None:
    left, top = fragment.edges.left, fragment.edges.top
    leftwards = flow.style(box).leftwards
    for child in box.children:
        style = flow.style(child)
        if child.absolute:
            y = stack.y + (0.0 if stack.opens and stack.empty else stack.pending.total)
            align = CONTENT_SHARES.get(style.align_self, 0.0)
            place = StaticPlace(left, top + y, inner, align_x=float(leftwards), align_y=align)
            fragment.pending.append(Pending(child, place))
            continue
        width = block_width(flow, child, style, inner, inner_down)
        laid = flow.lay(child, width, inner, inner_down)
        if child.kind != "block":
            own = strut(margin(style.margin_top, inner))
            laid.top = laid.upper = own
            laid.bottom = strut(margin(style.margin_bottom, inner))
        x = left + _offset(style, width, inner, leftwards)
        y = top + stack.place(laid)
        shift = flow.shift(style, inner, inner_down, leftwards)
        fragment.children.append(Placed(x + shift[0], y + shift[1], laid, shift))
        fragment.pending.extend(Pending(p.box, p.place.moved(x + shift[0], y + shift[1])) for p in laid.pending)
        if laid.baseline is not None:
            if fragment.baseline is None:
                fragment.baseline = y + laid.baseline
            fragment.last_baseline = y + (laid.last_baseline if laid.last_baseline is not None else laid.baseline)


def _offset(style: Style, width: float, inner: float, leftwards: bool) -> float:
    """How far the border box stands from the left: its margin, or auto margins sharing the room that is left.

    In a container whose lines start at the right the right margin counts, and the left one takes what is left.
    """
    room = inner - width - margins_across(style, inner)
    if leftwards and (style.margin_right is not None or room < 0):
        return inner - width - margin(style.margin_right, inner)
    autos = (style.margin_left is None) + (style.margin_right is None)
    if style.margin_left is not None:
        return resolved(style.margin_left, inner)
    return max(room, 0.0) / autos
