"""Formats: ``templates/<family>/format.yaml``. A new one costs a folder of data, no Python."""

from campaign.model.campaign import Format, Platform
from campaign.model.library import Library
from campaign.problems import CampaignError, Problem
from campaign.reading.entries import entry, nearest
from campaign.reading.registers import Entries
from campaign.reading.yaml_file import read_yaml


def read_formats(library: Library, platforms: Entries[Platform]) -> tuple[dict[str, Format], set[str], list[Problem]]:
    """All formats, the names of those that are broken, and their problems."""
    formats: dict[str, Format] = {}
    broken: set[str] = set()
    problems: list[Problem] = []
    for file in library.under("templates", "/format.yaml"):
        try:
            source = read_yaml(library.files[file], file)
        except CampaignError as error:
            problems += error.problems
            continue
        family = file.split("/")[1]
        for name in source.tree if isinstance(source.tree, dict) else ():
            try:
                read = entry(Format, source, (name,), name=name, family=family, line=source.line((name,)))
                _check_platforms(read, platforms, file)
                if {read.platform, *read.platforms} & platforms.broken or (
                    platforms.unreadable and _uses_platforms(read)
                ):
                    broken.add(name)
                    continue
                for i, style in enumerate(read.styles):
                    if f"templates/{style}" not in library:
                        raise CampaignError(
                            Problem(file, source.line((name, "styles", i)), "FM002", f"templates/{style} is not there")
                        )
                for variant in read.variants:
                    if other := formats.get(variant.name):
                        message = f"the format “{variant.name}” is also in templates/{other.family}/format.yaml"
                        raise CampaignError(Problem(file, read.line, "FM001", message))
                    formats[variant.name] = variant
            except CampaignError as error:
                broken.add(name)
                problems += error.problems
    return formats, broken, problems


def _uses_platforms(format: Format) -> bool:
    return bool(format.platform or format.platforms)


def _check_platforms(format: Format, platforms: Entries[Platform], file: str) -> None:
    """Raises CampaignError with a warning when ``content/platforms.yaml`` lacks a platform that the format is for.

    A campaign written before a format was added goes on without it.
    """
    if platforms.unreadable:
        return
    known = platforms.good.keys() | platforms.broken
    for id in (format.platform, *format.platforms):
        if id and id not in known:
            message = f"content/platforms.yaml has no platform “{id}”, which {format.name} is for"
            hint = nearest(id, known) or "add it there, or do without the format"
            raise CampaignError(Problem(file, format.line, "FM003", f"left out: {message}", hint, "warning"))
