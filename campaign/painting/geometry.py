"""From canvas lengths to whole pixels of a surface."""

from dataclasses import dataclass
from math import ceil, floor
from typing import NamedTuple

from campaign.layout.commands import Box, Gradient, LinearGradient, RadialGradient, Radii


class Rect(NamedTuple):
    """Whole pixels: left and top are inside, right and bottom are not."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def width(self) -> int:
        return self.right - self.left

    @property
    def height(self) -> int:
        return self.bottom - self.top

    @property
    def size(self) -> tuple[int, int]:
        return self.width, self.height

    @property
    def is_empty(self) -> bool:
        return self.right <= self.left or self.bottom <= self.top

    def within(self, other: "Rect") -> "Rect":
        left, top, right, bottom = self
        a, b, c, d = other
        if left >= a and top >= b and right <= c and bottom <= d:
            return self
        return Rect(max(left, a), max(top, b), min(right, c), min(bottom, d))

    def moved(self, x: int, y: int) -> "Rect":
        return Rect(self.left + x, self.top + y, self.right + x, self.bottom + y)


@dataclass(frozen=True, slots=True)
class Space:
    """How canvas px become surface px: times ``scale``, then moved."""

    scale: float = 1
    x: float = 0
    y: float = 0

    def across(self, x: float) -> float:
        return x * self.scale + self.x

    def down(self, y: float) -> float:
        return y * self.scale + self.y

    def inside(self, scale: float, x: float, y: float) -> "Space":
        """The space of something that is itself scaled and moved in this one."""
        return Space(self.scale * scale, self.across(x), self.down(y))

    def snapped(self, box: Box) -> Rect:
        """Edges on the nearest whole pixels: what browsers do with boxes, so that straight edges stay sharp."""
        return Rect(
            whole(self.across(box.x)),
            whole(self.down(box.y)),
            whole(self.across(box.right)),
            whole(self.down(box.bottom)),
        )

    def around(self, box: Box) -> Rect:
        """All pixels that the box may touch, and one more on each side for soft edges."""
        return Rect(
            floor(self.across(box.x)) - 1,
            floor(self.down(box.y)) - 1,
            ceil(self.across(box.right)) + 1,
            ceil(self.down(box.bottom)) + 1,
        )

    def gradient(self, ink: Gradient) -> Gradient:
        """A gradient with its lengths in surface px; a linear one has none."""
        if isinstance(ink, LinearGradient) or self.scale == 1:
            return ink
        k = self.scale
        return RadialGradient(ink.x * k, ink.y * k, ink.across * k, ink.down * k, ink.stops)

    def radii(self, radii: Radii) -> Radii:
        return tuple(radius * self.scale for radius in radii)  # type: ignore[return-value]  # four stay four


def whole(length: float) -> int:
    """Half a pixel goes down and right, as in browsers; Python's ``round`` would go to the even one."""
    return floor(length + 0.5)
