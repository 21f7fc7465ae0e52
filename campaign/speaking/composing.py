"""What a spot says: the beats that a message offers, and the choice of those that fit the slot.

A beat is a stretch of text that is read or left out as a whole. The order in which beats are heard and the order in
which they earn their seconds differ: the number to call comes last and is never left out.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from campaign.model.message import Item, Message, Section
from campaign.model.text import RichText

Role = Literal["announcer", "voice", "effect", "music"]
Part = Literal["hook", "gist", "intro", "point", "deed", "thought", "lure", "call", "closing", "text"]  # for templates

FULL = 0.85  # of a slot, below which a spot sounds unfinished
AIR = 1.0  # seconds that stay silent: a breath at either end
EFFECT = 1.0  # seconds of a sound by itself
TWICE_FROM = 45  # seconds of a slot in which the number is said twice

_POINTS = {"tactic": "warning-signs", "route": "steps", "checklist": "items"}
_INTRO = {"tactic": "radio-signs", "route": "radio-steps", "checklist": "radio-items"}
_CONTACT = re.compile(r"\+?\d[\d\s()-]*\d|[\w-]+(?:\.[\w-]+)+(?:/[\w./-]*)?")
_SENTENCE = re.compile(r"(?<=[.?!…])[”\"’)]?\s+(?=[“\"‘(]?[A-ZÀ-Þ0-9])")
_SHORTENED = ("No.", "Jl.", "Kab.", "dr.", "Dr.", "St.")


@dataclass(frozen=True, slots=True, eq=False)
class Beat:
    """One stretch of a script. ``line`` is where it stands in the message's file, for problems.

    Two beats with the same words are still two: each costs its own seconds.
    """

    role: Role
    text: str
    line: int | None = None
    contacts: tuple[str, ...] = ()  # numbers in the text that a register gave
    part: Part = "text"


@dataclass(frozen=True)
class Material:
    """Everything that a message offers to a spot."""

    hook: Beat
    gist: Beat
    intro_all: Beat
    intro_some: Beat
    points: tuple[tuple[Beat, ...], ...]  # each point's lead, then its sentences
    deeds: tuple[tuple[Beat, ...], ...]  # what to do, likewise
    thought: tuple[Beat, ...]  # what to remember
    lure: tuple[Beat, ...]
    closing: tuple[Beat, ...]  # the number to call and who says so
    opening: tuple[Beat, ...]

    @property
    def beats(self) -> tuple[Beat, ...]:
        """All of them."""
        told = (beat for beats in (*self.points, *self.deeds, self.thought) for beat in beats)
        single = (self.hook, self.gist, self.intro_all, self.intro_some)
        return (*self.opening, *self.lure, *single, *told, *self.closing)


def ended(text: str) -> str:
    """A text that a voice can end: with a full stop where the author left none."""
    text = text.strip()
    return text if re.search(r"[.?!…][”\"’)]*$", text) else f"{text}." if text else ""


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text, "No. 18" and its like unbroken."""
    whole: list[str] = []
    start = 0
    for gap in _SENTENCE.finditer(text):
        mark = gap.start() + len(gap[0].rstrip())
        if not text[:mark].endswith(_SHORTENED):
            whole.append(text[start:mark].strip())
            start = gap.end()
    return tuple(part for part in (*whole, text[start:].strip()) if part)


def contacts_in(*texts: RichText) -> tuple[str, ...]:
    """Numbers and addresses that stand in a text because a register put them there."""
    found = (match[0] for text in texts for run in text.runs if run.channel for match in _CONTACT.finditer(run.text))
    return tuple(dict.fromkeys(found))


def material(message: Message, words: Mapping[str, str], closing: Sequence[Beat]) -> Material:
    """A message's beats. A sentence that names a contact is left out: the spot says its one number at the end."""
    ids = (_POINTS.get(message.kind, ""), "what-to-do", "remember", "lure")
    points, deeds, thought, lure = (message.section(id) for id in ids)
    intro = _INTRO.get(message.kind, "radio-signs")
    return Material(
        hook=Beat("announcer", ended(message.title), message.line_of("title"), part="hook"),
        gist=Beat("announcer", ended(message.summary), message.line_of("summary"), part="gist"),
        intro_all=Beat("announcer", words[intro], part="intro"),
        intro_some=Beat("announcer", words[f"{intro}-some"], part="intro"),
        points=_told(points, "point"),
        deeds=_told(deeds, "deed"),
        thought=_thought(thought),
        lure=_lure(lure, words),
        closing=tuple(closing),
        opening=(Beat("music", words["radio-music-under"]),),
    )


def _told(section: Section | None, part: Part) -> tuple[tuple[Beat, ...], ...]:
    told = (_item(item, part) for item in section.items) if section else ()
    return tuple(beats for beats in told if beats)


def _item(item: Item, part: Part) -> tuple[Beat, ...]:
    """Lead and sentences; a lead that asks keeps its answer."""
    contacts = contacts_in(item.title, item.text)
    texts = [ended(item.title.plain), *sentences(item.text.plain)]
    texts = [text for text in texts if text]
    if len(texts) > 1 and texts[0].endswith("?"):
        texts[:2] = [" ".join(texts[:2])]
    beats: list[Beat] = []
    for text in texts:
        if any(contact in text for contact in contacts):
            break
        beats.append(Beat("announcer", ended(text), item.line, part=part))
    return tuple(beats)


def _thought(section: Section | None) -> tuple[Beat, ...]:
    if section is None or contacts_in(*section.paragraphs):
        return ()
    texts = (text for paragraph in section.paragraphs for text in sentences(" ".join(paragraph.plain.split())))
    return tuple(Beat("announcer", ended(text), section.line, part="thought") for text in texts)


def _lure(section: Section | None, words: Mapping[str, str]) -> tuple[Beat, ...]:
    if section is None or not section.paragraphs:
        return ()
    text = " ".join(ended(" ".join(paragraph.plain.split())) for paragraph in section.paragraphs)
    return (Beat("effect", words["radio-message-tone"], part="lure"), Beat("voice", text, section.line, part="lure"))


class Composer:
    """Chooses the beats of one spot. ``cost`` gives a beat's seconds."""

    def __init__(self, offered: Material, slot: float, cost: Mapping[Beat, float]) -> None:
        self.offered, self.slot, self.cost = offered, slot, cost
        self.room = slot - AIR

    def chosen(self) -> tuple[Beat, ...]:
        """The beats in the order of hearing. Longer than the room only when the fewest are already too long."""
        offered = self.offered
        first_deed = offered.deeds[0][:1] if offered.deeds else ()
        needed = (*offered.opening, offered.hook, *first_deed, *offered.closing)
        left = self.room - self._seconds(needed)
        if left < 0:
            return needed
        points, gist = self._points(left)
        left -= self._seconds((*points, *gist))
        extras = self._extras(set(points))
        taken = self._filled(extras, left)
        return self._in_order(points, gist, {beat for extra in taken for beat in extra})

    def _seconds(self, beats: Sequence[Beat]) -> float:
        return sum(self.cost[beat] for beat in beats)

    def _points(self, room: float) -> tuple[tuple[Beat, ...], tuple[Beat, ...]]:
        """As many leads as fit, with the gist before them if two or more leads still fit behind it."""
        offered = self.offered
        count = len(offered.points)
        gist = (offered.gist,) if offered.gist.text else ()
        tries = [(gist, n) for n in range(count, 1, -1)] + [((), n) for n in range(count, 0, -1)] + [(gist, 0)]
        for before, n in tries:
            intro = (offered.intro_all if n == count else offered.intro_some,) if n else ()
            leads = tuple(beats[0] for beats in offered.points[:n])
            if self._seconds((*before, *intro, *leads)) <= room:
                return (*intro, *leads), before
        return (), ()

    def _extras(self, points: set[Beat]) -> list[tuple[Beat, ...]]:
        """What is added while there is room, the most useful first."""
        offered = self.offered
        rest = [beats[1:] for beats in offered.points if beats[0] in points]
        deeds = [beats[:1] for beats in offered.deeds[1:]]
        reasons = [beats[1:2] for beats in offered.deeds]
        long = self.slot >= TWICE_FROM
        lure = [offered.lure] if long else []
        extras = [*lure, *deeds[:1], *(beats[:1] for beats in rest), *reasons[:1], *deeds[1:], *reasons[1:]]
        extras += [offered.thought]
        return [extra for extra in extras if extra]

    def _filled(self, extras: Sequence[tuple[Beat, ...]], room: float) -> tuple[tuple[Beat, ...], ...]:
        """Extras that fit, the first ones first; where that leaves the slot too empty, the next best that fill it."""
        wanted = room - (self.slot * (1 - FULL) - AIR)
        costs = [self._seconds(extra) for extra in extras]
        greedy: list[tuple[Beat, ...]] = []
        left = room
        for extra, cost in zip(extras, costs, strict=True):
            if cost <= left:
                greedy.append(extra)
                left -= cost
        if room - left >= wanted:
            return tuple(greedy)
        better = _first_full(costs[:14], room, wanted)
        return tuple(extras[i] for i in better) if better else tuple(greedy)

    def _in_order(self, points: tuple[Beat, ...], gist: tuple[Beat, ...], extras: set[Beat]) -> tuple[Beat, ...]:
        offered = self.offered
        beats = [*offered.opening, *(beat for beat in offered.lure if beat in extras), offered.hook, *gist]
        told = {beats[0]: beats for beats in offered.points}
        for beat in points:
            beats += [beat, *(more for more in told.get(beat, ())[1:] if more in extras)]
        for n, deed in enumerate(offered.deeds):
            beats += [beat for m, beat in enumerate(deed) if beat in extras or (n == 0 and m == 0)]
        beats += [beat for beat in offered.thought if beat in extras]
        return (*beats, *offered.closing)


def _first_full(costs: Sequence[float], room: float, wanted: float) -> tuple[int, ...]:
    """The first choice, in the order of the extras, whose sum lies between ``wanted`` and ``room``; empty if none."""

    def search(start: int, room: float, wanted: float) -> tuple[int, ...] | None:
        if wanted <= 0:
            return ()
        for i in range(start, len(costs)):
            if costs[i] <= room and (rest := search(i + 1, room - costs[i], wanted - costs[i])) is not None:
                return (i, *rest)
        return None

    return search(0, room, wanted) or ()
