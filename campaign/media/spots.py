"""What sound and film share: a spot's timeline, its guide voice in time, and what their files say of themselves."""

from functools import lru_cache

import numpy as np

from campaign.model.message import Message
from campaign.model.work import Filled, Workshop
from campaign.sounding import RATE
from campaign.sounding.conversion import Sound, stereo
from campaign.sounding.loudness import PROFILES, levelled
from campaign.sounding.voice import speak
from campaign.speaking.lexicon import PATH as LEXICON
from campaign.speaking.lexicon import Lexicon, read_lexicons
from campaign.speaking.timeline import Timeline, scenes, timeline

MARK = 0.75  # seconds that the spoken mark of a guide takes at most


def message_of(filled: Filled, workshop: Workshop) -> Message:
    return workshop.campaign.messages[filled.job.subject, filled.job.language]


def timeline_of(filled: Filled, workshop: Workshop, *, heard: bool = False) -> Timeline:
    """The spot in time, by estimate, or by the seconds of the guide voice that is ``heard``.

    Raises CampaignError when it is too long, MachineError where there is no voice to measure.
    """
    message = message_of(filled, workshop)
    found = scenes(message, _lexicon(workshop.library.text(LEXICON), message.language))
    spoken = [scene for scene in found if scene.written]
    lengths = {s.id: len(speak(s.spoken.text, message.language, s.role)) / RATE for s in spoken} if heard else None
    return timeline(message, found, message.seconds or 0, lengths)


@lru_cache(maxsize=8)
def _lexicon(text: str, language: str) -> Lexicon:
    return read_lexicons(text)[language]


def guide(spot: Timeline, mark: str) -> Sound:
    """The guide voice over the whole length, two channels at -23 LUFS; the first thing said is ``mark``."""
    sound = np.zeros(round(spot.seconds * RATE), np.float32)
    if mark:
        said = speak(mark, spot.language, words_a_minute=200)[: round(MARK * RATE)]
        sound[: len(said)] = said * 0.7
    for cue in spot.cues:
        if cue.scene.written:
            voice = speak(cue.scene.spoken.text, spot.language, cue.scene.role)
            at = round(cue.voice_start * RATE)
            voice = voice[: len(sound) - at]
            sound[at : at + len(voice)] += voice
    return levelled(stereo(sound[None]), PROFILES["ebu-r128"])


def tags(filled: Filled, workshop: Workshop, title: str) -> dict[str, str]:
    """Title, publisher, language and version, in a file's metadata."""
    campaign, language = workshop.campaign, filled.job.language
    return {
        "title": campaign.local(campaign.words["guide-title"], language).format(title),
        "artist": campaign.local(campaign.settings.publisher, language),
        "album": campaign.local(campaign.settings.name, language),
        "language": language,
        "comment": filled.alt or title,
    }


def mark_of(filled: Filled, workshop: Workshop) -> str:
    return workshop.campaign.local(workshop.campaign.words["guide-mark"], filled.job.language)
