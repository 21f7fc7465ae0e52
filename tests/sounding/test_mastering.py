"""A recording becomes a master, or is refused with the reason: tried as a user calls it."""

import io
import json
import wave as pcm
from pathlib import Path

import numpy as np
import pytest
from typer.testing import CliRunner

av = pytest.importorskip("av", reason='needs the extra: pip install "campaign[broadcast]"')

from campaign.cli import app  # noqa: E402
from campaign.sounding.loudness import PROFILES  # noqa: E402

ROOT = Path(__file__).parents[2]
SLOT = 30


def recording(path: Path, seconds: float = 26, level: float = 0.2, rate: int = 48_000, channels: int = 1) -> Path:
    """Something like a reading, with half a second of room before and after it."""
    random = np.random.default_rng(3)
    time = np.arange(round(seconds * rate)) / rate
    shape = np.clip(np.sin(2 * np.pi * 3.3 * time), 0, 1)
    words = random.standard_normal(len(time)) * shape * level / 3
    room = random.standard_normal(rate // 2) * 1e-4
    sound = np.clip(np.concatenate([room, words, room]), -1, 1)
    samples = np.repeat((sound * 32767).astype("<i2")[:, None], channels, axis=1)
    with pcm.open(str(path), "wb") as file:
        file.setnchannels(channels)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(samples.tobytes())
    return path


def master(tmp_path: Path, take: Path, *more: str):
    arguments = ["master", str(take), "--spot", "tourist-visa-30", str(ROOT), "-o", str(tmp_path / "out"), *more]
    return CliRunner().invoke(app, arguments)


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize(("rate", "channels"), [(48_000, 1), (44_100, 2)])
def test_a_good_take_becomes_a_master_of_exact_length_and_loudness(tmp_path, profile, rate, channels):
    """Exactly thirty seconds, within half a unit of its profile, peaks below its limit."""
    done = master(tmp_path, recording(tmp_path / "take.wav", rate=rate, channels=channels), "--profile", profile)
    assert done.exit_code == 0, done.output
    name = f"tourist-visa-30-id-{profile}"
    report = json.loads((tmp_path / "out" / f"{name}.qc.json").read_text("utf-8"))
    with av.open(str(tmp_path / "out" / f"{name}.wav")) as file:
        assert sum(frame.samples for frame in file.decode(audio=0)) == SLOT * 48_000 == report["samples"]
    assert report["loudness_lufs"] == pytest.approx(PROFILES[profile].loudness, abs=0.5)
    assert report["true_peak_dbtp"] <= PROFILES[profile].peak + 0.05
    assert (tmp_path / "out" / f"{name}.mp3").stat().st_size > 1_000_000


def refused(tmp_path: Path, take: Path) -> list[str]:
    done = master(tmp_path, take, "--json")
    assert done.exit_code == 1
    assert not (tmp_path / "out").exists()
    return [problem["code"] for problem in json.loads(done.stdout)["problems"]]


def test_a_take_that_is_too_long_is_refused(tmp_path):
    """A station cuts what does not fit, and the number comes last."""
    assert refused(tmp_path, recording(tmp_path / "take.wav", seconds=33)) == ["MA005"]


def test_a_clipped_take_is_refused(tmp_path):
    """What is cut off by the converter cannot be mended."""
    assert refused(tmp_path, recording(tmp_path / "take.wav", level=9)) == ["MA003"]


def test_a_silent_take_is_refused(tmp_path):
    """Nobody amplifies hiss."""
    assert refused(tmp_path, recording(tmp_path / "take.wav", level=0.0)) == ["MA004"]


def test_a_take_of_a_telephone_is_refused(tmp_path):
    """Eight thousand samples a second are no studio's."""
    assert refused(tmp_path, recording(tmp_path / "take.wav", rate=8_000)) == ["MA002"]


@pytest.mark.parametrize("data", [b"", b"this is no sound", b"RIFF\x00\x00\x00\x00WAVE"])
def test_a_file_that_is_no_sound_is_refused(tmp_path, data):
    """The wrong file is named as such."""
    take = tmp_path / "take.wav"
    take.write_bytes(data)
    assert refused(tmp_path, take) == ["MA001"]


@pytest.mark.parametrize(
    ("more", "code"),
    [(("--profile", "radio"), 2), (("--language", "su", "--spot", "held-passport-30"), 2)],
)
def test_what_does_not_exist_is_wrong_usage(tmp_path, more, code):
    """The user learns what there is."""
    assert master(tmp_path, recording(tmp_path / "take.wav"), *more).exit_code == code


def test_a_take_that_is_not_there_is_a_reading_error(tmp_path):
    """Exit code 6, as for every file that cannot be read."""
    assert master(tmp_path, tmp_path / "nothing.wav").exit_code == 6


def test_a_noisy_take_is_mastered_with_a_warning(tmp_path):
    """The report says what an ear would."""
    take = recording(tmp_path / "take.wav")
    with pcm.open(str(take)) as file:
        sound = np.frombuffer(file.readframes(file.getnframes()), "<i2").astype(float)
    noise = np.random.default_rng(1).standard_normal(len(sound)) * 700
    noisy = np.clip(sound + noise, -32768, 32767).astype("<i2")
    with pcm.open(str(take), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(48_000)
        file.writeframes(noisy.tobytes())
    done = master(tmp_path, take, "--json")
    assert done.exit_code == 0
    assert "MA006" in [problem["code"] for problem in json.loads(done.stdout)["problems"]]
    assert io.BytesIO((tmp_path / "out" / "tourist-visa-30-id-ebu-r128.wav").read_bytes()).read(4) == b"RIFF"
