"""What rules of plain language share: the words of each language, and which texts they look at."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from campaign.checking.numerals import place_of
from campaign.checking.rule import Material
from campaign.checking.vocabulary import read_data
from campaign.model.piece import FROM_REGISTER, Piece
from campaign.problems import Problem

LANGUAGES = ("id", "en", "jv", "su")
WORD = re.compile(rf"[^\W_](?:[\w’'-]*\w)?|{FROM_REGISTER}")
# A full stop, a question mark or a line break ends a sentence; "a.m." and "No. 5" do not matter for counts.
END = re.compile(r"(?<=[.!?…])[”’\")]*\s+|\n")
LOUD = re.compile(r"(?<!\w)(?:[A-Z]{3,}(?:[ ,]+|$)){4,}|[!?]{3,}")
ROLE = re.compile(r"\A[A-Z]{2,}:")
QUOTED = re.compile(r"“[^”]*”|‘[^’]*’|\"[^\"]*\"")


@dataclass(frozen=True)
class WordList:
    """Patterns with what to write instead, and all of them as one, which is quick to say no."""

    any: re.Pattern[str]
    each: tuple[tuple[re.Pattern[str], str], ...]


@dataclass(frozen=True)
class Plain:
    """The data of one language (``language/<tag>.yaml``)."""

    sentence: int
    word: int
    jargon: WordList
    forbidden: WordList
    blaming: WordList
    known: frozenset[str]
    promises: re.Pattern[str]
    told: frozenset[str]


@cache
def plain(language: str) -> Plain | None:
    """None for a language that nobody has written a list for."""
    if language not in LANGUAGES:
        return None
    data = read_data(f"language/{language}.yaml")

    def pairs(key: str) -> WordList:
        each = tuple((_whole(pattern), instead) for pattern, instead in data[key].items())
        return WordList(_whole("|".join(data[key])), each)

    return Plain(
        int(data["sentence"]),
        int(data["word"]),
        pairs("jargon"),
        pairs("forbidden"),
        pairs("blaming"),
        frozenset(data["known"]),
        _whole("|".join(f"(?:{pattern})" for pattern in data["promises"])),
        frozenset(data["told"]),
    )


def _whole(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE)


def texts(material: Material) -> Iterator[tuple[Piece, Plain]]:
    """What the campaign itself says, in languages with a list: a fraudster's words are left out."""
    for piece in material.copy:
        ours = piece.file.startswith("content/") and (piece.file.endswith(".md") or "/publications/" in piece.file)
        if not ours or place_of(piece) == "quote" or piece.path[0] in ("sources", "hashtags"):
            continue
        data = plain(piece.language or material.campaign.first_language)
        if data is not None:
            yield piece, data


def said_by_us(text: str) -> str:
    """The text with quoted words, shouts and the role of a radio line ("SFX:") blanked, of the same length."""
    for pattern in (QUOTED, LOUD, ROLE):
        text = pattern.sub(lambda match: " " * len(match[0]), text)
    return text


def listed(material: Material, code: str, key: str, message: str, hint: str) -> Iterator[Problem]:
    """Each match of a list of words; “{}” stands for the words in ``message``, for what to write in ``hint``."""
    for piece, data in texts(material):
        words: WordList = getattr(data, key)
        own = said_by_us(piece.text)
        if not words.any.search(own):
            continue
        taken: list[tuple[int, int]] = []  # "TKI ilegal" is one fault, although "TKI" stands in the list as well
        for pattern, instead in words.each:
            for match in pattern.finditer(own):
                if not any(start < match.end() and match.start() < end for start, end in taken):
                    taken.append(match.span())
                    told = hint.format(instead) if instead else "leave it out"
                    yield piece.problem(code, match.start(), match.end(), message.format(match[0]), told)


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence."""
    at = 0
    for match in END.finditer(text):
        yield at, match.start()
        at = match.end()
    if at < len(text):
        yield at, len(text)
