"""Content that may be made: read, then checked; what a rule refuses is left out like what cannot be read."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

from campaign.checking.rule import Material
from campaign.checking.run import find_faults
from campaign.problems import Problem, in_order
from campaign.reading.folder import Reading, read_campaign
from campaign.reading.pieces import read_pieces


def read_checked(root: Path, as_of: date | None = None) -> Reading:
    """As ``read_campaign``; a message or publication with an error of a rule is named as broken and left out.

    ``as_of`` is the day for rules that know terms; without it they say nothing.
    """
    reading = read_campaign(root)
    found = find_faults(material_of(reading, as_of))
    return without_faults(reading, found) if found else reading


def material_of(reading: Reading, as_of: date | None = None) -> Material:
    """What rules look at."""
    pieces = read_pieces(reading.files, reading.library)
    return Material(reading.campaign, pieces, reading.files, reading.library, as_of)


def without_faults(reading: Reading, found: Iterable[Problem]) -> Reading:
    """The reading with these problems added, and without the messages and publications that have an error."""
    found = tuple(found)
    files = {problem.file for problem in found if problem.level == "error"}
    campaign = reading.campaign
    messages = {key: message for key, message in campaign.messages.items() if message.file not in files}
    out = {f"{slug}.{tag}" for slug, tag in campaign.messages.keys() - messages.keys()}
    publications = {}
    for slug, publication in campaign.publications.items():
        whole = tuple(
            tag
            for tag in publication.languages
            if not any(f"{panel.message}.{tag}" in out for panel in publication.panels)
        )
        if publication.file in files or not whole:
            out.add(slug)
        else:
            publications[slug] = publication.model_copy(update={"languages": whole})
    return replace(
        reading,
        campaign=replace(campaign, messages=messages, publications=publications),
        problems=in_order((*reading.problems, *found)),
        broken=reading.broken | out,
    )
