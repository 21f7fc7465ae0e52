"""How high a picture would be at other sizes of its text, told from one layout."""

import pytest
from layout.laid import Page

from campaign.layout.forecast import Forecast

COLUMN = """
.card { display: flex; flex-direction: column; width: 200px } h1, p { margin: 0 }
h1 { font-size: 40px; --fit-min: 10px } p { font-size: 20px; --fit-min: 5px }
"""
WORDS = "aa bbb cccc dd eeeee ff ggg hhhh iii jj kkkkk ll mmm"


def growth(page: Page, before: dict[str, float], after: dict[str, float]) -> tuple[float, float]:
    """What is forecast, and what a layout shows, px."""
    flow, root = page.laid(**before)
    forecast = Forecast(flow, root, {page.roles[tag]: size for tag, size in before.items()}, 0.0)
    told = forecast.excess({page.roles[tag]: size for tag, size in after.items()})
    return told, page.laid(**after)[1].height - root.height


@pytest.mark.parametrize("title", [40, 33, 20.5, 10])
@pytest.mark.parametrize("text", [20, 16.5, 9])
def test_lines_are_counted_without_a_layout(title: float, text: float) -> None:
    """A column of a title and a paragraph: the forecast is what the layout shows."""
    page = Page(f'<div class="card"><h1>{WORDS}</h1><p>{WORDS} {WORDS}</p></div>', COLUMN)
    told, shown = growth(page, {"h1": 40, "p": 20}, {"h1": title, "p": text})
    assert told == pytest.approx(shown)


@pytest.mark.parametrize(("text", "height"), [(16, -8), (5, -20)])
def test_in_a_row_the_highest_decides(text: float, height: float) -> None:
    """A disc beside two lines of text keeps the row as high as itself."""
    body = '<div style="display:flex"><div style="flex:none;width:20px;height:20px"></div><p>aaaa bbbb</p></div>'
    page = Page(body, "p { margin: 0; flex: none; width: 80px; font-size: 20px; --fit-min: 5px }")
    assert growth(page, {"p": 20}, {"p": text})[0] == pytest.approx(height)


def test_what_no_role_decides_stays() -> None:
    """A block whose size is in px keeps it inside a role."""
    page = Page('<section>aaaa<p style="margin:0;font-size:12px">cc</p></section>', "section { --fit-min: 5px }")
    told, shown = growth(page, {"section": 20}, {"section": 10})
    assert told == pytest.approx(shown)


def test_a_word_wider_than_its_line_never_fits() -> None:
    """However high the box is."""
    page = Page("<p>abcdefghij</p>", "p { width: 100px; font-size: 10px; --fit-min: 5px }")
    assert growth(page, {"p": 10}, {"p": 12})[0] == float("inf")
