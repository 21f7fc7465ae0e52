"""A starter campaign: the registers, a tactic and a route of the bundled one, or all of it."""

from pathlib import Path

from campaign.building.store import store
from campaign.problems import Problem, UsageError
from campaign.reading.library import bundled, read_folder

SMALL = (
    "content/campaign.yaml",
    "content/channels.yaml",
    "content/facts.yaml",
    "content/platforms.yaml",
    "content/tactics/high-pay.id.md",
    "content/routes/before-leaving.id.md",
)
TABLES = (  # of these only the header
    "content/regions.csv",
    "content/agencies-to-avoid.csv",
    "content/licensed-companies.csv",
    "content/closed-destinations.csv",
)


def make_starter(folder: Path, *, full: bool = False) -> tuple[str, ...]:
    """Copy into ``folder`` what a new campaign begins with; the paths that were written.

    Raises UsageError when the folder has a ``content`` already: nothing of it is touched.
    """
    if (folder / "content").exists():
        hint = "choose a folder of its own"
        raise UsageError(Problem(str(folder), None, "US004", "this folder has a content/ already", hint))
    files = read_folder(bundled(), "content")
    chosen = tuple(sorted(files)) if full else SMALL
    for path in chosen:
        store(folder, path, files[path])
    if not full:
        for path in TABLES:
            store(folder, path, files[path].splitlines(keepends=True)[0])
        chosen = (*chosen, *TABLES)
    return chosen
