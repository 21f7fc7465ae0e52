"""Sheets: what the finished PDFs hold, read back from them; and where pages must lie to be right after folding."""

from io import BytesIO
from itertools import pairwise

import pikepdf
import pypdfium2 as pdfium
import pytest
from small_sheets import FORMATS, STYLE, Office

from campaign.media import gate
from campaign.media.imposition import EDGE, PAPERS, DoesNotFitError, impose
from campaign.model.sheet import Sheet

MM = 72 / 25.4


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    return Office(tmp_path_factory.mktemp("office"))


def headings(data: bytes) -> list[dict[str, list[tuple[float, float]]]]:
    """On each page, the text "H3Z" -> where its H begins, mm from the lower left corner."""
    document = pdfium.PdfDocument(data)
    found = []
    for page in document:
        text = page.get_textpage()
        places: dict[str, list[tuple[float, float]]] = {}
        whole = text.get_text_range()
        at = 0
        while (at := whole.find("H", at)) >= 0:
            name = whole[at : whole.find("Z", at) + 1]
            if name[1:-1].isdigit():
                left, bottom, *_ = text.get_charbox(at)
                places.setdefault(name, []).append((left / MM, bottom / MM))
            at += 1
        found.append(places)
    document.close()
    return found


def size_of(data: bytes) -> tuple[float, float]:
    with pikepdf.open(BytesIO(data)) as pdf:
        box = [float(edge) for edge in pdf.pages[0].MediaBox]
    return round(box[2] / MM, 1), round(box[3] / MM, 1)


def test_eight_cards_lie_on_a4_at_full_size(office):
    """Columns 89 mm apart, rows 59: 85 × 55 mm and 4 mm of gutter."""
    made = office.make("kartu-8")
    assert (made.problems, made.pages, size_of(made.data)) == ((), 2, (210.0, 297.0))
    places = sorted(headings(made.data)[0]["H1Z"])
    assert len(places) == 8
    columns, rows = sorted({round(x, 1) for x, _ in places}), sorted({round(y, 1) for _, y in places})
    assert [round(b - a, 1) for a, b in pairwise(columns)] == [89.0]
    assert [round(b - a, 1) for a, b in pairwise(rows)] == [59.0, 59.0, 59.0]


def test_the_back_of_each_card_lies_behind_it(office):
    """Turned about the long edge, x becomes 210 - x: the front's left edge lies behind the back's right edge."""
    made = office.make("kartu-8")
    front, back = headings(made.data)
    indent = 8 + 0.3  # the margin, and the space that an H has at its left
    fronts = [(x - indent, y) for x, y in front["H1Z"]]
    backs = [(x - indent, y) for x, y in back["H2Z"]]
    behind = sorted((210 - x - 85, y) for x, y in fronts)
    for place, wanted in zip(sorted(backs), behind, strict=True):
        assert place == pytest.approx(wanted, abs=0.1)


def test_about_the_short_edge_the_back_stands_on_its_head(office):
    """A sheet that is turned like a calendar's page: y becomes 297 - y, and so the card's back is turned."""
    made = office.make("kartu-tegak")
    [front], [back] = (set(page) for page in headings(made.data))
    assert (front, back) == ("H1Z", "H2Z")
    fronts, backs = (page[name] for page, name in zip(headings(made.data), ("H1Z", "H2Z"), strict=True))
    for x, y in backs:
        # Seen through the sheet: the text begins at the card's right, near its bottom.
        assert min(abs(x - (left + 85 - 16)) for left, _ in fronts) < 8
        assert min(abs(297 - y - top) for _, top in fronts) < 6


@pytest.mark.parametrize(
    ("format", "paper"), [("lembar-2", (297.0, 210.0)), ("lembar-2-f4", (330.0, 215.0)), ("kartu-8", (210.0, 297.0))]
)
def test_every_piece_says_outside_its_art_which_asset_it_is(office, format, paper):
    """Code, version, day, language and region, once for each piece and side."""
    made = office.make(format)
    assert size_of(made.data) == paper
    count = 8 if format == "kartu-8" else 2
    for page in pdfium.PdfDocument(made.data):
        text = page.get_textpage().get_text_range()
        assert text.count("UJI-L1 · v1 · 2026-11-22 · id · ntb") == count


def test_a_piece_is_placed_not_copied(office):
    """One form for each page, used eight times; its fonts stand in the file once."""
    with pikepdf.open(BytesIO(office.make("kartu-8").data)) as pdf:
        for page in pdf.pages:
            pieces = [name for name in page.Resources.XObject if name.startswith("/P")]
            assert len(pieces) == 1
            assert page.Contents.read_bytes().count(pieces[0].encode() + b" Do") == 8
        fonts = [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and o.get("/Type") == "/FontDescriptor"]
        assert 0 < len(fonts) <= 3
        assert all("/FontFile2" in font or "/FontFile3" in font for font in fonts)


def test_a_sheet_claims_nothing_about_tags_and_tells_the_printer_how_to_turn_it(office):
    """Untagged, no PDF/UA; no scaling; the flip of the format."""
    for format, flip in (("kartu-8", "/DuplexFlipLongEdge"), ("kartu-tegak", "/DuplexFlipShortEdge")):
        data = office.make(format).data
        with pikepdf.open(BytesIO(data)) as pdf:
            assert "/StructTreeRoot" not in pdf.Root
            assert "/MarkInfo" not in pdf.Root
            assert "/Metadata" not in pdf.Root
            assert pdf.Root.ViewerPreferences.PrintScaling == "/None"
            assert pdf.Root.ViewerPreferences.Duplex == flip
            assert pdf.Root.Lang == "id"
        assert b"MCID" not in data


def test_marks_and_imprint_are_black_without_colour(office):
    """Grey, not RGB: a toner of four colours would print them four times."""
    with pikepdf.open(BytesIO(office.make("kartu-8").data)) as pdf:
        page = pdf.pages[0]
        assert b" RG" not in page.Contents.read_bytes()
        for name, form in page.Resources.XObject.items():
            if name.startswith("/L"):
                assert b"0 g" in form.read_bytes()
                assert b" rg" not in form.read_bytes()


def test_marks_lie_outside_the_art_where_there_is_room():
    """And never where an office printer cannot print."""
    imposed = impose(Sheet(of="kartu", columns=2, rows=4), 85, 55, 2)
    boxes = [slot.box for slot in imposed.sides[0].slots]
    assert imposed.sides[0].marks
    for mark in imposed.sides[0].marks:
        assert min(mark.x, mark.to_x) >= EDGE
        assert max(mark.x, mark.to_x) <= imposed.width - EDGE
        assert min(mark.y, mark.to_y) >= EDGE
        assert max(mark.y, mark.to_y) <= imposed.height - EDGE
        for box in boxes:
            across = min(max(mark.x, mark.to_x), box.right) - max(min(mark.x, mark.to_x), box.left)
            along = min(max(mark.y, mark.to_y), box.top) - max(min(mark.y, mark.to_y), box.bottom)
            assert across < 0 or along < 0


def folded(imposed, flip_like_a_calendar: bool) -> list[int | None]:
    """The booklet's pages in the order in which a reader turns them, found by folding the sheets in thought."""

    def halves(side, turned):
        left, right = None, None
        for slot in side.slots:
            middle = (slot.box.left + slot.box.right) / 2
            on_left = middle < imposed.width / 2
            assert slot.turned == turned
            if on_left != turned:
                left = slot.page
            else:
                right = slot.page
        return left, right

    fronts, backs = [], []
    for i in range(0, len(imposed.sides), 2):
        fronts.append(halves(imposed.sides[i], False))
        backs.append(halves(imposed.sides[i + 1], flip_like_a_calendar))
    first_half = [page for (_, right), (left, _) in zip(fronts, backs, strict=True) for page in (right, left)]
    second_half = [page for (left, _), (_, right) in zip(fronts, backs, strict=True) for page in (left, right)]
    return first_half + second_half[::-1]


@pytest.mark.parametrize("pages", [4, 8, 12, 32])
@pytest.mark.parametrize(("paper", "flip", "calendar"), [("a4", "short", False), ("f4", "long", True)])
def test_folded_and_stapled_the_pages_follow_each_other(pages, paper, flip, calendar):
    """1 2 3 … whatever the paper and the printer's flip."""
    imposed = impose(Sheet(of="b", paper=paper, imposition="booklet", flip=flip), 148, 210, pages)
    assert imposed.sheets == pages // 4
    assert folded(imposed, calendar) == list(range(pages))


def test_blank_pages_come_before_the_back_cover():
    """Ten pages take three sheets; the last page stays outside."""
    imposed = impose(Sheet(of="b", imposition="booklet", flip="short"), 148, 210, 10)
    assert folded(imposed, False) == [*range(9), None, None, 9]


def test_inner_sheets_move_towards_the_fold_by_the_papers_thickness():
    """Sheet 3 of 3 lies 0.2 mm nearer on both sides when paper is 0.1 mm thick; nothing crosses the fold."""
    sheet = Sheet(of="b", paper="f4", imposition="booklet", flip="short", thickness=0.1)
    imposed = impose(sheet, 148, 210, 12)
    fold = imposed.width / 2
    for i, side in enumerate(imposed.sides):
        left, right = sorted(side.slots, key=lambda slot: slot.box.left)
        creep = 0.1 * (i // 2)
        assert (left.box.right, right.box.left) == pytest.approx((fold + creep, fold - creep))
        assert left.clip.right <= fold <= right.clip.left


def test_the_printed_booklet_has_each_page_at_its_place(tmp_path):
    """Read from the PDF: 12 and 1 outside, 6 and 7 in the middle; creep can be measured."""
    office = Office(tmp_path, pages=12)
    made = office.make("buku-a4")
    assert (made.problems, made.pages) == ((), 6)
    found = headings(made.data)
    pairs = [tuple(sorted(page, key=lambda name: page[name][0][0])) for page in found]
    assert pairs == [("H12Z", "H1Z"), ("H2Z", "H11Z"), ("H10Z", "H3Z"), ("H4Z", "H9Z"), ("H8Z", "H5Z"), ("H6Z", "H7Z")]
    outer, inner = found[0]["H1Z"][0][0], found[4]["H5Z"][0][0]
    assert outer - inner == pytest.approx(0.2, abs=0.03)


def test_two_copies_of_the_same_sheet_are_the_same_bytes(office, tmp_path):
    """No clock, no random identifier."""
    assert office.make("kartu-8").data == Office(tmp_path).make("kartu-8").data


@pytest.mark.parametrize(("copies", "sheets"), [(0, 0), (1, 1), (8, 1), (9, 2), (500, 63)])
def test_sheets_for_so_many_copies(copies, sheets):
    """500 cards, eight on a sheet, take 63."""
    assert impose(Sheet(of="kartu", columns=2, rows=4), 85, 55, 2).needed(copies) == sheets


def test_a_booklet_of_three_sheets_takes_three_for_each_copy():
    """No sheet is shared by two booklets."""
    assert impose(Sheet(of="b", imposition="booklet"), 148, 210, 12).needed(40) == 120


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("size", [(85, 55), (148, 210), (105, 148)])
@pytest.mark.parametrize("flip", ["long", "short"])
def test_fronts_and_backs_register_on_every_paper(paper, size, flip):
    """What the printer turns over lies behind what it belongs to, to a tenth of a millimetre."""
    imposed = impose(Sheet(of="p", paper=paper, flip=flip), *size, 2)
    front, back = imposed.sides
    calendar = (flip == "long") == (imposed.width > imposed.height)
    assert len(front.slots) == len(back.slots) == imposed.pieces > 0
    for slot, behind in zip(front.slots, back.slots, strict=True):
        assert behind.turned == calendar
        if calendar:
            seen = (behind.box.left, imposed.height - behind.box.top)
        else:
            seen = (imposed.width - behind.box.right, behind.box.bottom)
        assert seen == pytest.approx((slot.box.left, slot.box.bottom), abs=0.1)


def test_what_does_not_fit_is_said(tmp_path):
    """At the format's line."""
    with pytest.raises(DoesNotFitError):
        impose(Sheet(of="p", paper="a4"), 300, 400, 1)
    formats = FORMATS.replace("columns: 2, rows: 4", "columns: 3, rows: 6")
    made = Office(tmp_path, files={"templates/uji/format.yaml": formats}).make("kartu-8")
    [problem] = made.problems
    line = formats[: formats.index("kartu-8:")].count("\n") + 1
    assert (problem.file, problem.line, problem.code) == ("templates/uji/format.yaml", line, "SH001")
    assert "3 × 6 pieces of 85 × 55 mm do not fit on A4" in problem.message


def test_a_sheet_of_a_piece_that_is_not_there_is_a_problem_of_the_format(tmp_path):
    """The rest is made."""
    office = Office(tmp_path, files={"templates/uji/format.yaml": FORMATS.replace("{of: kartu,", "{of: kartuu,", 1)})
    [problem] = office.reading.problems
    assert (problem.file, problem.code) == ("templates/uji/format.yaml", "FM005")
    assert "kartu-8" in office.reading.broken
    assert "kartu-tegak" in office.reading.campaign.formats


def test_a_fault_of_the_piece_is_said_once(tmp_path):
    """The sheet reports what the piece reports."""
    office = Office(tmp_path, files={"templates/uji/uji.css": STYLE + "p { font-size: 4pt }"})
    assert office.make("kartu-8").problems == office.make("kartu").problems != ()


def test_no_mark_lies_where_a_laser_does_not_print():
    """Two A5 on F4 leave 2.5 mm above and below: too little to mark, and too little to be printed on."""
    for side in impose(Sheet(of="lembar", paper="f4", flip="short"), 148, 210, 2).sides:
        assert [m for m in side.marks if min(m.y, m.to_y) < EDGE or max(m.y, m.to_y) > 215 - EDGE] == []
        assert side.marks


def test_every_sheet_goes_through_the_gate(office, monkeypatch):
    """It is opened once more when it is finished; the piece on it was tagged, the sheet is not."""
    seen = []
    monkeypatch.setattr(
        gate, "refusals", lambda data, order: seen.append((order.name, order.width, order.tagged)) or ()
    )
    office.make("kartu-8")
    assert seen[-1] == ("kartu-8 (id)", 210, False)
