"""Kits: what an office gets is whole, says what it holds, and is the same bytes everywhere."""

import json
from datetime import date
from hashlib import sha256
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

import pikepdf
import pypdfium2 as pdfium
import pytest
from small_campaign import LEAFLET, TACTIC, write
from small_sheets import PIECE, STYLE

from campaign.building.build import BuildRequest, build
from campaign.media.archive import archive
from campaign.planning.plan import Selection

DAY = date(2026, 11, 22)
LABEL = "  label: {id: Kartu saku, en: Pocket card}\n"
FORMATS = f"""\
kartu:
  title: Card
  width: 85
  height: 55
{PIECE}{LABEL}
kartu-8:
  title: Eight cards
  label: {{id: Kartu saku di A4, en: Pocket cards on A4}}
  sheet: {{of: kartu, paper: a4, columns: 2, rows: 4}}

kartu-f4:
  title: Cards on F4
  label: {{id: Kartu saku di F4, en: Pocket cards on F4}}
  sheet: {{of: kartu, paper: f4, columns: 2, rows: 4}}

poster:
  title: Poster
  width: 297
  height: 420
  hangs: yes
{PIECE}
lipat:
  title: Folded
  width: 297
  height: 210
  fold: roll
  profiles: [office, press]
{PIECE}"""
TEMPLATE = """\
{% set bleed = 3 if format.profile == "press" else 0 %}
<!doctype html>
<html lang="{{ language }}"><head><title>{{ title }}</title>
<style>@page { size: {{ format.width }}mm {{ format.height }}mm; bleed: {{ bleed }}mm }</style>
</head>
<body>{% for n in range(1 if format.width == 297 and format.height == 420 else 2) %}<section><h1>{{ title }}</h1>
<p>{{ imprint }}</p><p>{{ call.value }}</p></section>{% endfor %}</body></html>
"""
HEADER = "id,name,office,address,channels,languages,publications,copies,profile\n"
NTB = "ntb,Nusa Tenggara Barat,BP3MI Nusa Tenggara Barat,,,id,leaflet-uji,500,office\n"
REGIONS = HEADER + NTB
BASE: dict[str, str | None] = {
    "content/publications/leaflet-uji.yaml": LEAFLET.replace(
        "format: leaflet-trifold-a4", "formats: [kartu, poster, lipat]"
    ),
    "content/regions.csv": REGIONS,
    "templates/uji/format.yaml": FORMATS,
    "templates/uji/uji.html": TEMPLATE,
    "templates/uji/uji.css": STYLE,
}
ALL = [
    "regions/ntb/id/leaflet-uji/kartu-8.pdf",
    "regions/ntb/id/leaflet-uji/kartu-f4.pdf",
    "regions/ntb/id/leaflet-uji/kartu.pdf",
    "regions/ntb/id/leaflet-uji/lipat.pdf",
    "regions/ntb/id/leaflet-uji/poster.pdf",
]
KIT = ["regions/ntb/print-order.pdf", "regions/ntb/uji-ntb.zip"]


@pytest.fixture
def make(tmp_path):
    """Build a small campaign's region ntb into tmp_path/out, with some of its files replaced."""

    def made(changes=None, *, regions=("ntb",), formats=(), output="out", as_of=DAY, processes=1):
        root = write(tmp_path / "root", BASE | (changes or {}))
        selection = Selection(formats=formats, regions=regions)
        return build(BuildRequest(root, tmp_path / output, as_of, selection, processes))

    made.output = tmp_path / "out"
    return made


def words(data: bytes) -> str:
    """A PDF's text, its lines joined."""
    document = pdfium.PdfDocument(data)
    return " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())


def zipped(path) -> dict[str, bytes]:
    with ZipFile(path) as file:
        return {info.filename: file.read(info) for info in file.infolist()}


def test_a_regions_folder_holds_its_files_an_order_and_a_zip_of_them(make):
    """And the manifest lists them all, with hashes that are true."""
    report = make()
    assert (report.problems, sorted(report.made)) == ((), sorted(ALL + KIT))
    assets = {asset["path"]: asset for asset in json.loads((make.output / "manifest.json").read_text())["assets"]}
    for path in ALL + KIT:
        assert assets[path]["sha256"] == sha256((make.output / path).read_bytes()).hexdigest()
    assert [(assets[path]["medium"], assets[path]["region"]) for path in KIT] == [("order", "ntb"), ("kit", "ntb")]
    files = zipped(make.output / KIT[1])
    assert set(files) == {
        "uji-ntb/BACA-DULU.txt", "uji-ntb/print-order.pdf", *(f"uji-ntb/{path[len('regions/ntb/'):]}" for path in ALL)
    }  # fmt: skip
    for path in [*ALL, KIT[0]]:
        assert files["uji-ntb/" + path[len("regions/ntb/") :]] == (make.output / path).read_bytes()


def test_the_order_is_one_page_that_says_what_to_print_and_how(make):
    """Number, paper, sides, flip, fold, colour, file and hash of every file that is printed; a picture of each."""
    make()
    data = (make.output / KIT[0]).read_bytes()
    with pikepdf.open(BytesIO(data)) as pdf:
        assert len(pdf.pages) == 1
        assert pdf.Root.Lang == "id"
        assert len(list(pdf.pages[0].Resources.XObject)) == 4
    text = words(data)
    for part in (
        "Pesanan cetak", "BP3MI Nusa Tenggara Barat", "22 November 2026", "Kartu saku di A4",
        "8 per lembar, dipotong", "63 lembar kertas", "500 eksemplar", "Kertas A4 tegak",
        "2 sisi, balik di tepi panjang", "2 sisi, balik di tepi pendek", "Kertas A4 mendatar", "97 mm dulu",
        "Kertas A3 tegak", "1 sisi", "hitam putih cukup", "diisi kantor", "atau, gantinya", "Kertas F4 tegak",
        "DRAF",
    ):  # fmt: skip
        assert part in text, part
    for path in ALL:
        if path.endswith("/kartu.pdf"):  # printed from its sheet
            assert "id/leaflet-uji/kartu.pdf" not in text
            continue
        digest = sha256((make.output / path).read_bytes()).hexdigest()
        assert path[len("regions/ntb/") :] in text
        assert digest[:32] in text
        assert digest[32:] in text


def test_the_zips_text_lists_every_file_with_its_hash_in_the_offices_language(make):
    """Also what is not printed."""
    make()
    text = zipped(make.output / KIT[1])["uji-ntb/BACA-DULU.txt"].decode("utf-8-sig")
    assert "Sebelum mencetak semuanya" in text
    for path in ALL:
        assert path[len("regions/ntb/") :] in text
        assert sha256((make.output / path).read_bytes()).hexdigest() in text
    assert "\r\n" in text
    assert "\n" not in text.replace("\r\n", "")


def test_an_office_whose_row_asks_for_its_own_numbers_gets_them(make):
    """Of one publication, and of a poster, which the number of leaflets says nothing about."""
    row = NTB.replace("leaflet-uji", "leaflet-uji:80 leaflet-uji/poster:12")
    make({"content/regions.csv": HEADER + row})
    text = words((make.output / KIT[0]).read_bytes())
    assert "80 eksemplar 10 lembar kertas" in text
    assert "12 eksemplar" in text
    assert "diisi kantor" not in text


def test_for_both_machines_one_file_stands_in_for_the_other(make):
    """An office that prints and orders gets both files, and is told that one of them is enough."""
    make({"content/regions.csv": HEADER + NTB.replace(",office\n", ",both\n")})
    text = words((make.output / KIT[0]).read_bytes())
    assert "lipat-press.pdf" in text
    assert "4 warna CMYK" in text
    assert text.count("atau, gantinya") == 2


def test_the_same_content_gives_the_same_zip_in_another_folder(make):
    """No clock, no folder, no number of processes shows in it; and a second build writes nothing."""
    make()
    again = make(output="elsewhere", processes=2)
    assert (make.output / KIT[1]).read_bytes() == (make.output.parent / "elsewhere" / KIT[1]).read_bytes()
    assert set(KIT) <= set(again.made)
    assert make().made == ()


def test_the_zip_stores_sorted_files_without_a_clock():
    """Whatever order they come in, whatever zlib the machine has."""
    data = archive([("b/two.txt", b"2"), ("a.txt", b"1" * 900)])
    assert data == archive([("a.txt", b"1" * 900), ("b/two.txt", b"2")])
    with ZipFile(BytesIO(data)) as file:
        assert [info.filename for info in file.infolist()] == ["a.txt", "b/two.txt"]
        assert {info.date_time for info in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {info.compress_type for info in file.infolist()} == {ZIP_STORED}


@pytest.mark.parametrize("path", ["../out.txt", "/etc/passwd", "a/../../b"])
def test_a_zip_never_holds_a_path_out_of_its_folder(path):
    """Whoever unpacks it is safe."""
    with pytest.raises(ValueError, match="no path"):
        archive([(path, b"")])


SMALL_PRINT = '{% if format.height == 420 %}<p style="font-size: 3pt">{% else %}<p>{% endif %}{{ imprint }}'
TOO_SMALL = {"templates/uji/uji.html": TEMPLATE.replace("<p>{{ imprint }}", SMALL_PRINT)}


def test_when_one_file_fails_there_is_no_order_and_the_row_says_so(make):
    """The other files are made; an order that leaves something out would be believed."""
    report = make(TOO_SMALL)
    assert sorted(report.failed) == sorted([ALL[4], *KIT])
    [problem] = [problem for problem in report.problems if problem.code == "KT001"]
    assert (problem.file, problem.line) == ("content/regions.csv", 2)
    assert "id/leaflet-uji/poster.pdf" in problem.message
    assert not (make.output / KIT[0]).exists()
    assert (make.output / ALL[0]).exists()


def test_when_one_file_fails_the_kit_of_before_stays_whole(make):
    """Bad input costs nobody data."""
    make()
    before = [(make.output / path).read_bytes() for path in KIT]
    make(TOO_SMALL)
    assert [(make.output / path).read_bytes() for path in KIT] == before


def test_a_broken_message_leaves_nobody_with_half_a_kit(make):
    """Nothing of the publication can be planned, and still the row hears of it."""
    make()
    rows = HEADER + NTB.replace("leaflet-uji", "leaflet-uji leaflet-lain")
    broken = {
        "content/regions.csv": rows,
        "content/publications/leaflet-lain.yaml": LEAFLET.replace("call: call-centre", "call: call-center"),
    }
    report = make(broken)
    assert "KT001" in {problem.code for problem in report.problems}
    assert set(KIT) <= set(report.failed)


def test_a_changed_leaflet_renews_a_kit_that_is_there(make):
    """Even when only one format is built: an order never lists another file's hash."""
    make()
    before = (make.output / KIT[1]).read_bytes()
    report = make({"templates/uji/uji.html": TEMPLATE.replace("<section>", "<section><p>Baru</p>")}, formats=("lipat",))
    assert sorted(report.made) == sorted([ALL[3], *KIT])
    assert (make.output / KIT[1]).read_bytes() != before


def test_a_build_of_one_format_makes_no_kit(make):
    """Who asks for a leaflet gets a leaflet."""
    report = make(formats=("lipat",))
    assert report.made == (ALL[3],)


def test_kits_can_be_made_again_by_name(make):
    """From what is there."""
    make()
    (make.output / KIT[1]).unlink()
    assert make(formats=("kit", "print-order"), regions=()).made == (KIT[1],)


def test_a_kit_of_files_that_nobody_made_says_so(make):
    """Asked for by name, in an empty folder."""
    report = make(formats=("kit",))
    assert [(problem.code, problem.file) for problem in report.problems] == [("KT004", "--format")]
    assert "5 of its 5 files" in report.problems[0].message


def test_an_expired_publication_takes_its_kit_along(make):
    """A ZIP is not where last year's leaflet survives."""
    make()
    expired = LEAFLET.replace("format: leaflet-trifold-a4", "formats: [kartu, poster, lipat]\nexpires: 2026-11-01")
    report = make({"content/publications/leaflet-uji.yaml": expired})
    assert set(report.removed) == {*ALL, *KIT}


def test_an_office_in_two_languages_is_told_which_is_which(make):
    """The tongue stands beside the title."""
    languages = BASE["content/publications/leaflet-uji.yaml"].replace("languages: [id]", "languages: [id, en]")
    panel = "  - {id: inside-right, message: takedowns}\n"
    changes = {
        "content/publications/leaflet-uji.yaml": languages.replace(panel, ""),
        "content/regions.csv": HEADER + NTB.replace(",id,", ",id en,"),
        "content/tactics/high-pay.id.md": TACTIC,
    }
    report = make(changes)
    assert [problem for problem in report.problems if problem.level == "error"] == []
    text = words((make.output / KIT[0]).read_bytes())
    assert "Lembar uji (English)" in text
    assert len(zipped(make.output / KIT[1])) == 12
