"""Which offices get what: by profile, by format, with the sheets of their pieces; and a kit for each."""

from datetime import date

import pytest
from building.test_kits import BASE, HEADER, NTB
from small_campaign import write

from campaign.planning.kits import region_kits
from campaign.planning.plan import Selection, plan
from campaign.reading.folder import read_campaign

DAY = date(2026, 11, 22)


@pytest.fixture
def planned(tmp_path):
    """The names of the files that an office with this row gets."""

    def files(row: str) -> list[str]:
        reading = read_campaign(write(tmp_path, BASE | {"content/regions.csv": HEADER + row}))
        assert reading.problems == ()
        jobs = plan(reading.campaign, Selection(regions=("ntb",)), DAY).jobs
        return [job.path.rsplit("/", 1)[1] for job in jobs]

    return files


SHEETS = ["kartu-8.pdf", "kartu-f4.pdf"]


@pytest.mark.parametrize(
    ("profile", "folded"),
    [
        ("office", ["lipat.pdf"]),
        ("press", ["lipat-press.pdf"]),
        ("both", ["lipat-press.pdf", "lipat.pdf"]),
        ("", ["lipat-press.pdf", "lipat.pdf"]),
    ],
)
def test_an_office_gets_the_files_of_its_machine(planned, profile, folded):
    """What has no profile, everybody gets."""
    row = NTB.replace(",office\n", f",{profile}\n")
    assert planned(row) == [*SHEETS, "kartu.pdf", *folded, "poster.pdf"]


def test_an_office_that_names_a_format_gets_that_and_its_sheets(planned):
    """“leaflet-uji/kartu” is the card and what it is printed on."""
    assert planned(NTB.replace("leaflet-uji", "leaflet-uji/kartu:40")) == [*SHEETS, "kartu.pdf"]


def test_each_office_that_prints_has_a_kit_of_all_its_files(tmp_path):
    """514 of them in the order of their ids; one that prints nothing has none."""
    rows = "".join(NTB.replace("ntb,", f"r{i:03},") for i in range(514))
    nothing = "bali,Bali,,,,id,,0,\n"
    reading = read_campaign(write(tmp_path, BASE | {"content/regions.csv": HEADER + nothing + rows}))
    kits = region_kits(reading.campaign, reading.campaign.regions, DAY, broken=frozenset())
    assert [kit.id for kit in kits] == [f"r{i:03}" for i in range(514)]
    assert {len(kit.jobs) for kit in kits} == {5}
    assert kits[0].paths == ("regions/r000/print-order.pdf", "regions/r000/uji-r000.zip")
    jobs = plan(reading.campaign, Selection(regions=tuple(kit.id for kit in kits)), DAY).jobs
    assert sorted(job.path for kit in kits for job in kit.jobs) == sorted(job.path for job in jobs)


def test_orders_and_kits_are_never_jobs_of_the_plan(tmp_path):
    """They are made of finished files."""
    reading = read_campaign(write(tmp_path, BASE))
    media = {job.format.medium for job in plan(reading.campaign, Selection(), DAY).jobs}
    assert "sheet" in media
    assert media & {"order", "kit"} == set()
