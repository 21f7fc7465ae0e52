"""Rounded boxes and rings."""

from math import ceil, pi

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.layout.commands import Radii
from campaign.painting.shapes import Tiles, clip_mask, corner_coverage, fitting, ring, rounded_box

SIDES = st.integers(1, 90)
RADIUS = st.one_of(st.just(0.0), st.floats(0.25, 60).map(lambda r: round(r, 2)))
RADII = st.tuples(RADIUS, RADIUS, RADIUS, RADIUS)


def coverage(tiles: Tiles, width: int, height: int) -> np.ndarray:
    """The shape's coverage 0-1; fails where tiles overlap or leave the box."""
    total = np.zeros((height, width))
    times = np.zeros((height, width), int)
    for area, mask in tiles:
        part = np.s_[area.top : area.bottom, area.left : area.right]
        assert area.left >= 0 and area.top >= 0 and total[part].shape == (area.height, area.width)
        times[part] += 1
        total[part] += 1 if mask is None else np.asarray(mask) / 255
    assert times.max(initial=0) <= 1
    return total


def test_a_small_disc() -> None:
    """Eight pixels, radius four: the upper left quarter as recorded, turned for the others, π·4² in all."""
    disc = np.asarray(clip_mask(8, 8, (4, 4, 4, 4)))
    assert disc.sum() / 255 == pytest.approx(16 * pi, abs=0.05)
    assert disc[:4, :4].tolist() == [
        [0, 41, 177, 244],
        [41, 240, 255, 255],
        [177, 255, 255, 255],
        [244, 255, 255, 255],
    ]
    assert (disc == disc[::-1]).all() and (disc == disc[:, ::-1]).all()


@pytest.mark.parametrize("radius", [0.5, 1, 3.3, 8, 40.5, 200])
def test_a_corner_has_the_area_of_a_quarter_circle(radius: float) -> None:
    """Coverage adds up to the circle's area, plus what the square's last pixels hold beyond the radius."""
    beyond = ceil(radius) ** 2 - radius**2
    assert corner_coverage(radius).sum() == pytest.approx(pi / 4 * radius**2 + beyond, abs=0.01 + radius / 500)


@given(SIDES, SIDES, RADII)
def test_boxes_are_covered_once(width: int, height: int, radii: Radii) -> None:
    """Tiles never overlap nor leave the box, and lack only what the corners cut off."""
    area = coverage(rounded_box(width, height, radii), width, height).sum()
    cut = (1 - pi / 4) * sum(radius**2 for radius in fitting(radii, width, height))
    assert area == pytest.approx(width * height - cut, abs=1 + 0.02 * (width + height))


@given(SIDES, SIDES, RADII, st.integers(1, 12))
def test_rings_lie_inside_their_box(width: int, height: int, radii: Radii, thickness: int) -> None:
    """A ring is nowhere more than its box."""
    outer = coverage(rounded_box(width, height, radii), width, height)
    inked = coverage(ring(width, height, radii, thickness), width, height)
    assert (inked <= outer + 2 / 255).all()


def test_a_ring_is_as_thick_everywhere() -> None:
    """Along the middle of each side and along the diagonal of a corner."""
    inked = coverage(ring(80, 60, (20, 20, 20, 20), 6), 80, 60)
    assert [inked[:30, 40].sum(), inked[30:, 40].sum(), inked[30, :40].sum(), inked[30, 40:].sum()] == [6] * 4
    assert sum(inked[i, i] for i in range(20)) * 2**0.5 == pytest.approx(6, abs=0.35)


def test_wide_boxes_cost_only_their_corners() -> None:
    """A box over the whole canvas needs masks for its four corners, and they are those of every such corner."""
    masks = [mask for _, mask in rounded_box(1080, 1350, (28, 28, 28, 28)) if mask]
    assert [mask.size for mask in masks] == [(28, 28)] * 4
    assert {id(mask) for mask in masks} == {id(mask) for _, mask in rounded_box(500, 90, (28, 28, 28, 28)) if mask}


def test_radii_that_meet_shrink_together() -> None:
    """CSS: a pill may be asked for with any large radius, and one large corner keeps its share."""
    assert fitting((999, 999, 999, 999), 100, 40) == (20, 20, 20, 20)
    assert fitting((60, 30, 0, 0), 45, 100) == (30, 15, 0, 0)
