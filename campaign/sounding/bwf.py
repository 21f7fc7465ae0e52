"""Broadcast Wave: PCM with a ``bext`` chunk of version 2 (EBU Tech 3285), which stations read the origin from."""

import struct
from dataclasses import dataclass

import numpy as np

from campaign.sounding import RATE
from campaign.sounding.conversion import Sound
from campaign.sounding.loudness import Loudness

_BEXT = struct.Struct("<256s32s32s10s8sQH64shhhhh180s")


@dataclass(frozen=True, slots=True)
class Origin:
    """Who made what. ``day`` is an ISO date; there is no clock in our files, so the time is midnight."""

    description: str
    originator: str
    reference: str
    day: str


def wave(sound: Sound, origin: Origin, loudness: Loudness, bits: int = 24) -> bytes:
    """Sound at 48 kHz as a Broadcast Wave file of 16 or 24 bits. Samples beyond full scale are clipped there."""
    pcm = _pcm(sound, bits)
    width = bits // 8 * sound.shape[0]
    head = struct.pack("<HHIIHH", 1, sound.shape[0], RATE, RATE * width, width, bits)
    chunks = (_chunk(b"bext", _bext(origin, loudness)), _chunk(b"fmt ", head), _chunk(b"data", pcm))
    body = b"WAVE" + b"".join(chunks)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def _pcm(sound: Sound, bits: int) -> bytes:
    top = 2 ** (bits - 1) - 1
    scaled = np.clip(np.round(sound.T.astype(np.float64) * top), -top - 1, top)
    whole = np.ascontiguousarray(scaled).astype("<i4")
    if bits == 16:
        return whole.astype("<i2").tobytes()
    return whole.view(np.uint8).reshape(-1, 4)[:, :3].tobytes()


def _bext(origin: Origin, loudness: Loudness) -> bytes:
    """Loudness fields are hundredths; 0x7FFF says that there is none."""

    def field(value: float) -> int:
        return round(value * 100) if -300 < value < 300 else 0x7FFF

    values = (loudness.integrated, loudness.range, loudness.peak, loudness.momentary, loudness.short)
    coded = (origin.description, origin.originator, origin.reference)
    description, originator, reference = (text.encode("ascii", "replace") for text in coded)
    fixed = _BEXT.pack(
        description[:256], originator[:32], reference[:32], origin.day.encode(), b"00:00:00", 0, 2, b"",
        *(field(value) for value in values), b"",
    )  # fmt: skip
    return fixed + f"A=PCM,F={RATE},W=24,M=stereo,T=campaign\r\n".encode()


def _chunk(name: bytes, data: bytes) -> bytes:
    return name + struct.pack("<I", len(data)) + data + b"\0" * (len(data) % 2)
