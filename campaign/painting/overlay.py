"""What a template's author wants to see over a picture: boxes, baselines, safe zones, and the sizes that fit chose."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from campaign.layout.commands import (
    Border,
    Box,
    Canvas,
    Color,
    Command,
    Drawing,
    DrawText,
    FillBox,
    Fitted,
    Font,
    LaidBox,
    StrokeBox,
)
from campaign.painting.fonts import FontBook

BY_DEPTH = (Color(0, 90, 255), Color(220, 0, 160), Color(0, 140, 60), Color(230, 110, 0))  # nested boxes in turn
BASELINE = Color(255, 0, 60, 0.8)
COVERED = Color(255, 0, 0, 0.25)
LABEL = Font("Manrope", 700, 18)
LABEL_HEIGHT = 24
WHITE = Color(255, 255, 255)


def overlaid(drawing: Drawing, fonts: FontBook) -> Drawing:
    """The drawing with its construction over it. Boxes lie where they were before transforms."""
    commands = [*_with_baselines(drawing.commands), *_covered(drawing.canvas)]
    commands.extend(_outline(laid) for laid in drawing.boxes if laid.box.width and laid.box.height)
    for fitted in drawing.fitted:
        commands.extend(_label(fitted, fonts))
    return replace(drawing, commands=tuple(commands))


def _with_baselines(commands: Sequence[Command]) -> Iterator[Command]:
    """Each run's baseline goes right behind it, so that it turns with it."""
    for command in commands:
        yield command
        if isinstance(command, DrawText):
            yield FillBox(Box(command.x, round(command.baseline), command.width, 1), BASELINE)


def _covered(canvas: Canvas) -> list[Command]:
    """The four strips of the canvas that a platform covers."""
    safe = canvas.safe_box
    strips = (
        Box(0, 0, canvas.width, safe.y),
        Box(0, safe.bottom, canvas.width, canvas.height - safe.bottom),
        Box(0, safe.y, safe.x, safe.height),
        Box(safe.right, safe.y, canvas.width - safe.right, safe.height),
    )
    return [FillBox(strip, COVERED) for strip in strips if strip.width > 0 and strip.height > 0]


def _outline(laid: LaidBox) -> StrokeBox:
    side = Border(1, "solid", BY_DEPTH[laid.depth % len(BY_DEPTH)])
    return StrokeBox(laid.box, (side, side, side, side))


def _label(fitted: Fitted, fonts: FontBook) -> list[Command]:
    """The size above the role's box, or inside it at the very top of the canvas."""
    text = f"{fitted.name} {fitted.size:g} px ({fitted.smallest:g}–{fitted.largest:g})"
    width = fonts.advance(text, LABEL)
    x, y = fitted.box.x, max(fitted.box.y - LABEL_HEIGHT, 0)
    return [
        FillBox(Box(x, y, width + 12, LABEL_HEIGHT), Color(0, 0, 0, 0.85)),
        DrawText(text, x + 6, y + 18, width, LABEL, WHITE),
    ]
