"""The guide voice, and how well the estimate knows it."""

import re
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("av", reason='needs the extra: pip install "campaign[broadcast]"')

from campaign.sounding import RATE
from campaign.sounding.voice import seconds_of, speak
from campaign.speaking.lexicon import PATH, read_lexicons
from campaign.speaking.normalise import speakable
from campaign.speaking.timeline import PAUSE
from campaign.speaking.timing import seconds

ROOT = Path(__file__).parents[2]
SIGN = re.compile(r"\d\. \*\*(.*?)\*\* (.{30,}?)( \{.*)?$")


def texts() -> list[str]:
    """Signs of the bundled tactics in words; the estimate was fitted to other texts."""
    lexicon = read_lexicons((ROOT / PATH).read_text("utf-8"))["id"]
    lines = (line for f in sorted(ROOT.glob("content/tactics/*.id.md")) for line in f.read_text("utf-8").splitlines())
    signs = (match for line in lines if "[" not in line and (match := SIGN.match(line)))
    spoken = (speakable(f"{sign[1]} {sign[2].replace('=', '')}", lexicon) for sign in signs)
    return [text.text for text in spoken if not text.leftovers]


@pytest.mark.usefixtures("espeak")
def test_the_estimate_is_within_ten_per_cent_of_the_voice():
    """A length gate is worth as much as its estimate, on at least thirty texts that it was not fitted to."""
    samples = texts()
    ratios = np.array([seconds(text, "id") / (seconds_of(text, "id") + PAUSE) for text in samples])
    assert len(samples) >= 30
    assert abs(ratios - 1).max() <= 0.10


@pytest.mark.usefixtures("espeak")
def test_a_voice_says_the_same_each_time():
    """Two builds give the same bytes."""
    speak.cache_clear()
    first = speak("Cek dulu, baru berangkat.", "id")
    speak.cache_clear()
    assert np.array_equal(first, speak("Cek dulu, baru berangkat.", "id"))


@pytest.mark.usefixtures("espeak")
@pytest.mark.parametrize("language", ["id", "en", "jv", "su"])
def test_every_language_is_spoken_without_silence_around_it(language):
    """What a cue measures is speech, not the pause after it."""
    sound = speak("Cek dulu, baru berangkat.", language)
    assert len(sound) > RATE
    assert np.abs(sound[:480]).max() > 0.004 and np.abs(sound[-480:]).max() > 0.004
