"""Pixels to WebP bytes, for our own pages."""

import io
from collections.abc import Mapping
from functools import cache

from PIL import Image

from campaign.painting.notes import exif_of, xmp_of
from campaign.painting.pixels import rgb
from campaign.painting.quality import FINEST, finest
from campaign.painting.srgb import SRGB

LOSSLESS_EFFORT, LOSSLESS_METHOD = 50, 1  # of libwebp; more of either takes far longer for a tenth of the bytes
METHOD = 4
MANY = 2**15  # colours: flat cards have 2,000, photographs more than this, and those are never smaller without loss


def encode_webp(image: Image.Image, text: Mapping[str, str], language: str = "", limit: int | None = None) -> bytes:
    """An RGB picture as WebP in sRGB: without loss where that is smaller, as for flat cards, else like ``encode_jpeg``.

    With loss, WebP stores colours at half the size.
    """
    image = rgb(image)
    exif, xmp = exif_of(text), xmp_of(text, language)

    def saved(quality: int, method: int, lossless: bool) -> bytes:
        file = io.BytesIO()
        image.save(
            file,
            "WEBP",
            quality=quality,
            method=method,
            lossless=lossless,
            exif=exif,
            xmp=xmp,
            icc_profile=SRGB,
        )
        return file.getvalue()

    @cache
    def lossy(quality: int) -> bytes:
        return saved(quality, METHOD, False)

    if image.getcolors(MANY) is not None:
        exact = saved(LOSSLESS_EFFORT, LOSSLESS_METHOD, True)
        if len(exact) <= min(len(lossy(FINEST)), limit or len(exact)):
            return exact
    return finest(lossy, limit)
