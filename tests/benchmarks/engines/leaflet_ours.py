"""Our own regional copies: fill the template, set, print onto the shell, gate, read back. As a build does it."""

import sys
import time
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1]))

import leaflets
import timing

from campaign.building.workers import make
from campaign.filling.filler import Filler
from campaign.model.work import Job

workshop, jobs = leaflets.workshop_with(len(timing.material("leaflets")["pages"]))
filler = Filler(workshop)


def draw(job: Job) -> bytes:
    made = make(job, workshop, filler)
    if not made.data:
        sys.exit("\n".join(map(str, made.problems)))
    return made.data


timing.run("leaflet-ours", list(jobs), draw, time.process_time, "pdf")
