"""Underlines as Chromium draws them: a tenth of the size thick, and broken where a letter reaches down."""

from collections.abc import Iterator
from math import ceil

import numpy as np

from campaign.painting.geometry import Rect
from campaign.painting.glyphs import Mask

WIDEST_GAP = 13  # px beside a descender, at most


def underline(letters: Mask, size: float, left: int, right: int, baseline: int) -> Iterator[Rect]:
    """The pieces of the line under a run, px; ``left`` and ``right`` are the ends of its advance."""
    thickness = size / 10
    line = Rect(left, baseline + ceil(thickness / 2), right, baseline + ceil(thickness / 2) + max(1, int(thickness)))
    if line.is_empty:
        return
    clear = ~_near_ink(letters, line, min(int(thickness), WIDEST_GAP))
    steps = np.flatnonzero(np.diff(np.concatenate(([False], clear, [False])).astype(np.int8)))
    for start, end in steps.reshape(-1, 2).tolist():
        yield Rect(left + start, line.top, left + end, line.bottom)


def _near_ink(letters: Mask, line: Rect, margin: int) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """For each column of the line, whether a letter crosses it there or up to ``margin`` px beside."""
    touched = np.zeros(line.width, np.bool_)
    if letters.coverage is None:
        return touched
    height, width = letters.coverage.shape
    band = line.moved(-letters.left, -letters.top).within(Rect(0, 0, width, height))
    if band.is_empty:
        return touched
    ink = np.flatnonzero(letters.coverage[band.top : band.bottom, band.left : band.right].any(axis=0))
    for column in (ink + band.left + letters.left - line.left).tolist():
        touched[max(0, column - margin) : column + margin + 1] = True
    return touched
