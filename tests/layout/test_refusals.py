"""What the subset does not know is refused by name, file and line, with the nearest thing that works."""

import pytest

SHEET = "h1 { color: red; }\n"


@pytest.mark.parametrize(
    ("css", "code", "words"),
    [
        ("p { colour: red }", "TP002", ["colour", "color"]),
        ("p { float: left }", "TP002", ["float", "display: flex"]),
        ("p { grid-template-columns: 1fr }", "TP002", ["grid-template-columns", "display: flex"]),
        ("p { visibility: hidden }", "TP002", ["opacity: 0"]),
        ("p { overflow-wrap: anywhere }", "TP002", ["never broken"]),
        ("p { background-size: cover }", "TP002", ["object-fit"]),
        ("p { animation-name: a }", "TP002", ["stands still"]),
        ("p { overflow: clip }", "TP003", ["hidden"]),
        ("p { background: red, blue }", "TP003", ["one colour"]),
        ("p { display: inline grid }", "TP003", ["inline-flex"]),
        ("p { display: grid }", "TP003", ["understood: grid", "flex"]),
        ("p { width: 3 }", "TP003", ["understood: 3", "3px"]),
        ("p { width: 3ch }", "TP003", ["ch is not known"]),
        ("p { width: -3px }", "TP003", ["negative"]),
        ("p { color: reddish }", "TP003", ["#RRGGBB"]),
        ("p { position: sticky }", "TP003", ["nothing scrolls"]),
        ("p { width: clamp(1px, 2px) }", "TP003", ["clamp()"]),
        ("p { width: min(1px, 2) }", "TP003", ["min()"]),
        ("p { border: 1px double red }", "TP003", ["dashed"]),
        ("p { background: url(a.png) }", "TP003", ["linear-gradient"]),
        ("p { text-align: justify }", "TP003", ["center"]),
        ("p { transform: skew(3deg) }", "TP003", ["rotate()"]),
        ("p { width: calc(1px + 2) }", "TP003", ["calc()"]),
        ("p { z-index: -1 }", "TP003", ["0 or more"]),
        ("p { color: var(--nowhere) }", "TP003", ["--nowhere"]),
        ("p { --a: 3ch; width: var(--a) }", "TP003", ["var(--a)", "3ch"]),
        ("p { --a: var(--b); --b: var(--a); width: var(--a) }", "TP003", ["--a"]),
        ("@import 'a.css';", "TP005", ["@import"]),
        ("@font-face { font-family: a; width: 1px }", "TP005", ["@font-face", "src"]),
        ("@supports (gap: 1px) { p { width: 1px } }", "TP005", ["@supports"]),
        ("@media print { p { width: 1px } }", "TP005", ["print"]),
        ("@media (min-widht: 3px) { p { width: 1px } }", "TP005", ["min-widht"]),
        ("@media (width: 1px) and (height: 1px) or (width: 2px) { p { width: 1px } }", "TP005", ["brackets"]),
        ("@media (1px < width > 2px <) { p { width: 1px } }", "TP005", ["400px <= width"]),
        ("@media screen and { p { width: 1px } }", "TP005", ["joined by and"]),
        ("@media (min-width: 9999px) { p { colour: red } }", "TP002", ["colour"]),
        ("p::before { width: 1px }", "TP006", ["pseudo-elements"]),
        ("p:nonsense { width: 1px }", "TP006", ["p:nonsense"]),
        ("p { width 3px }", "TP007", []),
        ("p { --fit-min: 2em }", "TP003", ["--fit-min", "px"]),
        ("p { --fit-lines: 2 }", "TP003", ["--fit-min"]),
    ],
)
def test_style_sheet_is_refused_at_its_line(refused, css: str, code: str, words: list[str]) -> None:
    """One problem, at the second line of the sheet, naming what is wrong."""
    [problem] = refused("<p>a</p>", SHEET + css)
    assert (problem.file, problem.line, problem.code) == ("page.css", 2, code)
    for word in words:
        assert word in f"{problem.message} {problem.hint}"


def test_all_problems_are_told_at_once(refused) -> None:
    """Sheets, elements, style attributes and pictures, each once, in order."""
    body = """
    <div data-at="templates/a.html:3"><table data-at="templates/a.html:4"></table>
    <p data-at="templates/a.html:7" style="colour:red">a</p><img src="no.svg" data-at="templates/a.html:8"></div>
    """
    problems = refused(body, "p { float: left }\np { colour: red }")
    assert [(p.file, p.line, p.code) for p in problems] == [
        ("page.css", 1, "TP002"),
        ("page.css", 2, "TP002"),
        ("templates/a.html", 4, "TP001"),
        ("templates/a.html", 7, "TP002"),
        ("templates/a.html", 8, "TP004"),
    ]


def test_unknown_element_names_its_line_and_the_nearest(refused) -> None:
    """<artcle> is nearly <article>."""
    [problem] = refused('<artcle data-at="templates/a.html:4"></artcle>')
    assert (problem.line, problem.code) == (4, "TP001")
    assert "<article>" in problem.hint


def test_without_data_at_the_page_is_named(refused) -> None:
    """A page that filling did not mark has a name and no line."""
    [problem] = refused("<blink></blink>")
    assert (problem.file, problem.line) == ("templates/page.html", None)


def test_style_element_is_refused_at_its_own_lines(refused) -> None:
    """Lines count on from the element's."""
    [problem] = refused('<style data-at="templates/a.html:10">p { width: 1px }\n\np { colour: red }</style>')
    assert (problem.file, problem.line) == ("templates/a.html", 12)


def test_missing_character_is_named(refused) -> None:
    """No empty boxes are painted."""
    [problem] = refused('<p data-field="title">snow ☃</p>')
    assert problem.code == "TX001"
    assert problem.hint == "write it another way"
    assert "U+2603" in problem.message
    assert "title" in problem.message


def test_block_inside_inline_text_is_refused(refused) -> None:
    """Nothing is split in silence."""
    [problem] = refused("<section>a <span>b <div>c</div></span></section>")
    assert problem.code == "TP008"


def test_an_element_that_browsers_know_is_refused_with_what_works(refused) -> None:
    """A table is no misspelt style."""
    [problem] = refused("<table></table>")
    assert (problem.code, "display: flex" in problem.hint) == ("TP001", True)


def test_an_absolute_box_in_relative_inline_text_is_refused(refused) -> None:
    """Text that is broken over lines is no box to lie in; an item of a flex container is one."""
    inside = '<b style="position:relative">b<i style="position:absolute;top:0">c</i></b>'
    [problem] = refused(f"<p>a {inside}</p>", "div { display: flex }")
    assert problem.code == "TP008"


def test_words_that_no_box_would_hold_are_refused(refused) -> None:
    """display: contents has no style for them."""
    [problem] = refused('<div><div style="display:contents">a</div></div>')
    assert problem.code == "TP008"


def test_a_picture_that_shows_nothing_is_refused(refused) -> None:
    """Hiding the root leaves no picture."""
    [problem] = refused("<p>a</p>", "html { display: none }")
    assert problem.code == "TP008"


def test_oval_corner_is_refused(refused) -> None:
    """A percentage on an oblong makes an ellipse, which no command draws."""
    [problem] = refused('<div style="width:20px;height:10px;border-radius:50%;background:red"></div>')
    assert problem.code == "TP003"


def test_picture_that_is_no_svg_is_refused(refused) -> None:
    """Only SVG is drawn."""
    [problem] = refused('<img src="a.png">', pictures={"a.png": "\x89PNG"})
    assert problem.code == "TP004"


def test_what_browsers_alone_need_is_accepted(lay) -> None:
    """Prefixed hints to a browser, and where it finds a font, have no effect here."""
    assert lay("<p>a</p>", "@font-face { font-family: Manrope; src: url(a.ttf); font-weight: 500 }").lines
    css = "p { -webkit-font-smoothing: antialiased; print-color-adjust: exact; -webkit-print-color-adjust: exact }"
    assert lay("<p>a</p>", css).lines[0].text == "a"
