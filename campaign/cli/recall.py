"""``campaign recall``: what was released and must be taken back."""

from pathlib import Path

import typer

from campaign.building.releases import NAME, read_release, to_recall
from campaign.cli.console import day, errors_as_exit_codes, short, show_json
from campaign.problems import Problem, StorageError
from campaign.reading.folder import read_campaign
from campaign.reading.library import find_root


def run(root: Path | None, output: Path, as_of: str | None, as_json: bool) -> None:
    with errors_as_exit_codes(as_json):
        campaign = read_campaign(find_root(root)).campaign
        record = read_release(output)
        if record is None:
            hint = "name the folder of the release: --output DIR"
            place = f"{short(output)}/{NAME}"
            raise StorageError(Problem(place, None, "ST023", "nothing was ever released into this folder", hint))
        recalled = to_recall(record, campaign, day(as_of, campaign.settings.time_zone))
    code = 1 if recalled else 0
    if as_json:
        assets = [{"path": one.path, "why": list(one.why)} for one in recalled]
        show_json({"released": record["as_of"], "of": len(record["assets"]), "recall": assets, "exit_code": code})
        raise typer.Exit(code)
    for one in recalled:
        typer.echo(f"{one.path}: {'; '.join(one.why)}")
    count = len(recalled) or "none"
    typer.echo(f"{count} of the {len(record['assets'])} assets released on {record['as_of']} to recall", err=True)
    raise typer.Exit(code)
