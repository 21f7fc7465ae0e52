"""Borders as browsers draw them: rings and rectangles where that is all it takes, else an SVG for resvg.

The dash rules are Chromium's: CSS leaves them open, and a designer previews templates there.
"""

from math import pi, sqrt
from typing import NamedTuple

from campaign.layout.commands import Border, Color, Radii, StrokeBox
from campaign.painting.geometry import Rect, Space
from campaign.painting.shapes import fitting, ring
from campaign.painting.surface import Clip, Surface
from campaign.painting.svg import NAMESPACE, svg_picture

Sides = tuple[Border | None, Border | None, Border | None, Border | None]
Point = tuple[float, float]


def paint_border(surface: Surface, stroke: StrokeBox, space: Space, clip: Clip) -> None:
    """Paints the sides that there are, inside the box."""
    area = space.snapped(stroke.box)
    top, right, bottom, left = (_in_pixels(side, space.scale) for side in stroke.sides)
    sides = (top, right, bottom, left)
    present = [side for side in sides if side is not None]
    if area.is_empty or not present:
        return
    radii = fitting(space.radii(stroke.radii), area.width, area.height)
    one = present[0]
    alike = all(side == one for side in sides)
    plain = all(side.style == "solid" and side.color == one.color for side in present)
    if alike and plain:
        for part, mask in ring(area.width, area.height, radii, int(one.width)):
            surface.fill(part.moved(area.left, area.top), one.color, clip, mask)
    elif plain and not any(radii):
        for part in _bars(area, sides):
            surface.fill(part, one.color, clip)
    else:
        drawing = _Outline(area.width, area.height, sides, radii).svg()
        surface.lay(svg_picture(drawing, area.width, area.height), area.left, area.top, clip)


def _in_pixels(side: Border | None, scale: float) -> Border | None:
    """Borders are whole px wide and never vanish (CSS Values 4, "snap a length as a border width")."""
    if side is None or side.width <= 0:
        return None
    return Border(max(1, int(side.width * scale)), side.style, side.color)


def _bars(area: Rect, sides: Sides) -> tuple[Rect, ...]:
    """Rectangles of sides of one colour, none over another, so that a translucent border is even."""
    top, right, bottom, left = (int(side.width) if side else 0 for side in sides)
    upper, lower = min(area.top + top, area.bottom), max(area.bottom - bottom, area.top + top)
    return (
        Rect(area.left, area.top, area.right, upper),
        Rect(area.left, lower, area.right, area.bottom),
        Rect(area.left, upper, min(area.left + left, area.right), lower),
        Rect(max(area.right - right, area.left + left), upper, area.right, lower),
    )


class _Dashes(NamedTuple):
    dash: float
    gap: float
    is_round: bool


def _dashes(border: Border, length: float, closed: bool) -> _Dashes:
    """Dashes 2:1 (thin ones 3:2), dots 1:1, with the gap changed so that a whole number fits."""
    width = border.width
    dash, gap = width, width
    if border.style == "dashed":
        dash, gap = (2 * width, width) if width >= 3 else (3 * width, 2 * width)
    room = length if closed else length + gap
    fewer = int(room / (dash + gap))
    gaps = [(length - count * dash) / max(1, count if closed else count - 1) for count in (fewer, fewer + 1)]
    best = gaps[0] if gaps[1] <= 0 or abs(gaps[0] - gap) < abs(gaps[1] - gap) else gaps[1]
    return _Dashes(dash, max(0.0, best), border.style == "dotted" and width > 3)


class _Outline:
    """A border whose sides differ, or are not solid, as SVG."""

    def __init__(self, width: int, height: int, sides: Sides, radii: Radii) -> None:
        self.width, self.height, self.sides, self.radii = width, height, sides, radii
        self.widths = tuple(side.width if side else 0 for side in sides)

    def svg(self) -> str:
        present = [side for side in self.sides if side]
        if all(side == present[0] for side in present) and present[0].style == "solid":
            parts = [self._ring(present[0].color)]
        elif any(self.radii) and all(side == present[0] for side in self.sides):
            parts = [self._dashed_round(present[0])]
        else:
            parts = [self._side(index, side) for index, side in enumerate(self.sides) if side]
        body = "".join(parts)
        return f'<svg xmlns="{NAMESPACE}" viewBox="0 0 {self.width} {self.height}">{body}</svg>'

    def _side(self, index: int, side: Border) -> str:
        """One side, cut off from its neighbours along the mitres."""
        if side.style != "solid" and not any(self.radii):
            return self._dashed_line(index, side)
        body = self._ring(side.color) if side.style == "solid" else self._dashed_round(side)
        points = " ".join(f"{x:g},{y:g}" for x, y in self._mitred(index))
        cut = f'<clipPath id="c{index}"><polygon points="{points}"/></clipPath>'
        return f'{cut}<g clip-path="url(#c{index})">{body}</g>'

    def _ring(self, color: Color) -> str:
        outer = self._path((0, 0, 0, 0))
        return f'<path fill-rule="evenodd" d="{outer} {self._path(self.widths)}"{_ink("fill", color)}/>'

    def _dashed_round(self, side: Border) -> str:
        """The whole border down its middle; the neighbours' parts of it are cut off later."""
        top, right, bottom, left = self.widths
        inset = (top / 2, right / 2, bottom / 2, left / 2)
        return self._stroke(self._path(inset), side, _dashes(side, self._length(inset), True), crisp=False)

    def _dashed_line(self, index: int, side: Border) -> str:
        half, (width, height) = side.width / 2, (self.width, self.height)
        across = index in (0, 2)
        dashes = _dashes(side, width if across else height, False)
        # A round cap reaches half its width beyond the line; without the hundredth the last dot would fall off the end.
        ends = half - 0.01 if dashes.is_round else 0
        line = {
            0: f"M{ends} {half}H{width - ends}",
            1: f"M{width - half} {ends}V{height - ends}",
            2: f"M{ends} {height - half}H{width - ends}",
            3: f"M{half} {ends}V{height - ends}",
        }[index]
        return self._stroke(line, side, dashes, crisp=not dashes.is_round)

    def _stroke(self, path: str, side: Border, dashes: _Dashes, *, crisp: bool) -> str:
        # A round dot is a dash of no length with round caps; resvg drops dashes of exactly none.
        dash, gap = (0.001, dashes.gap + dashes.dash - 0.001) if dashes.is_round else (dashes.dash, dashes.gap)
        look = ' stroke-linecap="round"' if dashes.is_round else ""
        look += ' shape-rendering="crispEdges"' if crisp else ""
        look += f' stroke-width="{side.width:g}" stroke-dasharray="{dash:.4f} {gap:.4f}"'
        return f'<path fill="none" d="{path}"{look}{_ink("stroke", side.color)}/>'

    def _corners(self, inset: tuple[float, ...]) -> tuple[Point, Point, Point, Point]:
        """Horizontal and vertical radius of each corner of the outline moved inwards by that much on each side."""
        top, right, bottom, left = inset
        tl, tr, br, bl = self.radii
        pairs = ((tl - left, tl - top), (tr - right, tr - top), (br - right, br - bottom), (bl - left, bl - bottom))
        return tuple((x, y) if x > 0 and y > 0 else (0, 0) for x, y in pairs)  # type: ignore[return-value]

    def _path(self, inset: tuple[float, ...]) -> str:
        """The outline moved inwards, clockwise from the end of the top-left corner, where browsers start dashes."""
        top, right, bottom, left = inset
        x1, y1 = self.width - right, self.height - bottom
        (tlx, tly), (trx, try_), (brx, bry), (blx, bly) = self._corners(inset)
        return (
            f"M{left + tlx:g} {top:g}H{x1 - trx:g}A{trx:g} {try_:g} 0 0 1 {x1:g} {top + try_:g}"
            f"V{y1 - bry:g}A{brx:g} {bry:g} 0 0 1 {x1 - brx:g} {y1:g}"
            f"H{left + blx:g}A{blx:g} {bly:g} 0 0 1 {left:g} {y1 - bly:g}"
            f"V{top + tly:g}A{tlx:g} {tly:g} 0 0 1 {left + tlx:g} {top:g}Z"
        )

    def _length(self, inset: tuple[float, ...]) -> float:
        top, right, bottom, left = inset
        corners = self._corners(inset)
        straight = 2 * (self.width - left - right + self.height - top - bottom) - sum(x + y for x, y in corners)
        return straight + sum(_quarter(x, y) for x, y in corners)

    def _mitred(self, index: int) -> tuple[Point, Point, Point, Point]:
        """The part of the box that belongs to a side: between the mitres, past the inner curve."""
        width, height = self.width, self.height
        top, right, bottom, left = self.widths
        curves = self._corners(self.widths)
        outer: tuple[Point, ...] = ((0, 0), (width, 0), (width, height), (0, height))
        steps = ((left, top), (-right, top), (-right, -bottom), (left, -bottom))
        inner = tuple(_past(outer[i], steps[i], curves[i]) for i in range(4))
        after = (index + 1) % 4
        return outer[index], outer[after], inner[after], inner[index]


def _past(corner: Point, step: Point, curve: Point) -> Point:
    """From the outer corner through the inner one, on to the chord of the inner curve."""
    reach = 1.0
    if curve[0] and curve[1] and (step[0] or step[1]):
        reach += 1 / (abs(step[0]) / curve[0] + abs(step[1]) / curve[1])
    return corner[0] + reach * step[0], corner[1] + reach * step[1]


def _quarter(x: float, y: float) -> float:
    """Ramanujan's length of a quarter of an ellipse."""
    return pi / 4 * (3 * (x + y) - sqrt((3 * x + y) * (x + 3 * y)))


def _ink(what: str, color: Color) -> str:
    opacity = f' {what}-opacity="{color.alpha:g}"' if color.alpha < 1 else ""
    return f' {what}="#{color.red:02x}{color.green:02x}{color.blue:02x}"{opacity}'
