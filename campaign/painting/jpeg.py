"""Pixels to JPEG bytes, for chats and slow networks."""

import io
from collections.abc import Mapping

from PIL import Image

from campaign.painting.notes import exif_of, xmp_of
from campaign.painting.pixels import rgb
from campaign.painting.quality import finest
from campaign.painting.srgb import SRGB

FULL = "4:4:4"  # chroma at half the size gives red letters and small codes a grey rim, for a quarter of the bytes


def encode_jpeg(image: Image.Image, text: Mapping[str, str], language: str = "", limit: int | None = None) -> bytes:
    """An RGB picture as progressive JPEG in sRGB, as fine as ``limit`` bytes allow, metadata included.

    ``text`` has the keywords of ``encode_png``; it goes into Exif and XMP. A picture that does not fit at the coarsest
    quality comes back larger than the limit.
    """
    image = rgb(image)
    exif, xmp = exif_of(text), xmp_of(text, language)

    def at(quality: int) -> bytes:
        file = io.BytesIO()
        image.save(
            file,
            "JPEG",
            quality=quality,
            subsampling=FULL,
            progressive=True,
            optimize=True,
            exif=exif,
            xmp=xmp,
            icc_profile=SRGB,
        )
        return file.getvalue()

    return finest(at, limit)
