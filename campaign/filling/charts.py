"""Charts as SVG: bars, parts of a hundred people, pictograms, rails of timelines.

Drawn for pictures and print alike: colours written in, no letters (numbers and labels stand in the HTML beside them,
see ``templates/_shared/charts.html``), no ids, the same bytes each time. Sizes are px; ``label`` is what those hear
who do not see it.

What a value leaves open, from the lowest to the highest that its source names, is dashed.
"""

from collections.abc import Sequence
from html import escape
from typing import Protocol

from markupsafe import Markup

from campaign.filling.graphics import icon_shapes

FEWEST_BARS, MOST_BARS = 2, 6  # one bar compares nothing, and of seven nobody sees which is which
MOST_PICTOGRAMS = 60
HUNDRED = 100
CROWDS = (10, 20, HUNDRED)

INK, QUIET = "#0b1f3a", "#d9cdb4"

# A person of 24 × 30 units, from its left upper corner: head, shoulders. Relative, so that it stands anywhere.
PERSON = (
    "m12 0a6 6 0 1 1 0 12a6 6 0 1 1 0-12z"
    "m0 14a11 11 0 0 1 11 11v2a3 3 0 0 1-3 3h-16a3 3 0 0 1-3-3v-2a11 11 0 0 1 11-11z"
)
PERSON_WIDTH, PERSON_HEIGHT = 24, 30


class ChartError(ValueError):
    """What a template asked for cannot be drawn, or would not be true."""


class Figure(Protocol):
    """A fact as templates see it, ``campaign.filling.views.FactView``."""

    @property
    def id(self) -> str: ...
    @property
    def unit(self) -> str: ...
    @property
    def low(self) -> float: ...
    @property
    def high(self) -> float: ...


def scale(facts: Sequence[Figure]) -> float:
    """The highest number of all: bars are drawn against it, from zero.

    Raises ChartError for fewer than two or more than six facts, and for numbers that cannot be compared.
    """
    if not FEWEST_BARS <= len(facts) <= MOST_BARS:
        raise ChartError(f"bars compare {FEWEST_BARS} to {MOST_BARS} facts, not {len(facts)}")
    first = facts[0]
    for fact in facts[1:]:
        if fact.unit != first.unit:
            raise ChartError(
                f"“{first.id}” counts {first.unit}, “{fact.id}” counts {fact.unit}: bars compare facts of one unit only"
            )
    most = max(fact.high for fact in facts)
    if most <= 0:
        raise ChartError("all of these facts are 0: there is nothing to compare")
    return most


def share(fact: Figure, per_cent: str) -> Figure:
    """The same fact, when it is a part of a hundred: its unit is ``per_cent``, or says "of 100 …". Else ChartError."""
    if fact.unit != per_cent and str(HUNDRED) not in fact.unit.split():
        raise ChartError(
            f"“{fact.id}” counts {fact.unit}: people are drawn for facts whose unit is “{per_cent}” or says of 100 what"
        )
    if fact.high > HUNDRED:
        raise ChartError(f"“{fact.id}” says {fact.high:g} of {HUNDRED}")
    return fact


def bar(
    low: float, high: float, most: float, *, width: float = 520, height: float = 0, color: str = INK, label: str = ""
) -> Markup:
    """One bar, as long as its part of ``width``, which stands for ``most``. Solid to ``low``, dashed to ``high``.

    ``height`` 0 is a twelfth of ``width``.
    The drawing is as wide as the bar (1 px at least), so that what follows it in a line stands at its end.
    """
    height = height or width / 12
    start, end = (width * value / most for value in (low, high))
    radius = min(height / 5, end / 2)
    shapes = []
    if low < high:
        line = height / 14
        shapes.append(_dashed(_flag(start, end, height, radius, inset=line / 2), color, line, (line * 2.4, line * 1.8)))
        radius = 0
    shapes.append(f'<path d="{_flag(0, start, height, min(radius, start), inset=0)}" fill="{escape(color)}"/>')
    return _svg("chart-bar", max(end, 1), height, "".join(shapes), label)


def people(
    low: float,
    high: float,
    *,
    of: int = HUNDRED,
    across: int = 20,
    width: float = 952,
    color: str = INK,
    rest: str = QUIET,
    label: str = "",
) -> Markup:
    """People in rows, ``of`` of them for a hundred; those of the share in ``color``, the others in ``rest``.

    Raises ChartError when the share is no whole number of people.
    """
    if of not in CROWDS:
        raise ChartError(f"draw {', '.join(map(str, CROWDS))} people, not {of}")
    counts = [value * of / HUNDRED for value in (low, high)]
    for value, count in zip((low, high), counts, strict=True):
        if count != int(count):
            hint = f"; draw {HUNDRED}" if of < HUNDRED and value == int(value) else ""
            raise ChartError(f"{value:g} of {HUNDRED} is no whole number of {of} people{hint}")
    sure, possible = (int(count) for count in counts)
    across = min(across, of)
    pitch = width / (across - 0.25)  # a quarter of a person between two, none behind the last
    size = pitch * 0.75 / PERSON_WIDTH
    line = size * PERSON_HEIGHT + pitch * 0.25
    rows = -(-of // across)
    shapes = []
    for i in range(of):
        x, y = (i % across) * pitch / size, (i // across) * line / size
        path = f"M{_n(x)} {_n(y)}{PERSON}"
        if i < sure:
            shapes.append(f'<path d="{path}" fill="{escape(color)}"/>')
        elif i < possible:
            shapes.append(_dashed(path, color, 2, (3.5, 2.5)))
        else:
            shapes.append(f'<path d="{path}" fill="{escape(rest)}"/>')
    height = rows * line - pitch * 0.25
    return _svg("chart-people", width, height, "".join(shapes), label, (width / size, height / size))


def pictograms(
    low: float,
    high: float,
    icons: Sequence[str],
    *,
    across: int = 0,
    width: float = 952,
    color: str = INK,
    cell: str = QUIET,
    label: str = "",
) -> Markup:
    """One cell with an icon for each thing counted; the cells from ``low`` to ``high`` are dashed.

    ``icons`` take turns; ``across`` 0 makes even rows. Raises ChartError for more than sixty or parts of things,
    lucide.IconDoesNotExist for an icon that is not there.
    """
    if not icons:
        raise ChartError("pictograms need an icon at least")
    if low != int(low) or high != int(high) or not 0 < high <= MOST_PICTOGRAMS:
        raise ChartError(f"pictograms count 1 to {MOST_PICTOGRAMS} whole things, not {high:g}")
    sure, count = int(low), int(high)
    across = across or even_rows(count)
    gap = width / across * 0.18
    side = (width - gap * (across - 1)) / across
    rows = -(-count // across)
    drawn = [icon_shapes(name) for name in icons]
    scaled = side * 0.56 / 24
    stroke = min(max(4 / scaled, 1.7), 2.5)  # about 4 px, as beside other type
    shapes = []
    for i in range(count):
        x, y = (i % across) * (side + gap), (i // across) * (side + gap)
        if i < sure:
            shapes.append(f'<path d="{_rounded(x, y, side, side * 0.2)}" fill="{escape(cell)}" stroke="none"/>')
        else:
            line = side / 32
            inside = _rounded(x + line / 2, y + line / 2, side - line, side * 0.2 - line / 2)
            shapes.append(_dashed(inside, color, line, (line * 2.4, line * 1.8), opacity=0.65))
        at = f"translate({_n(x + side * 0.22)} {_n(y + side * 0.22)}) scale({_n(scaled, 4)})"
        shapes.append(f'<g transform="{at}">{drawn[i % len(drawn)]}</g>')
    inner = "".join(shapes)
    group = (
        f'<g fill="none" stroke="{escape(color)}" stroke-width="{_n(stroke)}" stroke-linecap="round" '
        f'stroke-linejoin="round">{inner}</g>'
    )
    return _svg("chart-pictograms", width, rows * (side + gap) - gap, group, label)


def even_rows(count: int) -> int:
    """How many in a row make rows of one length; ten where no number from six to twelve does."""
    if count < 12:
        return count if count <= 6 else -(-count // 2)
    return next((across for across in (9, 8, 10, 7, 12, 6, 11) if count % across == 0), 10)


def rail(count: int, *, width: float = 952, color: str = INK, line: str = QUIET) -> Markup:
    """The line of a timeline with ``count`` dots: each at the left end of its equal part of ``width``. An ornament."""
    if count < 2:
        raise ChartError("a timeline has two steps at least")
    size = width / 30
    middle, step = size / 2, width / count
    ends = f"M{_n(middle)} {_n(middle)}H{_n(step * (count - 1) + middle)}"
    dots = "".join(f'<circle cx="{_n(step * i + middle)}" cy="{_n(middle)}" r="{_n(middle)}"/>' for i in range(count))
    track = f'<path d="{ends}" fill="none" stroke="{escape(line)}" stroke-width="{_n(size / 6)}"/>'
    return _svg("chart-rail", width, size, f'{track}<g fill="{escape(color)}">{dots}</g>', "")


def dot(*, size: float = 32, color: str = INK) -> Markup:
    """One dot of a timeline whose rail is a border. An ornament."""
    middle = _n(size / 2)
    return _svg(
        "chart-dot", size, size, f'<circle cx="{middle}" cy="{middle}" r="{middle}" fill="{escape(color)}"/>', ""
    )


def _svg(
    name: str, width: float, height: float, inner: str, label: str, view: tuple[float, float] | None = None
) -> Markup:
    box = " ".join(_n(side) for side in view or (width, height))
    told = f'role="img" aria-label="{escape(label)}"' if label else 'aria-hidden="true"'
    return Markup(
        f'<svg xmlns="http://www.w3.org/2000/svg" class="{name}" {told} width="{_n(width)}" height="{_n(height)}" '
        f'viewBox="0 0 {box}">{inner}</svg>'
    )


def _flag(start: float, end: float, height: float, radius: float, *, inset: float) -> str:
    """A box whose right corners are round, drawn ``inset`` px inside."""
    left, right, top, bottom = start + inset, max(end - inset, start + inset), inset, height - inset
    r = max(min(radius - inset, (right - left)), 0)
    if not r:
        return f"M{_n(left)} {_n(top)}H{_n(right)}V{_n(bottom)}H{_n(left)}z"
    arc = f"a{_n(r)} {_n(r)} 0 0 1"
    return (
        f"M{_n(left)} {_n(top)}H{_n(right - r)}{arc} {_n(r)} {_n(r)}V{_n(bottom - r)}{arc} {_n(-r)} {_n(r)}H{_n(left)}z"
    )


def _rounded(x: float, y: float, side: float, radius: float) -> str:
    r, straight = _n(radius), side - 2 * radius
    arc = f"a{r} {r} 0 0 1"
    return (
        f"M{_n(x + radius)} {_n(y)}h{_n(straight)}{arc} {r} {r}v{_n(straight)}{arc} -{r} {r}"
        f"h{_n(-straight)}{arc} -{r} -{r}v{_n(-straight)}{arc} {r} -{r}z"
    )


def _dashed(path: str, color: str, stroke: float, dash: tuple[float, float], *, opacity: float = 1) -> str:
    lengths = " ".join(map(_n, dash))
    pale = f' stroke-opacity="{_n(opacity)}"' if opacity < 1 else ""
    return (
        f'<path d="{path}" fill="none" stroke="{escape(color)}" stroke-width="{_n(stroke)}" '
        f'stroke-dasharray="{lengths}"{pale}/>'
    )


def _n(value: float, digits: int = 2) -> str:
    """As short as the drawing needs it, and never "-0"."""
    text = f"{value:.{digits}f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
