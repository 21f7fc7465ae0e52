"""``campaign new``."""

from pathlib import Path

import typer

from campaign.building.starter import make_starter
from campaign.cli.console import errors_as_exit_codes, short


def run(folder: Path, full: bool) -> None:
    with errors_as_exit_codes(as_json=False):
        files = make_starter(folder, full=full)
    typer.echo(f"{len(files)} files in {short(folder)}/content; begin with {short(folder)}/content/campaign.yaml")
    typer.echo(f"then: campaign build {short(folder)}")
