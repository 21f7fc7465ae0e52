"""Numbers and addresses of the register, held to what can exist: a wrong digit in print is found by nobody.

What this proves is little: that the country is right, that a network could have the number, that the host is one of
those that the campaign trusts. That somebody answers there is what a verification is for.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import phonenumbers

from campaign.model.library import Library
from campaign.model.register import HOME, Channel
from campaign.problems import CampaignError, Problem
from campaign.reading.entries import nearest
from campaign.reading.spreadsheet import read_table

SHORT_CODES = "assets/numbers/short-codes.csv"
COLUMNS = ("country", "value", "name", "source", "source-date")
CALLS = ("call", "whatsapp", "sms")
TELEPHONE = re.compile(r"\+?[0-9 ()-]{2,30}", re.ASCII)
LABEL = r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?"
HOST = re.compile(rf"(?:{LABEL}\.)+[a-z]{{2,}}", re.ASCII)
PATH = re.compile(r"(?:/[A-Za-z0-9._~-]*)*", re.ASCII)


@dataclass(frozen=True)
class Trusted:
    """What a value is compared with: hosts of ``campaign.yaml``, and numbers that no plan of a network explains."""

    hosts: tuple[str, ...] = ()  # "*.kp2mi.go.id" stands for every host below it
    short_codes: Mapping[str, tuple[str, ...]] | None = None  # country -> numbers as they are written


def read_short_codes(library: Library) -> tuple[dict[str, tuple[str, ...]], list[Problem]]:
    """``assets/numbers/short-codes.csv``: country -> numbers. A row without a source or a date is refused."""
    if SHORT_CODES not in library:
        return {}, []
    try:
        table = read_table(library.files[SHORT_CODES], SHORT_CODES)
    except CampaignError as error:
        return {}, list(error.problems)
    if table.columns != COLUMNS:
        hint = f"the columns are: {', '.join(COLUMNS)}"
        return {}, [Problem(SHORT_CODES, 1, "CH010", "the columns are not those of short codes", hint)]
    found: dict[str, tuple[str, ...]] = {}
    problems = list(table.problems)
    for row in table.rows:
        empty = next((column for column in COLUMNS if not row.cells[column]), "")
        if empty:
            text, hint = f"“{empty}” is empty", "a short code without a source is not trusted"
            problems.append(Problem(SHORT_CODES, row.line, "CH011", text, hint))
        elif not _is_written(row.cells["value"]):
            problems.append(Problem(SHORT_CODES, row.line, "CH002", f"“{row.cells['value']}” is no telephone number"))
        else:
            country = row.cells["country"]
            found[country] = (*found.get(country, ()), row.cells["value"])
    return found, problems


def value_problem(channel: Channel, trusted: Trusted) -> Problem | None:
    """What is wrong with a contact's value; the caller adds the place."""
    if problem := _odd_character(channel):
        return problem
    if channel.kind in CALLS:
        return _telephone_problem(channel, trusted.short_codes or {})
    return _address_problem(channel.value, trusted.hosts) if channel.kind == "web" else None


def _odd_character(channel: Channel) -> Problem | None:
    """A character that no number or address has; an office's address may have letters of any alphabet, not digits."""
    for letter in channel.value:
        kind = unicodedata.category(letter)
        plain = letter.isascii() and letter.isprintable()
        if channel.kind == "office":
            plain = letter.isascii() if kind in ("Nd", "Nl", "No") else kind[0] != "C"
        if not plain:
            name = unicodedata.name(letter, "no name")
            text = f"“{channel.value}” holds the character U+{ord(letter):04X} ({name}), which no number or address has"
            return _problem("CH001", text, "type it again with the plain keyboard")
    return None


def _telephone_problem(channel: Channel, short_codes: Mapping[str, tuple[str, ...]]) -> Problem | None:
    value, country = channel.value, channel.country
    if not _is_written(value):
        return _problem("CH002", f"“{value}” is no telephone number", "digits, spaces, hyphens, a leading +")
    if value.startswith("+"):
        return _international_problem(value, country)
    if country != HOME and channel.reachable_from != country:
        text = f"“{value}” can be dialled in {country} only, and others are told to dial it"
        return _problem("CH008", text, f"write it with its country code: +{_calling_code(country)} …")
    listed = short_codes.get(country, ())
    if _digits(value) in map(_digits, listed):
        if channel.reachable_from == country:
            return None
        text = f"“{value}” is a short number of {country}: it cannot be dialled from “{channel.reachable_from}”"
        return _problem("CH009", text, f"write reachable-from: {country}, and give another number for the rest")
    if _is_short(value, country):
        text = f"“{value}” is not among the short numbers of {country} that are known"
        return _problem("CH007", text, nearest(value, listed) or f"add it, with its source, to {SHORT_CODES}")
    return _impossible(value, country)


def _international_problem(value: str, country: str) -> Problem | None:
    try:
        number = phonenumbers.parse(value, None)
    except phonenumbers.NumberParseException:
        return _problem("CH006", f"“{value}” begins with no country's code", f"{country} has +{_calling_code(country)}")
    regions = phonenumbers.region_codes_for_country_code(number.country_code or 0)
    actual = phonenumbers.region_code_for_number(number)
    if country not in regions or (actual is not None and actual != country):
        there = actual or ", ".join(regions[:3])
        text = f"“{value}” is a number of {there} (+{number.country_code}), and the contact is in {country}"
        return _problem("CH005", text, f"{country} has +{_calling_code(country)}; is it copied rightly?")
    return _impossible(value, country)


def _impossible(value: str, country: str) -> Problem | None:
    """A number that no network of the country can have: mostly a digit that was lost or typed twice."""
    try:
        number = phonenumbers.parse(value, country)
    except phonenumbers.NumberParseException:
        return _problem("CH006", f"“{value}” is no number of {country}", "compare it with its source, digit by digit")
    if phonenumbers.is_valid_number(number):
        return None
    reasons = {
        phonenumbers.ValidationResult.TOO_SHORT: "it has too few digits",
        phonenumbers.ValidationResult.TOO_LONG: "it has too many digits",
    }
    why = reasons.get(phonenumbers.is_possible_number_with_reason(number), "no network there has numbers like it")
    text = f"“{value}” cannot be a number of {country}: {why}"
    return _problem("CH006", text, "compare it with its source, digit by digit")


def _address_problem(value: str, hosts: Iterable[str]) -> Problem | None:
    host, slash, path = value.partition("/")
    if not HOST.fullmatch(host) or not PATH.fullmatch(slash + path) or ".." in value or "//" in value:
        return _problem("CH003", f"“{value}” is no address", "write it without https://, in small letters")
    if not any(matches(host, allowed) for allowed in hosts):
        hint = nearest(host, hosts)
        return _problem("CH004", f"“{host}” is not among the campaign's allowed hosts", hint)
    return None


def is_host(text: str) -> bool:
    """Whether it is written as the name of a host: two labels at least, small letters, digits and hyphens."""
    return HOST.fullmatch(text) is not None


def matches(host: str, allowed: str) -> bool:
    """Whether a host is the allowed one, or, after “*.”, one below it."""
    return host == allowed or (allowed.startswith("*.") and host.endswith(allowed[1:]))


def _is_written(value: str) -> bool:
    """Whether it is written as telephone numbers are: one pair of brackets at most, no gap twice, digits at the end."""
    if not TELEPHONE.fullmatch(value) or not value[-1].isdigit() or value[0] in " -)":
        return False
    before, opening, rest = value.partition("(")
    inside, closing, after = rest.partition(")")
    paired = bool(opening) == bool(closing) and not set("()") & {*before, *inside, *after} and (not opening or inside)
    return bool(paired) and not re.search(r"[ -]{2}", value)


def _is_short(value: str, country: str) -> bool:
    """At home every number of a network begins with 0; elsewhere only very short ones are taken for service numbers."""
    digits = _digits(value)
    return not digits.startswith("0") if country == HOME else len(digits) <= 5


def _digits(value: str) -> str:
    return re.sub(r"[^0-9]", "", value)


def _calling_code(country: str) -> int:
    return phonenumbers.country_code_for_region(country)


def _problem(code: str, text: str, hint: str) -> Problem:
    return Problem("", None, code, text, hint)
