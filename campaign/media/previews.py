"""Small pictures of the pages of finished PDFs."""

import pypdfium2 as pdfium
from PIL import Image

from campaign.painting.png import encode_png

LONGEST = 240  # px of the longer edge


def preview(data: bytes, longest: int = LONGEST) -> bytes:
    """A PDF's first page as PNG, on white. A page with marks is shown as it is trimmed."""
    document = pdfium.PdfDocument(data)
    try:
        page = document[0]
        left, bottom, right, top = page.get_trimbox()
        width, height = page.get_size()
        media = page.get_mediabox()
        crop = (left - media[0], bottom - media[1], media[2] - right, media[3] - top)
        scale = longest / max(width - crop[0] - crop[2], height - crop[1] - crop[3])
        picture: Image.Image = page.render(scale=scale, crop=crop).to_pil().convert("RGB")
    finally:
        document.close()
    return encode_png(picture, {})
