"""Sheets: finished pieces side by side on office paper, with cut and fold marks, or the pages of a booklet.

A piece is set once, by ``campaign.media.document``, and placed as it is: a form XObject, vector, its fonts shared.
Sheets are for printing only: they carry no tags, so they claim no PDF/UA. Who listens to a PDF takes that of the piece.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from html import escape
from io import BytesIO
from typing import Any

import pikepdf

from campaign.media import document, gate
from campaign.media.imposition import BAND, Box, DoesNotFitError, Imposed, Label, Mark, Slot, impose
from campaign.model.sheet import Sheet
from campaign.model.work import Filled, Made, Workshop
from campaign.problems import CampaignError, Problem, in_order

POINTS = 72 / 25.4  # per mm
IMPRINT, SMALLEST = 5.0, 3.5  # pt: read from the sheet, cut away with it
WIDE = 0.62  # em that a letter of an imprint takes on average, generously


def make(filled: Filled, workshop: Workshop) -> Made:
    """The sheets of one piece: a front and a back for each two of its pages, or the sheets of a booklet.

    What is wrong with the piece is reported as of the piece, which has the same fault.
    """
    job, sheet = filled.job, filled.job.format.sheet
    if sheet is None:
        raise TypeError(f"{job.format.name} is no sheet")
    piece = job.format.model_copy(update={"name": sheet.of, "medium": "document"})
    set_ = document.make(replace(filled, job=replace(job, format=piece)), workshop)
    if not set_.data:
        return Made(job, b"", filled, problems=set_.problems)
    try:
        imposed = _imposed(filled, sheet, set_.pages or 0)
    except DoesNotFitError as error:
        file = f"templates/{job.format.family}/format.yaml"
        problem = Problem(file, job.format.line or None, "SH001", f"{job.format.name}: {error}", "see sheet: there")
        raise CampaignError(problem) from None
    data = _Press(set_.data, imposed, sheet, _imprint(filled, workshop)).printed()
    size = (imposed.width, imposed.height)
    order = gate.Order(f"{job.format.name} ({job.language})", filled.template, job.format.profile, *size, tagged=False)
    if problems := gate.refusals(data, order):
        return Made(job, b"", filled, problems=in_order(problems))
    return Made(job, data, filled, media_type="application/pdf", pages=len(imposed.sides))


def _imposed(filled: Filled, sheet: Sheet, pages: int) -> Imposed:
    format = filled.job.format
    return impose(sheet, format.width or 0, format.height or 0, pages)


def _imprint(filled: Filled, workshop: Workshop) -> str:
    """ "KA-K1 · v2 · 2026-11-22 · id · ntb": which asset a sheet is, also when it has been cut."""
    job, campaign = filled.job, workshop.campaign
    if job.subject in campaign.publications:
        publication = campaign.publications[job.subject]
        code, version, day = publication.code, publication.version, publication.updated
    else:
        message = campaign.messages[job.subject, job.language]
        code, version, day = message.code, message.version, message.updated
    return " · ".join(part for part in (code, f"v{version}", day.isoformat(), job.language, job.region) if part)


@dataclass(frozen=True)
class _Press:
    """Puts the pages of ``data`` where ``imposed`` says."""

    data: bytes
    imposed: Imposed
    sheet: Sheet
    imprint: str

    def printed(self) -> bytes:
        lines = [self._line(label) for side in self.imposed.sides for label in side.labels]
        texts = tuple(dict.fromkeys(lines))
        with (
            pikepdf.open(BytesIO(self.data)) as piece,
            pikepdf.open(BytesIO(_set_lines(texts))) as set_lines,
            pikepdf.new() as pdf,
        ):
            pages = [_form(pdf, piece, page) for page in piece.pages]
            imprints = dict(zip(texts, (_form(pdf, set_lines, page) for page in set_lines.pages), strict=True))
            for side in self.imposed.sides:
                used = {f"/P{slot.page}": pages[slot.page] for slot in side.slots}
                content = [_placed(slot, pages[slot.page]) for slot in side.slots]
                content += [_marks(side.marks)]
                for label in side.labels:
                    text, size = self._line(label)
                    name = f"/L{texts.index((text, size))}"
                    used[name] = imprints[text, size]
                    content.append(_written(label, name))
                self._add(pdf, used, b"\n".join(content))
            self._describe(pdf, piece)
            out = BytesIO()
            pdf.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        return out.getvalue()

    def _line(self, label: Label) -> tuple[str, float]:
        """The imprint with its sheet's number where there are several, and the size at which it has room."""
        several = self.imposed.sheets > 1
        number = f" · {label.number}/{self.imposed.sheets}{'b' if label.back else 'a'}" if several else ""
        text = self.imprint + number
        size = min(IMPRINT, label.room * POINTS / (WIDE * len(text)))
        return text, round(max(size, SMALLEST), 1)

    def _add(self, pdf: pikepdf.Pdf, used: dict[str, Any], content: bytes) -> None:
        box = [0, 0, round(self.imposed.width * POINTS, 3), round(self.imposed.height * POINTS, 3)]
        page = pikepdf.Dictionary(
            Type=pikepdf.Name.Page,
            MediaBox=box,
            TrimBox=box,
            Resources=pikepdf.Dictionary(XObject=pikepdf.Dictionary(used)),
            Contents=pdf.make_stream(content),
        )
        pdf.pages.append(pikepdf.Page(pdf.make_indirect(page)))

    def _describe(self, pdf: pikepdf.Pdf, piece: pikepdf.Pdf) -> None:
        """Language and title as the piece has them; and print dialogs open with no scaling and the right flip."""
        if "/Lang" in piece.Root:
            pdf.Root.Lang = piece.Root.Lang
        if "/Title" in piece.docinfo:
            pdf.docinfo["/Title"] = piece.docinfo["/Title"]
        edges = {"long": "/DuplexFlipLongEdge", "short": "/DuplexFlipShortEdge"}
        sides = edges[self.sheet.flip] if len(self.imposed.sides) > 1 else "/Simplex"
        pdf.Root.ViewerPreferences = pikepdf.Dictionary(
            PrintScaling=pikepdf.Name("/None"),
            Duplex=pikepdf.Name(sides),
            PickTrayByPDFSize=True,
            DisplayDocTitle=True,
        )


def _form(pdf: pikepdf.Pdf, source: pikepdf.Pdf, page: pikepdf.Page) -> Any:
    """A page as a form XObject of ``pdf``, without the tags that only its own document could resolve."""
    form = page.as_form_xobject()
    form.write(_untagged(form.read_bytes()))
    for key in ("/StructParents", "/StructParent"):
        if key in form:
            del form[key]
    return pdf.copy_foreign(source.make_indirect(form))


TAGGED = re.compile(rb"/[A-Za-z0-9]+\s*<<\s*/MCID \d+\s*>>\s*BDC")


def _untagged(content: bytes) -> bytes:
    return TAGGED.sub(b"/Artifact BMC", content)


def _placed(slot: Slot, form: Any) -> bytes:
    left, bottom = (float(edge) for edge in list(form.BBox)[:2])
    box = slot.box
    if slot.turned:
        x, y = box.right * POINTS + left, box.top * POINTS + bottom
        matrix = f"-1 0 0 -1 {x:.3f} {y:.3f}"
    else:
        matrix = f"1 0 0 1 {box.left * POINTS - left:.3f} {box.bottom * POINTS - bottom:.3f}"
    return f"q {_rectangle(slot.clip)} re W n {matrix} cm /P{slot.page} Do Q".encode()


def _rectangle(box: Box) -> str:
    return " ".join(f"{edge * POINTS:.3f}" for edge in (box.left, box.bottom, box.width, box.height))


def _marks(marks: Sequence[Mark]) -> bytes:
    """Where to cut (solid) and where to fold (dashed), in pure black."""
    return b"q 0 G 0.3 w\n%s\n[1.6 1.2] 0 d\n%s\nQ" % (
        b"\n".join(_strokes(mark for mark in marks if not mark.fold)),
        b"\n".join(_strokes(mark for mark in marks if mark.fold)),
    )


def _strokes(marks: Iterator[Mark]) -> Iterator[bytes]:
    for mark in marks:
        x, y, to_x, to_y = (f"{value * POINTS:.3f}" for value in (mark.x, mark.y, mark.to_x, mark.to_y))
        yield f"{x} {y} m {to_x} {to_y} l S".encode()


def _written(label: Label, name: str) -> bytes:
    x, y = label.x * POINTS, label.y * POINTS
    turn = "0 1 -1 0" if label.upwards else "1 0 0 1"
    return f"q {turn} {x:.3f} {y:.3f} cm {name} Do Q".encode()


@lru_cache(maxsize=64)
def _set_lines(lines: tuple[tuple[str, float], ...]) -> bytes:
    """A page for each line of imprint, its baseline 0.4 mm above the page's edge, in black without colour."""
    from weasyprint import HTML

    from campaign.media import typesetting
    from campaign.model.library import Library

    made = []
    for text, size in lines:
        width = len(text) * size * WIDE / POINTS + 5
        style = f"@page {{ size: {width:.2f}mm {BAND}mm; margin: 0 }} body {{ margin: 0; white-space: pre }}"
        style += f"p {{ margin: 0; font: 500 {size}pt/{BAND - 0.4}mm Manrope }}"
        html = HTML(
            string=f"<html><style>{style}</style><p>{escape(text)}</p>",
            base_url=typesetting.ROOT,
            url_fetcher=typesetting.Shelf(Library({})),
        )
        made.append(html.render(font_config=typesetting.fonts()))
    pages = [page for each in made for page in each.pages]
    data: bytes = made[0].copy(pages).write_pdf()
    with pikepdf.open(BytesIO(data)) as pdf:
        for page in pdf.pages:
            page.Contents = pdf.make_stream(page.Contents.read_bytes().replace(b"0 0 0 rg", b"0 g"))
        out = BytesIO()
        pdf.save(out, deterministic_id=True)
    return out.getvalue()
