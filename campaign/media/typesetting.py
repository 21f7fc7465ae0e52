"""WeasyPrint, kept on a short leash: it reads our library and nothing else, and whatever it grumbles about is noted.

It logs what it cannot do (a missing picture, CSS that it does not know) and goes on; here that is caught.
Importing this module loads Pango and takes about a second: only ``campaign.media.document`` does, when it makes a page.
"""

import atexit
import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from shutil import rmtree
from typing import Any

from weasyprint import CSS
from weasyprint.logger import LOGGER
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

from campaign.media.fitting_pages import Setting
from campaign.media.page_proofs import Page, pages_of, panels_of
from campaign.model.library import Library

ROOT = "https://campaign.invalid/"  # what relative addresses are relative to; no resolver knows this domain (RFC 2606)
FAMILY = "Manrope"
FACES = {500: "Manrope-Medium.ttf", 800: "Manrope-ExtraBold.ttf"}
TYPES = {"svg": "image/svg+xml", "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "ttf": "font/ttf"}
# WeasyPrint writes the label without a check: that tags, language, title and alternative texts are there is our tests'
# business.
PDF = {"pdf_variant": "pdf/ua-1", "pdf_tags": True}
SIDES_KEPT = 12  # of a leaflet's two, the inside is the same for all regions


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
    # It keeps copies of the fonts in a temporary folder, and leaves them there while anything still refers to it.
    atexit.register(rmtree, made._folder, ignore_errors=True)
    return made


@lru_cache(maxsize=32)
def sheet(text: str) -> tuple[CSS, tuple[str, ...]]:
    """A parsed style sheet and the complaints about it; kept, because all documents of a family share it."""
    with listening() as heard:
        made = CSS(string=text, base_url=ROOT, font_config=fonts(), url_fetcher=Shelf(Library({})))
    return made, tuple(heard)


@dataclass(frozen=True, slots=True)
class Side:
    """A part of a document that is laid out by itself. Two with the same ``key`` come out the same."""

    key: str  # fingerprint of all that it is made from
    html: Any = field(compare=False)  # weasyprint.HTML; fetches from ``shelf``
    sheets: tuple[Any, ...] = field(compare=False)  # weasyprint.CSS
    shelf: Shelf = field(compare=False)
    panels: frozenset[str] = field(compare=False)  # names


@dataclass(frozen=True, slots=True)
class LaidSide:
    """``pictures`` are the elements of ``html`` that came to lie on a page."""

    html: Any
    document: Any  # weasyprint.Document
    pages: tuple[Page, ...]
    pictures: frozenset[int]
    heard: tuple[str, ...]
    refused: tuple[str, ...]


@lru_cache(maxsize=SIDES_KEPT)
def laid_out(side: Side, setting: Setting) -> LaidSide:
    """The pages of a side under a setting; kept, because regional copies share the sides that name no region."""
    return laid_out_anew(side, setting)


def laid_out_anew(side: Side, setting: Setting) -> LaidSide:
    """The same, for a side that comes once."""
    root = side.html.etree_element
    # Styles of the elements themselves, because these win over every sheet.
    if setting.size is not None:
        root.set("style", f"font-size: {setting.size:g}pt")
    air = dict(setting.air)
    for name, panel in panels_of(root):
        panel.set("style", f"--air: {air.get(name, 1):g}")
        for spare in panel.iterfind(".//*[@data-spare]"):
            spare.set("style", "display: block" if name in setting.spares else "display: none")
    with listening() as heard:
        document = side.html.render(font_config=fonts(), stylesheets=side.sheets, **PDF)
    pages, pictures = pages_of(document)
    return LaidSide(side.html, document, pages, pictures, tuple(heard), tuple(side.shelf.refused))
