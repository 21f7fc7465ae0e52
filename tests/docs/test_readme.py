"""README.md: its example is a message, and its commands do what it says."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from doc_pages import DOCS

from campaign.building.starter import make_starter

README = (DOCS.parent / "README.md").read_text(encoding="utf-8")
COMMANDS = [
    shlex.split(line, comments=True)
    for block in re.findall(r"^```sh\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
    for line in block.splitlines()
    if line.startswith("campaign ")
]
BUNDLED = {"--region", "kit", "tourist-visa-30"}
REFUSED = ["campaign", "build", "--release"]


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "campaign", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=600)


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """Where the commands are run one after the other: a folder with a starter campaign and one region's leaflet."""
    here = tmp_path_factory.mktemp("readme")
    make_starter(here)
    return here


def test_the_readme_has_commands():
    """Otherwise the next test has nothing to run."""
    assert len(COMMANDS) >= 9


def test_its_commands_work_one_after_the_other(folder):
    """A reader who types them in this order gets no error but the refusal that the page announces.

    Kits, ``--region`` and spots need what the small starter has not: they run on the bundled campaign.
    """
    for command in COMMANDS:
        if BUNDLED & {*command}:
            elsewhere = folder / "elsewhere"
            elsewhere.mkdir(exist_ok=True)
            done = run(elsewhere, *command[1:])
        else:
            done = run(folder, *command[1:])
        assert done.returncode == (4 if command == REFUSED else 0), (command, done.stderr)
        if command[1] == "new":
            assert (folder / "kampanye-kami/content/campaign.yaml").is_file()


def test_its_example_is_a_message_that_builds(tmp_path):
    """The Markdown on the page makes a caption and a card as it stands."""
    [example] = re.findall(r"^```markdown\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
    make_starter(tmp_path)
    (tmp_path / "content/tactics/contoh.id.md").write_text(example, encoding="utf-8")
    made = run(tmp_path, "build", "--message", "contoh", "--format", "instagram-portrait", "--format", "caption")
    assert made.returncode == 0, made.stderr
    assert "0800-1000" in (tmp_path / "output/id/contoh/caption.txt").read_text()


def test_its_pictures_are_there():
    """What comes out is shown."""
    for path in re.findall(r"!\[[^]]+\]\(([^)]+)\)", README):
        assert (DOCS.parent / path).stat().st_size > 10_000
