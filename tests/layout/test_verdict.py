"""Whether a layout fits is told quickly, and the same as by looking at all of it."""

import random

import pytest
from layout.generated import flex_pages, text_pages
from layout.laid import Page

from campaign.layout.commands import Canvas, Insets
from campaign.layout.misfits import Misfit, look
from campaign.layout.verdict import Summaries, verdict

TALL = "<h1>Aaaa bbbb cccc</h1><p>dddd eeee ffff gggg hhhh iiii</p>"
ROLES = (
    "h1, p { margin: 0; width: 100px } h1 { font-size: 40px; --fit-min: 10px } p { font-size: 20px; --fit-min: 5px }"
)


def agree(page: Page, min_text: float = 0.0, **sizes: float) -> bool:
    """Holds the verdict against the whole look; whether the page fits."""
    flow, root = page.laid(**sizes)
    limited = frozenset(page.roles.values())
    quick = verdict(flow, root, Summaries(page.canvas, limited), min_text)
    findings = look(flow, root, page.canvas, min_text)
    assert quick is not None
    assert quick.fits == (not findings.misfits), findings.misfits
    assert quick.clean == (quick.fits and not findings.small)
    assert quick.excess == max(map(bottom, findings.misfits), default=0.0)
    assert {e: n for e, n in quick.lines.items() if n} == {
        e: n for e, n in findings.line_counts.items() if e in limited
    }
    return quick.fits


def bottom(misfit: Misfit) -> float:
    """How far something stands out at the bottom of its box, px."""
    return misfit.by if (misfit.kind, misfit.side) == ("overflow", "bottom") else 0.0


@pytest.mark.parametrize(("pages", "height"), [(flex_pages, 600), (text_pages, 1500)])
def test_the_verdict_is_that_of_a_look_at_everything(pages, height: int) -> None:
    """On pages made at random, many of which do not fit their canvas or their boxes."""
    chance = random.Random(7)
    fits = [agree(Page(html, canvas=Canvas(600, height, Insets(0, 4, 30, 0)))) for html in pages(chance, 60)]
    assert 10 <= sum(fits) <= 50, sum(fits)


@pytest.mark.parametrize("size", [40, 25, 12])
def test_a_part_that_stays_is_not_looked_at_again(size: float) -> None:
    """What one layout told of a part holds for the next that has it, wherever it stands there."""
    page = Page(TALL, ROLES, Canvas(400, 200))
    summaries = Summaries(page.canvas, frozenset(page.roles.values()))
    for title in (40, size):
        flow, root = page.laid(h1=title, p=20)
        found = verdict(flow, root, summaries, 0.0)
        findings = look(flow, root, page.canvas, 0.0)
        assert found is not None
        assert found.fits == (not findings.misfits)
        assert found.lines == {page.roles[tag]: findings.line_counts[page.roles[tag]] for tag in ("h1", "p")}


def test_small_text_is_not_clean() -> None:
    """It fits, and is an error all the same: only the whole look names it."""
    page = Page("<p>Aaaa</p>")
    assert agree(page, min_text=10)
    flow, root = page.laid()
    found = verdict(flow, root, Summaries(page.canvas, frozenset()), 11)
    assert (found.fits, found.clean) == (True, False)


@pytest.mark.parametrize("style", ["transform:rotate(3deg)", "width:90px;border-radius:50%;background:red"])
def test_what_is_turned_or_oval_is_left_to_the_look(style: str) -> None:
    """Its places depend on where it stands."""
    page = Page(f'<p style="{style}">Aaaa</p>')
    assert verdict(*page.laid(), Summaries(page.canvas, frozenset()), 0.0) is None
