"""Where on a page anything is printed, and how much toner that takes: measured on its pixels."""

from dataclasses import dataclass, field
from functools import lru_cache
from io import BytesIO

import numpy as np
import numpy.typing as npt
import pikepdf
import pypdfium2

from campaign.media.page_prints import page_print

DPI = 50.8  # two pixels to the millimetre
PAGES_KEPT = 32
WHITE = 250  # of 255: paler is not printed


@dataclass(frozen=True, slots=True)
class Painted:
    """``margin`` is what stays white along the ``edge`` where that is least, mm; ``coverage`` the share of toner."""

    margin: float
    edge: str
    coverage: float


def painted(data: bytes) -> tuple[Painted, ...]:
    """Each page of a PDF, in greyscale. A page that looks the same in many copies is painted once."""
    with pikepdf.open(BytesIO(data)) as pdf:
        pages = [_Page(page_print(pdf, page), number, data) for number, page in enumerate(pdf.pages)]
    return tuple(_painted(page) for page in pages)


@dataclass(frozen=True, slots=True)
class _Page:
    """Two with the same ``key`` look the same."""

    key: str
    number: int = field(compare=False)  # from 0
    data: bytes = field(compare=False)  # of the file


@lru_cache(maxsize=PAGES_KEPT)
def _painted(page: _Page) -> Painted:
    with pypdfium2.PdfDocument(page.data) as pdf:
        return measured(np.asarray(pdf[page.number].render(scale=DPI / 72, grayscale=True).to_numpy()))


def measured(grey: npt.NDArray[np.uint8]) -> Painted:
    """A page's pixels, 0 black to 255 white, at DPI."""
    dark = grey < WHITE
    rows, columns = np.flatnonzero(dark.any(axis=1)), np.flatnonzero(dark.any(axis=0))
    if not rows.size:
        return Painted(min(grey.shape) * 25.4 / DPI, "top", 0)
    high, wide = grey.shape
    pixels = {"top": rows[0], "left": columns[0], "bottom": high - 1 - rows[-1], "right": wide - 1 - columns[-1]}
    edge = min(pixels, key=lambda name: int(pixels[name]))
    # Light grey is few dots of toner: what is taken off the white.
    return Painted(float(pixels[edge]) * 25.4 / DPI, edge, float(1 - grey.mean() / 255))
