"""The wheel: an installed ``campaign`` brings the bundled campaign along and works in any folder."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
BUNDLED = ("templates", "assets", "content")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout, built without asking anybody for packages."""
    folder = tmp_path_factory.mktemp("wheel")
    build = ["wheel", "--no-deps", "--no-build-isolation", "--no-index", "--wheel-dir", str(folder), str(ROOT)]
    subprocess.run([sys.executable, "-m", "pip", "--quiet", *build], check=True)
    [file] = folder.glob("*.whl")
    return file


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with nothing but what the wheel brings."""
    folder = tmp_path_factory.mktemp("installed")
    install = ["install", "--no-deps", "--no-index", "--target", str(folder), str(wheel)]
    subprocess.run([sys.executable, "-m", "pip", "--quiet", *install], check=True)
    return folder


def answer(packages: Path, folder: Path, *command: str) -> Any:
    """What ``campaign COMMAND --json`` prints in a folder, run from the package that lies in ``packages``."""
    environment = {**os.environ, "PYTHONPATH": str(packages), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "campaign", *command, "--json"],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_everything_bundled_travels_inside(wheel: Path) -> None:
    """Every template, asset and content file of the checkout is in the wheel, and no other."""
    here = {p.relative_to(ROOT).as_posix() for top in BUNDLED for p in (ROOT / top).rglob("*") if p.is_file()}
    there = {name for name in zipfile.ZipFile(wheel).namelist() if name.startswith("campaign/_bundled/")}
    assert {name.removeprefix("campaign/_bundled/") for name in there} == here


def test_nothing_else_travels_inside(wheel: Path) -> None:
    """Tests, documents and what a build made stay at home."""
    tops = {name.partition("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert tops == {"campaign", wheel.name.partition("-py3")[0] + ".dist-info"}


@pytest.mark.parametrize("command", ["formats", "messages", "channels", "regions"])
def test_an_installed_campaign_works_in_an_empty_folder(installed: Path, tmp_path: Path, command: str) -> None:
    """In a folder without a campaign, the bundled one answers, and it answers what the checkout answers."""
    assert answer(installed, tmp_path, command) == answer(ROOT, ROOT, command) != []


def test_an_installed_campaign_builds_in_an_empty_folder(installed: Path, tmp_path: Path) -> None:
    """A message of the bundled campaign becomes files where the user stands."""
    message = answer(installed, tmp_path, "messages")[0]["slug"]
    answer(installed, tmp_path, "build", "--format", "caption", "--message", message)
    assets = json.loads((tmp_path / "output" / "manifest.json").read_text(encoding="utf-8"))["assets"]
    assert {asset["format"] for asset in assets} == {"caption"}
    assert all((tmp_path / "output" / asset["path"]).is_file() for asset in assets)
