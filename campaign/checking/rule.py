"""What a rule is: a frozen value with a code, a reason, examples that a test runs, and a function that finds faults."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

from campaign.model.campaign import Campaign
from campaign.model.library import Library
from campaign.model.piece import Piece
from campaign.problems import Level, Problem

Guards = Literal[
    "contacts", "numbers", "characters", "facts", "translations", "approval", "notices", "language", "access"
]
NEVER_OFF: frozenset[Guards] = frozenset({"contacts", "numbers", "characters"})


@dataclass(frozen=True)
class Material:
    """What rules look at. ``campaign`` lacks whatever could not be read; ``pieces`` and ``files`` have it all.

    ``as_of`` is the day that decides what is past its term; None where nobody asked for a day (lists).
    """

    campaign: Campaign
    pieces: tuple[Piece, ...]  # every stretch of words of content/, templates/ and assets/, in the order of files
    files: Mapping[str, bytes]  # content/ as it lies on the disk
    library: Library
    as_of: date | None = None

    @cached_property
    def copy(self) -> tuple[Piece, ...]:
        """What is printed or read aloud."""
        return tuple(piece for piece in self.pieces if piece.role == "copy")

    def pieces_of(self, file: str) -> tuple[Piece, ...]:
        return self._by_file.get(file, ())

    def piece_at(self, file: str, *path: str | int) -> Piece | None:
        """The piece of a file at a path: piece_at("content/channels.yaml", "call-centre", "value")."""
        return self._by_path.get((file, path))

    @cached_property
    def _by_file(self) -> dict[str, tuple[Piece, ...]]:
        grouped: dict[str, list[Piece]] = {}
        for piece in self.pieces:
            grouped.setdefault(piece.file, []).append(piece)
        return {file: tuple(pieces) for file, pieces in grouped.items()}

    @cached_property
    def _by_path(self) -> dict[tuple[str, tuple[str | int, ...]], Piece]:
        return {(piece.file, piece.path): piece for piece in self.pieces}


@dataclass(frozen=True, slots=True)
class Example:
    """Two snippets. Put into ``slot`` of the example campaign (``checking.example``), the wrong one raises exactly the
    code at its line ``line``, the right one raises nothing.

    Line 1 is the snippet's first, 0 the one above it, None the file as a whole. An empty ``right`` is no file.
    ``changes`` are slots that need other words than the example campaign has, for both snippets; ``as_of`` is the day.
    """

    slot: str
    wrong: str
    right: str
    line: int | None = 1
    changes: tuple[tuple[str, str], ...] = ()
    as_of: date | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """One fault, one code. ``find`` yields problems with this code; the frame gives them their level."""

    code: str
    title: str  # what is wrong, as a headline: "A telephone number is typed by hand"
    why: str  # what it guards, and what is allowed; one or two sentences, or Markdown paragraphs
    guards: Guards
    find: Callable[[Material], Iterable[Problem]]
    examples: tuple[Example, ...]
    level: Level = "error"

    @property
    def is_fixed(self) -> bool:
        """Whether ``campaign.yaml`` cannot lower or switch it off."""
        return self.guards in NEVER_OFF
