"""A PDF made ready for the machine that prints it: decoration that readers do not hear, page boxes, inks, marks."""

from collections.abc import Sequence
from datetime import date
from hashlib import sha256
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

from campaign.media.inks import Inks
from campaign.media.page_proofs import Page
from campaign.media.pdfx import PDF, declare
from campaign.media.separation import separate
from campaign.media.tags import complete_tags

POINTS = 72 / 25.4  # per mm
BLEED = 3  # mm
MARK = 5  # mm: how long a mark is
GAP = 1  # mm between bleed and mark, and between mark and the sheet's edge


def finish(
    data: bytes, pages: Sequence[Page], folded: bool = True, inks: Inks | None = None, day: date = date.min
) -> bytes:
    """The same document ready to print, as bytes that depend on nothing else.

    A page with bleed gets TrimBox (as ordered), BleedBox (3 mm more) and a MediaBox with room for crop marks and, where
    it is ``folded``, fold marks; what lies beyond the bleed is cut away. There is no CropBox: a viewer then shows all
    of the MediaBox, and no program takes another box for the page. A page without bleed has one box.

    With ``inks`` it becomes a PDF/X-4 for that press, of content that was last changed on ``day``.
    """
    with pikepdf.open(BytesIO(data)) as pdf:
        prepare(pdf, inks)
        return bound(pdf, pages, folded, inks, day, sha256(data).digest())


def prepare(pdf: pikepdf.Pdf, inks: Inks | None) -> None:
    """Complete the tags, and separate the colours: what can be done with a part of a document."""
    complete_tags(pdf)
    if inks is not None:
        separate(pdf, inks)


def bound(pdf: pikepdf.Pdf, pages: Sequence[Page], folded: bool, inks: Inks | None, day: date, digest: bytes) -> bytes:
    """The bytes of a prepared document, with its boxes and marks. A PDF/X-4 is known by its ``digest`` of 32 bytes."""
    for page, printed in zip(pages, pdf.pages, strict=True):
        if page.bleed > 0:
            _set_boxes(printed, page)
            printed.contents_add(b"q %s re W n\n" % _rectangle(page, BLEED), prepend=True)
            printed.contents_add(b"\nQ\n" + _marks(page, folded))
            if "/ColorSpace" not in printed.Resources:
                printed.Resources.ColorSpace = Dictionary()
            printed.Resources.ColorSpace["/All"] = _all_plates()
    if inks is not None:
        declare(pdf, inks, day, digest)
    out = BytesIO()
    pdf.save(
        out,
        deterministic_id=True,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        force_version=PDF if inks is not None else "",
    )
    return out.getvalue()


def _set_boxes(printed: Any, page: Page) -> None:
    margin = BLEED + GAP + MARK + GAP
    for name, beyond in (("MediaBox", margin), ("BleedBox", BLEED), ("TrimBox", 0)):
        left, bottom = -beyond * POINTS, -beyond * POINTS
        right, top = (page.width + beyond) * POINTS, (page.height + beyond) * POINTS
        printed[f"/{name}"] = Array([round(edge, 3) for edge in (left, bottom, right, top)])


def _rectangle(page: Page, beyond: float) -> bytes:
    edges = (-beyond, -beyond, page.width + 2 * beyond, page.height + 2 * beyond)
    return " ".join(f"{edge * POINTS:.3f}" for edge in edges).encode()


def _all_plates() -> Array:
    """The colour of marks: on every plate, so that each can be laid on the others."""
    inks = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[1, 1, 1, 1], N=1)
    return Array([Name.Separation, Name.All, Name.DeviceCMYK, inks])


def _marks(page: Page, folded: bool) -> bytes:
    """Where to cut (solid) and where to fold (dashed), as hairlines outside the bleed."""
    near, far = BLEED + GAP, BLEED + GAP + MARK
    cuts, folds = [], []
    for x in (0, page.width):
        cuts += [(x, -far, x, -near), (x, page.height + near, x, page.height + far)]
    for y in (0, page.height):
        cuts += [(-far, y, -near, y), (page.width + near, y, page.width + far, y)]
    for x in page.folds if folded else ():
        folds += [(x, -far, x, -near), (x, page.height + near, x, page.height + far)]
    return b"/Artifact BMC q /All CS 1 SCN 0.3 w\n%s\n[1.6 1.2] 0 d\n%s\nQ EMC\n" % (_lines(cuts), _lines(folds))


def _lines(lines: Sequence[tuple[float, float, float, float]]) -> bytes:
    points = (tuple(f"{value * POINTS:.3f}" for value in line) for line in lines)
    return "\n".join(f"{x} {y} m {to_x} {to_y} l S" for x, y, to_x, to_y in points).encode()
