"""``docs/printing.md``, for offices: its table says what print orders say, its columns are those of regions.csv."""

import re

import pytest
from doc_pages import DOCS, Page, code

from campaign.building.orders import PAPERS
from campaign.media.imposition import PAPERS as SHEETS
from campaign.media.imposition import impose
from campaign.model.campaign import Format
from campaign.reading.folder import read_campaign
from campaign.reading.library import bundled
from campaign.reading.regions import COLUMNS

PAGE = Page("printing.md")
ROWS = {code(row[0])[0].removesuffix(".pdf"): row for row in PAGE.table("berkas")}


@pytest.fixture(scope="module")
def formats() -> dict[str, Format]:
    """What the bundled templates make."""
    return read_campaign(bundled()).campaign.formats


def lying(format: Format) -> str:
    """ "A4 mendatar": the paper that a format is printed on."""
    width, height = format.width or 0, format.height or 0
    if format.sheet:
        imposed = impose(format.sheet, width, height, 2)
        width, height = imposed.width, imposed.height
        assert tuple(sorted((width, height))) == SHEETS[format.sheet.paper]
    name = PAPERS[round(min(width, height)), round(max(width, height))]
    return f"{name} {'mendatar' if width > height else 'tegak'}"


def test_every_format_that_offices_print_is_in_the_table_or_said_to_be_for_screens(formats):
    """And nothing else is."""
    printed = {f.name for f in formats.values() if f.regional and f.medium in ("document", "sheet")}
    office = {name for name in printed if formats[name].profile != "press"}
    cut = {f.sheet.of for f in formats.values() if f.sheet}
    assert set(ROWS) == office - cut
    [screens] = [line for line in PAGE.text.splitlines() if line.startswith("- ") and "untuk layar" in line]
    assert {name.removesuffix(".pdf") for name in code(screens)} == cut


def test_paper_and_flip_are_those_of_the_format(formats):
    """Whoever follows the table gets both sides upright."""
    for name, (_, _, paper, sides, _) in ROWS.items():
        assert paper == lying(formats[name]), name
        if "satu sisi" not in sides:
            sheet = formats[name].sheet
            flip = sheet.flip if sheet else "short" if paper.endswith("mendatar") else "long"
            assert sides == f"balik di tepi {'pendek' if flip == 'short' else 'panjang'}", name


def test_the_numbers_of_pieces_on_a_sheet_are_true(formats):
    """Eight cards, ten cards, two leaflets."""
    counted = 0
    for name, row in ROWS.items():
        sheet = formats[name].sheet
        if sheet and sheet.imposition == "n-up":
            imposed = impose(sheet, formats[name].width or 0, formats[name].height or 0, 2)
            assert re.search(rf": {imposed.pieces} \w+$", row[4]), name
            counted += 1
    assert counted >= 4


def test_the_columns_are_those_of_the_table():
    """In their order."""
    assert [name for row in PAGE.table("kolom") for name in code(row[0])] == list(COLUMNS)


def test_its_pictures_are_there():
    """And not empty."""
    pictures = re.findall(r"!\[[^]]+\]\(([^)]+)\)", PAGE.text)
    assert len(pictures) == 3
    for path in pictures:
        assert (DOCS / path).stat().st_size > 10_000
