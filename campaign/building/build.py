"""The straight line of a build: read, plan, make, store, list."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from campaign.building import manifest
from campaign.building.content import read_checked
from campaign.building.drafts import refuse_drafts
from campaign.building.extras import without_extras
from campaign.building.kits import kits_of, make_kits, names_kits
from campaign.building.releases import prints_what_is_over, released_paths, write_release
from campaign.building.store import discard, only_build, remove_leftovers, store
from campaign.building.workers import make_all
from campaign.model.work import Made, Workshop
from campaign.planning.plan import Plan, Selection, plan
from campaign.problems import MachineError, Problem, in_order
from campaign.reading.folder import Reading

Progress = Callable[[int, int, str], None]  # done, all, path of the asset just made


@dataclass(frozen=True)
class BuildRequest:
    """What a user asked for. ``as_of`` decides what has expired and which verifications hold."""

    root: Path
    output: Path
    as_of: date
    selection: Selection = field(default_factory=Selection)
    processes: int = 1
    release: bool = False


@dataclass(frozen=True)
class Report:
    """What a build did. Paths are relative to the output folder."""

    made: tuple[str, ...]  # written anew
    unchanged: tuple[str, ...]  # the same bytes were there already
    failed: tuple[str, ...]
    removed: tuple[str, ...]  # assets that nothing makes any more
    drafts: int
    assets: int  # in the manifest
    problems: tuple[Problem, ...]
    recall: tuple[str, ...] = ()  # of those removed, what the last release published: somebody may have passed it on

    @property
    def exit_code(self) -> int:
        """0 all made; 3 when this machine lacks something, which no author can mend; else 1."""
        errors = [problem for problem in self.problems if problem.level == "error"]
        if any(problem.code == MachineError.code for problem in errors):
            return MachineError.exit_code
        return 1 if errors else 0


def build(request: BuildRequest, progress: Progress = lambda done, all, path: None) -> Report:
    """Make what the request selects, and say what was made.

    Raises CampaignError when nothing could be made, UsageError for a selection that does not exist,
    ReleaseRefusedError, LockedError, StorageError; whatever is raised, the files of the build before are still there.
    """
    reading = read_checked(request.root, request.as_of)
    everything = plan(
        reading.campaign, request.selection, request.as_of, release=request.release, broken=reading.broken
    )
    planned = without_extras(everything)
    workshop = Workshop(reading.campaign, reading.library, request.as_of)
    if request.release:  # before anything in the published folder is touched
        refuse_drafts(planned.jobs, workshop, (*reading.problems, *planned.problems))
    with only_build(request.output):
        remove_leftovers(request.output)
        released = released_paths(request.output)
        before = manifest.read_entries(request.output)
        kits = kits_of(planned.jobs, request.selection, reading, before, request.as_of, release=request.release)
        count = len(planned.jobs) + sum(len(kit.paths) for kit in kits)
        stored = _Stored()
        _store(make_all(planned.jobs, workshop, request.processes), stored, count, request.output, progress)
        entries = {**before, **stored.entries}
        named, failed = names_kits(request.selection, reading), frozenset(stored.failed)
        made = make_kits(kits, workshop, request.output, entries, failed, named=named)
        _store(made, stored, count, request.output, progress)
        kept, removed = _settle(before, stored, planned, reading, request)
        problems = in_order((*reading.problems, *planned.problems, *stored.problems))
        assets = (*kept, *stored.entries.values())
        id = reading.campaign.settings.id
        if request.release:
            made_now = stored.entries.values()
            write_release(request.output, reading.campaign, request.as_of, made_now, kept)
        manifest.write(request.output, id, request.as_of, request.release, assets, problems)
    return Report(
        made=tuple(sorted(stored.made)),
        unchanged=tuple(sorted(stored.entries.keys() - stored.made)),
        failed=tuple(sorted(stored.failed)),
        removed=removed,
        drafts=sum(1 for asset in assets if asset.get("draft")),
        assets=len(assets),
        problems=problems,
        recall=tuple(path for path in removed if path in released),
    )


@dataclass
class _Stored:
    """What has been made and written so far."""

    entries: dict[str, manifest.Entry] = field(default_factory=dict)
    made: set[str] = field(default_factory=set)
    failed: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)


def _store(results: Iterable[Made], stored: _Stored, count: int, output: Path, progress: Progress) -> None:
    """Write each asset as it comes, so that a long build needs no more memory than a short one."""
    for made in results:
        path = made.job.path
        stored.problems += made.problems
        if any(problem.level == "error" for problem in made.problems):
            stored.failed.add(path)
        else:
            if store(output, path, made.data):
                stored.made.add(path)
            stored.entries[path] = manifest.entry(made)
        progress(len(stored.entries) + len(stored.failed), count, path)


def _settle(
    before: dict[str, manifest.Entry], stored: _Stored, planned: Plan, reading: Reading, request: BuildRequest
) -> tuple[list[manifest.Entry], tuple[str, ...]]:
    """Which assets of the build before stay, and which go.

    What failed, what was not selected, and everything while there are errors stays: bad input costs nobody data.
    What has expired goes in any case, what prints a contact or a figure that has, too, and no draft stays in a release.
    """
    failing = bool(stored.failed) or any(problem.level == "error" for problem in reading.problems)
    keep_rest = failing or not request.selection.is_all
    closed_files = {
        reading.campaign.publications[slug].file for slug in planned.closed & set(reading.campaign.publications)
    }
    kept, removed = [], []
    for path, asset in before.items():
        if path in stored.entries:
            continue
        closed = asset["message"] in planned.closed or bool(closed_files & set(asset["made_from"]))
        closed |= prints_what_is_over(asset, reading.campaign, request.as_of)
        draft_in_release = request.release and bool(asset.get("draft"))
        if keep_rest and not closed and not draft_in_release:
            kept.append(asset)
        else:
            discard(request.output, path)
            removed.append(path)
    return kept, tuple(sorted(removed))
