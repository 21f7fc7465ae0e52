"""``campaign score``."""

from pathlib import Path

import typer

from campaign.building.score import Score
from campaign.building.score import score as score_of
from campaign.checking.clarity import AREAS, Answer
from campaign.cli.console import day, errors_as_exit_codes, show_json
from campaign.reading.library import find_root, read_folder
from campaign.reading.registers import read_settings

MARKS = {"yes": "yes", "no": "NO", "ask": "?", "none": "–"}


def run(slug: str, root: Path | None, language: str | None, as_of: str | None, as_json: bool) -> None:
    with errors_as_exit_codes(as_json):
        place = find_root(root)
        time_zone = read_settings(read_folder(place, "content")).time_zone
        found = score_of(place, day(as_of, time_zone), slug, language or "")
    if as_json:
        show_json(_document(found))
    else:
        _show(found)


def _show(found: Score) -> None:
    typer.echo(f"{found.message.file}: {found.message.title}")
    for area, items in AREAS.items():
        typer.echo(f"\n{area}")
        for answer in found.answers:
            if answer.item in items:
                typer.echo(f"  {answer.item:2}  {MARKS[answer.verdict]:4}{answer.question} ({answer.because})")
    typer.echo(f"\n{_counted(found.answers)}")
    for asset in found.assets:
        lacking = [answer for answer in asset.answers if answer.verdict == "no"]
        told = "; ".join(f"{answer.item} no: {answer.because}" for answer in lacking)
        typer.echo(f"  {asset.path}: {told or 'items 1–5 and 8 yes'}")


def _counted(answers: tuple[Answer, ...]) -> str:
    count = {verdict: sum(answer.verdict == verdict for answer in answers) for verdict in MARKS}
    return (
        f"{count['yes']} of {count['yes'] + count['no']} answered with yes; {count['ask']} for a person to answer (?); "
        f"{count['none']} do not apply. The index is passed at 90 of 100, all answers counted."
    )


def _document(found: Score) -> dict[str, object]:
    def listed(answers: tuple[Answer, ...]) -> list[dict[str, object]]:
        return [
            {"item": one.item, "question": one.question, "answer": one.verdict, "because": one.because}
            for one in answers
        ]

    return {
        "message": found.message.slug,
        "language": found.message.language,
        "file": found.message.file,
        "items": listed(found.answers),
        "assets": [{"path": asset.path, "items": listed(asset.answers)} for asset in found.assets],
    }
