"""``output/manifest.json``: every asset, what it prints and what it was made from. Sorted, without clock or machine."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from campaign import __version__
from campaign.building.store import hash_of, store
from campaign.model.work import Made
from campaign.problems import Problem, StorageError

NAME = "manifest.json"
Entry = dict[str, Any]


def entry(made: Made) -> Entry:
    """What the manifest says of one asset; keys that do not apply are absent."""
    job, filled = made.job, made.filled
    if filled is None:
        raise ValueError(f"{job.path} was made without being filled")
    known = {
        "path": job.path,
        "format": job.format.name,
        "medium": job.format.medium,
        "message": job.subject,
        "language": job.language,
        "region": job.region or None,
        "sha256": sha256(made.data).hexdigest(),
        "bytes": len(made.data),
        "media_type": made.media_type,
        "width": made.width,
        "height": made.height,
        "pages": made.pages,
        "seconds": made.seconds,
        "alt": filled.alt or None,
        "caption": filled.caption or None,
        "channels": list(filled.channels),
        "facts": list(filled.facts),
        "sources": list(filled.sources),
        "made_from": list(filled.made_from),
        "draft": filled.draft or None,
    }
    return {key: value for key, value in known.items() if value is not None}


def problem_entry(problem: Problem) -> Entry:
    return {key: value for key, value in asdict(problem).items() if value not in (None, "")}


def read_entries(output: Path) -> dict[str, Entry]:
    """The assets of the build before, by path, as far as they are still whole; none when there is no manifest."""
    try:
        read = json.loads((output / NAME).read_bytes())
        entries = {str(asset["path"]): asset for asset in read["assets"]}
    except (OSError, ValueError, KeyError, TypeError):
        return {}
    return {path: asset for path, asset in entries.items() if hash_of(output, path) == asset.get("sha256")}


def load(output: Path) -> Mapping[str, Any]:
    """The manifest of a folder. Raises StorageError when there is none that can be read."""
    try:
        read = json.loads((output / NAME).read_bytes())
    except (OSError, ValueError):
        hint = "build first: campaign build"
        raise StorageError(Problem(f"{output.name}/{NAME}", None, "ST020", "there is no manifest here", hint)) from None
    if not isinstance(read, dict):
        raise StorageError(Problem(f"{output.name}/{NAME}", None, "ST020", "this is no manifest"))
    return read


def write(
    output: Path, campaign: str, as_of: date, release: bool, assets: Iterable[Entry], problems: Iterable[Problem]
) -> None:
    """Store the manifest; it is the last file that a build writes."""
    document = {
        "campaign": campaign,
        "tool": f"campaign {__version__}",
        "as_of": as_of.isoformat(),
        "release": release,
        "assets": sorted(assets, key=lambda asset: str(asset["path"])),
        "problems": [problem_entry(problem) for problem in problems],
    }
    store(output, NAME, (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode())
