"""Kits: a print order and a ZIP for each office, made of the files that a build stored, after it has stored them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from campaign.building.manifest import Entry
from campaign.building.orders import PICTURES, Clerk, Order
from campaign.building.store import inside
from campaign.filling.templates import environment, render
from campaign.filling.theme import with_theme
from campaign.media import document
from campaign.media.archive import archive
from campaign.media.previews import preview
from campaign.model.campaign import Format
from campaign.model.kit import Kit
from campaign.model.library import Library
from campaign.model.work import Filled, Job, Made, Workshop
from campaign.planning.kits import REGIONS, incomplete, not_made_yet, region_kits
from campaign.planning.plan import Selection
from campaign.problems import CampaignError, Problem, StorageError
from campaign.reading.folder import Reading

MEDIA = ("order", "kit")  # of formats that are made from finished files, not from content


def kits_of(
    jobs: Iterable[Job],
    selection: Selection,
    reading: Reading,
    before: Mapping[str, Entry],
    as_of: date,
    *,
    release: bool = False,
) -> tuple[Kit, ...]:
    """The kits of the regions that a build makes something for.

    A selection of formats gives kits only where it names one of theirs, and where there is one of ``before`` that it
    may have to renew.
    """
    campaign = reading.campaign
    regions = {job.region for job in jobs if job.region}
    if named := names_kits(selection, reading):
        regions |= set(selection.regions or campaign.regions)
    kits = region_kits(campaign, regions, as_of, release=release, broken=reading.broken)
    if named or not selection.formats:
        return kits
    return tuple(kit for kit in kits if any(path in before for path in kit.paths))


def names_kits(selection: Selection, reading: Reading) -> bool:
    """Whether kits or print orders were asked for by the names of their formats."""
    formats = reading.campaign.formats
    return any(formats[name].medium in MEDIA for name in selection.formats if name in formats)


def make_kits(
    kits: Sequence[Kit],
    workshop: Workshop,
    output: Path,
    entries: Mapping[str, Entry],
    failed: frozenset[str],
    *,
    named: bool = False,
) -> Iterator[Made]:
    """The order and the ZIP of each kit whose files are all there, of these ``entries`` of the manifest.

    A kit with a file that ``failed`` brings one problem; one with files that nobody has made yet is left out, in
    silence only where nobody asked for it by name.
    """
    templates = environment(workshop.library)
    for kit in kits:
        names = [*kit.lacking, *(job.path.removeprefix(f"{kit.folder}/") for job in kit.jobs if job.path in failed)]
        if names:
            problem = incomplete(kit, workshop.campaign, names)
            yield from (Made(job, b"", problems=(problem,)) for job in _jobs(kit))
        elif all(job.path in entries for job in kit.jobs):
            yield from _made(kit, workshop, output, entries, templates)
        elif named:
            problem = not_made_yet(kit, sum(1 for job in kit.jobs if job.path not in entries))
            yield from (Made(job, b"", problems=(problem,)) for job in _jobs(kit))


def _made(kit: Kit, workshop: Workshop, output: Path, entries: Mapping[str, Entry], templates: Any) -> Iterator[Made]:
    try:
        files = {job.path: inside(output, job.path).read_bytes() for job in kit.jobs}
    except OSError as error:
        text = f"the kit of “{kit.id}” cannot be made: {error.strerror or error}"
        raise StorageError(Problem(kit.archive, None, "ST013", text, "build again")) from None
    try:
        clerk = Clerk(kit, workshop, files, entries)
        order = clerk.order()
        parts = _Parts(kit, workshop, order, entries, templates)
        page = parts.page({f"{PICTURES}/{i}.png": preview(files[job.path]) for i, job in enumerate(clerk.printed)})
    except CampaignError as error:
        yield from (Made(job, b"", problems=error.problems) for job in _jobs(kit))
        return
    yield page
    if not page.data:
        yield Made(_jobs(kit)[-1], b"", problems=page.problems)
        return
    top = kit.archive.rsplit("/", 1)[1].removesuffix(".zip")
    packed = {clerk.inside(path): data for path, data in files.items()}
    packed |= {clerk.inside(kit.order): page.data, order.words["read-me"]: parts.text()}
    data = archive((f"{top}/{path}", bytes) for path, bytes in packed.items())
    yield Made(_jobs(kit)[-1], data, parts.filled(kit.archive_format, ""), media_type="application/zip")


def _jobs(kit: Kit) -> list[Job]:
    """The two files that a kit adds, as jobs without a subject."""
    found = []
    for path, format in ((kit.order, kit.order_format), (kit.archive, kit.archive_format)):
        if path and format:
            found.append(Job(path, format, path.rsplit(".", 1)[1], "", kit.language, kit.region))
    return found


class _Parts:
    """Fills in the templates of a kit."""

    def __init__(
        self, kit: Kit, workshop: Workshop, order: Order, entries: Mapping[str, Entry], templates: Any
    ) -> None:
        self.kit, self.workshop, self.order, self.templates = kit, workshop, order, templates
        self.entries = [entries[job.path] for job in kit.jobs]

    def page(self, pictures: Mapping[str, bytes]) -> Made:
        """The print order. It sees its own small pictures and no other asset."""
        if self.kit.order_format is None:
            raise TypeError(f"the kit {self.kit.id} has no print order")
        filled = self.filled(self.kit.order_format, self._render(self.kit.order_format))
        library = self.workshop.library
        own = {path: data for path, data in library.files.items() if path.startswith("templates/")}
        return document.make(filled, replace(self.workshop, library=Library({**own, **pictures})))

    def text(self) -> bytes:
        """The ZIP's own text, with the line ends that Windows' oldest editor needs."""
        lines = (line.rstrip() for line in self._render(self.kit.archive_format).strip().splitlines())
        return ("\ufeff" + "\r\n".join(lines) + "\r\n").encode()

    def _render(self, format: Format) -> str:
        name = f"{format.family}/{format.template}"
        return render(self.templates, name, {"order": self.order, "format": format})

    def filled(self, format: Format, body: str) -> Filled:
        """What holds of all files together: whoever looks for a number finds the ZIP as well."""
        [job] = [job for job in _jobs(self.kit) if job.format is format]

        def all_of(key: str) -> tuple[str, ...]:
            return tuple(sorted({str(item) for entry in self.entries for item in entry.get(key, ())}))

        theme = self.workshop.campaign.settings.theme
        template = f"templates/{format.family}/{format.template}"
        return Filled(
            job=job,
            template=template,
            body=body,
            styles=tuple(f"templates/{sheet}" for sheet in with_theme(format.styles, theme)),
            channels=all_of("channels"),
            facts=all_of("facts"),
            sources=(),
            alt="",
            caption="",
            draft=self.order.draft,
            file=REGIONS,
            line=self.workshop.campaign.regions[self.kit.region].line,
            made_from=tuple(sorted({*all_of("made_from"), REGIONS, template})),
        )
