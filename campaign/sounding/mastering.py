"""A human recording becomes a master: exactly as long, as loud and as clean as a station asks, or it is refused."""

import io
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from campaign.problems import CampaignError, Problem
from campaign.sounding import RATE
from campaign.sounding.conversion import Sound, need_av, resampled, stereo
from campaign.sounding.loudness import Loudness, Profile, levelled, measured

LOWEST_RATE = 44_100  # samples a second: below it a voice has no brightness to give back
CLIPPED = 3  # samples in a row at full scale
MOST_CLIPPED = 8  # such places that a take may have
SILENT = -55.0  # LUFS
QUIET = 10 ** (-46 / 20)  # of full scale: softer than this at either end is no speech
HEAD, TAIL = 0.25, 0.15  # seconds kept before and after the words
FADE = 0.02  # seconds
LEAST_NOISE_GAP = 20.0  # dB between speech and the noise in its pauses


@dataclass(frozen=True, slots=True)
class Master:
    """The finished sound, and what was measured: the take as it came, and what goes out."""

    sound: Sound
    take: Loudness
    master: Loudness
    words_from: float  # seconds into the take
    words_to: float
    noise_gap: float  # dB between the words and their pauses


def read_take(data: bytes, name: str) -> tuple[Sound, int]:
    """A recording's channels, and its samples a second. Raises CampaignError for what is no recording."""
    av = need_av()
    try:
        with av.open(io.BytesIO(data)) as file:
            if not file.streams.audio:
                raise CampaignError(_problem(name, "MA001", "there is no sound in this file", "hand in a WAV file"))
            stream = file.streams.audio[0]
            rate, channels = stream.rate, stream.channels
            resampler = av.AudioResampler(format="fltp")
            parts = [part.to_ndarray() for frame in file.decode(stream) for part in resampler.resample(frame)]
    except (av.error.FFmpegError, EOFError) as error:
        text = f"this is no sound file that can be read: {error.strerror if hasattr(error, 'strerror') else error}"
        raise CampaignError(_problem(name, "MA001", text, "hand in a WAV file of 48 kHz, 24 bits")) from None
    if not parts:
        raise CampaignError(_problem(name, "MA001", "there is no sound in this file", "hand in a WAV file"))
    if channels > 2:
        raise CampaignError(_problem(name, "MA002", f"the recording has {channels} channels", "one or two are wanted"))
    return np.concatenate(parts, axis=1), rate


def master(take: Sound, rate: int, slot: float, profile: Profile, name: str) -> Master:
    """Words cut out of the take, laid into the slot, at the profile's loudness.

    Raises CampaignError with everything that is wrong with the take: it is refused, never mended in silence.
    """
    problems = list(_faults(take, rate, name))
    if problems:
        raise CampaignError(problems)
    sound = stereo(resampled(take, rate))
    before = measured(sound)
    if before.integrated < SILENT:
        text = f"the take is silent: {before.integrated:.0f} LUFS"
        raise CampaignError(_problem(name, "MA004", text, "check the microphone and record again"))
    start, end = _words(sound)
    over = (end - start) / RATE - slot
    if over > 0:
        text = f"the words take {(end - start) / RATE:.1f} seconds, {over:.1f} more than the {slot:g} of the spot"
        raise CampaignError(_problem(name, "MA005", text, "speak a little faster, or shorten the text of the spot"))
    laid = _laid(sound, start, end, round(slot * RATE))
    finished = levelled(laid, profile)
    return Master(finished, before, measured(finished), start / RATE, end / RATE, _noise_gap(sound[:, start:end]))


def _faults(take: Sound, rate: int, name: str) -> Iterator[Problem]:
    if rate < LOWEST_RATE:
        hint = f"record at 48,000, at least {LOWEST_RATE:,}"
        yield _problem(name, "MA002", f"the take has {rate:,} samples a second", hint)
    full = np.abs(take).max(axis=0) >= 0.999
    runs = np.flatnonzero(np.convolve(full, np.ones(CLIPPED), "valid") >= CLIPPED)
    places = int((np.diff(runs) > 1).sum() + 1) if len(runs) else 0
    if places > MOST_CLIPPED:
        first = runs[0] / rate
        text = f"the take is clipped in {places} places, first at {first:.1f} seconds"
        yield _problem(name, "MA003", text, "turn the microphone down and record again")


def _words(sound: Sound) -> tuple[int, int]:
    """The samples between which somebody speaks, with a breath at either end."""
    level = np.abs(sound).max(axis=0)
    loud = np.flatnonzero(level > max(QUIET, 0.02 * float(np.percentile(level, 99.5))))
    start = max(0, loud[0] - round(HEAD * RATE))
    return start, min(sound.shape[1], loud[-1] + round(TAIL * RATE))


def _laid(sound: Sound, start: int, end: int, length: int) -> Sound:
    """The words at their place: half of what is free before them, at most half a second."""
    laid = np.zeros((2, length), np.float32)
    words = sound[:, start:end].copy()
    ramp = np.linspace(0, 1, round(FADE * RATE), dtype=np.float32)
    words[:, : len(ramp)] *= ramp
    words[:, -len(ramp) :] *= ramp[::-1]
    at = min((length - words.shape[1]) // 2, round(0.5 * RATE))
    laid[:, at : at + words.shape[1]] = words
    return laid


def _noise_gap(words: Sound) -> float:
    """Decibels between the loud and the quietest tenth of the words' 50 ms blocks."""
    block = RATE // 20
    count = words.shape[1] // block
    if count < 20:
        return 99.0
    energy = (words[:, : count * block].mean(axis=0) ** 2).reshape(count, block).mean(axis=1) + 1e-12
    loud, quiet = np.percentile(energy, [90, 10])
    return float(10 * np.log10(loud / quiet))


def _problem(name: str, code: str, text: str, hint: str) -> Problem:
    return Problem(name, None, code, text, hint)
