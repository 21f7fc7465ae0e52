"""Pages in a font of squares: every letter is as wide as it is high, so expected numbers can be counted by hand."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

import pytest

from campaign.layout import Sheet, lay_out
from campaign.layout.commands import Canvas, Drawing, Font, FontMetrics, Insets
from campaign.problems import CampaignError, Problem

PLAIN = "body { margin: 0; font-size: 10px; line-height: 1; }"


class SquareFont:
    """Each letter and space is one em wide; letters reach 0.8 em above the baseline and 0.2 em below."""

    def advance(self, text: str, font: Font, ligatures: bool = True) -> float:
        return len(text) * font.size

    def metrics(self, font: Font) -> FontMetrics:
        return FontMetrics(0.8 * font.size, 0.2 * font.size, 0.5 * font.size)

    def reach(self, text: str, font: Font) -> tuple[float, float]:
        """No letter reaches higher than the font says; Burmese ones do, by as much as two ems."""
        return (2 * font.size, font.size) if any("\u1000" <= letter <= "\u109f" for letter in text) else (0, 0)

    def missing(self, text: str, font: Font) -> str:
        return "".join(letter for letter in text if letter == "☃")


class Rect(NamedTuple):
    x: float
    y: float
    width: float
    height: float


Lay = Callable[..., Drawing]


@pytest.fixture(scope="session")
def lay() -> Lay:
    """``lay("<p id=a>…</p>", css="…", canvas=(400, 300))`` is the drawing."""

    def lay_page(
        body: str,
        css: str = "",
        canvas: tuple[int, int] = (400, 300),
        safe: Insets = Insets(),  # noqa: B008 - frozen
        pictures: Mapping[str, str] | None = None,
        min_text: float = 0,
    ) -> Drawing:
        return lay_out(
            body,
            name="templates/page.html",
            sheets=[Sheet("plain.css", PLAIN), Sheet("page.css", css)],
            canvas=Canvas(*canvas, safe),
            measure=SquareFont(),
            pictures=(pictures or {}).__getitem__,
            min_text=min_text,
        )

    return lay_page


@pytest.fixture(scope="session")
def refused(lay: Lay) -> Callable[..., tuple[Problem, ...]]:
    """The problems of a page that is refused."""

    def problems_of(*arguments: object, **options: object) -> tuple[Problem, ...]:
        with pytest.raises(CampaignError) as caught:
            lay(*arguments, **options)
        return caught.value.problems

    return problems_of


@pytest.fixture(scope="session")
def rect() -> Callable[[Drawing, str], Rect]:
    """``rect(drawing, "a")`` is the border box of the element with that id."""

    def rect_of(drawing: Drawing, name: str) -> Rect:
        [found] = [box.box for box in drawing.boxes if box.id == name]
        return Rect(*(round(side, 3) for side in (found.x, found.y, found.width, found.height)))

    return rect_of
