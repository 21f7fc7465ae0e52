"""Reading time from syllables, words and pauses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.speaking.timing import seconds, syllables, words


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("kerja", 2),
        ("migran", 2),
        ("perlindungan", 4),
        ("pantai", 2),  # ai at the end
        ("saudara", 3),  # au before a consonant
        ("amboi", 2),
        ("survei", 2),
        ("maaf", 2),
        ("dia", 2),
        ("siapa", 3),
        ("buaian", 4),  # ai before a vowel are two
        ("sewu", 2),
        ("KTP", 1),  # whatever is said at all is a syllable
    ],
)
def test_syllables_of_indonesian(word, count):
    """Vowels are counted; ai, au, oi and ei close a syllable before a consonant or at the end."""
    assert syllables(word) == count


@pytest.mark.parametrize(("word", "count"), [("call", 1), ("phone", 1), ("table", 2), ("government", 3), ("free", 1)])
def test_syllables_of_english(word, count):
    """English vowels come in groups, and its last e is silent."""
    assert syllables(word, "en") == count


def test_the_formula_counts_what_it_says():
    """T = 0.158·syllables + 0.084·words + 0.484·commas + 0.635·sentence ends, on a text counted by hand."""
    text = "Berhenti, jangan kirim data. Hubungi pusat panggilan?"  # 3+2+2+2 and 3+2+3 syllables
    assert seconds(text) == pytest.approx(0.158 * 17 + 0.084 * 7 + 0.484 * 1 + 0.635 * 2)


def test_letters_of_an_abbreviation_are_words():
    """ "ka-pe-dua-em-i" is said in five words."""
    assert words("ka-pe-dua-em-i titik go") == ("ka", "pe", "dua", "em", "i", "titik", "go")


def test_a_dash_between_words_is_a_pause():
    """A dash with spaces around it takes as long as a comma; a hyphen takes nothing."""
    assert seconds("gaji – besar") == pytest.approx(seconds("gaji, besar"))
    assert seconds("hati-hati") == pytest.approx(seconds("hati hati"))


def test_a_stop_inside_quotation_marks_ends_the_sentence():
    """The sentence ends before the closing mark."""
    assert seconds("“Langsung ke majikan.”") == pytest.approx(seconds("Langsung ke majikan."))


def test_silence_takes_no_time():
    """An empty text has no reading time."""
    assert seconds("") == 0


@given(st.text(max_size=80), st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=12))
def test_more_text_takes_longer(text, word):
    """A further word always costs time."""
    assert seconds(f"{text} {word}") > seconds(text)


# The measured lengths of a synthetic voice at radio pace, from which the formula comes: it must stay within 10 %.
@pytest.mark.parametrize(
    ("spoken", "measured"),
    [
        ("Nol delapan satu satu, delapan nol delapan nol, satu empat satu.", 6.2),
        ("Ka-pe-dua-em-i titik go titik i-de", 2.8),
    ],
)
def test_costs_of_channels_as_measured(spoken, measured):
    """An eleven-digit number and the ministry's address take what the voice took."""
    assert seconds(spoken) == pytest.approx(measured, rel=0.1)
