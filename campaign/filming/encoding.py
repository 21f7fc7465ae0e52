"""Frames and sound as an MP4: H.264 and AAC, tagged BT.709, ready to stream, the same bytes each time."""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from PIL import Image

from campaign.filming.motion import FRAMES
from campaign.sounding import RATE
from campaign.sounding.conversion import Sound, frame_of, need_av

THREADS = 2  # fixed: the number of threads changes the bytes
AAC = 1024  # samples a packet
BT709, LIMITED = 1, 1


def mp4(
    pictures: Iterable[Image.Image],
    size: tuple[int, int],
    sound: Sound,
    tags: Mapping[str, str],
    language: str,
    crf: int = 18,
) -> bytes:
    """A film at 25 frames a second. ``language`` is the sound's, as ISO 639-2 ("ind"). Raises MachineError."""
    with TemporaryDirectory(prefix="campaign-film-") as folder:  # "faststart" reads the file again: it needs a place
        path = Path(folder) / "film.mp4"
        _write(path, pictures, size, sound, tags, language, crf)
        return path.read_bytes()


def _write(
    path: Path,
    pictures: Iterable[Image.Image],
    size: tuple[int, int],
    sound: Sound,
    tags: Mapping[str, str],
    language: str,
    crf: int,
) -> None:
    av = need_av()
    options = {"movflags": "+faststart", "fflags": "+bitexact"}
    with av.open(str(path), "w", format="mp4", options=options) as file:
        file.metadata.update(dict(tags))
        options = {"preset": "veryfast", "crf": str(crf), "x264-params": f"threads={THREADS}:sliced-threads=0"}
        film = file.add_stream("libx264", rate=FRAMES, options=options)
        film.width, film.height, film.pix_fmt = *size, "yuv420p"
        coder = film.codec_context
        coder.gop_size = 2 * FRAMES
        coder.thread_count = THREADS
        coder.color_primaries = coder.color_trc = coder.colorspace = BT709
        coder.color_range = LIMITED
        coder.flags |= av.codec.context.Flags.bitexact
        voice = file.add_stream("aac", rate=RATE, layout="stereo")
        voice.bit_rate = 192_000
        voice.codec_context.flags |= av.codec.context.Flags.bitexact
        voice.metadata["language"] = language
        heard = 0
        for number, picture in enumerate(pictures):
            file.mux(film.encode(_frame(picture, number)))
            until = min(sound.shape[1], (number + 1) * RATE // FRAMES)
            while heard + AAC <= until:
                file.mux(voice.encode(frame_of(sound[:, heard : heard + AAC], heard)))
                heard += AAC
        if heard < sound.shape[1]:
            file.mux(voice.encode(frame_of(sound[:, heard:], heard)))
        file.mux(film.encode(None))
        file.mux(voice.encode(None))


def _frame(planes: Image.Image, number: int):  # type: ignore[no-untyped-def]
    av = need_av()
    frame = av.VideoFrame.from_ndarray(np.asarray(planes), format="yuv420p")
    frame.pts, frame.time_base = number, Fraction(1, FRAMES)
    frame.color_range, frame.colorspace = LIMITED, BT709
    return frame
