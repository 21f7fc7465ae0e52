"""Documents: a filled template becomes a PDF that a print shop can take as it is."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import lru_cache
from importlib.resources import files
from typing import Any

import uharfbuzz as hb

from campaign.model.work import Filled, Made, Workshop
from campaign.problems import CampaignError, MachineError, Problem, in_order
from campaign.reading.regions import REGIONS

PANGO = "apt-get install --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"


def make(filled: Filled, workshop: Workshop) -> Made:
    """Set, proofread and finish one document.

    The template says how: ``<body data-pages="2" data-sizes="11 10 9.5">`` is how many pages there must be and which
    sizes of text (pt, largest first) may be tried; without them a document has as many pages as it takes.
    What is wrong comes back as problems, without data. Raises MachineError when this machine has no Pango, or no
    colour profile of a press to make a print shop's file with.
    """
    try:
        with _without_garbage_collection():
            data, pages, problems = _set(filled, workshop)
    except MachineError:
        raise
    except CampaignError as error:
        return Made(filled.job, b"", filled, problems=error.problems)
    if problems:
        return Made(filled.job, b"", filled, problems=in_order(problems))
    return Made(filled.job, data, filled, media_type="application/pdf", pages=pages)


def _set(filled: Filled, workshop: Workshop) -> tuple[bytes, int, list[Problem]]:
    _need_pango()
    from campaign.media import copies, fitting_pages, gate, inks, prepress, proofreading, typesetting

    manuscript = copies.manuscript_of(filled.body, filled.template, filled.styles, workshop.library)
    if unfit := [*manuscript.misuses, *_unusable_pictures(manuscript, filled, workshop)]:
        return b"", 0, unfit
    body = manuscript.body
    sizes = [float(size) for size in body.get("data-sizes", "").split()]
    proof = fitting_pages.fit(manuscript.lay_out, sizes, manuscript.spares)
    job = filled.job
    sheet = proofreading.Sheet(
        name=f"{job.format.name} ({', '.join(filter(None, (job.language, job.region)))})",
        width=job.format.width or 0,
        height=job.format.height or 0,
        pages=int(body.get("data-pages")) if "data-pages" in body.attrib else None,
        template=filled.template,
        place=_Places(filled, workshop).of,
        covers=_covers,
        least=float(body.get("data-least", proofreading.SMALLEST)),
        safe=max(float(body.get("data-safe", 0)), proofreading.TRIM_MARGIN),
        folded="data-folds" not in body.attrib,
    )
    problems = [*_head(manuscript, filled), *proofreading.faults(proof, sheet)]
    if not problems:
        problems += manuscript.lost
    problems += manuscript.complaints
    if problems:
        return b"", 0, problems
    press = inks.inks_of(workshop.library) if job.format.profile == "press" else None
    pdf, digest = manuscript.prepared(press)
    problems += manuscript.complaints
    if others := sorted(manuscript.families - {typesetting.FAMILY}):
        text = f"{sheet.name}: letters come from {', '.join(others)} instead of {typesetting.FAMILY}"
        hint = f"print knows no other family: font-family: {typesetting.FAMILY}"
        problems.append(Problem(filled.template, None, "PR014", text, hint))
    with pdf:
        finished = prepress.bound(pdf, proof.pages, sheet.folded, press, _updated(filled, workshop), digest)
    order = gate.Order(sheet.name, filled.template, job.format.profile, sheet.width, sheet.height, job.format.scale)
    return finished, len(proof.pages), [*problems, *gate.refusals(finished, order)]


def _updated(filled: Filled, workshop: Workshop) -> date:
    """When the content was last changed: the date that a file for a print shop must carry, without a clock."""
    campaign, job = workshop.campaign, filled.job
    subject = campaign.publications.get(job.subject) or campaign.messages.get((job.subject, job.language))
    return subject.updated if subject else workshop.as_of


def _unusable_pictures(manuscript: Any, filled: Filled, workshop: Workshop) -> Iterator[Problem]:
    """Drawings that load something, photographs that are too large: refused before anything opens them."""
    from campaign.media.source_pictures import unusable

    library = workshop.library
    texts = [filled.body, *(library.text(path) for path in filled.styles if path in library)]
    return unusable(texts, manuscript.pictures, library)


def _head(manuscript: Any, filled: Filled) -> Iterator[Problem]:
    """A reader's software says the title and needs the language to pronounce the text."""
    for name, there in (("lang", manuscript.language), ("title", manuscript.title)):
        if not there:
            hint = 'begin with <html lang="…"> and a <title>'
            yield Problem(filled.template, 1, "PR015", f"the document has no {name}", hint)


class _Places:
    """Finds the author's line for a panel's text: the panel in its publication, else the whole file.

    Of a regional copy's panel with the office's box it is the office's row: the same panel is set without it as well.
    """

    def __init__(self, filled: Filled, workshop: Workshop) -> None:
        self._filled = filled
        publication = workshop.campaign.publications.get(filled.job.subject)
        panels = publication.panels if publication else ()
        self._lines = {panel.id: panel.line for panel in panels}
        region = workshop.campaign.regions.get(filled.job.region)
        self._offices = {panel.id: region.line for panel in panels if panel.office} if region else {}

    def of(self, panel: str) -> tuple[str, int | None]:
        name = panel.partition(":")[0]  # "documents: right" is a part of the panel "documents"
        if name in self._offices:
            return REGIONS, self._offices[name]
        return self._filled.file, self._lines.get(name) or self._filled.line


@lru_cache(maxsize=1)
def _faces() -> tuple[Any, ...]:
    folder = files("font_manrope") / "files"
    return tuple(hb.Font(hb.Face((folder / f"Manrope-{name}.ttf").read_bytes())) for name in ("Medium", "ExtraBold"))


@lru_cache(maxsize=1024)
def _covers(character: str) -> bool:
    return all(face.get_nominal_glyph(ord(character)) is not None for face in _faces())


def _need_pango() -> None:
    try:
        import weasyprint  # noqa: F401
    except OSError as error:
        reason = str(error).split("\n", 1)[0]
        text = f"WeasyPrint finds no Pango, which sets the type of leaflets: {reason}"
        hint = f"sudo {PANGO}; campaign doctor names the command of other systems"
        raise MachineError(Problem("this machine", None, MachineError.code, text, hint)) from None


@contextmanager
def _without_garbage_collection() -> Iterator[None]:
    """Laying out makes and drops many small objects; looking for cycles among them costs a quarter of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
