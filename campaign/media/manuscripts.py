"""A filled template on its way to print: parsed, divided into sides, laid out, written; and what went wrong on it."""

import re
from collections.abc import Callable, Iterator, Sequence
from copy import copy
from difflib import get_close_matches
from hashlib import sha256
from io import BytesIO
from typing import Any
from urllib.parse import urljoin
from xml.etree.ElementTree import Element, tostring

import pikepdf
from cssselect2 import ElementWrapper
from weasyprint import HTML

from campaign.media.fingerprints import fingerprint_of_assets
from campaign.media.fitting_pages import Setting
from campaign.media.inks import Inks
from campaign.media.page_proofs import AIR, Proof, panels_of, pictures_of, texts_of
from campaign.media.prepress import prepare
from campaign.media.typesetting import PDF, ROOT, LaidSide, Shelf, Side, laid_out, laid_out_anew, listening, sheet
from campaign.model.library import Library
from campaign.problems import Problem

BLOCKS = frozenset(("h1", "h2", "h3", "p", "li", "td", "th", "figcaption"))
LONGEST_WIDOW = 9  # letters
NUMBER = r"[0-9]+(\.[0-9]+)?"
# Attributes of our own: what they may say, and an example.
RULES = {
    "data-pages": (r"[1-9][0-9]*", 'data-pages="2"'),
    "data-sizes": (rf"{NUMBER}( {NUMBER})*", 'data-sizes="11 10 9.5"'),
    "data-safe": (NUMBER, 'data-safe="10"'),
    "data-least": (NUMBER, 'data-least="24"'),
    "data-folds": ("none", 'data-folds="none"'),
    "data-panel": (r".+", 'data-panel="cover"'),
    "data-air": ("|".join(AIR), 'data-air, data-air="padding" or data-air="height"'),
    "data-air-most": (NUMBER, 'data-air-most="1.5"'),
    "data-spare": (NUMBER, 'data-spare="28"'),
}
HYPHENS = "-\u00ad\u2010\u2011"
NO_ALT = re.compile(r'Image "(.+)" has no required alt description')
SPACE_IN_NUMBER = re.compile(r"(?<=[0-9)]) (?=[0-9(])")
PLACE = re.compile(r",? at (\d+):(\d+)")


class Manuscript:
    """A filled template, parsed once and laid out as often as fitting asks for.

    Where the children of ``<body>`` all have ``data-side``, each is laid out by itself and kept: it begins on a new
    page, and an unchanged one costs nothing. Not for use in several threads.
    """

    def __init__(self, body: str, template: str, styles: Sequence[str], library: Library) -> None:
        """``template`` and ``styles`` are paths in the library; a missing style sheet is a problem."""
        self.template = template
        self._library = library
        self._styles = {path: library.text(path) for path in styles if path in library}
        self._missing = [path for path in styles if path not in library]
        self._html = HTML(string=body, base_url=ROOT, url_fetcher=Shelf(library))
        self.root = self._html.etree_element
        self._tidy()
        self._sides = list(self._divided())
        self._lay_out: Callable[[Side, Setting], LaidSide] = laid_out
        self._laid: list[LaidSide] = []
        self._document: Any = None
        self._heard: list[str] = []

    @property
    def body(self) -> Any:
        return self.root.find("body")

    @property
    def language(self) -> str:
        return str(self.root.get("lang", ""))

    @property
    def title(self) -> str:
        return "".join(text for element in self.root.iter("title") for text in element.itertext()).strip()

    @property
    def spares(self) -> dict[str, float]:
        """Panels with a spare picture (``data-spare``), and the room that must be left for it, mm."""
        return {
            name: float(spare.get("data-spare"))
            for name, panel in panels_of(self.root)
            for spare in panel.iterfind(".//*[@data-spare]")
        }

    @property
    def panels(self) -> frozenset[str]:
        return frozenset(name for name, _ in panels_of(self.root))

    @property
    def pictures(self) -> list[tuple[str, str]]:
        """The address of every picture, and its ``data-at``."""
        return [(str(element.get("src", "")), at) for element, at in pictures_of(self.root)]

    def keep_side_with_panels(self) -> int:
        """Lay out this side alone from now on; its number among the sides, from 0. For what comes once."""
        [(number, side)] = ((number, side) for number, side in enumerate(self._sides) if side.panels)
        self._sides, self._lay_out = [side], laid_out_anew
        return number

    def _tidy(self) -> None:
        for element in self.body.iter():
            if not isinstance(element.tag, str):
                continue
            if element.get("class") == "channel" and element.text:
                element.text = SPACE_IN_NUMBER.sub("\u00a0", element.text)
            if element.tag in BLOCKS or "data-tidy" in element.attrib:
                _tie_last_words(element)

    def _divided(self) -> Iterator[Side]:
        children = list(self.body)
        roots = [self.root]
        if len(children) > 1 and all("data-side" in child.attrib for child in children):
            roots = [self._alone(child) for child in children]
        shared = sha256(repr([*self._styles.items(), fingerprint_of_assets(self._library)]).encode())
        sheets = tuple(sheet(text)[0] for text in self._styles.values())
        for root in roots:
            key = shared.copy()
            key.update(tostring(root))
            html = copy(self._html)
            html.etree_element = root
            html.wrapper_element = ElementWrapper.from_html_root(root, content_language=None)
            html.url_fetcher = shelf = Shelf(self._library)
            yield Side(key.hexdigest(), html, sheets, shelf, frozenset(name for name, _ in panels_of(root)))

    def _alone(self, child: Any) -> Any:
        """The whole document with this one child in its body."""
        root, body = Element(self.root.tag, self.root.attrib), Element("body", self.body.attrib)
        body.append(child)
        root.extend([*(element for element in self.root if element is not self.body), body])
        return root

    @property
    def misuses(self) -> Iterator[Problem]:
        """Attributes that do not say what they should; with one of them nothing is laid out."""
        for element in self.root.iter():
            if element.tag == "th" and element.get("scope") not in ("row", "col"):
                message = "a table's header does not say which cells it is for"
                hint = 'write <th scope="row"> or <th scope="col">'
                yield self._at(element.get("data-at", ""), "PR018", message, hint)
            for name, (rule, example) in RULES.items():
                value = element.get(name)
                if value is not None and not re.fullmatch(rule, value):
                    message = f'{name}="{value}" is not understood'
                    yield self._at(element.get("data-at", ""), "PR016", message, f"write it like {example}")

    def lay_out(self, setting: Setting) -> Proof:
        """The pages under a setting; it replaces the layout before."""
        self._laid = [self._lay_out(side, setting.only(side.panels)) for side in self._sides]
        return Proof(tuple(page for laid in self._laid for page in laid.pages))

    def write(self) -> bytes:
        """The last layout as PDF, before prepress."""
        pages = [page for laid in self._laid for page in laid.document.pages]
        self._document = self._laid[0].document.copy(pages)
        with listening() as self._heard:
            data: bytes = self._document.write_pdf(**PDF)
        return data

    def prepared(self, inks: Inks | None) -> tuple[pikepdf.Pdf, bytes]:
        """The last layout, tagged and separated, and 32 bytes that tell it from others; whoever takes it closes it."""
        data = self.write()
        pdf = pikepdf.open(BytesIO(data))
        prepare(pdf, inks)
        return pdf, sha256(data).digest()

    @property
    def families(self) -> frozenset[str]:
        """The families that the written PDF takes its letters from."""
        return frozenset(font.family for font in self._document.fonts.values())

    @property
    def lost(self) -> Iterator[Problem]:
        """Texts and pictures of the template that lie on no page.

        WeasyPrint drops what runs over the page's end in a box that is out of the flow, without a word.
        """
        for laid in self._laid:
            printed = _letters("".join(text.text for page in laid.pages for text in page.texts))
            body = laid.html.etree_element.find("body")
            for text, at in texts_of(body):
                if (letters := _letters(text)) and letters not in printed:
                    yield self._at(at, "PR009", f"“{_short(text)}” is not on the page", "its box leaves the page")
            for element, at in pictures_of(body):
                if id(element) not in laid.pictures and _address(element) not in laid.refused:
                    yield self._at(at, "PR009", "a picture is not on the page", "its box leaves the page")

    @property
    def complaints(self) -> Iterator[Problem]:
        """Everything that WeasyPrint did not like or could not have, up to now."""
        for path in self._missing:
            yield Problem(path, None, "PR008", "the style sheet is not there", "see styles in the family's format.yaml")
        for path, text in self._styles.items():
            yield from (_complaint(message, path) for message in sheet(text)[1])
        refused = dict.fromkeys(url for laid in self._laid for url in laid.refused)
        yield from (self._refusal(url) for url in refused)
        for message in dict.fromkeys((*(text for laid in self._laid for text in laid.heard), *self._heard)):
            if not any(url in message for url in refused) and not self._is_decoration(message):
                yield _complaint(message, self.template, in_sheet=False)

    def _refusal(self, url: str) -> Problem:
        path = url.removeprefix(ROOT)
        at = next((at for element, at in pictures_of(self.root) if _address(element) == url), "")
        if path == url:
            return self._at(at, "PR007", f"“{url}” is not fetched", "print takes pictures from assets/ only")
        near = get_close_matches(path, self._library.under("assets"), n=1)
        hint = f"is it “{near[0]}”?" if near else "put the file into assets/"
        return self._at(at, "PR008", f"the picture “{path}” is not there", hint)

    def _is_decoration(self, message: str) -> bool:
        """Whether a picture was said to have no alternative text that has an empty one on purpose."""
        match = NO_ALT.fullmatch(message)
        pictures = (element for element, _ in pictures_of(self.root))
        return match is not None and all(e.get("alt") == "" for e in pictures if e.get("src") == match[1])

    def _at(self, at: str, code: str, message: str, hint: str) -> Problem:
        file, _, line = at.rpartition(":")
        return Problem(file or self.template, int(line) if file else None, code, message, hint)


def _complaint(message: str, file: str, *, in_sheet: bool = True) -> Problem:
    """A message of WeasyPrint's as a problem. It counts lines within a style sheet or a style attribute."""
    place = PLACE.search(message)
    line = int(place[1]) if place and in_sheet else None
    text = PLACE.sub("", message, count=1).rstrip(".") if line else message
    return Problem(file, line, "PR010", f"the page cannot be set as written: {text.replace(ROOT, '')}")


def _tie_last_words(element: Any) -> None:
    """Tie a short last word to the one before it, so that it never stands alone on a line."""
    children = list(element)
    text = children[-1].tail if children else element.text
    words = (text or "").rstrip().rsplit(" ", 1)
    if len(words) < 2 or len(words[1]) > LONGEST_WIDOW or len(words[0].strip()) < LONGEST_WIDOW:
        return
    tied = "\u00a0".join(words)
    if children:
        children[-1].tail = tied
    else:
        element.text = tied


def _address(element: Any) -> str:
    """What a picture is fetched from."""
    return urljoin(ROOT, str(element.get("src", "")))


def _letters(text: str) -> str:
    """Text as far as setting does not change it: breaking a line takes spaces away and adds hyphens."""
    return "".join(character for character in text.casefold() if character not in HYPHENS and not character.isspace())


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 40 else f"{words[:39]}…"
