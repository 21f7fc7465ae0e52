"""What an asset prints, read back from the finished asset and held against the register.

Everything before this rests on templates asking the register. This looks at the result alone: a number or an address
that the asset does not list, or one that it lists and does not show whole, keeps the asset from the public. Its
patterns are its own on purpose: a guard that shares its eyes with the one before it shares its blind spots.
"""

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass

from campaign.model.register import Channel
from campaign.problems import Problem

DIGITS = re.compile(r"(?<![\w.,])\+?[0-9](?:[ ().–-]{0,2}[0-9]){5,}(?!\w)", re.ASCII)
ADDRESS = re.compile(r"(?<![\w.@-])(?:[a-z0-9-]+\.)+[a-z]{2,}(?![\w-])(?:/[\w./-]*\w)?", re.ASCII | re.IGNORECASE)
PERSON = re.compile(r"(?<![\w.])@[a-z0-9_.]{2,}|[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII | re.IGNORECASE)
GROUPED = re.compile(r"[0-9]{1,3}([.,])[0-9]{3}(?:\1[0-9]{3})*", re.ASCII)  # 1.500.000
YEARS = re.compile(r"(?:19|20)[0-9]{2} ?[–-] ?(?:19|20)[0-9]{2}", re.ASCII)
DAY = re.compile(r"(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}[./-][0-9]{1,2}[./-](?:19|20)[0-9]{2}", re.ASCII)
# Hyphens and spaces that do not break stand for plain ones; a soft hyphen is not seen within a line.
PLAIN = str.maketrans(
    {"\u2010": "-", "\u2011": "-", "\u2012": "-", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u00ad": ""}
)
ENDING = re.compile(
    "id|com|org|net|info|me|co|gov|my|sg|tv|xyz|site|online|app|link|biz|shop|store|click|live|"
    "top|page|vip|asia|tw|hk|jp|kr|cn|kh|th|mm|ph|vn|sa|ae|cc|io|ly|gl|gd|be|us|uk|de|nl|au"
)


@dataclass(frozen=True, slots=True)
class Printed:
    """What was read back: lines of text as they are seen or heard, and what codes and links lead to."""

    lines: tuple[str, ...]
    links: tuple[str, ...] = ()


def shown(printed: Printed, channel: Channel) -> bool:
    """Whether the contact stands there whole on one line, or a code or link leads to it."""
    return channel.href in printed.links or any(_stands(_plain(channel.value), _plain(line)) for line in printed.lines)


def printed_problems(
    printed: Printed, listed: Sequence[Channel], required: Container[str], name: str, file: str
) -> Iterator[Problem]:
    """Contacts that stand on the asset ``name`` and are not listed, and listed ones that are not whole.

    ``required`` are ids whose contact must be there. Of the others copy may give only the name, and a small canvas may
    leave them out; half of one is wrong in any case.
    """
    yield from strangers(printed.lines, listed, name, file)
    for link in dict.fromkeys(printed.links):
        if link not in {channel.href for channel in listed}:
            text = f"a code or link on {name} leads to {link}, which is none of the contacts that it lists"
            yield Problem(file, None, "PT002", text, "make codes with qr(channel), links with its href")
    rest = [_without(listed, _plain(line)) for line in printed.lines]
    for channel in listed:
        if not shown(printed, channel) and (channel.id in required or _in_part(channel, rest)):
            text = f"{name} lists the contact “{channel.id}” and does not show {channel.value} whole on one line"
            yield Problem(file, None, "PT003", text, "keep it together: white-space: nowrap, and give it room")


def strangers(lines: Iterable[str], known: Sequence[Channel], name: str, file: str) -> Iterator[Problem]:
    """Whatever looks like a contact and is none of those known."""
    values = {_key(channel.value) for channel in known}
    for contact in dict.fromkeys(contact for line in lines for contact in contacts_in(_plain(line))):
        if _key(contact) not in values:
            text = f"{name} prints “{contact}”, which is none of the contacts that it lists"
            yield Problem(file, None, "PT001", text, "print contacts by [words](channel:id) or {{ channel.value }}")


def _without(listed: Sequence[Channel], line: str) -> str:
    for channel in listed:
        line = line.replace(_plain(channel.value), " ")
    return line


def _in_part(channel: Channel, lines: Iterable[str]) -> bool:
    """Whether the first or the last half of the contact stands on some line."""
    value = _plain(channel.value)
    half = (len(value) + 1) // 2
    begins, ends = rf"(?<![\w.]){re.escape(value[:half])}", rf"{re.escape(value[-half:])}(?!\w)"
    return len(value) > 5 and any(re.search(f"{begins}|{ends}", line) for line in lines)


def contacts_in(line: str) -> Iterator[str]:
    """Whatever on a line looks like a number to call, an address on the web, an e-mail or a handle."""
    for match in PERSON.finditer(line):
        yield match[0]
    rest = PERSON.sub(" ", line)
    for match in ADDRESS.finditer(rest):
        host = match[0].split("/", 1)[0]
        if ENDING.fullmatch(host.rsplit(".", 1)[1].lower()):
            yield match[0]
    for match in DIGITS.finditer(ADDRESS.sub(" ", rest)):
        if not any(pattern.fullmatch(match[0]) for pattern in (GROUPED, YEARS, DAY)):
            yield match[0].strip()


def _stands(value: str, text: str) -> bool:
    """Whether the value stands there and is no part of a longer number or address."""
    return re.search(rf"(?<![\w.+-]){re.escape(value)}(?![\w/-]|\.\w)", text) is not None


def _key(contact: str) -> str:
    """The same contact in one spelling: digits without what groups them, addresses in small letters."""
    if any(letter.isalpha() for letter in contact):
        return contact.lower().removeprefix("https://").removeprefix("www.").rstrip("/")
    return re.sub(r"[^0-9+]", "", contact)


def _plain(text: str) -> str:
    return text.translate(PLAIN)
