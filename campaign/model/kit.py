"""Kits: finished assets that leave the house together, as one ZIP."""

from dataclasses import dataclass

from campaign.model.campaign import Format
from campaign.model.work import Job


@dataclass(frozen=True, slots=True)
class Kit:
    """What one addressee gets.

    ``archive`` is the path of the ZIP, ``order`` that of the page that says what to print and how; empty where nothing
    is printed. ``lacking`` names what belongs to it and cannot be made, whatever else is.
    """

    id: str  # a region's
    folder: str  # what paths inside the ZIP are relative to
    language: str
    jobs: tuple[Job, ...]  # what makes its files, in the order of their paths
    archive: str
    archive_format: Format
    order: str = ""
    order_format: Format | None = None
    region: str = ""
    lacking: tuple[str, ...] = ()

    @property
    def paths(self) -> tuple[str, ...]:
        """What the kit itself adds to the output."""
        return tuple(path for path in (self.order, self.archive) if path)
