"""A whole campaign folder: every file of it read, every problem of it gathered."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from campaign.model.campaign import Campaign, Publication, Settings
from campaign.model.library import Library
from campaign.model.message import Message
from campaign.problems import CampaignError, Problem, in_order
from campaign.reading.contact_values import Trusted, read_short_codes
from campaign.reading.copy import Registers
from campaign.reading.formats import read_formats
from campaign.reading.library import read_folder, read_library
from campaign.reading.messages import Read, message_sources, read_message
from campaign.reading.notices import read_notices
from campaign.reading.publications import publication_problems, read_publication
from campaign.reading.regions import read_regions
from campaign.reading.registers import (
    check_theme,
    fallbacks_of,
    read_channels,
    read_facts,
    read_platforms,
    read_settings,
    read_words,
)

WORDS = "templates/_shared/words.yaml"
PUBLICATIONS = "content/publications/"


@dataclass(frozen=True)
class Reading:
    """What could be read of a folder. Broken messages, publications and formats are left out and named."""

    campaign: Campaign
    library: Library
    problems: tuple[Problem, ...]
    broken: frozenset[str]  # ids, slugs and "slug.language" of what has problems
    files: Mapping[str, bytes] = field(default_factory=dict)  # content/ as it lies on the disk


def read_campaign(root: Path) -> Reading:
    """Read the campaign below ``root``.

    Raises CampaignError when nothing can be made at all: ``campaign.yaml`` or the interface words are broken.
    """
    return understood(read_folder(root, "content"), read_library(root))


def understood(files: dict[str, bytes], library: Library) -> Reading:
    """The same of files that were read: those of content/ by their paths, and templates and assets."""
    settings = read_settings(files)
    check_theme(settings, files, library)
    fallbacks = fallbacks_of(settings)
    words = {**read_words(WORDS, library.files[WORDS]), **settings.words}
    short_codes, code_problems = read_short_codes(library)
    channels = read_channels(files, fallbacks, Trusted(settings.allowed_hosts, short_codes))
    facts = read_facts(files, fallbacks)
    platforms = read_platforms(files, fallbacks)
    formats, broken_formats, format_problems = read_formats(library, platforms)
    notices, notice_problems = read_notices(files)
    problems = [*code_problems, *notice_problems, *format_problems]
    problems += (*channels.problems, *facts.problems, *platforms.problems)
    broken = {*channels.broken, *facts.broken, *broken_formats}

    unreadable = {"channel": channels.unreadable, "fact": facts.unreadable}
    registers = Registers(
        channels.good,
        facts.good,
        words,
        fallbacks,
        frozenset(broken),
        frozenset(name for name, is_unreadable in unreadable.items() if is_unreadable),
    )
    messages, broken_messages, message_problems = _messages(files, settings, registers, library)
    problems += message_problems
    broken |= broken_messages

    campaign = Campaign(settings, channels.good, facts.good, platforms.good, {}, {}, messages, formats, words)
    if channels.unreadable:  # every publication prints contacts: none can be made, and none is to blame
        publications = {}
        broken |= {path.rsplit("/", 1)[1].rsplit(".", 1)[0] for path in files if path.startswith(PUBLICATIONS)}
    else:
        publications = _publications(files, fallbacks, campaign, library, broken, problems)
    known: dict[str, tuple[str, ...]] = {slug: () for slug in broken if f"{PUBLICATIONS}{slug}.yaml" in files}
    known |= {slug: publication.formats for slug, publication in publications.items()}
    known_channels = None if channels.unreadable else channels.good.keys() | channels.broken
    regions, region_problems = read_regions(files, known_channels, fallbacks, known)
    problems += region_problems
    campaign = replace(campaign, regions=regions, publications=publications, notices=notices)
    return Reading(campaign, library, in_order(problems), frozenset(broken), files)


def _messages(
    files: dict[str, bytes], settings: Settings, registers: Registers, library: Library
) -> tuple[dict[tuple[str, str], Message], set[str], list[Problem]]:
    """All messages; the first language's before its translations, which inherit from them."""
    sources, problems = message_sources(files, settings)
    order = list(registers.fallbacks)
    messages: dict[tuple[str, str], Message] = {}
    read: dict[tuple[str, str], Read] = {}
    broken: set[str] = set()
    for source in sorted(sources, key=lambda source: (order.index(source.language), source.file)):
        first = read.get((source.slug, order[0]))
        name = f"{source.slug}.{source.language}"
        if (source.slug, source.language) in read:
            problems.append(Problem(source.file, None, "MS016", f"another message is called “{source.slug}” too"))
            continue
        if source.language != order[0] and (first is None or first.message is None):
            broken.add(name)
            if first is None:
                hint = f"write {source.slug}.{order[0]}.md first: translations take what they leave out from there"
                problems.append(
                    Problem(source.file, None, "MS015", f"there is no “{order[0]}” file to translate", hint)
                )
            continue
        result = read[source.slug, source.language] = read_message(
            source, files[source.file], registers, library, first
        )
        problems += result.problems
        if result.message is not None and result.usable:
            messages[source.slug, source.language] = result.message
        else:
            broken.add(name)
    return messages, broken, problems


def _publications(
    files: dict[str, bytes],
    fallbacks: dict[str, str],
    campaign: Campaign,
    library: Library,
    broken: set[str],
    problems: list[Problem],
) -> dict[str, Publication]:
    publications: dict[str, Publication] = {}
    for file in sorted(files):
        if not (file.startswith(PUBLICATIONS) and file.endswith((".yaml", ".yml"))):
            continue
        slug = file.rsplit("/", 1)[1].rsplit(".", 1)[0]
        if any(slug == name for name, _ in campaign.messages):
            problems.append(Problem(file, None, "PB003", f"a message is called “{slug}” too", "rename one of the two"))
            broken.add(slug)
            continue
        try:
            publication = read_publication(file, files[file], fallbacks)
            wrong = publication_problems(publication, campaign, library, broken)
            problems += [problem for problem in wrong if problem.level == "warning"]
            if errors := [problem for problem in wrong if problem.level == "error"]:
                raise CampaignError(errors)
        except CampaignError as error:
            problems += error.problems
            broken.add(slug)
            continue
        touched = {*publication.formats, publication.call, publication.check}
        touched |= {id for panel in publication.panels for id in panel.contacts}
        whole = tuple(
            tag
            for tag in publication.languages
            if not any(f"{panel.message}.{tag}" in broken for panel in publication.panels)
        )
        if touched & broken or not whole:
            broken.add(slug)
        else:
            publications[slug] = publication.model_copy(update={"languages": whole})
    return publications
