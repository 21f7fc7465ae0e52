"""One spot, one timeline: nothing overlaps, nothing is cut, everything lies on the grid of frames."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.model.message import Item, Message, Section
from campaign.model.text import RichText
from campaign.problems import CampaignError
from campaign.speaking.timeline import FRAMES, GAP, LEAD, TAIL, Scene, scenes, timeline


def section(id: str, words: str, *shown: str, **attributes: str) -> Section:
    items = tuple(Item(RichText(), RichText.of(text)) for text in shown)
    paragraphs = (RichText.of(words),) if words else ()
    return Section(id, id.title(), tuple(attributes.items()), paragraphs, items, False, 10)


def spot(*sections: Section, seconds: float = 30) -> Message:
    return Message(
        slug="uji", language="id", kind="spot", file="content/spots/uji.id.md", title="Uji", summary="Uji.", code="U",
        version=1, updated=date(2026, 1, 1), call="c", check="w", sections=sections, seconds=seconds,
        lines=(("seconds", 7),),
    )  # fmt: skip


SHORT = "Cek dulu, baru berangkat."


def test_every_scene_keeps_its_words_its_look_and_its_sound(lexicons):
    """What the author wrote is what a film, a script and a voice are told."""
    message = spot(section("satu", SHORT, "Cek dulu", look="signs", sound="bel", voice="voice"))
    (scene,) = scenes(message, lexicons["id"])
    assert (scene.written, scene.shown, scene.look, scene.sound, scene.role) == (
        SHORT, ("Cek dulu",), "signs", "bel", "voice",
    )  # fmt: skip


def test_what_cannot_be_read_aloud_is_an_error_at_its_line(lexicons):
    """A voice would swallow it or say nonsense."""
    with pytest.raises(CampaignError) as caught:
        scenes(spot(section("satu", "Bayar @ 5kg XQZ.")), lexicons["id"])
    assert {(p.code, p.line) for p in caught.value.problems} == {("SP002", 10)}


def test_a_spot_that_is_too_long_says_by_how_much(lexicons):
    """The author learns the seconds and about how many words to take out."""
    message = spot(section("satu", " ".join([SHORT] * 9)), section("dua", SHORT), seconds=15)
    with pytest.raises(CampaignError) as caught:
        timeline(message, scenes(message, lexicons["id"]), 15)
    (problem,) = caught.value.problems
    assert (problem.code, problem.line) == ("SP001", 7)
    assert "seconds" in problem.message and "words" in problem.message and "{#satu}" in problem.hint


def test_a_measured_voice_replaces_the_estimate(lexicons):
    """A slow voice moves everything after it, in film and script alike."""
    message = spot(section("satu", SHORT), section("dua", SHORT))
    found = scenes(message, lexicons["id"])
    slow = timeline(message, found, 30, {"satu": 9.0, "dua": 2.0})
    assert slow.cues[0].voice_end - slow.cues[0].voice_start == pytest.approx(9, abs=1 / FRAMES)
    assert slow.cues[1].voice_start > 9 + LEAD


def test_a_scene_without_words_lasts_as_long_as_it_says(lexicons):
    """A picture may stand in silence."""
    message = spot(section("satu", SHORT), section("diam", "", "Lihat", seconds="4"))
    assert scenes(message, lexicons["id"])[1].seconds == 4


def made(lengths: list[float]) -> tuple[Message, tuple[Scene, ...]]:
    message = spot(*(section(f"s{n}", SHORT) for n in range(len(lengths))), seconds=180)
    blank = Scene("", "", SHORT, None, (), "picture", "", "", "announcer", 1, 0)  # type: ignore[arg-type]
    from dataclasses import replace

    return message, tuple(replace(blank, id=f"s{n}", seconds=length) for n, length in enumerate(lengths))


@given(st.lists(st.floats(0.3, 8), min_size=1, max_size=9), st.sampled_from([15, 30, 60, 90]))
def test_scenes_follow_each_other_over_the_whole_slot(lengths, slot):
    """No gap, no overlap, no word outside its scene, silence at both ends, for any lengths that fit."""
    message, found = made(lengths)
    need = sum(lengths) + GAP * (len(lengths) - 1) + LEAD + TAIL
    if need > slot:
        return
    result = timeline(message, found, slot)
    assert (result.cues[0].start, result.cues[-1].end) == (0, slot)
    for cue, following in pairwise(result.cues):
        assert cue.end == following.start
    for cue in result.cues:
        assert cue.start <= cue.voice_start <= cue.voice_end <= cue.end
        assert all(abs(t * FRAMES - round(t * FRAMES)) < 1e-6 for t in (cue.start, cue.end, cue.voice_start))
    assert result.cues[0].voice_start >= LEAD - 0.03
    assert result.cues[-1].voice_end <= slot - TAIL + 0.05
