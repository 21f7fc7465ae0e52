"""Linear and radial gradients as CSS defines them, blended premultiplied."""

from math import cos, radians, sin
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from campaign.layout.commands import Gradient, LinearGradient, RadialGradient
from campaign.painting.memory import remembered

STEPS = 2048  # colours along a slanting gradient: finer than 8 bits can show
GRADIENT_MEMORY = 32 * 2**20


class Picture(NamedTuple):
    """Straight colour (mode RGB) and its coverage (mode L); None where it is opaque throughout."""

    color: Image.Image
    alpha: Image.Image | None

    def weight(self) -> int:
        """Bytes that it takes in memory."""
        return 5 * self.color.width * self.color.height

    def crop(self, box: tuple[int, int, int, int]) -> "Picture":
        if box == (0, 0, *self.color.size):
            return self
        return Picture(self.color.crop(box), self.alpha.crop(box) if self.alpha else None)


@remembered(GRADIENT_MEMORY, Picture.weight)
def gradient(width: int, height: int, ink: Gradient) -> Picture:
    """The gradient over a box of whole px, each pixel's colour taken at its centre."""
    rgba = _radial(width, height, ink) if isinstance(ink, RadialGradient) else _linear(width, height, ink)
    color = Image.fromarray(np.ascontiguousarray(rgba[:, :, :3]))
    if all(stop.color.alpha == 1 for stop in ink.stops):
        return Picture(color, None)
    return Picture(color, Image.fromarray(np.ascontiguousarray(rgba[:, :, 3])))


def _radial(width: int, height: int, ink: RadialGradient) -> NDArray[np.uint8]:
    x = ((np.arange(width) + 0.5 - ink.x) / ink.across).astype(np.float32)
    y = ((np.arange(height) + 0.5 - ink.y) / ink.down).astype(np.float32)
    last = max(1.0, *(stop.at for stop in ink.stops))
    far = np.sqrt(y[:, None] ** 2 + x[None, :] ** 2) / last
    places = np.rint(np.clip(far, 0, 1) * (STEPS - 1)).astype(np.uint16)
    rgba: NDArray[np.uint8] = _colors(ink, np.linspace(0, last, STEPS, dtype=np.float32))[places]
    return rgba


def _linear(width: int, height: int, ink: LinearGradient) -> NDArray[np.uint8]:
    angle = radians(ink.angle)
    across, down = sin(angle), -cos(angle)
    length = abs(width * across) + abs(height * down)
    x = ((np.arange(width) + 0.5 - width / 2) * across / length).astype(np.float32)
    y = ((np.arange(height) + 0.5 - height / 2) * down / length + 0.5).astype(np.float32)
    if ink.angle % 180 == 0:
        return np.broadcast_to(_colors(ink, y)[:, None], (height, width, 4))
    if ink.angle % 180 == 90:
        return np.broadcast_to(_colors(ink, x + 0.5)[None, :], (height, width, 4))
    places = np.rint(np.clip(y[:, None] + x[None, :], 0, 1) * (STEPS - 1)).astype(np.uint16)
    rgba: NDArray[np.uint8] = _colors(ink, np.linspace(0, 1, STEPS, dtype=np.float32))[places]
    return rgba


def _colors(ink: Gradient, places: NDArray[np.float32]) -> NDArray[np.uint8]:
    """Straight RGBA at each place along the gradient's line."""
    # A stop before its predecessor takes the predecessor's place (CSS Images 3, section 3.4.3).
    at = np.maximum.accumulate([stop.at for stop in ink.stops])
    alphas = np.array([stop.color.alpha for stop in ink.stops])
    alpha = np.interp(places, at, alphas)
    rgba = np.empty((len(places), 4), np.uint8)
    rgba[:, 3] = np.rint(alpha * 255)
    for channel, name in enumerate(("red", "green", "blue")):
        shares = np.array([getattr(stop.color, name) for stop in ink.stops]) * alphas
        straight = np.interp(places, at, shares) / np.where(alpha > 0, alpha, 1)
        rgba[:, channel] = np.rint(np.clip(straight, 0, 255))
    return rgba
