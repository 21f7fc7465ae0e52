"""Anti-aliased rounded boxes and rings, cut into few tiles: plain rectangles, and small coverage masks at the corners.

A tile without a mask is painted as a rectangle, which costs next to nothing; so a wide box with round corners costs
four small masks, and those are the same for every box with that radius.
"""

from functools import lru_cache
from math import ceil
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from campaign.layout.commands import Radii
from campaign.painting.geometry import Rect

Coverage = NDArray[np.float32]  # rows of 0-1

SHARP = 1 / 64  # px: a corner of this radius cannot be told from a square one
ROWS_PER_PIXEL = 8  # coverage is exact along a row and sampled this often down a pixel, where the edge is steep


class Tile(NamedTuple):
    """A part of a shape, in px from the shape's corner; ``mask`` is its coverage (mode L), None where it is full."""

    area: Rect
    mask: Image.Image | None


Tiles = tuple[Tile, ...]


@lru_cache(maxsize=2048)
def rounded_box(width: int, height: int, radii: Radii) -> Tiles:
    """A filled box of whole px with circular corners."""
    radii = fitting(radii, width, height)
    if not any(radii):
        return (Tile(Rect(0, 0, width, height), None),)
    sides = [ceil(radius) for radius in radii]
    if _overlap(sides, width, height):
        return (Tile(Rect(0, 0, width, height), as_mask(_box_coverage(width, height, radii))),)
    top, bottom = max(sides[:2]), max(sides[2:])
    middle = Tile(Rect(0, top, width, height - bottom), None)
    return _solid(
        *_band(Rect(0, 0, width, top), radii[0], radii[1], 0),
        middle,
        *_band(Rect(0, height - bottom, width, height), radii[3], radii[2], bottom),
    )


@lru_cache(maxsize=2048)
def ring(width: int, height: int, radii: Radii, thickness: int) -> Tiles:
    """The border of one width around a box, inside it."""
    radii = fitting(radii, width, height)
    if 2 * thickness >= min(width, height):
        return rounded_box(width, height, radii)
    sides = [max(ceil(radius), thickness) for radius in radii]
    if _overlap(sides, width, height):
        return (Tile(Rect(0, 0, width, height), as_mask(_ring_coverage(width, height, radii, thickness))),)
    tl, tr, br, bl = sides
    corners = (
        Tile(Rect(0, 0, tl, tl), _ring_corner(radii[0], thickness, 0)),
        Tile(Rect(width - tr, 0, width, tr), _ring_corner(radii[1], thickness, 1)),
        Tile(Rect(width - br, height - br, width, height), _ring_corner(radii[2], thickness, 2)),
        Tile(Rect(0, height - bl, bl, height), _ring_corner(radii[3], thickness, 3)),
    )
    edges = (
        Tile(Rect(tl, 0, width - tr, thickness), None),
        Tile(Rect(width - thickness, tr, width, height - br), None),
        Tile(Rect(bl, height - thickness, width - br, height), None),
        Tile(Rect(0, tl, thickness, height - bl), None),
    )
    return _solid(*corners, *edges)


@lru_cache(maxsize=64)
def clip_mask(width: int, height: int, radii: Radii) -> Image.Image:
    """The coverage of a whole rounded box, mode L."""
    mask = Image.new("L", (width, height), 0)
    for area, part in rounded_box(width, height, radii):
        mask.paste(255, area, part)
    return mask


def fitting(radii: Radii, width: float, height: float) -> Radii:
    """CSS Backgrounds 3, section 5.5: radii that would meet shrink together until they just do. Tiny ones are none."""
    tl, tr, br, bl = radii
    sums = ((tl + tr, width), (tr + br, height), (br + bl, width), (bl + tl, height))
    shrink = min((side / total for total, side in sums if total > side), default=1)
    tl, tr, br, bl = (radius * shrink if radius * shrink > SHARP else 0.0 for radius in radii)
    return (tl, tr, br, bl)


def corner_coverage(radius: float) -> Coverage:
    """A top-left corner's square of ``ceil(radius)`` px: each pixel's share inside the circle."""
    side = ceil(radius)
    rows = (np.arange(side * ROWS_PER_PIXEL, dtype=np.float32) + 0.5) / ROWS_PER_PIXEL
    rise = np.clip((radius - rows) / radius, 0, 1)
    start = radius * (1 - np.sqrt(1 - rise * rise))
    spans = np.clip(np.arange(1, side + 1, dtype=np.float32) - start[:, None], 0, 1)
    steep: Coverage = np.tril(spans.reshape(side, ROWS_PER_PIXEL, side).mean(axis=1, dtype=np.float32))
    return steep + np.tril(steep, -1).T  # above the diagonal the edge is flat: the same, mirrored


def as_mask(coverage: Coverage) -> Image.Image:
    return Image.fromarray(np.rint(np.clip(coverage, 0, 1) * 255).astype(np.uint8))


def _band(area: Rect, left: float, right: float, is_bottom: int) -> Tiles:
    """A row of a box with a corner at each end."""
    a, b = area.left + ceil(left), area.right - ceil(right)
    return (
        Tile(Rect(area.left, area.top, a, area.bottom), _box_corner(left, area.height, 3 if is_bottom else 0)),
        Tile(Rect(a, area.top, b, area.bottom), None),
        Tile(Rect(b, area.top, area.right, area.bottom), _box_corner(right, area.height, 2 if is_bottom else 1)),
    )


@lru_cache(maxsize=512)
def _box_corner(radius: float, height: int, corner: int) -> Image.Image | None:
    """A corner as tall as its row, which the other corner of the row may make taller than itself."""
    if not radius:
        return None
    side = ceil(radius)
    coverage = np.ones((height, side), np.float32)
    coverage[:side] = corner_coverage(radius)
    return as_mask(_turned(coverage, corner))


@lru_cache(maxsize=512)
def _ring_corner(radius: float, thickness: int, corner: int) -> Image.Image:
    side = max(ceil(radius), thickness)
    coverage = np.ones((side, side), np.float32)
    if radius:
        coverage[: ceil(radius), : ceil(radius)] = corner_coverage(radius)
    inner = coverage[thickness:, thickness:]
    if radius > thickness:
        hole = np.ones_like(inner)
        cut = ceil(radius - thickness)
        hole[:cut, :cut] = corner_coverage(radius - thickness)
        inner -= hole
    else:
        inner[:] = 0
    return as_mask(_turned(coverage, corner))


def _box_coverage(width: int, height: int, radii: Radii) -> Coverage:
    coverage = np.ones((height, width), np.float32)
    for corner, radius in enumerate(radii):
        if radius:
            curve = corner_coverage(radius)
            part = _turned(coverage, corner)[: len(curve), : len(curve)]
            part *= curve[: part.shape[0], : part.shape[1]]  # the hole of a ring may be smaller than its curve
    return coverage


def _ring_coverage(width: int, height: int, radii: Radii, thickness: int) -> Coverage:
    coverage = _box_coverage(width, height, radii)
    tl, tr, br, bl = (max(0.0, radius - thickness) for radius in radii)
    hole = _box_coverage(width - 2 * thickness, height - 2 * thickness, (tl, tr, br, bl))
    coverage[thickness:-thickness, thickness:-thickness] -= hole
    return coverage


def _turned(coverage: Coverage, corner: int) -> Coverage:
    """A view in which that corner (0 top-left, clockwise) is the top-left one."""
    down = slice(None, None, -1 if corner in (2, 3) else 1)
    across = slice(None, None, -1 if corner in (1, 2) else 1)
    return coverage[down, across]


def _overlap(sides: list[int], width: int, height: int) -> bool:
    tl, tr, br, bl = sides
    return max(tl, tr) + max(br, bl) > height or max(tl + tr, br + bl) > width


def _solid(*tiles: Tile) -> Tiles:
    return tuple(tile for tile in tiles if not tile.area.is_empty)
