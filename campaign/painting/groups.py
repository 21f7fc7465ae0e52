"""Commands as a tree, and the arithmetic of groups that are turned."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from campaign.layout.commands import (
    Box,
    CastShadow,
    Command,
    DrawImage,
    DrawSvg,
    DrawText,
    FillBox,
    Pop,
    PushClip,
    PushGroup,
    StrokeBox,
)

Matrix = tuple[float, float, float, float, float, float]  # as in CSS matrix(): x' = a x + c y + e, y' = b x + d y + f
IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)


class Nested(NamedTuple):
    """A clip or a group with what it holds."""

    opening: PushClip | PushGroup
    inside: "tuple[Node, ...]"


Node = FillBox | CastShadow | StrokeBox | DrawText | DrawSvg | DrawImage | Nested


def nested(commands: Iterable[Command]) -> tuple[Node, ...]:
    """The commands between each push and its pop, gathered. Raises ValueError when they do not match."""
    open_: list[tuple[PushClip | PushGroup | None, list[Node]]] = [(None, [])]
    for command in commands:
        if isinstance(command, PushClip | PushGroup):
            open_.append((command, []))
        elif isinstance(command, Pop):
            opening, inside = open_.pop()
            if opening is None:
                raise ValueError("a Pop without a push before it")
            open_[-1][1].append(Nested(opening, tuple(inside)))
        else:
            open_[-1][1].append(command)
    if len(open_) > 1:
        raise ValueError(f"{len(open_) - 1} pushes without a Pop")
    return tuple(open_[0][1])


def extent(nodes: Iterable[Node]) -> Box | None:
    """A box that holds all ink of these commands, in the coordinates that they are written in; None for no ink."""
    boxes = [box for box in map(_extent, nodes) if box is not None and box.width > 0 and box.height > 0]
    if len(boxes) == 1:
        return boxes[0]
    return _around([corner for box in boxes for corner in _corners(box)]) if boxes else None


def through(matrix: Matrix, box: Box) -> Box:
    """The upright box around a transformed one."""
    if matrix == IDENTITY:
        return box
    a, b, c, d, e, f = matrix
    return _around([(a * x + c * y + e, b * x + d * y + f) for x, y in _corners(box)])


def after(first: Matrix, then: Matrix) -> Matrix:
    """One transformation after another, as one."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return (
        p * a + r * b,
        q * a + s * b,
        p * c + r * d,
        q * c + s * d,
        p * e + r * f + t,
        q * e + s * f + u,
    )


def inverse(matrix: Matrix) -> Matrix | None:
    """The way back; None for a matrix that flattens everything onto a line."""
    a, b, c, d, e, f = matrix
    scale = a * d - b * c
    if abs(scale) < 1e-9:
        return None
    return (
        d / scale,
        -b / scale,
        -c / scale,
        a / scale,
        (c * f - d * e) / scale,
        (b * e - a * f) / scale,
    )


def _extent(node: Node) -> Box | None:
    match node:
        case FillBox(box=box) | StrokeBox(box=box) | DrawSvg(box=box) | DrawImage(box=box):
            return box
        case CastShadow(box=box, blur=blur):
            reach = 1.5 * blur + 1
            return Box(box.x - reach, box.y - reach, box.width + 2 * reach, box.height + 2 * reach)
        case DrawText(font=font):
            # Letters may reach out of their advance and of the em box; no more than this in any text face, stacks of
            # Burmese, Javanese and Telugu included.
            size = font.size
            return Box(node.x - size / 2, node.baseline - 1.75 * size, node.width + size, 3.25 * size)
        case Nested(opening, inside):
            held = extent(inside)
            if held is None:
                return None
            if isinstance(opening, PushClip):
                return _common(held, opening.box)
            return held if opening.matrix is None else through(opening.matrix, held)


def _common(box: Box, other: Box) -> Box:
    x, y = max(box.x, other.x), max(box.y, other.y)
    return Box(x, y, max(0, min(box.right, other.right) - x), max(0, min(box.bottom, other.bottom) - y))


def _corners(box: Box) -> Sequence[tuple[float, float]]:
    return (box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom)


def _around(points: Sequence[tuple[float, float]]) -> Box:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
