"""Everything that a build would report, without a file written."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from campaign.building.alike import News
from campaign.building.content import read_checked
from campaign.building.workers import make
from campaign.filling.filler import Filler
from campaign.model.work import Job, Workshop
from campaign.planning.plan import Selection, plan
from campaign.problems import CampaignError, Problem, in_order


@dataclass(frozen=True)
class Found:
    """``assets`` is how many a build would make."""

    problems: tuple[Problem, ...]
    assets: int


def find_problems(root: Path, as_of: date, *, thorough: bool = False) -> Found:
    """Read everything, and fill in every template with every trait of messages that there is; ``thorough`` makes
    everything, as a build does.

    Raises CampaignError when there is nothing to read.
    """
    reading = read_checked(root, as_of)
    planned = plan(reading.campaign, Selection(), as_of)
    workshop = Workshop(reading.campaign, reading.library, as_of)
    filler = Filler(workshop)
    problems = [*reading.problems, *planned.problems]
    if thorough:
        problems += (problem for job in planned.jobs for problem in make(job, workshop, filler).problems)
    else:
        problems += _filled(planned.jobs, filler)
    return Found(in_order(problems), len(planned.jobs))


def _filled(jobs: Iterable[Job], filler: Filler) -> Iterator[Problem]:
    """What filling in finds. A template is filled in until it was shown all that the campaign has, without a fault."""
    news = News(filler)
    for job in jobs:
        found = _of(filler.try_words, job)
        if news.of(job) and not found:
            found = _of(filler.fill, job)
            if not found:
                news.shown(job)
        yield from found


def _of(step: Callable[[Job], object], job: Job) -> tuple[Problem, ...]:
    try:
        step(job)
    except CampaignError as error:
        return error.problems
    return ()
