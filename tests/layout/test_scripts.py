"""Where lines of other scripts break, and which letters are spaced."""

import pytest

from campaign.layout import lay_out
from campaign.layout.commands import Canvas, DrawText
from campaign.layout.scripts import has_spacing, may_part, package_of, script_of
from campaign.painting.fonts import bundled_fonts
from campaign.problems import CampaignError


def words(drawing) -> list[str]:
    return [line.text for line in drawing.lines]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("高薪工作不要付款", ["高薪工作", "不要付款"]),
        ("高薪工作，不要", ["高薪工", "作，不要"]),  # no comma starts a line
        ("高薪工「不要」作", ["高薪工", "「不要」", "作"]),  # no bracket ends one
        ("ちょっと待って", ["ちょっと", "待って"]),
        ("あいうちゃん", ["あいう", "ちゃん"]),  # no small kana starts one
        ("돈을내지마", ["돈을내지", "마"]),
        ("工作2026年", ["工作", "2026", "年"]),
        ("工作(免费)用", ["工作(免", "费)用"]),
        ("ไม่ต้องสอบ", ["ไม่ต้องสอบ"]),
    ],
)
def test_lines_break_between_ideographs(lay, text: str, lines: list[str]) -> None:
    """Chinese, Japanese and Korean break anywhere but beside the signs that may not start or end a line."""
    width = 45 if lines != [text] else 200
    assert words(lay(f'<p style="width:{width}px">{text}</p>')) == lines


def test_scripts_that_need_a_dictionary_break_where_they_are_told(lay) -> None:
    """At spaces and at U+200B, which takes no room."""
    assert words(lay('<p style="width:80px">อย่าโอน\u200bเงินก่อน</p>')) == ["อย่าโอน", "เงินก่อน"]
    assert words(lay('<p style="width:45px">ຢ່າ\u200bຈ່າຍ ເງິນ</p>')) == ["ຢ່າ", "ຈ່າຍ", "ເງິນ"]


def test_a_thai_phrase_that_is_too_wide_is_told_how_to_break(refused) -> None:
    """No dictionary here knows its words."""
    [problem] = refused('<p style="width:65px">อย่าโอนเงินก่อน</p>')
    assert problem.code == "FT001" and "U+200B" in problem.hint


def test_nowrap_holds_ideographs_together(lay) -> None:
    """White space decides about them, too."""
    assert words(lay('<p style="white-space:nowrap">高薪工作</p>')) == ["高薪工作"]


@pytest.mark.parametrize(
    ("text", "spaced"),
    [("abc", 3), ("e\u0301a", 2), ("العمل", 0), ("العمل 25", 3), ("กำก่า", 3), ("हिंदी", 0), ("高い", 2), ("ក្រុម", 2)],
)
def test_only_letters_that_stand_apart_are_spaced(text: str, spaced: int) -> None:
    """Marks stay with theirs; Arabic letters are written together, Hindi ones hang from one line."""
    assert sum(has_spacing(text)) == spaced


def test_spacing_leaves_joined_words_as_they_are(lay) -> None:
    """Five letters of 10 px, with 4 px after each where they stand apart."""
    [joined] = [c for c in lay('<p style="letter-spacing:4px">العمل</p>').commands if isinstance(c, DrawText)]
    [apart] = [c for c in lay('<p style="letter-spacing:4px">abcde</p>').commands if isinstance(c, DrawText)]
    assert (joined.width, apart.width) == (50, 70)


def test_tall_letters_make_their_line_higher(lay, rect) -> None:
    """Burmese reaches two ems up and one down in this font: no line beside it is touched."""
    drawing = lay('<p id=a style="margin:0">aa<br>လစာ<br>bb</p>')
    assert rect(drawing, "a").height == 10 + 30 + 10


@pytest.mark.parametrize(
    ("character", "script", "package"),
    [
        ("a", "Latn", "fonts-noto-core"),
        ("高", "Hani", "fonts-noto-cjk"),
        ("。", "", "fonts-noto-cjk"),
        ("한", "Hang", "fonts-noto-cjk"),
        ("ع", "Arab", "fonts-noto-core"),
        ("ꦲ", "Java", "fonts-noto-core"),
        ("☃", "", ""),
    ],
)
def test_a_letter_has_a_script_and_a_package(character: str, script: str, package: str) -> None:
    """Which the error about a letter without a font names; symbols are in no font of letters."""
    assert (script_of(character), package_of(character)) == (script, package)


def test_keep_all_breaks_at_spaces_and_punctuation_only(lay) -> None:
    """Korean words stay whole; a comma still lets go."""
    body = '<p style="width:65px;word-break:keep-all">돈을 내지 마세요,회사는</p>'
    assert words(lay(body)) == ["돈을 내지", "마세요,", "회사는"]


@pytest.mark.parametrize(("character", "package"), [("高", "fonts-noto-cjk"), ("ع", "fonts-noto-core")])
def test_a_letter_that_no_font_has_is_told_with_its_package(character: str, package: str) -> None:
    """On a machine without Noto fonts the author reads what to install."""
    with pytest.raises(CampaignError) as caught:
        lay_out(
            f'<p data-field="title">a {character}</p>',
            name="page.html",
            sheets=[],
            canvas=Canvas(400, 400),
            measure=bundled_fonts(),
            pictures={}.__getitem__,
        )
    [problem] = caught.value.problems
    assert (problem.code, package in problem.hint) == ("TX001", True)
    assert f"U+{ord(character):04X}" in problem.message and "title" in problem.message


def test_marks_never_start_a_line() -> None:
    """A voicing mark belongs to the kana before it."""
    assert not may_part("か", "\u3099")
