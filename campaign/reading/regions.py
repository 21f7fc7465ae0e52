"""Regions: ``content/regions.csv``, where leaflets are printed."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from campaign.model.campaign import Region
from campaign.problems import CampaignError, Problem
from campaign.reading.entries import nearest, validated
from campaign.reading.spreadsheet import Row, read_table
from campaign.reading.yaml_file import YamlFile

REGIONS = "content/regions.csv"
COLUMNS = ("id", "name", "office", "address", "channels", "languages", "publications", "copies", "profile")
NEEDED = (*COLUMNS[:2], "languages")
PROFILES = {"": (), "office": ("office",), "press": ("press",), "both": ("office", "press")}
LONGEST = {"name": 60, "office": 120, "address": 160}  # characters: what the box of an office holds in small type
SLUG = r"[a-z0-9]+(-[a-z0-9]+)*"
MOST = 10_000_000  # copies


@dataclass(frozen=True, slots=True)
class _Known:
    """What a row may name. None: what there is could not be read, so nothing is unknown."""

    channels: Collection[str] | None
    languages: Collection[str]
    publications: Mapping[str, Collection[str]]  # the designs that each is printed in; empty: not known


def read_regions(
    files: Mapping[str, bytes],
    channels: Collection[str] | None,
    languages: Collection[str],
    publications: Mapping[str, Collection[str]],
) -> tuple[dict[str, Region], list[Problem]]:
    """Regions by id, and every problem of ``regions.csv`` at its line; a row with one is left out."""
    if REGIONS not in files:
        return {}, []
    known = _Known(channels, languages, publications)
    try:
        table = read_table(files[REGIONS], REGIONS)
        _check_columns(table.columns)
    except CampaignError as error:
        return {}, list(error.problems)
    regions: dict[str, Region] = {}
    problems = list(table.problems)
    for row in table.rows:
        try:
            region = _region(row, known)
            if other := regions.get(region.id):
                message = f"the region “{region.id}” stands here twice (first in line {other.line})"
                raise CampaignError(Problem(REGIONS, row.line, "RN002", message, "each row has an id of its own"))
            regions[region.id] = region
        except CampaignError as error:
            problems += error.problems
    return regions, problems


def _check_columns(columns: tuple[str, ...]) -> None:
    problems = [
        Problem(REGIONS, 1, "RN006", f"the column “{column}” is not known", nearest(column, COLUMNS))
        for column in columns
        if column not in COLUMNS
    ]
    problems += [
        Problem(REGIONS, 1, "RN007", f"there is no column “{column}”", f"the columns are: {', '.join(COLUMNS)}")
        for column in NEEDED
        if columns and column not in columns and not problems
    ]
    if problems:
        raise CampaignError(problems)


def _region(row: Row, known: _Known) -> Region:
    problems = [*_missing(row), *_too_long(row), *_unknown(row, known)]
    values: dict[str, Any] = {name: row.cells[name] for name in COLUMNS[:4] if row.cells.get(name)}
    for name in ("channels", "languages"):
        values[name] = tuple(dict.fromkeys(row.cells.get(name, "").split()))
    quantities: dict[str, int] = {}
    for entry in row.cells.get("publications", "").split():
        name, _, number = entry.partition(":")
        values["publications"] = (*values.get("publications", ()), name)
        if number:
            quantities[name] = _number("publications", number, row.line, problems)
    copies = _number("copies", row.cells.get("copies", ""), row.line, problems)
    profile = row.cells.get("profile", "")
    if profile not in PROFILES:
        hint = "office (its own printer), press (a print shop), both, or nothing: whatever there is"
        problems.append(Problem(REGIONS, row.line, "RN008", f"“profile” cannot be “{profile}”", hint))
    if problems:
        raise CampaignError(problems)
    source = YamlFile(REGIONS, "", {(): row.line})
    rest = {"quantities": quantities, "copies": copies, "profiles": PROFILES[profile], "line": row.line}
    return validated(Region, source, (), {**values, **rest})


def _missing(row: Row) -> Iterator[Problem]:
    for name in NEEDED:
        if not row.cells[name]:
            yield Problem(REGIONS, row.line, "RN012", f"“{name}” is empty", "every row has an id, a name and languages")
    if (id := row.cells["id"]) and not re.fullmatch(SLUG, id):
        message = f"“id” cannot be “{id}”"
        yield Problem(REGIONS, row.line, "RN013", message, "small letters, digits and hyphens: papua-barat-daya")


def _too_long(row: Row) -> Iterator[Problem]:
    for name, most in LONGEST.items():
        if (count := len(row.cells.get(name, ""))) > most:
            message = f"“{name}” has {count} characters; there is room for {most}"
            yield Problem(REGIONS, row.line, "RN009", message, "shorten it: abbreviations are understood on site")


def _unknown(row: Row, known: _Known) -> Iterator[Problem]:
    """Names that lead nowhere; a publication may be followed by “/design” and “:copies”."""
    for name, there in (("channels", known.channels), ("languages", known.languages)):
        for id in row.cells.get(name, "").split():
            if there is not None and id not in there:
                yield Problem(REGIONS, row.line, "RN005", f"“{id}” under {name} is not known", nearest(id, there))
    for entry in row.cells.get("publications", "").split():
        slug, _, design = entry.partition(":")[0].partition("/")
        if slug not in known.publications:
            message = f"“{slug}” under publications is not known"
            yield Problem(REGIONS, row.line, "RN005", message, nearest(slug, known.publications))
        elif design and known.publications[slug] and design not in known.publications[slug]:
            message = f"“{slug}” is not made as “{design}”"
            yield Problem(REGIONS, row.line, "RN010", message, nearest(design, known.publications[slug]))


def _number(column: str, text: str, line: int, problems: list[Problem]) -> int:
    """A number of copies; 0 where there is none. What is none becomes a problem."""
    if not text or (re.fullmatch(r"[0-9]{1,9}", text) and int(text) <= MOST):
        return int(text or 0)
    hint = f"write digits only, from 0 to {MOST}: 500"
    if re.fullmatch(r"[0-9]{1,3}([.,][0-9]{3})+", text):
        hint = f"write it without a dot or comma: {re.sub('[.,]', '', text)}"
    problems.append(Problem(REGIONS, line, "RN011", f"“{column}” cannot be “{text}”", hint))
    return 0
