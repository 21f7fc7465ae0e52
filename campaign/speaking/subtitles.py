"""Subtitles of a spot: its written words, cut where a reader pauses, each long enough to be read.

The rules are the usual ones of broadcasters: at most two lines of 42 characters, 17 characters a second, between 5/6 s
and 7 s, and two frames between two of them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from campaign.problems import CampaignError, Problem
from campaign.speaking.timeline import FRAMES, Cue, Timeline

LINE, LINES = 42, 2  # characters, lines
FASTEST = 17.0  # characters a second
SHORTEST, LONGEST = 5 / 6, 7.0  # seconds
BETWEEN = 2 / FRAMES  # seconds
PAUSE, DIGIT = 4, 4  # characters that a pause, and a digit read by itself, last longer than they look

_PAUSE = re.compile(r"(?<=[.?!…”])\s+|(?<=[,;:])\s+|\s+(?=[–—] )")


@dataclass(frozen=True, slots=True)
class Subtitle:
    """``lines`` stand from ``start`` to ``end``, seconds."""

    start: float
    end: float
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        return " ".join(self.lines)

    @property
    def srt(self) -> str:
        """Its times as SubRip has them."""
        return f"{_clock(self.start, ',')} --> {_clock(self.end, ',')}"

    @property
    def vtt(self) -> str:
        """Its times as WebVTT has them."""
        return f"{_clock(self.start, '.')} --> {_clock(self.end, '.')}"


def subtitles(spot: Timeline, file: str) -> tuple[Subtitle, ...]:
    """The subtitles of all scenes that speak.

    Raises CampaignError: SB001 for a scene whose words cannot be read in their time.
    """
    made: list[Subtitle] = []
    problems = []
    for cue, following in pairwise((*spot.cues, None)):
        if cue is None or not cue.scene.written:
            continue
        limit = following.voice_start if following else spot.seconds
        parts = _timed(cue, limit - BETWEEN)
        fast = [part for part in parts if not _readable(part) or part.end > limit]
        if fast:
            text = f"the scene {{#{cue.id}}} is read too fast for its subtitles: “{fast[0].text}”"
            hint = "use fewer words, or give the spot more seconds"
            problems.append(Problem(file, cue.scene.line, "SB001", text, hint))
        made += parts
    if problems:
        raise CampaignError(problems)
    return tuple(made)


def _readable(part: Subtitle) -> bool:
    seconds = part.end - part.start
    return len(part.text) / seconds <= FASTEST + 0.01 and SHORTEST - 0.01 <= seconds <= LONGEST + 0.01


def _timed(cue: Cue, limit: float) -> list[Subtitle]:
    """The words of one scene in time: each part gets its share of the voice's seconds, and more if it needs more."""
    parts = _parts(cue.scene.written)
    weights = [len(part) + PAUSE + DIGIT * sum(map(str.isdigit, part)) for part in parts]
    spoken = cue.voice_end - cue.voice_start
    needs = [max(SHORTEST, len(part) / FASTEST) + BETWEEN + 1 / FRAMES for part in parts]
    shares = [max(spoken * weight / sum(weights), need) for weight, need in zip(weights, needs, strict=True)]
    room = limit - cue.voice_start
    if sum(shares) > room:  # what some need more than their share, the roomy ones give
        spare = [share - need for share, need in zip(shares, needs, strict=True)]
        over = min(sum(shares) - room, sum(spare))
        shares = [share - over * s / (sum(spare) or 1) for share, s in zip(shares, spare, strict=True)]
    made, at = [], cue.voice_start
    for part, share in zip(parts, shares, strict=True):
        end = _on_grid(min(at + share - BETWEEN, at + LONGEST))
        made.append(Subtitle(_on_grid(at), end, _lines(part)))
        at += share
    return made


def _parts(text: str) -> list[str]:
    """A text in stretches of at most two lines, cut at pauses; a stretch without one is cut at a word."""
    most = LINE * LINES
    parts: list[str] = []
    for clause in (piece for phrase in _PAUSE.split(text) for piece in _halves(phrase)):
        joined = f"{parts[-1]} {clause}" if parts else clause
        ended = bool(parts) and parts[-1].endswith((".", "?", "!", "…", "”"))
        if parts and len(joined) <= most and _fits(joined) and not (ended and len(parts[-1]) > LINE / 2):
            parts[-1] = joined
        else:
            parts.append(clause)
    return parts


def _halves(phrase: str) -> Iterator[str]:
    """A phrase that two lines hold, or its two halves, and so on."""
    words = phrase.split()
    if _fits(phrase) or len(words) < 2:
        yield phrase
        return
    lengths = [len(" ".join(words[:n])) for n in range(1, len(words))]
    middle = min(range(len(lengths)), key=lambda i: abs(lengths[i] - len(phrase) / 2)) + 1
    yield from _halves(" ".join(words[:middle]))
    yield from _halves(" ".join(words[middle:]))


def _fits(text: str) -> bool:
    return all(len(line) <= LINE for line in _lines(text)) and len(_lines(text)) <= LINES


def _lines(text: str) -> tuple[str, ...]:
    """One line if it fits, else two of about the same length, the lower one the longer."""
    if len(text) <= LINE:
        return (text,)
    words = text.split(" ")
    splits = [(" ".join(words[:n]), " ".join(words[n:])) for n in range(1, len(words))]
    fitting = [pair for pair in splits if max(map(len, pair)) <= LINE]
    if not fitting:
        return tuple(_greedy(words))
    return min(fitting, key=lambda pair: (abs(len(pair[0]) - len(pair[1])), len(pair[0])))


def _greedy(words: Sequence[str]) -> Iterator[str]:
    line = ""
    for word in words:
        if line and len(line) + 1 + len(word) > LINE:
            yield line
            line = word
        else:
            line = f"{line} {word}".strip()
    yield line


def _on_grid(seconds: float) -> float:
    return round(seconds * FRAMES) / FRAMES


def _clock(seconds: float, point: str) -> str:
    whole, thousandths = divmod(round(seconds * 1000), 1000)
    minutes, rest = divmod(whole, 60)
    return f"{minutes // 60:02}:{minutes % 60:02}:{rest:02}{point}{thousandths:03}"
