"""HTML → an element tree, as the HTML standard has it, quickly for pages that are written in full."""

import xml.etree.ElementTree as ET

import pytest
import tinyhtml5
from hypothesis import given
from hypothesis import strategies as st

from campaign.layout import markup
from campaign.layout.markup import read_markup

PAGE = (
    '<!doctype html>\n<html lang="id">\n<head>\n<meta charset="utf-8">\n<title>A &amp; b</title>\n'
    "<style>p > b { color: red }</style>\n</head>\n<body>\n{}</body>\n</html>\n"
)
REPAIRED = [
    "<p>one<p>two",
    "<ul><li>one<li>two</ul>",
    "<p><div>a block in a paragraph</div></p>",
    "<b><i>crossed</b></i>",
    "<a>a link<a>in a link</a></a>",
    "<h1>one<h2>two</h2></h1>",
    "<table><tr><td>cell</td></tr></table>",
    "<p>a &copy; b &notit; c & d</p>",
    "<p class=unquoted id='single'>words</p>",
    "<p class='x' class='y'>words</p>",
    "<P>capitals</P>",
    "<!-- a comment --><p>words</p>",
    "<svg><title>words</title><p>out of it</p></svg>",
    '<svg viewbox="0 0 1 1"><LINEARGRADIENT/></svg>',
    "<div/>words",
    "words</body> and more",
    "<p>no end",
    "</p>",
    "<br></br>",
    "a \r\n b \0 c",
    "<script>1 < 2</script>",
    "<div style='a'>&#150;&#x41;</div>",
]

names = st.sampled_from(
    ["div", "p", "span", "b", "b", "em", "mark", "ul", "ol", "li", "h1", "h2", "a", "main", "small"]
)
shapes = st.sampled_from(["g", "path", "rect", "linearGradient", "clipPath", "text", "title", "p"])
words = st.text(st.sampled_from("ab \n\t\xa0é&;<>\"'"), max_size=6)
attributes = st.dictionaries(st.sampled_from(["class", "id", "viewBox", "data-at", "Hidden", "xlink:href"]), words)


def written(name: str, given: dict[str, str], inside: list[str], end: str = "") -> str:
    pairs = "".join(f' {key}="{escaped(value)}"' for key, value in given.items())
    return f"<{name}{pairs}>{''.join(inside)}{end or f'</{name}>'}"


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


svgs = st.recursive(
    words.map(escaped) | st.builds("<path {}/>".format, st.sampled_from(["", 'd="M0 0"'])),
    lambda inner: st.builds(written, shapes, attributes, st.lists(inner, max_size=3)),
    max_leaves=4,
).map(lambda inner: f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1">{inner}</svg>')
bodies = st.recursive(
    words.map(escaped) | svgs | st.sampled_from(["<br>", "<br />", '<img src="a">', "<style>a{}</style>"]),
    lambda inner: st.builds(written, names, attributes, st.lists(inner, max_size=4)),
    max_leaves=12,
)


def as_browsers(html: str) -> ET.Element:
    root: ET.Element = tinyhtml5.parse(html, namespace_html_elements=False)
    return root


def told(element: ET.Element) -> tuple[object, ...]:
    """Everything that an element holds, order included."""
    children = [told(child) for child in element]
    return element.tag, list(element.attrib.items()), element.text, element.tail, children


@given(bodies)
def test_a_page_is_read_as_the_standard_has_it(body: str) -> None:
    """Whatever nests in whatever, the tree is the one that the HTML parser makes."""
    page = PAGE.replace("{}", body)
    assert told(read_markup(page)) == told(as_browsers(page))


@given(bodies, st.data())
def test_a_damaged_page_is_read_as_the_standard_has_it(body: str, data: st.DataObject) -> None:
    """With a stretch cut out anywhere, the tree is the one that the HTML parser makes."""
    page = PAGE.replace("{}", body)
    start = data.draw(st.integers(0, len(page)))
    page = page[:start] + page[start + data.draw(st.integers(1, 9)) :]
    assert told(read_markup(page)) == told(as_browsers(page))


@pytest.mark.parametrize("body", REPAIRED)
def test_what_browsers_repair_is_repaired(body: str) -> None:
    """Elements that are not closed, crossed, misplaced or abbreviated become what they become in a browser."""
    page = PAGE.replace("{}", body)
    assert told(read_markup(page)) == told(as_browsers(page))


@pytest.mark.parametrize("html", ["", "words", "<p>a fragment</p>", "<html><body>no doctype</body></html>"])
def test_a_fragment_becomes_a_page(html: str) -> None:
    """What is no whole page gets the elements that browsers add."""
    assert told(read_markup(html)) == told(as_browsers(html))


def test_a_page_written_in_full_needs_no_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    """The slow parser is not asked for a page that closes all it opens."""
    monkeypatch.setattr(markup, "tinyhtml5", None)
    body = '<ol class="x">\n<li><b>One</b>&nbsp;two<br>\n<svg viewBox="0 0 1 1"><path d="M0 0" /></svg></li>\n</ol>'
    root = read_markup(PAGE.replace("{}", body))
    assert [element.tag for element in root.iter()][-6:] == [
        "ol",
        "li",
        "b",
        "br",
        f"{markup.SVG}svg",
        f"{markup.SVG}path",
    ]
