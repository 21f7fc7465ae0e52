"""What was released, remembered beside the manifest: a draft build in the same folder does not forget it.

``.release.json`` holds, for each asset of the last release, the revision of everything that it prints. So that whoever
finds a mistake knows what to take back, whatever was built in the meantime.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from campaign.building.manifest import Entry
from campaign.building.store import store
from campaign.model.approval import Subject, content_of, standing
from campaign.model.campaign import Campaign, Region
from campaign.model.revisions import digest
from campaign.problems import Problem, StorageError

NAME = ".release.json"


@dataclass(frozen=True)
class Recalled:
    """A released asset that must be taken back, and every reason."""

    path: str
    why: tuple[str, ...]


def read_release(output: Path) -> dict[str, Any] | None:
    """The record of the last release into this folder; None where there was none. Raises StorageError when broken."""
    try:
        data = (output / NAME).read_bytes()
    except OSError:
        return None
    try:
        record = json.loads(data)
        if isinstance(record["assets"], list) and isinstance(record["as_of"], str):
            return dict(record)
    except (ValueError, KeyError, TypeError):
        pass
    hint = "bring it back from a backup: without it nobody knows what was released"
    raise StorageError(Problem(f"{output.name}/{NAME}", None, "ST021", "the record of the release is broken", hint))


def released_paths(output: Path) -> frozenset[str]:
    """What the last release into this folder published."""
    record = read_release(output)
    return frozenset(str(asset["path"]) for asset in record["assets"]) if record else frozenset()


def write_release(output: Path, campaign: Campaign, as_of: date, made: Iterable[Entry], kept: Iterable[Entry]) -> None:
    """Remember a release. What it made is remembered as it is now, what it kept as it was when it was released."""
    before = read_release(output)
    old = {str(asset["path"]): asset for asset in before["assets"]} if before else {}
    assets = [_remembered(entry, campaign) for entry in made]
    assets += [old[path] for entry in kept if (path := str(entry["path"])) in old]
    document = {
        "campaign": campaign.settings.id,
        "as_of": as_of.isoformat(),
        "assets": sorted(assets, key=lambda asset: str(asset["path"])),
    }
    store(output, NAME, (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode())


def _remembered(entry: Entry, campaign: Campaign) -> dict[str, Any]:
    subjects = _subjects(campaign)
    region = campaign.regions.get(entry.get("region") or "")
    remembered = {
        "path": entry["path"],
        "sha256": entry["sha256"],
        "content": {f: content_of(subjects[f], campaign) for f in entry.get("made_from", ()) if f in subjects},
        "channels": {id: campaign.channels[id].revision for id in entry.get("channels", ())},
        "facts": {id: campaign.facts[id].revision for id in entry.get("facts", ())},
        "regions": {region.id: _of_region(region)} if region else {},
    }
    return {key: value for key, value in remembered.items() if value}


def prints_what_is_over(entry: Entry, campaign: Campaign, as_of: date) -> bool:
    """Whether a file that was made before prints a contact or a figure that nothing may print any more."""
    channels = (campaign.channels.get(id) for id in entry.get("channels", ()))
    facts = (campaign.facts.get(id) for id in entry.get("facts", ()))
    return any(one is not None and one.is_over(as_of) for one in (*channels, *facts))


def _subjects(campaign: Campaign) -> dict[str, Subject]:
    parts: tuple[Subject, ...] = (*campaign.messages.values(), *campaign.publications.values())
    return {part.file: part for part in parts}


def _of_region(region: Region) -> str:
    return digest((region.name, region.office, region.address, region.channels))


def to_recall(record: Mapping[str, Any], campaign: Campaign, as_of: date) -> tuple[Recalled, ...]:
    """The assets of a release that print something that is expired, changed or withdrawn on that day."""
    judge = _Judge(campaign, as_of)
    judged = ((str(asset["path"]), tuple(judge.reasons(asset))) for asset in record["assets"])
    return tuple(Recalled(path, why) for path, why in judged if why)


class _Judge:
    """Compares what was printed with what the campaign says now."""

    def __init__(self, campaign: Campaign, as_of: date) -> None:
        self.campaign, self.as_of, self.subjects = campaign, as_of, _subjects(campaign)

    def reasons(self, asset: Mapping[str, Any]) -> Iterator[str]:
        for file, content in asset.get("content", {}).items():
            yield from self._of_content(file, content)
        for id, revision in asset.get("channels", {}).items():
            yield from self._of_channel(id, revision)
        for id, revision in asset.get("facts", {}).items():
            yield from self._of_fact(id, revision)
        for id, revision in asset.get("regions", {}).items():
            region = self.campaign.regions.get(id)
            if region is None or _of_region(region) != revision:
                yield f"the office of “{id}” was {'changed' if region else 'removed'}"

    def _of_content(self, file: str, content: str) -> Iterator[str]:
        subject = self.subjects.get(file)
        if subject is None:
            yield f"{file} was removed, or can no longer be read"
        elif subject.expires is not None and self.as_of > subject.expires:
            yield f"{file} expired on {subject.expires}"
        elif content_of(subject, self.campaign) != content:
            yield f"{file} was changed"
        elif standing(subject, self.campaign, self.as_of).state != "approved":
            yield f"{file} is no longer approved"

    def _of_channel(self, id: str, revision: str) -> Iterator[str]:
        channel = self.campaign.channels.get(id)
        if channel is None:
            yield f"the channel “{id}” was removed, or can no longer be read"
        elif channel.revision != revision:
            yield f"the channel “{id}” was changed; today it is {channel.value}"
        elif channel.state(self.as_of) == "withdrawn":
            yield f"the channel “{id}” ({channel.value}) was withdrawn"
        elif channel.is_over(self.as_of):
            yield f"the channel “{id}” ({channel.value}) was valid until {channel.valid_until}"

    def _of_fact(self, id: str, revision: str) -> Iterator[str]:
        fact = self.campaign.facts.get(id)
        if fact is None:
            yield f"the figure “{id}” was removed, or can no longer be read"
        elif fact.revision != revision:
            yield f"the figure “{id}” was changed"
        elif fact.status == "withdrawn":
            yield f"the figure “{id}” was withdrawn"
        elif fact.is_over(self.as_of):
            yield f"the figure “{id}” may be quoted until {fact.quotable_until}"
