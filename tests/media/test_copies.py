"""Regional copies are printed onto a shell that all offices share: nobody may see, hear or measure that."""

from dataclasses import replace
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from small_documents import Press

from campaign.filling.filler import Filler
from campaign.media import copies, document, typesetting
from campaign.media.layers import layers
from campaign.media.overprinting import overprint
from campaign.model.work import Job

ROWS = (
    "id,name,office,address,channels,languages,publications,copies",
    "ntb,Nusa Tenggara Barat,BP3MI Nusa Tenggara Barat,,,id,,500",
    'jatim,Jawa Timur,BP3MI Jawa Timur,"Jl. Contoh No. 1, Kota Surabaya, dekat kantor pos besar",,id,,300',
)


@pytest.fixture(scope="module")
def press(tmp_path_factory):
    """The press of a small campaign with two offices, one of them with an address."""
    return Press(tmp_path_factory.mktemp("campaign"), {"content/regions.csv": "\n".join(ROWS) + "\n"})


def filled_of(press, region, name="leaflet-trifold-a4"):
    job = Job("leaflet.pdf", press.campaign.formats[name], "pdf", "kenali", "id", region)
    return Filler(press.workshop()).fill(job)


def plainly(press, filled):
    """The same copy, set from its template as one document."""
    return document.make(replace(filled, body=filled.body.replace("<!--own-->", "")), press.workshop())


def letters(data: bytes):
    """Every letter with its page and place, pt: whichever was drawn first."""
    found = []
    for number, page in enumerate(pypdfium2.PdfDocument(data)):
        text = page.get_textpage()
        places = range(text.count_chars())
        boxes = [(chr(pypdfium2.raw.FPDFText_GetUnicode(text.raw, i)), text.get_charbox(i)) for i in places]
        found += [(number, letter, box) for letter, box in boxes if not letter.isspace()]
    # Places are rounded for sorting alone, to what letters of one kind are always further apart.
    return sorted(found, key=lambda each: (each[0], each[1], round(each[2][1] / 2), each[2][0]))


def structure(data: bytes):
    """Every tag with its depth, what it says of itself, and how many marks it has; each mark leads back to it."""
    with pikepdf.open(BytesIO(data)) as pdf:
        numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
        marks = {int(numbers[i]): numbers[i + 1] for i in range(0, len(numbers), 2)}
        pages = {page.objgen: int(page.StructParents) for page in pdf.pages}
        return list(_tags(pdf.Root.StructTreeRoot.K[0], 0, marks, pages))


def _tags(element, depth, marks, pages):
    attributes = element.get("/A", {})
    yield depth, str(element.S), str(element.get("/Alt", "")), len(attributes.get("/Headers", ())), len(element.K)
    for kid in element.K:
        if isinstance(kid, pikepdf.Dictionary):
            assert kid.P.objgen == element.objgen
            yield from _tags(kid, depth + 1, marks, pages)
        else:
            assert marks[pages[element.Pg.objgen]][int(kid)].objgen == element.objgen


def forget():
    copies._shell.cache_clear()
    typesetting.laid_out.cache_clear()


@pytest.mark.parametrize("format", ["leaflet-trifold-a4", "leaflet-trifold-a4-press"])
@pytest.mark.parametrize("region", ["ntb", "jatim"])
def test_letters_lie_where_they_lie_in_a_leaflet_set_as_one(press, region, format):
    """To a thirtieth of a millimetre: glyphs are spaced in thousandths of their size, which each layer rounds."""
    filled = filled_of(press, region, format)
    copy, plain = document.make(filled, press.workshop()), plainly(press, filled)
    assert copy.problems == plain.problems == ()
    assert copy.data != plain.data
    mine, theirs = letters(copy.data), letters(plain.data)
    assert [each[:2] for each in mine] == [each[:2] for each in theirs]
    off = [abs(a - b) for one, other in zip(mine, theirs, strict=True) for a, b in zip(one[2], other[2], strict=True)]
    assert max(off) <= 0.1


def test_a_screen_reader_hears_the_same_in_the_same_order(press):
    """The structure is that of a leaflet set as one, and every mark on the page leads to its tag and back."""
    filled = filled_of(press, "jatim")
    assert structure(document.make(filled, press.workshop()).data) == structure(plainly(press, filled).data)


def test_pixels_differ_by_no_more_than_the_rounding_of_letters(press):
    """Of both pages at 100 dpi at most one pixel in a thousand is another, at the edges of letters."""
    filled = filled_of(press, "jatim")
    pair = [
        [page.render(scale=100 / 72, grayscale=True).to_numpy().astype(int) for page in pypdfium2.PdfDocument(data)]
        for data in (document.make(filled, press.workshop()).data, plainly(press, filled).data)
    ]
    for mine, theirs in zip(*pair, strict=True):
        assert (abs(mine - theirs) > 1).mean() < 0.001


def test_bytes_do_not_depend_on_what_was_made_before(press):
    """Whichever office comes first, with everything kept and with nothing."""
    first, second = filled_of(press, "ntb"), filled_of(press, "jatim")
    forget()
    warm = [document.make(filled, press.workshop()).data for filled in (first, second, first)]
    forget()
    other_way = [document.make(filled, press.workshop()).data for filled in (second, first)]
    assert warm[0] == warm[2] == other_way[1]
    assert warm[1] == other_way[0]


def test_a_shell_is_set_once_for_all_offices(press):
    """Another office with as long an address finds everything there that is not its own."""
    forget()
    filled = filled_of(press, "ntb")
    document.make(filled, press.workshop())
    before = typesetting.laid_out.cache_info().misses
    other = replace(filled, body=filled.body.replace("BP3MI Nusa", "BP3MI Sunda"))
    made = document.make(other, press.workshop())
    assert "BP3MI Sunda" in pypdfium2.PdfDocument(made.data)[0].get_textpage().get_text_range()
    assert typesetting.laid_out.cache_info().misses == before


def test_a_document_without_a_part_of_the_office_has_no_layers(press):
    """The national leaflet is set as one, and so is what has two such parts or no sides."""
    national, copy = filled_of(press, "").body, filled_of(press, "ntb").body
    assert layers(national) is None
    assert layers(copy + "<!--own--><!--/own-->") is None
    assert layers(copy.replace(" data-side=", " data-page=")) is None
    shell, own = layers(copy)
    assert "BP3MI" not in shell
    assert "BP3MI" in own


def test_an_office_whose_box_does_not_fit_is_told_at_its_row(press):
    """No panel's author can shorten it: the row of the table is what is too long."""
    filled = filled_of(press, "ntb")
    body = filled.body.replace("BP3MI Nusa Tenggara Barat", "Balai Pelayanan " * 90)
    made = document.make(replace(filled, body=body), press.workshop())
    assert made.data == b""
    assert {(problem.file, problem.line) for problem in made.problems} == {("content/regions.csv", 2)}


def test_a_name_of_two_lines_is_printed_whole(press):
    """What it takes is taken from the panel above it, and never is a part of it left out."""
    name = ("Balai Pelayanan Pelindungan Pekerja Migran Indonesia " * 3)[:120].strip()
    filled = filled_of(press, "ntb")
    made = document.make(replace(filled, body=filled.body.replace("BP3MI Nusa Tenggara Barat", name)), press.workshop())
    assert made.problems == ()
    assert name in " ".join(pypdfium2.PdfDocument(made.data)[0].get_textpage().get_text_range().split())


def test_links_are_not_carried_over():
    """They would lead nowhere without a word."""
    shell, own = pikepdf.new(), pikepdf.new()
    shell.add_blank_page()
    own.add_blank_page().obj.Annots = pikepdf.Array()
    with pytest.raises(ValueError, match="links"):
        overprint(shell, own, 0)
