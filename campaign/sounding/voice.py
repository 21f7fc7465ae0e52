"""A guide voice: how long a text takes and how it lies in time, never something to broadcast.

espeak-ng speaks in a process of its own: it is GPL, and a crash in it is not ours. Its output is the same from run to
run. There is no Javanese or Sundanese voice; the Indonesian one reads them, for timing only.
"""

import io
import shutil
import subprocess
import sys
import wave
from functools import lru_cache
from importlib.util import find_spec

import numpy as np
from numpy.typing import NDArray

from campaign.problems import MachineError, Problem
from campaign.sounding import RATE
from campaign.sounding.conversion import resampled

VOICES = {"id": "id", "en": "en-gb", "jv": "id", "su": "id"}  # others are read as Indonesian
PITCH = {"announcer": 40, "voice": 62}
WORDS_A_MINUTE = 140  # at which the guide takes what `speaking.timing` says, within 10 %, on texts it was not fitted to
SECONDS = 60  # within which any text is spoken; a hanging program is stopped
# Runs in a fresh interpreter: the library is loaded there, not here.
_LOADED = """
import ctypes, sys, espeakng_loader
lib = ctypes.cdll.LoadLibrary(espeakng_loader.get_library_path())
rate = lib.espeak_Initialize(2, 0, espeakng_loader.get_data_path().encode(), 0)
out = bytearray()
CALL = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p)
def take(samples, count, events):
    if samples and count:
        out.extend(ctypes.string_at(samples, count * 2))
    return 0
callback = CALL(take)
lib.espeak_SetSynthCallback(callback)
voice, pitch, pace = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
lib.espeak_SetVoiceByName(voice.encode())
lib.espeak_SetParameter(1, pace, 0)
lib.espeak_SetParameter(3, pitch, 0)
text = sys.stdin.buffer.read()
lib.espeak_Synth(text, len(text) + 1, 0, 0, 0, 1, None, None)
lib.espeak_Synchronize()
sys.stdout.buffer.write(rate.to_bytes(4, "little") + bytes(out))
"""


@lru_cache(maxsize=256)
def speak(
    text: str, language: str, role: str = "announcer", words_a_minute: int = WORDS_A_MINUTE
) -> NDArray[np.float32]:
    """The text as one channel, without silence at either end. Raises MachineError where no voice is installed."""
    voice, pitch = VOICES.get(language, "id"), PITCH.get(role, PITCH["announcer"])
    rate, samples = _spoken(text, voice, pitch, words_a_minute)
    sound = resampled((samples[None] / 32768).astype(np.float32), rate)[0]
    loud = np.flatnonzero(np.abs(sound) > 0.004)
    trimmed: NDArray[np.float32] = sound[loud[0] : loud[-1] + 1] if len(loud) else sound[:0]
    trimmed.flags.writeable = False
    return trimmed


def seconds_of(text: str, language: str, role: str = "announcer") -> float:
    """How long the guide voice takes."""
    return len(speak(text, language, role)) / RATE


def has_voice() -> bool:
    return bool(shutil.which("espeak-ng")) or find_spec("espeakng_loader") is not None


def _spoken(text: str, voice: str, pitch: int, pace: int) -> tuple[int, NDArray[np.int16]]:
    """Samples a second, and the samples."""
    if program := shutil.which("espeak-ng"):
        command = [program, "-v", voice, "-p", str(pitch), "-s", str(pace), "--stdin", "--stdout"]
        with wave.open(io.BytesIO(_run(command, text))) as file:
            return file.getframerate(), np.frombuffer(file.readframes(file.getnframes()), np.int16)
    if find_spec("espeakng_loader") is not None:
        data = _run([sys.executable, "-c", _LOADED, voice, str(pitch), str(pace)], text)
        return int.from_bytes(data[:4], "little"), np.frombuffer(data[4:], np.int16)
    text, hint = (
        "no guide voice is installed (espeak-ng)",
        'pip install "campaign[broadcast]", or apt-get install espeak-ng',
    )
    raise MachineError(Problem("this machine", None, MachineError.code, text, hint))


def _run(command: list[str], text: str) -> bytes:
    done = subprocess.run(command, input=text.encode(), capture_output=True, timeout=SECONDS, check=False)
    if done.returncode != 0 or len(done.stdout) < 64:
        said = done.stderr.decode(errors="replace").strip().splitlines()[-1:] or [f"exit {done.returncode}"]
        raise MachineError(Problem("this machine", None, MachineError.code, f"the guide voice failed: {said[0]}"))
    return done.stdout
