"""Printing: problems for people and machines, tables, and errors as exit codes."""

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import typer

from campaign.cli.excerpt import Lines, excerpt
from campaign.problems import CampaignError, Problem, UsageError


@contextmanager
def errors_as_exit_codes(as_json: bool) -> Iterator[None]:
    """Print what a CampaignError brings, and leave with its exit code."""
    try:
        yield
    except CampaignError as error:
        if as_json:
            show_json({"problems": [as_object(problem) for problem in error.problems], "exit_code": error.exit_code})
        else:
            show_problems(error.problems)
        raise typer.Exit(error.exit_code) from None


def day(text: str | None, time_zone: str, option: str = "--as-of") -> date:
    """A given day, or today where the campaign is. Raises UsageError."""
    if text is None:
        return datetime.now(ZoneInfo(time_zone)).date()
    try:
        return date.fromisoformat(text)
    except ValueError:
        hint = "write it as 2026-12-31"
        raise UsageError(Problem(option, None, "US003", f"“{text}” is no day", hint)) from None


def as_object(problem: Problem) -> dict[str, object]:
    return {key: value for key, value in asdict(problem).items() if value is not None}


def show_problems(problems: Iterable[Problem], lines: Lines | None = None) -> None:
    """Each on its line with what to do next below it, on standard error; with ``lines``, also what stands there."""
    for problem in problems:
        mark = "warning: " if problem.level == "warning" else ""
        place = problem.file if problem.line is None else f"{problem.file}:{problem.line}"
        typer.echo(f"{place}: {mark}{problem.message}", err=True)
        for i, line in enumerate(problem.hint.splitlines()):
            typer.echo(f"  {'hint: ' if i == 0 else '      '}{line}", err=True)
        for line in excerpt(problem, lines) if lines else ():
            typer.echo(f"  {line}", err=True)


def show_json(document: object) -> None:
    typer.echo(json.dumps(document, ensure_ascii=False, indent=1, default=str))


def show_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Columns as wide as their widest cell; plain text, so that it can be piped."""
    table = [tuple(head), *(tuple(row) for row in rows)]
    widths = [max(len(row[i]) for row in table) for i in range(len(head))]
    for row in table:
        typer.echo("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


def short(path: Path) -> str:
    """A path as the user would type it."""
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except ValueError:
        return str(path)


class Progress:
    """A bar on a terminal; elsewhere a line for each tenth of the work. On standard error, never on standard output."""

    def __init__(self) -> None:
        self.is_terminal = sys.stderr.isatty()
        self.tenth = 0

    def __call__(self, done: int, count: int, path: str) -> None:
        if self.is_terminal:
            width = 28
            filled = width * done // count
            bar = "█" * filled + "░" * (width - filled)
            end = "\n" if done == count else ""
            sys.stderr.write(f"\r\x1b[K{bar} {done}/{count}  {path[-60:]}{end}")
            sys.stderr.flush()
        elif done * 10 // count > self.tenth or done == count:
            self.tenth = done * 10 // count
            typer.echo(f"{done}/{count}", err=True)
