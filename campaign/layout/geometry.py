"""Places on the canvas: affine maps as in CSS ``matrix()``, and what they do to boxes."""

import math

from campaign.layout.commands import Box as Area
from campaign.layout.style import Style, Styler
from campaign.layout.transforms import Rotate, Translate

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def times(left: Matrix, right: Matrix) -> Matrix:
    """First ``right``, then ``left``."""
    a, b, c, d, e, f = left
    g, h, i, j, k, m = right
    return (a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * m + e, b * k + d * m + f)


def transform_of(style: Style, styler: Styler, area: Area) -> Matrix | None:
    """The matrix of a box's transform about its centre, in canvas coordinates; None when it has none."""
    if not style.transform:
        return None
    matrix = IDENTITY
    for step in style.transform:
        if isinstance(step, Rotate):
            cos, sin = math.cos(math.radians(step.degrees)), math.sin(math.radians(step.degrees))
            matrix = times(matrix, (cos, sin, -sin, cos, 0.0, 0.0))
        elif isinstance(step, Translate):
            x = styler.transform_px(step.x, style, area.width)
            y = styler.transform_px(step.y, style, area.height)
            matrix = times(matrix, (1.0, 0.0, 0.0, 1.0, x, y))
        else:
            matrix = times(matrix, (step.x, 0.0, 0.0, step.y, 0.0, 0.0))
    x, y = area.x + area.width / 2, area.y + area.height / 2
    return times(times((1.0, 0.0, 0.0, 1.0, x, y), matrix), (1.0, 0.0, 0.0, 1.0, -x, -y))


def mapped(matrix: Matrix, area: Area) -> Area:
    """The smallest upright box around the mapped box."""
    if matrix == IDENTITY:
        return area
    a, b, c, d, e, f = matrix
    corners = [(x, y) for x in (area.x, area.right) for y in (area.y, area.bottom)]
    across = [a * x + c * y + e for x, y in corners]
    down = [b * x + d * y + f for x, y in corners]
    return Area(min(across), min(down), max(across) - min(across), max(down) - min(down))


def scale_of(matrix: Matrix) -> float:
    """How much larger things become, as the square root of their area."""
    a, b, c, d, _, _ = matrix
    return math.sqrt(abs(a * d - b * c))
