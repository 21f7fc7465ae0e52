"""Templates, style sheets and illustrations, by value: a worker makes any asset without touching a disk."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Library:
    """Files by their path from the root: "templates/social/tactic.html", "assets/illustrations/chat.svg"."""

    files: Mapping[str, bytes]

    def text(self, path: str) -> str:
        """A file's text. Raises KeyError when there is none."""
        return self.files[path].decode("utf-8")

    def __contains__(self, path: object) -> bool:
        return path in self.files

    def under(self, folder: str, suffix: str = "") -> tuple[str, ...]:
        """Paths below a folder, sorted."""
        return tuple(sorted(p for p in self.files if p.startswith(folder + "/") and p.endswith(suffix)))
