"""Sound between rates and files, by FFmpeg's libraries inside PyAV."""

import io
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

import numpy as np
from numpy.typing import NDArray

from campaign.problems import MachineError, Problem
from campaign.sounding import RATE

Sound = NDArray[np.float32]  # (channels, samples)
TICK = Fraction(1, RATE)


def need_av() -> Any:
    """PyAV. Raises MachineError, naming the command, where the extra is not installed."""
    try:
        import av
    except ImportError:
        text = "sound and film need the extra [broadcast], which is not installed"
        raise MachineError(
            Problem("this machine", None, MachineError.code, text, 'pip install "campaign[broadcast]"')
        ) from None
    return av


def frame_of(sound: Sound, at: int, rate: int = RATE) -> Any:
    """A planar float frame that begins at sample ``at``."""
    av = need_av()
    layout = "mono" if sound.shape[0] == 1 else "stereo"
    frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(sound, dtype=np.float32), format="fltp", layout=layout)
    frame.sample_rate, frame.pts, frame.time_base = rate, at, Fraction(1, rate)
    return frame


def resampled(sound: Sound, rate: int, to: int = RATE) -> Sound:
    """The same sound at another rate, with its last samples."""
    if rate == to:
        return sound
    layout = "mono" if sound.shape[0] == 1 else "stereo"
    resampler = need_av().AudioResampler(format="fltp", layout=layout, rate=to)
    parts = [frame.to_ndarray() for given in (frame_of(sound, 0, rate), None) for frame in resampler.resample(given)]
    return np.concatenate(parts, axis=1) if parts else sound[:, :0]


def stereo(sound: Sound) -> Sound:
    """Two channels: loudness is measured as it is broadcast, and one channel measures 3 LU less."""
    return np.repeat(sound, 2, axis=0) if sound.shape[0] == 1 else sound[:2]


def mp3(sound: Sound, tags: Mapping[str, str], bits: int = 320_000) -> bytes:
    """MP3 with its tags; 34 ms longer than the sound, as MP3 is."""
    av, out = need_av(), io.BytesIO()
    with av.open(out, "w", format="mp3", options={"id3v2_version": "3", "write_xing": "0"}) as file:
        file.metadata.update(dict(tags))
        stream = file.add_stream("libmp3lame", rate=RATE, layout="stereo")
        stream.bit_rate = bits
        stream.codec_context.flags |= av.codec.context.Flags.bitexact
        for at in range(0, sound.shape[1], 1152):
            file.mux(stream.encode(frame_of(sound[:, at : at + 1152], at)))
        file.mux(stream.encode(None))
    return out.getvalue()
