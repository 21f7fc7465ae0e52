"""Letters that Manrope lacks: in which installed face, how high, and what happens where there is none."""

from pathlib import Path

import pytest

from campaign.layout.commands import Font
from campaign.painting.fonts import FontBook, bundled_fonts, spread
from campaign.painting.glyphs import text_mask
from campaign.painting.installed import InstalledFonts

EXAMPLES = {
    "ar": "لا تدفع أي رسوم",
    "zh": "不要付款",
    "ja": "お金を払わない",
    "ko": "돈을 내지 마세요",
    "th": "อย่าโอนเงินก่อน",
    "lo": "ຢ່າຈ່າຍເງິນ",
    "km": "កុំបង់ប្រាក់",
    "my": "ငွေမပေးပါနှင့်",
    "bn": "টাকা দেবেন না।",
    "hi": "पैसे मत दो।",
    "ta": "பணம் கொடுக்காதே",
    "jv-Java": "ꦲꦏ꧀ꦱꦫꦗꦮ",
    "he": "אל תשלמו",
}


@pytest.fixture(scope="session")
def book(noto: InstalledFonts) -> FontBook:
    return bundled_fonts(noto)


def faces(book: FontBook, text: str, font: Font, direction: str = "") -> list[str]:
    """The faces of a run from left to right, each once in a row."""
    names = [glyph.face.name for glyph in book.shape(text, font, direction=direction).glyphs]
    return [name for index, name in enumerate(names) if index == 0 or names[index - 1] != name]


@pytest.mark.parametrize("language", EXAMPLES)
@pytest.mark.parametrize("weight", [500, 800])
def test_every_script_has_its_letters(book: FontBook, language: str, weight: int) -> None:
    """No empty box, and ink."""
    font = Font("Manrope", weight, 40, language)
    assert all(glyph.id for glyph in book.shape(EXAMPLES[language], font).glyphs)
    assert book.missing(EXAMPLES[language], font) == ""
    assert text_mask(book, EXAMPLES[language], font, 0, 60).coverage is not None


@pytest.mark.parametrize(
    ("language", "region"),
    [("ja", "JP"), ("ko", "KR"), ("zh", "SC"), ("zh-CN", "SC"), ("zh-TW", "TC"), ("zh-Hant", "TC"), ("zh-HK", "HK")],
)
def test_ideographs_are_drawn_as_their_readers_draw_them(book: FontBook, language: str, region: str) -> None:
    """One code, other strokes: the language decides."""
    assert faces(book, "直", Font("Manrope", 500, 40, language)) == [f"Noto Sans CJK {region}"]


def test_without_a_language_the_script_decides(book: FontBook) -> None:
    """Kana are Japanese, Hangul is Korean; ideographs alone are taken for simplified Chinese."""
    font = Font("Manrope", 500, 40)
    assert [faces(book, text, font) for text in ("か", "한", "直")] == [
        ["Noto Sans CJK JP"],
        ["Noto Sans CJK KR"],
        ["Noto Sans CJK SC"],
    ]


def test_manrope_comes_first(book: FontBook) -> None:
    """Latin letters, digits and spaces stay in it; the brackets around Arabic, too."""
    font = Font("Manrope", 500, 40, "ar")
    assert faces(book, "KP2MI (2026)", font) == ["Manrope Medium"]
    assert faces(book, "ا (1) ب", font, "rtl") == ["NotoSansArabic-Regular", "Manrope Medium", "NotoSansArabic-Regular"]


@pytest.mark.parametrize(("weight", "face"), [(400, "Regular"), (500, "Regular"), (600, "Bold"), (800, "Bold")])
def test_two_weights_stand_in_for_all(book: FontBook, weight: int, face: str) -> None:
    """Noto has Regular and Bold everywhere."""
    assert faces(book, "ع", Font("Manrope", weight, 40)) == [f"NotoSansArabic-{face}"]


def test_punctuation_follows_its_letters(book: FontBook) -> None:
    """A danda is of the script before it, a full stop of the ideographs."""
    assert faces(book, "না।", Font("Manrope", 500, 40)) == ["NotoSansBengali-Regular"]
    assert faces(book, "お。", Font("Manrope", 500, 40)) == ["Noto Sans CJK JP"]


def test_symbols_have_no_fallback(book: FontBook) -> None:
    """A symbol that Manrope lacks is missing, whatever other fonts may hold: icons are drawn."""
    assert book.missing("高 ✓ ☃ 𓀀", Font("Manrope", 500, 40, "zh")) == "✓☃𓀀"


def test_arabic_letters_join(book: FontBook) -> None:
    """A word is narrower than its letters one by one, and runs from right to left."""
    font = Font("Manrope", 500, 40, "ar")
    word = book.shape("العمل", font)
    assert word.advance < sum(book.shape(letter, font).advance for letter in "العمل")
    assert [glyph.character for glyph in word.glyphs] == sorted((g.character for g in word.glyphs), reverse=True)


def test_brackets_are_mirrored(book: FontBook) -> None:
    """The first bracket of a run from right to left looks like a closing one of the other direction."""
    font = Font("Manrope", 500, 40)
    [leftwards] = book.shape("(", font, direction="rtl").glyphs
    [closing] = book.shape(")", font, direction="ltr").glyphs
    assert leftwards.id == closing.id


def test_marks_stay_on_spaced_letters(book: FontBook) -> None:
    """Spacing comes after a letter with its marks, never between them."""
    shaped = book.shape("กำกิกา", Font("Manrope", 500, 40, "th"), ligatures=False)
    steps = dict(zip((glyph.character for glyph in shaped.glyphs), spread("กำกิกา", shaped), strict=True))
    assert (steps[0], steps[2], steps[4], steps[5]) == (0, 1, 2, 3)


def test_fallback_letters_tell_how_high_they_reach(book: FontBook) -> None:
    """Burmese stacks above Manrope's capitals; what Manrope has asks for nothing."""
    above, below = book.reach("ငွေမပေးပါနှင့်", Font("Manrope", 500, 100, "my"))
    assert 90 < above < 150 and 30 < below < 100
    assert book.reach("Égalité", Font("Manrope", 500, 100)) == (0, 0)


def test_painted_ink_stays_within_what_was_told(book: FontBook) -> None:
    """So a line that makes room for it is never left."""
    for language, text in EXAMPLES.items():
        font = Font("Manrope", 800, 100, language)
        above, below = book.reach(text, font)
        mask = text_mask(book, text, font, 0, 0)
        assert mask.coverage is not None
        assert mask.top >= -above - 1.5 and mask.top + mask.coverage.shape[0] <= below + 1.5


def test_nothing_is_looked_for_before_a_letter_needs_it() -> None:
    """A book whose folders cannot even be listed sets Latin as ever; no letter of it is missing."""

    class Closed(InstalledFonts):
        def faces(self, script: str, language: str, weight: int) -> list:
            raise AssertionError("fonts were looked for")

    assert bundled_fonts(Closed([])).missing("Jalur résmi – 2026", Font("Manrope", 500, 40)) == ""


def test_a_machine_without_fonts_misses_the_letters(tmp_path: Path) -> None:
    """They are named, once each, in order."""
    assert bundled_fonts(InstalledFonts([tmp_path])).missing("高い a 高", Font("Manrope", 500, 40)) == "高い"


def test_the_first_folder_wins_and_then_the_alphabet(noto: InstalledFonts, tmp_path: Path) -> None:
    """Never the order in which a file system lists its files."""
    regular = noto._files["NotoSansThai-Regular.ttf"].read_bytes()
    bold = noto._files["NotoSansThai-Bold.ttf"].read_bytes()
    for place, data in {"one/z": bold, "one/b": regular, "two/a": bold}.items():
        (tmp_path / place).mkdir(parents=True)
        (tmp_path / place / "NotoSansThai-Regular.ttf").write_bytes(data)
    [face] = InstalledFonts([tmp_path / "one", tmp_path / "two"]).faces("Thai", "th", 500)
    assert face.weight == 400
    assert len(InstalledFonts([tmp_path / "one"]).faces("Thai", "th", 800)) == 1  # no Bold: Regular, not a fake
