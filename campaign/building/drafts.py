"""A release holds no draft: everything it prints is verified and approved, or nothing is published."""

from collections.abc import Sequence

from campaign.filling.filler import Filler
from campaign.model.contents import Reason, draft_reasons
from campaign.model.work import Job, Workshop
from campaign.problems import CampaignError, Problem, ReleaseRefusedError, in_order


def refuse_drafts(jobs: Sequence[Job], workshop: Workshop) -> None:
    """Raises ReleaseRefusedError with every reason, each once, when an asset would carry the draft strip."""
    filler = Filler(workshop)
    problems = []
    for job in jobs:
        try:
            filled = filler.fill(job)
        except CampaignError:
            continue  # not made, so not published; the build reports it
        subject = filler.subject(job)
        reasons = draft_reasons(subject, job.language, filled.channels, workshop.campaign, workshop.as_of)
        problems += [_problem(reason, workshop) for reason in reasons]
    if problems:
        raise ReleaseRefusedError(in_order(problems))


def _problem(reason: Reason, workshop: Workshop) -> Problem:
    match reason.kind:
        case "contacts":
            channel = workshop.campaign.channels[reason.subject]
            text = f"“{channel.id}” ({channel.value}) is not verified on {workshop.as_of}"
            hint = "dial or open it, then fill in verified-by and verified-on"
            return Problem("content/channels.yaml", None, "RL001", text, hint)
        case "language":
            return Problem(reason.subject, None, "RL002", "no native speaker has read this translation",
                           "let one read it, then write review: native-done")  # fmt: skip
        case _:
            return Problem(reason.subject, None, "RL003", "this is not approved",
                           "approved-by: and approved-on: in the front matter")  # fmt: skip
