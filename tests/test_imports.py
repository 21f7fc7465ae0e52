"""The shape of the house: layers, sizes, what is imported when, and what never gets committed."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FOLDERS = ("campaign", "templates", "assets", "content", "tests", "docs", ".ci")
NOT_OURS = {"__pycache__", ".peers", "node_modules"}

# Imported only by the commands that make something; each costs more than all of `campaign --help`. Pydantic is not
# here, because Typer asks it to read the options.
HEAVY = {"PIL", "babel", "jinja2", "lxml", "markdown", "numpy", "pikepdf", "uharfbuzz", "weasyprint"}

# Written in pieces, or this file would not pass its own test.
REGISTRIES = ("pypi" + ".org", "pythonhosted" + ".org", "npmjs" + ".", "registry.yarn" + "pkg", "deb.debian" + ".org")
LOCAL_PATHS = re.compile(
    "|".join(("/work/" + "(main|shared)", r"(?<![\w.$~])/root/" + r"\w", r"\.libr" + "ary/", "/opt/" + "pypi"))
)


def files() -> Iterator[Path]:
    """Every file of the project; what a build or a tool left behind is not among them."""
    for place in (*(ROOT / folder for folder in FOLDERS), *(p for p in ROOT.iterdir() if p.is_file())):
        for path in [place] if place.is_file() else sorted(place.rglob("*")):
            if path.is_file() and NOT_OURS.isdisjoint(path.parts):
                yield path


def test_imports_point_downwards() -> None:
    """Each room imports only the rooms below it, and rooms in a row do not know each other."""
    lint = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([lint, "--no-cache", "--no-logo"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_no_file_of_the_package_is_long() -> None:
    """A file that outgrows 350 lines has two subjects."""
    lengths = {
        p.relative_to(ROOT).as_posix(): p.read_text(encoding="utf-8").count("\n")
        for p in (ROOT / "campaign").rglob("*.py")
    }
    assert {name: lines for name, lines in lengths.items() if lines > 350} == {}


def test_no_file_is_big() -> None:
    """Nobody who clones this waits for a file of more than 5 MB."""
    assert [p for p in files() if p.stat().st_size > 5_000_000] == []


def test_nothing_names_a_registry_or_a_developers_machine() -> None:
    """Where packages come from is each machine's own configuration, and no path of one machine is in the files."""
    found = []
    for path in files():
        text = path.read_bytes().decode("utf-8", errors="replace")
        found += [f"{path.relative_to(ROOT)}: {host}" for host in REGISTRIES if host in text]
        found += [f"{path.relative_to(ROOT)}: {match[0]}" for match in LOCAL_PATHS.finditer(text)]
    assert found == []


@pytest.mark.parametrize("command", ["--help", "--version", "build --help", "check --help", "doctor --help"])
def test_help_imports_nothing_heavy(command: str) -> None:
    """Help answers at once, because what draws and reads is imported only by the command that needs it."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "campaign", *command.split()],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    imported = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert "typer" in imported
    assert imported & HEAVY == set()
