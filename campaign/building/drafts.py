"""A release holds no draft: everything it prints is verified and approved, or nothing is published."""

from collections.abc import Iterable, Sequence

from campaign.filling.filler import Filler
from campaign.model.reasons import draft_reasons
from campaign.model.work import Job, Workshop
from campaign.problems import CampaignError, Problem, ReleaseRefusedError, in_order


def refuse_drafts(jobs: Sequence[Job], workshop: Workshop, found: Iterable[Problem]) -> None:
    """Raises ReleaseRefusedError with every reason, each once: what would carry the draft strip, and every error.

    ``found`` is what reading, the rules and planning have said. An error among it refuses too: whatever it leaves out
    would stay in the published folder as it was printed before.
    """
    filler = Filler(workshop)
    problems = [problem for problem in found if problem.level == "error"]
    for job in jobs:
        try:
            filled = filler.fill(job)
        except CampaignError as error:
            problems += error.problems
            continue
        subject = filler.subject(job)
        day = workshop.as_of
        reasons = draft_reasons(subject, job.language, filled.channels, workshop.campaign, day, job.region)
        problems += [reason.problem for reason in reasons]
    if problems:
        raise ReleaseRefusedError(in_order(problems))
