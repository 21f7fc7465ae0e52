"""Which declaration wins."""

import pytest

from campaign.layout.commands import Color, DrawText

RED, BLUE = Color(255, 0, 0), Color(0, 0, 255)


def inks(drawing) -> list[Color]:
    return [c.ink for c in drawing.commands if isinstance(c, DrawText)]


@pytest.mark.parametrize(
    ("css", "style"),
    [
        ("p { color: blue } p { color: red }", ""),
        ("p.a { color: red } p { color: blue }", ""),
        ("#i { color: red } p.a { color: blue }", ""),
        ("p { color: red !important } #i { color: blue }", "color: blue"),
        ("p { color: blue }", "color: red"),
        ("body { color: red } p { color: inherit }", ""),
        ("body { color: blue } p { color: initial } p { color: red }", ""),
        (":root { --ink: red } p { color: var(--ink) }", ""),
        (":root { --ink: blue } .a { --ink: red } p { color: var(--ink) }", ""),
        ("p { color: var(--none, red) }", ""),
        (":root { --base: 255, 0, 0; --ink: rgb(var(--base)) } p { color: var(--ink) }", ""),
        ("p:first-child { color: red } p:nth-child(2) { color: blue }", ""),
        ("body > p:not(.b) { color: red }", ""),
    ],
)
def test_the_right_declaration_wins(lay, css: str, style: str) -> None:
    """Order, specificity, importance, inheritance and custom properties, as in CSS Cascading 4: the text is red."""
    assert inks(lay(f'<p id=i class=a style="{style}">a</p>', css)) == [RED]


def test_style_elements_come_after_sheets(lay) -> None:
    """A page's own style outweighs the shared sheets."""
    assert inks(lay("<style>p { color: red }</style><p>a</p>", "p { color: blue }")) == [RED]


def test_bolder_counts_from_its_parent(lay) -> None:
    """<b> in light text is bold, in bold text heavier."""
    drawing = lay('<p>a<b>b</b></p><p style="font-weight:800">c<b>d</b></p>')
    weights = {c.text: c.font.weight for c in drawing.commands if isinstance(c, DrawText)}
    assert weights == {"a": 400, "b": 700, "c": 800, "d": 900}


def test_line_height_as_a_number_follows_the_font_size(lay, rect) -> None:
    """A number is inherited as it is, a length as it came out."""
    drawing = lay(
        '<div style="line-height:2"><p id=a style="font-size:20px">a</p></div>'
        '<div style="line-height:2em"><p id=b style="font-size:20px">b</p></div>'
    )
    assert (rect(drawing, "a").height, rect(drawing, "b").height) == (40, 20)
