"""Numbers and dates as each language writes them (CLDR, through Babel)."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.numbers import format_compact_decimal, format_decimal

from campaign.model.register import Fact


@lru_cache(maxsize=64)
def locale_of(language: str) -> Locale:
    """The CLDR locale of a language tag; a regional language without one of its own writes as Indonesian does."""
    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale.parse("id")


def number(value: float, language: str, *, compact: bool = False) -> str:
    """12500 -> "12.500" (id), "12,500" (en); compact 5000000 -> "5 juta", "5 million"."""
    if compact:
        locale = locale_of(language)
        if "long" not in locale.compact_decimal_formats:  # CLDR has none for Sundanese, which says "juta" as well
            locale = locale_of("id")
        return str(format_compact_decimal(value, format_type="long", locale=locale, fraction_digits=1))
    return str(format_decimal(value, locale=locale_of(language)))


def fact_number(fact: Fact, language: str) -> str:
    """A fact's number or range without its qualifier: "23–27", "5 juta"."""
    low, high = fact.bounds
    first = number(low, language, compact=fact.compact)
    return first if low == high else f"{first}–{number(high, language, compact=fact.compact)}"


def fact_value(fact: Fact, language: str, qualifiers: Mapping[str, str]) -> str:
    """With its qualifier: "lebih dari 20". ``qualifiers`` maps "more-than" to "lebih dari {}"."""
    plain = fact_number(fact, language)
    return qualifiers[fact.qualifier].replace("{}", plain) if fact.qualifier else plain


def long_date(day: date, language: str) -> str:
    """ "7 Maret 2025" """
    return str(format_date(day, "d MMMM y", locale=locale_of(language)))


def month(day: date, language: str) -> str:
    """ "Nov 2026" """
    return str(format_date(day, "MMM y", locale=locale_of(language)))
