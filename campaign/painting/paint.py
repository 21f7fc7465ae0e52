"""Plays draw commands: a drawing becomes pixels."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from math import ceil, hypot

from PIL import Image

from campaign.layout.commands import (
    CastShadow,
    Color,
    DrawImage,
    Drawing,
    DrawSvg,
    DrawText,
    FillBox,
    PushClip,
    PushGroup,
    StrokeBox,
)
from campaign.painting.borders import paint_border
from campaign.painting.fonts import FontBook
from campaign.painting.geometry import Rect, Space, whole
from campaign.painting.glyphs import text_mask
from campaign.painting.gradients import gradient
from campaign.painting.groups import IDENTITY, Matrix, Nested, Node, after, extent, inverse, nested, through
from campaign.painting.photographs import EMPTY, Album
from campaign.painting.pixels import Painted, Pixels, blank, packed, rgb
from campaign.painting.shadows import cast_shadow
from campaign.painting.shapes import clip_mask, fitting, rounded_box
from campaign.painting.surface import Clip, Surface
from campaign.painting.svg import svg_picture
from campaign.painting.underlines import underline

PAPER = (255, 255, 255)  # what a browser shows where a page paints nothing
FINE = 2  # turned groups are painted and resampled this much larger, so that their letters stay sharp
LARGEST_DETAIL = 8


def paint(drawing: Drawing, fonts: FontBook, album: Album = EMPTY) -> Image.Image:
    """The picture of a drawing, mode RGB. Raises CampaignError like ``painted``."""
    return rgb(painted(drawing, fonts, album).image)


def painted(
    drawing: Drawing,
    fonts: FontBook,
    album: Album = EMPTY,
    part: Rect | None = None,
    memory: Pixels | None = None,
) -> Painted:
    """The picture of a drawing, opaque; what lies outside of ``part`` may be left white.

    ``memory`` of the canvas's size is painted over, which spares the system to give new memory for each picture.
    Raises CampaignError for an SVG, photograph or font that cannot be drawn.
    """
    made = blank(drawing.canvas.width, drawing.canvas.height, packed(*PAPER), memory)
    surface = Surface(made.image, pixels=made.pixels)
    _Brush(fonts, album, surface, Clip(part or surface.area), Space()).paint(nested(drawing.commands))
    return made


@dataclass(frozen=True, slots=True)
class _Brush:
    """Paints commands on one surface, through a clip, in a space."""

    fonts: FontBook
    album: Album
    surface: Surface
    clip: Clip
    space: Space

    def paint(self, nodes: Iterable[Node]) -> None:
        for node in nodes:
            match node:
                case FillBox():
                    self._fill(node)
                case CastShadow():
                    cast_shadow(self.surface, node, self.space, self.clip)
                case StrokeBox():
                    paint_border(self.surface, node, self.space, self.clip)
                case DrawText():
                    self._text(node)
                case DrawSvg():
                    self._svg(node)
                case DrawImage():
                    self._photograph(node)
                case Nested(PushClip() as clip, inside):
                    self._clipped(clip).paint(inside)
                case Nested(PushGroup() as group, inside):
                    self._group(group, inside)

    def _fill(self, fill: FillBox) -> None:
        area = self.space.snapped(fill.box)
        if area.is_empty:
            return
        tiles = rounded_box(area.width, area.height, self.space.radii(fill.radii))
        if isinstance(fill.ink, Color):
            for part, mask in tiles:
                self.surface.fill(part.moved(area.left, area.top), fill.ink, self.clip, mask)
            return
        colors = gradient(area.width, area.height, self.space.gradient(fill.ink))
        for part, mask in tiles:
            shaped = self.clip if mask is None else self.clip.shaped(mask, area.left + part.left, area.top + part.top)
            self.surface.lay(colors.crop(part), area.left + part.left, area.top + part.top, shaped)

    def _text(self, text: DrawText) -> None:
        scale = self.space.scale
        font = text.font if scale == 1 else replace(text.font, size=text.font.size * scale)
        x, baseline = self.space.across(text.x), whole(self.space.down(text.baseline))
        letters = text_mask(self.fonts, text.text, font, x, baseline, text.letter_spacing * scale, text.direction)
        self.surface.write(letters, text.ink, self.clip)
        if text.underline:
            for piece in underline(letters, font.size, whole(x), whole(x + text.width * scale), baseline):
                self.surface.fill(piece, text.ink, self.clip)

    def _svg(self, drawing: DrawSvg) -> None:
        area = self.space.snapped(drawing.box)
        if not area.is_empty:
            self.surface.lay(svg_picture(drawing.svg, area.width, area.height), area.left, area.top, self.clip)

    def _photograph(self, drawing: DrawImage) -> None:
        area = self.space.snapped(drawing.box)
        if not area.is_empty:
            picture = self.album.picture(drawing.src, area.width, area.height, drawing.shown)
            self.surface.lay(picture, area.left, area.top, self.clip)

    def _clipped(self, clip: PushClip) -> "_Brush":
        area = self.space.snapped(clip.box)
        radii = fitting(self.space.radii(clip.radii), area.width, area.height)
        if area.is_empty or not any(radii):
            return replace(self, clip=self.clip.to(area))
        return replace(self, clip=self.clip.shaped(clip_mask(*area.size, radii), area.left, area.top))

    def _group(self, group: PushGroup, inside: tuple[Node, ...]) -> None:
        a, b, c, d, e, f = group.matrix or IDENTITY
        if abs(b) > 1e-9 or abs(c) > 1e-9 or abs(a - d) > 1e-9 or a <= 0:
            self._turned(group.matrix or IDENTITY, group.opacity, inside)
            return
        # Moved and evenly scaled things are simply painted there: letters and edges stay as sharp as elsewhere.
        there = replace(self, space=self.space.inside(a, e, f))
        box = extent(inside)
        if group.opacity >= 1 or box is None:
            there.paint(inside)
            return
        area = there.space.around(box).within(self.clip.area).within(self.surface.area)
        if area.is_empty or group.opacity <= 0:
            return
        layer = Surface.layer(area)
        replace(there, surface=layer, clip=Clip(area)).paint(inside)
        self.surface.lay(layer.picture(), area.left, area.top, self.clip, group.opacity)

    def _turned(self, matrix: Matrix, opacity: float, inside: tuple[Node, ...]) -> None:
        """Paints a group upright and larger on a layer of its own, and turns that."""
        box, back = extent(inside), inverse(matrix)
        if box is None or back is None:
            return
        space = self.space
        area = space.around(through(matrix, box)).within(self.clip.area).within(self.surface.area)
        if area.is_empty:
            return
        a, b, c, d, _, _ = matrix
        detail = min(LARGEST_DETAIL, FINE * ceil(max(hypot(a, b), hypot(c, d), 1)))
        large = Space(space.scale * detail)
        layer = Surface.layer(large.around(box))
        _Brush(self.fonts, self.album, layer, Clip(layer.area), large).paint(inside)
        # From a pixel of the finer result to the surface, to the canvas, back through the matrix, to the layer.
        place = (1 / FINE, 0.0, 0.0, 1 / FINE, float(area.left), float(area.top))
        to_canvas = (1 / space.scale, 0.0, 0.0, 1 / space.scale, -space.x / space.scale, -space.y / space.scale)
        to_layer = (large.scale, 0.0, 0.0, large.scale, -float(layer.area.left), -float(layer.area.top))
        p, q, r, s, t, u = after(after(after(place, to_canvas), back), to_layer)
        size = (area.width * FINE, area.height * FINE)
        affine, bicubic = Image.Transform.AFFINE, Image.Resampling.BICUBIC
        image = layer.image.transform(size, affine, (p, r, t, q, s, u), bicubic).reduce(FINE)
        self.surface.lay(Surface(image, area.left, area.top).picture(), area.left, area.top, self.clip, opacity)
