"""Content that may be made: read, then checked; what a rule refuses is left out like what cannot be read."""

from dataclasses import replace
from pathlib import Path

from campaign.checking.by_hand import by_hand
from campaign.problems import in_order
from campaign.reading.folder import Reading, read_campaign


def read_checked(root: Path) -> Reading:
    """As ``read_campaign``; a message or publication with an error of a rule is named as broken and left out."""
    reading = read_campaign(root)
    found = tuple(by_hand(reading.campaign))
    if not found:
        return reading
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
    return Reading(
        campaign=replace(campaign, messages=messages, publications=publications),
        library=reading.library,
        problems=in_order((*reading.problems, *found)),
        broken=reading.broken | out,
    )
