"""Gradients."""

import numpy as np
import pytest

from campaign.layout.commands import Color, LinearGradient, RadialGradient, Stop
from campaign.painting.gradients import gradient

BLACK, WHITE = Color(0, 0, 0), Color(255, 255, 255)
RAMP = (Stop(0, BLACK), Stop(1, WHITE))


def greys(angle: float, width: int, height: int, stops: tuple[Stop, ...] = RAMP) -> np.ndarray:
    return np.asarray(gradient(width, height, LinearGradient(angle, stops)).color)[:, :, 0].astype(int)


@pytest.mark.parametrize(
    ("angle", "first", "last"),
    [(0, (-1, 0), (0, 0)), (90, (0, 0), (0, -1)), (180, (0, 0), (-1, 0)), (270, (0, -1), (0, 0))],
)
def test_angles_are_those_of_css(angle: float, first: tuple[int, int], last: tuple[int, int]) -> None:
    """0 goes up, 90 to the right, 180 down, 270 to the left; each pixel has the colour of its centre."""
    got = greys(angle, 10, 10)
    assert (got[first], got[last]) == (13, 242)


def test_a_slanting_gradient_ends_in_the_corners() -> None:
    """At 45 degrees on a square, the lower left corner is the start, the upper right one the end, the middle half."""
    got = greys(45, 101, 101)
    assert got[-1, 0] == pytest.approx(0, abs=2)
    assert got[0, -1] == pytest.approx(255, abs=2)
    assert got[50, 50] == pytest.approx(128, abs=1)


def test_stops_lie_where_they_say() -> None:
    """A hard edge at 40 %: two stops in one place."""
    stops = (Stop(0, BLACK), Stop(0.4, BLACK), Stop(0.4, WHITE), Stop(1, WHITE))
    assert greys(90, 10, 1, stops).tolist() == [[0] * 4 + [255] * 6]


def test_a_stop_never_lies_before_the_one_before_it() -> None:
    """CSS: an earlier place counts as the place of the stop before."""
    assert (greys(90, 10, 1, (Stop(0.5, BLACK), Stop(0.2, WHITE))) == [[0] * 5 + [255] * 5]).all()


def test_fading_out_keeps_the_colour() -> None:
    """Red to transparent black stays red while it fades: blended premultiplied, as browsers do."""
    red = Color(200, 0, 0)
    picture = gradient(8, 1, LinearGradient(90, (Stop(0, red), Stop(1, Color(0, 0, 0, 0)))))
    assert picture.alpha is not None
    assert np.asarray(picture.color)[0, :, 0].tolist() == [200] * 8
    assert np.asarray(picture.alpha)[0].tolist() == pytest.approx([255 * (1 - (i + 0.5) / 8) for i in range(8)], abs=1)


def test_a_radial_gradient_runs_from_its_centre() -> None:
    """Its last colour is reached at the radius, and goes on from there."""
    ink = RadialGradient(20, 10, 20, 10, (Stop(0, BLACK), Stop(1, WHITE)))
    grey = np.asarray(gradient(40, 20, ink).color)[:, :, 0].astype(int)
    assert grey[10, 20] < 15
    assert abs(grey[10, 30] - 128) < 8
    assert abs(grey[15, 20] - 134) < 8
    assert grey[0, 0] == 255
