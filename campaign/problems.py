"""What went wrong, where, and what to do next.

Every stage gathers ``Problem`` values instead of stopping at the first; only the command line turns them into text
and an exit code. A bug keeps its traceback: it is never a ``Problem``.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

Level = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing an author can mend.

    ``file`` is relative to the campaign's root ("content/tactics/fee.id.md") or, for bundled templates, to the
    package ("templates/social/tactic.html"). ``line`` counts from 1; None where the whole file is meant. ``column``
    (from 1) and ``length`` mark the offending characters of that line, where a stage knows them.
    """

    file: str
    line: int | None
    code: str
    message: str
    hint: str = ""
    level: Level = "error"
    column: int | None = None
    length: int | None = None

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        return f"{place}: {self.message}"

    def at(self, file: str, line: int | None) -> "Problem":
        """The same problem at another place, for a stage that knows better where it comes from."""
        return replace(self, file=file, line=line)


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Each problem once, sorted by file and line, whichever stage found it."""
    return tuple(sorted(set(problems), key=lambda p: (p.file, p.line or 0, p.column or 0, p.code, p.message, p.hint)))


class CampaignError(Exception):
    """The one base class of errors that an author, not a programmer, can mend."""

    exit_code = 1

    def __init__(self, problems: Problem | Sequence[Problem]) -> None:
        self.problems: tuple[Problem, ...] = (problems,) if isinstance(problems, Problem) else tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class UsageError(CampaignError):
    """The command was given something that does not exist: a format, a message, a region."""

    exit_code = 2


class MachineError(CampaignError):
    """This machine lacks something; the hint is the command that mends it.

    Its problems carry this one code, so that a build that went on with the rest still ends with exit code 3.
    """

    exit_code = 3
    code = "MC001"


class ReleaseRefusedError(CampaignError):
    """Something in the build is not verified or not approved, so nothing is published."""

    exit_code = 4


class LockedError(CampaignError):
    """Another build is writing into the same folder."""

    exit_code = 5


class StorageError(CampaignError):
    """Reading or writing a file failed."""

    exit_code = 6
