"""HTML → a tree of elements that know where they were written."""

import dataclasses
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from cssselect2 import ElementWrapper

from campaign.layout.markup import SVG, read_markup
from campaign.layout.nearest import INSTEAD_OF_ELEMENTS, nearest
from campaign.problems import Problem

KNOWN = frozenset(
    {"html", "head", "style", "body", "div", "span", "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "b"}
    | {"strong", "i", "em", "mark", "br", "img", "svg", "section", "header", "footer", "main", "article", "figure"}
    | {"figcaption", "small", "a", "nav", "aside", "blockquote", "dl", "dt", "dd", "address", "hgroup", "hr"}
    | {"u", "ins", "cite", "dfn", "var", "time", "sub", "sup"}
)
SILENT = frozenset({"title", "meta"})  # allowed in the head: nothing of theirs is ever painted


@dataclass(frozen=True, slots=True)
class Place:
    """Where something was written; ``line`` counts from 1, None where only the file is known."""

    file: str
    line: int | None

    def problem(self, code: str, message: str, hint: str = "") -> Problem:
        return Problem(self.file, self.line, code, message, hint)


@dataclass(eq=False, slots=True)
class Element:
    """An element of the picture. ``field`` is the content field that its words come from, "" when none is named."""

    tag: str
    attributes: dict[str, str]
    place: Place
    field: str
    ornament: bool  # inside aria-hidden="true": may leave the canvas and the safe box
    node: ET.Element
    wrapper: Any  # cssselect2's view of the node
    parent: "Element | None"
    children: list["Element | str"] = dataclasses.field(default_factory=list)

    @property
    def name(self) -> str:
        """The element as an author would point at it: "p.lead"."""
        classes = self.attributes.get("class", "").split()
        return ".".join([self.tag, *classes])

    @property
    def label(self) -> str:
        """What problems call it: the field of the content where one is named, else its tag and classes."""
        return self.field or self.name

    def ancestors(self) -> Iterator["Element"]:
        """The elements around this one, the nearest first."""
        around = self.parent
        while around is not None:
            yield around
            around = around.parent

    def descendants(self) -> Iterator["Element"]:
        """This element and all below it, in document order."""
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.descendants()


@dataclass(frozen=True, slots=True)
class StyleElement:
    """The text of a ``<style>`` element, and where its first line stands."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Document:
    root: Element
    styles: tuple[StyleElement, ...]
    problems: tuple[Problem, ...]


def parse(html: str, name: str) -> Document:
    """The elements of an HTML page or fragment; ``name`` is the file that problems name where no ``data-at`` does."""
    root = read_markup(html)
    reader = _Reader()
    element = reader.element(ElementWrapper.from_html_root(root), Place(name, None), None)
    assert element is not None  # the parser always makes an html element
    return Document(element, tuple(reader.styles), tuple(reader.problems))


class _Reader:
    def __init__(self) -> None:
        self.styles: list[StyleElement] = []
        self.problems: list[Problem] = []

    def element(self, wrapper: Any, place: Place, parent: Element | None) -> Element | None:
        node: ET.Element = wrapper.etree_element
        attributes = dict(node.attrib)
        place = _place(attributes.get("data-at", ""), place)
        tag = node.tag.removeprefix(SVG) if isinstance(node.tag, str) else ""
        if tag == "style":
            self.styles.append(StyleElement("".join(node.itertext()), place))
            return None
        if tag in SILENT:
            return None
        if tag not in KNOWN:
            other, instead = nearest(tag, KNOWN), INSTEAD_OF_ELEMENTS.get(tag, "")
            hint = f"the nearest element is <{other}>" if other else "pictures know " + " ".join(sorted(KNOWN))
            hint = f"instead: {instead}" if instead else hint
            self.problems.append(place.problem("TP001", f"pictures do not know the element <{tag}>", hint))
            return None
        found = Element(
            tag=tag,
            attributes=attributes,
            place=place,
            field=attributes.get("data-field", parent.field if parent else ""),
            ornament=(parent is not None and parent.ornament) or attributes.get("aria-hidden") == "true",
            node=node,
            wrapper=wrapper,
            parent=parent,
        )
        if tag not in ("svg", "head", "img", "br", "hr"):
            self._children(found, wrapper)
        elif tag == "head":
            self._children(found, wrapper)
            found.children.clear()
        return found

    def _children(self, parent: Element, wrapper: Any) -> None:
        node = parent.node
        if node.text:
            parent.children.append(node.text)
        wrappers = iter(wrapper.iter_children())  # these leave comments out
        for inner in node:
            if isinstance(inner.tag, str):
                element = self.element(next(wrappers), parent.place, parent)
                if element is not None:
                    parent.children.append(element)
            if inner.tail:
                parent.children.append(inner.tail)


def _place(at: str, outer: Place) -> Place:
    """``data-at="templates/social/tactic.html:12"`` as a place; the outer element's place when there is none."""
    file, colon, line = at.rpartition(":")
    if colon and line.isdigit():
        return Place(file, int(line))
    return Place(at, None) if at else outer
