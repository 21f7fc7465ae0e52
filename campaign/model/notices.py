"""Lists that an authority decides on: agencies to avoid, licensed companies, destinations that are closed."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Company:
    """A row of ``agencies-to-avoid.csv`` or ``licensed-companies.csv``."""

    licence: str  # the licence number, to the letter as the decision writes it
    name: str
    decision: str  # its number
    decided: date
    source: str
    source_date: date
    line: int


@dataclass(frozen=True, slots=True)
class Closed:
    """A row of ``closed-destinations.csv``: no official placement to a country, or none for some jobs there."""

    country: str  # two letters: KH
    jobs: str  # empty: all
    since: date  # the first day on which a source says so
    until: date | None  # the last day; None while nothing says that it is open again
    decision: str
    source: str
    source_date: date
    line: int

    def holds(self, as_of: date) -> bool:
        return self.since <= as_of and (self.until is None or as_of <= self.until)


@dataclass(frozen=True, slots=True)
class Notices:
    """All three lists, in the order of their files."""

    avoid: tuple[Company, ...] = ()
    licensed: tuple[Company, ...] = ()
    closed: tuple[Closed, ...] = ()

    def with_licence(self, number: str) -> Company | None:
        """The company with exactly that licence number, in whichever list it stands.

        Nothing is matched by a similar name or a similar number: warning of the wrong company harms an honest one.
        """
        return next((company for company in (*self.avoid, *self.licensed) if company.licence == number), None)

    def closed_on(self, country: str, as_of: date) -> tuple[Closed, ...]:
        """The rows that close a country on a day."""
        return tuple(row for row in self.closed if row.country == country and row.holds(as_of))
