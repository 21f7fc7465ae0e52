"""Colours become inks wherever they stand, and still look like themselves."""

from io import BytesIO

import numpy as np
import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name
from PIL import Image

from campaign.media.inks import MOST_INK, inks_of
from campaign.media.separation import separate
from campaign.model.library import Library

RED = (200, 16, 46)


@pytest.fixture(scope="module")
def inks():
    """Those of this machine's profile."""
    return inks_of(Library({}))


@pytest.fixture
def pdf():
    """One empty page of 100 × 100 pt."""
    made = pikepdf.new()
    made.add_blank_page(page_size=(100, 100))
    made.pages[0].Resources = Dictionary(XObject=Dictionary(), Shading=Dictionary(), ExtGState=Dictionary())
    return made


def drawn(pdf, content: bytes, inks) -> bytes:
    """What a content stream is after separation."""
    pdf.pages[0].Contents = pdf.make_stream(content)
    separate(pdf, inks)
    return pdf.pages[0].Contents.read_bytes()


def shown(pdf) -> tuple[int, int, int]:
    """The colour in the middle of the page on a screen."""
    out = BytesIO()
    pdf.save(out)
    picture = pypdfium2.PdfDocument(out.getvalue())[0].render(scale=1).to_pil().convert("RGB")
    return picture.getpixel((50, 50))


# ---- inks -------------------------------------------------------------------------------------------------------


def test_greys_are_black_ink_alone(inks):
    """From white to black, in any step."""
    for grey in (0, 0.25, 0.5, 0.75, 1):
        assert inks.of(grey, grey, grey) == (0, 0, 0, pytest.approx(1 - grey))


def test_a_colour_goes_through_the_profile(inks):
    """Warning red is magenta and yellow."""
    cyan, magenta, yellow, black = inks.of(*(part / 255 for part in RED))
    assert min(magenta, yellow) > 0.85
    assert max(cyan, black) < 0.2


def test_no_colour_takes_more_ink_than_dries(inks):
    """The darkest ones of every hue."""
    steps = np.linspace(0, 1, 7)
    assert max(sum(inks.of(r, g, b)) for r in steps for g in steps for b in steps) <= MOST_INK


def test_a_trace_of_ink_is_left_away(inks):
    """Of paper's cream no single magenta dots remain."""
    assert all(part == 0 or part >= 0.02 for part in inks.of(1, 0.984, 0.949))


def test_a_dark_photograph_takes_no_more_ink_than_dries(inks):
    """Every pixel counts."""
    noise = np.random.default_rng(3).integers(0, 60, (40, 40, 3), dtype=np.uint8)
    separated = np.asarray(inks.picture(Image.fromarray(noise))).astype(int)
    assert separated.sum(axis=-1).max() <= MOST_INK * 255


# ---- drawings ---------------------------------------------------------------------------------------------------


def test_fills_and_strokes_become_inks(pdf, inks):
    """RGB and grey; everything else stays as it is."""
    made = drawn(pdf, b"q 1 1 1 rg 0 0 0 RG .5 g 0 0 9 9 re f 1 G Q", inks).split()
    black, white, half = (b"0.000 0.000 0.000 %s" % part for part in (b"1.000", b"0.000", b"0.500"))
    assert made == b" ".join((b"q", white, b"k", black, b"K", half, b"k 0 0 9 9 re f", white, b"K Q")).split()


def test_letters_in_a_string_are_no_operators(pdf, inks):
    """Only the colour before the text changes."""
    made = drawn(pdf, b"1 1 1 rg BT (0 0 0 rg ) Tj ET", inks)
    assert b"0 0 0 0 k" in b" ".join(made.split())
    assert b"0 0 0 rg" in made


def test_a_number_that_belongs_to_another_operator_is_not_taken(pdf, inks):
    """A colour right after a line's width."""
    assert drawn(pdf, b"2 w 1 1 1 RG", inks).split()[:2] == [b"2", b"w"]


def test_a_gradient_runs_between_inks(pdf, inks):
    """In every step of it."""
    step = Dictionary(FunctionType=2, Domain=[0, 1], C0=[1, 1, 1], C1=[0, 0, 0], N=1)
    stitched = Dictionary(FunctionType=3, Domain=[0, 1], Functions=[step], Bounds=[], Encode=[0, 1])
    shading = Dictionary(ShadingType=2, ColorSpace=Name.DeviceRGB, Coords=[0, 0, 9, 9], Function=stitched)
    pdf.pages[0].Resources.Shading.S = pdf.make_indirect(shading)
    drawn(pdf, b"/S sh", inks)
    made = pdf.pages[0].Resources.Shading.S
    assert made.ColorSpace == "/DeviceCMYK"
    assert [[float(part) for part in made.Function.Functions[0][end]] for end in ("/C0", "/C1")] == [
        [0] * 4,
        [0, 0, 0, 1],
    ]


def test_transparent_things_are_mixed_in_inks(pdf, inks):
    """On the page and in a group."""
    group = Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)
    form = pdf.make_stream(b"1 0 0 rg", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 9, 9], Group=group)
    pdf.pages[0].Resources.XObject.F = form
    pdf.pages[0].Resources.ExtGState.A = Dictionary(ca=0.5)
    drawn(pdf, b"/A gs /F Do", inks)
    assert (pdf.pages[0].Group.CS, form.Group.CS) == ("/DeviceCMYK", "/DeviceCMYK")
    assert b"rg" not in form.read_bytes()


def test_a_mask_stays_grey(pdf, inks):
    """How light it is says how much shows through; ink would say something else."""
    group = Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)
    form = pdf.make_stream(b"1 1 1 rg", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 9, 9], Group=group)
    pdf.pages[0].Resources.ExtGState.A = Dictionary(SMask=Dictionary(S=Name.Luminosity, G=form))
    drawn(pdf, b"/A gs", inks)
    assert (form.Group.CS, form.read_bytes().split()) == ("/DeviceGray", [b"1.000", b"g"])


# ---- pictures ---------------------------------------------------------------------------------------------------


def jpeg(pdf):
    out = BytesIO()
    Image.new("RGB", (8, 8), RED).save(out, "JPEG", quality=95)
    return pdf.make_stream(out.getvalue(), Filter=Name.DCTDecode, ColorSpace=Name.DeviceRGB)


def plain(pdf):
    return pdf.make_stream(bytes(RED) * 64, ColorSpace=Name.DeviceRGB)


def palette(pdf):
    return pdf.make_stream(bytes(64), ColorSpace=Array([Name.Indexed, Name.DeviceRGB, 0, pikepdf.String(bytes(RED))]))


@pytest.mark.parametrize("kind", [jpeg, plain, palette])
def test_a_picture_keeps_its_colour(pdf, inks, kind):
    """A red photograph comes off the press red, however its file was packed."""
    picture = kind(pdf)
    size = {"Width": 8, "Height": 8, "BitsPerComponent": 8, "Type": Name.XObject, "Subtype": Name.Image}
    for name, value in size.items():
        picture[f"/{name}"] = value
    pdf.pages[0].Resources.XObject.P = picture
    drawn(pdf, b"q 100 0 0 100 0 0 cm /P Do Q", inks)
    assert picture.ColorSpace == "/DeviceCMYK"
    red, green, blue = shown(pdf)
    assert red > 150
    assert max(green, blue) < 90
