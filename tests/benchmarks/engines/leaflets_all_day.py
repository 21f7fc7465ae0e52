"""What a worker that makes regional copies all day needs: its memory after 100 of them and after all.

``leaflets_all_day.py COUNT`` prints the megabytes of both: what it holds at the time, not the most that it ever held.
"""

import json
import resource
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1]))

import leaflets

from campaign.building.workers import make
from campaign.filling.filler import Filler

FIRST = 100
STATE = Path("/proc/self/statm")


def held() -> float:
    """Resident memory, MB; the peak where the system tells no more."""
    if STATE.exists():
        return int(STATE.read_text().split()[1]) * resource.getpagesize() / 1e6
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6


count = int(sys.argv[1])
workshop, jobs = leaflets.workshop_with(count)
filler = Filler(workshop)
found = []
for number, job in enumerate(jobs, start=1):
    made = make(job, workshop, filler)
    if not made.data:
        sys.exit("\n".join(map(str, made.problems)))
    if number in (FIRST, count):
        found.append(held())
print(json.dumps(found))
