"""A PDF made ready for the print shop: page boxes, marks outside the bleed, decoration that readers do not hear."""

import re
from collections.abc import Sequence
from io import BytesIO
from typing import Any

import pikepdf

from campaign.media.page_proofs import Page

POINTS = 72 / 25.4  # per mm
BLEED = 3  # mm
MARK = 5  # mm: how long a mark is
GAP = 1  # mm between bleed and mark, and between mark and the sheet's edge
FIGURE = re.compile(rb"/Figure\s<</MCID (\d+)>>\sBDC")


def finish(data: bytes, pages: Sequence[Page], folded: bool) -> bytes:
    """The same document with its boxes set, as bytes that depend on nothing else.

    A page with bleed gets TrimBox (as ordered), BleedBox (3 mm more) and a MediaBox with room for crop and fold
    marks; what lies beyond the bleed is cut away. A page without bleed has one box.
    """
    with pikepdf.open(BytesIO(data)) as pdf:
        for page, printed, marked in zip(pages, pdf.pages, _take_out_decoration(pdf), strict=True):
            content = FIGURE.sub(_as_artifact(marked), printed.Contents.read_bytes())
            if page.bleed > 0:
                _set_boxes(printed, page)
                content = b"q %s re W n\n%s\nQ\n%s" % (_rectangle(page, BLEED), content, _marks(page, folded))
            printed.Contents = pdf.make_stream(content)
        out = BytesIO()
        pdf.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()


def _set_boxes(printed: Any, page: Page) -> None:
    margin = BLEED + GAP + MARK + GAP
    for name, beyond in (("MediaBox", margin), ("BleedBox", BLEED), ("TrimBox", 0)):
        left, bottom = -beyond * POINTS, -beyond * POINTS
        right, top = (page.width + beyond) * POINTS, (page.height + beyond) * POINTS
        printed[f"/{name}"] = pikepdf.Array([round(edge, 3) for edge in (left, bottom, right, top)])


def _rectangle(page: Page, beyond: float) -> bytes:
    edges = (-beyond, -beyond, page.width + 2 * beyond, page.height + 2 * beyond)
    return " ".join(f"{edge * POINTS:.3f}" for edge in edges).encode()


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
    return b"/Artifact BMC q 0 G 0.3 w\n%s\n[1.6 1.2] 0 d\n%s\nQ EMC\n" % (_lines(cuts), _lines(folds))


def _lines(lines: Sequence[tuple[float, float, float, float]]) -> bytes:
    points = (tuple(f"{value * POINTS:.3f}" for value in line) for line in lines)
    return "\n".join(f"{x} {y} m {to_x} {to_y} l S" for x, y, to_x, to_y in points).encode()


def _take_out_decoration(pdf: pikepdf.Pdf) -> list[frozenset[int]]:
    """Remove pictures without alternative text from the structure; what they were marked with, by page.

    WeasyPrint tags every picture as a figure. PDF/UA wants figures to be described and decoration (icons beside
    their words) to be marked as such, so that a screen reader passes it over.
    """
    indices = {page.objgen: index for index, page in enumerate(pdf.pages)}
    found: list[set[int]] = [set() for _ in pdf.pages]

    def clean(element: Any) -> bool:
        """Whether the element stays."""
        if element.get("/S") == "/Figure" and "/Alt" not in element:
            found[indices[element.Pg.objgen]].update(int(kid) for kid in element.K)
            return False
        kids = element.get("/K")
        if isinstance(kids, pikepdf.Array):
            element.K = pikepdf.Array([kid for kid in kids if not isinstance(kid, pikepdf.Dictionary) or clean(kid)])
        return True

    if "/StructTreeRoot" in pdf.Root:
        root = pdf.Root.StructTreeRoot
        for kid in root.K:
            clean(kid)
        numbers = root.ParentTree.Nums
        for index in range(len(pdf.pages)):
            # WeasyPrint numbers pages from 0, in order; each has its marks' elements.
            elements = numbers[2 * index + 1]
            for mark in found[index]:
                elements[mark] = None
    return [frozenset(marks) for marks in found]


def _as_artifact(marks: frozenset[int]) -> Any:
    def replace(match: re.Match[bytes]) -> bytes:
        return b"/Artifact BMC" if int(match[1]) in marks else match[0]

    return replace
