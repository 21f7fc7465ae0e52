"""How each written form is read: one rule for addresses, one for money, one for dates, and so on.

A rule finds its form in a text and says it in words. It answers None where the digits make no sense as its form (the
thirty-second of March, a range that runs backwards): then a later rule may try, and what no rule can read is reported.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

from campaign.speaking.amounts import Numbers
from campaign.speaking.lexicon import Lexicon
from campaign.speaking.numbers import spell, spell_ordinal, spell_phone, spell_year

Match = re.Match[str]


@dataclass(frozen=True, slots=True)
class Rule:
    """``pattern``'s group "it" (else the whole match) is replaced by what ``read`` says.

    ``noted``: the form belongs into the pronunciation list. ``kept``: the announcer's text keeps the written form.
    ``grouped``: the words between two commas stay on one line there, like the digits that they stand for.
    """

    pattern: re.Pattern[str]
    read: Callable[[Match], str | None]
    noted: bool = False
    kept: bool = False
    grouped: bool = False


# Top-level names that make two words with a dot between them an address; "berangkat.minggu" is a missing space.
_TOP = "id|com|org|net|info|int|gov|edu|io|me|link|app|my|sg|hk|tw|jp|kr|sa"
_ADDRESS = re.compile(
    rf"(?:https?://)?(?:[\w.+-]+@)?(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?:{_TOP})(?![\w-])(?:/(?:[\w./?=&%-]*[\w/])?)?",
    re.I,
)
_HANDLE = re.compile(r"(?<![\w@])@[A-Za-z0-9_](?:[A-Za-z0-9_.]*[A-Za-z0-9_])?")


@lru_cache(maxsize=256)
def rules(lexicon: Lexicon, contacts: tuple[str, ...] = ()) -> tuple[Rule, ...]:
    """All rules of a language in the order that keeps one from eating the other's digits.

    ``contacts`` are telephone numbers as they stand in the text: "157" is one only because a register says so.
    """
    numbers = Numbers(lexicon)
    return (
        Rule(_ADDRESS, lambda m: address(m[0], lexicon), noted=True),
        Rule(_HANDLE, lambda m: address(m[0], lexicon), noted=True),
        Rule(
            _any_of(c for c in contacts if not re.search(r"[A-Za-z]", c)),
            lambda m: spell_phone(m[0], lexicon.language),
            noted=True,
            grouped=True,
        ),
        *_ordinals(lexicon),
        Rule(numbers.money_pattern, numbers.money),
        *_dates(lexicon),
        *_phones(lexicon),
        *_clocks(lexicon),
        *_laws(lexicon),
        Rule(_any_of(lexicon.words), lambda m: lexicon.words[m[0]], noted=True, kept=True),
        Rule(numbers.range_pattern, numbers.range),
        Rule(numbers.number_pattern, numbers.number),
    )


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    """Any of the words, the longest first, standing by itself."""
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first)) or '(?!)'})(?!\w)")


def address(written: str, lexicon: Lexicon) -> str | None:
    """A web address, e-mail address or handle: known labels as words, others letter by letter.

    None for one with signs that nobody can say, like the end of a search ("?q=…").
    """
    say = lexicon.phrases
    marks = {".": say["dot"], "/": say["slash"], "-": say["hyphen"], "_": say["underscore"], "@": say["at"]}
    bare = re.sub(r"^https?://", "", written.lower()).rstrip("/")
    parts = [part for part in re.split(r"([^a-z0-9-])", bare) if part]
    if any(part not in marks and not re.fullmatch(r"[a-z0-9-]+", part) for part in parts):
        return None
    return " ".join(marks.get(part) or lexicon.labels.get(part) or _label(part, lexicon) for part in parts)


def _label(part: str, lexicon: Lexicon) -> str:
    """A label that the lexicon lacks: its pieces between hyphens, known or spelled."""
    pieces = [lexicon.labels.get(piece) or lexicon.spelled(piece) for piece in part.split("-") if piece]
    return f" {lexicon.phrases['hyphen']} ".join(pieces)


def _ordinals(lexicon: Lexicon) -> tuple[Rule, ...]:
    prefix = re.escape(lexicon.ordinal) or "(?!)"
    pattern = re.compile(rf"(?<![\w-])(?:(?:{prefix})(?P<n>\d{{1,9}})|(?P<m>\d{{1,9}})(?:st|nd|rd|th))(?!\w)", re.I)
    return (Rule(pattern, lambda m: spell_ordinal(int(m["n"] or m["m"]), lexicon.language)),)


def _dates(lexicon: Lexicon) -> tuple[Rule, ...]:
    months = {name: n for n, name in enumerate(lexicon.months, 1)} | dict(lexicon.short_months)
    month = "|".join(sorted(map(re.escape, months), key=len, reverse=True))
    day = r"(?P<day>\d{1,2})(?:\s?[–-]\s?(?P<last>\d{1,2}))?"

    def said(day: str, last: str | None, month: int, year: str | None) -> str | None:
        days = [int(text) for text in (day, last) if text]
        if not all(1 <= n <= 31 for n in days) or not 1 <= month <= 12 or days != sorted(days):
            return None
        ordinal = "{ordinal}" in lexicon.date
        spoken = [(spell_ordinal if ordinal else spell)(n, lexicon.language) for n in days]
        joined = f" {lexicon.phrases['to']} ".join(spoken)
        words = lexicon.date.format(day=joined, ordinal=joined, month=lexicon.months[month - 1])
        return f"{words} {spell_year(int(year), lexicon.language)}" if year else words

    def named(m: Match) -> str | None:
        return said(m["day"], m["last"], months[m["month"]], m["year"])

    def numeric(m: Match) -> str | None:
        return said(m["day"], None, int(m["month"]), m["year"])

    def month_only(m: Match) -> str:
        return f"{lexicon.months[months[m['month']] - 1]} {spell_year(int(m['year']), lexicon.language)}"

    def rule(pattern: str, read: Callable[[Match], str | None]) -> Rule:
        return Rule(re.compile(rf"(?<![\w.,]){pattern}(?!\w|[-/]\d)"), read)

    year = r"(?P<year>\d{4})"
    return (
        rule(rf"{day}\s+(?P<month>{month})\.?(?:,?\s+{year})?", named),
        rule(rf"(?P<month>{month})\.?\s+{day}(?:,?\s+{year})", named),
        rule(rf"{year}-(?P<month>\d\d)-(?P<day>\d\d)", numeric),
        rule(rf"(?P<day>\d{{1,2}})[/-](?P<month>\d{{1,2}})[/-]{year}", numeric),
        rule(rf"(?P<month>{month})\.?\s+{year}", month_only),
    )


def _phones(lexicon: Lexicon) -> tuple[Rule, ...]:
    """A leading 0 or + and at least seven digits; after "hubungi" and its like, three digits are a number too."""
    digits = r"\d(?:[\s-]?\d)*"
    end = r"(?!\w|[.,:]\d)"
    by_shape = re.compile(rf"(?<![\w.,+])(?:\+\d[\s-]?(?:\(\d+\)\s?)?|\(0\d+\)\s?|0)(?=(?:[\s-]?\d){{6}}){digits}{end}")
    words = "|".join(map(re.escape, lexicon.phone_words)) or "(?!)"
    by_word = re.compile(rf"(?<!\w)(?:{words}):?\s+(?P<it>\d(?:[\s-]?\d){{2,}}){end}", re.I)

    def said(m: Match) -> str:
        return spell_phone(m["it"] if "it" in m.re.groupindex else m[0], lexicon.language)

    return Rule(by_shape, said, noted=True, grouped=True), Rule(by_word, said, noted=True, grouped=True)


def _clocks(lexicon: Lexicon) -> tuple[Rule, ...]:
    before = "|".join(map(re.escape, lexicon.clock_words)) or "(?!)"
    zones = "|".join(map(re.escape, lexicon.zones)) or "(?!)"
    time = r"(?P<h{0}>\d{{1,2}})[.:](?P<m{0}>\d\d)"
    until = rf"(?:\s?(?:[–-]|{re.escape(lexicon.phrases['to'])})\s?{time.format(2)})?"
    core = rf"{time.format(1)}{until}"
    end = r"(?!\w|[.,:]\d)"

    def clock(hour: str | None, minute: str | None) -> str | None:
        if hour is None or minute is None or int(hour) > 24 or int(minute) > 59:
            return None
        h, part = int(hour), ""
        if lexicon.day_parts:
            part = " " + lexicon.day_parts[max(start for start in lexicon.day_parts if start <= h % 24)]
            h = (h - 1) % 12 + 1
        words = lexicon.clock_minutes if int(minute) else lexicon.clock
        return words.format(hour=spell(h, lexicon.language), minute=spell(int(minute), lexicon.language)) + part

    def said(m: Match) -> str | None:
        first, last = clock(m["h1"], m["m1"]), clock(m["h2"], m["m2"])
        if first is None or (m["h2"] and last is None):
            return None
        zone = m.groupdict().get("zone")
        words = f"{first} {lexicon.phrases['to']} {last}" if last else first
        return f"{words} {lexicon.zones[zone]}" if zone else words

    return (
        Rule(re.compile(rf"(?<![\w.,])(?:(?:{before})\s+)?{core}\s?(?P<zone>{zones}){end}"), said),
        Rule(re.compile(rf"(?<![\w.,])(?:{before})\s+{core}{end}", re.I), said),
        Rule(re.compile(rf"(?<![\w.,])(?=\d\d?:){core}{end}"), said),
    )


def _laws(lexicon: Lexicon) -> tuple[Rule, ...]:
    """ "No. 18 Tahun 2017" and "UU 18/2017" """
    say, tag = lexicon.phrases, lexicon.language
    number = "|".join(map(re.escape, lexicon.number_words)) or "(?!)"
    year = "|".join(map(re.escape, lexicon.year_words)) or "(?!)"
    laws = "|".join(map(re.escape, lexicon.laws)) or "(?!)"

    def said(m: Match) -> str:
        words = f"{say['number']} {spell(int(m['n']), tag)}"
        return f"{words} {say['year']} {spell_year(int(m['year']), tag)}" if m["year"] else words

    tail = rf"(?P<n>[1-9]\d{{0,4}})(?:\s?/\s?|\s+(?:{year})\s+)"
    return (
        Rule(re.compile(rf"(?<!\w)(?:{number})\s?{tail}(?P<year>\d{{4}})(?!\w|[.,/]\d)", re.I), said),
        Rule(re.compile(rf"(?<!\w)(?:{laws})\s+(?P<it>{tail}(?P<year>\d{{4}}))(?!\w|[.,/]\d)"), said),
        Rule(re.compile(rf"(?<!\w)(?:{number})\s?(?P<n>[1-9]\d{{0,8}})(?P<year>)(?!\w|[.,/-]\d)", re.I), said),
    )
