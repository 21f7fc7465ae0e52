"""How a translation stands to the text that it translates: part by part, by content, not by dates of files."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from campaign.model.message import Message


@dataclass(frozen=True, slots=True)
class Stale:
    """A part of a translation that no longer translates what stands in the first language's file.

    "changed": its words are others now; "new": the part was not there; "gone": the first language has it no more.
    """

    part: str  # title, summary, alt, or the id of a section
    what: Literal["changed", "new", "gone"]
    line: int  # in the translation's file


def is_recorded(translation: Message) -> bool:
    """Whether the file says which revision it translates."""
    return bool(translation.translates)


def stale_parts(first: Message, translation: Message) -> tuple[Stale, ...]:
    """In the order of the first language's file; none for a translation that records nothing at all."""
    return tuple(_stale_parts(first, translation)) if is_recorded(translation) else ()


def _stale_parts(first: Message, translation: Message) -> Iterator[Stale]:
    recorded, now = dict(translation.translates), first.revisions
    for part, revision in now.items():
        if part not in recorded:
            yield Stale(part, "new", _line(translation, part))
        elif recorded[part] != revision:
            yield Stale(part, "changed", _line(translation, part))
    for part in recorded:
        if part not in now and (translation.section(part) is not None or translation.line_of(part)):
            yield Stale(part, "gone", _line(translation, part))


def _line(translation: Message, part: str) -> int:
    """Where the part stands; where it is missing, the line that records what was translated."""
    section = translation.section(part)
    if section is not None:
        return section.line
    return translation.line_of(part) or translation.line_of("translates") or 1
