"""Subtitles that can be read in the time they stand, and that say what the script says."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.problems import CampaignError
from campaign.speaking.subtitles import BETWEEN, FASTEST, LINE, LINES, LONGEST, SHORTEST, subtitles
from campaign.speaking.timeline import Cue, Scene, Timeline


def cue(text: str, start: float, end: float, id: str = "satu") -> Cue:
    scene = Scene(id, id, text, None, (), "picture", "", "", "announcer", 12, end - start)  # type: ignore[arg-type]
    return Cue(scene, start, end, start, end)


def film(*cues: Cue, seconds: float = 30) -> Timeline:
    return Timeline("Uji", "id", seconds, cues, 0)


TEXT = "Jangan jawab dulu. Cek lowongannya di SISKOP2MI, dan tunjukkan tawarannya kepada keluarga di rumah."


def test_the_text_is_the_scripts():
    """Not a word more, not a word less."""
    assert " ".join(part.text for part in subtitles(film(cue(TEXT, 1, 9)), "f")) == TEXT


def test_a_scene_without_words_has_none():
    """Silence is not subtitled."""
    assert subtitles(film(cue("", 1, 4), cue(TEXT, 5, 13)), "f")[0].start == 5


def test_words_that_come_too_fast_are_an_error_at_their_scene():
    """Nobody reads forty letters in a second."""
    with pytest.raises(CampaignError) as caught:
        subtitles(film(cue(TEXT, 1, 2), cue(TEXT, 2.1, 12)), "content/spots/uji.id.md")
    assert [(p.code, p.line) for p in caught.value.problems] == [("SB001", 12)]


def test_times_are_written_as_players_read_them():
    """SubRip has a comma, WebVTT a point."""
    (part,) = subtitles(film(cue("Cek dulu.", 61.2, 63), seconds=90), "f")
    assert part.srt.startswith("00:01:01,200 --> ") and part.vtt.startswith("00:01:01.200 --> ")


WORDS = st.lists(st.text("abcdefghijklmnop", min_size=2, max_size=12), min_size=3, max_size=40)


@given(WORDS, st.floats(0.06, 0.12))
def test_any_text_at_a_speakers_pace_keeps_the_rules(words, pace):
    """At most two lines of 42 characters, 17 a second, 5/6 to 7 seconds, two frames apart."""
    text = re.sub(r"((?:\w+ ){6}\w+) ", r"\1, ", " ".join(words)) + "."
    spoken = max(1.5, len(text) * pace)
    parts = subtitles(film(cue(text, 1, 1 + spoken), seconds=spoken + 4), "f")
    assert " ".join(part.text for part in parts) == text
    for part in parts:
        seconds = part.end - part.start
        assert len(part.lines) <= LINES and all(len(line) <= LINE for line in part.lines)
        assert SHORTEST - 0.03 <= seconds <= LONGEST + 0.01
        assert len(part.text) / seconds <= FASTEST * 1.03
    for part, following in pairwise(parts):
        assert following.start - part.end >= BETWEEN - 0.041
