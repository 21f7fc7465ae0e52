"""Campaign × formats × languages × regions × day → jobs."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from campaign.model.campaign import Campaign, Format, Publication, Region
from campaign.model.contents import slides_of_message, slides_of_publication
from campaign.model.message import Message
from campaign.model.work import Job
from campaign.problems import Problem, UsageError


@dataclass(frozen=True, slots=True)
class Selection:
    """What to make; an empty tuple means all. Regions given: only their copies."""

    formats: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()  # slugs of messages and publications
    languages: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    without: tuple[str, ...] = ()  # media to leave out: "film" takes a machine longer than all the rest

    @property
    def is_all(self) -> bool:
        return not (self.formats or self.subjects or self.languages or self.regions or self.without)


@dataclass(frozen=True, slots=True)
class Plan:
    jobs: tuple[Job, ...]
    problems: tuple[Problem, ...] = ()
    closed: frozenset[str] = frozenset()  # slugs that have expired, or whose day to be released has not come


def plan(
    campaign: Campaign,
    selection: Selection,
    as_of: date,
    *,
    release: bool = False,
    broken: frozenset[str] = frozenset(),
) -> Plan:
    """All jobs in the order of their paths. ``broken`` slugs may be selected, although nothing is made of them.

    Raises UsageError when the selection names something that the campaign does not have.
    """
    _check_selection(campaign, selection, broken)
    jobs: list[Job] = []
    problems: dict[str, Problem] = {}
    for format in campaign.formats.values():
        if not _chosen(format.name, selection.formats) or format.medium in selection.without:
            continue
        for message in campaign.messages.values():
            if _wants(format, message) and _selected(message.slug, message.language, selection):
                if problem := _closed(message, as_of, release):
                    problems[message.slug] = problem
                elif not selection.regions:
                    jobs += _jobs(format, message.slug, message.language, _count(format, message, campaign))
        for publication in campaign.publications.values():
            if _prints(format, publication, campaign) and _chosen(publication.slug, selection.subjects):
                if problem := _closed(publication, as_of, release):
                    problems[publication.slug] = problem
                else:
                    jobs += _publication_jobs(format, publication, campaign, selection)
    return Plan(tuple(sorted(jobs, key=lambda job: job.path)), tuple(problems.values()), frozenset(problems))


def _publication_jobs(
    format: Format, publication: Publication, campaign: Campaign, selection: Selection
) -> Iterator[Job]:
    for language in publication.languages:
        if not _chosen(language, selection.languages):
            continue
        count = _count(format, publication, campaign, language)
        if not selection.regions:
            yield from _jobs(format, publication.slug, language, count)
        for region in _regions(format, publication, campaign, selection):
            if language in region.languages:
                yield from _jobs(format, publication.slug, language, count, region.id)


def _regions(format: Format, publication: Publication, campaign: Campaign, selection: Selection) -> list[Region]:
    """The regions whose offices hand this publication out as their own."""
    if not format.regional:
        return []
    return [
        region
        for region in campaign.regions.values()
        if region.prints(publication.slug, format.piece)
        and (format.profile is None or _chosen(format.profile, region.profiles))
        and _chosen(region.id, selection.regions)
    ]


def _jobs(format: Format, subject: str, language: str, count: int, region: str = "") -> Iterator[Job]:
    folder = f"regions/{region}/{language}/{subject}" if region else f"{language}/{subject}"
    for extension in format.files:
        for part in range(1, count + 1) if format.series else (0,):
            name = f"{format.name}-{part}" if part else format.name
            yield Job(f"{folder}/{name}.{extension}", format, extension, subject, language, region, part)


def _prints(format: Format, publication: Publication, campaign: Campaign) -> bool:
    """A publication is made in its own formats; one that goes to a platform gets captions as well."""
    if format.piece in publication.formats:
        return True
    if "publication" not in format.accepts or not format.platforms:
        return False
    return any(known.platform for known in campaign.formats.values() if known.design in publication.formats)


def _count(format: Format, subject: Message | Publication, campaign: Campaign, language: str = "") -> int:
    """How many assets of one kind of file: slides of a series, else one."""
    if not format.series:
        return 1
    if isinstance(subject, Message):
        return len(slides_of_message(subject))
    return len(slides_of_publication(subject, campaign, language))


def _wants(format: Format, message: Message) -> bool:
    if message.kind == "spot" and format.seconds not in (None, message.seconds):
        return False
    if not all(message.section(id) for id in format.needs):
        return False
    return message.kind in format.accepts and message.words >= format.min_words


def _closed(subject: Message | Publication, as_of: date, release: bool) -> Problem | None:
    """Why nothing is made of it on that day, as a warning: it has expired, or it is too early to release it."""
    if subject.expires is not None and as_of > subject.expires:
        text, hint = f"left out: it expired on {subject.expires}", "remove the file, or renew “expires”"
        return Problem(subject.file, None, "PL001", text, hint, "warning")
    if release and subject.publish is not None and as_of < subject.publish:
        text = f"left out of the release: it is to be published on {subject.publish}"
        return Problem(subject.file, None, "PL002", text, "release again on that day", "warning")
    return None


def _selected(slug: str, language: str, selection: Selection) -> bool:
    return _chosen(slug, selection.subjects) and _chosen(language, selection.languages)


def _chosen(name: str, names: tuple[str, ...]) -> bool:
    return not names or name in names


def _check_selection(campaign: Campaign, selection: Selection, broken: frozenset[str]) -> None:
    slugs = {slug for slug, _ in campaign.messages} | set(campaign.publications)
    slugs |= {name.split(".")[0] for name in broken}
    known: tuple[tuple[str, tuple[str, ...], Iterable[str]], ...] = (
        ("format", selection.formats, {*campaign.formats, *broken}),
        ("message", selection.subjects, slugs),
        ("language", selection.languages, [language.tag for language in campaign.settings.languages]),
        ("region", selection.regions, campaign.regions),
        ("without", selection.without, {format.medium for format in campaign.formats.values()}),
    )
    problems = []
    for what, names, there in known:
        for name in names:
            if name not in there:
                command = {"language": "messages", "without": "formats"}.get(what, f"{what}s")
                text = f"there is no {'medium' if what == 'without' else what} “{name}”"
                problems.append(Problem(f"--{what}", None, "US002", text, f"see them with: campaign {command}"))
    if problems:
        raise UsageError(problems)
