"""A stretch of words that somebody wrote, and the way back to where it stands in its file."""

from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal

from campaign.problems import Level, Problem

FROM_REGISTER = "\ufffc"  # stands in a piece for what a register prints; no pattern of a rule matches it
Role = Literal["copy", "data"]


@dataclass(frozen=True, slots=True)
class Piece:
    """Words as a reader sees them, without markup: "08**00**-1000" is "0800-1000" here.

    ``role`` is "copy" for what is printed or read aloud, "data" for ids, dates, sources and register values.
    ``path`` leads to it: ("warning-signs", "item", 2) in a message, ("call-centre", "name", "id") in YAML, the
    column's name in CSV. ``spans`` are (offset in the text, line, column), each for the characters that follow.
    """

    file: str
    text: str
    role: Role
    path: tuple[str | int, ...]
    language: str = ""  # empty where it holds for all
    spans: tuple[tuple[int, int, int], ...] = ((0, 1, 1),)

    @property
    def section(self) -> str:
        """The id of the section of a message that it stands in; empty elsewhere."""
        return str(self.path[0]) if self.file.endswith(".md") and len(self.path) > 1 else ""

    @property
    def is_lure(self) -> bool:
        """Whether a fraudster is quoted: invented amounts may stand there."""
        return self.section == "lure"

    @property
    def line(self) -> int:
        return self.spans[0][1]

    def place(self, offset: int) -> tuple[int, int]:
        """The line and column (from 1) of a character of the text."""
        start, line, column = self.spans[max(0, bisect_right(self.spans, (offset, 1 << 40, 0)) - 1)]
        return line, column + offset - start

    def problem(self, code: str, start: int, end: int, message: str, hint: str = "", level: Level = "error") -> Problem:
        """A problem that marks the characters from ``start`` up to ``end``, on the line where they begin."""
        line, column = self.place(start)
        stop = end
        while stop > start + 1 and self.place(stop - 1)[0] != line:
            stop -= 1
        length = max(1, self.place(stop - 1)[1] - column + 1)
        return Problem(self.file, line, code, message, hint, level, column, length)
