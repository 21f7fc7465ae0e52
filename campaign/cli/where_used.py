"""``campaign where-used``."""

from pathlib import Path

import typer

from campaign.building import manifest
from campaign.cli.console import errors_as_exit_codes, short, show_json


def run(id: str, output: Path, as_json: bool) -> None:
    with errors_as_exit_codes(as_json):
        assets = manifest.load(output)["assets"]
    used = [asset for asset in assets if id in asset.get("channels", ()) or id in asset.get("facts", ())]
    if as_json:
        keys = ("path", "format", "message", "language", "region")
        show_json({"id": id, "assets": [{key: asset[key] for key in keys if key in asset} for asset in used]})
        return
    for asset in used:
        typer.echo(asset["path"])
    typer.echo(f"{len(used)} of {len(assets)} assets in {short(output)} print “{id}”", err=True)
