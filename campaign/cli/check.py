"""``campaign check``."""

from pathlib import Path

import typer

from campaign.building.check import find_problems
from campaign.cli.console import as_object, day, errors_as_exit_codes, show_json, show_problems
from campaign.reading.library import find_root, read_folder
from campaign.reading.registers import read_settings


def run(root: Path | None, thorough: bool, as_of: str | None, as_json: bool) -> None:
    with errors_as_exit_codes(as_json):
        place = find_root(root)
        time_zone = read_settings(read_folder(place, "content")).time_zone
        found = find_problems(place, day(as_of, time_zone), thorough=thorough)
    errors = sum(problem.level == "error" for problem in found.problems)
    if as_json:
        problems = [as_object(problem) for problem in found.problems]
        show_json({"problems": problems, "assets": found.assets, "exit_code": 1 if errors else 0})
    else:
        show_problems(found.problems)
        warnings = len(found.problems) - errors
        typer.echo(f"{_count(errors, 'error')}, {_count(warnings, 'warning')} in the content of {found.assets} assets")
    raise typer.Exit(1 if errors else 0)


def _count(number: int, what: str) -> str:
    return f"{number or 'no'} {what}{'' if number == 1 else 's'}"
