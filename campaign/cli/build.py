"""``campaign build``."""

import os
from pathlib import Path

import typer

from campaign.building.build import BuildRequest, Report
from campaign.building.build import build as build_assets
from campaign.building.overlay import FOLDER, build_overlays
from campaign.cli.console import Progress, as_object, day, errors_as_exit_codes, short, show_json, show_problems
from campaign.planning.plan import Selection
from campaign.reading.library import find_root, read_folder
from campaign.reading.registers import read_settings


def run(
    root: Path | None,
    output: Path,
    formats: list[str] | None,
    messages: list[str] | None,
    languages: list[str] | None,
    regions: list[str] | None,
    without: list[str] | None,
    jobs: int,
    as_of: str | None,
    release: bool,
    overlay: bool,
    as_json: bool,
) -> None:
    with errors_as_exit_codes(as_json):
        place = find_root(root)
        time_zone = read_settings(read_folder(place, "content")).time_zone
        request = BuildRequest(
            root=place,
            output=output,
            as_of=day(as_of, time_zone),
            selection=Selection(*(tuple(names or ()) for names in (formats, messages, languages, regions, without))),
            processes=jobs or os.cpu_count() or 1,
            release=release,
        )
        report = (build_overlays if overlay else build_assets)(request, Progress())
    if as_json:
        show_json(_document(report))
    else:
        _show(report, short(output / FOLDER) if overlay else f"{short(output)}/manifest.json")
    raise typer.Exit(report.exit_code)


def _document(report: Report) -> dict[str, object]:
    return {
        "made": report.made,
        "unchanged": report.unchanged,
        "failed": report.failed,
        "removed": report.removed,
        "recall": report.recall,
        "assets": report.assets,
        "drafts": report.drafts,
        "problems": [as_object(problem) for problem in report.problems],
        "exit_code": report.exit_code,
    }


def _show(report: Report, where: str) -> None:
    show_problems(report.problems)
    counts = [
        (len(report.made), "made"),
        (len(report.unchanged), "unchanged"),
        (len(report.failed), "failed"),
        (len(report.removed), "removed"),
    ]
    said = ", ".join(f"{count} {what}" for count, what in counts if count or what == "made")
    typer.echo(f"{said}; {report.assets} assets in {where}")
    for path in report.recall:
        typer.echo(f"recall {path}: it was released, and is made no more")
    if report.drafts:
        typer.echo(f"{report.drafts} of them are drafts, marked as such: campaign channels shows what to verify")
