"""One layout of a tree at one setting of font sizes: its styles, its caches, and who lays out what."""

import math
from collections.abc import Mapping
from dataclasses import replace

from campaign.layout import absolute, block, flex, intrinsic, lines, sizing
from campaign.layout.boxes import Box
from campaign.layout.cascade import Declared
from campaign.layout.chunks import Chunk, chunks_of
from campaign.layout.commands import Canvas
from campaign.layout.elements import Element
from campaign.layout.fragments import Edges, Fragment
from campaign.layout.memory import Memory
from campaign.layout.ruler import Ruler
from campaign.layout.still import Still, is_innocent
from campaign.layout.style import Style, Styler, definite


class Flow:
    """Lays out boxes. ``sizes`` gives text roles another font size than they prefer, px."""

    def __init__(
        self,
        declared: Mapping[Element, Declared],
        canvas: Canvas,
        styler: Styler,
        ruler: Ruler,
        memory: Memory,
        sizes: Mapping[Element, float],
        still: Still | None = None,
    ) -> None:
        self.declared, self.canvas, self.styler, self.ruler, self.sizes = declared, canvas, styler, ruler, sizes
        self.memory = memory
        still = still or Still({}, {}, {})
        self._by_element: dict[Element, Style] = dict(still.by_element)
        self._styles: dict[int, Style] = dict(still.styles)
        self._versions: dict[int, int] = dict(still.versions)

    def style(self, box: Box) -> Style:
        try:
            return self._styles[box.index]
        except KeyError:
            found = self._styles[box.index] = self._style(box)
            if box.kind not in ("text", "replaced") and intrinsic.by_content(found):
                found = intrinsic.with_content_widths(self, box, found)
                self._styles[box.index] = found
                self._versions.pop(box.index, None)
            return found

    def _style(self, box: Box) -> Style:
        if box.kind == "text":
            assert box.parent is not None
            return self.style(box.parent)
        if box.anonymous:
            assert box.parent is not None
            parent = self.style(box.parent)
            return self.memory.anonymous(parent, lambda: self.styler.anonymous(parent))
        return self.element_style(box.element)

    def element_style(self, element: Element) -> Style:
        found = self._by_element.get(element)
        if found is None:
            parent = self.element_style(element.parent) if element.parent else None
            declared = self.declared[element]
            size = self.sizes.get(element)
            if size is None:
                size = self.styler.font_size(declared, parent)
            if parent is None:
                self.styler.root_size = size
            root = self.styler.root_size
            found = self.memory.style(declared, parent, size, root, lambda: self.styler.style(declared, parent, size))
            self._by_element[element] = found
        return found

    def version(self, box: Box) -> int:
        """A number for the box's subtree with the styles that it has at this setting."""
        found = self._versions.get(box.index)
        if found is None:
            inside = tuple([self.version(child) for child in box.children if child.kind != "text"])
            found = self._versions[box.index] = self.memory.version(box, self.style(box), inside)
        return found

    def chunks(self, box: Box) -> tuple[Chunk, ...]:
        found = self.memory.chunks.get(box.index)
        if found is None:
            # A style around may ask for the width of these very chunks while they are made: then those stay.
            found = self.memory.chunks.setdefault(box.index, chunks_of(box, self.style))
        return found

    def min_content(self, box: Box, down: float | None = None) -> float:
        """The border box's width of the box's min-content contribution, px.

        ``down`` is the containing block's height where it is known: pictures may be as wide as their height makes them.
        """
        return self._contribution("min-content", box, True, down)

    def max_content(self, box: Box, down: float | None = None) -> float:
        return self._contribution("max-content", box, False, down)

    def _contribution(self, how: str, box: Box, smallest: bool, down: float | None) -> float:
        version = self.version(box)
        down = down if down is None or self._by_height(box, version) else None
        found = self.memory.lengths.get((how, version, down))
        if found is None:
            found = self.memory.lengths[how, version, down] = intrinsic.contribution(self, box, smallest, down)
        return found

    def _by_height(self, box: Box, version: int) -> bool:
        """Whether the width that the box asks for may depend on its containing block's height."""
        found = self.memory.by_height.get(version)
        if found is None:
            found = intrinsic.by_height(box, self.style(box)) or any(
                self._by_height(child, self.version(child)) for child in box.children if child.kind != "text"
            )
            self.memory.by_height[version] = found
        return found

    def content_width(self, box: Box, smallest: bool, inner: float | None = None) -> float:
        """The content box's width by content alone, px; ``inner`` is its height where that is known."""
        return intrinsic.content_width(self, box, self.style(box), smallest, inner)

    def natural_height(self, box: Box, width: float, across: float) -> float:
        """The border box's height by content alone, whatever the height properties say, px."""
        key = ("natural", self.version(box), width, across)
        found = self.memory.lengths.get(key)
        if found is None:
            own = self.style(box)
            style = Style(
                {**own.__dict__, "height": None, "min_height": None, "max_height": None, "aspect_ratio": None}
            )
            edges = sizing.edges_of(style, across)
            lay = flex.lay if box.kind == "flex" else block.lay
            found = lay(self, box, style, edges, width, across, None, None, True).height
            self.memory.lengths[key] = found
        return found

    def line_widths(self, box: Box, smallest: bool, inner: float | None) -> float:
        """The content width of a box of lines: its longest word, or its longest line."""
        version = self.version(box)
        inner = inner if inner is None or self._by_height(box, version) else None
        key = ("longest word" if smallest else "longest line", version, inner)
        found = self.memory.lengths.get(key)
        if found is None:
            found = self.memory.lengths[key] = lines.content_width(self, box, smallest, inner)
        return found

    def lay(
        self,
        box: Box,
        width: float,
        across: float,
        down: float | None,
        height: float | None = None,
        fixed: bool = True,
    ) -> Fragment:
        """The box laid out with a border box ``width`` px wide.

        ``across`` and ``down`` are the containing block's sides for percentages, ``down`` None when it is not known.
        ``height`` is the border box's where the parent decides it; ``fixed`` says whether percentages inside may
        count on it.
        """
        version, known = self.version(box), self.memory.fragments
        innocent = self.is_innocent(box)
        if innocent:
            down, fixed = None, True
        key = (version, width, across, down, height, fixed)
        found = known.get(key)
        if found is None:
            if innocent and height is not None and (box.absolute or (box.parent and box.parent.kind == "flex")):
                natural = known.get((version, width, across, None, None, True))
                if natural is not None and natural.height == height:
                    found = replace(natural, fixed_height=True)
            found = known[key] = found or self._lay(box, width, across, down, height, fixed)
        return found

    def is_innocent(self, box: Box) -> bool:
        """Whether nothing in a box asks how high its surroundings are."""
        version = self.version(box)
        found = self.memory.innocent.get(version)
        if found is None:
            found = self.memory.innocent[version] = is_innocent(self, box)
        return found

    def _lay(
        self, box: Box, width: float, across: float, down: float | None, height: float | None, fixed: bool
    ) -> Fragment:
        style = self.style(box)
        edges = sizing.edges_of(style, across)
        if sizing.has_content_heights(style) and box.kind != "replaced":
            style = sizing.with_content_heights(self, box, style, width, across)
        if box.kind == "replaced":
            found = self._picture(box, style, edges, width, across, down, height)
        elif box.kind == "flex":
            found = flex.lay(self, box, style, edges, width, across, down, height, fixed)
        else:
            found = block.lay(self, box, style, edges, width, across, down, height, fixed)
        if style.position != "static" or style.transform or box.parent is None:
            absolute.place_pending(self, found, style)
        return found

    def _picture(
        self,
        box: Box,
        style: Style,
        edges: Edges,
        width: float,
        across: float,
        down: float | None,
        height: float | None,
    ) -> Fragment:
        if height is None:
            height = sizing.border_box(style.height, down, style, edges.down)
            ratio = sizing.ratio_of(box, style)
            if height is None and ratio:
                height = sizing.height_from_ratio(width, style, edges, ratio)
            if height is None:
                height = sizing.replaced_size(box, style, edges, across, down)[1]
            height = sizing.clamped_height(height, style, edges, down)
        return Fragment(box, width, height, edges, fixed_height=True)

    def shift(self, style: Style, across: float, down: float | None, leftwards: bool) -> tuple[float, float]:
        """How far position: relative moves a box, px; ``leftwards``: lines of the box around it start at the right."""
        if style.position != "relative":
            return (0.0, 0.0)
        left, right = definite(style.left, across), definite(style.right, across)
        top, bottom = definite(style.top, down), definite(style.bottom, down)
        if leftwards and right is not None:
            left = None  # where both are given, the side that lines start at counts
        x = left if left is not None else -right if right is not None else 0.0
        y = top if top is not None else -bottom if bottom is not None else 0.0
        return (x, y)

    def line_height(self, style: Style) -> float:
        """How high a line of the style's own text is, px."""
        strike = self.ruler.strike(style.font)
        return style.line_height if style.line_height is not None else float(strike.ascent + strike.descent)

    def leading(self, style: Style) -> tuple[float, float]:
        """How far a line's text reaches above and below its baseline, line-height counted, px.

        Half the leading is rounded down as in Blink (``FontHeight::AddLeading``), so that lines fall on its pixels.
        """
        strike = self.ruler.strike(style.font)
        natural = strike.ascent + strike.descent
        if style.line_height is None:
            return float(strike.ascent), float(strike.descent)
        above = strike.ascent + math.floor((style.line_height - natural) / 2)
        return above, style.line_height - above

    def root(self, box: Box) -> Fragment:
        """The whole picture: the root element in a containing block that is the canvas."""
        across, down = float(self.canvas.width), float(self.canvas.height)
        style = self.style(box)
        width = sizing.block_width(self, box, style, across, down)
        return self.lay(box, width, across, down)
