"""Content that may be made: read, then checked; what a rule refuses is left out like what cannot be read."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

from campaign.checking.rule import Material
from campaign.checking.run import find_faults
from campaign.model.campaign import Campaign, Publication
from campaign.model.contents import (
    channels_of_message,
    channels_of_publication,
    facts_of_message,
    messages_of,
    original_of,
)
from campaign.model.message import Message
from campaign.problems import Problem, in_order
from campaign.reading.folder import Reading, read_campaign
from campaign.reading.pieces import read_pieces

REGISTERS = ("content/channels.yaml", "content/facts.yaml")
EVERYWHERE = ("content/campaign.yaml", "templates/")  # what stands there is on every asset
DRAWINGS = "assets/illustrations/"


def read_checked(root: Path, as_of: date | None = None) -> Reading:
    """As ``read_campaign``; a message or publication with an error of a rule is named as broken and left out.

    ``as_of`` is the day for rules that know terms; without it they say nothing.
    """
    return checked(read_campaign(root), as_of)


def checked(reading: Reading, as_of: date | None = None) -> Reading:
    """The same of what was read before."""
    material = material_of(reading, as_of)
    found = find_faults(material)
    return without_faults(reading, material, found) if found else reading


def material_of(reading: Reading, as_of: date | None = None) -> Material:
    """What rules look at."""
    pieces = read_pieces(reading.files, reading.library)
    return Material(reading.campaign, pieces, reading.files, reading.library, as_of)


def without_faults(reading: Reading, material: Material, found: Iterable[Problem]) -> Reading:
    """The reading with these problems added, and without whatever would print one of their errors."""
    found = tuple(found)
    errors = [problem for problem in found if problem.level == "error"]
    files = {problem.file for problem in errors}
    everything = any(file.startswith(EVERYWHERE) for file in files)
    entries = {id for problem in errors if problem.file in REGISTERS for id in _entries_at(material, problem)}
    drawings = {file.removeprefix(DRAWINGS).removesuffix(".svg") for file in files if file.startswith(DRAWINGS)}
    lines = {problem.line for problem in errors if problem.file == "content/regions.csv"}
    campaign = reading.campaign

    def is_out(message: Message) -> bool:
        prints = {*channels_of_message(message), *facts_of_message(message)}
        return everything or message.file in files or bool(entries & prints) or message.illustration in drawings

    messages = {key: message for key, message in campaign.messages.items() if not is_out(message)}
    out = {f"{slug}.{tag}" for slug, tag in campaign.messages.keys() - messages.keys()}
    publications: dict[str, Publication] = {}
    for slug, publication in campaign.publications.items():
        spoilt = everything or publication.file in files
        spoilt |= any(panel.illustration in drawings for panel in publication.panels)
        tags = publication.languages
        whole = tuple(tag for tag in tags if not spoilt and _is_whole(publication, tag, campaign, out, entries))
        if whole:
            publications[slug] = publication.model_copy(update={"languages": whole})
        else:
            out.add(slug)
    regions = {
        id: region
        for id, region in campaign.regions.items()
        if not {region.line, None} & lines and not entries & set(region.channels)
    }
    return replace(
        reading,
        campaign=replace(campaign, messages=messages, publications=publications, regions=regions),
        problems=in_order((*reading.problems, *found)),
        broken=reading.broken | out | (campaign.regions.keys() - regions.keys()),
    )


def _is_whole(publication: Publication, tag: str, campaign: Campaign, out: set[str], entries: set[str]) -> bool:
    """Whether nothing that a publication prints in a language is left out."""
    printed = messages_of(publication, campaign, tag)
    printed += tuple(first for message in printed if (first := original_of(message, campaign)))
    names = {f"{message.slug}.{message.language}" for message in printed}
    return not names & out and not entries & set(channels_of_publication(publication, campaign, tag))


def _entries_at(material: Material, problem: Problem) -> tuple[str, ...]:
    """The entry of a register that a problem is in; all of them where it names no line."""
    keys = [piece for piece in material.pieces_of(problem.file) if len(piece.path) == 2 and piece.path[1] == "key"]
    if problem.line is None:
        return tuple(piece.text for piece in keys)
    return tuple(piece.text for piece in keys if piece.line <= problem.line)[-1:]
