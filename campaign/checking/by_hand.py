"""HAND: contacts come from the register, never from the keyboard; and no letter is there that is not seen.

A wrong digit in copy is found by nobody. So a telephone number, an address on the web, an e-mail or a handle that does
not come from ``channels.yaml`` is an error, in a fraudster's words too: an invented contact may belong to somebody.
"""

import re
import unicodedata
from collections.abc import Iterator

from campaign.model.campaign import Campaign, Publication
from campaign.model.message import Message
from campaign.model.text import RichText
from campaign.problems import Problem

# At least seven digits that only spaces, hyphens, dots and brackets part; years and amounts ("2017", "25.000") are
# shorter, and "Rp1.500.000" is money.
NUMBER = re.compile(r"(?<![\w.,])(?:\+[0-9]|0[0-9])(?:[ ().-]{0,2}[0-9]){4,}(?![\w])", re.ASCII)
HOST = re.compile(
    r"(?<![\w.@-])(?:https?://)?(?:[a-z0-9-]+\.)+(?:id|com|org|net|info|me|co|gov|my|sg|tv|xyz|site|online)(?![\w-])",
    re.ASCII | re.IGNORECASE,
)
HANDLE = re.compile(r"(?<![\w.])@[a-z0-9_.]{2,}|[\w.+-]+@[\w-]+\.[\w.]+", re.ASCII | re.IGNORECASE)
KINDS = ((HANDLE, "HAND3", "handle or e-mail"), (HOST, "HAND2", "web address"), (NUMBER, "HAND1", "number"))
HINT = "take it from the register: [words](channel:id), with … where the number or address stands"


def by_hand(campaign: Campaign) -> Iterator[Problem]:
    """All problems of all messages and publications."""
    for message in campaign.messages.values():
        for text, line in _texts(message):
            yield from _problems(text, message.file, line)
    for publication in campaign.publications.values():
        for text in _publication_texts(publication):
            yield from _problems(text, publication.file, None)


def _texts(message: Message) -> Iterator[tuple[str, int | None]]:
    for key in ("title", "summary", "alt"):
        yield getattr(message, key), message.line_of(key)
    for section in message.sections:
        yield section.heading, section.line
        for _, value in section.attributes:
            yield value, section.line
        for paragraph in section.paragraphs:
            yield _typed(paragraph), section.line
        for item in section.items:
            yield _typed(item.whole), item.line


def _publication_texts(publication: Publication) -> Iterator[str]:
    for texts in (publication.title, publication.summary, publication.alt):
        yield from texts.values()
    for panel in publication.panels:
        for own in (panel.title, panel.text):
            yield from (own or {}).values()


def _typed(text: RichText) -> str:
    """The words that the author typed; what a register gave is left out."""
    return "".join(" ¶ " if run.channel or run.fact else run.text for run in text.runs)


def _problems(text: str, file: str, line: int | None) -> Iterator[Problem]:
    for pattern, code, what in KINDS:
        for match in pattern.finditer(text):
            yield Problem(file, line, code, f"the {what} “{match[0].strip()}” is typed by hand", HINT)
    for letter in dict.fromkeys(text):
        if unicodedata.category(letter) in ("Cf", "Cc", "Co", "Cn") and letter not in "\n\t":
            name = unicodedata.name(letter, "no name")
            message = f"an invisible character stands here: U+{ord(letter):04X} ({name})"
            yield Problem(file, line, "HAND4", message, "delete the word and type it again")
        elif unicodedata.category(letter) == "Nd" and not letter.isascii():
            message = f"the digit “{letter}” (U+{ord(letter):04X}) is not one of 0–9"
            yield Problem(file, line, "HAND5", message, "type it with the plain keyboard")
