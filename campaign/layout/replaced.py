"""Pictures inside the picture: inline ``<svg>`` and ``<img>``, their own sizes and their text."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import dataclass
from html import escape

from campaign.layout.commands import Color, Photo
from campaign.layout.elements import Element
from campaign.problems import CampaignError

Pictures = Callable[[str], str | Photo]
"""<img src> → SVG text, or a photograph's size; raises KeyError when there is none."""

NUMBER = re.compile(r"^\s*([0-9]*\.?[0-9]+)(px)?\s*$")
NAMESPACE = re.compile(r"^\{[^}]*\}")
XLINK = "{http://www.w3.org/1999/xlink}"
FALLBACK = (300.0, 150.0)  # CSS 2.1, 10.3.2: a replaced element of no size


@dataclass(frozen=True, slots=True)
class Replaced:
    """A picture's own width and height in px and its ratio of width to height; None where it has none.

    The width and height attributes of the element itself are hints to the cascade, see ``cascade.size_hints``.
    """

    width: float | None
    height: float | None
    ratio: float | None
    node: ET.Element | None  # the svg element; None of a photograph
    label: str
    is_qr: bool
    photo: Photo | None = None

    def svg(self, width: float, height: float, color: Color) -> str:
        """The SVG's text at a size, with currentColor resolved."""
        assert self.node is not None
        attributes = dict(self.node.attrib)
        attributes.pop("class", None)
        attributes.pop("style", None)
        attributes.update(width=_number(width), height=_number(height))
        if "viewBox" not in attributes and self.width and self.height:
            attributes["viewBox"] = f"0 0 {_number(self.width)} {_number(self.height)}"
        return _serialised(self.node, attributes, color, root=True)


def replaced_of(element: Element, pictures: Pictures) -> Replaced:
    """The picture that an ``<svg>`` or ``<img>`` element shows. Raises CampaignError."""
    payload = element.attributes.get("data-qr", "")
    label = payload or element.attributes.get("alt", "") or element.attributes.get("aria-label", "")
    node = element.node
    if element.tag == "img":
        shown = _image(element, pictures)
        if isinstance(shown, Photo):
            return Replaced(shown.width, shown.height, shown.width / shown.height, None, label, False, shown)
        node = shown
    attributes = node.attrib
    view = [float(part) for part in re.split(r"[\s,]+", attributes.get("viewBox", "").strip()) if _is_number(part)]
    width, height = _px(attributes.get("width", "")), _px(attributes.get("height", ""))
    ratio = view[2] / view[3] if len(view) == 4 and view[2] > 0 and view[3] > 0 else None
    if width and height:
        ratio = width / height  # the viewBox then lies inside that (SVG 2, 7.12)
    return Replaced(width, height, ratio, node, label, bool(payload))


def _image(element: Element, pictures: Pictures) -> ET.Element | Photo:
    source = element.attributes.get("src", "")
    try:
        text = pictures(source)
    except KeyError:
        hint = "pictures are files below assets/, named from there on; look for a misspelt name"
        short = source if len(source) < 80 else f"{source[:60]}…"
        problem = element.place.problem("TP004", f"there is no picture {short!r}", hint)
        raise CampaignError(problem) from None
    if isinstance(text, Photo):
        return text
    try:
        node = ET.fromstring(text)
    except ET.ParseError as error:
        raise CampaignError(element.place.problem("TP004", f"{source} is not whole SVG: {error}")) from None
    if NAMESPACE.sub("", node.tag) != "svg":
        raise CampaignError(element.place.problem("TP004", f"{source} is no SVG picture"))
    return node


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def _px(text: str) -> float | None:
    match = NUMBER.match(text)
    return float(match[1]) if match else None


def _number(value: float) -> str:
    return f"{value:.4f}".rstrip("0").rstrip(".")


def _serialised(node: ET.Element, attributes: dict[str, str], color: Color, root: bool = False) -> str:
    tag = NAMESPACE.sub("", node.tag)
    ink = _css(color)
    words = [tag]
    if root:
        words.append('xmlns="http://www.w3.org/2000/svg"')
        words.append('xmlns:xlink="http://www.w3.org/1999/xlink"')
    for name, value in attributes.items():
        plain = "xlink:" + name.removeprefix(XLINK) if name.startswith(XLINK) else NAMESPACE.sub("", name)
        if plain.startswith(("xmlns", "data-")):
            continue
        words.append(f'{plain}="{escape(_inked(value, ink))}"')
    inner = [escape(node.text or "", quote=False)]
    for child in node:
        if isinstance(child.tag, str):
            inner.append(_serialised(child, dict(child.attrib), color))
        inner.append(escape(child.tail or "", quote=False))
    content = "".join(inner)
    return f"<{' '.join(words)}>{content}</{tag}>" if content.strip() else f"<{' '.join(words)}/>"


def _inked(value: str, ink: str) -> str:
    return re.sub("currentcolor", ink, value, flags=re.IGNORECASE)


def _css(color: Color) -> str:
    if color.alpha >= 1:
        return f"#{color.red:02x}{color.green:02x}{color.blue:02x}"
    return f"rgba({color.red},{color.green},{color.blue},{_number(color.alpha)})"
