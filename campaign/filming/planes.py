"""Pictures as planes: ITU-R BT.709, limited range, 4:2:0, and what lies over them with its mask."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

KR, KB = 0.2126, 0.0722
KG = 1 - KR - KB


@dataclass(frozen=True, slots=True)
class Overlay:
    """Words over a picture: their planes, and how much of them is seen (0–255), in the same order of memory."""

    planes: Image.Image
    mask: Image.Image


def planes_of(picture: Image.Image) -> Image.Image:
    """An RGB picture of even width and a height that 4 divides, as planes."""
    width, height = picture.size
    red, green, blue = (np.asarray(picture.convert("RGB"), np.float32)[..., n] for n in range(3))
    luma = KR * red + KG * green + KB * blue
    y = 16 + luma * (219 / 255)
    cb = 128 + _halved((blue - luma) / (2 * (1 - KB))) * (224 / 255)
    cr = 128 + _halved((red - luma) / (2 * (1 - KR))) * (224 / 255)
    flat = np.concatenate([plane.ravel() for plane in (y, cb, cr)])
    stacked = np.clip(np.round(flat), 0, 255).astype(np.uint8).reshape(height * 3 // 2, width)
    return Image.fromarray(stacked)


def overlay_of(on_black: Image.Image, on_white: Image.Image) -> Overlay:
    """What was painted on black and once more on white, freed from its ground."""
    colours, alpha = freed(on_black, on_white)
    flat = np.concatenate([alpha.ravel(), _halved(alpha).ravel(), _halved(alpha).ravel()])
    width, height = on_black.size
    mask = Image.fromarray(np.round(flat * 255).astype(np.uint8).reshape(height * 3 // 2, width))
    return Overlay(planes_of(Image.fromarray(colours)), mask)


def freed(on_black: Image.Image, on_white: Image.Image) -> tuple[NDArray[np.uint8], NDArray[np.float32]]:
    """Colours (height, width, 3) and coverage 0–1 (height, width) of what two grounds show through."""
    black, white = (np.asarray(ground.convert("RGB"), np.float32) for ground in (on_black, on_white))
    alpha = np.clip(1 - (white - black).max(axis=2) / 255, 0, 1)
    colours = black / np.maximum(alpha, 1 / 255)[..., None]
    return np.clip(np.round(colours), 0, 255).astype(np.uint8), alpha


def with_alpha(on_black: Image.Image, on_white: Image.Image) -> Image.Image:
    """The same as a transparent picture, RGBA."""
    colours, alpha = freed(on_black, on_white)
    return Image.fromarray(np.dstack([colours, np.round(alpha * 255).astype(np.uint8)]))


def zoomed(planes: Image.Image, scale: float, centre: tuple[float, float] = (0.5, 0.5)) -> Image.Image:
    """The picture drawn ``scale`` times larger around a point (shares of width and height).

    Parts of a pixel count: a zoom in whole pixels shakes.
    """
    if scale <= 1.0001:
        return planes
    width, tall = planes.size
    height = tall * 2 // 3
    result = np.empty((tall, width), np.uint8)
    flat, source = result.reshape(-1), np.asarray(planes).reshape(-1)
    at = 0
    for w, h in ((width, height), (width // 2, height // 2), (width // 2, height // 2)):
        plane = Image.fromarray(source[at : at + w * h].reshape(h, w))
        left, top = centre[0] * w * (1 - 1 / scale), centre[1] * h * (1 - 1 / scale)
        box = (left, top, left + w / scale, top + h / scale)
        flat[at : at + w * h] = np.asarray(plane.resize((w, h), Image.Resampling.BILINEAR, box)).ravel()
        at += w * h
    return Image.fromarray(result)


def _halved(plane: NDArray[np.float32]) -> NDArray[np.float32]:
    """The mean of each two by two."""
    height, width = plane.shape
    halved: NDArray[np.float32] = plane.reshape(height // 2, 2, width // 2, 2).mean(axis=(1, 3))
    return halved
