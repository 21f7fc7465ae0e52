"""HTML → an element tree: well-formed pages in a few regular expressions, all others as a browser reads them.

The HTML parser works letter by letter and takes longer than painting does. Pages that templates make are nearly always
written in full: every element closed in order, nothing implied, nothing to repair. Those are read here, into the tree
that the parser would make of them; at the first thing that might need its rules it gets the whole page.
"""

import re
import xml.etree.ElementTree as ET

import tinyhtml5
from tinyhtml5.constants import adjust_svg_attributes

SVG = "{http://www.w3.org/2000/svg}"
XMLNS = "{http://www.w3.org/2000/xmlns/}xmlns"
SPACE = " \t\n"

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
BLOCKS = HEADINGS | {"div", "p", "ul", "ol", "section", "header", "footer", "main", "article", "figure", "figcaption"}
INLINE = frozenset({"span", "b", "strong", "i", "em", "mark", "small"})
VOID = frozenset({"br", "img"})
SHAPES = frozenset(
    {"svg", "g", "path", "circle", "ellipse", "rect", "line", "polyline", "polygon", "defs", "use", "text", "tspan"}
    | {"linearGradient", "radialGradient", "stop", "clipPath", "mask", "pattern", "symbol"}
)
SVG_NAMES = frozenset(adjust_svg_attributes.values())  # attributes that are not all lower case

CONTROLS = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufeff]")
ATTRIBUTE = re.compile(r'[ \t\n]+([a-zA-Z][a-zA-Z0-9-]*)(?:="([^"]*)")?')
TOKEN = re.compile(r'<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:[ \t\n]+[a-zA-Z][a-zA-Z0-9-]*(?:="[^"]*")?)*)[ \t\n]*(/?)>([^<]*)')
HEAD = re.compile(r"[ \t\n]*<!doctype html>[ \t\n]*", re.IGNORECASE)
REFERENCE = re.compile("&([^;&]*);|&")
NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "#34": '"', "#39": "'", "nbsp": "\xa0"}


class _RepairError(Exception):
    """The page has something that only the rules of the HTML standard can tell the meaning of."""


def read_markup(html: str) -> ET.Element:
    """The html element of a page or fragment. HTML elements have plain names, SVG's are in their namespace."""
    try:
        return _Page().read(html)
    except _RepairError:
        root: ET.Element = tinyhtml5.parse(html, namespace_html_elements=False)
        return root


def _plain(text: str) -> str:
    """Text with its references replaced."""
    return REFERENCE.sub(_letter, text) if "&" in text else text


def _letter(match: re.Match[str]) -> str:
    letter = NAMED.get(match[1] or "")
    if letter is None:
        raise _RepairError
    return letter


class _Page:
    """A page while it is read: the open elements, the innermost last, and the one that closed last."""

    def __init__(self) -> None:
        self.open: list[tuple[str, ET.Element]] = []
        self.last: ET.Element | None = None
        self.shapes = 0  # how many open elements are SVG's
        self.stage = "start"  # then html, head, after head, body, after body, end

    def read(self, html: str) -> ET.Element:
        at = HEAD.match(html)
        if at is None or CONTROLS.search(html):
            raise _RepairError
        position, end = at.end(), len(html)
        root: ET.Element | None = None
        while position < end:
            token = TOKEN.match(html, position)
            if token is None:
                raise _RepairError
            closing, name, written, empty, text = token.groups()
            position = token.end()
            if closing:
                if written or empty:
                    raise _RepairError
                self._close(name)
            else:
                element = self._start(name, written, empty)
                root = element if root is None else root
                if name in ("style", "title"):
                    position = self._raw(html, position, name, text, element)
                    continue
            if text:
                self._text(_plain(text))
        if root is None or self.stage != "end":
            raise _RepairError
        return root

    def _start(self, name: str, written: str, empty: str) -> ET.Element:
        if self.shapes or name == "svg":
            return self._shape(name, written, empty)
        parents = [parent for parent, _ in self.open]
        if name in BLOCKS or name in INLINE or name in VOID or name in ("li", "a", "svg"):
            self._fits(name, parents)
        elif not self._structural(name, parents):
            raise _RepairError
        if empty and name not in VOID and name != "meta":
            raise _RepairError
        attributes: dict[str, str] = {}
        for key, value in ATTRIBUTE.findall(written):
            if key in attributes or not key.islower():
                raise _RepairError
            attributes[key] = _plain(value)
        return self._add(name, name, attributes, void=name in VOID or name == "meta")

    def _fits(self, name: str, parents: list[str]) -> None:
        """Whether the element may stand where it is written, so that nothing else closes for it."""
        if self.stage != "body":
            raise _RepairError
        if (name in BLOCKS or name == "li") and "p" in parents:
            raise _RepairError
        if name in HEADINGS and parents[-1] in HEADINGS:
            raise _RepairError
        if name == "li" and parents[-1] not in ("ul", "ol"):
            raise _RepairError
        if name == "a" and "a" in parents:
            raise _RepairError

    def _structural(self, name: str, parents: list[str]) -> bool:
        before = self.stage
        if name == "html" and before == "start":
            self.stage = "html"
        elif name == "head" and before == "html":
            self.stage = "head"
        elif name == "body" and before == "after head":
            self.stage = "body"
        else:
            return (name in ("style", "meta", "title") and parents[-1:] == ["head"]) or (
                name == "style" and before == "body"
            )
        return True

    def _shape(self, name: str, written: str, empty: str) -> ET.Element:
        """In SVG names keep their capitals, and an element may close itself."""
        if name not in SHAPES or self.stage != "body":
            raise _RepairError
        attributes: dict[str, str] = {}
        for key, value in ATTRIBUTE.findall(written):
            if key in attributes or not (key in SVG_NAMES or (key.islower() and key not in adjust_svg_attributes)):
                raise _RepairError
            attributes[XMLNS if key == "xmlns" else key] = _plain(value)
        if not empty:
            self.shapes += 1
        return self._add(name, SVG + name, attributes, void=bool(empty))

    def _add(self, name: str, tag: str, attributes: dict[str, str], void: bool) -> ET.Element:
        element = ET.SubElement(self.open[-1][1], tag, attributes) if self.open else ET.Element(tag, attributes)
        if void:
            self.last = element
        else:
            self.open.append((name, element))
            self.last = None
        return element

    def _close(self, name: str) -> None:
        if not self.open:
            raise _RepairError
        if self.stage == "after body":
            if name != "html":
                raise _RepairError
            self.stage = "end"
            return
        opened, element = self.open[-1]
        if opened != name:
            raise _RepairError
        if name == "body":
            self.stage = "after body"  # white space that follows still belongs to the body
            return
        if name == "html":
            raise _RepairError
        self.open.pop()
        self.last = element
        if name == "head":
            self.stage = "after head"
        if self.shapes:
            self.shapes -= 1

    def _text(self, text: str) -> None:
        if self.stage != "body" and text.strip(SPACE):
            raise _RepairError
        if self.stage in ("start", "html"):
            return  # white space before the head is dropped
        if self.last is not None:
            self.last.tail = (self.last.tail or "") + text
        else:
            inner = self.open[-1][1]
            inner.text = (inner.text or "") + text

    def _raw(self, html: str, position: int, name: str, text: str, element: ET.Element) -> int:
        """A style sheet or a title, up to its end tag: nothing in it is an element."""
        start = position - len(text)
        found = html.find("</", start)
        if found < 0 or not html.startswith(f"</{name}>", found):
            raise _RepairError
        inside = html[start:found]
        if inside:
            element.text = inside if name == "style" else _plain(inside)
        self.open.pop()
        self.last = element
        position = found + len(name) + 3
        after = html.find("<", position)
        after = len(html) if after < 0 else after
        if after > position:
            self._text(_plain(html[position:after]))
        return after
