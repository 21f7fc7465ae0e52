"""Lists of authorities: a row says who decided what, when, and where one can read it; or it is refused."""

from datetime import date

import pytest

from campaign.model.notices import Notices
from campaign.reading.library import bundled, read_folder
from campaign.reading.notices import AVOID, CLOSED, LICENSED, read_notices

COMPANIES = "licence,name,decision,date,source,source-date\n"
CLOSED_HEAD = "country,jobs,from,until,decision,source,source-date\n"
ROW = "SIP3MI 12/2024,PT Contoh,Kepmen 7/2026,2026-01-05,kp2mi.go.id,2026-01-06\n"
KH = "KH,,2025-10-29,2026-05-31,pernyataan Menteri,harianjogja.com,2025-10-29\n"


def read(**files: str) -> tuple[Notices, list[tuple[str, int | None, str]]]:
    """What is read of the lists that are given, and the places of the problems."""
    names = {"avoid": AVOID, "licensed": LICENSED, "closed": CLOSED}
    notices, problems = read_notices({names[name]: text.encode() for name, text in files.items()})
    return notices, [(problem.file, problem.line, problem.code) for problem in problems]


def test_a_whole_row_is_a_company():
    """With the number as it is written, the decision and both days."""
    notices, problems = read(avoid=COMPANIES + ROW)
    [company] = notices.avoid
    assert problems == []
    assert (company.licence, company.decision, company.decided) == ("SIP3MI 12/2024", "Kepmen 7/2026", date(2026, 1, 5))


@pytest.mark.parametrize("list_name", ["avoid", "licensed"])
@pytest.mark.parametrize("column", range(6))
def test_a_row_with_an_empty_cell_is_refused(list_name, column):
    """A warning without a source harms a company and helps nobody."""
    cells = ROW.strip().split(",")
    cells[column] = ""
    notices, problems = read(**{list_name: COMPANIES + ",".join(cells) + "\n"})
    assert [code for _, _, code in problems] == ["NT002"]
    assert (notices.avoid, notices.licensed) == ((), ())


def test_a_row_with_an_error_does_not_take_the_others_with_it():
    """Each row stands for itself."""
    notices, problems = read(avoid=COMPANIES + ROW.replace("2026-01-05", "05/01/2026") + ROW.replace("12/", "13/"))
    assert problems == [(AVOID, 2, "NT003")]
    assert [company.licence for company in notices.avoid] == ["SIP3MI 13/2024"]


def test_a_company_is_not_in_both_lists():
    """Whoever reads one of the two would be misled."""
    notices, problems = read(avoid=COMPANIES + ROW, licensed=COMPANIES + ROW)
    assert problems == [(LICENSED, 2, "NT004")]
    assert (len(notices.avoid), len(notices.licensed)) == (1, 0)


@pytest.mark.parametrize("number", ["SIP3MI 12/2025", "SIP3MI 112/2024", "12/2024", "sip3mi 12/2024", "PT Contoh", ""])
def test_only_the_exact_licence_number_matches(number):
    """No similar number, no name, no part of it."""
    notices, _ = read(avoid=COMPANIES + ROW)
    assert notices.with_licence(number) is None


def test_the_exact_licence_number_finds_its_company():
    """In whichever list it stands."""
    notices, _ = read(licensed=COMPANIES + ROW)
    found = notices.with_licence("SIP3MI 12/2024")
    assert found is not None
    assert found.name == "PT Contoh"


def test_a_destination_is_closed_from_its_first_day_to_its_last():
    """Dated data: the same question has another answer on another day."""
    notices, problems = read(closed=CLOSED_HEAD + KH)
    assert problems == []
    closed = {day: bool(notices.closed_on("KH", date.fromisoformat(day))) for day in
              ("2025-10-28", "2025-10-29", "2026-05-31", "2026-06-01")}  # fmt: skip
    assert list(closed.values()) == [False, True, True, False]
    assert notices.closed_on("MM", date(2026, 1, 1)) == ()


@pytest.mark.parametrize(
    ("row", "wanted"),
    [
        (KH.replace("KH", "Kamboja"), "NT005"),
        (KH.replace("KH", "XX"), "NT005"),
        (KH.replace("2026-05-31", "2025-01-01"), "NT006"),
        (KH.replace("harianjogja.com", ""), "NT002"),
        (KH.replace("2025-10-29,2026", "29-10-2025,2026"), "NT003"),
    ],
)
def test_a_closed_destination_has_a_country_and_days_that_can_be(row, wanted):
    """And a source."""
    assert [code for _, _, code in read(closed=CLOSED_HEAD + row)[1]] == [wanted]


def test_other_columns_are_refused_as_a_whole():
    """Nothing is guessed from the order of cells."""
    assert read(avoid="name,licence\nPT Contoh,1\n")[1] == [(AVOID, 1, "NT001")]


def test_the_bundled_lists_of_companies_hold_their_header_only():
    """Nobody is named by this tool; an office brings its own list."""
    files = read_folder(bundled(), "content")
    assert files[AVOID] == files[LICENSED] == COMPANIES.encode()
    notices, problems = read_notices(files)
    assert problems == []
    assert {row.country for row in notices.closed} == {"KH", "MM"}
