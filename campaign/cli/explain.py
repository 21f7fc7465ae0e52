"""``campaign explain``."""

from difflib import get_close_matches

import typer

from campaign.checking.codes import ROOMS, Explanation, all_codes
from campaign.cli.console import errors_as_exit_codes, show_json, show_table
from campaign.problems import Problem, UsageError


def run(code: str | None, as_json: bool) -> None:
    codes = all_codes()
    with errors_as_exit_codes(as_json):
        if code is None:
            _show_all(codes, as_json)
            return
        explained = codes.get(code.upper())
        if explained is None:
            near = get_close_matches(code.upper(), codes, n=1)
            hint = f"did you mean {near[0]}?" if near else "list them with: campaign explain"
            raise UsageError(Problem("CODE", None, "US008", f"no problem has the code “{code}”", hint))
    if as_json:
        show_json(as_object(explained))
        return
    typer.echo(f"{explained.code}  {explained.title}\n\n{explained.why}")
    for example in explained.examples:
        typer.echo(f"\nwrong:\n{_indented(example.wrong)}")
        if example.right:
            typer.echo(f"\nright:\n{_indented(example.right)}")
    typer.echo(f"\n{_setting(explained)}")


def _show_all(codes: dict[str, Explanation], as_json: bool) -> None:
    if as_json:
        show_json([as_object(explained) for explained in codes.values()])
        return
    for room, title in ROOMS.items():
        typer.echo(f"{title}\n")
        rows = [(e.code, _level(e), e.title) for e in codes.values() if e.room == room]
        show_table(("CODE", "LEVEL", "WHAT IS WRONG"), rows)
        typer.echo("")


def as_object(explained: Explanation) -> dict[str, object]:
    return {
        "code": explained.code,
        "title": explained.title,
        "why": explained.why,
        "room": explained.room,
        "level": _level(explained),
        "can_be_set": explained.rule is not None and not explained.rule.is_fixed,
        "examples": [{"wrong": example.wrong, "right": example.right} for example in explained.examples],
    }


def _level(explained: Explanation) -> str:
    return explained.rule.level if explained.rule else explained.level


def _setting(explained: Explanation) -> str:
    if explained.rule is None:
        return "This is reported in any case; campaign.yaml cannot change it."
    if explained.rule.is_fixed:
        return f"It guards {explained.rule.guards}: always an error, whatever campaign.yaml says."
    return (
        f"{_level(explained).capitalize()} by default. In campaign.yaml: rules: {{{explained.code}: error|warning|off}}"
    )


def _indented(text: str) -> str:
    return "\n".join(f"  {line}".rstrip() for line in text.rstrip("\n").splitlines())
