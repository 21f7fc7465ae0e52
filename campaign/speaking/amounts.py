"""Amounts of money, ranges, shares and plain numbers, in a language's own punctuation."""

import re

from campaign.speaking.lexicon import Lexicon
from campaign.speaking.numbers import LARGEST, spell, spell_digits, spell_year

Match = re.Match[str]


class Numbers:
    """The patterns of one language and what they are read as; None where the digits make no sense."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        group, decimal = re.escape(lexicon.group), re.escape(lexicon.decimal)
        figure = rf"(?:\d{{1,3}}(?:{group}\d{{3}})+|\d+)(?:{decimal}\d+)?"
        self._magnitude = "|".join(sorted(map(re.escape, lexicon.magnitudes), key=len, reverse=True))
        self._dash = r"\s?[–—-]\s?"
        start, end = r"(?<![\w+])(?<!\d[.,:/–-])", r"(?!\w|[.,:]\d|[/@#])"
        money = "|".join(sorted(map(re.escape, lexicon.currencies), key=len, reverse=True))
        low = rf"(?P<low>{figure})(?:\s?(?P<low_size>{self._magnitude})(?!\w))?"
        high = rf"(?P<high>{figure})(?:\s?(?P<high_size>{self._magnitude})(?!\w))?"
        self.money_pattern = re.compile(
            rf"(?<!\w)(?P<money>{money})\.?\s?{low}(?:{self._dash}(?:(?:{money})\.?\s?)?{high})?(?:,-)?{end}"
        )
        self.range_pattern = re.compile(rf"{start}{low}{self._dash}{high}(?:\s?(?P<share>%))?{end}")
        self.number_pattern = re.compile(
            rf"{start}{low}(?:\s?(?P<share>%)|(?P<times>x)|(?P<decade>-an))?(?![–-]\d){end}"
        )

    def money(self, m: Match) -> str | None:
        """ "Rp5–10 juta" is "lima sampai sepuluh juta rupiah" """
        amount = self._between(m) if m["high"] else self._sized(m["low"], m["low_size"], whole=True)
        return f"{amount} {self.lexicon.currencies[m['money']]}" if amount else None

    def range(self, m: Match) -> str | None:
        """ "23–27" is "dua puluh tiga sampai dua puluh tujuh"; a range that runs backwards is none."""
        said = self._between(m)
        return f"{said} {self.lexicon.phrases['percent']}" if said and m["share"] else said

    def number(self, m: Match) -> str | None:
        text = m["low"]
        if m["decade"]:
            said = self._figure(text)
            return f"{said}an" if said else None
        if len(text) == 4 and text.isdigit() and not m["low_size"] and not m["share"]:
            return spell_year(int(text), self.lexicon.language) if text[0] != "0" else None
        said = self._sized(text, m["low_size"])
        for mark, phrase in (("share", "percent"), ("times", "times")):
            if said and m[mark]:
                return f"{said} {self.lexicon.phrases[phrase]}"
        return said

    def _between(self, m: Match) -> str | None:
        if self._value(m["low"]) >= self._value(m["high"]) and m["low_size"] == m["high_size"]:
            return None
        low, high = self._sized(m["low"], m["low_size"]), self._sized(m["high"], m["high_size"])
        return f"{low} {self.lexicon.phrases['to']} {high}" if low and high else None

    def _sized(self, figure: str, size: str | None, *, whole: bool = False) -> str | None:
        said = self._figure(figure, whole=whole)
        return f"{said} {self.lexicon.magnitudes[size]}" if said and size else said

    def _value(self, figure: str) -> float:
        return float(figure.replace(self.lexicon.group, "").replace(self.lexicon.decimal, "."))

    def _figure(self, figure: str, *, whole: bool = False) -> str | None:
        """One number. ``whole``: money, whose ",00" is not said. None for 007 and for what is too large."""
        integer, _, fraction = figure.replace(self.lexicon.group, "").partition(self.lexicon.decimal)
        if (len(integer) > 1 and integer[0] == "0") or int(integer) > LARGEST:
            return None
        said = spell(int(integer), self.lexicon.language)
        if not fraction or (whole and not int(fraction)):
            return said
        return f"{said} {self.lexicon.phrases['point']} {spell_digits(fraction, self.lexicon.language)}"
