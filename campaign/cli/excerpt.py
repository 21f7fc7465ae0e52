"""The line of a problem as its author wrote it, with the offending piece marked below."""

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from unicodedata import category, east_asian_width

from campaign.problems import Problem

Lines = Callable[[str], tuple[str, ...]]  # a file's lines; none where it is not there or no text
WIDEST = 110  # characters of a line that are shown
QUOTED = re.compile("“([^”]+)”")


def lines_of(*roots: Path) -> Lines:
    """The lines of a campaign's files, looked for below each root."""

    @cache
    def find(file: str) -> tuple[str, ...]:
        for root in roots:
            try:
                path = (root / file).resolve()
                if path.is_relative_to(root.resolve()) and path.is_file():
                    return tuple(path.read_text(encoding="utf-8-sig").splitlines())
            except (OSError, UnicodeDecodeError, ValueError):
                continue
        return ()

    return find


def excerpt(problem: Problem, lines: Lines) -> tuple[str, ...]:
    """The source line behind the problem's code, and a line with the marks; nothing where there is no line to show."""
    source = lines(problem.file)
    if problem.line is None or not 1 <= problem.line <= len(source):
        return ()
    text = source[problem.line - 1]
    if not text.strip():
        return ()
    column, length = _marked(problem, text)
    start = max(0, column - 1 + length - WIDEST + 12)
    shown = text[start : start + WIDEST]
    before = "…" if start else ""
    after = "…" if start + WIDEST < len(text) else ""
    gutter = " " * len(problem.code)
    visible = "".join(_visible(letter) for letter in shown)
    result = [f"{problem.code} | {before}{visible}{after}".rstrip()]
    if length:
        lead = "".join(_visible(letter) for letter in text[start : column - 1])
        piece = "".join(_visible(letter) for letter in text[column - 1 : column - 1 + length])
        result.append(f"{gutter} | {' ' * (len(before) + _width(lead))}{'^' * max(1, _width(piece))}")
    return tuple(result)


def _marked(problem: Problem, text: str) -> tuple[int, int]:
    """Column and length; where a stage did not say, the first words that the message quotes and the line holds."""
    if problem.column is not None and problem.column <= len(text):
        return problem.column, min(problem.length or 1, len(text) - problem.column + 1)
    for quoted in QUOTED.findall(problem.message):
        at = text.find(quoted)
        if at >= 0:
            return at + 1, len(quoted)
    return 1, 0


def _visible(letter: str) -> str:
    """A tab as a space, and what nobody sees as its number."""
    if letter == "\t":
        return " "
    return f"<{ord(letter):04X}>" if category(letter) in ("Cf", "Cc", "Co", "Cn") else letter


def _width(text: str) -> int:
    """How many columns of a terminal a text takes."""
    wide = sum(east_asian_width(letter) in "WF" for letter in text)
    return len(text) + wide - sum(category(letter) == "Mn" for letter in text)
