"""Flex containers: CSS Flexible Box Layout Level 1, section 9, step by step."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from campaign.layout.boxes import Box
from campaign.layout.flex_items import FlexItem, Frame, base_sizes, cross_auto
from campaign.layout.flex_layout import lay_item
from campaign.layout.flex_lines import Line, align_lines, flexed, justified
from campaign.layout.fragments import Edges, Fragment, Pending, Placed, StaticPlace
from campaign.layout.sizing import border_box, clamped, clamped_height, grows_with_content, height_from_ratio
from campaign.layout.style import Style

if TYPE_CHECKING:
    from campaign.layout.flow import Flow


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
    """A flex container of a given width; ``height`` is the border box's where the parent decides it."""
    return _Container(flow, box, style, edges, width, across, down, height, fixed).lay()


@dataclass(slots=True)
class _Container:
    flow: "Flow"
    box: Box
    style: Style
    edges: Edges
    width: float
    across: float
    down: float | None
    height: float | None
    fixed: bool

    def lay(self) -> Fragment:
        frame = self._frame()
        items = [FlexItem(child, self.flow.style(child), frame) for child in self.box.children if not child.absolute]
        items.sort(key=lambda item: item.style.order)  # stable: document order within the same order
        for item in items:
            base_sizes(self.flow, item, frame)
        lines = self._collected(items, frame)
        main = frame.main
        if main is None:
            main = max((line.outer_hypothetical(frame.main_gap) for line in lines), default=0.0)
            main = self._limited_height(main + self.edges.down) - self.edges.down
        for line in lines:
            flexed(line, main, frame.main_gap)
            for item in line.items:
                lay_item(self.flow, item, frame, main)
        self._cross_sizes(lines, frame)
        cross = frame.cross
        if cross is None:
            total = sum(line.cross for line in lines) + frame.cross_gap * max(len(lines) - 1, 0)
            cross = total if frame.column else self._limited_height(total + self.edges.down) - self.edges.down
        align_lines(lines, cross, frame)
        for line in lines:
            for item in line.items:
                self._stretch(item, line, frame, main)
            justified(line, main, frame)
            self._align(line, frame)
        return self._fragment(lines, frame, main, cross)

    def _frame(self) -> Frame:
        """Step 2: the container's inner sizes, as far as they are known."""
        style, edges = self.style, self.edges
        inner_width = max(self.width - edges.across, 0.0)
        known = self.height
        if known is None:
            known = border_box(style.height, self.down, style, edges.down)
            if known is None and style.aspect_ratio is not None:
                known = height_from_ratio(self.width, style, edges, style.aspect_ratio)
                if grows_with_content(style):
                    known = max(known, self.flow.natural_height(self.box, self.width, self.across))
            if known is not None:
                known = clamped_height(known, style, edges, self.down)
        inner_height = None if known is None else max(known - edges.down, 0.0)
        percent_base = inner_height if self.fixed else None
        return Frame.of(style, inner_width, inner_height, percent_base)

    def _limited_height(self, height: float) -> float:
        return clamped_height(height, self.style, self.edges, self.down)

    def _collected(self, items: list[FlexItem], frame: Frame) -> list[Line]:
        """Step 5: items into lines."""
        room = frame.main
        if room is None:  # the content decides the height of a column, up to its maximum
            highest = border_box(self.style.max_height, self.down, self.style, self.edges.down)
            room = None if highest is None else highest - self.edges.down
        if not frame.wraps or room is None:
            return [Line(items)] if items else []
        lines: list[Line] = []
        used = 0.0
        for item in items:
            size = item.outer_main(item.hypothetical)
            if lines and used + frame.main_gap + size <= room + 1e-6:
                lines[-1].items.append(item)
                used += frame.main_gap + size
            else:
                lines.append(Line([item]))
                used = size
        return lines

    def _cross_sizes(self, lines: list[Line], frame: Frame) -> None:
        """Step 8: each line's cross size."""
        for line in lines:
            line.measure(frame)
        if len(lines) == 1 and not frame.wraps:
            [line] = lines
            if frame.cross is not None:
                line.cross = frame.cross
            elif not frame.column:
                # A single line is as tall as the container's minimum and maximum allow.
                style, edges = self.style, self.edges
                low = border_box(style.min_height, self.down, style, edges.down)
                high = border_box(style.max_height, self.down, style, edges.down)
                line.cross = max(clamped(line.cross + edges.down, low, high) - edges.down, 0.0)

    def _stretch(self, item: FlexItem, line: Line, frame: Frame, main: float) -> None:
        """Step 11: the used cross size."""
        if item.align == "stretch" and cross_auto(item, frame):
            size = max(line.cross - item.cross_margins, 0.0)
            lay_item(self.flow, item, frame, main, cross=item.clamped_cross(size))

    def _align(self, line: Line, frame: Frame) -> None:
        """Steps 13 and 14: auto margins, then align-self, on the cross axis."""
        for item in line.items:
            free = line.cross - item.cross_margins - item.cross
            before, after = item.cross_auto_margins
            if before or after:
                share = max(free, 0.0) / (before + after)
                item.cross_at = line.at + item.cross_before + (share if before else 0.0)
                if free < 0:
                    item.cross_at = line.at + item.cross_before
                continue
            offset = {"center": free / 2, "flex-end": free, "end": free}.get(item.align, 0.0)
            if item.align in ("start", "end") and frame.cross_reversed:
                offset = free - offset
            if item.align == "baseline":
                offset = line.ascent - item.ascent
            item.cross_at = line.at + item.cross_before + offset

    def _fragment(self, lines: list[Line], frame: Frame, main: float, cross: float) -> Fragment:
        inner_height = main if frame.column else cross
        height = self.height if self.height is not None else inner_height + self.edges.down
        fragment = Fragment(self.box, self.width, height, self.edges)
        fragment.fixed_height = (frame.main if frame.column else frame.cross) is not None
        left, top = self.edges.left, self.edges.top
        inner_width = max(self.width - self.edges.across, 0.0)
        down = frame.percent_height
        for line in lines:
            for item in line.items:
                x, y = frame.place(item, main, cross)
                shift = self.flow.shift(item.style, inner_width, down, self.style.leftwards)
                x, y = left + x + shift[0], top + y + shift[1]
                assert item.fragment is not None
                fragment.children.append(Placed(x, y, item.fragment, shift))
                fragment.pending.extend(Pending(p.box, p.place.moved(x, y)) for p in item.fragment.pending)
        self._baselines(fragment, lines, frame)
        self._absolutes(fragment, frame, inner_width, max(height - self.edges.down, 0.0))
        return fragment

    def _baselines(self, fragment: Fragment, lines: list[Line], frame: Frame) -> None:
        """Section 8.5: the first line's baseline-aligned item, else its first item; first as they are seen."""
        if not lines:
            return
        items = lines[-1 if frame.cross_reversed else 0].items
        items = items[::-1] if frame.main_reversed else items
        chosen = next((i for i in items if i.align == "baseline" and not frame.column), items[0])
        for placed in fragment.children:
            if placed.fragment is chosen.fragment:
                inner = placed.fragment.baseline
                offset = placed.fragment.height if inner is None else inner
                fragment.baseline = fragment.last_baseline = placed.y - placed.shift[1] + offset

    def _absolutes(self, fragment: Fragment, frame: Frame, inner_width: float, inner_height: float) -> None:
        """Section 4.1: an absolute child stands where it would as the only item."""
        for child in self.box.children:
            if child.absolute:
                style = self.flow.style(child)
                align_x, align_y = frame.static_alignment(style)
                place = StaticPlace(self.edges.left, self.edges.top, inner_width, inner_height, align_x, align_y)
                fragment.pending.append(Pending(child, place))
