"""Storyboards: a page with a frame of each scene, drawn from the film that the format shows."""

from dataclasses import replace
from io import BytesIO

from campaign.filling.filler import Filler
from campaign.media import document
from campaign.media.spots import timeline_of
from campaign.media.stills import Stills
from campaign.model.library import Library
from campaign.model.work import Filled, Made, Workshop
from campaign.problems import CampaignError, Problem

STEPS = 9  # more than any scene has: all its words


def make(filled: Filled, workshop: Workshop) -> Made:
    """The document, with the film's own frames as its pictures. Needs neither sound nor an encoder."""
    frames = _frames(filled, workshop)
    library = Library({**workshop.library.files, **frames})
    return document.make(filled, replace(workshop, library=library))


def _frames(filled: Filled, workshop: Workshop) -> dict[str, bytes]:
    """ "assets/frames/<scene>.png" for each scene. Raises CampaignError when the film's format is not there."""
    job, formats = filled.job, workshop.campaign.formats
    film = next((f for f in formats.values() if f.name == f"{job.format.shows}-{job.format.seconds:g}s"), None)
    if film is None:
        text = f"{job.format.name} shows the film “{job.format.shows}”, which is no format"
        file = f"templates/{job.format.family}/format.yaml"
        raise CampaignError(
            Problem(file, job.format.line or None, "FM006", text, "shows: names a film of the same length")
        )
    film_job = replace(job, format=film, extension="mp4", path=job.path)
    stills = Stills(Filler(workshop).fill(film_job), workshop)
    return {f"assets/frames/{cue.id}.png": _png(stills, cue.id) for cue in timeline_of(filled, workshop).cues}


def _png(stills: Stills, cue: str) -> bytes:
    out = BytesIO()
    stills.whole(cue, STEPS).reduce(2).save(out, "PNG")
    return out.getvalue()
