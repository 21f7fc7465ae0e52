"""Numbers as words: ``spell(25, "jv")`` is "selawe".

A language is a table, not code: its irregular small numbers, its tens, its hundreds, and its scales from a thousand
up. Javanese and Sundanese are the everyday (ngoko, loma) forms and spellings that the house's texts use; like all
regional text they want a native reader.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

LARGEST = 999_999_999_999


@dataclass(frozen=True, slots=True)
class Scale:
    """A thousand, a million or a milliard: "seribu" alone, "ribu" after a number above one."""

    value: int
    one: str
    word: str


@dataclass(frozen=True, slots=True)
class NumberWords:
    """How one language counts."""

    small: tuple[str, ...]  # 0, 1, 2 … up to 19, or to where the language becomes regular
    tens: tuple[str, ...]  # 20, 30 … 90
    hundreds: tuple[str, ...]  # 100, 200 … 900
    scales: tuple[Scale, ...]  # the largest first
    counting: Mapping[int, str] = field(default_factory=dict)  # units in front of a scale: "rong ewu", not "loro ewu"
    in_tens: str = " "  # between tens and units
    before_rest: str = " "  # before a last part under one hundred: "one hundred and five"


def _tenfold(units: tuple[str, ...], word: str) -> tuple[str, ...]:
    return tuple(f"{unit} {word}" for unit in units)


_ID = ("satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
_EN = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_JV = ("siji", "loro", "telu", "papat", "lima", "enem", "pitu", "wolu", "sanga")
_JV_COUNTING = ("rong", "telung", "patang", "limang", "nem", "pitung", "wolung", "sangang")
_JV_TEENS = ("sewelas", "rolas", "telulas", "patbelas", "limalas", "nembelas", "pitulas", "wolulas", "sangalas")
_JV_TWENTIES = (
    *("selikur", "rolikur", "telulikur", "patlikur", "selawe"),
    *("nemlikur", "pitulikur", "wolulikur", "sangalikur"),
)
_SU = ("hiji", "dua", "tilu", "opat", "lima", "genep", "tujuh", "dalapan", "salapan")

WORDS: Mapping[str, NumberWords] = {
    "id": NumberWords(
        small=("nol", *_ID, "sepuluh", "sebelas", *_tenfold(_ID[1:], "belas")),
        tens=_tenfold(_ID[1:], "puluh"),
        hundreds=("seratus", *_tenfold(_ID[1:], "ratus")),
        scales=(
            Scale(1_000_000_000, "satu miliar", "miliar"),
            Scale(1_000_000, "satu juta", "juta"),
            Scale(1_000, "seribu", "ribu"),
        ),
    ),
    "en": NumberWords(
        small=(
            *("zero", *_EN, "ten", "eleven", "twelve", "thirteen", "fourteen"),
            *("fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
        ),
        tens=("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"),
        hundreds=_tenfold(_EN, "hundred"),
        scales=(
            Scale(1_000_000_000, "one billion", "billion"),
            Scale(1_000_000, "one million", "million"),
            Scale(1_000, "one thousand", "thousand"),
        ),
        in_tens="-",
        before_rest=" and ",
    ),
    "jv": NumberWords(
        small=("nol", *_JV, "sepuluh", *_JV_TEENS, "rong puluh", *_JV_TWENTIES),
        tens=(
            *("rong puluh", "telung puluh", "patang puluh", "seket"),
            *("sewidak", "pitung puluh", "wolung puluh", "sangang puluh"),
        ),
        hundreds=("satus", *_tenfold(_JV_COUNTING, "atus")),
        scales=(
            Scale(1_000_000_000, "samilyar", "milyar"),
            Scale(1_000_000, "sayuta", "yuta"),
            Scale(1_000, "sewu", "ewu"),
        ),
        counting=dict(enumerate(_JV_COUNTING, start=2)),
    ),
    "su": NumberWords(
        small=("nol", *_SU, "sapuluh", "sabelas", *_tenfold(_SU[1:], "belas")),
        tens=_tenfold(_SU[1:], "puluh"),
        hundreds=("saratus", *_tenfold(_SU[1:], "ratus")),
        scales=(
            Scale(1_000_000_000, "samilyar", "milyar"),
            Scale(1_000_000, "sajuta", "juta"),
            Scale(1_000, "sarébu", "rébu"),
        ),
    ),
}


def counts(language: str) -> NumberWords:
    """A language's table; regional variants ("id-ID") use their language's. Raises KeyError for an unknown one."""
    return WORDS[language.partition("-")[0]]


def spell(number: int, language: str) -> str:
    """A whole number from 0 to 999,999,999,999 in words. Raises ValueError outside, KeyError for an unknown tongue."""
    if not 0 <= number <= LARGEST:
        raise ValueError(f"{number} is not between 0 and {LARGEST}")
    words = counts(language)
    if number == 0:
        return words.small[0]
    spoken = ""
    rest = number
    for scale in words.scales:
        count, rest = divmod(rest, scale.value)
        if count:
            spoken = f"{spoken} {_scaled(count, scale, words)}".lstrip()
    if not rest:
        return spoken
    if not spoken:
        return _below_thousand(rest, words)
    return spoken + (words.before_rest if rest < 100 else " ") + _below_thousand(rest, words)


def _scaled(count: int, scale: Scale, words: NumberWords) -> str:
    if count == 1:
        return scale.one
    return f"{words.counting.get(count) or _below_thousand(count, words)} {scale.word}"


def _below_thousand(number: int, words: NumberWords) -> str:
    hundreds, rest = divmod(number, 100)
    if not hundreds:
        return _below_hundred(rest, words)
    spoken = words.hundreds[hundreds - 1]
    return spoken + words.before_rest + _below_hundred(rest, words) if rest else spoken


def _below_hundred(number: int, words: NumberWords) -> str:
    if number < len(words.small):
        return words.small[number]
    tens, unit = divmod(number, 10)
    spoken = words.tens[tens - 2]
    return spoken + words.in_tens + words.small[unit] if unit else spoken


def spell_digits(digits: str, language: str) -> str:
    """Each digit by itself: "0800" is "nol delapan nol nol". Anything but ASCII digits is a ValueError."""
    small = counts(language).small
    if not digits.isascii() or not digits.isdigit():
        raise ValueError(f"{digits!r} is not a row of digits")
    return " ".join(small[int(digit)] for digit in digits)


def spell_phone(number: str, language: str) -> str:
    """A telephone number digit by digit, with a comma between the groups in which it is printed.

    The commas are the breaths in which a listener writes the group down; a long row of digits that nobody grouped is
    read in fours, the last group being three to five long.
    """
    groups: list[str] = []
    plus = "plus " if number.lstrip(" (").startswith("+") else ""
    for group in "".join(c if c in "0123456789" else " " for c in number).split():
        groups += _in_fours(group)
    return plus + ", ".join(spell_digits(group, language) for group in groups)


def _in_fours(digits: str) -> list[str]:
    groups = []
    while len(digits) > 5:
        size = 3 if len(digits) == 6 else 4
        groups.append(digits[:size])
        digits = digits[size:]
    return [*groups, digits]


_ENGLISH_ORDINALS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}
_FIRST = {"id": {1: "pertama"}, "jv": {1: "kapisan", 2: "kapindho"}, "su": {1: "kahiji"}}
_PREFIX = {"id": "ke", "jv": "ka", "su": "ka"}


def spell_ordinal(number: int, language: str) -> str:
    """ "ke-3" is "ketiga", "21st" is "twenty-first". Raises as ``spell`` does."""
    language = language.partition("-")[0]
    spoken = spell(number, language)
    if language != "en":
        return _FIRST[language].get(number) or _PREFIX[language] + spoken
    cut = max(spoken.rfind(" "), spoken.rfind("-")) + 1
    last = spoken[cut:]
    return spoken[:cut] + (_ENGLISH_ORDINALS.get(last) or (last[:-1] + "ieth" if last.endswith("y") else last + "th"))


def spell_year(year: int, language: str) -> str:
    """A year as it is said: English says it in pairs ("twenty twenty-five"), the others as a number."""
    century, rest = divmod(year, 100)
    if language.partition("-")[0] != "en" or not 1100 <= year <= 2099 or (century == 20 and rest < 10):
        return spell(year, language)
    if rest == 0:
        return f"{spell(century, 'en')} hundred"
    return f"{spell(century, 'en')} {'oh ' if rest < 10 else ''}{spell(rest, 'en')}"
