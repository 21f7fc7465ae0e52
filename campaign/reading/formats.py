"""Formats: ``templates/<family>/format.yaml``. A new one costs a folder of data, no Python."""

from typing import Any

from campaign.model.campaign import Format, Platform
from campaign.model.library import Library
from campaign.problems import CampaignError, Problem
from campaign.reading.entries import entry, nearest
from campaign.reading.registers import Entries
from campaign.reading.yaml_file import YamlFile, read_yaml


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
                given: dict[str, Any] = {"name": name, "family": family, "line": source.line((name,))}
                if _is_sheet(source, name):
                    if _piece_name(source, name) in broken:
                        broken.add(name)
                        continue
                    read = _sheet(source, name, given, formats)
                else:
                    read = entry(Format, source, (name,), **given)
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


def _is_sheet(source: YamlFile, name: str) -> bool:
    tree: Any = source.tree
    return isinstance(tree[name], dict) and "sheet" in tree[name]


def _piece_name(source: YamlFile, name: str) -> str:
    """What a sheet imposes, as far as that can be read."""
    tree: Any = source.tree
    sheet = tree[name]["sheet"]
    return str(sheet.get("of", "")) if isinstance(sheet, dict) else ""


def _sheet(source: YamlFile, name: str, given: dict[str, Any], formats: dict[str, Format]) -> Format:
    """The format of a sheet says what differs from its piece, which stands above it in the same file."""
    tree: Any = source.tree
    above = {other: formats[other] for other in tree if other in formats and formats[other].family == given["family"]}
    piece = above.get(_piece_name(source, name))
    if piece is None or piece.medium != "document" or piece.profile == "press" or not (piece.width and piece.height):
        line = source.line((name, "sheet", "of"))
        message = f"there is no piece “{_piece_name(source, name)}” to print on a sheet"
        hint = "name a document with a size that stands above it in this file; a print shop imposes its own sheets"
        raise CampaignError(Problem(source.file, line, "FM005", message, hint))
    own = {key: value for key, value in tree[piece.name].items() if key not in ("profiles", "label", "sheet")}
    merged = YamlFile(source.file, {**tree, name: {**own, **tree[name], "medium": "sheet"}}, source.lines)
    return entry(Format, merged, (name,), profile=piece.profile, **given)


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
