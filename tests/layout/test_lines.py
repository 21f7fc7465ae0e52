"""Lines of text: where they break, how wide they are, what stands on the baseline."""

from itertools import pairwise

import pytest

from campaign.layout.commands import DrawText, FillBox


def words(drawing) -> list[str]:
    return [line.text for line in drawing.lines]


def test_lines_break_at_spaces(lay) -> None:
    """As many words as the width holds; the space at the break is gone."""
    assert words(lay('<p style="width:60px">aa bbb cc dddd</p>')) == ["aa bbb", "cc", "dddd"]


def test_white_space_collapses_across_elements(lay) -> None:
    """One space between two words, whichever elements they are in."""
    assert words(lay("<p>  a <b> b</b>\n c  </p>")) == ["a b c"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("aaa-bbb", ["aaa-", "bbb"]),
        ("aaa–bbb", ["aaa–", "bbb"]),
        ("aaa—bbb", ["aaa—", "bbb"]),
        ("aa b\u00a0cc d", ["aa", "b\u00a0cc", "d"]),
        ("aaaa\u200bbbb", ["aaaa", "bbb"]),
        ("aaaa (bb)", ["aaaa", "(bb)"]),
    ],
)
def test_lines_break_after_hyphens_between_letters(lay, text: str, lines: list[str]) -> None:
    """Hyphens and dashes give a break, a no-break space takes one away."""
    assert words(lay(f'<p style="width:55px">{text}</p>')) == lines


@pytest.mark.parametrize("number", ["0800-1000", "23–27", "+62-21-29", "a/b/c.go.id"])
def test_numbers_and_addresses_stay_whole(refused, number: str) -> None:
    """A telephone number, a range of figures or an address is never broken: too narrow a box is an error."""
    [problem] = refused(f'<p style="width:30px">{number}</p>')
    assert problem.code == "FT001"
    assert number in problem.hint


def test_nowrap_keeps_words_together(lay) -> None:
    """The break moves before what may not be broken."""
    body = '<p style="width:70px">aa bb <span style="white-space:nowrap">cc dd</span> ee</p>'
    assert words(lay(body)) == ["aa bb", "cc dd", "ee"]


def test_a_later_text_wrap_outweighs_white_space(lay) -> None:
    """Both set whether lines wrap (CSS Text 4)."""
    body = '<div style="white-space:nowrap"><p style="width:30px;text-wrap:balance">aa bb</p></div>'
    assert words(lay(body)) == ["aa", "bb"]


def test_pre_line_keeps_newlines(lay) -> None:
    """Spaces collapse, newlines break."""
    assert words(lay('<p style="white-space:pre-line">a  b \n c</p>')) == ["a b", "c"]


def test_br_breaks_and_an_empty_line_has_a_height(lay, rect) -> None:
    """Two breaks leave a line free."""
    assert rect(lay("<p id=a>a<br><br>b</p>"), "a").height == 30


def test_letter_spacing_counts_after_every_letter(lay) -> None:
    """Each letter is 10 px wide and 2 px apart."""
    [text] = [c for c in lay('<p style="letter-spacing:2px">abc</p>').commands if isinstance(c, DrawText)]
    assert (text.width, text.letter_spacing) == (36, 2)


def test_word_spacing_moves_words_apart(lay) -> None:
    """Each word is drawn at its place: painting knows of letters only."""
    drawing = lay('<p style="word-spacing:5px">ab c</p>')
    assert [(c.text, c.x) for c in drawing.commands if isinstance(c, DrawText)] == [("ab", 0), ("c", 35)]


@pytest.mark.parametrize(("indent", "starts"), [("20px", [20, 0]), ("10%", [9, 0]), ("-5px;padding-left:5px", [0, 5])])
def test_text_indent_moves_the_first_line(lay, indent: str, starts: list[float]) -> None:
    """And leaves it less room; percentages are of the box."""
    drawing = lay(f'<p style="width:90px;text-indent:{indent}">aaaa bbb cc</p>')
    assert [line.box.x for line in drawing.lines] == starts


def test_text_from_the_right_is_indented_at_the_right(lay) -> None:
    """Where its lines start."""
    [line] = lay('<p dir="rtl" style="width:90px;text-indent:20px">אב</p>').lines
    assert (line.box.x, line.box.right) == (50, 70)


STANDS = {  # the line is 40 px high and its baseline 23 px down; letters of 10 px reach 8 above it and 2 below
    "top": 0,
    "bottom": 30,
    "text-top": 15,
    "text-bottom": 15,
    "sub": 15 + 10 / 5 + 1,
    "super": 15 - 10 / 3 - 1,
    "middle": 15 - 2.5 + 3,
}


@pytest.mark.parametrize("align", STANDS)
def test_vertical_align_places_a_box_on_its_line(align: str, lay, rect) -> None:
    """CSS 2.1, 10.8.1."""
    body = f'<div style="line-height:40px">a<b id=a style="line-height:10px;vertical-align:{align}">b</b></div>'
    assert rect(lay(body), "a").y == pytest.approx(STANDS[align], abs=0.001)


def test_a_line_is_as_high_as_what_hangs_from_its_top(lay, rect) -> None:
    """The text beside it stays at the top."""
    tall = '<span style="display:inline-block;height:50px;width:5px;vertical-align:top"></span>'
    drawing = lay(f"<div id=a>a{tall}</div>")
    [text] = [c for c in drawing.commands if isinstance(c, DrawText)]
    assert (rect(drawing, "a").height, text.baseline) == (50, 8)


def test_relative_inline_text_moves_with_all_that_is_in_it(lay, rect) -> None:
    """The words after it stay."""
    drawing = lay('<div>a<b id=a style="position:relative;left:7px;top:3px">b<i id=b>c</i></b>d</div>')
    assert (rect(drawing, "a")[:2], rect(drawing, "b")[:2]) == ((17, 3), (27, 3))
    assert [(c.text, c.x) for c in drawing.commands if isinstance(c, DrawText)][-1] == ("d", 30)


def test_an_inline_box_that_ends_at_a_break_ends_on_that_line(lay, rect) -> None:
    """It has no part on the next one."""
    assert rect(lay("<p><b id=a>ab<br></b>c</p>"), "a").height == 10


def test_words_after_a_comment_are_kept(lay) -> None:
    """A comment is nothing, and what follows it is not."""
    assert words(lay("<p>ab<!-- c --> de<!-- f -->g</p>")) == ["ab deg"]


def test_text_transform_changes_what_is_drawn(lay) -> None:
    """Upper case is measured and drawn."""
    assert words(lay('<p style="text-transform:uppercase">ab c</p>')) == ["AB C"]
    assert words(lay('<p style="text-transform:capitalize">ab <b>c</b>d e’f</p>')) == ["Ab Cd E’f"]


@pytest.mark.parametrize(("align", "x"), [("left", 0), ("center", 25), ("right", 50), ("end", 50), ("start", 0)])
def test_text_align_moves_lines(lay, align: str, x: float) -> None:
    """What a line leaves free goes to the side that text-align says."""
    [line] = lay(f'<p style="width:100px;text-align:{align}">aa bb</p>').lines[:1]
    assert line.box.x == x


def test_balance_shares_what_the_lines_leave_free(lay) -> None:
    """No widow: three words and one become two and two."""
    plain, balanced = (
        words(lay(f'<p style="width:120px;text-wrap:{wrap}">aaa bbb ccc ddd</p>')) for wrap in ("wrap", "balance")
    )
    assert plain == ["aaa bbb ccc", "ddd"]
    assert balanced == ["aaa bbb", "ccc ddd"]


def test_balance_leaves_no_word_alone_on_the_last_line(lay) -> None:
    """Although the lines would be more even with it; of three words one may stand alone."""
    four = words(lay('<p style="width:120px;text-wrap:balance">aa bb cc dddddd</p>'))
    three = words(lay('<p style="width:120px;text-wrap:balance">aa bbbb ccccc</p>'))
    assert four == ["aa bb", "cc dddddd"]
    assert three == ["aa bbbb", "ccccc"]


def test_balance_takes_each_stretch_between_breaks_alone(lay) -> None:
    """A forced break stays where it is."""
    body = '<p style="width:120px;text-wrap:balance">x<br>aaa bbb ccc ddd</p>'
    assert words(lay(body)) == ["x", "aaa bbb", "ccc ddd"]


def test_mixed_sizes_share_a_baseline(lay) -> None:
    """Large and small letters stand on one line, which is as high as both need."""
    drawing = lay('<p id=a>aa<span style="font-size:30px">b</span></p>')
    texts = [c for c in drawing.commands if isinstance(c, DrawText)]
    assert {text.baseline - drawing.boxes[-2].box.y for text in texts} == {24}
    assert [box.box.height for box in drawing.boxes if box.id == "a"] == [30]


def test_line_height_is_shared_above_and_below(lay) -> None:
    """Half the leading above the letters: (20 - 10) / 2 and the ascent of 8."""
    [text] = [c for c in lay('<p style="margin:0;line-height:2">a</p>').commands if isinstance(c, DrawText)]
    assert text.baseline == 13


def test_pictures_stand_on_the_baseline(lay, rect) -> None:
    """An inline picture's lower edge lies on it, and the descent below makes the line higher."""
    drawing = lay('<p id=p style="margin:0">a<svg id=a width="20" height="20"></svg></p>')
    assert rect(drawing, "a") == (10, 0, 20, 20)
    assert rect(drawing, "p").height == 22


@pytest.mark.parametrize(("align", "top"), [("middle", 0), ("6px", -6), ("-4px", 4)])
def test_vertical_align_raises(lay, rect, align: str, top: float) -> None:
    """Lengths raise; middle puts the middle half an x-height above the baseline."""
    body = f'<p id=p style="margin:20px 0"><svg id=a width="1" height="10" style="vertical-align:{align}"></svg>aa</p>'
    drawing = lay(body)
    baseline = next(c.baseline for c in drawing.commands if isinstance(c, DrawText))
    expected = baseline - 10 + top if align != "middle" else baseline - 2.5 - 5
    assert rect(drawing, "a").y == expected


def test_inline_block_stands_on_its_last_line(lay, rect) -> None:
    """Two lines inside: the second is level with the text outside."""
    drawing = lay('<p style="margin:0">x<span id=a style="display:inline-block;width:20px">aa bb</span></p>')
    baselines = {c.text: c.baseline for c in drawing.commands if isinstance(c, DrawText)}
    assert baselines["x"] == baselines["bb"] == baselines["aa"] + 10


def test_badge_follows_its_word_and_a_full_stop_follows_the_badge(lay) -> None:
    """A line may break before an inline-block, never between it and the punctuation after it."""
    body = '<p style="width:60px">aa bb<span style="display:inline-flex">1</span>. cc</p>'
    assert words(lay(body)) == ["aa bb", "1", ". cc"]


def test_mark_keeps_its_padding_at_a_break(lay) -> None:
    """box-decoration-break: clone pads every part; slice pads the outer ends only."""
    body = '<p style="width:70px"><mark style="padding:1px 5px;box-decoration-break:{}">aaa bbb</mark></p>'
    clone = [c.box for c in lay(body.format("clone")).commands if isinstance(c, FillBox)]
    slice_ = [c.box for c in lay(body.format("slice")).commands if isinstance(c, FillBox)]
    assert [(box.x, box.width, box.height) for box in clone] == [(0, 40, 12), (0, 40, 12)]
    assert [(box.x, box.width) for box in slice_] == [(0, 35), (0, 35)]


def test_runs_of_a_line_follow_each_other_without_gaps(lay) -> None:
    """Each run starts where the one before it ends."""
    drawing = lay("<p>aa <b>bb</b> cc <i>d</i></p>")
    texts = [c for c in drawing.commands if isinstance(c, DrawText)]
    assert [(a.x + a.width, b.x) for a, b in pairwise(texts)] == [(b.x, b.x) for _, b in pairwise(texts)]


def test_underline_comes_from_around(lay) -> None:
    """text-decoration reaches the words inside, but not into an inline-block."""
    body = '<p style="text-decoration:underline">a<b>b</b><span style="display:inline-block">c</span></p>'
    lines = {c.text: c.underline for c in lay(body).commands if isinstance(c, DrawText)}
    assert lines == {"a": True, "b": True, "c": False}
