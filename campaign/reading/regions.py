"""Regions: ``content/regions.csv``, where leaflets are printed."""

import csv
from collections.abc import Mapping
from io import StringIO
from typing import Any

from campaign.model.campaign import Region
from campaign.problems import CampaignError, Problem
from campaign.reading.entries import nearest, validated
from campaign.reading.yaml_file import YamlFile, decode

REGIONS = "content/regions.csv"


def read_regions(
    files: Mapping[str, bytes], known_channels: set[str] | None, languages: set[str], publications: set[str]
) -> tuple[dict[str, Region], list[Problem]]:
    """``regions.csv``: comma or semicolon, with or without a byte order mark, as Excel and LibreOffice save it."""
    if REGIONS not in files:
        return {}, []
    try:
        text = decode(files[REGIONS], REGIONS)
    except CampaignError as error:
        return {}, list(error.problems)
    regions: dict[str, Region] = {}
    problems: list[Problem] = []
    first = text.splitlines()[0] if text.strip() else ""
    rows = csv.DictReader(StringIO(text), delimiter=";" if first.count(";") > first.count(",") else ",", strict=True)
    try:
        for row in rows:
            line = rows.line_num
            try:
                region = _region(row, line, known_channels, languages, publications)
                if region.id in regions:
                    raise CampaignError(Problem(REGIONS, line, "RN002", f"the region “{region.id}” stands here twice"))
                regions[region.id] = region
            except CampaignError as error:
                problems += error.problems
    except csv.Error as error:
        problems.append(Problem(REGIONS, rows.line_num, "RN003", f"the row cannot be read: {error}"))
    return regions, problems


def _region(
    row: Mapping[str, Any], line: int, channels: set[str] | None, languages: set[str], publications: set[str]
) -> Region:
    if None in row or None in row.values():
        hint = "as many cells as the header; a cell with a comma stands in quotation marks"
        raise CampaignError(Problem(REGIONS, line, "RN001", "the row has too many or too few cells", hint))
    cells: dict[str, Any] = {str(key).strip(): (value or "").strip() for key, value in row.items()}
    for name, value in cells.items():
        if name != "copies" and value.startswith(("=", "+", "-", "@", "\t")):
            hint = "a spreadsheet would take it for a formula"
            raise CampaignError(Problem(REGIONS, line, "RN004", f"“{name}” begins with “{value[0]}”", hint))
    for name in ("channels", "languages", "publications"):
        cells[name] = tuple(cells.get(name, "").split())
    cells["profiles"] = tuple(cells.pop("profile", "").split())
    source = YamlFile(REGIONS, "", {(): line})
    region = validated(Region, source, (), {**{k: v for k, v in cells.items() if v != ""}, "line": line})
    for name, known in (("channels", channels), ("languages", languages), ("publications", publications)):
        for id in getattr(region, name):
            if known is not None and id not in known:
                message = f"“{id}” under {name} is not known"
                raise CampaignError(Problem(REGIONS, line, "RN005", message, nearest(id, known)))
    return region
