"""Loudness after EBU R 128 and ATSC A/85: measured by FFmpeg, brought to its target by one gain, limited if it must be.

One gain for the whole sound keeps the speaker's dynamics; FFmpeg's ``loudnorm`` in one pass does not.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from campaign.sounding import RATE
from campaign.sounding.conversion import Sound, frame_of, need_av, resampled

BLOCK = RATE // 10
OVER = 4  # times as many samples, for a limiter that sees the peaks between them
SILENCE = -70.0  # LUFS: the gate of the measurement


@dataclass(frozen=True, slots=True)
class Profile:
    """What a station or a platform takes. ``short`` and ``momentary``: the most, LUFS; None: any."""

    id: str
    loudness: float  # LUFS, ±0.5 LU
    peak: float  # dBTP at most
    short: float | None = None


PROFILES: Mapping[str, Profile] = MappingProxyType(
    {
        "ebu-r128": Profile("ebu-r128", -23.0, -1.0, -18.0),
        "atsc-a85": Profile("atsc-a85", -24.0, -2.0),
        "online": Profile("online", -14.0, -1.0),
    }
)


@dataclass(frozen=True, slots=True)
class Loudness:
    """Measured: integrated, loudest short term and momentary (LUFS), range (LU), true peak (dBTP)."""

    integrated: float
    short: float
    momentary: float
    range: float
    peak: float


def measured(sound: Sound) -> Loudness:
    """The loudness of two channels at 48 kHz. Silence measures -70 LUFS."""
    av = need_av()
    graph = av.filter.Graph()
    source = graph.add("abuffer", f"sample_rate={RATE}:sample_fmt=fltp:channel_layout=stereo:time_base=1/{RATE}")
    meter, sink = graph.add("ebur128", "metadata=1:peak=true"), graph.add("abuffersink")
    source.link_to(meter)
    meter.link_to(sink)
    graph.configure()
    said: dict[str, str] = {}
    short = momentary = SILENCE

    def drain() -> None:
        nonlocal short, momentary
        while True:
            try:
                frame = sink.pull()
            except (av.error.BlockingIOError, av.error.EOFError):
                return
            said.update(frame.metadata)
            short = max(short, _number(said.get("lavfi.r128.S"), SILENCE))
            momentary = max(momentary, _number(said.get("lavfi.r128.M"), SILENCE))

    for at in range(0, sound.shape[1], BLOCK):
        source.push(frame_of(sound[:, at : at + BLOCK], at))
        drain()
    source.push(None)
    drain()
    peak = max(_number(said.get(f"lavfi.r128.true_peaks_ch{n}"), 0.0) for n in (0, 1))
    return Loudness(
        integrated=_number(said.get("lavfi.r128.I"), SILENCE),
        short=short,
        momentary=momentary,
        range=_number(said.get("lavfi.r128.LRA"), 0.0),
        peak=20 * math.log10(peak) if peak > 0 else -math.inf,
    )


def _number(text: str | None, otherwise: float) -> float:
    value = float(text) if text is not None else otherwise
    return value if math.isfinite(value) else otherwise


def levelled(sound: Sound, profile: Profile) -> Sound:
    """The sound at the profile's loudness, with its true peaks under the profile's.

    Limiting makes it a little softer, so gain and limit are applied until both hold.
    """
    level = sound
    for _ in range(4):
        now = measured(level)
        gain = 10 ** ((profile.loudness - now.integrated) / 20)
        level = (level * gain).astype(np.float32)
        if now.peak + 20 * math.log10(gain) > profile.peak:
            level = limited(level, profile.peak - 0.1)
        after = measured(level)
        if abs(after.integrated - profile.loudness) <= 0.1 and after.peak <= profile.peak:
            break
    return level


def limited(sound: Sound, peak: float) -> Sound:
    """No true peak above ``peak``, dBTP: the gain goes down before a peak and comes back after it."""
    length = sound.shape[1]
    fine = resampled(sound, RATE, RATE * OVER)[:, : length * OVER]
    if fine.shape[1] < length * OVER:
        fine = np.pad(fine, ((0, 0), (0, length * OVER - fine.shape[1])))
    highest = np.abs(fine).max(axis=0).reshape(length, OVER).max(axis=1)
    wanted = np.minimum(1.0, 10 ** (peak / 20) / np.maximum(highest, 1e-9))
    ahead = RATE // 500  # 2 ms
    lowest = _lowest(wanted, ahead * 2 + 1)
    window = np.hanning(ahead * 2 + 3)[1:-1]
    gain = np.convolve(np.pad(lowest, ahead, mode="edge"), window / window.sum(), mode="valid")
    return (sound * np.minimum(gain, 1.0)).astype(np.float32)


def _lowest(values: NDArray[np.float64], width: int) -> NDArray[np.float64]:
    """The lowest value within ``width`` samples around each."""
    padded = np.pad(values, width // 2, mode="edge")
    lowest: NDArray[np.float64] = np.lib.stride_tricks.sliding_window_view(padded, width).min(axis=1)
    return lowest
