"""``campaign check --fix``: what is safe is mended in place, each file written whole."""

from dataclasses import dataclass
from pathlib import Path

from campaign.building.store import store
from campaign.checking.mends import mended
from campaign.model.campaign import Campaign
from campaign.model.kinds import KINDS, kind_of_folder
from campaign.reading.folder import read_campaign


@dataclass(frozen=True, slots=True)
class Change:
    """One line of one file."""

    file: str
    line: int
    what: str


def mend(root: Path) -> tuple[Change, ...]:
    """Mend the messages below ``root``; what was changed, in the order of files and lines.

    Raises CampaignError when there is no campaign, StorageError when a file cannot be written.
    """
    reading = read_campaign(root)
    changes = []
    for file, data in sorted(reading.files.items()):
        parts = file.split("/")
        kind = kind_of_folder(parts[1])
        if not file.endswith(".md") or kind is None or b"\x00" in data:
            continue
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            continue
        language = parts[-1].split(".")[-2]
        new, mends = mended(text, language, _headings(reading.campaign, kind, language))
        if mends and store(root, file, new.encode()):
            changes += [Change(file, one.line, one.what) for one in mends]
    return tuple(changes)


def _headings(campaign: Campaign, kind: str, language: str) -> dict[str, str]:
    """Headings and the fixed names that they have in this campaign; one that has two names has none here."""
    found: dict[str, set[str]] = {}
    if language == campaign.first_language:
        for name, rule in KINDS[kind].sections.items():  # type: ignore[index]
            if rule.example:
                found.setdefault(rule.example.casefold(), set()).add(name)
    for message in campaign.messages.values():
        if (message.kind, message.language) == (kind, language):
            for section in message.sections:
                found.setdefault(section.heading.casefold(), set()).add(section.id)
    return {heading: next(iter(names)) for heading, names in found.items() if len(names) == 1}
