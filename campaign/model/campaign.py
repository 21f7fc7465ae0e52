"""The campaign: one folder with ``content/campaign.yaml``, read and validated."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Literal

from pydantic import Field

from campaign.model.message import Kind, Message
from campaign.model.notices import Notices
from campaign.model.register import Channel, Entry, Fact, Local
from campaign.model.revisions import digest
from campaign.model.sheet import Sheet

THEMES = "_shared/themes"  # below templates/: a file of custom properties for each theme


Profile = Literal["office", "press"]  # an office's laser printer, or a print shop's press
PRESS = "-press"
# What of campaign.yaml nothing prints: who approved it, and what only checking asks for.
NOT_FRAME = {
    "allowed_hosts", "rules", "reviewed_by", "reviewed_on", "reviewed_of", "approved_by", "approved_on", "approved_of",
}  # fmt: skip
MACHINES: Mapping[Profile, str] = {"office": "for the office's printer", "press": "for the print shop"}


class Language(Entry):
    """A language that the campaign speaks."""

    tag: str = Field(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")
    name: str
    fallback: str = ""  # where a register entry has no text in this language; empty: that is an error
    beside: str = ""  # the language that stands first and larger on the same piece, as the law asks for print


class Settings(Entry):
    """``content/campaign.yaml``."""

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    name: Local
    publisher: Local
    time_zone: str = "Asia/Jakarta"
    languages: tuple[Language, ...] = Field(min_length=1)  # the first is the one that the others translate
    hashtags: Local = Field(default_factory=dict)
    allowed_hosts: tuple[str, ...] = ()
    theme: str = Field(default="warning", pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")  # templates/_shared/themes/<theme>.css
    words: dict[str, Local] = Field(default_factory=dict)  # overrides of templates/_shared/words.yaml
    rules: dict[str, str] = Field(default_factory=dict)  # code of a rule -> error, warning or off
    reviewed_by: str = ""
    reviewed_on: date | None = None
    reviewed_of: dict[str, str] = Field(default_factory=dict)  # parts of the frame -> their revisions
    approved_by: str = ""
    approved_on: date | None = None
    approved_of: dict[str, str] = Field(default_factory=dict)  # ``campaign approve campaign`` writes them


class Platform(Entry):
    """A surface where something is published, with its dated limits."""

    id: str
    name: str
    caption: int | None = Field(default=None, gt=0)  # characters
    caption_shown: int | None = Field(default=None, gt=0)  # before "more"
    hashtags: int | None = Field(default=None, ge=0)
    alt: int | None = Field(default=None, gt=0)
    safe_top: float = Field(default=0, ge=0, le=0.5)  # share of the height that the platform's buttons cover
    safe_right: float = Field(default=0, ge=0, le=0.5)
    safe_bottom: float = Field(default=0, ge=0, le=0.5)
    safe_left: float = Field(default=0, ge=0, le=0.5)
    max_bytes: int | None = Field(default=None, gt=0)
    source: str
    source_date: date


class Panel(Entry):
    """A panel of a leaflet or a slide of a carousel: its own words, or a part of a message, or contacts."""

    id: str
    title: Local | None = None
    text: Local | None = None
    message: str = ""
    sections: tuple[str, ...] = ()
    sections_beside: tuple[str, ...] = ()  # where two languages share the panel; empty: the same sections
    contacts: tuple[str, ...] = ()
    illustration: str = ""
    office: bool = False  # the regional office's box stands here
    line: int = 0


class Publication(Entry):
    """Which messages go on which panel, in one format or several. A format is named without its profile."""

    slug: str
    file: str
    title: Local
    summary: Local
    formats: tuple[str, ...] = Field(min_length=1)
    code: str
    version: int = 1
    updated: date
    languages: tuple[str, ...] = Field(min_length=1)
    call: str
    check: str
    hashtags: tuple[str, ...] = ()
    alt: Local = Field(default_factory=dict)
    panels: tuple[Panel, ...] = Field(min_length=1)
    reviewed_by: str = ""
    reviewed_on: date | None = None
    reviewed_of: str = ""
    approved_by: str = ""
    approved_on: date | None = None
    approved_of: str = ""  # the content that was approved; ``campaign approve`` writes it
    publish: date | None = None
    expires: date | None = None


class Region(Entry):
    """A row of ``regions.csv``: where leaflets are printed.

    ``publications`` are slugs, or "slug/design" where an office prints it in that format only. ``quantities`` are
    the copies of those of them that differ from ``copies``.
    """

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    name: str = Field(min_length=1)
    office: str = ""
    address: str = ""
    channels: tuple[str, ...] = ()
    languages: tuple[str, ...] = Field(min_length=1)
    publications: tuple[str, ...] = ()
    quantities: dict[str, int] = Field(default_factory=dict)
    copies: int = Field(default=0, ge=0, le=10_000_000)
    profiles: tuple[Profile, ...] = ()  # what its copies are printed on; empty: whatever a format offers
    line: int = 0

    def prints(self, publication: str, design: str) -> bool:
        """Whether its office hands out a publication in that format."""
        return publication in self.publications or f"{publication}/{design}" in self.publications

    def copies_of(self, publication: str, design: str, *, hangs: bool = False) -> int:
        """How many its office needs; 0 where its row does not say. What ``hangs`` is only counted by its own entry."""
        of_all = 0 if hangs else self.quantities.get(publication, self.copies)
        return self.quantities.get(f"{publication}/{design}", of_all)


class Format(Entry):
    """One thing that is handed out: a canvas plus a template, for one medium. Read from ``templates/*/format.yaml``."""

    name: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    family: str  # the folder under templates/
    title: str
    medium: str
    files: tuple[str, ...] = Field(min_length=1)  # extensions, one asset each
    template: str  # relative to the family's folder; "{kind}" and "{extension}" are filled in
    styles: tuple[str, ...] = ()  # relative to templates/
    width: float | None = None  # px for images, mm for documents
    height: float | None = None
    unit: Literal["px", "mm"] = "px"
    scale: int = Field(default=1, gt=0)  # how many times larger it is printed than its file is drawn
    panels: dict[str, Literal["", "title", "message", "contacts"]] = Field(default_factory=dict)  # ids, what each needs
    platform: str = ""
    max_bytes: int | None = Field(default=None, gt=0)  # of one file; the platform's own limit holds as well
    accepts: tuple[Kind | Literal["publication"], ...] = Field(min_length=1)
    series: bool = False  # one asset for each slide or panel
    regional: bool = False  # regional offices get their own copy
    profiles: tuple[Profile, ...] = ()  # reading makes a format of each
    profile: Profile | None = None  # the machine that this one is printed on
    needs: tuple[str, ...] = ()  # sections that it shows: a message without them does without this format
    min_words: int = 0  # a message with fewer words of copy does without this format
    seconds: float | None = None  # the slot of a spoken text
    variant: str = ""  # what a template makes of it when several formats share one
    shows: str = ""  # of a storyboard: the design of the film
    slots: tuple[float, ...] = ()  # lengths of spots, seconds; reading makes a format of each
    platforms: tuple[str, ...] = ()  # of captions
    sheet: Sheet | None = None  # what it imposes; width and height are then those of the piece
    label: Local = Field(default_factory=dict)  # what an office calls it, for print orders
    fold: Literal["", "roll", "saddle"] = ""
    hangs: bool = False  # a poster or banner: how many copies a region hands out says nothing about it
    line: int = 0

    @property
    def design(self) -> str:
        """The name without the profile, as publications write it."""
        return self.name.removesuffix(PRESS) if self.profile == "press" else self.name

    @property
    def piece(self) -> str:
        """The design that is handed out: a sheet's is that of what is cut from it."""
        return self.sheet.of if self.sheet else self.design

    @property
    def variants(self) -> "tuple[Format, ...]":
        """One format for each profile (the office's keeps the name, the press's ends in “-press”) or each length."""
        if self.slots:
            return tuple(
                self.model_copy(update={"seconds": s, "name": f"{self.name}-{s:g}s", "title": f"{self.title}, {s:g} s"})
                for s in self.slots
            )
        if not self.profiles:
            return (self,)
        names: dict[Profile, str] = {"office": self.name, "press": self.name + PRESS}
        return tuple(
            self.model_copy(update={"profile": p, "name": names[p], "title": f"{self.title}, {MACHINES[p]}"})
            for p in self.profiles
        )


@dataclass(frozen=True)
class Campaign:
    """Everything read. ``broken`` names messages and publications whose files have errors: they are not made."""

    settings: Settings
    channels: dict[str, Channel]
    facts: dict[str, Fact]
    platforms: dict[str, Platform]
    regions: dict[str, Region]
    publications: dict[str, Publication]
    messages: dict[tuple[str, str], Message]  # (slug, language)
    formats: dict[str, Format]
    words: dict[str, Local]
    notices: Notices = field(default_factory=Notices)

    @cached_property
    def frame(self) -> dict[str, str]:
        """What is printed and belongs to no message, publication or contact: part -> its revision.

        "settings" is the file ``campaign.yaml``, "platforms" the limits of captions and pictures, "office-<id>" the row
        of a region.
        """
        settings = self.settings.model_dump(mode="json", exclude_defaults=True, exclude=NOT_FRAME)
        rows = {f"office-{id}": row.model_dump(mode="json", exclude={"line"}) for id, row in self.regions.items()}
        platforms = {id: one.model_dump(mode="json", exclude_defaults=True) for id, one in self.platforms.items()}
        return {part: digest(said) for part, said in {"settings": settings, "platforms": platforms, **rows}.items()}

    @property
    def first_language(self) -> str:
        return self.settings.languages[0].tag

    def language(self, tag: str) -> Language:
        return next(language for language in self.settings.languages if language.tag == tag)

    def beside(self, language: str) -> str:
        """The language that stands first and larger on the same piece; empty where this one stands alone."""
        return next((known.beside for known in self.settings.languages if known.tag == language), "")

    def message(self, slug: str, language: str) -> Message:
        """A message as a publication in that language prints it: untranslated, in the language it stands beside.

        Reading has made sure that there is one; a KeyError here is a bug.
        """
        first = self.beside(language)
        if first and (slug, language) not in self.messages:
            return self.messages[slug, first]
        return self.messages[slug, language]

    def local(self, texts: Local, language: str) -> str:
        """The text in that language, or in the fallback that ``campaign.yaml`` declares for it.

        Reading has made sure that there is one; a KeyError here is a bug.
        """
        tag = language
        while tag not in texts:
            if "*" in texts:
                return texts["*"]
            tag = self.language(tag).fallback
            if not tag:
                raise KeyError(language)
        return texts[tag]

    def languages_of(self, slug: str) -> tuple[str, ...]:
        """The languages that a message exists in, in the campaign's order."""
        return tuple(language.tag for language in self.settings.languages if (slug, language.tag) in self.messages)
