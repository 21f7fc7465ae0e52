"""``campaign check``."""

from pathlib import Path

import typer

from campaign.building.check import Found, find_problems
from campaign.cli.console import as_object, day, errors_as_exit_codes, show_json, show_problems
from campaign.cli.excerpt import lines_of
from campaign.cli.reports import github, junit, sarif
from campaign.problems import Problem, UsageError
from campaign.reading.library import bundled, find_root, read_folder
from campaign.reading.registers import read_settings

FORMATS = ("text", "json", "sarif", "github", "junit")


def run(root: Path | None, thorough: bool, as_of: str | None, as_json: bool, format: str, fix: bool) -> None:
    form = "json" if as_json else format
    with errors_as_exit_codes(form == "json"):
        if form not in FORMATS:
            hint = f"one of: {', '.join(FORMATS)}"
            raise UsageError(Problem("--format", None, "US009", f"there is no format “{form}”", hint))
        place = find_root(root)
        if fix:
            _mend(place)
        time_zone = read_settings(read_folder(place, "content")).time_zone
        found = find_problems(place, day(as_of, time_zone), thorough=thorough)
    errors = sum(problem.level == "error" for problem in found.problems)
    _show(found, form, errors, place)
    raise typer.Exit(1 if errors else 0)


def _mend(place: Path) -> None:
    from campaign.building.mending import mend

    for change in mend(place):
        typer.echo(f"{change.file}:{change.line}: mended: {change.what}", err=True)


def _show(found: Found, form: str, errors: int, place: Path) -> None:
    match form:
        case "json":
            problems = [as_object(problem) for problem in found.problems]
            show_json({"problems": problems, "assets": found.assets, "exit_code": 1 if errors else 0})
        case "sarif":
            typer.echo(sarif(_from_here(found.problems, place)))
        case "junit":
            typer.echo(junit(_from_here(found.problems, place), found.assets))
        case _:
            warnings = len(found.problems) - errors
            said = f"{_count(errors, 'error')}, {_count(warnings, 'warning')} in the content of {found.assets} assets"
            if form == "github":
                typer.echo(github(_from_here(found.problems, place)))
            else:
                show_problems(found.problems, lines_of(place, bundled()))
            typer.echo(said)


def _from_here(problems: tuple[Problem, ...], place: Path) -> tuple[Problem, ...]:
    """With paths from the current folder, where the campaign lies below it: a repository has them so."""
    try:
        below = place.resolve().relative_to(Path.cwd())
    except ValueError:
        return problems
    return tuple(
        problem.at((below / problem.file).as_posix(), problem.line) if (place / problem.file).exists() else problem
        for problem in problems
    )


def _count(number: int, what: str) -> str:
    return f"{number or 'no'} {what}{'' if number == 1 else 's'}"
