"""What a caption can be made of: a message or a publication, taken apart."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from campaign.model.campaign import Publication
from campaign.model.kinds import KINDS
from campaign.model.message import Item, Message
from campaign.speaking.composing import ended


@dataclass(frozen=True, slots=True)
class Entry:
    """A sign, a step or a thing to do: by its lead alone, or in full."""

    short: str
    full: str


@dataclass(frozen=True, slots=True)
class CaptionParts:
    """What a caption can be made of, in one language. Empty parts are left out."""

    file: str  # the content file, for problems
    hook: str
    figure: str = ""  # the number that a figure message is about, in words; it is never left out
    summary: str = ""
    paragraphs: tuple[str, ...] = ()
    points_heading: str = ""
    points: tuple[Entry, ...] = ()
    numbered: bool = False
    whole_list: bool = False  # steps and contacts: all of them or none, a part would mislead
    deeds_heading: str = ""
    deeds: tuple[Entry, ...] = ()
    call: str = ""  # "Pusat panggilan KP2MI: 0800-1000"
    check: str = ""  # "Cek: {}", with the place of the address
    check_value: str = ""  # the address, without https://
    source: str = ""  # "Sumber: KP2MI, 2025"
    must_cite: bool = False  # a figure is never shown without its source
    hashtags: tuple[str, ...] = ()  # with their signs, the message's own first
    sign: str = ""  # the emoji before the points


def parts_of(
    message: Message,
    *,
    words: Mapping[str, str],
    call: str,
    check_value: str,
    hashtags: Iterable[str],
    sources: Iterable[str],
    value_of: Callable[[str], str],
    figure: str = "",
) -> CaptionParts:
    """A message as caption parts.

    ``call`` is the contact's name and value as one line, ``check_value`` the web address; ``hashtags`` are the
    campaign's, which come after the message's own; ``value_of`` gives a channel's printed value by its id;
    ``figure`` is the fact of a figure message with its unit.
    """
    main = message.section(KINDS[message.kind].main)
    deeds = message.section("what-to-do")
    is_list = bool(main and main.items)
    return CaptionParts(
        file=message.file,
        hook=message.title,
        figure=ended(figure),
        summary=message.summary,
        paragraphs=tuple(flat(text.plain) for text in main.paragraphs) if main and not is_list else (),
        points_heading=main.heading if main and is_list else "",
        points=tuple(entry(item, value_of if message.kind == "contacts" else None) for item in main.items)
        if main and is_list
        else (),
        numbered=bool(main and main.ordered),
        whole_list=message.kind in ("route", "contacts"),
        deeds_heading=deeds.heading if deeds else "",
        deeds=tuple(entry(item) for item in deeds.items) if deeds else (),
        call=call,
        check=words["caption-check"],
        check_value=check_value,
        source=source_line(words, sources),
        must_cite=message.kind == "figure",
        hashtags=tags((*message.hashtags, *hashtags)),
        sign="⚠️" if message.kind in ("tactic", "notice") else "",
    )


def parts_of_publication(
    publication: Publication,
    *,
    title: str,
    summary: str,
    headlines: Iterable[str],
    words: Mapping[str, str],
    call: str,
    check_value: str,
    hashtags: Iterable[str],
    sources: Iterable[str],
) -> CaptionParts:
    """A leaflet or a carousel as caption parts; ``headlines`` are those of its panels or slides."""
    return CaptionParts(
        file=publication.file,
        hook=title,
        summary=summary,
        points_heading=words["caption-inside"],
        points=tuple(Entry(line, line) for line in dict.fromkeys(headlines) if line),
        call=call,
        check=words["caption-check"],
        check_value=check_value,
        source=source_line(words, sources),
        hashtags=tags((*publication.hashtags, *hashtags)),
    )


def source_line(words: Mapping[str, str], sources: Iterable[str]) -> str:
    """ "Sumber: KP2MI, 2025; OJK, 2025", empty when there are none."""
    named = "; ".join(sources)
    return f"{words['source']}: {named}" if named else ""


def tags(texts: Iterable[str]) -> tuple[str, ...]:
    """Hashtags with their sign, each once; a text may hold several ("#Satu #Dua")."""
    return tuple(dict.fromkeys(f"#{tag.lstrip('#')}" for text in texts for tag in text.split() if tag.strip("#")))


def entry(item: Item, value_of: Callable[[str], str] | None = None) -> Entry:
    """A lead that asks is nothing without its answer; a contact is nothing without its number."""
    lead, text = flat(item.title.plain), flat(item.text.plain)
    full = f"{ended(lead)} {text}" if lead and text else lead or text
    short = full if not lead or lead.endswith(("?", "…")) else lead
    if value_of is not None:
        values = ", ".join(value_of(id) for id in item.channels)
        short = short if values in short else f"{short.rstrip('.')}: {values}"
        full = full if values in full else f"{full.rstrip('.')}: {values}"
    return Entry(short, full)


def flat(text: str) -> str:
    """A text on one line."""
    return " ".join(text.split())
