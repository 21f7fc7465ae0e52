"""``docs/menulis.md``, the quick guide in Bahasa Indonesia: its example is built, its mistakes are made."""

import re
import shlex
from datetime import date

import pytest
from doc_pages import Page, code
from typer.testing import CliRunner

from campaign.building.check import find_problems
from campaign.building.starter import make_starter
from campaign.cli import app
from campaign.model.register import TERM, TERM_ABROAD

PAGE = Page("menulis.md")
FILE = "content/tactics/akun-lowongan.id.md"
EXAMPLE = PAGE.one(FILE)
DAY = date(2026, 11, 22)
MISTAKES = [(code(wrong)[0], said, code(right)[0]) for wrong, said, right in PAGE.table("yang ditulis")]


@pytest.fixture
def starter(tmp_path):
    """A starter campaign with the page's example in it."""
    make_starter(tmp_path / "kampanye")
    (tmp_path / "kampanye" / FILE).write_text(EXAMPLE, encoding="utf-8")
    return tmp_path / "kampanye"


def test_the_steps_make_what_they_promise(tmp_path, monkeypatch):
    """The commands of the five steps, one after the other, in the folder where they are typed."""
    monkeypatch.chdir(tmp_path)
    steps = PAGE.text.partition("## Lima langkah")[2].partition("##")[0]
    commands = [command for command in code(steps) if command.startswith("campaign ")]
    assert [command.split()[1] for command in commands] == ["new", "check", "build"]
    for command in commands:
        result = CliRunner().invoke(app, command.split()[1:])
        assert (result.exit_code, "error" in result.stderr) == (0, False)
        if command.startswith("campaign new"):
            monkeypatch.chdir(tmp_path / command.split()[-1])
            (tmp_path / command.split()[-1] / FILE).write_text(EXAMPLE, encoding="utf-8")
    [folder] = re.findall(r"`(output/[^`]+)`", steps)
    made = [path.name for path in (tmp_path / "kampanye" / folder).iterdir()]
    assert {"caption.txt", "instagram-portrait.png", "story.png", "radio-30s.pdf"} <= set(made)


TODO = [code(row[1])[0] for row in PAGE.table("yang dikerjakan")]


def test_the_commands_of_verifying_and_approving_work_in_their_order(starter):
    """As typed; a release is refused, because not all contacts are verified, and nothing was released before."""
    assert len(TODO) == 9
    codes = {"build": 4, "recall": 6}
    for command in TODO:
        name, *words = shlex.split(command)[1:]
        first = next((i for i, word in enumerate(words) if word.startswith("--")), len(words))
        output = ["--output", str(starter / "output")] if name in codes else []
        result = CliRunner().invoke(app, [name, *words[:first], str(starter), *words[first:], *output])
        assert result.exit_code == codes.get(name, 0), (command, result.output)


def test_the_terms_on_the_page_are_those_of_the_code():
    """Days."""
    assert f"Verifikasi berlaku {TERM} hari, perwakilan di luar negeri {TERM_ABROAD} hari." in PAGE.text


def test_the_example_is_that_of_the_long_page():
    """Whoever goes on reading finds the same message again."""
    assert Page("writing.md").one(FILE) == EXAMPLE


def test_there_are_five_mistakes():
    """As the heading says."""
    assert len(MISTAKES) == 5


@pytest.mark.parametrize(("wrong", "said", "right"), MISTAKES, ids=[wrong for wrong, _, _ in MISTAKES])
def test_each_mistake_is_found_and_said_as_in_the_table(starter, wrong, said, right):
    """One problem, in the words of the table; and what the table calls right stands in the example."""
    assert right in EXAMPLE
    (starter / FILE).write_text(EXAMPLE.replace(right, wrong, 1), encoding="utf-8")
    [problem] = find_problems(starter, DAY).problems
    assert problem.message.startswith(said)
    assert problem.hint
