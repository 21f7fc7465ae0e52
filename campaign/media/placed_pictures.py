"""How finely the photographs and other pixels on a PDF's page will be printed."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import hypot
from typing import Any

import pikepdf

DEEPEST = 12  # forms in forms


@dataclass(frozen=True, slots=True)
class PlacedPicture:
    """Pixels on the page; ``inches`` wide and high as placed."""

    pixels: tuple[int, int]
    inches: tuple[float, float]

    @property
    def ppi(self) -> float:
        """Pixels to the inch, where they are fewest."""
        pairs = zip(self.pixels, self.inches, strict=True)
        return min(count / length if length else float("inf") for count, length in pairs)


def pictures_on(page: Any) -> Iterator[PlacedPicture]:
    """Every picture on a page as often as it is placed, without masks."""
    yield from _placed(page.obj, page.obj.get("/Resources"), pikepdf.Matrix(), 0)


def _placed(drawing: Any, resources: Any, matrix: pikepdf.Matrix, depth: int) -> Iterator[PlacedPicture]:
    things = resources.get("/XObject", {}) if resources is not None else {}
    if not len(things.keys()) or depth > DEEPEST:
        return
    stack, now = [], matrix
    for instruction in pikepdf.parse_content_stream(drawing, "q Q cm Do"):
        step, operands = str(instruction.operator), instruction.operands
        if step == "q":
            stack.append(now)
        elif step == "Q":
            now = stack.pop() if stack else matrix
        elif step == "cm":
            now = pikepdf.Matrix(*(float(part) for part in operands)) @ now
        elif (thing := things.get(str(operands[0]))) is not None:
            yield from _thing(thing, now, depth)


def _thing(thing: Any, matrix: pikepdf.Matrix, depth: int) -> Iterator[PlacedPicture]:
    if thing.get("/Subtype") == "/Image":
        a, b, c, d, *_ = matrix.shorthand
        yield PlacedPicture((int(thing.Width), int(thing.Height)), (hypot(a, b) / 72, hypot(c, d) / 72))
        return
    own = thing.get("/Matrix")
    inner = pikepdf.Matrix(*(float(part) for part in own)) @ matrix if own is not None else matrix
    yield from _placed(thing, thing.get("/Resources"), inner, depth + 1)
