"""Backgrounds, borders and corners of a box, as commands (CSS Backgrounds 3)."""

import math
from collections.abc import Sequence

from campaign.layout.commands import (
    SQUARE,
    Border,
    CastShadow,
    Color,
    Command,
    FillBox,
    LinearGradient,
    RadialGradient,
    Radii,
    Stop,
    StrokeBox,
)
from campaign.layout.commands import Box as Area
from campaign.layout.commands import Gradient as AnyGradient
from campaign.layout.properties import TRANSPARENT
from campaign.layout.radial import Radial, reach
from campaign.layout.shadows import BoxShadow
from campaign.layout.style import Extent, Share, Style, Styler, resolved
from campaign.layout.values import Gradient, GradientStop

POINT = 1e-3
"""A gradient that has no extent is painted as if it had this one, px: its last colour everywhere."""


def decorations(style: Style, styler: Styler, area: Area, first: bool = True, last: bool = True) -> list[Command]:
    """Background, then border. ``first`` and ``last`` tell whether an inline box's part has its side edges."""
    radii = radii_of(style, area, first, last)
    commands: list[Command] = [_shadow(s, style, styler, area, radii) for s in reversed(style.box_shadow)]
    if style.background_color is None or style.background_color.alpha > 0:
        commands.append(FillBox(area, inked(style.background_color, style), radii))
    images = reversed(style.background_image)
    commands.extend(FillBox(area, _gradient(image, style, styler, area), radii) for image in images)
    sides = (
        _side(style.border_top_width, style.border_top_style, style.border_top_color, style),
        _side(style.border_right_width, style.border_right_style, style.border_right_color, style) if last else None,
        _side(style.border_bottom_width, style.border_bottom_style, style.border_bottom_color, style),
        _side(style.border_left_width, style.border_left_style, style.border_left_color, style) if first else None,
    )
    if any(sides):
        commands.append(StrokeBox(area, sides, radii))
    return commands


def _shadow(shadow: BoxShadow, style: Style, styler: Styler, area: Area, radii: Radii) -> CastShadow:
    """Corners grow with the spread; a sharp corner stays sharp (CSS Backgrounds 3, 6.1.1)."""
    x, y, blur, spread = (
        styler.transform_px(length, style, 0.0) for length in (shadow.x, shadow.y, shadow.blur, shadow.spread)
    )
    width, height = max(area.width + 2 * spread, 0.0), max(area.height + 2 * spread, 0.0)
    box = Area(area.x + x - spread, area.y + y - spread, width, height)
    a, b, c, d = (max(radius + spread, 0.0) if radius > 0 else 0.0 for radius in radii)
    return CastShadow(box, (a, b, c, d), blur, inked(shadow.color, style), area, radii)


def inked(color: Color | None, style: Style) -> Color:
    """The colour, currentColor resolved."""
    return style.color if color is None else color


def paints(style: Style) -> bool:
    """Whether the box itself leaves any ink."""
    background = style.background_color is None or style.background_color.alpha > 0
    borders = (style.border_top_width, style.border_right_width, style.border_bottom_width, style.border_left_width)
    return background or bool(style.background_image) or any(borders)


def _side(width: float, line: str, color: Color | None, style: Style) -> Border | None:
    ink = inked(color, style)
    return Border(width, line, ink) if width > 0 and line != "none" and ink.alpha > 0 else None


def radii_of(style: Style, area: Area, first: bool = True, last: bool = True) -> Radii:
    """Corner radii, made smaller together where they would overlap (CSS Backgrounds 3, 5.5).

    A percentage on a box that is not square would be an ellipse; ``oval_corner`` says so, and the drawing is refused.
    """
    corners = (
        _radius(style.border_top_left_radius, area) if first else 0.0,
        _radius(style.border_top_right_radius, area) if last else 0.0,
        _radius(style.border_bottom_right_radius, area) if last else 0.0,
        _radius(style.border_bottom_left_radius, area) if first else 0.0,
    )
    if not any(corners):
        return SQUARE
    left_top, right_top, right_bottom, left_bottom = corners
    sides = (
        (area.width, left_top + right_top),
        (area.height, right_top + right_bottom),
        (area.width, left_bottom + right_bottom),
        (area.height, left_top + left_bottom),
    )
    factor = min([1.0, *(side / total for side, total in sides if total > 0)])
    return (left_top * factor, right_top * factor, right_bottom * factor, left_bottom * factor)


def _radius(extent: Extent, area: Area) -> float:
    return resolved(extent, min(area.width, area.height))


def oval_corner(style: Style, width: float, height: float) -> bool:
    """Whether a percentage would make an elliptical corner, which no command draws."""
    return abs(width - height) > 0.5 and (
        isinstance(style.border_top_left_radius, Share)
        or isinstance(style.border_top_right_radius, Share)
        or isinstance(style.border_bottom_right_radius, Share)
        or isinstance(style.border_bottom_left_radius, Share)
    )


def inner_radii(style: Style, area: Area) -> Radii:
    """The corners of the padding box, which overflow: hidden clips at."""
    return content_radii(
        style,
        area,
        style.border_top_width,
        style.border_right_width,
        style.border_bottom_width,
        style.border_left_width,
    )


def content_radii(style: Style, area: Area, top: float, right: float, bottom: float, left: float) -> Radii:
    """The corners of a box that much inside the border box ``area``: pictures are cut at their content box."""
    a, b, c, d = radii_of(style, area)
    return (
        max(a - max(top, left), 0.0),
        max(b - max(top, right), 0.0),
        max(c - max(bottom, right), 0.0),
        max(d - max(bottom, left), 0.0),
    )


def _gradient(gradient: Gradient | Radial, style: Style, styler: Styler, area: Area) -> AnyGradient:
    if isinstance(gradient, Radial):
        return _radial(gradient, style, styler, area)
    angle = _angle(gradient.towards, area)
    turn = math.radians(angle)
    length = abs(area.width * math.sin(turn)) + abs(area.height * math.cos(turn))
    return LinearGradient(angle, _stops(gradient.stops, style, styler, length))


def _radial(radial: Radial, style: Style, styler: Styler, area: Area) -> RadialGradient:
    x = styler.transform_px(radial.at[0], style, area.width)
    y = styler.transform_px(radial.at[1], style, area.height)
    if radial.radii is None:
        across, down = reach(radial, x, y, area.width, area.height)
    else:
        across = styler.transform_px(radial.radii[0], style, area.width)
        down = across if radial.circle else styler.transform_px(radial.radii[1], style, area.height)
    across, down = max(across, POINT), max(down, POINT)
    return RadialGradient(x, y, across, down, _stops(radial.stops, style, styler, across))


def _stops(stops: Sequence[GradientStop], style: Style, styler: Styler, length: float) -> tuple[Stop, ...]:
    """Colours at shares of the gradient's length."""
    places: list[float | None] = [
        None if stop.at is None else (styler.transform_px(stop.at, style, length) / length if length else 0.0)
        for stop in stops
    ]
    return tuple(Stop(at, inked(stop.color, style)) for at, stop in zip(_spread(places), stops, strict=True))


def _angle(towards: float | tuple[int, int], area: Area) -> float:
    """Towards a corner, the half-way colour runs through the two other corners (CSS Images 3, 3.1.1)."""
    if not isinstance(towards, tuple):
        return towards % 360
    across, down = towards
    return math.degrees(math.atan2(area.height * across, -area.width * down)) % 360


def _spread(places: list[float | None]) -> list[float]:
    """Stops without a place lie evenly between their neighbours; none lies before one written earlier (3.4.3)."""
    known = list(places)
    known[0] = 0.0 if known[0] is None else known[0]
    known[-1] = 1.0 if known[-1] is None else known[-1]
    highest = known[0] or 0.0
    for index, place in enumerate(known):
        if place is not None:
            highest = max(highest, place)
            known[index] = highest
    result: list[float] = []
    for index, place in enumerate(known):
        if place is None:
            end = next(n for n in range(index, len(known)) if known[n] is not None)
            last = known[end]
            assert last is not None
            place = result[-1] + (last - result[-1]) / (end - index + 1)
        result.append(place)
    return result


def without_corners(style: Style) -> Style:
    """The style without corners: a background that covers the canvas has none."""
    corners = ("top_left", "top_right", "bottom_right", "bottom_left")
    return Style({**style.__dict__, **{f"border_{corner}_radius": 0.0 for corner in corners}})


def without_background(style: Style) -> Style:
    """The style without its background, which the canvas has taken."""
    return Style({**style.__dict__, "background_color": TRANSPARENT, "background_image": ()})
