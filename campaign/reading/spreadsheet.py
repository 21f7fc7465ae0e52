"""Tables as Excel and LibreOffice save them: what is wrong is said as somebody before a spreadsheet can mend it."""

import csv
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import StringIO

from campaign.problems import CampaignError, Problem

SIZE_LIMIT = 2_000_000  # bytes; the 514 districts of Indonesia take a tenth of it
SEPARATORS = ",;\t"
FORMULA = re.compile(r"[=+@-](?![0-9.,]+$)")  # −3 is a number, whatever is wrong with it
SAVE_AS = (
    "Excel: File, Save As, “CSV UTF-8 (Comma delimited)”; LibreOffice: File, Save As, “Text CSV”, character set UTF-8"
)


@dataclass(frozen=True, slots=True)
class Row:
    """One row by its columns' names; empty cells are there, as empty texts. ``line`` is the one that it begins on."""

    line: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Table:
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    problems: tuple[Problem, ...]  # of rows that are left out


def read_table(data: bytes, file: str) -> Table:
    """A table with a header line, separated by commas, semicolons or tabs.

    Blank rows and empty columns, which spreadsheets leave behind, are passed over. White space in a cell becomes one
    space. Raises CampaignError when the file as a whole cannot be read.
    """
    filled = ((line, cells) for line, cells in _lines(_text(data, file), file) if any(cell.strip() for cell in cells))
    header = next(filled, None)
    if header is None:
        return Table((), (), ())
    columns = _columns(header, file)
    rows: list[Row] = []
    problems: list[Problem] = []
    try:
        for line, cells in filled:
            try:
                rows.append(_row(line, cells, columns, file))
            except CampaignError as error:
                problems += error.problems
    except CampaignError as error:  # after broken quotation marks nothing is certain, so nothing of it is read
        problems += error.problems
    return Table(tuple(column for column in columns if column), tuple(rows), tuple(problems))


def _text(data: bytes, file: str) -> str:
    if len(data) > SIZE_LIMIT:
        raise CampaignError(Problem(file, None, "TB001", f"the file is larger than {SIZE_LIMIT // 1000} kB"))
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        raise CampaignError(Problem(file, None, "TB002", "this is a workbook, renamed to .csv", SAVE_AS))
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise CampaignError(Problem(file, 1, "TB003", "the file is saved as UTF-16 (“Unicode Text”)", SAVE_AS))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        word = _word(data, error.start)
        message = f"“{word}” is not saved as UTF-8, but as Windows-1252 or the like"
        raise CampaignError(Problem(file, line, "TB003", message, SAVE_AS)) from None


def _word(data: bytes, at: int) -> str:
    """The cell's words around a byte, as Windows would show them."""
    start = max(data.rfind(mark, 0, at) for mark in (b",", b";", b"\t", b"\n", b'"')) + 1
    ends = [end for mark in (b",", b";", b"\t", b"\r", b"\n", b'"') if (end := data.find(mark, at)) >= 0]
    return data[start : min(ends, default=len(data))].decode("cp1252", errors="replace")[:40]


def _lines(text: str, file: str) -> Iterator[tuple[int, list[str]]]:
    """Each row of cells with its line. A first line “sep=;”, which Excel understands, is obeyed."""
    skipped = 0
    if announced := re.match(r"sep=(.)\r?\n", text):
        separator, text, skipped = announced[1], text[announced.end() :], 1
    else:
        header = next((line for line in text.splitlines() if line.strip()), "")
        separator = max(SEPARATORS, key=header.count)
    rows = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    while True:
        line = rows.line_num + 1 + skipped
        try:
            cells = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            hint = "a cell with a quotation mark in it begins and ends with one, and doubles those inside"
            raise CampaignError(Problem(file, line, "TB004", f"the row cannot be read: {error}", hint)) from None
        if any("\n" in cell or "\r" in cell for cell in cells):
            hint = "write it on one line; is a quotation mark missing?"
            raise CampaignError(Problem(file, line, "TB005", "a cell goes on over several lines", hint))
        yield line, cells


def _columns(header: tuple[int, list[str]], file: str) -> list[str]:
    """Their names in small letters, up to the last that has one."""
    line, cells = header
    columns = [" ".join(cell.split()).lower() for cell in cells]
    while not columns[-1]:
        columns.pop()
    for i, column in enumerate(columns):
        if column and column in columns[:i]:
            raise CampaignError(Problem(file, line, "TB006", f"there are two columns “{column}”", "remove one"))
    return columns


def _row(line: int, cells: list[str], columns: list[str], file: str) -> Row:
    if len(cells) < len(columns) or any(cell.strip() for cell in cells[len(columns) :]):
        hint = f"{len(columns)} cells, as many as the header; a cell with a comma stands in quotation marks"
        raise CampaignError(Problem(file, line, "RN001", "the row has too many or too few cells", hint))
    found: dict[str, str] = {}
    for column, cell in zip(columns, cells, strict=False):
        if not column and cell.strip():
            message = f"“{cell.strip()[:40]}” stands below no heading"
            raise CampaignError(Problem(file, line, "TB007", message, "give the column a name, or clear the cell"))
        if column:
            found[column] = _cell(column, cell, line, file)
    return Row(line, found)


def _cell(column: str, cell: str, line: int, file: str) -> str:
    for character in cell:
        if character != "\t" and unicodedata.category(character) in ("Cc", "Cf", "Co", "Cs", "Cn"):
            message = f"“{column}” holds a character that nobody sees (U+{ord(character):04X})"
            raise CampaignError(Problem(file, line, "TB008", message, "clear the cell and type it again"))
    text = " ".join(cell.split())
    if FORMULA.match(text):
        hint = "a spreadsheet would take it for a formula: begin with a letter or a digit"
        raise CampaignError(Problem(file, line, "RN004", f"“{column}” begins with “{text[0]}”", hint))
    return text
