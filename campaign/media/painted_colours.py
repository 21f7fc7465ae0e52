"""Which colours a drawing in a PDF uses, and for what: read from its operators."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import pikepdf

STEP = re.compile(rb"(?<![^\s\]>)])(q|Q|TJ|Tj|'|\"|k|K|g|G|rg|RG|cs|CS|scn|SCN|sc|SC|Tr|gs)(?![^\s/\[<(])")
NUMBER = re.compile(rb"[+-]?(?:\d+\.?\d*|\.\d+)$")
DEVICE = {b"k": ("/DeviceCMYK", 4), b"g": ("/DeviceGray", 1), b"rg": ("/DeviceRGB", 3)}
DRAWINGS_KEPT = 64
REACH = 120  # bytes before an operator that its operands stand in
GLYPHS = re.compile(rb"<([0-9A-Fa-f]+)>")
Paint = tuple[str, tuple[float, ...]]  # the space, and how much of each of its parts
BLACK: Paint = ("/DeviceGray", (0.0,))  # what PDF begins with


@dataclass(frozen=True, slots=True)
class Colour:
    """One that something is painted with. ``space`` as PDF names it; ``parts`` 0 to 1, empty for a pattern."""

    space: str
    parts: tuple[float, ...]
    text: bool = False


@lru_cache(maxsize=DRAWINGS_KEPT)
def colours(content: bytes, spaces: frozenset[tuple[str, str]]) -> frozenset[Colour]:
    """All colours of a content stream. ``spaces`` are those that its resources name, as (name, kind).

    Kept, because most pages of regional copies are the same to the byte.
    """
    kinds = dict(spaces)
    if b"(" in content or b" ID " in content:
        content = _without_strings(content)
    found: set[Colour] = set()
    fill = BLACK
    stack: list[Paint] = []
    for step in STEP.finditer(content):
        operator = step[1]
        if operator == b"q":
            stack.append(fill)
        elif operator == b"Q":
            fill = stack.pop() if stack else BLACK
        elif operator in (b"TJ", b"Tj", b"'", b'"'):
            found.add(Colour(*fill, text=True))
        elif operator not in (b"Tr", b"gs"):
            painted = _colour(operator, content[max(0, step.start() - REACH) : step.start()], fill[0], kinds)
            found.add(Colour(*painted))
            if operator.islower():
                fill = painted
    return frozenset(found)


def _colour(operator: bytes, before: bytes, space: str, spaces: dict[str, str]) -> Paint:
    words = before.split()
    if operator in (b"cs", b"CS"):
        name = words[-1].decode("latin-1") if words else ""
        return spaces.get(name, name), ()
    device = DEVICE.get(operator.lower())
    parts = []
    for word in reversed(words[-device[1] :] if device else words[-8:]):
        if not NUMBER.match(word):
            break
        parts.append(float(word))
    return (device[0] if device else space), tuple(reversed(parts))


def _without_strings(content: bytes) -> bytes:
    """The same steps with nothing in strings that could be taken for one."""
    pdf = pikepdf.new()
    return b"\n".join(_written(step) for step in pikepdf.parse_content_stream(pdf.make_stream(content)))


def _written(step: Any) -> bytes:
    operands = (str(operand) for operand in step.operands if not isinstance(operand, pikepdf.Dictionary))
    plain = (operand for operand in operands if re.fullmatch(r"/?[\w.+-]+", operand))
    return " ".join((*plain, str(step.operator))).encode()


@lru_cache(maxsize=DRAWINGS_KEPT)
def has_missing_glyph(content: bytes) -> bool:
    """Whether text shows glyph 0, the box that stands for what a font does not have. Glyphs are two bytes long."""
    return b"0000" in content and any(_shows_zero(glyphs) for glyphs in GLYPHS.findall(content))


def _shows_zero(glyphs: bytes) -> bool:
    return any(glyphs[place : place + 4] == b"0000" for place in range(0, len(glyphs), 4))


def spaces_of(resources: Any) -> Iterator[tuple[str, str]]:
    """The colour spaces that resources name, each with the kind that it is: ("/All", "/Separation")."""
    for name, space in (resources or {}).get("/ColorSpace", {}).items() if resources is not None else ():
        yield name, str(space[0] if isinstance(space, pikepdf.Array) else space)
