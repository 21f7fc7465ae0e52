"""What WeasyPrint leaves open in the tags that screen readers go by: decoration, and which cells a header is for."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

FIGURE = re.compile(rb"/Figure\s<</MCID (\d+)>>\sBDC")


def complete_tags(pdf: pikepdf.Pdf) -> None:
    """Mark pictures without alternative text as artifacts, and give every header its scope.

    WeasyPrint tags every picture as a figure. PDF/UA wants figures to be described, and decoration (icons beside
    their words) to be marked as such, so that a screen reader passes it over.
    """
    for page, marks in zip(pdf.pages, _undescribed(pdf), strict=True):
        page.Contents = pdf.make_stream(FIGURE.sub(_as_artifact(marks), page.Contents.read_bytes()))


def _undescribed(pdf: pikepdf.Pdf) -> list[frozenset[int]]:
    """What pictures without alternative text were marked with, by page; they are no longer in the structure."""
    indices = {page.objgen: index for index, page in enumerate(pdf.pages)}
    found: list[set[int]] = [set() for _ in pdf.pages]

    def clean(element: Any) -> bool:
        """Whether the element stays."""
        kind = element.get("/S")
        if kind == "/Figure" and "/Alt" not in element:
            found[indices[element.Pg.objgen]].update(int(kid) for kid in element.K)
            return False
        if kind == "/TR":
            _scope(element)
        kids = element.get("/K")
        if isinstance(kids, Array):
            element.K = Array([kid for kid in kids if not isinstance(kid, Dictionary) or clean(kid)])
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


def _scope(row: Any) -> None:
    """Say of each header whether it is its row's or its column's: WeasyPrint lists for each cell the headers that it
    has, as the template's scope="row" asked for, but PDF/UA wants the scope at the header."""
    cells = [kid for kid in row.K if isinstance(kid, Dictionary)]
    of_row = {str(name) for cell in cells for name in _headers(cell)}
    for cell in cells:
        if cell.get("/S") == "/TH":
            cell.A.Scope = Name.Row if str(cell.get("/ID", "")) in of_row else Name.Column


def _headers(cell: Any) -> Iterator[Any]:
    attributes = cell.get("/A")
    if isinstance(attributes, Dictionary):
        yield from attributes.get("/Headers", ())


def _as_artifact(marks: frozenset[int]) -> Callable[[re.Match[bytes]], bytes]:
    def replace(match: re.Match[bytes]) -> bytes:
        return b"/Artifact BMC" if int(match[1]) in marks else match[0]

    return replace
