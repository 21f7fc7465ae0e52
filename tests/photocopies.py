"""What is left of an office's PDF after a laser and a photocopier, and how well it can still be read.

300 dots to the inch in black and white, made smaller to 90 %, as offices do to fit four pages onto two.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pypdfium2
import zxingcpp
from PIL import Image

DPI = 300
SMALLER = 0.9
BLACK = 128  # what is darker comes out black
Grey = npt.NDArray[np.uint8]


@dataclass(frozen=True)
class Read:
    """One line of text: its contrast in grey, and how much of its box the copy prints black."""

    text: str
    contrast: float
    black: float


def grey_pages(data: bytes) -> list[Grey]:
    """Each page in greyscale at 300 dpi."""
    with pypdfium2.PdfDocument(data) as pdf:
        return [np.asarray(page.render(scale=DPI / 72, grayscale=True).to_numpy()).copy() for page in pdf]


def copied(page: Grey) -> Image.Image:
    """A page as the copy shows it."""
    sharp = Image.fromarray(np.where(page < BLACK, 0, 255).astype(np.uint8))
    size = (round(sharp.width * SMALLER), round(sharp.height * SMALLER))
    smaller = np.asarray(sharp.resize(size, Image.Resampling.BILINEAR))
    return Image.fromarray(np.where(smaller < BLACK, 0, 255).astype(np.uint8))


def codes(picture: Image.Image) -> list[str]:
    """What the QR codes of a picture say, sorted."""
    return sorted(code.text for code in zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormat.QRCode))


def texts(data: bytes, number: int, page: Grey, copy: Image.Image) -> Iterator[Read]:
    """Every line of text on a page with two letters or more, measured on its pixels and on the copy's."""
    printed = np.asarray(copy)
    with pypdfium2.PdfDocument(data) as pdf:
        height = pdf[number].get_height()
        words = pdf[number].get_textpage()
        for index in range(words.count_rects()):
            left, bottom, right, top = words.get_rect(index)
            box = np.array([height - top, height - bottom, left, right]) * DPI / 72
            text = words.get_text_bounded(left, bottom, right, top).strip()
            if sum(character.isalnum() for character in text) > 1:
                yield Read(text, _contrast(_cut(page, box)), float((_cut(printed, box * SMALLER) < BLACK).mean()))


def _cut(page: Grey, box: npt.NDArray[np.float64]) -> Grey:
    top, bottom, left, right = (max(0, round(edge)) for edge in box)
    return page[top : max(bottom, top + 1), left : max(right, left + 1)]


def _contrast(pixels: Grey) -> float:
    """Between the letters' darkest and the paper around them, as WCAG 2.2 measures it."""
    dark, light = (_luminance(float(np.percentile(pixels, share))) for share in (2, 90))
    return (light + 0.05) / (dark + 0.05)


def _luminance(grey: float) -> float:
    part = grey / 255
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
