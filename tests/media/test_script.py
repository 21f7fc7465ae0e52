"""Scripts and captions as files: text that ends cleanly, and pages."""

from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from small_campaign import write

from campaign.filling.filler import Filler
from campaign.media import script
from campaign.model.work import Made, Workshop
from campaign.planning.plan import Selection, plan
from campaign.reading.folder import read_campaign

DAY = date(2026, 11, 22)


@pytest.fixture
def made(tmp_path: Path):
    """``made("radio-30s", "txt")``: the small campaign's tactic in a format of this medium."""

    def make(format: str, extension: str, language: str = "id") -> Made:
        reading = read_campaign(write(tmp_path))
        workshop = Workshop(reading.campaign, reading.library, DAY)
        jobs = plan(reading.campaign, Selection((format,), ("high-pay",), (language,)), DAY).jobs
        [job] = [job for job in jobs if job.extension == extension]
        return script.make(Filler(workshop).fill(job), workshop)

    return make


@pytest.mark.parametrize("format", ["radio-30s", "caption"])
def test_a_text_is_utf8_with_one_line_end_at_its_end(made, format):
    """It opens in any editor; no line carries spaces at its end."""
    text = made(format, "txt").data.decode("utf-8")
    assert text == text.rstrip() + "\n"
    assert all(line == line.rstrip() for line in text.split("\n"))


def test_a_script_is_seventy_two_columns_wide(made):
    """It prints on any paper in a fixed-width type."""
    assert max(len(line) for line in made("radio-60s", "txt").data.decode().splitlines()) <= 72


def test_a_script_says_what_a_station_needs(made):
    """Title, code, slot, estimate, contact in digits, roles, numbers in words, pronunciations, the draft's mark."""
    asset = made("radio-30s", "txt")
    text = asset.data.decode()
    for needed in (
        "Gaji besar, langsung berangkat?", "UJI-001", "30 detik", "Pusat panggilan KP2MI: 0800-1000", "\nANNCR    ",
        "nol delapan nol nol,", "CARA MEMBACA", "ka-pe-dua-em-i", "DRAF",
    ):  # fmt: skip
        assert needed in text, needed
    assert f"{asset.seconds:.1f}".replace(".", ",") in text


def test_a_script_s_seconds_are_told(made):
    """The manifest takes the reading time from here; captions have none."""
    assert 20 <= made("radio-30s", "txt").seconds <= 29
    assert made("caption", "txt").seconds is None


@pytest.mark.parametrize(("format", "language"), [("radio-30s", "id"), ("radio-60s", "id"), ("radio-60s", "en")])
def test_a_script_is_one_page_for_the_studio(made, format, language):
    """One sheet on the desk, with everything that is read on it."""
    asset = made(format, "pdf", language)
    assert asset.problems == ()
    assert (asset.media_type, asset.pages) == ("application/pdf", 1)
    [page] = pypdfium2.PdfDocument(asset.data)
    text = " ".join(page.get_textpage().get_text_range().split())
    assert "Hubungi" in text or "Call" in text
    assert asset.seconds is not None


@pytest.mark.parametrize("format", ["radio-30s", "radio-60s"])
def test_what_is_read_aloud_is_set_large(made, format):
    """An announcer reads at arm's length: capitals are at least as high as those of 15 pt (Manrope's take 0.72 em)."""
    [page] = pypdfium2.PdfDocument(made(format, "pdf").data)
    text = page.get_textpage()
    _, bottom, _, top = text.get_charbox(text.get_text_range().index("Berhenti"))
    assert top - bottom >= 15 * 0.7
