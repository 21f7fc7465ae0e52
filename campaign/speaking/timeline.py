"""One spot, one timeline: when each scene is seen, when its words are heard, which subtitle stands when.

Script, storyboard, subtitles, sound and film are all made from it, so they cannot disagree. All times are seconds from
the start and lie on the grid of frames, 25 a second, which is 1,920 samples of sound each.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from campaign.model.message import Message, Section
from campaign.problems import CampaignError, Problem
from campaign.speaking.composing import contacts_in
from campaign.speaking.lexicon import Lexicon
from campaign.speaking.normalise import Spoken, speakable
from campaign.speaking.timing import seconds as reading_seconds

FRAMES = 25  # a second
LEAD, TAIL = 0.8, 0.6  # seconds of silence before the first and after the last word, at least
GAP = 0.45  # between two scenes, at least
PAUSE = 0.5  # seconds of a reading time that are the silence after its last sentence
EASE = 1.2  # seconds by which slack may lengthen one gap; the rest holds the last scene
SILENT = 1.6  # seconds of a scene without words, if it does not say


@dataclass(frozen=True, slots=True)
class Scene:
    """A scene before it has a time. ``shown`` are the lines on the screen; ``seconds`` what the author asks for."""

    id: str
    heading: str
    written: str
    spoken: Spoken
    shown: tuple[str, ...]
    look: str  # how a film composes it: "chat", "signs", "call", "picture"
    picture: str  # an illustration's name
    sound: str
    role: str  # announcer or voice
    line: int
    seconds: float  # of speech, or of silence


@dataclass(frozen=True, slots=True)
class Cue:
    """A scene in time: seen from ``start`` to ``end``, heard from ``voice_start`` to ``voice_end``."""

    scene: Scene
    start: float
    end: float
    voice_start: float
    voice_end: float

    @property
    def id(self) -> str:
        return self.scene.id

    @property
    def frames(self) -> tuple[int, int]:
        """The first frame, and the one after the last."""
        return round(self.start * FRAMES), round(self.end * FRAMES)

    @property
    def clock(self) -> str:
        """When it begins: "0:07"."""
        minutes, seconds = divmod(int(self.start), 60)
        return f"{minutes}:{seconds:02}"


@dataclass(frozen=True, slots=True)
class Timeline:
    """All scenes of a spot over its whole length."""

    title: str
    language: str
    seconds: float
    cues: tuple[Cue, ...]
    speech: float  # seconds that are spoken

    @property
    def frames(self) -> int:
        return round(self.seconds * FRAMES)


def scenes(message: Message, lexicon: Lexicon, pace: float = 1.0) -> tuple[Scene, ...]:
    """The scenes of a spot with their estimated seconds; ``pace`` is the announcer's factor (1.1: slower).

    Raises CampaignError: SP002 for each written form that nobody can read aloud.
    """
    found = tuple(_scene(section, message, lexicon, pace) for section in message.sections)
    problems = [
        Problem(
            message.file,
            scene.line,
            "SP002",
            f"“{leftover}” cannot be read aloud",
            f"write it out, or say how it sounds in templates/radio/lexicon.yaml under {lexicon.language}: words",
        )
        for scene in found
        for leftover in scene.spoken.leftovers
    ]
    if problems:
        raise CampaignError(problems)
    return found


def _scene(section: Section, message: Message, lexicon: Lexicon, pace: float) -> Scene:
    written = " ".join(" ".join(paragraph.plain.split()) for paragraph in section.paragraphs)
    spoken = speakable(written, lexicon, contacts_in(*section.paragraphs))
    asked = section.attribute("seconds")
    silence = float(asked) if asked.replace(".", "", 1).isdigit() else SILENT
    return Scene(
        id=section.id,
        heading=section.heading,
        written=written,
        spoken=spoken,
        shown=tuple(item.whole.plain for item in section.items),
        look=section.attribute("look") or "picture",
        picture=section.attribute("picture") or message.illustration,
        sound=section.attribute("sound"),
        role=section.attribute("voice") or "announcer",
        line=section.line,
        seconds=max(0.4, reading_seconds(spoken.text, message.language) - PAUSE) * pace if written else silence,
    )


def timeline(
    message: Message, found: Sequence[Scene], slot: float, heard: Mapping[str, float] | None = None
) -> Timeline:
    """Scenes laid out over a slot of so many seconds. ``heard`` gives measured seconds of a voice by the scene's id.

    Raises CampaignError: SP001, with the seconds and about the words that are too many.
    """
    lengths = [(heard or {}).get(scene.id, scene.seconds) for scene in found]
    slack = slot - LEAD - TAIL - sum(lengths) - GAP * (len(found) - 1)
    if slack < 0:
        raise CampaignError(_too_long(message, found, sum(lengths), slot, -slack))
    gap = GAP + min(EASE, slack / max(1, len(found)))
    cues: list[Cue] = []
    at, voice = 0.0, LEAD
    for scene, length in zip(found, lengths, strict=True):
        voice_start, voice_end = _on_grid(voice), _on_grid(voice + length)
        end = _on_grid(voice + length + gap / 2)
        cues.append(Cue(scene, at, end, voice_start, min(voice_end, end)))
        at, voice = end, voice + length + gap
    cues[-1] = replace(cues[-1], end=float(slot))
    return Timeline(message.title, message.language, float(slot), tuple(cues), round(sum(lengths), 2))


def _too_long(message: Message, found: Sequence[Scene], speech: float, slot: float, over: float) -> Problem:
    words = sum(len(scene.spoken.text.split()) for scene in found)
    too_many = max(1, round(over * words / max(speech, 0.1)))
    longest = max(found, key=lambda scene: scene.seconds)
    text = f"the spot takes {slot + over:.1f} seconds, {over:.1f} more than its {slot:g}: about {too_many} words"
    hint = f"shorten it; the longest scene is {{#{longest.id}}}, line {longest.line}"
    return Problem(message.file, message.line_of("seconds") or 1, "SP001", text, hint)


def _on_grid(seconds: float) -> float:
    return round(seconds * FRAMES) / FRAMES
