"""A spot as a station's announcer reads it: its scenes as the lines of a script."""

from collections.abc import Mapping

from campaign.model.message import Message
from campaign.model.numbers import long_date, number
from campaign.speaking.composing import EFFECT, Role
from campaign.speaking.script import Line, RadioScript
from campaign.speaking.timeline import Cue, Timeline


def spot_script(message: Message, spot: Timeline, words: Mapping[str, str]) -> RadioScript:
    """The script of a timeline. ``words`` are the interface words of the language."""
    lines = tuple(line for cue in spot.cues for line in _lines(cue, words))
    read = [cue.scene.spoken for cue in spot.cues]
    return RadioScript(
        title=message.title,
        lines=lines,
        seconds=spot.speech,
        estimate=number(round(spot.speech, 1), message.language),
        slot=spot.seconds,
        words=sum(len(spoken.printed.split()) for spoken in read),
        pronunciations=tuple(dict.fromkeys(pair for spoken in read for pair in spoken.pronunciations)),
        channel=message.call,
        valid_from=long_date(message.publish, message.language) if message.publish else "",
        valid_until=long_date(message.expires, message.language) if message.expires else "",
    )


def _lines(cue: Cue, words: Mapping[str, str]) -> list[Line]:
    scene = cue.scene
    lines = []
    if scene.sound:
        lines.append(_line(words, "effect", (scene.sound, scene.sound, ""), cue.start, EFFECT))
    if scene.written:
        role: Role = "voice" if scene.role == "voice" else "announcer"
        spoken = scene.spoken
        length = round(cue.voice_end - cue.voice_start, 3)
        lines.append(_line(words, role, (scene.written, spoken.printed, spoken.text), cue.voice_start, length))
    return lines


def _line(words: Mapping[str, str], role: Role, texts: tuple[str, str, str], start: float, length: float) -> Line:
    """``texts``: as it is written, as it is printed, as it sounds."""
    return Line(words[f"radio-{role}"], role, "text", *texts, round(start, 1), length)
