"""``campaign kit``."""

import os
from pathlib import Path

import typer

from campaign.building import manifest
from campaign.building.build import BuildRequest, build
from campaign.building.store import store
from campaign.cli.console import Progress, as_object, day, errors_as_exit_codes, short, show_json, show_problems
from campaign.planning.plan import Selection
from campaign.problems import Problem, UsageError
from campaign.reading.library import find_root, read_folder
from campaign.reading.registers import read_settings


def run(
    region: str, root: Path | None, output: Path, to: Path | None, jobs: int, as_of: str | None, release: bool,
    as_json: bool,
) -> None:  # fmt: skip
    with errors_as_exit_codes(as_json):
        place = find_root(root)
        time_zone = read_settings(read_folder(place, "content")).time_zone
        request = BuildRequest(
            root=place,
            output=output,
            as_of=day(as_of, time_zone),
            selection=Selection(regions=(region,)),
            processes=jobs or os.cpu_count() or 1,
            release=release,
        )
        report = build(request, Progress())
        kit = _kit_of(output, region) if report.exit_code == 0 else None
        copy = _copied(output / str(kit["path"]), to) if kit and to else None
    if as_json:
        problems = [as_object(problem) for problem in report.problems]
        show_json({"kit": kit, "copy": copy and str(copy), "problems": problems, "exit_code": report.exit_code})
    else:
        show_problems(report.problems)
        if kit:
            typer.echo(f"{short(copy or output / str(kit['path']))}  {-(-kit['bytes'] // 1000)} kB")
            if kit.get("draft"):
                typer.echo("it holds drafts, marked as such: not for printing yet")
        else:
            typer.echo(f"no kit for {region}: something in it could not be made", err=True)
    raise typer.Exit(report.exit_code)


def _kit_of(output: Path, region: str) -> manifest.Entry:
    """The manifest's entry of a region's kit. Raises UsageError when its office prints nothing."""
    for asset in manifest.load(output)["assets"]:
        if asset["medium"] == "kit" and asset.get("region") == region:
            return dict(asset)
    hint = "name publications, and formats that offices print, in its row of content/regions.csv"
    raise UsageError(Problem(region, None, "KT003", "this office prints nothing", hint))


def _copied(path: Path, to: Path) -> Path:
    """Write a copy of a file into a folder, or under the given name."""
    target = to / path.name if to.is_dir() else to
    store(target.parent, target.name, path.read_bytes())
    return target
