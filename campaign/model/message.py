"""A message: one thing to tell the public, in one language."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from campaign.model.revisions import WHOLE, digest
from campaign.model.text import RichText

Kind = Literal["tactic", "route", "checklist", "contacts", "figure", "notice", "spot"]


@dataclass(frozen=True, slots=True)
class Item:
    """One sign, step, document or thing to do: a bold lead and one or two short sentences."""

    title: RichText  # empty when the author wrote no bold lead
    text: RichText
    icon: str = ""  # a Lucide name; empty: the template numbers the item instead
    line: int = 0

    @property
    def whole(self) -> RichText:
        """Lead and sentences as one text."""
        gap = RichText.of(" ").runs if self.title and self.text else ()
        return RichText(self.title.runs + gap + self.text.runs)

    @property
    def channels(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self.title.channels + self.text.channels))


@dataclass(frozen=True, slots=True)
class Section:
    """A part with a fixed id, given by its heading: ``## Tanda bahaya {#warning-signs}``."""

    id: str
    heading: str
    attributes: tuple[tuple[str, str], ...]  # the rest of the braces: from="..."
    paragraphs: tuple[RichText, ...]
    items: tuple[Item, ...]
    ordered: bool  # whether the list was numbered
    line: int
    revision: str = ""  # of the words as they were written; what a translation of it remembers

    @property
    def text(self) -> RichText:
        """The first paragraph; empty when there is none."""
        return self.paragraphs[0] if self.paragraphs else RichText()

    def attribute(self, name: str) -> str:
        """A value from the heading's braces; empty when it is not there."""
        return dict(self.attributes).get(name, "")


@dataclass(frozen=True, slots=True)
class Message:
    """What a translation leaves out of its front matter it takes from the file in the campaign's first language."""

    slug: str
    language: str
    kind: Kind
    file: str  # relative to the root: "content/tactics/fee.id.md"
    title: str
    summary: str
    code: str  # printed in the imprint: "KA-014"
    version: int
    updated: date
    call: str  # the channel set large in the call to action
    check: str  # the web channel behind the QR code
    sections: tuple[Section, ...]
    illustration: str = ""
    photo: str = ""  # a photograph, below assets/photos/
    focus: str = ""  # the point of it that every crop keeps, as CSS has it: "40% 30%"; empty: its middle
    alt: str = ""
    fact: str = ""  # the figure that a figure message is about
    share: str = ""  # a second one, of a hundred, that its pictures draw as people
    audience: tuple[str, ...] = ()
    hashtags: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    publish: date | None = None
    expires: date | None = None
    seconds: float | None = None  # the length of a spot
    destinations: tuple[str, ...] = ()  # countries of which it says that they are closed to placement: KH
    reviewed_by: str = ""
    reviewed_on: date | None = None
    reviewed_of: str = ""
    approved_by: str = ""
    approved_on: date | None = None
    approved_of: str = ""  # the content that was approved; ``campaign approve`` writes it
    translates: tuple[tuple[str, str], ...] = ()  # part -> its revision in the first language when it was translated
    translated_by: str = ""
    translated_on: date | None = None
    native_review: bool = True  # False: a draft translation that no native speaker has read
    lines: tuple[tuple[str, int], ...] = field(default=(), repr=False)  # front matter key -> line

    def section(self, id: str) -> Section | None:
        return next((section for section in self.sections if section.id == id), None)

    def line_of(self, key: str) -> int | None:
        return dict(self.lines).get(key)

    @property
    def texts(self) -> tuple[RichText, ...]:
        """All copy below the front matter, in reading order."""
        return tuple(
            text
            for section in self.sections
            for text in (*section.paragraphs, *(part for item in section.items for part in (item.title, item.text)))
        )

    @property
    def revisions(self) -> dict[str, str]:
        """Each part that a translation translates, with its revision: title, summary, alt text if any, sections."""
        front = {"title": self.title, "summary": self.summary, "alt": self.alt}
        parts = {name: digest(text) for name, text in front.items() if text}
        return parts | {section.id: section.revision for section in self.sections}

    @property
    def content(self) -> str:
        """A hash of all that the file prints, what it takes over from the first language's file included.

        Layout, comments and the order of the front matter are not in it, nor who reviewed and approved it.
        """
        printed = {
            key: value
            for key in (
                "title", "summary", "alt", "code", "version", "updated", "call", "check", "illustration", "photo",
                "focus", "fact", "share", "seconds", "hashtags", "sources", "destinations", "publish", "expires",
            )
            if (value := getattr(self, key))
        }  # fmt: skip
        sections = [(section.id, section.revision, [item.icon for item in section.items]) for section in self.sections]
        return digest([printed, sections], WHOLE)

    @property
    def words(self) -> int:
        return sum(len(text.plain.split()) for text in self.texts)
