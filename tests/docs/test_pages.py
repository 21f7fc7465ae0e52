"""All pages: their commands are understood, their links lead somewhere, and the code names no page that is missing."""

import re
import shlex
from collections.abc import Iterator

import pytest
import typer.main
from doc_pages import DOCS

from campaign.cli import app

ROOT = DOCS.parent
PAGES = {
    path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
    for path in (ROOT / "README.md", *sorted(DOCS.glob("*.md")))
}
FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
SPAN = re.compile(r"`[^`\n]+`")
COMMAND = re.compile(r"(?:^|`|&& |=)\s*(?:/\S+/)?campaign ([a-z][^`\n|<>&]*)", re.MULTILINE)
LINK = re.compile(r"\]\((?!https?://)([^)#\s]*)(?:#([^)\s]+))?\)")


def code_of(text: str) -> Iterator[str]:
    """Fenced blocks, indented lines and words between backticks."""
    yield from FENCE.findall(text)
    rest = FENCE.sub("", text)
    yield from re.findall(r"^    .*$", rest, re.MULTILINE)
    yield from SPAN.findall(rest)


def commands(text: str) -> list[str]:
    """Whatever is called as ``campaign …``, without its redirections."""
    found = [match for code in code_of(text) for match in COMMAND.findall(code)]
    return sorted({re.sub(r"\s2$", "", command).strip() for command in found})


COMMANDS = [(page, command) for page, text in PAGES.items() for command in commands(text)]


@pytest.mark.parametrize(("page", "command"), COMMANDS, ids=[f"{page}: {command}" for page, command in COMMANDS])
def test_each_command_is_understood(page, command):
    """Its name, its options and its arguments are those of the command line."""
    name, *arguments = shlex.split(command, comments=True)
    known = typer.main.get_command(app).commands
    assert name in known
    assert known[name].make_context(name, arguments).command is known[name]


def test_commands_are_found():
    """Otherwise nothing was tested above."""
    assert {f"docs/{name}.md" for name in ("writing", "menulis", "templates", "nightly")} <= {
        page for page, _ in COMMANDS
    }


def anchors(text: str) -> set[str]:
    """What headings are called in links."""
    headings = re.findall(r"^#+ (.+)$", FENCE.sub("", text), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_to_files_and_headings_that_are_there(page):
    """Between pages, and to other files of the project."""
    broken = []
    for target, anchor in LINK.findall(SPAN.sub("", FENCE.sub("", PAGES[page]))):
        path = ((ROOT / page).parent / target).resolve() if target else ROOT / page
        name = path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else ""
        if not path.exists() or (anchor and anchor not in anchors(PAGES.get(name, ""))):
            broken.append((target, anchor))
    assert broken == []


def test_pages_that_the_code_names_are_there():
    """Hints send people to them."""
    sources = [*sorted((ROOT / "campaign").rglob("*.py")), *sorted((ROOT / "templates").rglob("*.*"))]
    named = {name for path in sources for name in re.findall(r"docs/[a-z-]+\.md", path.read_text(encoding="utf-8"))}
    assert "docs/templates.md" in named
    assert {name for name in named if not (ROOT / name).is_file()} == set()
