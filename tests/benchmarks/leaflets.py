"""What every engine prints: the bundled tri-fold for the office's laser, as copies of offices that differ."""

import re
from dataclasses import replace
from typing import Any

from cards import DAY, ROOT, data_uri

from campaign.filling.filler import Filler
from campaign.model.work import Job, Workshop
from campaign.planning.plan import Selection, plan
from campaign.reading.folder import read_campaign

FORMAT = "leaflet-trifold-a4"
PUBLICATION = "leaflet-kenali-jebakan"
STREETS = ("", "Jl. Merdeka No. {}", "Jl. Pelabuhan Lama No. {}, di sebelah kantor pos besar, lantai dua")


def workshop_with(count: int) -> tuple[Workshop, tuple[Job, ...]]:
    """The bundled campaign with ``count`` offices, a third of them each without, with a short and a long address."""
    reading = read_campaign(ROOT)
    campaign, language = reading.campaign, reading.campaign.first_language
    region = next(iter(campaign.regions.values()))
    offices = [
        region.model_copy(
            update={
                "id": f"kantor-{number:03}",
                "name": f"Wilayah {number}",
                "office": f"BP3MI Wilayah {number}",
                "address": STREETS[number % len(STREETS)].format(number),
                "languages": (language,),
                "publications": (PUBLICATION,),
                "profiles": ("office",),
            }
        )
        for number in range(1, count + 1)
    ]
    campaign = replace(campaign, regions={office.id: office for office in offices})
    jobs = plan(campaign, Selection(formats=(FORMAT,), languages=(language,)), DAY).jobs
    copies = tuple(job for job in jobs if job.region and job.format.name == FORMAT)
    return Workshop(campaign, reading.library, DAY), copies


def all_leaflets(count: int) -> dict[str, Any]:
    """The style sheet, and each copy as a page of HTML without outside files, for engines that know nothing of us."""
    workshop, jobs = workshop_with(count)
    filler = Filler(workshop)
    filled = [filler.fill(job) for job in jobs]
    css = "\n".join(workshop.library.text(path) for path in filled[0].styles)
    files = workshop.library.files
    pages = [re.sub(r'src="(assets/[^"]+)"', lambda m: f'src="{data_uri(files[m[1]])}"', each.body) for each in filled]
    return {"css": css, "pages": pages}
