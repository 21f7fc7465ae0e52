"""What templates see: the model in one language, with every register entry that they print noted down."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields

from campaign.model.campaign import Campaign, Panel, Region
from campaign.model.contents import Slide, original_of, panel_sections
from campaign.model.message import Item, Message, Section
from campaign.model.numbers import fact_number, fact_value, long_date
from campaign.model.register import Channel, Fact, Local


class Words(Mapping[str, str]):
    """Interface words in one language: ``words.official_way`` or ``words["official-way"]``.

    A word that ``words.yaml`` lacks is an AttributeError, which Jinja reports at the template's line.
    """

    def __init__(self, campaign: Campaign, language: str) -> None:
        self._campaign, self._language = campaign, language

    def __getitem__(self, key: str) -> str:
        return self._campaign.local(self._campaign.words[key], self._language)

    def __getattr__(self, name: str) -> str:
        try:
            return self[name.replace("_", "-")]
        except KeyError:
            raise AttributeError(f"templates/_shared/words.yaml has no “{name}” in {self._language}") from None

    def __iter__(self) -> Iterator[str]:
        return iter(self._campaign.words)

    def __len__(self) -> int:
        return len(self._campaign.words)

    @property
    def qualifiers(self) -> dict[str, str]:
        prefix = "qualifier-"
        return {key.removeprefix(prefix): self[key] for key in self if key.startswith(prefix)}


@dataclass
class Printed:
    """Register entries that one asset prints, in the order in which they were met."""

    channels: dict[str, None] = field(default_factory=dict)
    facts: dict[str, None] = field(default_factory=dict)


@dataclass(frozen=True)
class ChannelView:
    """A contact in one language. Reading its value notes that the asset prints it."""

    _channel: Channel
    _printed: Printed
    name: str
    hours: str
    cost: str
    note: str

    @property
    def id(self) -> str:
        return self._channel.id

    @property
    def kind(self) -> str:
        return self._channel.kind

    @property
    def country(self) -> str:
        return self._channel.country

    @property
    def reachable_from(self) -> str:
        return self._channel.reachable_from

    @property
    def value(self) -> str:
        self._printed.channels[self._channel.id] = None
        return self._channel.value

    @property
    def href(self) -> str:
        self._printed.channels[self._channel.id] = None
        return self._channel.href


@dataclass(frozen=True)
class FactView:
    """A figure in one language. Reading it notes that the asset prints it."""

    _fact: Fact
    _printed: Printed
    _language: str
    _qualifiers: Mapping[str, str]
    unit: str
    scope: str
    source: str

    @property
    def id(self) -> str:
        return self._fact.id

    @property
    def value(self) -> str:
        self._printed.facts[self._fact.id] = None
        return fact_value(self._fact, self._language, self._qualifiers)

    @property
    def number(self) -> str:
        self._printed.facts[self._fact.id] = None
        return fact_number(self._fact, self._language)

    @property
    def qualifier(self) -> str:
        """The words around the number: "lebih dari {}"; "{}" when there are none."""
        return self._qualifiers[self._fact.qualifier] if self._fact.qualifier else "{}"

    @property
    def low(self) -> float:
        return self._fact.bounds[0]

    @property
    def high(self) -> float:
        return self._fact.bounds[1]

    @property
    def date(self) -> str:
        return long_date(self._fact.source_date, self._language)

    @property
    def year(self) -> str:
        return str(self._fact.source_date.year)


@dataclass(frozen=True)
class RegionView:
    id: str
    name: str
    office: str
    address: str
    channels: tuple[ChannelView, ...]


@dataclass(frozen=True)
class MessageView(Message):
    """A message, and the same one in the language that stands first and larger beside its own; None where none does."""

    original: Message | None = None

    def in_original(self, item: Item) -> Item | None:
        """The same sign, step or document in the original: at the same place of the section of the same id."""
        if self.original is None:
            return None
        for section in self.sections:
            there = self.original.section(section.id)
            if item in section.items and there is not None and len(there.items) == len(section.items):
                return there.items[section.items.index(item)]
        return None


@dataclass(frozen=True)
class SlideView:
    """A slide of a series with its contacts ready to print. ``original``: the same in the language beside it."""

    role: str
    number: int
    count: int
    title: str
    text: str
    section: Section | None
    item: Item | None
    message: MessageView | None
    contacts: tuple[ChannelView, ...]
    illustration: str
    original: Slide | None


@dataclass(frozen=True)
class PanelView:
    """A panel of a leaflet in one language. ``original``: the same in the language that stands first beside it."""

    id: str
    language: str
    title: str
    text: str
    message: Message | None
    sections: tuple[Section, ...]
    contacts: tuple[ChannelView, ...]
    illustration: str
    office: bool
    original: "PanelView | None" = None


@dataclass(frozen=True)
class Desk:
    """Makes views in one language; what they print is noted in ``printed``."""

    campaign: Campaign
    language: str
    printed: Printed

    @property
    def words(self) -> Words:
        return Words(self.campaign, self.language)

    @property
    def beside(self) -> str:
        """The language that stands first and larger beside this one; empty where none does."""
        return self.campaign.language(self.language).beside

    @property
    def original_words(self) -> Words | None:
        """Interface words in the language that stands first; None where this one stands alone."""
        return Words(self.campaign, self.beside) if self.beside else None

    def local(self, texts: Local | None) -> str:
        return self.campaign.local(texts, self.language) if texts else ""

    def channel(self, id: str) -> ChannelView:
        """A channel by its id; KeyError when the register has none."""
        channel = self.campaign.channels[id]
        texts = (self.local(text) for text in (channel.name, channel.hours, channel.cost, channel.note))
        return ChannelView(channel, self.printed, *texts)

    def fact(self, id: str) -> FactView:
        """A fact by its id; KeyError when the register has none."""
        fact = self.campaign.facts[id]
        texts = (self.local(text) for text in (fact.unit, fact.scope, fact.source))
        return FactView(fact, self.printed, self.language, self.words.qualifiers, *texts)

    def region(self, region: Region) -> RegionView:
        channels = tuple(self.channel(id) for id in region.channels)
        return RegionView(region.id, region.name, region.office, region.address, channels)

    def panel(self, panel: Panel, original: PanelView | None, *, in_two: bool) -> PanelView:
        """``in_two`` says that this panel is printed in two languages, and then may have fewer sections."""
        message = self.campaign.message(panel.message, self.language) if panel.message else None
        return PanelView(
            id=panel.id,
            language=self.language,
            title=self.local(panel.title),
            text=self.local(panel.text),
            message=message,
            sections=panel_sections(panel, message, beside=in_two) if message else (),
            contacts=tuple(self.channel(id) for id in panel.contacts),
            illustration=panel.illustration,
            office=panel.office,
            original=original,
        )

    def message(self, message: Message) -> MessageView:
        values = {part.name: getattr(message, part.name) for part in fields(message)}
        return MessageView(**values, original=original_of(message, self.campaign))

    def slide(self, slide: Slide, original: Slide | None) -> SlideView:
        contacts = tuple(self.channel(id) for id in slide.contacts)
        message = self.message(slide.message) if slide.message is not None else None
        return SlideView(
            slide.role, slide.number, slide.count, slide.title, slide.text, slide.section, slide.item, message,
            contacts, slide.illustration, original,
        )  # fmt: skip
