"""Where everything of a picture lies, without painting it: for those who write templates."""

import base64
import re
from dataclasses import dataclass, replace
from datetime import date
from html import escape
from pathlib import Path
from urllib.parse import unquote_to_bytes

from campaign.building.content import read_checked
from campaign.filling.filler import Filler
from campaign.layout import Sheet, lay_out_anyway
from campaign.layout.commands import Canvas, Drawing, Font, FontMetrics, Photo
from campaign.media import image
from campaign.model.work import Job, Workshop
from campaign.painting.folders import font_folders
from campaign.painting.fonts import FontBook, bundled_fonts
from campaign.painting.installed import InstalledFonts
from campaign.planning.plan import Selection, plan
from campaign.problems import CampaignError, Problem, StorageError, UsageError, in_order

PAGES = (".html", ".htm")
SIZE = re.compile(r"([1-9][0-9]{0,4})x([1-9][0-9]{0,4})")
ATTRIBUTES = r"""(?:"[^"]*"|'[^']*'|[^"'>])*"""
TAG = re.compile(rf"<!--.*?(?:-->|\Z)|<(?P<name>[a-z][^\s/>]*)(?P<rest>{ATTRIBUTES}>)", re.IGNORECASE | re.DOTALL)
RAW = re.compile(r"</(?:style|script|title|textarea)\b", re.IGNORECASE)  # where text ends that holds no tags
DATA = re.compile(r"data:([a-z]+/[a-z+]+)[^,]*?(;base64)?,(.*)", re.IGNORECASE | re.DOTALL)
KINDS = {"image/svg+xml": "svg", "image/png": "png", "image/jpeg": "jpg", "image/webp": "webp"}


@dataclass(frozen=True)
class Inspected:
    """A laid-out page. ``drawing`` is None when nothing of it could be laid out."""

    name: str
    drawing: Drawing | None
    problems: tuple[Problem, ...]


def canvas_of(text: str) -> Canvas:
    """``800x600`` as a canvas of that many px. Raises UsageError."""
    if match := SIZE.fullmatch(text):
        return Canvas(int(match[1]), int(match[2]))
    raise UsageError(Problem("--canvas", None, "US004", f"“{text}” is no size", "write width and height: 1080x1350"))


def inspect_page(page: Path, canvas: Canvas, sheets: tuple[Path, ...] = ()) -> Inspected:
    """Any HTML file, in the bundled fonts; what is not understood is left out and told.

    Pictures are looked for from the file's folder. Raises StorageError for a file that cannot be read.
    """
    html, styles = _with_lines(_text(page), str(page)), [Sheet(str(sheet), _text(sheet)) for sheet in sheets]

    def picture(source: str) -> str | Photo:
        if source.startswith("data:"):
            return image.picture_of(*_written_out(source))
        try:
            data = (page.parent / source).read_bytes()
        except (OSError, ValueError):
            raise KeyError(source) from None
        return image.picture_of(source, data)

    measure = _Substitutes(bundled_fonts(InstalledFonts(font_folders())), str(page))
    try:
        drawing, problems = lay_out_anyway(
            html, name=str(page), sheets=styles, canvas=canvas, measure=measure, pictures=picture, guess=True
        )
    except CampaignError as error:
        return Inspected(str(page), None, in_order((*measure.problems, *error.problems)))
    return Inspected(str(page), drawing, in_order((*measure.problems, *problems)))


def _with_lines(html: str, name: str) -> str:
    """The page with ``data-at="page.html:12"`` on every tag, so that problems name the line."""
    parts: list[str] = []
    at = line = counted = 0
    while tag := TAG.search(html, at):
        parts.append(html[at : tag.start()])
        line, counted = line + html.count("\n", counted, tag.start()), tag.start()
        at = tag.end()
        if not tag["name"]:
            parts.append(tag[0])
            continue
        parts.append(f'<{tag["name"]} data-at="{escape(name)}:{line + 1}"{tag["rest"]}')
        if tag["name"].lower() in ("style", "script", "title", "textarea"):
            end = RAW.search(html, at)
            until = end.start() if end else len(html)
            parts.append(html[at:until])
            at = until
    return "".join(parts) + html[at:]


def _written_out(source: str) -> tuple[str, bytes]:
    """The name of a picture that a ``data:`` address holds, and its bytes. Raises KeyError."""
    match = DATA.fullmatch(source)
    kind = KINDS.get(match[1].lower()) if match else None
    if match is None or kind is None:
        raise KeyError(source)
    data = unquote_to_bytes(match[3])
    try:
        return f"picture.{kind}", base64.b64decode(data, validate=True) if match[2] else data
    except ValueError:
        raise KeyError(source) from None


def inspect_message(root: Path, as_of: date, subject: str, format: str, language: str, part: int) -> Inspected:
    """One picture of a campaign. ``part`` counts from 1 in a series; 0 where there is only one.

    Raises UsageError when nothing is made of that, CampaignError when its template cannot be filled in.
    """
    reading = read_checked(root, as_of)
    selection = Selection((format,), (subject,), (language,) if language else ())
    planned = plan(reading.campaign, selection, as_of, broken=reading.broken)
    order = [language.tag for language in reading.campaign.settings.languages]
    job = _chosen(sorted(planned.jobs, key=lambda job: order.index(job.language)), subject, format, part)
    workshop = Workshop(reading.campaign, reading.library, as_of)
    filled = Filler(workshop).fill(job)
    try:
        drawing, problems = image.laid_out(filled, workshop)
    except CampaignError as error:
        return Inspected(job.path, None, in_order(image.for_author(p, filled, workshop) for p in error.problems))
    return Inspected(job.path, drawing, in_order(image.for_author(p, filled, workshop) for p in problems))


def _chosen(jobs: list[Job], subject: str, format: str, part: int) -> Job:
    """The first language's picture, and of a series the part that is asked for, else the first."""
    pictures = [job for job in jobs if job.format.medium == "image" and not job.region]
    for job in pictures:
        if job.part == part or (not part and job.part == 1):
            return job
    parts = sorted({job.part for job in pictures})
    message = f"no picture {format} is made of {subject}" + (f", part {part}" if part else "")
    hint = f"it has the parts {parts[0]} to {parts[-1]}" if part and parts else "see them with: campaign formats"
    raise UsageError(Problem("MESSAGE", None, "US005", message, hint))


class _Substitutes:
    """The font book, with Manrope for families that it does not have; which is told, once for each."""

    def __init__(self, book: FontBook, name: str) -> None:
        self.book, self.name = book, name
        self.problems: list[Problem] = []

    def _known(self, font: Font) -> Font:
        try:
            self.book.metrics(font)
        except CampaignError as error:
            told = [problem.at(self.name, None) for problem in error.problems]
            self.problems.extend(problem for problem in told if problem not in self.problems)
            return replace(font, family="Manrope")
        return font

    def advance(self, text: str, font: Font, ligatures: bool = True) -> float:
        return self.book.advance(text, self._known(font), ligatures)

    def metrics(self, font: Font) -> FontMetrics:
        return self.book.metrics(self._known(font))

    def reach(self, text: str, font: Font) -> tuple[float, float]:
        return self.book.reach(text, self._known(font))

    def missing(self, text: str, font: Font) -> str:
        return self.book.missing(text, self._known(font))


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError:
        raise StorageError(Problem(str(path), None, "ST001", "the file is not UTF-8")) from None
    except OSError as error:
        hint = error.strerror or str(error)
        raise StorageError(Problem(str(path), None, "ST001", "the file cannot be read", hint)) from None
