"""Agencies to avoid, licensed companies, closed destinations: CSV files in which a row without a source is refused."""

import re
from collections.abc import Callable, Collection, Mapping
from datetime import date
from typing import TypeVar

import phonenumbers

from campaign.model.notices import Closed, Company, Notices
from campaign.problems import CampaignError, Problem
from campaign.reading.spreadsheet import Row, read_table

AVOID = "content/agencies-to-avoid.csv"
LICENSED = "content/licensed-companies.csv"
CLOSED = "content/closed-destinations.csv"
COMPANY_COLUMNS = ("licence", "name", "decision", "date", "source", "source-date")
CLOSED_COLUMNS = ("country", "jobs", "from", "until", "decision", "source", "source-date")
MAY_BE_EMPTY = ("jobs", "until")
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)

T = TypeVar("T")


def read_notices(files: Mapping[str, bytes]) -> tuple[Notices, list[Problem]]:
    """The three lists; a file that is not there is an empty list. A row with a problem is left out and named."""
    problems: list[Problem] = []
    avoid = _rows(files, AVOID, COMPANY_COLUMNS, _company, problems)
    licensed = _rows(files, LICENSED, COMPANY_COLUMNS, _company, problems)
    closed = _rows(files, CLOSED, CLOSED_COLUMNS, _closed, problems)
    avoid, licensed = _once(avoid, AVOID, (), problems), _once(licensed, LICENSED, avoid, problems)
    return Notices(tuple(avoid), tuple(licensed), tuple(closed)), problems


def _rows(
    files: Mapping[str, bytes],
    file: str,
    columns: tuple[str, ...],
    read: Callable[[Row, str], T],
    problems: list[Problem],
) -> list[T]:
    if file not in files:
        return []
    try:
        table = read_table(files[file], file)
        if table.columns != columns:
            hint = f"the columns are, in this order: {','.join(columns)}"
            raise CampaignError(Problem(file, 1, "NT001", "the columns are not those of this list", hint))
    except CampaignError as error:
        problems += error.problems
        return []
    problems += table.problems
    found = []
    for row in table.rows:
        try:
            _check_cells(row, columns, file)
            found.append(read(row, file))
        except CampaignError as error:
            problems += error.problems
    return found


def _check_cells(row: Row, columns: tuple[str, ...], file: str) -> None:
    """Raises CampaignError for cells that are empty: who says so, in which decision, and when, stands in each row."""
    hint = "a row is kept only with its decision, its source and both dates"
    problems = [
        Problem(file, row.line, "NT002", f"“{column}” is empty", hint)
        for column in columns
        if not row.cells[column] and column not in MAY_BE_EMPTY
    ]
    if problems:
        raise CampaignError(problems)


def _company(row: Row, file: str) -> Company:
    cells = row.cells
    return Company(
        licence=cells["licence"],
        name=cells["name"],
        decision=cells["decision"],
        decided=_day(row, "date", file),
        source=cells["source"],
        source_date=_day(row, "source-date", file),
        line=row.line,
    )


def _closed(row: Row, file: str) -> Closed:
    cells = row.cells
    if cells["country"] not in phonenumbers.SUPPORTED_REGIONS:
        hint = "two capital letters, as in KH"
        raise CampaignError(Problem(file, row.line, "NT005", f"“{cells['country']}” is no country's code", hint))
    since = _day(row, "from", file)
    until = _day(row, "until", file) if cells["until"] else None
    if until is not None and until < since:
        raise CampaignError(
            Problem(file, row.line, "NT006", f"it ends on {until}, before it begins", "correct the days")
        )
    source_date = _day(row, "source-date", file)
    return Closed(
        cells["country"], cells["jobs"], since, until, cells["decision"], cells["source"], source_date, row.line
    )


def _day(row: Row, column: str, file: str) -> date:
    text = row.cells[column]
    try:
        if DAY.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    hint = "write the day as 2026-12-31; a spreadsheet may have changed it: give the column the format “text”"
    raise CampaignError(Problem(file, row.line, "NT003", f"“{column}” cannot be “{text}”", hint))


def _once(companies: list[Company], file: str, others: Collection[Company], problems: list[Problem]) -> list[Company]:
    """Each licence number once in both lists together: a company is not licensed and to be avoided."""
    seen = {company.licence: company.line for company in others}
    kept = []
    for company in companies:
        if company.licence in seen:
            place = f"line {seen[company.licence]} of {AVOID if others else file}"
            text = f"the licence “{company.licence}” stands in {place} too"
            problems.append(
                Problem(file, company.line, "NT004", text, "keep the row that the newest decision supports")
            )
        else:
            seen.setdefault(company.licence, company.line)
            kept.append(company)
    return kept
