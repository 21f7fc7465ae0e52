"""Files for a print shop: what docs/press.md promises is measured on the bytes that leave the house."""

import re
import subprocess
from dataclasses import replace
from io import BytesIO

import numpy as np
import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageCms
from small_documents import Press

from campaign.media.page_proofs import Area, Page, Panel
from campaign.media.prepress import finish
from campaign.problems import MachineError

POINTS = 72 / 25.4  # per mm
NAME = "leaflet-trifold-a4-press"
PLATES = ("Cyan", "Magenta", "Yellow", "Black")


@pytest.fixture(scope="module")
def press(tmp_path_factory):
    """The press of a small campaign."""
    return Press(tmp_path_factory.mktemp("campaign"))


@pytest.fixture(scope="module")
def leaflet(press) -> bytes:
    """Its leaflet for the print shop."""
    made = press.make("ntb", format=NAME)
    assert made.problems == ()
    return made.data


@pytest.fixture(scope="module")
def pdf(leaflet):
    with pikepdf.open(BytesIO(leaflet)) as opened:
        yield opened


@pytest.fixture(scope="module")
def plates(leaflet, program, tmp_path_factory) -> dict[str, np.ndarray]:
    """The outside as Ghostscript separates it: how much of each ink lies where, 0 to 1, at 72 dpi."""
    folder = tmp_path_factory.mktemp("plates")
    (folder / "leaflet.pdf").write_bytes(leaflet)
    options = ["-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-sDEVICE=tiffsep", "-r72", "-dLastPage=1"]
    subprocess.run([program("ghostscript"), *options, "-sOutputFile=page.tif", "leaflet.pdf"], cwd=folder, check=True)
    return {name: 1 - np.asarray(Image.open(folder / f"page({name}).tif")) / 255 for name in PLATES}


def box(printed, name: str) -> list[float]:
    """A page box in mm."""
    return [float(edge) / POINTS for edge in printed[f"/{name}"]]


# ---- paper ------------------------------------------------------------------------------------------------------


def test_the_trim_is_the_size_that_was_ordered(pdf):
    """297 × 210 mm, to a tenth of a millimetre."""
    for printed in pdf.pages:
        assert box(printed, "TrimBox") == pytest.approx([0, 0, 297, 210], abs=0.1)


def test_the_bleed_is_three_millimetres_on_each_side(pdf):
    """What a guillotine cuts off is printed, so that no white edge shows."""
    for printed in pdf.pages:
        assert box(printed, "BleedBox") == pytest.approx([-3, -3, 300, 213], abs=0.1)


def test_there_is_room_for_marks_beyond_the_bleed(pdf):
    """Marks inside the bleed would be printed on the leaflet."""
    for printed in pdf.pages:
        left, bottom, right, top = box(printed, "MediaBox")
        assert max(left, bottom) < -8
        assert right > 297 + 8
        assert top > 210 + 8


def test_no_other_box_is_taken_for_the_page(pdf):
    """A CropBox would hide the marks from some programs, an ArtBox is not allowed beside a TrimBox."""
    assert [name for printed in pdf.pages for name in ("/CropBox", "/ArtBox") if name in printed] == []


def dark_columns(data: bytes, number: int) -> list[float]:
    """Where lines run from the top edge of the sheet towards the trim, mm from the trimmed page's left."""
    scale = 8  # pixels per mm
    picture = pypdfium2.PdfDocument(data)[number].render(scale=scale / POINTS).to_pil().convert("L")
    band = picture.crop((0, scale, picture.width, 6 * scale))
    columns = [x for x in range(band.width) if band.crop((x, 0, x + 1, band.height)).getextrema()[0] < 150]
    starts = [x for x in columns if x - 1 not in columns]
    return [x / scale - 10 for x in starts]


def test_marks_stand_at_the_cuts_and_at_the_folds(leaflet):
    """A folder finds both folds outside the bleed, and nothing else is printed there."""
    assert dark_columns(leaflet, 0) == pytest.approx([0, 97, 197, 297], abs=0.3)
    assert dark_columns(leaflet, 1) == pytest.approx([0, 100, 200, 297], abs=0.3)


def test_a_sheet_that_is_not_folded_has_no_fold_marks():
    """Only what the template does not take back with data-folds="none"."""
    area = Area(0, 0, 148.5, 210)
    panel = Panel("a", area, area, 0, 210, 0, 1, "")
    page = Page(297, 210, 3, (panel, replace(panel, area=Area(148.5, 0, 297, 210))), ())
    blank = pikepdf.new()
    blank.add_blank_page(page_size=(297 * POINTS, 210 * POINTS))
    out = BytesIO()
    blank.save(out)
    assert dark_columns(finish(out.getvalue(), [page]), 0) == pytest.approx([0, 148.5, 297], abs=0.3)
    assert dark_columns(finish(out.getvalue(), [page], folded=False), 0) == pytest.approx([0, 297], abs=0.3)


# ---- ink --------------------------------------------------------------------------------------------------------


def at(plates: dict[str, np.ndarray], x: float, y: float) -> list[float]:
    """The four inks at a place, mm from the trimmed page's top left corner."""
    row, column = (round((10 + mm) * POINTS) for mm in (y, x))
    return [float(plates[name][row, column]) for name in PLATES]


def test_colour_reaches_the_bleed_and_ends_there(plates):
    """The cover's ink goes 3 mm beyond the cut, and does not run under the marks."""
    assert sum(at(plates, 299, 150)) > 2
    assert at(plates, 301, 150) == [0, 0, 0, 0]


def test_black_text_is_printed_with_black_alone(plates):
    """Four plates never lie on each other exactly: small letters would get coloured rims."""
    back = (slice(round(100 * POINTS), round(140 * POINTS)), slice(round(119 * POINTS), round(197 * POINTS)))
    letters = plates["Black"][back] > 0.9
    assert letters.any()
    assert [float(plates[name][back][letters].max()) for name in PLATES[:3]] == [0, 0, 0]


def test_nowhere_lies_more_ink_than_dries(plates):
    """At most 300 % of four inks, as Ghostscript separates the file; marks outside the bleed are on every plate."""
    inside = slice(round(8 * POINTS), -round(8 * POINTS))
    total = sum(plates[name][inside, inside] for name in PLATES)
    assert 2 < float(total.max()) <= 3.0


def test_paper_takes_no_ink(plates):
    """White is the paper's."""
    assert at(plates, 102, 205) == [0, 0, 0, 0]


def test_nothing_is_left_in_colours_of_a_screen(pdf):
    """Not in drawings, groups, gradients or pictures: a print shop would convert them in its own way."""
    for thing in pdf.objects:
        plain = thing.stream_dict if isinstance(thing, pikepdf.Stream) else thing
        assert b"/DeviceRGB" not in plain.unparse(resolved=True)
    content = b"".join(stream.read_bytes() for printed in pdf.pages for stream in printed.Contents)
    assert re.findall(rb"\s(?:rg|RG|g|G)\s", content) == []


# ---- what the file says of itself -------------------------------------------------------------------------------


def test_the_press_that_the_colours_are_for_is_inside(pdf):
    """Its profile is embedded whole, so that every program shows the same colours."""
    [intent] = pdf.Root.OutputIntents
    profile = ImageCms.getOpenProfile(BytesIO(intent.DestOutputProfile.read_bytes())).profile
    assert (intent.S, profile.xcolor_space, profile.device_class) == ("/GTS_PDFX", "CMYK", "prtr")
    assert str(intent.OutputCondition) == profile.profile_description


def test_it_says_that_it_is_a_pdf_x_4(pdf):
    """In the metadata that print shops' programs read, in a version that PDF/X-4 allows."""
    metadata = pdf.Root.Metadata.read_bytes().decode()
    assert "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>" in metadata
    assert "pdfuaid" not in metadata
    assert (pdf.pdf_version, str(pdf.docinfo.Trapped)) == ("1.6", "/False")


def test_its_dates_are_the_contents(pdf):
    """PDF/X asks for dates; a clock would give other bytes every day."""
    assert [str(pdf.docinfo[name]) for name in ("/CreationDate", "/ModDate")] == ["D:20261122000000Z"] * 2


def test_qpdf_finds_nothing_wrong(leaflet, program, tmp_path):
    """The file is whole for every other program as well."""
    (tmp_path / "leaflet.pdf").write_bytes(leaflet)
    checked = subprocess.run([program("qpdf"), "--check", tmp_path / "leaflet.pdf"], capture_output=True, text=True)
    assert (checked.returncode, checked.stderr) == (0, "")


def test_the_same_leaflet_has_the_same_bytes(press, leaflet):
    """Also after other copies."""
    press.make(format=NAME)
    assert press.make("ntb", format=NAME).data == leaflet


# ---- the print shop's own profile -------------------------------------------------------------------------------


def test_a_file_that_is_no_profile_of_a_press_is_refused(press):
    """It would print anything, in any colour."""
    made = press.make(format=NAME, files={"assets/profiles/press.icc": "this is no profile"})
    [problem] = made.problems
    assert (problem.code, problem.file) == ("PF001", "assets/profiles/press.icc")


def test_a_machine_without_a_profile_is_told_the_command(press, monkeypatch):
    """The rest of the build goes on."""
    monkeypatch.setattr("campaign.media.inks.press_profile", lambda: None)
    with pytest.raises(MachineError) as caught:
        press.make(format=NAME)
    assert "libgs-common" in caught.value.problems[0].hint
    assert press.make().problems == ()
