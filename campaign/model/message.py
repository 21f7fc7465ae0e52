"""A message: one thing to tell the public, in one language."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from campaign.model.text import RichText

Kind = Literal["tactic", "route", "checklist", "contacts", "figure", "notice"]


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
    approved_by: str = ""
    approved_on: date | None = None
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
    def words(self) -> int:
        return sum(len(text.plain.split()) for text in self.texts)
