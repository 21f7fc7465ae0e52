"""Promises that hold for any page: rows lose no pixel, words never leave their boxes."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from campaign.layout.commands import DrawText
from campaign.problems import CampaignError

WIDTHS = st.integers(1, 300)
FACTORS = st.sampled_from([0, 0.5, 1, 2, 7])
ITEM = st.tuples(WIDTHS, FACTORS, FACTORS)
WORD = st.text("abcdefgh", min_size=1, max_size=9)


@settings(deadline=None, max_examples=60)
@given(items=st.lists(ITEM, min_size=1, max_size=6), room=WIDTHS, gap=st.integers(0, 20))
def test_a_row_that_may_grow_and_shrink_loses_no_pixel(lay, items, room, gap) -> None:
    """Items with whole factors fill their row exactly, gaps counted."""
    items = [(width, max(grow, 1), max(shrink, 1)) for width, grow, shrink in items]
    gap = gap if gap * len(items) <= room else 0
    inside = "".join(
        f'<p style="min-width:0;width:{width}px;flex-grow:{grow};flex-shrink:{shrink}"></p>'
        for width, grow, shrink in items
    )
    drawing = lay(f'<div style="display:flex;gap:{gap}px;width:{room}px">{inside}</div>')
    found = [laid.box for laid in drawing.boxes if laid.tag == "p"]
    assert sum(box.width for box in found) + gap * (len(found) - 1) == pytest.approx(room)
    assert found[0].x == pytest.approx(0)
    assert found[-1].right == pytest.approx(room)


@settings(deadline=None, max_examples=100)
@given(
    words=st.lists(WORD, min_size=1, max_size=25),
    width=st.integers(20, 380),
    size=st.integers(8, 40),
    align=st.sampled_from(["left", "center", "right"]),
    wrap=st.sampled_from(["wrap", "balance"]),
    padding=st.integers(0, 12),
    smallest=st.integers(4, 20),
)
def test_words_never_leave_their_box(lay, words, width, size, align, wrap, padding, smallest) -> None:
    """Whatever the text: it lies inside the box, or the page is refused."""
    marked = " ".join(f"<mark>{word}</mark>" if len(word) % 2 else word for word in words)
    css = f"""
    p {{ margin: 0; width: {width}px; max-height: 200px; font-size: {size}px; --fit-min: {min(smallest, size)}px;
         text-align: {align}; text-wrap: {wrap}; padding: {padding}px; box-sizing: border-box }}
    mark {{ padding: 0 {padding}px; box-decoration-break: clone }}
    """
    try:
        drawing = lay(f"<p>{marked}</p>", css)
    except CampaignError as error:
        assert {problem.code for problem in error.problems} <= {"FT001"}
        return
    [box] = [laid.box for laid in drawing.boxes if laid.tag == "p"]
    runs = [command for command in drawing.commands if isinstance(command, DrawText)]
    assert "".join(run.text for run in runs).replace(" ", "") == "".join(words)
    for run in runs:
        assert box.x + padding - 0.5 <= run.x
        assert run.x + run.width <= box.right - padding + 0.5
        assert run.baseline <= box.bottom
        assert smallest - 0.01 <= run.font.size or run.font.size == size


@settings(deadline=None, max_examples=40)
@given(words=st.lists(WORD, min_size=1, max_size=20), width=st.integers(90, 380))
def test_balance_takes_no_more_lines(lay, words, width) -> None:
    """Balanced text has as many lines as plain text, and no line is wider than the room."""
    text = " ".join(words)
    plain, balanced = (lay(f'<p style="width:{width}px;text-wrap:{how}">{text}</p>') for how in ("wrap", "balance"))
    assert len(balanced.lines) == len(plain.lines)
    assert max(line.box.width for line in balanced.lines) <= width


@settings(deadline=None, max_examples=20)
@given(words=st.lists(WORD, min_size=1, max_size=20))
def test_the_same_page_gives_the_same_drawing(lay, words) -> None:
    """Nothing is left over from the page before."""
    body = f'<p style="font-size:30px;--fit-min:5px;width:120px">{" ".join(words)}</p>'
    assert lay(body) == lay(body)
