"""Scripts and captions: text to read aloud or to copy, as a text file or as pages."""

from dataclasses import replace

from campaign.model.work import Filled, Made, Workshop

TEXTS = {"txt": "text/plain", "srt": "application/x-subrip", "vtt": "text/vtt"}


def make(filled: Filled, workshop: Workshop) -> Made:
    """A text file in UTF-8 that ends with one line end, or a PDF of the same script.

    ``seconds`` is the reading time that filling estimated; captions have none.
    """
    if media_type := TEXTS.get(filled.job.extension):
        lines = (line.rstrip() for line in filled.body.strip().splitlines())
        data = ("\n".join(lines) + "\n").encode("utf-8")
        return Made(filled.job, data, filled, media_type=media_type, seconds=filled.seconds)
    # A text file needs no typesetting, and must not fail on a machine that lacks Pango.
    from campaign.media import document

    return replace(document.make(filled, workshop), seconds=filled.seconds)
