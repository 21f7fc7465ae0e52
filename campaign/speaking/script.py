"""A radio spot from a message: lines that an announcer reads at once, in the seconds that there are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from campaign.model.message import Message, Section
from campaign.model.numbers import long_date, number
from campaign.problems import CampaignError, Problem
from campaign.speaking.composing import (
    AIR,
    EFFECT,
    TWICE_FROM,
    Beat,
    Composer,
    Part,
    Role,
    contacts_in,
    ended,
    material,
)
from campaign.speaking.lexicon import Lexicon
from campaign.speaking.normalise import Spoken, speakable
from campaign.speaking.timing import seconds as reading_seconds


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a script. ``printed`` is what the announcer reads from: numbers and addresses in words,
    abbreviations as they are written. ``spoken`` is every sound in words. Times in seconds."""

    role: str  # the word in capitals before the line: "ANNCR", "SFX"
    kind: Role
    part: Part
    written: str
    printed: str
    spoken: str
    start: float
    seconds: float

    @property
    def clock(self) -> str:
        """When the line begins: "0:07"."""
        minutes, seconds = divmod(round(self.start), 60)
        return f"{minutes}:{seconds:02}"


@dataclass(frozen=True, slots=True)
class RadioScript:
    """A spot as it is handed to a station."""

    title: str
    lines: tuple[Line, ...]
    seconds: float  # estimated reading time
    estimate: str  # the same as it is printed in the script's language: "28,6"
    slot: float
    words: int  # of what is read
    pronunciations: tuple[tuple[str, str], ...]  # (written, spoken)
    channel: str  # the id of the contact that is called
    valid_from: str  # a date in the script's language; empty when it is open
    valid_until: str


def radio_script(
    message: Message,
    *,
    slot: float,
    language: str,
    call_name: str,
    call_value: str,
    closing: str,
    words: Mapping[str, str],
    lexicon: Lexicon,
) -> RadioScript:
    """The spot for a slot of so many seconds, at least one of which stays silent.

    ``closing`` is the whole last sentence ("Pesan ini disampaikan oleh …"); ``words`` are the interface words of the
    language. A section ``{#radio-30s}`` of the message replaces the composed text and is read as it stands.

    Raises CampaignError: SP001 when the text is too long for the slot, SP002 for each written form that nobody can
    read aloud.
    """
    own = message.section(f"radio-{slot:g}s")
    if own is not None:
        offered = _own_beats(own, words)
    else:
        end = _closing(call_name, call_value, closing, words, twice=slot >= TWICE_FROM)
        parts = material(message, words, end)
        cost = {beat: _cost(beat, speakable(beat.text, lexicon, beat.contacts), language) for beat in parts.beats}
        offered = Composer(parts, slot, cost).chosen()
    read = [(beat, speakable(beat.text, lexicon, beat.contacts)) for beat in offered]
    _refuse_leftovers(message, read, lexicon)
    lines = _lines(read, language, words)
    estimate = round(sum(line.seconds for line in lines), 1)
    script = RadioScript(
        title=message.title,
        lines=lines,
        seconds=estimate,
        estimate=number(estimate, language),
        slot=slot,
        words=sum(len(line.printed.split()) for line in lines if _is_read(line.kind)),
        pronunciations=tuple(dict.fromkeys(pair for beat, spoken in read for pair in _noted(beat, spoken))),
        channel=message.call,
        valid_from=long_date(message.publish, language) if message.publish else "",
        valid_until=long_date(message.expires, language) if message.expires else "",
    )
    _refuse_overlong(message, script, own.line if own else None)
    return script


def _closing(name: str, value: str, closing: str, words: Mapping[str, str], *, twice: bool) -> tuple[Beat, ...]:
    by_web = any(letter.isalpha() for letter in value)
    name = _in_sentence(name)
    beats = [
        Beat(
            "announcer", words["radio-call-web" if by_web else "radio-call"].format(name, value), None, (value,), "call"
        )
    ]
    if twice:
        beats.append(Beat("announcer", words["radio-again"].format(value), None, (value,), "call"))
    return (*beats, Beat("announcer", ended(closing), part="closing"))


def _in_sentence(name: str) -> str:
    """A name within a sentence: "Pusat panggilan KP2MI" is a phrase and loses its capital, "Kontak OJK" keeps it."""
    first, _, rest = name.partition(" ")
    return f"{first.lower()} {rest}" if first.istitle() and rest[:1].islower() else name


def _own_beats(section: Section, words: Mapping[str, str]) -> tuple[Beat, ...]:
    """An author's own text, a beat for each paragraph; "SFX: …" and its like give the role."""
    roles = {words[f"radio-{role}"]: role for role in ROLES}
    beats = []
    for paragraph in section.paragraphs:
        text = " ".join(paragraph.plain.split())
        label, colon, rest = text.partition(":")
        role: Role = roles.get(label, "announcer") if colon else "announcer"
        text = rest.strip() if colon and label in roles else text
        beats.append(Beat(role, text, section.line, contacts_in(paragraph)))
    return tuple(beats)


ROLES: tuple[Role, ...] = ("announcer", "voice", "effect", "music")


def _is_read(role: Role) -> bool:
    return role in ("announcer", "voice")


def _noted(beat: Beat, spoken: Spoken) -> Sequence[tuple[str, str]]:
    return spoken.pronunciations if _is_read(beat.role) else ()


def _cost(beat: Beat, spoken: Spoken, language: str) -> float:
    """Seconds: a sound by itself takes one, music lies under the words."""
    if beat.role == "effect":
        return EFFECT
    return reading_seconds(spoken.text, language) if _is_read(beat.role) else 0.0


def _lines(read: Sequence[tuple[Beat, Spoken]], language: str, words: Mapping[str, str]) -> tuple[Line, ...]:
    """Beats as lines: a sign with its reason, all that is to be done, and the number with its repetition are one."""
    lines: list[Line] = []
    start, before = 0.0, None
    for beat, spoken in read:
        cost = _cost(beat, spoken, language)
        is_read = _is_read(beat.role)
        printed, sound = (spoken.printed, spoken.text) if is_read else (beat.text, "")
        line = Line(
            words[f"radio-{beat.role}"],
            beat.role,
            beat.part,
            beat.text,
            printed,
            sound,
            round(start, 1),
            round(cost, 3),
        )
        if before is not None and _belong_together(before, beat):
            lines[-1] = _joined(lines[-1], line)
        else:
            lines.append(line)
        start, before = start + cost, beat
    return tuple(lines)


def _belong_together(first: Beat, second: Beat) -> bool:
    if (first.role, first.part) != (second.role, second.part):
        return False
    return first.part in ("deed", "thought", "call") or (first.part == "point" and first.line == second.line)


def _joined(first: Line, second: Line) -> Line:
    return replace(
        first,
        written=f"{first.written} {second.written}",
        printed=f"{first.printed} {second.printed}",
        spoken=f"{first.spoken} {second.spoken}",
        seconds=round(first.seconds + second.seconds, 3),
    )


def _refuse_leftovers(message: Message, read: Sequence[tuple[Beat, Spoken]], lexicon: Lexicon) -> None:
    problems = [
        Problem(
            message.file,
            beat.line,
            "SP002",
            f"“{leftover}” cannot be read aloud",
            f"write it out, or say how it sounds in templates/radio/lexicon.yaml under {lexicon.language}: words",
        )
        for beat, spoken in read
        if _is_read(beat.role)
        for leftover in spoken.leftovers
    ]
    if problems:
        raise CampaignError(problems)


def _refuse_overlong(message: Message, script: RadioScript, line: int | None) -> None:
    over = script.seconds - (script.slot - AIR)
    if over <= 0.05:  # the tenth that rounding adds
        return
    pace = script.seconds / max(1, script.words)
    text = (
        f"the radio text for {script.slot:g} seconds takes {script.seconds:.1f}: "
        f"{over:.1f} seconds too long, about {max(1, round(over / pace))} words"
    )
    section = f"{{#radio-{script.slot:g}s}}"
    hint = f"shorten {section}" if line else f"shorten the title or the first thing to do, or write a section {section}"
    raise CampaignError(Problem(message.file, line, "SP001", text, hint))
