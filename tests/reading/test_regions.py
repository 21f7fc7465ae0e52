"""regions.csv: what a spreadsheet saves is read, and what is wrong is named at its line."""

import pytest
from small_campaign import LEAFLET, write

from campaign.reading.folder import read_campaign
from campaign.reading.regions import PROFILES

FILE = "content/regions.csv"
HEADER = "id,name,office,address,channels,languages,publications,copies,profile"
ROW = "ntb,Nusa Tenggara Barat,BP3MI Nusa Tenggara Barat,,,id,leaflet-uji,500,office"


@pytest.fixture
def regions(tmp_path):
    """The regions and problems of a small campaign with this table."""

    def read(table: str | bytes):
        root = write(tmp_path, {"content/publications/leaflet-uji.yaml": LEAFLET})
        (root / FILE).write_bytes(table if isinstance(table, bytes) else table.encode())
        reading = read_campaign(root)
        return reading.campaign.regions, [problem for problem in reading.problems if problem.file == FILE]

    return read


def rows(*lines: str) -> str:
    return "\n".join((HEADER, *lines)) + "\n"


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_way_a_spreadsheet_saves_a_table_reads_the_same(regions, separator, mark, end):
    """Byte order mark, separator and line ends are the program's business."""
    table = mark + rows(ROW).replace(",", separator).replace("\n", end)
    found, problems = regions(table.encode())
    assert problems == []
    region = found["ntb"]
    assert (region.name, region.office) == ("Nusa Tenggara Barat", "BP3MI Nusa Tenggara Barat")
    assert region.languages == ("id",)
    assert (region.publications, region.copies, region.profiles) == (("leaflet-uji",), 500, ("office",))


def test_what_spreadsheets_leave_behind_is_passed_over(regions):
    """Blank rows, empty columns at the end, quotation marks, spaces, a line that names the separator."""
    table = (
        "sep=;\r\n" + (HEADER + ",,").replace(",", ";") + "\r\n"
        ";;;;;;;;;;\r\n"
        '"ntb";" Nusa\u00a0Tenggara  Barat ";"BP3MI ""NTB""";"Jalan A; Mataram";;id;leaflet-uji;500;office;;\r\n'
        "\r\n;;;;;;;;;;\r\n"
    )  # fmt: skip
    found, problems = regions(table)
    assert problems == []
    region = found["ntb"]
    assert (region.name, region.office, region.address) == ("Nusa Tenggara Barat", 'BP3MI "NTB"', "Jalan A; Mataram")
    assert region.line == 4


def test_an_office_may_ask_for_one_format_and_for_its_own_number(regions):
    """Posters hang, leaflets are handed out: “slug/design:copies”."""
    found, problems = regions(rows(ROW.replace("leaflet-uji", "leaflet-uji/leaflet-trifold-a4:40")))
    assert problems == []
    region = found["ntb"]
    assert region.prints("leaflet-uji", "leaflet-trifold-a4")
    assert not region.prints("leaflet-uji", "poster-a3")
    assert region.copies_of("leaflet-uji", "leaflet-trifold-a4") == 40
    plain = regions(rows(ROW.replace("leaflet-uji", "leaflet-uji:300")))[0]["ntb"]
    assert plain.prints("leaflet-uji", "poster-a3")
    assert plain.copies_of("leaflet-uji", "poster-a3") == 300


def test_profiles_are_office_press_or_both(regions):
    """Nothing means: whatever a format offers."""
    found, problems = regions(rows(*(ROW.replace("ntb,", f"{p}r,").replace(",office", f",{p}") for p in PROFILES)))
    assert problems == []
    assert [region.profiles for region in found.values()] == [(), ("office",), ("press",), ("office", "press")]


BAD = {
    "no name": (ROW.replace("Nusa Tenggara Barat,", ",", 1), "RN012"),
    "no id": (ROW.replace("ntb,", ","), "RN012"),
    "an id with a space": (ROW.replace("ntb,", "NTB Barat,"), "RN013"),
    "no language": (ROW.replace(",id,", ",,"), "RN012"),
    "an unknown language": (ROW.replace(",id,", ",xx,"), "RN005"),
    "an unknown channel": (ROW.replace(",,,id", ",,call-center,id"), "RN005"),
    "an unknown publication": (ROW.replace("leaflet-uji", "leaflet-ujj"), "RN005"),
    "a format that the publication is not made in": (ROW.replace("leaflet-uji", "leaflet-uji/poster-a0"), "RN010"),
    "an unknown profile": (ROW.replace(",office", ",laser"), "RN008"),
    "copies below zero": (ROW.replace(",500,", ",-3,"), "RN011"),
    "a thousand million copies": (ROW.replace(",500,", ",1000000000,"), "RN011"),
    "as Excel writes a thousand million": (ROW.replace(",500,", ",1E+09,"), "RN011"),
    "a dot for thousands": (ROW.replace(",500,", ",1.000,"), "RN011"),
    "words in a number": (ROW.replace(",500,", ",500 lembar,"), "RN011"),
    "digits of another script": (ROW.replace(",500,", ",٥٠٠,"), "RN011"),
    "words in a publication's number": (ROW.replace("leaflet-uji", "leaflet-uji:banyak"), "RN011"),
    "a formula": (ROW.replace(",Nusa", ",=HYPERLINK(1)&Nusa"), "RN004"),
    "a formula that begins with a plus": (ROW.replace(",Nusa", ",+A1 Nusa"), "RN004"),
    "a formula that begins with a minus": (ROW.replace(",Nusa", ",-A1 Nusa"), "RN004"),
    "a formula that begins with an at": (ROW.replace(",Nusa", ",@SUM(A1) Nusa"), "RN004"),
    "a cell too few": (ROW.replace(",,,", ",,"), "RN001"),
    "a cell too many": (ROW + ",more", "RN001"),
    "an office name of 180 characters": (ROW.replace("BP3MI", "BP3MI " + "Nusa Tenggara " * 11), "RN009"),
    "a control character": (ROW.replace("BP3MI", "BP\x07MI"), "TB008"),
    "a direction mark": (ROW.replace("BP3MI", "BP\u202e3MI"), "TB008"),
    "two lines in a cell": (ROW.replace("BP3MI Nusa Tenggara Barat", '"BP3MI\nMataram"'), "TB005"),
    "an open quotation mark": (ROW.replace("BP3MI", '"BP3MI'), "TB004"),
    "the same id again": (ROW.replace("ntb,", "aceh,"), "RN002"),
}  # fmt: skip


@pytest.mark.parametrize("what", BAD)
def test_a_bad_row_is_one_problem_at_its_line_and_costs_no_other_row(regions, what):
    """The file, the line, what to do; the row before is there."""
    row, code = BAD[what]
    found, problems = regions(rows(ROW.replace("ntb,", "aceh,"), row))
    assert [(problem.line, problem.code, problem.level) for problem in problems] == [(3, code, "error")]
    assert problems[0].hint
    assert list(found) == ["aceh"]


def test_a_table_in_windows_1252_says_how_to_save_it(regions):
    """The line, the word as Windows shows it, and the menus of both programs."""
    found, problems = regions(rows(ROW, ROW.replace("ntb,", "x,").replace("BP3MI", "Kantor “Désa”")).encode("cp1252"))
    assert [(problem.line, problem.code) for problem in problems] == [(3, "TB003")]
    assert "“Désa”" in problems[0].message
    assert "CSV UTF-8" in problems[0].hint
    assert "LibreOffice" in problems[0].hint
    assert found == {}


@pytest.mark.parametrize(
    ("table", "code"),
    [
        (rows(ROW).encode("utf-16"), "TB003"),
        (b"PK\x03\x04 a workbook", "TB002"),
        (rows(ROW).replace(",copies,", ",kopi,").encode(), "RN006"),
        (rows(ROW).replace("name,office,address", "nama,office,name").encode(), "RN006"),
        (b"id,name\nntb,NTB\n", "RN007"),
        (rows(ROW).replace("office,address", "office,office").encode(), "TB006"),
        (rows(ROW).encode() * 20_000, "TB001"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_such_table_is_one_problem(regions, table, code):
    """Nothing is guessed from it."""
    found, problems = regions(table)
    assert [problem.code for problem in problems] == [code]
    assert found == {}


def test_an_empty_file_has_no_offices(regions):
    """A header without rows, or nothing at all, is no mistake."""
    assert regions(b"") == ({}, [])
    assert regions(HEADER + "\n\n") == ({}, [])


def test_514_rows_are_read_like_three(regions):
    """Every district of the country."""
    found, problems = regions(rows(*(ROW.replace("ntb,", f"r{i},") for i in range(514))))
    assert (len(found), problems) == (514, [])
    assert found["r513"].line == 515
