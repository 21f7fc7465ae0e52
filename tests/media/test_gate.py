"""The gate opens finished files and trusts nobody: every fault is put into a real file, and must be found there."""

from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from PIL import Image
from small_documents import DAY, Press, page

from campaign.media import document, gate
from campaign.media.gate import Order
from campaign.model.library import Library
from campaign.model.work import Workshop

TEMPLATE = "templates/uji/uji.html"


def order(profile: str, **parts) -> Order:
    return Order("uji (id)", TEMPLATE, profile, 100, 60, **parts)


@pytest.fixture(scope="module")
def campaign(tmp_path_factory):
    """A small one, for what a document asks of it."""
    return Press(tmp_path_factory.mktemp("campaign")).campaign


@pytest.fixture
def printed(campaign, monkeypatch):
    """``printed(body, profile)`` is a finished file of 100 × 60 mm that no gate has seen."""

    def make(body: str, profile: str = "press", files: dict[str, bytes] | None = None) -> bytes:
        filled, library = page(body, "@page { bleed: 3mm }\n" if profile == "press" else "")
        format = filled.job.format.model_copy(update={"profile": profile})
        filled = replace(filled, job=replace(filled.job, format=format))
        workshop = Workshop(campaign, Library({**library.files, **(files or {})}), DAY)
        with monkeypatch.context() as patched:
            patched.setattr(gate, "refusals", lambda data, order: ())
            made = document.make(filled, workshop)
        assert made.problems == ()
        return made.data

    return make


def changed(data: bytes, change) -> bytes:
    """The same file after ``change(pdf)``."""
    out = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        change(pdf)
        pdf.save(out)
    return out.getvalue()


def painting(content: bytes):
    """A change that paints more onto the first page."""

    def change(pdf) -> None:
        pdf.pages[0].contents_add(content)

    return change


def codes(data: bytes, profile: str = "press", **parts) -> list[str]:
    return [problem.code for problem in gate.refusals(data, order(profile, **parts))]


def only(data: bytes, profile: str = "press", **parts):
    [problem] = gate.refusals(data, order(profile, **parts))
    assert problem.file == TEMPLATE
    assert problem.hint
    return problem


# ---- both machines ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("profile", ["office", "press"])
def test_a_sound_file_passes(printed, profile):
    """Words, a table with its headers, a described picture, headings in order."""
    picture = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z" fill="#c8102e"/></svg>'
    body = (
        "<style>h1, h2 { font-size: 10pt; margin: 0 }</style><h1>Satu</h1><h2>Dua</h2>"
        '<table><tr><th scope="row">Telepon</th><td>110</td></tr></table>'
        '<img src="assets/illustrations/a.svg" alt="Rumah" style="width: 9mm">'
    )
    assert codes(printed(body, profile, files={"assets/illustrations/a.svg": picture}), profile) == []


def test_what_is_no_pdf_is_refused():
    """Instead of a traceback."""
    assert codes(b"not a pdf") == ["PF010"]


def test_a_font_that_is_not_in_the_file_is_refused(printed):
    """A print shop would set the text in another one."""

    def change(pdf) -> None:
        for thing in pdf.objects:
            if isinstance(thing, Dictionary) and thing.get("/Type") == "/FontDescriptor":
                for name in ("/FontFile2", "/FontFile3"):
                    if name in thing:
                        del thing[name]

    problem = only(changed(printed("<p>Kata</p>"), change))
    assert (problem.code, "Manrope" in problem.message) == ("PF011", True)


def test_a_missing_glyph_is_refused(printed):
    """Glyph 0 is an empty box on paper."""
    data = printed("<p>Kata</p>")

    def change(pdf) -> None:
        pdf.pages[0].contents_add(b"\nBT [<00010000>] TJ ET")

    assert codes(changed(data, change)) == ["PF012"]


def test_a_file_without_language_title_or_tags_is_refused(printed):
    """A screen reader cannot read it."""

    def change(pdf) -> None:
        del pdf.Root.Lang, pdf.Root.StructTreeRoot
        del pdf.docinfo["/Title"]

    assert codes(changed(printed("<p>Kata</p>", "office"), change), "office") == ["PF013"] * 3


def test_an_office_file_says_that_it_is_a_pdf_ua(printed):
    """Programs that read aloud rely on the tags only then."""

    def change(pdf) -> None:
        pdf.Root.Metadata = pdf.make_stream(b"<x/>", Type=Name.Metadata, Subtype=Name.XML)

    assert only(changed(printed("<p>Kata</p>", "office"), change), "office").code == "PF019"


def test_a_picture_without_alternative_text_is_refused(printed):
    """In the structure, where screen readers look for it."""
    picture = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>'
    body = '<p>Kata</p><img src="assets/illustrations/a.svg" alt="Rumah" style="width: 9mm">'
    data = printed(body, "office", files={"assets/illustrations/a.svg": picture})

    def change(pdf) -> None:
        for thing in pdf.objects:
            if isinstance(thing, Dictionary) and thing.get("/S") == "/Figure":
                del thing.Alt

    assert only(changed(data, change), "office").code == "PF014"


@pytest.mark.parametrize(
    ("headings", "says"), [("<h1>A</h1><h3>B</h3>", "after a heading of level 1"), ("<h2>A</h2>", "as the first")]
)
def test_headings_follow_one_another(printed, headings, says):
    """Who jumps from heading to heading must not think that one is missing."""
    problem = only(printed(headings, "office"), "office")
    assert (problem.code, says in problem.message) == ("PF015", True)


def test_a_header_without_scope_is_refused(printed):
    """Nobody would hear which cells it is for."""
    data = printed('<table><tr><th scope="row">A</th><td>B</td></tr></table>', "office")

    def change(pdf) -> None:
        for thing in pdf.objects:
            if isinstance(thing, Dictionary) and thing.get("/S") == "/TH":
                del thing.A.Scope

    assert only(changed(data, change), "office").code == "PF016"


@pytest.mark.parametrize("box", ["TrimBox", "BleedBox"])
def test_a_box_that_is_wrong_by_half_a_millimetre_is_refused(printed, box):
    """The guillotine is set by it."""

    def change(pdf) -> None:
        edges = [float(edge) for edge in pdf.pages[0][f"/{box}"]]
        pdf.pages[0][f"/{box}"] = Array([edges[0] + 1.5, *edges[1:]])

    problem = only(changed(printed("<p>Kata</p>"), change))
    assert (problem.code, box in problem.message) == ("PF017", True)


def test_a_sheet_without_room_for_marks_is_refused(printed):
    """A guillotine needs to see where to cut."""

    def change(pdf) -> None:
        pdf.pages[0].MediaBox = pdf.pages[0].BleedBox

    assert only(changed(printed("<p>Kata</p>"), change)).code == "PF018"


# ---- the press --------------------------------------------------------------------------------------------------


def test_a_colour_of_a_screen_is_refused(printed):
    """Wherever it is left."""
    problem = only(changed(printed("<p>Kata</p>"), painting(b"1 0 0 rg 0 0 9 9 re f")))
    assert (problem.code, "DeviceRGB" in problem.message) == ("PF021", True)


def test_a_colour_that_is_named_apart_is_refused(printed):
    """PDF has two ways of saying which space a colour is in."""
    assert only(changed(printed("<p>Kata</p>"), painting(b"/DeviceRGB cs 1 0 0 sc 0 0 9 9 re f"))).code == "PF021"


def test_text_that_looks_like_an_operator_is_none(printed):
    """A string of letters paints nothing by itself."""
    assert codes(changed(printed("<p>Kata</p>"), painting(b"BT (1 0 0 rg ) Tj ET"))) == []


PICTURE = {"Type": Name.XObject, "Subtype": Name.Image, "Width": 2, "Height": 2, "BitsPerComponent": 8}


def image(pdf, **parts):
    return pdf.make_stream(bytes(12), **PICTURE, **parts)


def in_a_picture(pdf) -> None:
    pdf.pages[0].Resources.XObject = Dictionary(P=image(pdf, ColorSpace=Name.DeviceRGB))


def in_a_palette(pdf) -> None:
    palette = Array([Name.Indexed, Name.DeviceRGB, 0, pikepdf.String(b"abc")])
    pdf.pages[0].Resources.XObject = Dictionary(P=image(pdf, ColorSpace=palette))


def in_a_profile(pdf) -> None:
    space = Array([Name.ICCBased, pdf.make_stream(b"profile", N=3)])
    pdf.pages[0].Resources.XObject = Dictionary(P=image(pdf, ColorSpace=space))


def in_a_group(pdf) -> None:
    group = Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)
    form = pdf.make_stream(b"", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 9, 9], Group=group)
    pdf.pages[0].Resources.XObject = Dictionary(F=form)


def in_a_form(pdf) -> None:
    form = pdf.make_stream(b"1 0 0 rg 0 0 9 9 re f", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 9, 9])
    pdf.pages[0].Resources.XObject = Dictionary(F=form)


def in_a_gradient(pdf) -> None:
    colors = Dictionary(FunctionType=2, Domain=[0, 1], C0=[1, 0, 0], C1=[0, 0, 1], N=1)
    shading = Dictionary(ShadingType=2, ColorSpace=Name.DeviceRGB, Coords=[0, 0, 9, 9], Function=colors)
    pdf.pages[0].Resources.Shading = Dictionary(S=pdf.make_indirect(shading))


def in_a_pattern(pdf) -> None:
    tile = pdf.make_stream(
        b"1 0 0 rg 0 0 9 9 re f", PatternType=1, PaintType=1, TilingType=1, BBox=[0, 0, 9, 9], XStep=9, YStep=9
    )
    pdf.pages[0].Resources.Pattern = Dictionary(T=tile)


def in_a_letter(pdf) -> None:
    glyph = pdf.make_stream(b"9 0 0 0 9 9 d1 1 0 0 rg 0 0 9 9 re f")
    font = Dictionary(Type=Name.Font, Subtype=Name.Type3, CharProcs=Dictionary(a=glyph))
    pdf.pages[0].Resources.Font["/T3"] = pdf.make_indirect(font)


def in_a_notes_look(pdf) -> None:
    look = pdf.make_stream(b"1 0 0 rg 0 0 9 9 re f", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 9, 9])
    pdf.Root.Kept = Array([look])


@pytest.mark.parametrize(
    "place",
    [
        in_a_picture, in_a_palette, in_a_profile, in_a_group, in_a_form, in_a_gradient, in_a_pattern, in_a_letter,
        in_a_notes_look,
    ],
)  # fmt: skip
def test_no_hiding_place_for_a_colour_of_a_screen(printed, place):
    """Pictures, palettes, profiles, groups, forms, gradients, patterns, letters and notes."""
    assert set(codes(changed(printed("<p>Kata</p>"), place))) == {"PF021"}


def test_more_ink_than_dries_is_refused(printed):
    """It would rub off on the next sheet."""
    problem = only(changed(printed("<p>Kata</p>"), painting(b".8 .8 .8 .7 k 0 0 9 9 re f")))
    assert (problem.code, "310 %" in problem.message) == ("PF022", True)


def test_more_ink_than_dries_in_a_picture_is_refused(printed):
    """Its pixels are added up."""

    def change(pdf) -> None:
        pixels = bytes([230, 200, 200, 180]) * 4
        stream = pdf.make_stream(pixels, **PICTURE, ColorSpace=Name.DeviceCMYK)
        pdf.pages[0].Resources.XObject = Dictionary(P=stream)

    assert only(changed(printed("<p>Kata</p>"), change)).code == "PF022"


def test_ink_that_shows_through_more_ink_is_added_up(printed, program):
    """Two grounds of 200 % on each other, one half transparent: no single colour tells. Ghostscript separates them."""
    program("ghostscript")

    def change(pdf) -> None:
        pdf.pages[0].Resources.ExtGState["/Multiply"] = Dictionary(BM=Name.Multiply)
        pdf.pages[0].Group = Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK)
        pdf.pages[0].contents_add(b"q 1 1 0 0 k 0 0 99 99 re f /Multiply gs 0 0 1 1 k 0 0 99 99 re f Q")

    problem = only(changed(printed("<p>Kata</p>"), change))
    assert (problem.code, "400 %" in problem.message) == ("PF022", True)


def test_black_text_of_several_inks_is_refused(printed):
    """As a ground the same colour is allowed."""
    rich = b"q .7 .6 .4 .8 k BT [<0001>] TJ ET Q"
    assert only(changed(printed("<p>Kata</p>"), painting(rich))).code == "PF023"
    assert codes(changed(printed("<p>Kata</p>"), painting(b".7 .6 .4 .8 k 0 0 9 9 re f"))) == []


def test_a_file_that_names_no_press_is_refused(printed):
    """Four inks alone say nothing about the colour."""

    def change(pdf) -> None:
        del pdf.Root.OutputIntents

    assert only(changed(printed("<p>Kata</p>"), change)).code == "PF024"


def test_a_file_that_does_not_say_what_it_is_is_refused(printed):
    """Print shops' programs look for the label first."""

    def change(pdf) -> None:
        pdf.Root.Metadata = pdf.make_stream(b"<x/>", Type=Name.Metadata, Subtype=Name.XML)

    assert only(changed(printed("<p>Kata</p>"), change)).code == "PF025"


def photo(side: int) -> dict[str, bytes]:
    out = BytesIO()
    Image.effect_noise((side, side), 80).convert("RGB").save(out, "PNG")
    return {"assets/photos/a.png": out.getvalue()}


PHOTO = '<p>Kata</p><img src="assets/photos/a.png" alt="Rumah" style="width: 20mm; height: 20mm">'


def test_a_coarse_photograph_is_refused(printed):
    """20 mm at 250 to the inch are 197 pixels."""
    problem = only(printed(PHOTO, files=photo(190)))
    assert (problem.code, "241 to the inch" in problem.message) == ("PF026", True)
    assert codes(printed(PHOTO, files=photo(200))) == []


def test_a_piece_that_is_drawn_at_scale_needs_more_pixels(printed):
    """Drawn at a tenth, it is printed ten times as large."""
    assert codes(printed(PHOTO, files=photo(200)), scale=10) == ["PF026"]


def test_a_link_is_refused_on_the_press(printed):
    """PDF/X allows nothing on the page that is not printed."""

    def change(pdf) -> None:
        note = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9])
        pdf.pages[0].Annots = Array([pdf.make_indirect(note)])

    assert only(changed(printed("<p>Kata</p>"), change)).code == "PF027"


# ---- the office -------------------------------------------------------------------------------------------------


LINE = '<p>Kata</p><div style="position: absolute; bottom: {}mm; width: 9mm; height: 2mm; background: #000"></div>'


def test_something_near_the_edge_is_refused(printed):
    """A laser leaves 5 mm white on each side, and cuts off what lies there."""
    problem = only(printed(LINE.format(-5), "office"), "office")
    assert (problem.code, "from the bottom edge" in problem.message) == ("PF031", True)


def test_something_within_the_laser_s_reach_passes(printed):
    """Six millimetres from the edge."""
    assert codes(printed(LINE.format(-2), "office"), "office") == []


def test_a_flooded_page_is_refused(printed):
    """An office pays for its toner, and a photocopier smears it."""
    problem = only(printed('<div style="width: 80mm; height: 40mm; background: #0b1f3a"></div>', "office"), "office")
    assert (problem.code, "toner covers" in problem.message) == ("PF032", True)


def test_pale_text_is_refused(printed):
    """A photocopier loses it."""
    problem = only(printed('<p style="color: #8a94a6">Kata</p>', "office"), "office")
    assert (problem.code, "#8a94a6, 3.1 : 1" in problem.message) == ("PF033", True)


# ---- in the house -----------------------------------------------------------------------------------------------


def test_no_refused_file_leaves_the_house(campaign):
    """The build gets the problem instead of the bytes."""
    filled, library = page("<h2>Dua</h2>")
    made = document.make(filled, Workshop(campaign, library, DAY))
    assert ([problem.code for problem in made.problems], made.data) == (["PF015"], b"")
