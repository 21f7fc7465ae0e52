"""Films of spots: scenes with their words, in time with the voice; and the lower third that goes with them."""

from io import BytesIO

from campaign.filming.encoding import mp4
from campaign.filming.motion import FRAMES, Shot, frames
from campaign.filming.planes import Overlay
from campaign.media.spots import guide, message_of, tags, timeline_of
from campaign.media.stills import Stills
from campaign.model.work import Filled, Made, Workshop
from campaign.sounding.loudness import PROFILES, levelled
from campaign.speaking.subtitles import Subtitle, subtitles
from campaign.speaking.timeline import Cue

ISO_639_2 = {"id": "ind", "en": "eng", "jv": "jav", "su": "sun"}
STEPS_WITHIN = 0.75  # of a scene's voice, in which all its words appear


def make(filled: Filled, workshop: Workshop) -> Made:
    """An MP4 with the guide voice, or a transparent PNG. Raises CampaignError; MachineError without [broadcast]."""
    stills = Stills(filled, workshop)
    if filled.job.extension == "png":
        return _lower_third(filled, stills)
    format, message = filled.job.format, message_of(filled, workshop)
    spot = timeline_of(filled, workshop, heard=True)
    parts = subtitles(spot, message.file) if format.variant in ("captions", "signer") else ()
    shots = [_shot(cue, stills, format.variant) for cue in spot.cues]
    sound = guide(spot, "")
    if format.variant == "captions":
        sound = levelled(sound, PROFILES["online"])
    size = (stills.canvas.width, stills.canvas.height)
    captions = [(_frames(part), stills.subtitle(number)) for number, part in enumerate(parts, 1)]
    data = mp4(
        frames(shots, captions), size, sound, tags(filled, workshop, message.title), ISO_639_2.get(spot.language, "und")
    )
    return Made(
        filled.job, data, filled, media_type="video/mp4", width=size[0], height=size[1], seconds=spot.seconds,
        lines=(*stills.lines, *(cue.scene.written for cue in spot.cues)),
    )  # fmt: skip


def _lower_third(filled: Filled, stills: Stills) -> Made:
    out = BytesIO()
    stills.lower_third().save(out, "PNG")
    size = (stills.canvas.width, stills.canvas.height)
    return Made(
        filled.job, out.getvalue(), filled, media_type="image/png", width=size[0], height=size[1],
        lines=tuple(stills.lines),
    )  # fmt: skip


def _shot(cue: Cue, stills: Stills, variant: str) -> Shot:
    """A scene. Its words come one after the other while the voice speaks; without words it is the ground alone."""
    first, end = cue.frames
    steps = max(len(cue.scene.shown), 3 if cue.scene.look == "call" else 0)
    states: list[tuple[int, Overlay]] = []
    if variant != "clean":
        states.append((first, stills.words(cue.id, 0)))
        start, spoken = cue.voice_start, max(1.0, cue.voice_end - cue.voice_start)
        for step in range(1, steps + 1):
            at = start + spoken * STEPS_WITHIN * (step - 1) / max(1, steps)
            states.append((round(at * FRAMES), stills.words(cue.id, step)))
    return Shot(first, end, stills.planes(cue.id), tuple(states), zoom=1.0 if cue.scene.look == "call" else 1.04)


def _frames(part: Subtitle) -> tuple[int, int]:
    return round(part.start * FRAMES), round(part.end * FRAMES)
