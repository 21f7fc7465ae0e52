"""Our own pipeline: fill the template, lay out, paint, encode. The job as a build does it, without storing."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1]))

import cards
import timing

from campaign.building.workers import make
from campaign.filling.filler import Filler
from campaign.model.work import Job

workshop, jobs = cards.workshop_with(len(timing.material()["cards"]))
filler = Filler(workshop)


def draw(job: Job) -> bytes:
    made = make(job, workshop, filler)
    errors = [str(problem) for problem in made.problems if problem.level == "error"]
    if errors:
        sys.exit("\n".join(errors))
    return made.data


timing.run("ours", list(jobs), draw)
