"""Fragments → commands, in the order that CSS paints (CSS 2.1, appendix E), and where every box came to lie."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from campaign.layout.boxes import Box
from campaign.layout.commands import Box as Area
from campaign.layout.commands import (
    Canvas,
    Command,
    Drawing,
    DrawSvg,
    DrawText,
    FillBox,
    Fitted,
    LaidBox,
    Line,
    Pop,
    PushClip,
    PushGroup,
)
from campaign.layout.decoration import content_radii, decorations, inner_radii, without_background, without_corners
from campaign.layout.elements import Element
from campaign.layout.flow import Flow
from campaign.layout.fragments import Atom, Fragment, InlinePart, LineBox, TextRun
from campaign.layout.geometry import Matrix, transform_of
from campaign.layout.markers import marker_of
from campaign.layout.placement import picture_commands
from campaign.layout.style import Style

NOWHERE = Area(0.0, 0.0, 0.0, 0.0)
SLANT = 0.25
"""How far a browser leans letters of a family without italics, as a share of their height (Skia's fake italic)."""


@dataclass(slots=True)
class _Layer:
    """Something that is painted after the flow around it: what is positioned, transparent or transformed."""

    fragment: Fragment
    x: float
    y: float
    clips: tuple[PushClip, ...]
    commands: list[Command] = field(default_factory=list)


@dataclass(slots=True)
class _Context:
    """A stacking context while its flow is painted."""

    layers: list[_Layer] = field(default_factory=list)
    clips: tuple[PushClip, ...] = ()


def draw(flow: Flow, root: Fragment, canvas: Canvas) -> Drawing:
    """The commands that paint a laid-out picture."""
    return _Artist(flow, canvas).draw(root)


class _Artist:
    def __init__(self, flow: Flow, canvas: Canvas) -> None:
        self.flow, self.canvas = flow, canvas
        self.commands: list[Command] = []
        self.areas: dict[Element, Area] = {}
        self.lines: list[Line] = []
        self.backdrop: Box | None = None

    def draw(self, root: Fragment) -> Drawing:
        self._canvas_background(root)
        x = self._root_margin(root, "left")
        y = self._root_margin(root, "top")
        self._atomic(root, x, y)
        return Drawing(self.canvas, tuple(self.commands), self._boxes(root), tuple(self.lines), self._fitted())

    def _boxes(self, root: Fragment) -> tuple[LaidBox, ...]:
        found: list[LaidBox] = []
        for element in root.box.element.descendants():
            if element.tag in ("head", "br"):
                continue
            found.append(
                LaidBox(
                    tag=element.tag,
                    id=element.attributes.get("id", ""),
                    classes=element.attributes.get("class", ""),
                    box=self.areas.get(element, NOWHERE),
                    file=element.place.file,
                    line=element.place.line,
                    depth=sum(1 for _ in element.ancestors()),
                    size=self.flow.element_style(element).font_size,
                )
            )
        return tuple(found)

    def _fitted(self) -> tuple[Fitted, ...]:
        """The text roles that have a box, from the top down."""
        flow, found = self.flow, list[Fitted]()
        for element, area in self.areas.items():
            role = flow.declared[element].role
            if role is not None:
                largest = flow.styler.font_size(flow.declared[element], self._outer(element))
                size = flow.element_style(element).font_size
                found.append(Fitted(element.label, area, size, role.smallest, max(largest, role.smallest)))
        return tuple(sorted(found, key=lambda fitted: (fitted.box.y, fitted.box.x, fitted.name)))

    def _outer(self, element: Element) -> Style | None:
        return self.flow.element_style(element.parent) if element.parent else None

    def _root_margin(self, root: Fragment, side: str) -> float:
        style = self.flow.style(root.box)
        if side == "left":
            return style.margin_left if isinstance(style.margin_left, float) else 0.0
        return root.top.total

    def _canvas_background(self, root: Fragment) -> None:
        """The root's background, or else the body's, covers the whole canvas (CSS 2.1, 14.2)."""
        body = next((child.fragment.box for child in root.children if child.fragment.box.element.tag == "body"), None)
        for box in (root.box, body):
            if box is None:
                continue
            style = self.flow.style(box)
            everything = Area(0.0, 0.0, float(self.canvas.width), float(self.canvas.height))
            fills = [
                c for c in decorations(without_corners(style), self.flow.styler, everything) if isinstance(c, FillBox)
            ]
            if fills:
                self.commands.extend(fills)
                self.backdrop = box
                return

    # The order of a stacking context: its own background, blocks' backgrounds, then content, then layers by z-index.

    def _atomic(self, fragment: Fragment, x: float, y: float) -> None:
        """Paints a fragment as if it were a stacking context."""
        style = self.flow.style(fragment.box)
        area = Area(x, y, fragment.width, fragment.height)
        matrix = transform_of(style, self.flow.styler, area)
        grouped = style.opacity < 1 or matrix is not None
        if grouped:
            self.commands.append(PushGroup(style.opacity, matrix))
        context = _Context()
        self._background(fragment, x, y, context)
        self._content(fragment, x, y, context)
        self._layers(context)
        if grouped:
            self._pop()

    def _layers(self, context: _Context) -> None:
        """Layers by z-index, those of one level in document order; auto counts 0."""

        def level(layer: _Layer) -> int:
            return self.flow.style(layer.fragment.box).z_index or 0

        for layer in sorted(self._flattened(context.layers), key=level):
            self.commands.extend(layer.clips)
            self.commands.extend(layer.commands)
            for _ in layer.clips:
                self._pop()

    def _flattened(self, layers: list[_Layer]) -> Iterator[_Layer]:
        """The layers, painted apart. A positioned box without z-index is no stacking context: what is positioned in
        it stands beside it."""
        for layer in layers:
            outer, self.commands = self.commands, []
            inner = _Context(clips=layer.clips)
            if self._is_context(layer.fragment):
                self._atomic(layer.fragment, layer.x, layer.y)
            else:
                self._background(layer.fragment, layer.x, layer.y, inner)
                self._content(layer.fragment, layer.x, layer.y, inner)
            layer.commands, self.commands = self.commands, outer
            yield layer
            yield from self._flattened(inner.layers)

    def _is_context(self, fragment: Fragment) -> bool:
        style = self.flow.style(fragment.box)
        return style.z_index is not None or style.opacity < 1 or bool(style.transform)

    def _is_layer(self, fragment: Fragment) -> bool:
        style = self.flow.style(fragment.box)
        if style.position != "static" or style.opacity < 1 or style.transform:
            return True
        parent = fragment.box.parent
        return style.z_index is not None and parent is not None and parent.kind == "flex"

    def _background(self, fragment: Fragment, x: float, y: float, context: _Context) -> None:
        """The box's own background and border, and those of the blocks in its flow."""
        self._own(fragment, x, y)
        if fragment.box.kind != "block":
            return  # items of a flex container are painted whole, with the content
        clip = self._clip(fragment, x, y)
        outer = context.clips
        if clip:
            self.commands.append(clip)
            context.clips = (*outer, clip)
        for child in fragment.children:
            if self._is_layer(child.fragment):
                context.layers.append(_Layer(child.fragment, x + child.x, y + child.y, context.clips))
            elif child.fragment.box.kind != "replaced":
                self._background(child.fragment, x + child.x, y + child.y, context)
        if clip:
            self._pop()
        context.clips = outer

    def _own(self, fragment: Fragment, x: float, y: float) -> None:
        box = fragment.box
        if box.anonymous:
            return
        area = Area(x, y, fragment.width, fragment.height)
        self._laid(box, area)
        style = self.flow.style(box)
        if box is self.backdrop:
            style = without_background(style)
        self.commands.extend(decorations(style, self.flow.styler, area))

    def _content(self, fragment: Fragment, x: float, y: float, context: _Context) -> None:
        """Lines and pictures of the flow; what is painted whole within it."""
        if fragment.box.kind == "replaced":
            self._picture(fragment, x, y)
            return
        clip = self._clip(fragment, x, y)
        outer = context.clips
        if clip:
            self.commands.append(clip)
            context.clips = (*outer, clip)
        marker = marker_of(self.flow, fragment, x, y)
        if marker is not None:
            self.commands.append(marker.command)
        for line in fragment.lines:
            self._line(fragment.box, line, x, y, context)
        for box, left, top in fragment.hollow:
            self._laid(box, Area(x + left, y + top, 0.0, 0.0))
        if fragment.box.kind == "flex":
            self._items(fragment, x, y, context)
        else:
            for child in fragment.children:
                if not self._is_layer(child.fragment):
                    if child.fragment.box.kind == "replaced":
                        self._own(child.fragment, x + child.x, y + child.y)
                    self._content(child.fragment, x + child.x, y + child.y, context)
        if clip:
            self._pop()
        context.clips = outer

    def _items(self, fragment: Fragment, x: float, y: float, context: _Context) -> None:
        for child in fragment.children:
            self._whole(child.fragment, x + child.x, y + child.y, context)

    def _whole(self, fragment: Fragment, x: float, y: float, context: _Context) -> None:
        """A flex item or an inline-block: painted in one go, but its layers rise to the context around it."""
        if self._is_layer(fragment):
            context.layers.append(_Layer(fragment, x, y, context.clips))
            return
        self._background(fragment, x, y, context)
        self._content(fragment, x, y, context)

    def _clip(self, fragment: Fragment, x: float, y: float) -> PushClip | None:
        style = self.flow.style(fragment.box)
        if style.overflow != "hidden" or fragment.box.anonymous or fragment.box.element.tag in ("html", "body"):
            return None  # the canvas itself clips what leaves html and body
        area = Area(x, y, fragment.width, fragment.height)
        inside = Area(
            x + style.border_left_width,
            y + style.border_top_width,
            fragment.width - style.border_left_width - style.border_right_width,
            fragment.height - style.border_top_width - style.border_bottom_width,
        )
        return PushClip(inside, inner_radii(style, area))

    def _pop(self) -> None:
        """Ends a group or clip; one that nothing was painted in leaves no trace."""
        if isinstance(self.commands[-1], PushClip | PushGroup):
            self.commands.pop()
        else:
            self.commands.append(Pop())

    def _picture(self, fragment: Fragment, x: float, y: float) -> None:
        picture = fragment.box.replaced
        assert picture is not None
        style, edges = self.flow.style(fragment.box), fragment.edges
        width, height = fragment.width - edges.across, fragment.height - edges.down
        if width <= 0 or height <= 0:
            return
        area = Area(x + edges.left, y + edges.top, width, height)
        if fragment.box.element.tag != "img":
            svg = picture.svg(area.width, area.height, style.color)
            self.commands.append(DrawSvg(svg, area, picture.label, picture.is_qr))
            return
        border_box = Area(x, y, fragment.width, fragment.height)
        corners = content_radii(style, border_box, edges.top, edges.right, edges.bottom, edges.left)
        self.commands.extend(picture_commands(picture, style, self.flow.styler, area, corners))

    def _line(self, box: Box, line: LineBox, x: float, y: float, context: _Context) -> None:
        size = 0.0
        for item in line.items:
            if isinstance(item, TextRun):
                self._text(item, x, y)
                size = max(size, self.flow.style(item.box).font_size)
            elif isinstance(item, InlinePart):
                self._part(item, x, y)
            elif isinstance(item, Atom):
                self._whole(item.fragment, x + item.x, y + item.y, context)
            elif item.start:
                self.commands.append(PushGroup(self.flow.style(item.box).opacity))
            else:
                self._pop()
        if line.text.strip():
            self.lines.append(Line(line.text, Area(x + line.x, y + line.y, line.width, line.height), size))

    def _part(self, part: InlinePart, x: float, y: float) -> None:
        area = Area(x + part.x, y + part.y, part.width, part.height)
        self._laid(part.box, area)
        style = self.flow.style(part.box)
        self.commands.extend(decorations(style, self.flow.styler, area, part.first, part.last))

    def _text(self, run: TextRun, x: float, y: float) -> None:
        style = self.flow.style(run.box)
        text = run.text
        if not text.strip() and not run.underline:
            return
        baseline = y + run.baseline
        command = DrawText(
            text,
            x + run.x,
            baseline,
            run.width,
            style.font,
            style.color,
            style.letter_spacing,
            run.underline,
            run.direction,
        )
        if style.font_style == "italic":
            lean: Matrix = (1.0, 0.0, -SLANT, 1.0, SLANT * baseline, 0.0)
            self.commands.extend((PushGroup(1.0, lean), command, Pop()))
        else:
            self.commands.append(command)

    def _laid(self, box: Box, area: Area) -> None:
        """Notes the box; an inline box over several lines is noted as the box around its parts that are not empty."""
        old = self.areas.get(box.element)
        if old is not None and old.width and old.height:
            if not (area.width and area.height):
                return
            x, y = min(old.x, area.x), min(old.y, area.y)
            area = Area(x, y, max(old.right, area.right) - x, max(old.bottom, area.bottom) - y)
        self.areas[box.element] = area
