"""Where everything of a picture lies, and what is told when a page is not understood."""

import base64

import pytest
from painting.camera import png_header

from campaign.building.inspect import canvas_of, inspect_page
from campaign.layout.commands import Canvas
from campaign.problems import StorageError, UsageError


@pytest.fixture
def inspected(tmp_path):
    """``inspected("<div id=a>…")`` is the page, laid out on 800 × 600."""

    def inspect(html: str, css: str = ""):
        (tmp_path / "page.html").write_text(html, "utf-8")
        (tmp_path / "page.css").write_text(css, "utf-8")
        return inspect_page(tmp_path / "page.html", Canvas(800, 600), (tmp_path / "page.css",))

    return inspect


def boxes(found) -> dict[str, tuple[float, float, float, float]]:
    named = [laid for laid in found.drawing.boxes if laid.id]
    return {laid.id: (laid.box.x, laid.box.y, laid.box.width, laid.box.height) for laid in named}


def test_style_elements_and_sheets_count(inspected) -> None:
    """The page's own style outweighs the sheets given beside it."""
    found = inspected("<style>#a { width: 50px }</style><div id=a></div>", "#a { width: 9px; height: 7px }")
    assert boxes(found) == {"a": (8, 8, 50, 7)}
    assert not found.problems


def test_a_box_lies_where_it_was_before_its_transform(inspected) -> None:
    """As offsetLeft tells it, not as it is painted."""
    assert boxes(inspected('<div id=a style="height:5px;transform:translate(40px, 0)"></div>'))["a"][0] == 8


def test_an_element_that_is_not_shown_has_no_size(inspected) -> None:
    """display: none is listed as browsers measure it."""
    assert boxes(inspected("<div id=a style='display:none'><p id=b></p></div>")) == {"a": (0,) * 4, "b": (0,) * 4}


def test_what_is_not_understood_is_left_out_and_told(inspected) -> None:
    """A page with a property of tomorrow is laid out without it."""
    found = inspected('<div id=a style="height:5px;width:40px;colour-mix:9"></div><blink></blink>')
    assert boxes(found)["a"][2:] == (40, 5)
    assert sorted(problem.code for problem in found.problems) == ["TP001", "TP002"]


def test_problems_name_their_line(inspected) -> None:
    """Of a style sheet, of a style attribute, of an element; comments and attributes may hold what looks like tags."""
    found = inspected(
        "<!doctype html>\n<!-- <div> \"'\n-->\n<style>\np { a: b }\n</style>\n"
        '<div\n title="1 > 0 <p>"><p style="b: c">a\n<blink>b</blink></div>'
    )
    assert [(problem.line, problem.code) for problem in found.problems] == [(5, "TP002"), (8, "TP002"), (9, "TP001")]


def test_a_mark_of_the_byte_order_is_no_text(inspected) -> None:
    """As some editors write it at the start of a file."""
    found = inspected("\ufeff<!doctype html><div id=a>a</div>")
    assert boxes(found)["a"][1] == 8
    assert [line.text for line in found.drawing.lines] == ["a"]


def test_a_data_address_is_a_picture(inspected) -> None:
    """SVG as it is or percent-encoded, other kinds in base 64; what is neither is told."""
    svg = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='30' height='40'/%3E"
    plain = "data:image/svg+xml;utf8,<svg xmlns='http://www.w3.org/2000/svg' width='7' height='9'/>"
    png = base64.b64encode(png_header(20, 10)).decode()
    found = inspected(f'<img id=a src="{svg}"><img id=b src="{plain}"><img id=c src="data:image/png;base64,{png}">')
    assert [box[2:] for box in boxes(found).values()] == [(30, 40), (7, 9), (20, 10)]
    assert not found.problems
    wrong = inspected('<img src="data:image/gif;base64,AAAA"><img src="data:image/png;base64,A">')
    assert [problem.code for problem in wrong.problems] == ["TP004", "TP004"]


def test_an_unknown_font_is_told_and_replaced(inspected) -> None:
    """Boxes are those of Manrope."""
    plain, other = inspected("<p id=a>Gaji</p>"), inspected("<p id=a style='font-family:Comic'>Gaji</p>")
    assert boxes(plain) == boxes(other)
    assert [problem.code for problem in other.problems] == ["FN001"]


def test_photographs_lie_with_their_own_size(inspected, tmp_path) -> None:
    """Looked for from the page's folder; one that cannot be read is told."""
    (tmp_path / "street.png").write_bytes(png_header(120, 40))
    (tmp_path / "torn.jpg").write_bytes(b"\xff\xd8")
    found = inspected('<img id=a src="street.png" style="height:20px"><img src="torn.jpg">')
    assert boxes(found)["a"][2:] == (60, 20)
    assert [(problem.code, problem.file) for problem in found.problems] == [("PH001", "torn.jpg")]


def test_a_file_that_is_not_there_is_told(tmp_path) -> None:
    """By its name."""
    with pytest.raises(StorageError, match=r"none\.html"):
        inspect_page(tmp_path / "none.html", Canvas(10, 10))


@pytest.mark.parametrize("text", ["800", "800x", "0x600", "800 x 600", "x", "8e2x600"])
def test_a_canvas_is_width_and_height(text) -> None:
    """Anything else is a slip in the command."""
    assert canvas_of("800x600") == Canvas(800, 600)
    with pytest.raises(UsageError):
        canvas_of(text)
