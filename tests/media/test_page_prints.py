"""What was measured on a page counts for another one only where the two look the same."""

from io import BytesIO

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from campaign.media.page_prints import page_print
from campaign.media.painted_area import painted


def one(content=b"0 g /a gs 10 10 20 20 re f", opacity=1, before=0, box=(0, 0, 100, 100)) -> bytes:
    """A page with a square; ``before`` it so many other objects stand in the file."""
    pdf = pikepdf.new()
    pdf.Root.Others = Array([pdf.make_indirect(Dictionary(Count=number)) for number in range(before)])
    state = pdf.make_indirect(Dictionary(Type=Name.ExtGState, ca=opacity))
    page = pdf.add_blank_page(page_size=(100, 100))
    page.obj.MediaBox = Array(box)
    page.obj.Resources = Dictionary(ExtGState=Dictionary(a=state))
    page.obj.Contents = pdf.make_stream(content)
    out = BytesIO()
    pdf.save(out, static_id=True)
    return out.getvalue()


def print_of(data: bytes) -> str:
    with pikepdf.open(BytesIO(data)) as pdf:
        return page_print(pdf, pdf.pages[0])


def test_the_same_page_in_another_file_has_the_same_print():
    """Numbers of objects differ from file to file, and draw nothing."""
    assert one() != one(before=5)
    assert print_of(one()) == print_of(one(before=5))


@pytest.mark.parametrize(
    "other", [{"content": b"0 g /a gs 10 10 20 21 re f"}, {"opacity": 0}, {"box": (0, 0, 100, 90)}], ids=str
)
def test_what_changes_the_look_changes_the_print(other):
    """What is drawn, what it is drawn with, and where the page ends."""
    assert print_of(one()) != print_of(one(**other))


def test_a_page_that_looks_different_is_measured_anew():
    """A square that is not there takes no toner."""
    assert painted(one())[0].coverage == pytest.approx(0.04, abs=0.01)
    assert painted(one(opacity=0))[0].coverage == 0
