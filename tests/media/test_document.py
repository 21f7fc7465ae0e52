"""PDFs as the print shop gets them: every promise is measured on the file that ``make`` returned."""

import gc
import os
import re
import subprocess
import sys
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
import zxingcpp
from small_documents import DAY, PUBLICATION, ROUTE, Press, page

from campaign.media import document, typesetting
from campaign.model.work import Made, Workshop
from campaign.problems import MachineError

POINTS = 72 / 25.4  # per mm


@pytest.fixture(scope="module")
def press(tmp_path_factory):
    """The press of a small campaign."""
    return Press(tmp_path_factory.mktemp("campaign"))


@pytest.fixture(scope="module")
def leaflet(press) -> bytes:
    """Its leaflet for Nusa Tenggara Barat, as PDF."""
    made = press.make("ntb")
    assert made.problems == ()
    return made.data


@pytest.fixture(scope="module")
def pdf(leaflet):
    with pikepdf.open(BytesIO(leaflet)) as opened:
        yield opened


@pytest.fixture
def make(press):
    """Make one small page from HTML, style, head and files of the library."""

    def made(body: str, style: str = "", **parts) -> Made:
        filled, library = page(body, style, **parts)
        return document.make(filled, Workshop(press.campaign, library, DAY))

    return made


def problem_of(made: Made):
    [problem] = made.problems
    assert made.data == b""
    return problem


def streams(printed):
    """What is drawn on a page, bottom first."""
    content = printed.Contents
    return content if isinstance(content, pikepdf.Array) else [content]


def elements(kid):
    """Structure elements below one, with itself."""
    if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
        yield kid
        kids = kid.get("/K", [])
        for child in kids if isinstance(kids, pikepdf.Array) else [kids]:
            yield from elements(child)


def words_in(data: bytes, number: int, left: float, right: float) -> str:
    """The text between two places of a page, mm from the left of the trimmed page, on one line."""
    text = pypdfium2.PdfDocument(data)[number].get_textpage()
    found = text.get_text_bounded(left * POINTS, 0, right * POINTS, 210 * POINTS)
    return re.sub(r"\s+", " ", found)


# ---- pages and boxes --------------------------------------------------------------------------------------------


def test_a_trifold_has_two_pages(press, leaflet):
    """A third page would come out of the press as a third sheet."""
    made = press.make("ntb")
    assert (made.pages, made.media_type) == (2, "application/pdf")
    assert len(pypdfium2.PdfDocument(leaflet)) == 2


def test_panels_are_as_wide_as_the_folds_ask(leaflet):
    """The flap is 3 mm narrower, on the left outside and on the right inside: 97, 100, 100 and 100, 100, 97 mm."""
    outside = [words_in(leaflet, 0, *edges) for edges in ((0, 97), (97, 197), (197, 297))]
    inside = [words_in(leaflet, 1, *edges) for edges in ((0, 100), (100, 200), (200, 297))]
    firsts = ["Butuh CS", "Ragu? Tanya dulu.", "Mau kerja jauh?", "Serba cepat", "Minta izin keluarga", "Paspor asli"]
    assert [first in panel for first, panel in zip(firsts, outside + inside, strict=True)] == [True] * 6
    assert [sum(first in panel for panel in outside + inside) for first in firsts] == [1] * 6


# ---- what is in the file ----------------------------------------------------------------------------------------


def test_all_fonts_are_embedded(pdf):
    """A print shop does not have Manrope: its two weights, once for what all offices share, once for this office's."""
    fonts = [thing for thing in pdf.objects if isinstance(thing, pikepdf.Dictionary) and "/FontName" in thing]
    assert len(fonts) == 4
    assert all("/FontFile2" in font or "/FontFile3" in font for font in fonts)


def test_a_screen_reader_is_told_title_and_language(pdf):
    """And shows the title instead of the file's name."""
    assert str(pdf.Root.Lang) == "id"
    assert str(pdf.docinfo.Title) == "Kenali jebakannya"
    assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)


def test_the_text_is_tagged_in_reading_order(pdf):
    """A screen reader hears the cover first, then the flap; headings, lists and the table of contacts as such."""
    kinds = [str(element.S) for root in pdf.Root.StructTreeRoot.K for element in elements(root)]
    assert bool(pdf.Root.MarkInfo.Marked)
    assert {"/H1", "/H2", "/L", "/LI", "/Table", "/TH", "/TD"} <= set(kinds)
    assert kinds.index("/H1") < kinds.index("/H2")


def test_decoration_is_not_read_aloud(pdf):
    """Icons stand beside their words: they are artifacts, and no figure is without a description."""
    tagged = [element for root in pdf.Root.StructTreeRoot.K for element in elements(root)]
    assert [element for element in tagged if element.S == "/Figure" and "/Alt" not in element] == []
    content = b"".join(stream.read_bytes() for printed in pdf.pages for stream in streams(printed))
    assert b"/Figure" not in content


def test_a_described_picture_is_read_aloud(make):
    """Only pictures without words are decoration."""
    picture = {"assets/illustrations/a.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>'}
    made = make('<p>Kata</p><img src="assets/illustrations/a.svg" alt="Rumah" width=40>', files=picture)
    with pikepdf.open(BytesIO(made.data)) as opened:
        tagged = [element for root in opened.Root.StructTreeRoot.K for element in elements(root)]
    assert [str(element.Alt) for element in tagged if element.S == "/Figure"] == ["Rumah"]


def test_the_code_leads_to_the_channel_whose_address_stands_beside_it(leaflet):
    """Read from the printed page, as a phone does."""
    picture = pypdfium2.PdfDocument(leaflet)[0].render(scale=200 / 72).to_pil()
    assert [code.text for code in zxingcpp.read_barcodes(picture)] == ["https://siskop2mi.bp2mi.go.id"]
    assert "siskop2mi.bp2mi.go.id" in words_in(leaflet, 0, 97, 197)


def test_a_number_stands_on_one_line(press, leaflet):
    """In running text as well, where a line ends just there."""
    lines = pypdfium2.PdfDocument(leaflet)[0].get_textpage().get_text_range().splitlines()
    assert sum("0800-1000" in line for line in lines) == 3  # the flap's advice, the large one, the office box


def test_the_draft_strip_stands_on_every_panel(leaflet):
    """Whichever way the paper is folded, a draft shows that it is one."""
    edges = [(0, (0, 97)), (0, (97, 197)), (0, (197, 297)), (1, (0, 100)), (1, (100, 200)), (1, (200, 297))]
    assert all("DRAF" in words_in(leaflet, number, *place) for number, place in edges)


def test_a_regional_copy_names_its_office_and_the_national_one_says_whom_to_ask(press, leaflet):
    """An address that is not known is not invented."""
    assert "BP3MI Nusa Tenggara Barat Tanyakan alamatnya ke 0800-1000" in words_in(leaflet, 0, 97, 197)
    assert "Tanyakan kantor terdekat ke 0800-1000" in words_in(press.make().data, 0, 97, 197)


def test_qpdf_finds_nothing_wrong(leaflet, program, tmp_path):
    """The file is whole for every other program as well."""
    (tmp_path / "leaflet.pdf").write_bytes(leaflet)
    checked = subprocess.run([program("qpdf"), "--check", tmp_path / "leaflet.pdf"], capture_output=True, text=True)
    assert (checked.returncode, checked.stderr) == (0, "")


# ---- the same again ---------------------------------------------------------------------------------------------


def test_the_same_leaflet_has_the_same_bytes(press, leaflet):
    """Also when its sides are laid out anew, and after other copies."""
    press.make()
    typesetting.laid_out.cache_clear()
    assert press.make("ntb").data == leaflet


def test_the_same_leaflet_has_the_same_bytes_on_another_day_elsewhere(leaflet, tmp_path):
    """In a new process with another time zone, hash seed and folder."""
    code = (
        "import sys; from hashlib import sha256; from pathlib import Path; from small_documents import Press;"
        "print(sha256(Press(Path(sys.argv[1])).make('ntb').data).hexdigest())"
    )
    tests = Path(__file__).parent.parent
    paths = os.pathsep.join(map(str, (tests, tests.parent)))
    environment = {**os.environ, "PYTHONPATH": paths, "PYTHONHASHSEED": "77", "TZ": "Asia/Jayapura"}
    command = [sys.executable, "-c", code, str(tmp_path)]
    run = subprocess.run(command, capture_output=True, text=True, env=environment, cwd=tmp_path, check=True)
    assert run.stdout.strip() == sha256(leaflet).hexdigest()


# ---- fit or fail ------------------------------------------------------------------------------------------------


def longer(text: str, sentence: str, times: int) -> dict[str, str | None]:
    return {"content/routes/before-leaving.id.md": text.replace(sentence, " ".join([sentence] * times))}


def test_a_panel_that_is_too_long_is_an_error_at_its_place(tmp_path):
    """With the publication's file, the panel's line and name, and how many mm it is too long."""
    made = Press(tmp_path, longer(ROUTE, "Izinnya ditulis, dan kepala desa mengetahuinya.", 40)).make()
    problem = problem_of(made)
    assert (problem.code, problem.file) == ("PR001", "content/publications/kenali.yaml")
    assert problem.line == PUBLICATION.splitlines().index("  - id: inside-middle") + 1
    assert re.search(r"“inside-middle” is \d\d+ mm too long", problem.message)
    assert "leaflet-trifold-a4 (id)" in problem.message
    assert problem.hint.startswith("shorten it by about")


def test_a_longer_panel_is_set_in_smaller_type_before_it_is_an_error(tmp_path, leaflet):
    """Never below 9.5 pt."""
    made = Press(tmp_path, longer(ROUTE, "Izinnya ditulis, dan kepala desa mengetahuinya.", 14)).make()
    assert made.problems == ()
    size = capital(made.data, "Izinnya") / capital(leaflet, "Izinnya") * 11
    assert min(abs(size - step) for step in (10.6, 10.2, 9.8, 9.5)) < 0.1


def capital(data: bytes, word: str) -> float:
    """How high a word's first letter stands on the inside, pt."""
    text = pypdfium2.PdfDocument(data)[1].get_textpage()
    index, _ = text.search(word).get_next()
    _, bottom, _, top = text.get_charbox(index)
    return top - bottom


# ---- what print refuses -----------------------------------------------------------------------------------------


def test_a_missing_picture_is_an_error_at_the_template_line(press):
    """With the nearest name that is there."""
    templates = {"templates/leaflet/panel.html": press.library.text("templates/leaflet/panel.html").replace(
        "illustration(panel.illustration)", "illustration('journey-covr')")}  # fmt: skip
    problem = problem_of(press.make(files=templates))
    assert (problem.code, problem.file) == ("PR008", "templates/leaflet/panel.html")
    assert "illustration('journey-covr')" in templates[problem.file].splitlines()[(problem.line or 0) - 1]
    assert problem.hint == "is it “assets/illustrations/journey-cover.svg”?"


@pytest.mark.parametrize("address", ["https://example.com/a.png", "file:///etc/hostname", "//example.com/a.svg"])
def test_nothing_is_fetched_from_outside(make, address):
    """No network and no file system: a template can only show what the campaign has."""
    problem = problem_of(make(f'<p data-at="templates/uji/uji.html:7">a</p><img alt="" src="{address}">'))
    assert problem.code == "PR007"
    assert "is not fetched" in problem.message


def test_a_style_sheet_fetches_nothing_either(make):
    """Neither by @import nor as a background."""
    made = make("<p>Kata</p>", '@import "https://example.com/x.css";\np { background: url(https://example.com/b.png) }')
    assert made.data == b""
    assert sorted(problem.code for problem in made.problems) == ["PR007", "PR010"]


def test_a_character_that_the_font_lacks_is_named(tmp_path):
    """Nobody prints an empty box."""
    made = Press(tmp_path, longer(ROUTE.replace("mengetahuinya", "mengetahuinya 漢"), "x", 1)).make()
    problem = problem_of(made)
    assert problem.code == "PR006"
    assert "“漢” (U+6F22)" in problem.message


def test_css_that_is_not_known_is_an_error_at_its_line(make):
    """It would be left out without a word."""
    problem = problem_of(make("<p>Kata</p>", "p { colr: red }\n"))
    assert (problem.code, problem.file, problem.line) == ("PR010", "templates/uji/uji.css", 4)
    assert "colr" in problem.message


def test_a_known_fault_is_told_every_time(make):
    """Style sheets are parsed once for a process; what is wrong with them is not forgotten."""
    assert make("<p>Kata</p>", "p { colr: red }").problems == make("<p>Kata</p>", "p { colr: red }").problems != ()


def test_a_document_without_language_or_title_is_refused(make):
    """A screen reader could not read it."""
    made = make("<p>Kata</p>", head="<html>")
    assert sorted({problem.code for problem in made.problems}) == ["PR015"]


def test_letters_of_another_family_are_refused(make, monkeypatch):
    """A fallback font differs from machine to machine."""
    monkeypatch.setattr(typesetting, "FAMILY", "Another")
    problem = problem_of(make("<p>Kata</p>"))
    assert problem.code == "PR014"
    assert "Manrope" in problem.message


def test_a_document_may_have_as_many_pages_as_it_takes(make):
    """Unless its template says how many there must be."""
    made = make("<p>Satu</p><p style='break-before: page'>Dua</p>")
    assert (made.problems, made.pages) == ((), 2)


def test_a_slip_in_the_template_is_no_bug_of_ours(make):
    """It comes back as a problem."""
    assert problem_of(make('<body data-sizes="11, 10"><p>Kata</p>')).code == "PR016"


def test_a_header_without_scope_is_refused(make):
    """A screen reader could not say which cells it is for."""
    assert problem_of(make("<table><tr><th>Telepon</th><td>110</td></tr></table>")).code == "PR018"


def test_headers_say_whether_they_are_of_a_row_or_a_column(make):
    """In the tags of the file, where screen readers look."""
    made = make(
        '<table><tr><th scope="col">Kantor</th><th scope="col">Telepon</th></tr>'
        '<tr><th scope="row">Polisi</th><td>110</td></tr></table>'
    )
    with pikepdf.open(BytesIO(made.data)) as opened:
        tagged = [element for root in opened.Root.StructTreeRoot.K for element in elements(root)]
        scopes = [str(element.A.Scope) for element in tagged if element.S == "/TH"]
    assert scopes == ["/Column", "/Column", "/Row"]


def test_a_page_too_many_is_an_error(make):
    """A leaflet of three pages cannot be folded."""
    assert problem_of(make('<body data-pages="1"><p>Satu</p><p style="break-before: page">Dua</p>')).code == "PR003"


def test_a_machine_without_pango_is_told_the_command(monkeypatch, tmp_path, make):
    """Importing WeasyPrint fails there with an error of the dynamic linker."""
    (tmp_path / "weasyprint.py").write_text("raise OSError(\"cannot load library 'libpango-1.0-0'\")")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "weasyprint", raising=False)
    with pytest.raises(MachineError) as caught:
        make("<p>Kata</p>")
    assert "libpango-1.0-0" in caught.value.problems[0].hint


def test_the_garbage_collector_is_left_as_it_was(make):
    """It only rests while a page is set."""
    make("<p>Kata</p>")
    assert gc.isenabled()
