"""Shots in time: slow zooms, words that enter line by line, cross-fades. Restrained, eased, and nothing flashes.

A change of the whole picture takes 0.4 s and there is one every few seconds, far below the three flashes a second
that can harm (WCAG 2.3.1, ITU-R BT.1702).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PIL import Image

from campaign.filming.planes import Overlay, zoomed

FRAMES = 25  # a second
FADE = 10  # frames of a cross-fade between shots
ENTER = 8  # frames in which a line of words appears
ZOOM = 1.04  # how much larger a picture is at the end of its shot


@dataclass(frozen=True, slots=True)
class Shot:
    """One scene: its ground, and its words in the states in which they appear, each from a frame on.

    ``first`` and ``end`` are frames of the film; ``states`` are (frame, overlay), the frames rising.
    """

    first: int
    end: int
    ground: Image.Image
    states: tuple[tuple[int, Overlay], ...]
    zoom: float = ZOOM


Captions = Sequence[tuple[tuple[int, int], Overlay]]  # from a frame to the one after the last, and what is shown


def frames(shots: Sequence[Shot], captions: Captions = ()) -> Iterator[Image.Image]:
    """Every frame of the film, as planes. Shots follow each other without a gap; captions come and go at once."""
    for number, shot in enumerate(shots):
        before = shots[number - 1] if number else None
        for frame in range(shot.first, shot.end):
            picture = _frame(shot, frame)
            if before is not None and frame - shot.first < FADE:
                part = eased((frame - shot.first + 1) / (FADE + 1))
                picture = Image.blend(_frame(before, frame), picture, part)
            for (start, end), caption in captions:
                if start <= frame < end:
                    picture = Image.composite(caption.planes, picture, caption.mask)
            yield picture


def frame_at(shots: Sequence[Shot], frame: int) -> Image.Image:
    """One frame without its cross-fade, as planes: for a storyboard."""
    return _frame(next(shot for shot in shots if shot.first <= frame < shot.end), frame)


def _frame(shot: Shot, frame: int) -> Image.Image:
    progress = (frame - shot.first) / max(1, shot.end - shot.first)
    ground = zoomed(shot.ground, 1 + (shot.zoom - 1) * eased(min(progress, 1.0)))
    started = [(at, overlay) for at, overlay in shot.states if at <= frame]
    if not started:
        return ground
    at, overlay = started[-1]
    mask = overlay.mask
    if frame - at < ENTER:
        part = eased((frame - at + 1) / (ENTER + 1))
        earlier = started[-2][1].mask if len(started) > 1 else Image.new("L", mask.size)
        mask = Image.blend(earlier, mask, part)
    return Image.composite(overlay.planes, ground, mask)


def eased(part: float) -> float:
    """From 0 to 1, slow at both ends."""
    return part * part * (3 - 2 * part)
