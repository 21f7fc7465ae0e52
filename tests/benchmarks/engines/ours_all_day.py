"""What a worker that makes pictures all day needs: its peak memory after 100 pictures and after all of them.

``ours_all_day.py FOLDER COUNT`` prints the megabytes of both, and the bytes of our PNGs and of Pillow's for the same
pixels.
"""

import io
import json
import resource
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1]))

import cards
from PIL import Image

from campaign.building.workers import make
from campaign.filling.filler import Filler

FIRST, SAMPLE = 100, 50  # pictures after which memory is read first; pictures whose size is compared


def peak() -> float:
    """The largest resident memory so far, MB."""
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6


count = int(sys.argv[2])
workshop, jobs = cards.workshop_with(count)
filler = Filler(workshop)
peaks = []
for number, job in enumerate(jobs, start=1):
    made = make(job, workshop, filler)
    if not made.data:
        sys.exit("\n".join(map(str, made.problems)))
    if number in (FIRST, count):
        peaks.append(peak())

mine, theirs = 0, 0
sample = jobs[:: max(count // SAMPLE, 1)]
for job in sample:  # once more, so that the comparison takes no memory before
    data = make(job, workshop, filler).data
    mine += len(data)
    buffer = io.BytesIO()
    with Image.open(io.BytesIO(data)) as picture:
        picture.load()
        Image.frombytes(picture.mode, picture.size, picture.tobytes()).save(buffer, "PNG")
    theirs += buffer.tell()
print(json.dumps({"peaks": peaks, "bytes": [mine / len(sample), theirs / len(sample)]}))
