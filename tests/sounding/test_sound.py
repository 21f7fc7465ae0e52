"""Sound is as loud, as long and as marked as it says, read back by FFmpeg's own libraries."""

import io
import struct

import numpy as np
import pytest

av = pytest.importorskip("av", reason='needs the extra: pip install "campaign[broadcast]"')

from campaign.sounding import RATE  # noqa: E402
from campaign.sounding.bwf import Origin, wave  # noqa: E402
from campaign.sounding.conversion import mp3, resampled, stereo  # noqa: E402
from campaign.sounding.loudness import PROFILES, Loudness, levelled, limited, measured  # noqa: E402

ORIGIN = Origin("PANDUAN", "Kampanye", "KA-T01 v1", "2026-11-22")
SILENT = Loudness(-70, -70, -70, 0, float("-inf"))


def tone(seconds: float, level: float, hertz: float = 997) -> np.ndarray:
    """A sine of so many dBFS, one channel."""
    time = np.arange(round(seconds * RATE)) / RATE
    return (10 ** (level / 20) * np.sin(2 * np.pi * hertz * time)).astype(np.float32)[None]


def speech(seconds: float = 12, level: float = -20, noise: float = 0.0) -> np.ndarray:
    """Something like speech: noise whose loudness goes up and down four times a second, with pauses."""
    random = np.random.default_rng(7)
    time = np.arange(round(seconds * RATE)) / RATE
    shape = np.clip(np.sin(2 * np.pi * 4 * time), 0, 1) * (np.sin(2 * np.pi * 0.3 * time) > -0.6)
    sound = random.standard_normal(len(time)) * shape * 10 ** (level / 20) + random.standard_normal(len(time)) * noise
    return np.clip(sound, -1, 1).astype(np.float32)[None]


def test_a_known_tone_measures_what_it_is():
    """997 Hz at -23 dBFS in both channels is -23 LUFS (EBU Tech 3341)."""
    now = measured(stereo(tone(10, -23)))
    assert now.integrated == pytest.approx(-23, abs=0.1)
    assert now.peak == pytest.approx(-23, abs=0.1)


def test_one_channel_is_made_two_before_it_is_measured():
    """Measured as one channel it would come out 3 LU too loud on air."""
    assert stereo(tone(1, -20)).shape == (2, RATE)


@pytest.mark.parametrize("profile", PROFILES.values(), ids=PROFILES)
@pytest.mark.parametrize(
    "sound",
    [
        pytest.param(speech(), id="mono"),
        pytest.param(np.repeat(speech(), 2, axis=0), id="dual mono"),
        pytest.param(speech(level=-48), id="quiet"),
        pytest.param(np.clip(speech(level=-3) * 1.6, -1, 1), id="hot"),
        pytest.param(speech(noise=0.02), id="noisy"),
    ],
)
def test_every_take_reaches_its_profile(sound, profile):
    """Within half a unit of the target, and no true peak above the limit, whatever came in."""
    now = measured(levelled(stereo(sound), profile))
    assert now.integrated == pytest.approx(profile.loudness, abs=0.5)
    assert now.peak <= profile.peak + 0.05


def test_a_limiter_leaves_what_is_below_alone():
    """Soft passages are not touched."""
    quiet = stereo(tone(1, -20))
    assert np.allclose(limited(quiet, -1.0), quiet, atol=1e-4)


@pytest.mark.parametrize("bits", [16, 24])
def test_a_wave_file_has_exactly_its_samples(bits):
    """A station's playout counts samples."""
    data = wave(stereo(tone(2, -20)), ORIGIN, SILENT, bits)
    with av.open(io.BytesIO(data)) as file:
        stream = file.streams.audio[0]
        samples = sum(frame.samples for frame in file.decode(stream))
        assert (stream.rate, stream.channels, samples) == (RATE, 2, 2 * RATE)
        assert stream.codec_context.name == f"pcm_s{bits}le"


def test_a_wave_file_says_where_it_comes_from():
    """bext version 2, with loudness in hundredths."""
    data = wave(stereo(tone(1, -20)), ORIGIN, measured(stereo(tone(10, -23))))
    at = data.index(b"bext") + 8
    assert data[at : at + 7] == b"PANDUAN"
    assert data[at + 320 : at + 330] == b"2026-11-22"
    version, loudness = struct.unpack_from("<H", data, at + 346)[0], struct.unpack_from("<h", data, at + 412)[0]
    assert (version, loudness) == (2, pytest.approx(-2300, abs=12))


def test_samples_survive_the_file():
    """24 bits are what was put in."""
    sound = stereo(tone(0.5, -6))
    with av.open(io.BytesIO(wave(sound, ORIGIN, SILENT))) as file:
        back = np.concatenate([frame.to_ndarray() for frame in file.decode(audio=0)], axis=1)
    pcm = back.reshape(-1, 2).T / 2**31
    assert np.abs(pcm - sound).max() < 2**-22


def test_an_mp3_carries_its_tags():
    """A file that is sent on keeps its name inside."""
    with av.open(io.BytesIO(mp3(stereo(tone(1, -20)), {"title": "PANDUAN – bukan untuk siaran"}))) as file:
        assert file.metadata["title"] == "PANDUAN – bukan untuk siaran"
        assert file.streams.audio[0].codec_context.bit_rate == 320_000


def test_the_same_sound_gives_the_same_bytes():
    """Nothing in a file knows the time of day."""
    sound = stereo(tone(1, -20))
    assert mp3(sound, {"title": "x"}) == mp3(sound, {"title": "x"})
    assert wave(sound, ORIGIN, SILENT) == wave(sound, ORIGIN, SILENT)


@pytest.mark.parametrize("rate", [16_000, 22_050, 44_100])
def test_another_rate_keeps_the_length_and_the_tone(rate):
    """A voice of 22,050 samples a second is neither shorter nor higher afterwards."""
    time = np.arange(rate) / rate
    given = np.sin(2 * np.pi * 440 * time).astype(np.float32)[None]
    sound = resampled(given, rate)
    assert abs(sound.shape[1] - RATE) <= 64
    peak = np.abs(np.fft.rfft(sound[0, :RATE]))
    assert round(peak.argmax() * RATE / sound[0, :RATE].size) == pytest.approx(440, abs=2)
