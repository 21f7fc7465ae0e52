"""Everything that a build would report, without a file written."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from campaign.building.content import read_checked
from campaign.building.workers import make
from campaign.filling.filler import Filler
from campaign.model.work import Workshop
from campaign.planning.plan import Selection, plan
from campaign.problems import CampaignError, Problem, in_order


@dataclass(frozen=True)
class Found:
    """``assets`` is how many a build would make."""

    problems: tuple[Problem, ...]
    assets: int


def find_problems(root: Path, as_of: date, *, thorough: bool = False) -> Found:
    """Read everything and fill in every template; ``thorough`` also lays everything out, as a build does.

    Raises CampaignError when there is nothing to read.
    """
    reading = read_checked(root, as_of)
    planned = plan(reading.campaign, Selection(), as_of)
    workshop = Workshop(reading.campaign, reading.library, as_of)
    filler = Filler(workshop)
    problems = [*reading.problems, *planned.problems]
    for job in planned.jobs:
        if thorough:
            problems += make(job, workshop, filler).problems
            continue
        try:
            filler.fill(job)
        except CampaignError as error:
            problems += error.problems
    return Found(in_order(problems), len(planned.jobs))
