"""Every asset is read back before it is stored: what it prints must be what it lists, and what is registered."""

import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape

import pypdfium2 as pdfium

from campaign.checking.printed import Printed, printed_problems, shown, strangers
from campaign.model.work import Filled, Made, Workshop
from campaign.problems import Problem

TEXTS = ("text/", "application/x-subrip")
LINK = re.compile(r'(?:data-qr|href)="((?:https?|tel|sms):[^"]*)"')
NAMED = re.compile(r'data-channel="([a-z0-9-]+)"')


def read_back(made: Made, workshop: Workshop) -> Made:
    """The asset with the contacts that it really shows; without data, and with problems, when they are not right.

    A picture may leave out on a small canvas what its template asked for; pages and texts must print it all.
    """
    filled = made.filled
    if filled is None or not made.data:
        return made
    printed = Printed(_lines(made), tuple(unescape(link) for link in LINK.findall(filled.body)))
    listed = [workshop.campaign.channels[id] for id in filled.channels]
    required = () if made.media_type.startswith("image/") else filled.required
    problems = [*printed_problems(printed, listed, required, made.job.path, filled.file), *_beside(filled, workshop)]
    if problems:
        return Made(made.job, b"", filled, problems=(*made.problems, *problems))
    there = {channel.id for channel in listed if shown(printed, channel)} | set(NAMED.findall(filled.body))
    channels = tuple(id for id in filled.channels if id in there)
    return replace(made, filled=replace(filled, channels=channels), lines=())


def _lines(made: Made) -> tuple[str, ...]:
    """The text of the finished asset. Pages and texts are read from their bytes, pictures from what was drawn."""
    if made.media_type == "application/pdf":
        return _pdf_lines(made.data)
    if made.media_type.startswith(TEXTS):
        return tuple(made.data.decode("utf-8").splitlines())
    return made.lines


def _pdf_lines(data: bytes) -> tuple[str, ...]:
    document = pdfium.PdfDocument(data)
    try:
        return tuple(line for page in document for line in page.get_textpage().get_text_range().splitlines())
    finally:
        document.close()


def _beside(filled: Filled, workshop: Workshop) -> Iterator[Problem]:
    """Contacts in the caption and the alternative text that the campaign does not have."""
    lines = (*filled.alt.splitlines(), *filled.caption.splitlines())
    known = tuple(workshop.campaign.channels.values())
    yield from strangers(lines, known, f"the text beside {filled.job.path}", filled.file)
