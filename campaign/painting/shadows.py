"""Soft shadows of rounded boxes: a coverage mask, blurred once for each size."""

from math import ceil

from PIL import Image, ImageChops, ImageFilter

from campaign.layout.commands import CastShadow, Radii
from campaign.painting.geometry import Rect, Space
from campaign.painting.memory import remembered
from campaign.painting.shapes import clip_mask, fitting
from campaign.painting.surface import Clip, Surface

SHADOW_MEMORY = 16 * 2**20
REACH = 3  # standard deviations: beyond it less than a step of 8 bits is left


def cast_shadow(surface: Surface, shadow: CastShadow, space: Space, clip: Clip) -> None:
    """Paints the shadow around its box, never under it (CSS Backgrounds 3, 6.1.1)."""
    area, hole = space.snapped(shadow.box), space.snapped(shadow.around)
    if area.is_empty:
        return
    deviation = shadow.blur * space.scale / 2
    margin = ceil(REACH * deviation)
    radii = fitting(space.radii(shadow.radii), area.width, area.height)
    mask = _soft(area.width, area.height, radii, deviation)
    reach = Rect(area.left - margin, area.top - margin, area.right + margin, area.bottom + margin)
    inner = fitting(space.radii(shadow.inner_radii), hole.width, hole.height)
    surface.fill(reach, shadow.ink, clip, _outside(mask, hole.moved(-reach.left, -reach.top), inner))


def _outside(mask: Image.Image, hole: Rect, radii: Radii) -> Image.Image:
    """The mask without what lies under the box itself."""
    if hole.is_empty:
        return mask
    covered = Image.new("L", mask.size, 0)
    covered.paste(clip_mask(*hole.size, radii), (hole.left, hole.top))
    return ImageChops.multiply(mask, ImageChops.invert(covered))


def _weight(mask: Image.Image) -> int:
    return mask.width * mask.height


@remembered(SHADOW_MEMORY, _weight)
def _soft(width: int, height: int, radii: Radii, deviation: float) -> Image.Image:
    margin = ceil(REACH * deviation)
    mask = Image.new("L", (width + 2 * margin, height + 2 * margin), 0)
    mask.paste(clip_mask(width, height, radii), (margin, margin))
    return mask.filter(ImageFilter.GaussianBlur(deviation)) if deviation else mask
