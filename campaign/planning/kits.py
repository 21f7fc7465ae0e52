"""Which kits there are: one for each region that prints something."""

from collections.abc import Iterable, Iterator
from datetime import date

from campaign.model.campaign import Campaign, Format, Region
from campaign.model.kit import Kit
from campaign.model.work import Job
from campaign.planning.plan import Selection, plan
from campaign.problems import Problem

REGIONS = "content/regions.csv"
MOST_NAMED = 3


def region_kits(
    campaign: Campaign, regions: Iterable[str], as_of: date, *, release: bool = False, broken: frozenset[str]
) -> tuple[Kit, ...]:
    """A kit for each of these regions, of everything that its row asks for; ``broken`` as for ``plan``.

    Empty without formats of the media "order" and "kit", which say how the two are made.
    """
    regions = tuple(sorted(set(regions)))
    order, archive = _format(campaign, "order"), _format(campaign, "kit")
    if not regions or order is None or archive is None:
        return ()
    planned = plan(campaign, Selection(regions=regions), as_of, release=release)
    jobs: dict[str, list[Job]] = {id: [] for id in regions}
    for job in planned.jobs:
        jobs[job.region].append(job)
    return tuple(
        Kit(
            id=id,
            folder=f"regions/{id}",
            language=_language(campaign, campaign.regions[id]),
            jobs=tuple(jobs[id]),
            archive=f"regions/{id}/{campaign.settings.id}-{id}.zip",
            archive_format=archive,
            order=f"regions/{id}/{order.name}.pdf",
            order_format=order,
            region=id,
            lacking=tuple(_lacking(campaign, campaign.regions[id], broken)),
        )
        for id in regions
        if jobs[id]
    )


def incomplete(kit: Kit, campaign: Campaign, names: Iterable[str]) -> Problem:
    """Why a kit is not made, at its row."""
    names = sorted(set(names))
    more = f" and {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else ""
    text = f"no print order and no kit for “{kit.id}”: {', '.join(names[:MOST_NAMED])}{more} could not be made"
    hint = "mend that first; the kit of the build before stays as it was"
    return Problem(REGIONS, campaign.regions[kit.region].line, "KT001", text, hint)


def not_made_yet(kit: Kit, count: int) -> Problem:
    """Why a kit that was asked for by name is not made."""
    text = f"no print order and no kit for “{kit.id}”: {count} of its {len(kit.jobs)} files have not been made yet"
    return Problem("--format", None, "KT004", text, f"make them as well: campaign build --region {kit.id}")


def _format(campaign: Campaign, medium: str) -> Format | None:
    return next((format for format in campaign.formats.values() if format.medium == medium), None)


def _language(campaign: Campaign, region: Region) -> str:
    """The campaign's first language where the office works in it, as offices do; else the office's own first."""
    first = campaign.first_language
    return first if first in region.languages else region.languages[0]


def _lacking(campaign: Campaign, region: Region, broken: frozenset[str]) -> Iterator[str]:
    """What the row asks for and cannot be made: broken publications, and those without one of their languages."""
    for slug in dict.fromkeys(entry.split("/")[0] for entry in region.publications):
        publication = campaign.publications.get(slug)
        if publication is None:
            yield slug
            continue
        for panel in publication.panels:
            yield from (name for tag in region.languages if (name := f"{panel.message}.{tag}") in broken)
