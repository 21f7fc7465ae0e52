"""How a picture lies in its box, as commands: ``object-fit``, ``object-position``, round corners."""

from campaign.layout.commands import Box, Command, DrawImage, DrawSvg, Photo, Pop, PushClip, Radii
from campaign.layout.replaced import Replaced
from campaign.layout.style import Style, Styler

SLACK = 0.01  # px that a picture may leave its box by without being cut


def picture_commands(picture: Replaced, style: Style, styler: Styler, area: Box, corners: Radii) -> tuple[Command, ...]:
    """An ``<img>`` in its content box ``area``, which has these corners; nothing where none of it is to be seen."""
    width, height = _fitted(style.object_fit, area, picture)
    across, down = style.object_position
    x = area.x + styler.transform_px(across, style, area.width - width)
    y = area.y + styler.transform_px(down, style, area.height - height)
    target = Box(x, y, width, height)
    command: Command
    if picture.photo is None:
        command = DrawSvg(picture.svg(width, height, style.color), target, picture.label, picture.is_qr)
        leaves = not _holds(area, target)
    else:
        parts = _seen(target, area, picture.photo)
        if parts is None:
            return ()
        command, leaves = DrawImage(picture.photo.src, *parts, picture.label), False
    return (PushClip(area, corners), command, Pop()) if leaves or any(corners) else (command,)


def _fitted(object_fit: str, area: Box, picture: Replaced) -> tuple[float, float]:
    """The size of the whole picture; it may be larger than the area.

    An SVG with a viewBox keeps its ratio inside whatever box it is given; a photograph that fills is stretched.
    """
    ratio = picture.ratio
    if object_fit == "fill" or not ratio or not area.width or not area.height:
        return area.width, area.height
    wide = ratio > area.width / area.height
    inside = (area.width, area.width / ratio) if wide else (area.height * ratio, area.height)
    if object_fit == "cover":
        return (area.height * ratio, area.height) if wide else (area.width, area.width / ratio)
    own = picture.width or inside[0], picture.height or inside[1]
    if object_fit == "none" or (object_fit == "scale-down" and own[0] < inside[0]):
        return own
    return inside


def _seen(target: Box, area: Box, photo: Photo) -> tuple[Box, Box] | None:
    """The part of ``target`` inside ``area``, and the part of the photograph, in its px, that lies there."""
    left, top = max(target.x, area.x), max(target.y, area.y)
    width, height = min(target.right, area.right) - left, min(target.bottom, area.bottom) - top
    if width <= 0 or height <= 0:
        return None
    across, down = photo.width / target.width, photo.height / target.height
    shown = Box((left - target.x) * across, (top - target.y) * down, width * across, height * down)
    return Box(left, top, width, height), shown


def _holds(outer: Box, inner: Box) -> bool:
    return (
        inner.x >= outer.x - SLACK
        and inner.y >= outer.y - SLACK
        and inner.right <= outer.right + SLACK
        and inner.bottom <= outer.bottom + SLACK
    )
