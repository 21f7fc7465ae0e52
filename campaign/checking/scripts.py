"""Scripts of letters, and letters that look like others."""

from functools import lru_cache
from unicodedata import category, name, normalize

# What typography uses on purpose although it stands for plain characters.
TYPOGRAPHY = frozenset("…½¼¾²³¹™\u00a0\u2011\u202f\u2009№℃")
# Letters of other scripts that are drawn like Latin ones; a word of nothing else is a disguise.
LOOKALIKES = frozenset("аеорсухіјѕһԁԛԝӏкмнтвгпиАВЕЅІЈКМНОРСТУХԌԚԜΑΒΕΖΗΙΚΜΝΟΡΤΥΧονρτυικαՕՍոսհօцᎪᎬᎳᏀᏟᏢᏴᎠᏒᏚᏙᏞᏃ")


@lru_cache(maxsize=2048)
def script_of(letter: str) -> str:
    """ "LATIN", "CYRILLIC" …; empty for what all scripts share: digits, punctuation, spaces."""
    if letter.isascii():
        return "LATIN" if letter.isalpha() else ""
    if category(letter)[0] != "L":
        return ""
    if plain_form(letter):
        return "LATIN"
    first = name(letter, "").split(" ")[0].split("-")[0]
    return "" if first in ("MODIFIER", "FEMININE", "MASCULINE") else first


@lru_cache(maxsize=2048)
def plain_form(letter: str) -> str:
    """The ASCII character that a letter, digit or sign is another form of: "ａ" -> "a"; empty where it is itself."""
    if letter.isascii() or letter in TYPOGRAPHY or category(letter) == "Nd":
        return ""
    plain = normalize("NFKC", letter)
    return plain if plain != letter and plain.isascii() and plain.strip() else ""


def said(letter: str) -> str:
    """ "“а” (U+0430, CYRILLIC SMALL LETTER A)" """
    return f"“{letter}” (U+{ord(letter):04X}, {name(letter, 'no name')})"
