"""Fit or fail: text shrinks to its smallest size, then it is an error that names its field."""

import re

import pytest

from campaign.layout.commands import DrawText, Insets

CARD = ".card { width: 400px; height: 300px; display: flex; flex-direction: column; }"
ROLES = """
h1, p { margin: 0; } h1 { font-size: 40px; --fit-min: 20px; } p { font-size: 20px; --fit-min: 10px; }
"""


def sizes(drawing) -> dict[str, float]:
    """The font size of each run's first word."""
    return {c.text.split()[0]: c.font.size for c in drawing.commands if isinstance(c, DrawText)}


def test_text_that_fits_keeps_its_preferred_size(lay) -> None:
    """Nothing shrinks without need."""
    drawing = lay('<div class="card"><h1>Aaaa</h1><p>Bbbb</p></div>', CARD + ROLES)
    assert sizes(drawing) == {"Aaaa": 40, "Bbbb": 20}


def test_all_roles_shrink_together_until_all_fits(lay) -> None:
    """One setting for the whole picture: half-way from smallest to preferred is half-way for every role."""
    words = " ".join(["word"] * 50)
    found = sizes(lay(f'<div class="card"><h1>Aaaa</h1><p>{words}</p></div>', CARD + ROLES))
    assert found["word"] < 20
    assert abs((found["Aaaa"] - 20) / 20 - (found["word"] - 10) / 10) <= 0.05


def test_the_largest_size_that_fits_is_taken(lay) -> None:
    """8 letters in 100 px: 12.5 px; one step more would be too wide."""
    drawing = lay('<p style="width:100px;font-size:30px;--fit-min:8px">abcdefgh</p>')
    assert sizes(drawing) == {"abcdefgh": 12.5}


def test_sizes_are_whole_halves_of_a_pixel(lay) -> None:
    """Rounded down, so that what fits by arithmetic fits on paper."""
    drawing = lay('<p style="width:100px;font-size:30px;--fit-min:8px">abcdefghi</p>')
    assert sizes(drawing) == {"abcdefghi": 11}


def test_em_gaps_shrink_along(lay, rect) -> None:
    """What is measured in em of a role follows its size."""
    drawing = lay('<p id=a style="margin:0;width:100px;font-size:30px;--fit-min:8px;padding-left:1em">abcd</p>')
    [text] = [c for c in drawing.commands if isinstance(c, DrawText)]
    assert text.font.size == 25
    assert text.x == 25


def test_a_title_gives_up_size_before_it_takes_another_line(lay) -> None:
    """--fit-lines makes one role smaller on its own; the others keep their size."""
    css = CARD + ROLES + "h1 { --fit-lines: 1; }"
    drawing = lay('<div class="card"><h1>Abcde fghij kl</h1><p>Bbbb</p></div>', css)
    assert sizes(drawing) == {"Abcde": 28.5, "Bbbb": 20}
    assert [line.text for line in drawing.lines] == ["Abcde fghij kl", "Bbbb"]


def test_too_many_lines_at_the_smallest_size_are_an_error(refused) -> None:
    """The message names the field, the hint the lines."""
    css = CARD + ROLES + "h1 { --fit-lines: 1; }"
    [problem] = refused(f'<div class="card"><h1 data-field="title">{"abcde " * 5}</h1></div>', css)
    assert problem.code == "FT001"
    assert problem.message.startswith("the text does not fit: title, about ")
    assert "2 lines" in problem.hint
    assert "may take 1" in problem.hint


def test_too_much_text_is_an_error_at_its_element(refused) -> None:
    """File and line come from data-at, the field from data-field, the number from what stands out."""
    words = " ".join(["word"] * 300)
    body = f'<div class="card"><p data-field="summary" data-at="templates/social/a.html:12">{words}</p></div>'
    [problem] = refused(body, CARD + ROLES)
    assert (problem.file, problem.line, problem.code) == ("templates/social/a.html", 12, "FT001")
    count = int(re.search(r"summary, about (\d+) characters too many", problem.message)[1])
    assert 300 * 5 - 1200 <= count <= 300 * 5 - 1050  # 30 lines of 40 characters are what the card holds


def test_the_longest_role_of_what_overflows_is_named(refused) -> None:
    """A short title is not to blame for a long list."""
    words = " ".join(["word"] * 300)
    body = f'<div class="card"><h1 data-field="title">Aa</h1><p data-field="steps">{words}</p></div>'
    [problem] = refused(body, CARD + ROLES)
    assert "does not fit: steps" in problem.message


def test_a_word_wider_than_its_box_is_an_error(refused) -> None:
    """Words are never broken in silence."""
    [problem] = refused('<p style="width:50px">ab pertanggungjawaban</p>')
    assert problem.code == "FT001"
    assert "“pertanggungjawaban”" in problem.hint


def test_items_that_overflow_their_row_are_an_error(refused) -> None:
    """A row whose words cannot shrink."""
    [problem] = refused('<div style="display:flex;width:50px"><b class="a">abcd</b><b>ef</b></div>')
    assert problem.code == "FT001"


def test_content_past_a_fixed_height_is_an_error(refused) -> None:
    """Also where overflow: hidden would cut it off."""
    for overflow in ("hidden", "visible"):
        [problem] = refused(f'<p style="height:15px;width:50px;overflow:{overflow}">aaaa bbbb</p>')
        assert problem.code == "FT001"


def test_a_box_too_large_for_its_container_is_named(refused) -> None:
    """No shorter text would mend that."""
    [problem] = refused(
        '<div class="card"><div class="grid"></div></div>', CARD + ".grid { width: 410px; height: 1px }"
    )
    assert problem.code == "FT003"
    assert problem.message == "div.grid is 10 px too wide for div.card"


def test_a_box_past_the_canvas_is_an_error(refused) -> None:
    """An absolute box that paints, at the right edge."""
    [problem] = refused(
        '<div class="pill" style="position:absolute;left:390px;width:20px;height:5px;background:red"></div>'
    )
    assert problem.code == "FT003"
    assert "10 px past the right of the canvas" in problem.message


def test_ornaments_may_leave_the_canvas(lay) -> None:
    """aria-hidden says that nothing is lost."""
    style = "position:absolute;left:390px;width:20px;height:5px;background:red"
    assert lay(f'<div aria-hidden="true" style="{style}"></div>').boxes[-1].box.right == 410


def test_text_in_the_unsafe_margin_is_an_error(refused) -> None:
    """Where the platform's buttons lie nobody reads."""
    options = {"safe": Insets(top=20), "canvas": (400, 300)}
    [problem] = refused('<p data-field="title" style="margin:0">abc</p>', **options)
    assert problem.code == "FT004"
    assert "title reaches 20 px past the top of the safe area" in problem.message


def test_backgrounds_may_lie_in_the_unsafe_margin(lay) -> None:
    """Only words and QR codes must be seen."""
    css = "div { height: 300px; background: red; padding-top: 30px; box-sizing: border-box } p { margin: 0 }"
    assert lay("<div><p>abc</p></div>", css, safe=Insets(top=20)).lines[0].box.y == 30


def test_a_qr_code_in_the_unsafe_margin_is_an_error(refused) -> None:
    """It must be scanned."""
    body = (
        '<svg data-qr="https://example.org" viewBox="0 0 9 9" style="display:block;width:50px;margin-left:10px"></svg>'
    )
    [problem] = refused(body, safe=Insets(left=20))
    assert "left of the safe area" in problem.message


def test_text_below_the_minimum_is_an_error(refused) -> None:
    """min_text is what can be read on a telephone; a scale counts."""
    [problem] = refused('<p class="foot" style="font-size:20px">abc</p>', min_text=24)
    assert (problem.code, "p.foot" in problem.message) == ("FT002", True)
    [problem] = refused('<p style="font-size:30px;transform:scale(0.5)">abc</p>', min_text=24)
    assert "15 px" in problem.message


def test_shrinking_stops_at_the_readable_minimum(refused) -> None:
    """A role whose smallest size is too small to read does not hide in a long text."""
    problems = refused('<p style="width:100px;font-size:30px;--fit-min:8px">abcdefgh</p>', min_text=24)
    assert {problem.code for problem in problems} == {"FT002"}


def test_negative_margins_are_wanted_overlaps(lay) -> None:
    """A bleed to the card's edge is no overflow."""
    body = '<div style="padding:20px"><div style="margin:0 -20px;height:5px;background:red"></div></div>'
    assert lay(body).boxes[-1].box.width == 400


def test_leading_is_no_overflow(lay) -> None:
    """A number in a small disc: the line is higher than the disc, its letters are not."""
    css = "div { width: 30px; height: 12px; display: flex; align-items: center; line-height: 2 }"
    assert lay("<div>a</div>", css).lines[0].text == "a"


def test_text_that_is_no_headline_breaks_as_it_falls(lay) -> None:
    """A paragraph may end in one short word."""
    drawing = lay('<p style="margin:0;width:150px;--fit-min:10px">aaaa bbbb cccc dd</p>')
    assert [line.text for line in drawing.lines] == ["aaaa bbbb cccc", "dd"]


def test_a_headline_does_not_end_in_one_short_word(lay) -> None:
    """Its lines are balanced instead, over no more of them."""
    css = "h1 { margin: 0; font-size: 10px; width: 150px; --fit-min: 10px }"
    assert [line.text for line in lay("<h1>aaaa bbbb cccc dd</h1>", css).lines] == ["aaaa bbbb", "cccc dd"]


TWO = '<div style="position:relative"><p class="one" {first}>aaaa</p><p class="two" {second}>bbbb</p></div>'
OVER = 'style="margin:0;position:absolute;left:20px;top:2px"'


def test_words_over_words_are_refused(refused) -> None:
    """Both elements are named."""
    [problem] = refused(TWO.format(first='style="margin:0"', second=OVER))
    assert problem.code == "FT005"
    assert problem.message == "words or codes lie over each other by 20 × 7 px: p.one and p.two"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ('style="margin:0" aria-hidden="true"', OVER),
        ('style="margin:0"', 'style="margin:0;position:absolute;left:60px;top:2px"'),
        ('style="margin:0"', 'style="margin:0;position:absolute;left:20px;top:9px"'),
        ('style="margin:0;opacity:0"', OVER),
    ],
)
def test_words_beside_words_and_ornaments_are_not(first, second, lay) -> None:
    """Nor what is not painted, nor lines that only touch."""
    assert lay(TWO.format(first=first, second=second)).lines


def test_words_over_a_code_are_refused(refused) -> None:
    """No reader could read it."""
    code = '<svg class="qr" data-qr="https://a.id" width="40" height="40" style="display:block"></svg>'
    [problem] = refused(f'<div style="position:relative">{code}<p {OVER}>bbbb</p></div>')
    assert problem.code == "FT005"
    assert "svg.qr and p" in problem.message


def test_a_word_that_pushes_a_box_out_of_its_row_is_told(refused) -> None:
    """The box of fixed width is not to blame, nor its style sheet."""
    row = (
        '<div style="display:flex;width:200px"><p data-field="items">{}</p><i style="flex:none;width:90px">b</i></div>'
    )
    [problem] = refused(row.format("a " + "w" * 30), ROLES)
    assert (problem.code, "items" in problem.message, "w" * 30 in problem.hint) == ("FT001", True, True)
