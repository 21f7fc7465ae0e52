"""Print orders: what an office prints of its kit and how, said once for the page and for the ZIP's own text."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256

from campaign.building.manifest import Entry
from campaign.media.imposition import Imposed, impose
from campaign.model.campaign import Format
from campaign.model.kit import Kit
from campaign.model.library import Library
from campaign.model.numbers import long_date, number
from campaign.model.register import Local
from campaign.model.work import Job, Workshop
from campaign.problems import CampaignError, Problem
from campaign.reading.registers import read_words

WORDS = "templates/order/words.yaml"
PAPERS = {(148, 210): "A5", (210, 297): "A4", (215, 330): "F4", (297, 420): "A3", (420, 594): "A2"}
PICTURES = "assets/print-order"  # where the page finds the small pictures of its files
METRE = 1000  # mm


@dataclass(frozen=True, slots=True)
class Row:
    """One file to print. ``instead``: another file of the same piece stands above, one of them is enough."""

    title: str
    label: str
    tongue: str
    how: tuple[str, ...]
    copies: str
    sheets: str
    instead: bool
    file: str
    kilobytes: str
    sha256: str
    picture: str


@dataclass(frozen=True, slots=True)
class Listed:
    """One file of the ZIP."""

    path: str
    about: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Order:
    """What the templates of a kit see."""

    language: str
    words: Mapping[str, str]
    campaign: str
    name: str
    office: str
    address: str
    day: str
    draft: str
    file: str  # where the print order lies in the ZIP
    rows: tuple[Row, ...]
    files: tuple[Listed, ...]


class Clerk:
    """Writes the orders of one campaign; ``files`` are the kit's files by path, ``entries`` what the manifest says."""

    def __init__(self, kit: Kit, workshop: Workshop, files: Mapping[str, bytes], entries: Mapping[str, Entry]) -> None:
        self.kit, self.workshop, self.campaign = kit, workshop, workshop.campaign
        self.files, self.entries = files, entries
        self.words = order_words(workshop.library, kit.language)

    def order(self) -> Order:
        region = self.campaign.regions[self.kit.region]
        drafts = (str(entry["draft"]) for job in self.kit.jobs if (entry := self.entries[job.path]).get("draft"))
        return Order(
            language=self.kit.language,
            words=self.words,
            campaign=self._local(self.campaign.settings.name),
            name=region.name,
            office=region.office or region.name,
            address=region.address,
            day=long_date(self.workshop.as_of, self.kit.language),
            draft=next(drafts, ""),
            file=self.inside(self.kit.order),
            rows=tuple(self._rows()),
            files=tuple(self._listed(job) for job in self.kit.jobs),
        )

    def inside(self, path: str) -> str:
        """Where a file of the output lies inside the ZIP."""
        return path.removeprefix(self.kit.folder + "/")

    @property
    def printed(self) -> tuple[Job, ...]:
        """The files to print, those of one piece together; a piece that is cut from a sheet is printed as that."""
        on_sheets = {_piece(job) for job in self.kit.jobs if job.format.sheet}
        jobs = [job for job in self.kit.jobs if job.extension == "pdf"]
        wanted = [job for job in jobs if job.format.sheet or _piece(job) not in on_sheets]
        return tuple(sorted(wanted, key=lambda job: (_piece(job)[:3], job.format.profile == "press", job.path)))

    def _rows(self) -> Iterator[Row]:
        before: tuple[str, ...] = ()
        for i, job in enumerate(self.printed):
            piece = _piece(job)[:3]
            yield self._row(job, f"{PICTURES}/{i}.png", instead=piece == before)
            before = piece

    def _row(self, job: Job, picture: str, *, instead: bool) -> Row:
        data, format = self.files[job.path], job.format
        pages = int(self.entries[job.path].get("pages") or 1)
        region, imposed = self.campaign.regions[self.kit.region], _imposed(format, pages)
        copies = region.copies_of(job.subject, format.piece, hangs=format.hangs)
        sheets = imposed.needed(copies) if imposed else 0
        return Row(
            title=self._local(self.campaign.publications[job.subject].title),
            label=self._label(format),
            tongue=self.campaign.language(job.language).name if job.language != self.kit.language else "",
            how=tuple(part for part in self._how(format, pages, imposed) if part),
            copies=self._number(copies) if copies else "",
            sheets=self.words["sheets"].replace("{}", self._number(sheets)) if sheets else "",
            instead=instead,
            file=self.inside(job.path),
            kilobytes=self._number(-(-len(data) // 1000)),
            sha256=sha256(data).hexdigest(),
            picture=picture,
        )

    def _listed(self, job: Job) -> Listed:
        title = self._local(self.campaign.publications[job.subject].title)
        tongue = self.campaign.language(job.language).name
        about = f"{self._label(job.format)} – {title} – {tongue} – {self.words[job.format.profile or 'any']}"
        return Listed(self.inside(job.path), about, sha256(self.files[job.path]).hexdigest())

    def _how(self, format: Format, pages: int, imposed: Imposed | None) -> Iterator[str]:
        """Machine, paper, sides, what to do with it afterwards, colour."""
        words, press = self.words, format.profile == "press"
        yield words[format.profile or "any"]
        width, height = (imposed.width, imposed.height) if imposed else (format.width or 0, format.height or 0)
        yield f"{words['paper']} {self._paper(width * format.scale, height * format.scale)}"
        if format.scale > 1:
            yield words["drawn"].replace("{}", str(format.scale))
        if imposed and format.sheet and format.sheet.imposition == "booklet":
            yield words["per-booklet"].replace("{}", str(imposed.sheets))
        elif imposed:
            yield words["per-sheet"].replace("{}", str(imposed.pieces))
        if pages > 2 and not imposed:
            yield words["pages"].replace("{}", str(pages))
        if pages == 1:
            yield words["one-side"]
        elif press:
            yield words["two-sides-press"]
        else:
            flip = format.sheet.flip if format.sheet else "short" if width > height else "long"
            yield words["two-sides"].replace("{}", words[f"flip-{flip}"])
        yield words[f"fold-{format.fold}"] if format.fold else ""
        yield words["colour-press" if press else "colour-office"]

    def _paper(self, width: float, height: float) -> str:
        """ "A4 mendatar"; what is no size of paper is measured."""
        name = PAPERS.get((round(min(width, height)), round(max(width, height))))
        if name:
            return f"{name} {self.words['landscape' if width > height else 'portrait']}"
        if max(width, height) >= METRE:
            return f"{width / 10:g} × {height / 10:g} cm"
        return f"{width:g} × {height:g} mm"

    def _label(self, format: Format) -> str:
        return format.label.get(self.kit.language) or format.label.get("*") or format.title

    def _local(self, texts: Mapping[str, str]) -> str:
        return self.campaign.local(dict(texts), self.kit.language)

    def _number(self, value: float) -> str:
        return number(value, self.kit.language)


def order_words(library: Library, language: str) -> dict[str, str]:
    """The words of ``templates/order/words.yaml`` in a language, else in the first that each has."""
    words = _words(library.files[WORDS]) if WORDS in library else {}
    if not words:
        raise CampaignError(Problem(WORDS, None, "KT002", "the words of print orders are not there"))
    return {key: texts.get(language) or next(iter(texts.values())) for key, texts in words.items()}


@lru_cache(maxsize=2)
def _words(data: bytes) -> Mapping[str, Local]:
    return read_words(WORDS, data)


def _piece(job: Job) -> tuple[str, str, str, str]:
    """What is handed out, and for which machine."""
    return job.subject, job.language, job.format.piece, job.format.profile or ""


def _imposed(format: Format, pages: int) -> Imposed | None:
    """The sheets that a finished file has: ``pages`` are its sides."""
    if format.sheet is None:
        return None
    of_piece = pages * 2 if format.sheet.imposition == "booklet" else pages
    return impose(format.sheet, format.width or 0, format.height or 0, of_piece)
