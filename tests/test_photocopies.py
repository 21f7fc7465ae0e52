"""Every piece for an office, copied in black and white and made smaller, still does what it is for."""

from dataclasses import replace
from datetime import date

import pytest
from photocopies import Read, codes, copied, grey_pages, texts
from PIL import Image
from small_documents import page

from campaign.building.content import read_checked
from campaign.filling.filler import Filler
from campaign.filling.graphics import qr_svg
from campaign.media import document
from campaign.model.work import Workshop
from campaign.planning.plan import Selection, plan
from campaign.reading.library import bundled

LEAST_CONTRAST = 4.5  # WCAG 2.2, in grey
LETTERS = (0.03, 0.7)  # of a line's box is black where letters can be told apart


@pytest.fixture(scope="module")
def workshop():
    """The bundled campaign's."""
    reading = read_checked(bundled())
    return Workshop(reading.campaign, reading.library, date(2026, 11, 22))


@pytest.mark.parametrize("language", ["id", "en", "jv", "su"])
def test_a_photocopy_of_every_office_piece_can_be_read_and_scanned(workshop, language):
    """At 300 dpi in black and white, made smaller to 90 %: every code leads where it led, every line is there."""
    jobs = plan(workshop.campaign, Selection(languages=(language,)), workshop.as_of).jobs
    jobs = [
        job for job in jobs if job.format.profile == "office" and job.format.medium == "document" and not job.region
    ]
    assert {job.format.design for job in jobs} >= {"leaflet-trifold-a4", "poster-a3"}
    found = {job.path: faults(document.make(Filler(workshop).fill(job), workshop).data) for job in jobs}
    assert {path: fault for path, fault in found.items() if fault} == {}


def faults(data: bytes) -> list[object]:
    """What is lost on a copy: codes that no longer say the same, lines that are too pale or run together."""
    lost: list[object] = []
    for number, printed in enumerate(grey_pages(data)):
        copy = copied(printed)
        if codes(copy) != codes(Image.fromarray(printed)):
            lost.append(f"a code on page {number + 1}")
        lost += [line for line in texts(data, number, printed, copy) if not can_be_read(line)]
    return lost


def can_be_read(line: Read) -> bool:
    return line.contrast >= LEAST_CONTRAST and LETTERS[0] < line.black < LETTERS[1]


def test_what_a_copy_loses_is_found(workshop):
    """Grey words and a code in pale yellow: the test above does not pass by looking away."""
    code = qr_svg("https://siskop2mi.bp2mi.go.id", 80, "#ffc72c")
    filled, library = page(f'<p style="color: #b9c4d6">Kata yang pucat</p><div style="width: 30mm">{code}</div>')
    made = document.make(filled, replace(workshop, library=library))
    assert made.problems == ()
    code_lost, line = faults(made.data)
    assert (code_lost, line.text.split()) == ("a code on page 1", ["Kata", "yang", "pucat"])
