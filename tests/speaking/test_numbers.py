"""Numbers in words, in four languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from num2words import num2words

from campaign.speaking.numbers import LARGEST, WORDS, spell, spell_digits, spell_ordinal, spell_phone, spell_year

NUMBERS = st.integers(0, LARGEST)

SPELLED = {
    "id": {
        0: "nol",
        10: "sepuluh",
        11: "sebelas",
        19: "sembilan belas",
        21: "dua puluh satu",
        100: "seratus",
        101: "seratus satu",
        110: "seratus sepuluh",
        1_000: "seribu",
        1_001: "seribu satu",
        1_100: "seribu seratus",
        2_000: "dua ribu",
        11_000: "sebelas ribu",
        21_000: "dua puluh satu ribu",
        100_000: "seratus ribu",
        101_000: "seratus satu ribu",
        1_000_000: "satu juta",
        1_001_000: "satu juta seribu",
        2_500_000: "dua juta lima ratus ribu",
        1_000_000_000: "satu miliar",
        1_000_001_000: "satu miliar seribu",
    },
    "en": {
        13: "thirteen",
        45: "forty-five",
        105: "one hundred and five",
        1_005: "one thousand and five",
        1_250: "one thousand two hundred and fifty",
        5_000_000: "five million",
    },
    "jv": {
        4: "papat",
        15: "limalas",
        20: "rong puluh",
        21: "selikur",
        25: "selawe",
        29: "sangalikur",
        30: "telung puluh",
        50: "seket",
        60: "sewidak",
        65: "sewidak lima",
        100: "satus",
        200: "rong atus",
        1_000: "sewu",
        2_000: "rong ewu",
        25_000: "selawe ewu",
        1_000_000: "sayuta",
        5_000_000: "limang yuta",
    },
    "su": {
        3: "tilu",
        10: "sapuluh",
        11: "sabelas",
        19: "salapan belas",
        20: "dua puluh",
        100: "saratus",
        1_000: "sarébu",
        2_000: "dua rébu",
        1_000_000: "sajuta",
        1_001_000: "sajuta sarébu",
    },
}


@pytest.mark.parametrize(
    ("language", "number", "words"), [(tag, n, text) for tag, table in SPELLED.items() for n, text in table.items()]
)
def test_numbers_are_said_as_people_say_them(language, number, words):
    """Each language has its own irregular numbers: seribu, selawe, sarébu, forty."""
    assert spell(number, language) == words


def value(words: str) -> int:
    """Reads Indonesian number words back, by a grammar of its own: the oracle of the round trip."""
    units = ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh"]
    scales = {"ribu": 10**3, "juta": 10**6, "miliar": 10**9}
    total = group = 0
    for word in (
        words.replace("sebelas", "satu belas").replace("seratus", "satu ratus").replace("seribu", "satu ribu").split()
    ):
        if word in scales:
            total, group = total + group * scales[word], 0
        elif word == "ratus":
            group *= 100
        elif word == "puluh":
            group += group % 10 * 9
        elif word == "belas":
            group += 10
        else:
            group += units.index(word)
    return total + group


@given(NUMBERS)
def test_indonesian_words_mean_the_number(number):
    """What is said, read back word by word, is the number again."""
    assert value(spell(number, "id")) == number


@pytest.mark.parametrize("language", sorted(WORDS))
def test_no_two_small_numbers_sound_alike(language):
    """Ten thousand numbers have ten thousand names, of letters only."""
    names = [spell(number, language) for number in range(10_000)]
    assert len(set(names)) == len(names)
    assert all(name.replace(" ", "").replace("-", "").isalpha() for name in names)


@given(NUMBERS, st.sampled_from(sorted(WORDS)))
def test_spaces_are_single(number, language):
    """Large numbers are joined without gaps, whatever parts are zero."""
    assert spell(number, language) == " ".join(spell(number, language).split())


@pytest.mark.parametrize("number", [-1, LARGEST + 1])
def test_numbers_out_of_range_are_refused(number):
    """A number that has no words is an error, not a wrong word."""
    with pytest.raises(ValueError, match="is not between"):
        spell(number, "id")


def test_an_unknown_language_is_refused():
    """Nothing falls back to another language in silence."""
    with pytest.raises(KeyError):
        spell(1, "fr")


def test_a_region_counts_as_its_language_does():
    """ "en-GB" is English."""
    assert spell(21, "en-GB") == "twenty-one"


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("0800-1000", "nol delapan nol nol, satu nol nol nol"),
        ("0811-8080-141", "nol delapan satu satu, delapan nol delapan nol, satu empat satu"),
        ("+62 21 2924 4800", "plus enam dua, dua satu, dua sembilan dua empat, empat delapan nol nol"),
        ("110", "satu satu nol"),
        ("1708", "satu tujuh nol delapan"),
        ("(021) 2968 1560", "nol dua satu, dua sembilan enam delapan, satu lima enam nol"),
        ("081157157157", "nol delapan satu satu, lima tujuh satu lima, tujuh satu lima tujuh"),
        ("1500630", "satu lima nol nol, enam tiga nol"),
        ("150063", "satu lima nol, nol enam tiga"),
    ],
)
def test_telephone_numbers_are_said_digit_by_digit_in_groups(number, words):
    """A listener writes down one group at a time; a long row is broken into groups of three to five."""
    assert spell_phone(number, "id") == words


@given(st.text("0123456789", min_size=1, max_size=40))
def test_no_digit_of_a_telephone_number_is_lost(digits):
    """However it is grouped, every digit is said, in order."""
    assert spell_phone(digits, "id").replace(",", "") == spell_digits(digits, "id")


def test_only_digits_are_said_as_digits():
    """A letter among digits is an error: it would be dropped."""
    with pytest.raises(ValueError, match="row of digits"):
        spell_digits("08O0", "id")


@pytest.mark.parametrize(
    ("language", "number", "words"),
    [
        ("id", 1, "pertama"),
        ("id", 3, "ketiga"),
        ("id", 21, "kedua puluh satu"),
        ("en", 1, "first"),
        ("en", 12, "twelfth"),
        ("en", 20, "twentieth"),
        ("en", 23, "twenty-third"),
        ("en", 100, "one hundredth"),
        ("jv", 2, "kapindho"),
        ("jv", 3, "katelu"),
        ("su", 3, "katilu"),
    ],
)
def test_ordinals(language, number, words):
    """First is a word of its own; the rest is built from the number."""
    assert spell_ordinal(number, language) == words


@pytest.mark.parametrize(
    ("language", "year", "words"),
    [
        ("en", 2025, "twenty twenty-five"),
        ("en", 2005, "two thousand and five"),
        ("en", 1999, "nineteen ninety-nine"),
        ("en", 1905, "nineteen oh five"),
        ("en", 1900, "nineteen hundred"),
        ("id", 2017, "dua ribu tujuh belas"),
        ("jv", 2025, "rong ewu selawe"),
    ],
)
def test_years(language, year, words):
    """English says years in pairs; the others say them as numbers."""
    assert spell_year(year, language) == words


def test_a_library_counts_as_we_do():
    """Every Indonesian number up to a million, against num2words."""
    wrong = [n for n in range(1_000_000) if spell(n, "id") != num2words(n, lang="id")]
    assert wrong == []


def test_where_the_library_is_known_to_be_wrong():
    """After a million it says "satu ribu", which nobody does: https://github.com/savoirfairelinux/num2words."""
    assert num2words(1_001_000, lang="id") == "satu juta satu ribu"
    assert spell(1_001_000, "id") == "satu juta seribu"
