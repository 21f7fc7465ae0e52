"""Pictures with their construction painted over, for those who write templates. They are never part of a build."""

from campaign.building.build import BuildRequest, Progress, Report
from campaign.building.content import read_checked
from campaign.building.store import only_build, store
from campaign.building.workers import make_all
from campaign.model.work import Workshop
from campaign.planning.plan import plan
from campaign.problems import Problem, UsageError, in_order

FOLDER = "overlay"  # inside the output folder; the manifest does not list what is there


def build_overlays(request: BuildRequest, progress: Progress = lambda done, all, path: None) -> Report:
    """Write the pictures that the request selects into OUTPUT/overlay, those that do not fit as well.

    Raises UsageError together with a release, and what ``build`` raises.
    """
    if request.release:
        hint = "make the release first, and look at overlays in another folder"
        raise UsageError(Problem("--overlay", None, "US007", "nothing with an overlay is ever released", hint))
    reading = read_checked(request.root, request.as_of)
    planned = plan(reading.campaign, request.selection, request.as_of, broken=reading.broken)
    jobs = tuple(job for job in planned.jobs if job.format.medium == "image")
    workshop = Workshop(reading.campaign, reading.library, request.as_of, overlay=True)
    made: list[str] = []
    unchanged: list[str] = []
    failed: list[str] = []
    problems = [*reading.problems, *planned.problems]
    with only_build(request.output):
        for done, asset in enumerate(make_all(jobs, workshop, request.processes), 1):
            path = f"{FOLDER}/{asset.job.path}"
            problems += asset.problems
            if not asset.data:
                failed.append(path)
            else:
                (made if store(request.output, path, asset.data) else unchanged).append(path)
            progress(done, len(jobs), path)
    return Report(
        made=tuple(sorted(made)),
        unchanged=tuple(sorted(unchanged)),
        failed=tuple(sorted(failed)),
        removed=(),
        drafts=0,
        assets=len(made) + len(unchanged),
        problems=in_order(problems),
    )
