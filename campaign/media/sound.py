"""Sound: the guide voice of a spot as WAV and MP3, for timing and for the announcer; never for broadcast."""

from campaign.media.spots import guide, mark_of, message_of, tags, timeline_of
from campaign.model.work import Filled, Made, Workshop
from campaign.sounding.bwf import Origin, wave
from campaign.sounding.conversion import mp3
from campaign.sounding.loudness import measured


def make(filled: Filled, workshop: Workshop) -> Made:
    """One file, exactly as long as the spot. Raises CampaignError, or MachineError without the extra [broadcast]."""
    message = message_of(filled, workshop)
    spot = timeline_of(filled, workshop, heard=True)
    sound = guide(spot, mark_of(filled, workshop))
    labels = tags(filled, workshop, message.title)
    if filled.job.extension == "mp3":
        data, media_type = mp3(sound, labels), "audio/mpeg"
    else:
        origin = Origin(labels["title"], labels["artist"], f"{message.code} v{message.version}", str(message.updated))
        data, media_type = wave(sound, origin, measured(sound)), "audio/wav"
    said = tuple(cue.scene.written for cue in spot.cues)
    return Made(filled.job, data, filled, media_type=media_type, seconds=spot.seconds, lines=said)
