"""``campaign approve``, ``translated``, ``translations``: who put their name to which words."""

from collections.abc import Iterator
from pathlib import Path

import typer

from campaign.building.content import read_checked
from campaign.building.marking import approve as mark_approved
from campaign.building.marking import own_root, record_translation
from campaign.cli.console import day, errors_as_exit_codes, show_json, show_problems, show_table
from campaign.model.campaign import Campaign
from campaign.model.translations import is_recorded, stale_parts
from campaign.reading.folder import Reading
from campaign.reading.library import find_root, read_folder
from campaign.reading.registers import read_settings

SIGNS = {"whole": "whole", "stale": "stale", "unrecorded": "not recorded", "missing": "missing", "broken": "has errors"}


def approve(
    slug: str, root: Path | None, by: str, on: str | None, language: str, reviewed: bool, as_json: bool
) -> None:
    with errors_as_exit_codes(as_json):
        place = own_root(root)
        today = day(on, read_settings(read_folder(place, "content")).time_zone, "--on")
        marked = mark_approved(place, slug, by, today, language, reviewed=reviewed)
    step = "reviewed" if reviewed else "approved"
    if as_json:
        show_json({"message": slug, "step": step, "by": by, "on": today, "files": [one.file for one in marked]})
        return
    for one in marked:
        typer.echo(f"{one.file}: {step} by {by} on {today}")


def translated(slug: str, language: str, root: Path | None, by: str, on: str | None, as_json: bool) -> None:
    with errors_as_exit_codes(as_json):
        place = own_root(root)
        today = day(on, read_settings(read_folder(place, "content")).time_zone, "--on")
        marked = record_translation(place, slug, language, by, today)
    if as_json:
        show_json({"message": slug, "language": language, "file": marked.file, "changed": marked.changed})
    else:
        said = "now says which text it translates" if marked.changed else "said so already"
        typer.echo(f"{marked.file}: {said}")


def translations(root: Path | None, as_json: bool) -> None:
    with errors_as_exit_codes(as_json):
        reading = read_checked(find_root(root))
    if not as_json:  # a table is never short in silence
        show_problems(reading.problems)
    rows = list(_rows(reading))
    if as_json:
        show_json(rows)
        return
    others = [language.tag for language in reading.campaign.settings.languages[1:]]
    slugs = list(dict.fromkeys(str(row["message"]) for row in rows))
    cells = {(row["message"], row["language"]): _cell(row) for row in rows}
    show_table(("MESSAGE", *others), [(slug, *(cells[slug, tag] for tag in others)) for slug in slugs])
    wanting = sum(row["state"] != "whole" or not row["native_review"] for row in rows)
    typer.echo(f"{wanting} of {len(rows)} translations need somebody", err=True)


def _rows(reading: Reading) -> Iterator[dict[str, object]]:
    campaign = reading.campaign
    first_tag = campaign.first_language
    for slug in sorted(slug for slug, tag in campaign.messages if tag == first_tag):
        for language in campaign.settings.languages[1:]:
            yield _row(slug, language.tag, campaign, broken=f"{slug}.{language.tag}" in reading.broken)


def _row(slug: str, tag: str, campaign: Campaign, *, broken: bool) -> dict[str, object]:
    first, translation = campaign.messages[slug, campaign.first_language], campaign.messages.get((slug, tag))
    row: dict[str, object] = {"message": slug, "language": tag}
    if translation is None:
        return {**row, "state": "broken" if broken else "missing", "stale": [], "native_review": False, "file": ""}
    stale = stale_parts(first, translation)
    return {
        **row,
        "state": "stale" if stale else "whole" if is_recorded(translation) else "unrecorded",
        "stale": [{"part": one.part, "what": one.what, "line": one.line} for one in stale],
        "native_review": translation.native_review,
        "file": translation.file,
    }


def _cell(row: dict[str, object]) -> str:
    stale = row["stale"]
    parts = ", ".join(str(one["part"]) for one in stale) if isinstance(stale, list) else ""
    said = f"{SIGNS[str(row['state'])]}: {parts}" if parts else SIGNS[str(row["state"])]
    return said if row["native_review"] or not row["file"] else f"{said}, not reviewed"
