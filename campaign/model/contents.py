"""What an asset is about: the channels and facts that a message or a publication brings, and the slides of a series."""

from dataclasses import dataclass
from typing import Literal

from campaign.model.campaign import Campaign, Panel, Publication
from campaign.model.kinds import KINDS
from campaign.model.message import Item, Message, Section

SlideRole = Literal["cover", "lure", "item", "do", "message", "contacts"]


@dataclass(frozen=True, slots=True)
class Slide:
    """One picture of a series. ``contacts`` are ids of channels."""

    role: SlideRole
    number: int
    count: int
    title: str = ""
    text: str = ""
    section: Section | None = None
    item: Item | None = None
    message: Message | None = None
    contacts: tuple[str, ...] = ()
    illustration: str = ""


def slides_of_message(message: Message) -> tuple[Slide, ...]:
    """Cover, the lure, one slide for each item of the main section, what to do, whom to call."""
    main = message.section(KINDS[message.kind].main)
    lure, do = message.section("lure"), message.section("what-to-do")
    parts: list[dict[str, object]] = [
        {"role": "cover", "title": message.title, "text": message.summary, "illustration": message.illustration}
    ]
    if lure is not None:
        parts.append({"role": "lure", "title": lure.heading, "section": lure})
    if main is not None:
        parts += [{"role": "item", "title": main.heading, "section": main, "item": item} for item in main.items]
    if do is not None:
        parts.append({"role": "do", "title": do.heading, "section": do})
    parts.append({"role": "contacts", "contacts": (message.call, message.check)})
    return tuple(
        Slide(number=i, count=len(parts), message=message, **part)  # type: ignore[arg-type]
        for i, part in enumerate(parts, 1)
    )


def slides_of_publication(publication: Publication, campaign: Campaign, language: str) -> tuple[Slide, ...]:
    """One slide for each panel: its own words, a whole message in short, or contacts."""
    return tuple(
        Slide(
            role="message" if panel.message else "contacts" if panel.contacts else "cover",
            number=i,
            count=len(publication.panels),
            title=campaign.local(panel.title, language) if panel.title else "",
            text=campaign.local(panel.text, language) if panel.text else "",
            message=campaign.message(panel.message, language) if panel.message else None,
            contacts=panel.contacts,
            illustration=panel.illustration,
        )
        for i, panel in enumerate(publication.panels, 1)
    )


def panel_sections(panel: Panel, message: Message, *, beside: bool = False) -> tuple[Section, ...]:
    """The sections that a panel prints: those it names, else the one that the message's kind is about.

    ``beside`` says that two languages share the panel, which then may have fewer.
    """
    ids = (panel.sections_beside if beside else ()) or panel.sections or (KINDS[message.kind].main,)
    return tuple(section for id in ids if (section := message.section(id)) is not None)


def channels_of_message(message: Message) -> tuple[str, ...]:
    """Every channel that an asset of this message may print, call and check first."""
    ids = (message.call, message.check, *(id for text in message.texts for id in text.channels))
    return tuple(dict.fromkeys(id for id in ids if id))


def facts_of_message(message: Message) -> tuple[str, ...]:
    ids = (message.fact, message.share, *(id for text in message.texts for id in text.facts))
    return tuple(dict.fromkeys(id for id in ids if id))


def messages_of(publication: Publication, campaign: Campaign, language: str) -> tuple[Message, ...]:
    """The messages that a publication prints, in its own order."""
    slugs = dict.fromkeys(panel.message for panel in publication.panels if panel.message)
    return tuple(campaign.message(slug, language) for slug in slugs)


def original_of(message: Message, campaign: Campaign) -> Message | None:
    """The same message in the language that stands first and larger beside its own; None where none does."""
    beside = campaign.language(message.language).beside
    return campaign.messages.get((message.slug, beside)) if beside else None


def channels_of_publication(publication: Publication, campaign: Campaign, language: str) -> tuple[str, ...]:
    ids = [publication.call, publication.check]
    beside = bool(campaign.beside(language))
    for panel in publication.panels:
        ids += panel.contacts
        if panel.message:
            message = campaign.message(panel.message, language)
            for section in panel_sections(panel, message, beside=beside):
                ids += [id for text in section.paragraphs for id in text.channels]
                ids += [id for item in section.items for id in item.channels]
    return tuple(dict.fromkeys(ids))
