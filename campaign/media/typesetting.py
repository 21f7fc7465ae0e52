"""WeasyPrint, kept on a short leash: it reads our library and nothing else, and whatever it grumbles about is an error.

It logs what it cannot do (a missing picture, CSS that it does not know) and goes on; all of that becomes problems here.
Importing this module loads Pango and takes about a second: only ``campaign.media.document`` does, when it makes a page.
"""

import atexit
import logging
import re
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from difflib import get_close_matches
from functools import lru_cache
from importlib.resources import files
from typing import Any

from weasyprint import CSS, HTML
from weasyprint.logger import LOGGER
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

from campaign.media.fitting_pages import Setting
from campaign.media.page_proofs import Proof, pictures_of, proof_of, texts_of
from campaign.model.library import Library
from campaign.problems import Problem

ROOT = "https://campaign.invalid/"  # what relative addresses are relative to; no resolver knows this domain (RFC 2606)
FAMILY = "Manrope"
FACES = {500: "Manrope-Medium.ttf", 800: "Manrope-ExtraBold.ttf"}
TYPES = {"svg": "image/svg+xml", "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "ttf": "font/ttf"}
# WeasyPrint writes the label without a check: that tags, language, title and alternative texts are there is our tests'
# business.
PDF = {"pdf_variant": "pdf/ua-1", "pdf_tags": True}


class Shelf(URLFetcher):  # type: ignore[misc]
    """The only place that WeasyPrint may fetch from: a library's assets, and Manrope. No network, no file system."""

    def __init__(self, library: Library) -> None:
        super().__init__(allowed_protocols=())
        self.library = library
        self.refused: list[str] = []  # addresses that are not on the shelf

    def fetch(self, url: str, headers: Any = None) -> URLFetcherResponse:
        path = url.removeprefix(ROOT)
        data = self._data(path) if path != url else None
        if data is None:
            self.refused.append(url)
            raise ValueError("not in this campaign's assets")
        return URLFetcherResponse(url, data, {"Content-Type": TYPES.get(path.rsplit(".", 1)[-1], "")})

    def _data(self, path: str) -> bytes | None:
        if path.startswith("fonts/") and path.removeprefix("fonts/") in FACES.values():
            return (files("font_manrope") / "files" / path.removeprefix("fonts/")).read_bytes()
        return self.library.files[path] if path.startswith("assets/") and path in self.library else None


@contextmanager
def listening() -> Iterator[list[str]]:
    """What WeasyPrint complains about in this thread meanwhile."""
    heard: list[str] = []
    thread = threading.get_ident()

    class Ear(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if record.thread == thread:
                heard.append(record.getMessage())

    ear = Ear(logging.WARNING)
    LOGGER.addHandler(ear)
    try:
        yield heard
    finally:
        LOGGER.removeHandler(ear)


@lru_cache(maxsize=1)
def fonts() -> FontConfiguration:
    """Manrope's two weights, loaded once for a process."""
    made = FontConfiguration()
    faces = (
        f"@font-face {{ font-family: {FAMILY}; font-weight: {weight}; src: url({ROOT}fonts/{name}) }}"
        for weight, name in FACES.items()
    )
    CSS(string="".join(faces), font_config=made, url_fetcher=Shelf(Library({})))
    # It keeps copies of the fonts in a temporary folder, which it only removes while Python still stands.
    atexit.register(fonts.cache_clear)
    return made


@lru_cache(maxsize=32)
def sheet(path: str, text: str) -> tuple[CSS, tuple[Problem, ...]]:
    """A parsed style sheet and what is wrong with it; kept, because all documents of a family share it."""
    shelf = Shelf(Library({}))
    with listening() as heard:
        made = CSS(string=text, base_url=ROOT, font_config=fonts(), url_fetcher=shelf)
    return made, tuple(_complaint(message, path) for message in heard)


class Manuscript:
    """A filled template, parsed once and laid out as often as fitting asks for. Not for use in several threads."""

    def __init__(self, body: str, template: str, styles: Sequence[str], library: Library) -> None:
        """``template`` and ``styles`` are paths in the library; a missing style sheet is a problem."""
        self.template = template
        self.shelf = Shelf(library)
        self._library = library
        there = [path for path in styles if path in library]
        sheets = [sheet(path, library.text(path)) for path in there]
        self._sheets = [made for made, _ in sheets]
        self._problems = [problem for _, problems in sheets for problem in problems]
        self._problems += [
            Problem(path, None, "PR008", "the style sheet is not there") for path in styles if path not in library
        ]
        self._heard: list[str] = []
        self._html = HTML(string=body, base_url=ROOT, url_fetcher=self.shelf)
        self.root = self._html.etree_element
        self._document: Any = None
        for element in self.body.iter():
            if element.tag in BLOCKS or (isinstance(element.tag, str) and "data-tidy" in element.attrib):
                _tidy(element)

    @property
    def body(self) -> Any:
        return self.root.find("body")

    @property
    def language(self) -> str:
        return str(self.root.get("lang", ""))

    @property
    def title(self) -> str:
        return "".join(text for element in self.root.iter("title") for text in element.itertext()).strip()

    def lay_out(self, setting: Setting) -> Proof:
        """The pages under a setting; it replaces the layout before."""
        self._set(setting)
        with listening() as heard:
            self._document = self._html.render(font_config=fonts(), stylesheets=self._sheets, **PDF)
        self._heard = list(heard)
        return proof_of(self._document)

    def _set(self, setting: Setting) -> None:
        # Styles of the elements themselves, because these win over every sheet.
        if setting.size is not None:
            self.root.set("style", f"font-size: {setting.size:g}pt")
        for element in self.root.iter():
            if isinstance(element.tag, str) and "data-panel" in element.attrib:
                air = setting.air.get(element.get("data-panel"), 1)
                element.set("style", f"--air: {air:g}")

    def write(self) -> bytes:
        """The last layout as PDF, before prepress."""
        with listening() as heard:
            data: bytes = self._document.write_pdf(**PDF)
        self._heard += heard
        return data

    @property
    def families(self) -> frozenset[str]:
        """The families that the written PDF takes its letters from."""
        return frozenset(font.family for font in self._document.fonts.values())

    def lost(self, proof: Proof) -> Iterator[Problem]:
        """Texts and pictures of the template that lie on no page.

        WeasyPrint drops what runs over the page's end in a box that is out of the flow, without a word.
        """
        printed = _letters("".join(text.text for text in proof.texts))
        for text, at in texts_of(self.body):
            if (letters := _letters(text)) and letters not in printed:
                yield self._at(at, "PR009", f"“{_short(text)}” is not on the page", "its box leaves the page")
        for element, at in pictures_of(self.body):
            if id(element) not in proof.pictures and ROOT + element.get("src", "") not in self.shelf.refused:
                yield self._at(at, "PR009", "a picture is not on the page", "its box leaves the page")

    @property
    def complaints(self) -> tuple[Problem, ...]:
        """Everything that WeasyPrint did not like or could not have, up to now."""
        problems = list(self._problems)
        refused = dict.fromkeys(self.shelf.refused)
        problems += [self._refusal(url) for url in refused]
        for message in dict.fromkeys(self._heard):
            if not any(url in message for url in refused) and not self._is_decoration(message):
                problems.append(_complaint(message, self.template, in_sheet=False))
        return tuple(problems)

    def _refusal(self, url: str) -> Problem:
        path = url.removeprefix(ROOT)
        at = next((at for element, at in pictures_of(self.root) if element.get("src") == path), "")
        if path == url:
            return self._at(at, "PR007", f"“{url}” is not fetched", "print takes pictures from assets/ only")
        near = get_close_matches(path, self._library.files, n=1)
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


def _tidy(element: Any) -> None:
    """Tie a short last word to the one before it, so that it never stands alone on a line."""
    children: list[Any] = list(element)
    last = children[-1] if children else None
    text = element.text if last is None else last.tail
    words = (text or "").rstrip().rsplit(" ", 1)
    if len(words) < 2 or not words[0].strip() or len(words[1]) > LONGEST_WIDOW or len(words[0]) < LONGEST_WIDOW:
        return
    tied = "\u00a0".join(words)
    if last is None:
        element.text = tied
    else:
        last.tail = tied


BLOCKS = frozenset(("h1", "h2", "h3", "p", "li", "td", "th", "figcaption"))
LONGEST_WIDOW = 9  # letters
NO_ALT = re.compile(r'Image "(.+)" has no required alt description')
PLACE = re.compile(r",? at (\d+):(\d+)")


def _complaint(message: str, file: str, *, in_sheet: bool = True) -> Problem:
    """A message of WeasyPrint's as a problem. It counts lines within a style sheet or a style attribute."""
    place = PLACE.search(message)
    line = int(place[1]) if place and in_sheet else None
    text = PLACE.sub("", message, count=1).rstrip(".") if line else message
    return Problem(file, line, "PR010", f"the page cannot be set as written: {text}")


def _letters(text: str) -> str:
    return "".join(text.replace("\u00ad", "").split()).casefold()


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 40 else f"{words[:39]}…"
