"""Everything to print is what was ordered: pages, sizes, order of texts, two languages, offices; measured on PDFs."""

from dataclasses import replace
from datetime import date
from functools import cache
from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from campaign.filling.filler import Filler
from campaign.media import document
from campaign.model.work import Job, Workshop
from campaign.reading.folder import read_campaign
from campaign.reading.library import bundled

DAY = date(2026, 11, 22)
POINTS = 72 / 25.4  # per mm
# Format, publication, its size in mm, its pages.
PIECES = [
    ("poster-a3", "poster-cek-dulu", (297, 420), 1),
    ("poster-a2-press", "poster-lowongan-palsu", (420, 594), 1),
    ("board-a3-press", "board-visa-kerja", (420, 297), 1),
    ("leaflet-a5-press", "lembar-gaji-besar", (148, 210), 2),
    ("leaflet-f4", "lembar-jeratan-utang", (215, 330), 2),
    ("pocket-card-press", "kartu-nomor-resmi", (85, 55), 2),
    ("x-banner-press", "x-banner-jalur-resmi", (600, 1600), 1),
    ("spanduk-3x1-press", "spanduk-tawaran-kerja", (300, 100), 1),
    ("booklet-a5", "buku-jalur-resmi", (148, 210), 12),
    ("slides-16x9", "kelas-kerja-aman", (320, 180), 17),
]
LONG_OFFICE = (
    "Balai Pelayanan Pelindungan Pekerja Migran Indonesia Provinsi Daerah Istimewa Yogyakarta dan Sekitarnya, "
    "Unit Layanan Terpadu Satu Atap Kabupaten Gunungkidul dan Kabupaten Bantul"
)


@cache
def reading():
    return read_campaign(bundled())


def made(name, slug, language="id", region=None, campaign=None):
    """A bundled publication in a format, for a region with some of its fields replaced."""
    campaign = campaign or reading().campaign
    if region is not None:
        known = campaign.regions["jatim"].model_copy(update=region)
        campaign = replace(campaign, regions={**campaign.regions, "jatim": known})
    workshop = Workshop(campaign, reading().library, DAY)
    job = Job("piece.pdf", campaign.formats[name], "pdf", slug, language, "jatim" if region is not None else "")
    return document.make(Filler(workshop).fill(job), workshop)


@cache
def printed(name, slug, language="id"):
    """The finished file of one that has no faults."""
    piece = made(name, slug, language)
    assert piece.problems == ()
    return piece.data


def words_of(data, page=0):
    """All text of a page as a reader's software has it, in its order."""
    return " ".join(pypdfium2.PdfDocument(data)[page].get_textpage().get_text_range().split())


def place(data, text, page=0):
    """Where a text's first letter lies on a page: mm from the page's lower edge, and how high the letter is."""
    textpage = pypdfium2.PdfDocument(data)[page].get_textpage()
    found = textpage.search(text, match_case=True).get_next()
    assert found is not None, f"“{text}” is not on the page"
    _, bottom, _, top = textpage.get_charbox(found[0])
    return bottom / POINTS, (top - bottom) / POINTS


def in_order(data, *texts, page=0):
    words = words_of(data, page)
    at = [words.find(text) for text in texts]
    return -1 not in at and at == sorted(at)


@pytest.mark.parametrize(("name", "slug", "size", "pages"), PIECES)
def test_a_piece_has_the_ordered_size_and_pages(name, slug, size, pages):
    """What is left after cutting, to a tenth of a millimetre, and no page too many."""
    with pikepdf.open(BytesIO(printed(name, slug))) as pdf:
        assert len(pdf.pages) == pages
        for page in pdf.pages:
            left, bottom, right, top = (float(edge) / POINTS for edge in page.get("/TrimBox", page.MediaBox))
            assert (right - left, top - bottom) == pytest.approx(size, abs=0.1)


def test_a_poster_asks_then_shows_the_signs_then_says_whom_to_call():
    """Read aloud it has the order in which it is looked at."""
    data = printed("poster-a3-press", "poster-lowongan-palsu")
    assert in_order(data, "Asli atau jebakan?", "lewat saya saja", "Akun pribadi, bukan", "Tanya dulu", "0800-1000")


def test_the_a2_poster_is_the_a3_poster_enlarged():
    """Paper sizes share their proportions, so every letter grows by the same."""
    small, large = (printed(f"poster-{size}-press", "poster-lowongan-palsu") for size in ("a3", "a2"))
    for text in ("Lowongan", "Akun pribadi, bukan", "0800-1000"):
        assert place(large, text)[1] / place(small, text)[1] == pytest.approx(420 / 297, rel=0.02)


@pytest.mark.parametrize(
    ("name", "slug", "first", "second"),
    [
        ("poster-a3", "poster-cek-dulu", "Cek dulu", "Priksa dhisik"),
        ("poster-a3", "poster-cek-dulu", "Tercatat di", "Kacathet ing"),
        ("board-a3", "board-visa-kerja", "Visa wisata bukan", "Visa wisata dudu"),
        ("leaflet-a5", "lembar-gaji-besar", "Gaji besar", "Gaji gedhe"),
        ("leaflet-a5", "lembar-gaji-besar", "Tanpa tes, tanpa keahlian", "Tanpa tes, tanpa katrampilan"),
        ("leaflet-f4", "lembar-jeratan-utang", "Kamu justru", "Sampeyan malah"),
        ("pocket-card", "kartu-nomor-resmi", "Ragu?", "Mangu-mangu?"),
        ("x-banner-press", "x-banner-jalur-resmi", "Cari lowongan", "Golek lowongan"),
        ("spanduk-3x1-press", "spanduk-tawaran-kerja", "Ditawari kerja", "Ditawani kerja"),
        ("leaflet-trifold-a4", "leaflet-kenali-jebakan", "Mau kerja di", "Arep kerja ing"),
    ],
)
def test_indonesian_stands_above_the_regional_language_and_larger(name, slug, first, second):
    """As UU 24/2009 and Perpres 63/2019 ask of print for the public."""
    data = printed(name, slug, "jv")
    (above, large), (below, small) = place(data, first), place(data, second)
    assert above > below
    assert large > small * 1.02


def test_a_spread_has_indonesian_at_the_left_and_larger():
    """A booklet in two languages: the same signs on both pages."""
    data = printed("booklet-a5", "buku-jalur-resmi", "jv")
    left, right = place(data, "Disuruh berbohong", page=9), place(data, "Dikon ngapusi", page=10)
    assert left[1] > right[1]
    assert "Visane dudu visa kerja" not in words_of(data, 9)
    assert "Visanya bukan visa kerja" not in words_of(data, 10)


def test_english_stands_alone():
    """It is for partners: nothing asks for Indonesian beside it."""
    assert "Cek dulu" not in words_of(printed("poster-a3", "poster-cek-dulu", "en"))


def test_a_panel_in_two_languages_has_the_sections_that_it_names_for_that():
    """Two languages take twice the room: the publication says what stays."""
    alone, beside = (printed("leaflet-a5", "lembar-gaji-besar", language) for language in ("id", "jv"))
    assert "putuskan hari ini" in words_of(alone)
    assert "putuskan hari ini" not in words_of(beside)


def test_a_booklet_has_a_spread_to_write_on_where_its_pages_are_no_multiple_of_four():
    """Stapled sheets have four pages each."""
    campaign = reading().campaign
    publication = campaign.publications["buku-jalur-resmi"]
    panels = tuple(panel for panel in publication.panels if panel.id != "visa")
    shorter = publication.model_copy(update={"panels": panels})
    campaign = replace(campaign, publications={**campaign.publications, shorter.slug: shorter})
    piece = made("booklet-a5", shorter.slug, campaign=campaign)
    assert piece.problems == ()
    assert piece.pages == 12
    assert "Catatan penting" in words_of(piece.data, 9)


def test_a_class_sees_the_lure_before_what_gives_it_away():
    """First it is talked about, then explained."""
    data = printed("slides-16x9", "kelas-kerja-aman")
    assert "Apa yang janggal?" in words_of(data, 1)
    assert "Apa yang janggal?" not in words_of(data, 2)
    assert "Tanda bahaya" in words_of(data, 3)


def test_a_spanduk_says_that_its_file_is_drawn_smaller():
    """Printed as it is, it would be 30 cm long."""
    assert reading().campaign.formats["spanduk-3x1-press"].scale == 10
    assert "skala gambar 1 : 10" in words_of(printed("spanduk-3x1-press", "spanduk-tawaran-kerja"))


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("leaflet-trifold-a4", "leaflet-jalur-resmi"),
        ("leaflet-f4", "lembar-jeratan-utang"),
        ("poster-a3", "poster-cek-dulu"),
    ],
)
@pytest.mark.parametrize("language", ["id", "jv"])
def test_the_longest_name_of_an_office_fits(name, slug, language):
    """180 letters, whole."""
    assert len(LONG_OFFICE) <= 180 < len(LONG_OFFICE) + 8
    piece = made(name, slug, language, region={"office": LONG_OFFICE})
    assert piece.problems == ()
    pages = " ".join(words_of(piece.data, page) for page in range(piece.pages))
    assert LONG_OFFICE.split()[-1] in pages


def test_an_office_with_a_contact_of_its_own_prints_it_and_no_call_for_its_address():
    """A region's channels stand in its box; without any, the national one is where to ask."""
    own = made("leaflet-f4", "lembar-jeratan-utang", region={"channels": ("kemnaker-call-centre",)})
    none = made("leaflet-f4", "lembar-jeratan-utang", region={"channels": ()})
    assert "1500-630" in words_of(own.data, 1)
    assert "Tanyakan alamatnya" not in words_of(own.data, 1)
    assert "Tanyakan alamatnya ke 0800-1000" in words_of(none.data, 1)


def test_a_region_without_an_office_prints_its_name_and_the_national_contact():
    """Nothing is invented."""
    piece = made("leaflet-f4", "lembar-jeratan-utang", region={"office": ""})
    assert in_order(piece.data, "Jawa Timur", "Tanyakan kantor terdekat ke 0800-1000", page=1)
    assert "BP3MI Jawa Timur" not in words_of(piece.data, 1)
