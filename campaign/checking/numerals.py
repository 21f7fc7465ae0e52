"""What every number in a text is: one that copy may hold, or a contact, an account, a percentage, a count.

The rule is the other way round than one expects: a number is wrong unless something beside it says that it is
structural (docs/checking.md). So a telephone number is found however it is grouped, and a statistic too.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from campaign.checking.rule import Material
from campaign.checking.vocabulary import numbers
from campaign.model.piece import Piece
from campaign.problems import Problem

Kind = Literal["phone", "short code", "account", "percentage", "count"]
Place = Literal["copy", "quote", "register", "address"]

# Digits that anything short parts; the parts are looked at one by one when the whole is no number to call.
BETWEEN = r"[\s.,:;/()\[\]_*·•~|\\+\u00a0\u00ad\u2000-\u2015\u202f\u2060\u2212\u3000\ufeff-]"
CLUSTER = re.compile(rf"[+(\[]{{0,2}}[0-9](?:{BETWEEN}{{0,3}}[0-9])*", re.ASCII)
# Letters in the place of digits: "O8l1-8O8O-141". At least two real digits, and nothing that is a word; "l10" as well.
DISGUISED = re.compile(r"(?<![\w@/.-])[+(]?[0-9OolI|SB](?:[ ().-]{0,2}[0-9OolI|SB]){6,}(?![\w@])", re.ASCII)
SHORT = re.compile(r"(?<![\w.,/-])(?=[0-9lIO|]*[0-9])(?=[0-9]*[lIO|])[0-9lIO|]{3,4}(?![\w/-])", re.ASCII)
PART = re.compile(r"[0-9]+(?:[.,:/\u2010-\u2015-][0-9]+)*", re.ASCII)
WORD_BEFORE = re.compile(r"([^\W\d_][\w'’.$€-]*|[$€])[\s.:(“\"'’-]*$")
# "Pasal 81 dan 86", "2 atau 3 hari": what holds for one holds for the other.
AND = r"(?:dan|atau|sampai|hingga|and|or|to|lan|utawa|jeung|atawa)"
ROW_BEFORE = re.compile(rf"([^\W\d_]+)\s+[0-9]{{1,3}}\s+{AND}\s+$")
UNIT_AFTER = re.compile(rf"^\s+{AND}\s+[0-9]{{1,3}}\s+([^\W\d_]+)")
WORD_AFTER = re.compile(r"^[\s.)½¼¾-]*([^\W\d_][^\W\d_.'’-]*)")

YEAR = r"(?:19[4-9][0-9]|20[0-9]{2})"
DASH = r"[\u2010-\u2015-]"
CLOCK = r"(?:[01]?[0-9]|2[0-4])[.:][0-5][0-9]"
GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3}){1,2}(?:,[0-9]{1,2})?|[1-9][0-9]{0,2}(?:,[0-9]{3}){1,2}", re.ASCII)
YEARS = re.compile(rf"{YEAR}(?:[/\u2010-\u2015-]{YEAR})?")
FORMS = re.compile(rf"{YEAR}-[01][0-9]-[0-3][0-9]|[0-3]?[0-9][/.-][01]?[0-9][/.-]{YEAR}|{CLOCK}(?:{DASH}{CLOCK})?|24/7")
LAW = re.compile(rf"[0-9]{{1,3}}/(?:[A-Z]+/)?{YEAR}")
SMALL = re.compile(rf"[0-9]{{1,3}}(?:[.,][0-9])?(?:{DASH}[0-9]{{1,3}}(?:[.,][0-9])?)?")
HUNDRED = frozenset({"dari", "of", "saka", "tina"})


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number that no word beside it allows."""

    start: int
    end: int
    kind: Kind


def place_of(piece: Piece) -> Place:
    """Where a number stands decides what it may be."""
    if piece.file in ("content/channels.yaml", "content/facts.yaml"):
        return "register"
    if piece.file.endswith(".csv") and piece.path[-1] == "address":
        return "address"
    is_voice = piece.section.startswith("radio") and piece.text.startswith(("TOKOH:", "VOICE:"))
    return "quote" if piece.section in ("lure", "myth") or is_voice else "copy"


def numerals_of(piece: Piece) -> tuple[Numeral, ...]:
    """Every number of a piece that must come from a register instead."""
    return _numerals(piece.text, place_of(piece))


@lru_cache(maxsize=4096)
def _numerals(text: str, place: Place) -> tuple[Numeral, ...]:
    if not any("0" <= letter <= "9" for letter in text):
        return ()
    found = list(_disguised(text))
    for match in CLUSTER.finditer(text):
        if not any(one.start < match.end() and match.start() < one.end for one in found):
            found += _of_cluster(text, match.start(), match.end(), place)
    return tuple(sorted(found, key=lambda one: one.start))


def _disguised(text: str) -> Iterator[Numeral]:
    longer: list[tuple[int, int]] = []
    for match in DISGUISED.finditer(text):
        words = re.split(r"[ ().-]+", match[0])
        real = sum(letter in "0123456789" for letter in match[0])
        plain = not re.search("[A-Za-z|]", match[0])
        if not plain and real >= 2 and all(re.search("[0-9]", word) or len(word) <= 4 for word in words):
            yield Numeral(match.start(), match.end(), "phone")
            longer.append(match.span())
    for match in SHORT.finditer(text):
        if not any(start <= match.start() < end for start, end in longer):
            yield Numeral(match.start(), match.end(), "short code")


def _of_cluster(text: str, start: int, end: int, place: Place) -> Iterator[Numeral]:
    """One number to call where the whole looks like one, else whatever of its parts nothing allows."""
    if _is_inside_a_word(text, start, end):
        return
    parts = [(start + match.start(), start + match.end()) for match in PART.finditer(text[start:end])]
    wrong = [(a, b, kind) for a, b in parts if (kind := _kind(text, a, b, place))]
    if not wrong:
        return
    first = text[start:end].lstrip("([ ")
    rest = [(a, b) for a, b in parts if not _is_amount(text, a, b)]
    digits = sum(letter in "0123456789" for a, b in rest for letter in text[a:b])
    if place == "address":
        wrong = [(a, b, kind) for a, b, kind in wrong if kind in ("phone", "account", "short code")]
    elif (first.startswith("+") and rest) or digits >= 7 or (first.startswith("0") and digits >= 5):
        pays = _before(text, start) in numbers("accounts")
        yield Numeral(start, end, "account" if pays or (first[0] not in "0+" and digits >= 10) else "phone")
        return
    for a, b, kind in wrong:
        is_contact = kind in ("phone", "short code", "account")
        if is_contact or (place == "copy" and not (_is_amount(text, a, b) and _is_quoted(text, a))):
            yield Numeral(a, b, kind)


def _is_quoted(text: str, at: int) -> bool:
    """Whether somebody's words are repeated in quotation marks: “gaji 25 juta”."""
    opened = max(text.rfind(mark, 0, at) for mark in "“«")
    closed = max(text.rfind(mark, 0, at) for mark in "”»")
    return opened > closed or text[:at].count('"') % 2 == 1


def _is_inside_a_word(text: str, start: int, end: int) -> bool:
    """KP2MI, SP4N, A4: at most two digits, joined to letters, that are part of a name."""
    before = start > 0 and text[start - 1].isalpha()
    after = end < len(text) and text[end].isalpha()
    word = re.search(r"[^\W\d_]+$", text[:start])
    is_price = word is not None and word[0].lower() in numbers("money")
    if before and end - start <= 2 and not is_price:
        return True
    return after and end - start == 1 and text[end].isupper()


def _kind(text: str, start: int, end: int, place: Place) -> Kind | None:
    """What one number is; None where it is structural."""
    number, before, after = text[start:end], _before(text, start), _after(text, end)
    digits = sum(letter in "0123456789" for letter in number)
    if before in numbers("accounts") and digits >= 5:
        return "account"
    if place == "address":
        is_area_code = digits > 3 and number.startswith("0")
        return "phone" if _calls(before) or digits >= 6 or is_area_code else None
    if _is_percentage(text, end, after):
        return "percentage"
    is_year = YEARS.fullmatch(number) is not None
    if is_year and after not in numbers("counted") and not _calls(before):
        return None
    if FORMS.fullmatch(number) and not _is_amount(text, start, end):
        return None
    if LAW.fullmatch(number) or (before in numbers("laws") and digits <= 4):
        return None
    if _calls(before) and digits >= 3 and not _is_amount(text, start, end):
        return "short code"
    small = SMALL.fullmatch(number) is not None and (number[0] != "0" or number == "0")
    if small and (after in numbers("units") or after in numbers("months") or before in numbers("months")):
        return None
    if small and (before in numbers("rows") or (before in numbers("numbered") and digits <= 2)):
        return None
    if number == "100" and before in HUNDRED:
        return None
    if _is_amount(text, start, end):
        return "count"
    if _calls(before) or (
        re.fullmatch("1[0-9]{2}|1500-?[0-9]{3}|14[0-9]{3}", number) and after not in numbers("counted")
    ):
        return "short code"
    return "count"


def _is_amount(text: str, start: int, end: int) -> bool:
    """Money, or a number with thousands: no telephone number. Without a currency beside it, at most two groups."""
    number = text[start:end]
    if number.startswith("0") and not number.startswith("0,"):
        return False
    money = numbers("money") | numbers("scales")
    near = _after(text, end) in money or _before(text, start) in numbers("money")
    return GROUPED.fullmatch(number) is not None or (near and (len(number) <= 9 or "." in number or "," in number))


def _is_percentage(text: str, end: int, after: str) -> bool:
    return bool(re.match(r"\s?[%％‰]", text[end : end + 2])) or after in numbers("percent")


def _calls(before: str) -> bool:
    return before in numbers("calls")


def _before(text: str, start: int) -> str:
    """The word before a place, in small letters."""
    near = text[max(0, start - 40) : start]
    match = ROW_BEFORE.search(near) or WORD_BEFORE.search(near)
    return match[1].lower().rstrip(".-:") if match else ""


def _after(text: str, end: int) -> str:
    near = text[end : end + 40]
    match = UNIT_AFTER.match(near) or WORD_AFTER.match(near)
    return match[1].lower() if match else ""


def found(material: Material, code: str, kind: Kind, message: str, hint: str) -> Iterator[Problem]:
    """Every number of one kind in all copy; ``message`` has “{}” where the number stands."""
    for piece in material.copy:
        for one in numerals_of(piece):
            if one.kind == kind:
                said = " ".join(piece.text[one.start : one.end].split())
                yield piece.problem(code, one.start, one.end, message.format(said), hint)
