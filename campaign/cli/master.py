"""``campaign master``."""

from pathlib import Path

import typer

from campaign.cli.console import as_object, errors_as_exit_codes, short, show_json, show_problems
from campaign.reading.library import find_root


def run(take: Path, spot: str, root: Path | None, language: str, profile: str, output: Path, as_json: bool) -> None:
    with errors_as_exit_codes(as_json):
        from campaign.building.mastering import master_take

        made = master_take(find_root(root), take, spot, language, profile, output)
    if as_json:
        files = [str(file) for file in made.files]
        show_json({**made.report, "files": files, "problems": [as_object(problem) for problem in made.problems]})
        return
    show_problems(made.problems)
    for file in made.files:
        typer.echo(short(file))
    report = made.report
    typer.echo(
        f"{report['seconds']:g} s, {report['loudness_lufs']} LUFS, true peak {report['true_peak_dbtp']} dBTP",
        err=True,
    )
