"""Text as it is written to text as it is read aloud.

A voice reads "0800-1000" as "nol seribu", PMI as a word, and swallows the dot of a web address. Here every digit, sign
and abbreviation becomes words, by rules in a fixed order; what no rule can read is named, never guessed.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from campaign.speaking.lexicon import Lexicon
from campaign.speaking.readings import Rule, rules

_TAKEN = "\ue000"  # stands for what a rule has read, so that positions stay and no other rule reads it again
_LEFT = re.compile(r"[\d@#/\\%$€£¥+=*<>^~|_§°]|\w\.\w")
_CAPITALS = re.compile(r"(?<!\w)[A-ZÀ-ÖØ-Þ]{2,}(?!\w)")


@dataclass(frozen=True, slots=True)
class Spoken:
    """``printed`` is the announcer's text: numbers and addresses written out, abbreviations as they are written.

    ``text`` is every sound in words. ``leftovers`` are the written forms that no rule and no lexicon entry can read.
    """

    text: str
    printed: str
    leftovers: tuple[str, ...]
    pronunciations: tuple[tuple[str, str], ...]  # (written, spoken), in reading order, each once


@dataclass(frozen=True, slots=True)
class _Read:
    start: int
    end: int
    spoken: str
    rule: Rule


def speakable(text: str, lexicon: Lexicon, contacts: Iterable[str] = ()) -> Spoken:
    """A text in words. Pure; never raises: look at ``leftovers``.

    ``contacts`` are telephone numbers in the text that their shape does not give away ("157").
    """
    return _speakable(" ".join(text.split()), lexicon, tuple(contacts))


@lru_cache(maxsize=1024)
def _speakable(text: str, lexicon: Lexicon, contacts: tuple[str, ...]) -> Spoken:
    """The same sentence is read for spots of several lengths."""
    open_text, read = text, list[_Read]()
    for rule in rules(lexicon, contacts):
        named = "it" in rule.pattern.groupindex
        for match in rule.pattern.finditer(open_text):
            said = rule.read(match)
            if said is not None:
                start, end = match.span("it" if named else 0)
                read.append(_Read(start, end, said, rule))
                open_text = open_text[:start] + _TAKEN * (end - start) + open_text[end:]
    read.sort(key=lambda part: part.start)
    return Spoken(
        text=_joined(open_text, read, lexicon, as_sounds=True),
        printed=_joined(text, read, lexicon, as_sounds=False),
        leftovers=_leftovers(text, open_text),
        pronunciations=tuple(dict.fromkeys((text[p.start : p.end], p.spoken) for p in read if p.rule.noted)),
    )


def _joined(text: str, read: list[_Read], lexicon: Lexicon, *, as_sounds: bool) -> str:
    parts, at = [], 0
    for part in read:
        between, written = text[at : part.start], text[part.start : part.end]
        parts += [_sounds(between, lexicon), part.spoken] if as_sounds else [between, _shown(part, written)]
        at = part.end
    parts.append(_sounds(text[at:], lexicon) if as_sounds else text[at:])
    joined = re.sub(r" +", " ", "".join(parts)).strip()
    if not as_sounds:
        return joined
    joined = re.sub(r"\s+([,.;:?!])", r"\1", joined)
    joined = re.sub(r",(?:\s*,)+", ",", joined)
    return re.sub(r",\s*([.;:?!])|^,\s*|,$", r"\1", joined)


def _shown(part: _Read, written: str) -> str:
    """What the announcer sees instead of the written form."""
    if part.rule.kept:
        return written
    return ", ".join(g.replace(" ", "\u00a0") for g in part.spoken.split(", ")) if part.rule.grouped else part.spoken


def _sounds(text: str, lexicon: Lexicon) -> str:
    """The rest of a text: brackets and dashes become breaths, quotation marks go, & becomes a word."""
    text = re.sub(r"\s[–—-]\s|—|[()\[\]]", ", ", text)
    text = re.sub(r"[“”„«»\"‘]|(?<!\w)['’]|['’](?!\w)", "", text)
    return re.sub(r"\s?&\s?", f" {lexicon.phrases['and']} ", text)


def _leftovers(text: str, open_text: str) -> tuple[str, ...]:
    """The words around what was not read, as they are written."""
    found = [*_LEFT.finditer(open_text), *_CAPITALS.finditer(open_text)]
    words = []
    for start, end in sorted(match.span() for match in found):
        first = open_text.rfind(" ", 0, start) + 1
        last = open_text.find(" ", end)
        words.append(text[first : last if last >= 0 else None].strip(".,;:?!()[]“”\"'…"))
    return tuple(dict.fromkeys(words))
