"""Pictures that must not be opened, and offices with long names: a clear error at its place, or a layout that fits."""

import socket
from io import BytesIO

import pypdfium2 as pdfium
import pytest
from PIL import Image
from small_documents import PUBLICATION, Press

from campaign.media import typesetting
from campaign.reading.library import bundled

DRAWING = "assets/illustrations/journey-cover.svg"
SVG = """\
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 100 100">
<path d="M0 0h100v100H0z" fill="none" stroke="#0b1f3a"/>
{}
</svg>
"""


@pytest.fixture
def asked(monkeypatch):
    """Every address that is asked for while a page is made; whoever reaches for the network fails the test."""
    addresses: list[str] = []
    fetch = typesetting.Shelf.fetch

    def recording(self, url, headers=None):
        addresses.append(url)
        return fetch(self, url, headers)

    def connect(self, address):
        raise AssertionError(f"{address} was called")

    monkeypatch.setattr(typesetting.Shelf, "fetch", recording)
    monkeypatch.setattr(socket.socket, "connect", connect)
    return addresses


@pytest.mark.parametrize(
    "part",
    [
        '<image href="https://example.com/a.png" width="10" height="10"/>',
        '<image xlink:href="http://example.com/a.png" width="10" height="10"/>',
        '<image href="file:///etc/passwd" width="10" height="10"/>',
        '<use href="https://example.com/sprite.svg#a"/>',
        "<style>@import url(https://example.com/x.css);</style>",
        "<style>path { fill: url(https://example.com/x.svg#a) }</style>",
        '<foreignObject><img xmlns="http://www.w3.org/1999/xhtml" src="https://example.com/a.png"/></foreignObject>',
    ],
)
def test_a_drawing_that_loads_something_is_refused_at_its_line(tmp_path, asked, part):
    """In a leaflet: nothing is made, nothing is fetched, the drawing's line is named."""
    made = Press(tmp_path).make(files={DRAWING: SVG.format(part)})
    assert made.data == b""
    assert {(problem.file, problem.line, problem.code) for problem in made.problems} == {(DRAWING, 3, "SV002")}
    assert [url for url in asked if "example.com" in url or "passwd" in url] == []


def test_a_drawing_that_declares_an_entity_is_refused(tmp_path, asked):
    """The oldest way to read a machine's files."""
    entity = '<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n'
    made = Press(tmp_path).make(files={DRAWING: entity + SVG.format("<title>&x;</title>")})
    assert [(problem.file, problem.code) for problem in made.problems] == [(DRAWING, "SV002")]
    assert [url for url in asked if "passwd" in url] == []


class Photographed(Press):
    """The leaflet with a photograph on its cover."""

    def __init__(self, root, photograph: bytes) -> None:
        path = root / "assets/photos/besar.png"
        path.parent.mkdir(parents=True)
        path.write_bytes(photograph)
        template = (bundled() / "templates/leaflet/panel.html").read_text(encoding="utf-8")
        asking = "{{ illustration(panel.illustration) }}"
        assert asking in template
        self.line = template[: template.index(asking)].count("\n") + 1
        tag = '<img src="assets/photos/besar.png" alt="">'
        super().__init__(root, {"templates/leaflet/panel.html": template.replace(asking, tag, 1)})


def photograph(width: int, height: int) -> bytes:
    out = BytesIO()
    Image.new("1", (width, height)).save(out, "PNG")
    return out.getvalue()


def test_a_photograph_of_90_million_pixels_is_refused_before_it_is_decoded(tmp_path, asked):
    """The photograph is named, its size, and the line that asks for it."""
    press = Photographed(tmp_path, photograph(10_000, 9_000))
    made = press.make()
    assert made.data == b""
    [problem] = made.problems
    assert (problem.file, problem.code) == ("assets/photos/besar.png", "PH002")
    assert "10,000 × 9,000" in problem.message
    assert f"templates/leaflet/panel.html:{press.line} asks for it" in problem.hint
    assert [url for url in asked if url.endswith("besar.png")] == []


def test_a_photograph_that_is_cut_off_is_named(tmp_path):
    """Half a file is no picture."""
    made = Photographed(tmp_path, photograph(400, 300)[:20]).make()
    assert [(problem.file, problem.code) for problem in made.problems] == [("assets/photos/besar.png", "PH001")]


def row(office: str, address: str = "") -> dict[str, str | None]:
    header = "id,name,office,address,channels,languages,publications,copies\n"
    return {"content/regions.csv": f'{header}ntb,Nusa Tenggara Barat,"{office}","{address}",,id,kenali,500\n'}


LONG = "Balai Pelayanan Pelindungan Pekerja Migran Indonesia Nusa Tenggara Barat"


@pytest.mark.parametrize(
    ("office", "address"),
    [
        (LONG, ""),
        (f"{LONG}, Pos Pelayanan Kabupaten Lombok Timur", "Jalan Contoh Raya Nomor 12, Kelurahan Contoh, Mataram"),
    ],
)
def test_a_long_office_name_is_printed_whole(tmp_path, office, address):
    """In the box of the leaflet, as it stands in the table."""
    made = Press(tmp_path, row(office, address)).make("ntb")
    assert made.problems == ()
    document = pdfium.PdfDocument(made.data)
    text = " ".join(" ".join(page.get_textpage().get_text_range() for page in document).replace("\ufffe", "").split())
    assert office in text
    assert address in text


def test_an_office_that_does_not_fit_is_a_problem_of_its_row(tmp_path):
    """The publication's author has done nothing wrong."""
    crowded = PUBLICATION.replace(
        "contacts: [call-centre, siskop2mi]", f"text: {{id: {'Tanya dulu sebelum berangkat ke mana pun. ' * 14}}}\n"
        "    contacts: [call-centre, siskop2mi]"
    )  # fmt: skip
    office = (f"{LONG}, Pos Pelayanan Kabupaten Lombok Timur", "Jalan Contoh Raya Nomor 12, " * 5 + "Mataram")
    made = Press(tmp_path, row(*office) | {"content/publications/kenali.yaml": crowded}).make("ntb")
    assert {(problem.file, problem.line) for problem in made.problems if problem.code == "PR001"} == {
        ("content/regions.csv", 2)
    }
