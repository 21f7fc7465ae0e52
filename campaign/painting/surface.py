"""What is painted on, and through what: pixels with a place, and clips."""

from dataclasses import dataclass, replace

from PIL import Image, ImageChops

from campaign.layout.commands import Color
from campaign.painting.geometry import Rect
from campaign.painting.glyphs import Mask, toned
from campaign.painting.gradients import Picture
from campaign.painting.pixels import Pixels, written


@dataclass(frozen=True, slots=True)
class Clip:
    """Nothing is painted outside ``area``; ``shapes`` are coverage masks (mode L) and where they lie."""

    area: Rect
    shapes: tuple[tuple[Image.Image, int, int], ...] = ()

    def to(self, area: Rect) -> "Clip":
        return replace(self, area=self.area.within(area))

    def shaped(self, mask: Image.Image, left: int, top: int) -> "Clip":
        inside = self.to(Rect(left, top, left + mask.width, top + mask.height))
        return replace(inside, shapes=(*self.shapes, (mask, left, top)))

    def through(self, mask: Image.Image | None, area: Rect) -> Image.Image | None:
        """A mask of that area (None: full) with what the shapes leave of it."""
        for shape, left, top in self.shapes:
            part = shape.crop(area.moved(-left, -top))
            mask = part if mask is None else ImageChops.multiply(mask, part)
        return mask


class Surface:
    """A picture under way. Its pixel (0, 0) stands at ``area.left, area.top``.

    The ground is opaque (mode RGBX), and its ``pixels`` are the same memory. Layers start empty and are premultiplied
    (mode RGBa), where laying ink through a mask is the same blend for all four channels.
    """

    def __init__(self, image: Image.Image, left: int = 0, top: int = 0, pixels: Pixels | None = None) -> None:
        self.image, self.pixels = image, pixels
        self.area = Rect(left, top, left + image.width, top + image.height)

    @classmethod
    def layer(cls, area: Rect) -> "Surface":
        return cls(Image.new("RGBa", area.size), area.left, area.top)

    def fill(self, area: Rect, color: Color, clip: Clip, mask: Image.Image | None = None) -> None:
        """Lays one colour over an area, through a mask of the area's size."""
        seen = area.within(clip.area).within(self.area)
        if seen.is_empty or color.alpha <= 0:
            return
        if seen != area or clip.shapes or color.alpha < 1:
            mask = _through(mask, area, seen, clip, color.alpha)
        self.image.paste((color.red, color.green, color.blue, 255), self._place(seen), mask)

    def write(self, letters: Mask, ink: Color, clip: Clip) -> None:
        """Lays letters over what is there."""
        coverage = letters.coverage
        if coverage is None:
            return
        height, width = coverage.shape
        left, top = letters.left, letters.top
        area = Rect(left, top, left + width, top + height)
        if self.pixels is not None and ink.alpha >= 1 and not clip.shapes:
            seen = area.within(clip.area).within(self.area)
            if seen.is_empty:
                return
            there = self.pixels[seen.top : seen.bottom, seen.left : seen.right]
            ground = there[0, 0]
            if (there == ground).all():
                part = coverage[seen.top - top : seen.bottom - top, seen.left - left : seen.right - left]
                there[:] = written(ink, int(ground))[part]
                return
        self.fill(area, ink, clip, Image.fromarray(toned(coverage, ink)))

    def lay(self, picture: Picture, left: int, top: int, clip: Clip, opacity: float = 1) -> None:
        """Lays a picture down with its own coverage."""
        area = Rect(left, top, left + picture.color.width, top + picture.color.height)
        seen = area.within(clip.area).within(self.area)
        if seen.is_empty or opacity <= 0:
            return
        mask = _through(picture.alpha, area, seen, clip, opacity)
        color = picture.color if seen == area else picture.color.crop(seen.moved(-left, -top))
        if self.pixels is None:
            color = color.convert("RGBA").convert("RGBa")
        self.image.paste(color, self._place(seen), mask)

    def picture(self) -> Picture:
        """A layer as straight colour and coverage."""
        straight = self.image.convert("RGBA")
        return Picture(straight.convert("RGB"), straight.getchannel("A"))

    def _place(self, area: Rect) -> Rect:
        return area.moved(-self.area.left, -self.area.top)


def _through(mask: Image.Image | None, area: Rect, seen: Rect, clip: Clip, opacity: float) -> Image.Image | None:
    """The coverage of the part that is seen: its mask, the clip's shapes and the opacity together."""
    if mask is not None and seen != area:
        mask = mask.crop(seen.moved(-area.left, -area.top))
    mask = clip.through(mask, seen)
    if opacity < 1:
        if mask is None:
            return Image.new("L", seen.size, round(opacity * 255))
        return mask.point([round(step * opacity) for step in range(256)])
    return mask
