"""Regional copies at the price of a paragraph: what all offices share is parsed, laid out and written once and kept.

Every copy comes about in the same way, whether its shell was kept or is new: its bytes depend on nothing but itself.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from hashlib import sha256
from io import BytesIO

import pikepdf

from campaign.media.fingerprints import fingerprint
from campaign.media.fitting_pages import Setting
from campaign.media.inks import Inks
from campaign.media.layers import layers
from campaign.media.manuscripts import Manuscript
from campaign.media.overprinting import overprint
from campaign.media.page_proofs import Page, Panel, Proof
from campaign.media.prepress import prepare
from campaign.model.library import Library
from campaign.problems import Problem

SHELLS_KEPT = 8  # two leaflets in four languages
PRINTS_KEPT = 10  # of one shell: what an address of one line more leaves for the panel above it


def manuscript_of(body: str, template: str, styles: Sequence[str], library: Library) -> "Manuscript | Copy":
    """A filled template on its way to print; with a shell where it has panels of an office's own."""
    parts = layers(body)
    if parts is None:
        return Manuscript(body, template, styles, library)
    shell, own = parts
    key = fingerprint(shell, template, styles, library)
    kept = _shell(_Source(key, shell, template, tuple(styles), library))
    return Copy(kept, Manuscript(own, template, styles, library))


@dataclass(frozen=True, slots=True)
class _Source:
    """Two with the same ``key`` are the same."""

    key: str
    body: str = field(compare=False)
    template: str = field(compare=False)
    styles: tuple[str, ...] = field(compare=False)
    library: Library = field(compare=False)


@dataclass(frozen=True, slots=True)
class _Print:
    """A part of a document, prepared for its machine. ``digest`` is of what it was prepared from."""

    data: bytes
    digest: bytes
    families: frozenset[str]
    complaints: tuple[Problem, ...]


class _Shell:
    """What all copies share. Keeps plain values only: WeasyPrint's documents are large."""

    def __init__(self, source: _Source) -> None:
        self.manuscript = Manuscript(source.body, source.template, source.styles, source.library)
        self.misuses = tuple(self.manuscript.misuses)
        self.proof = lru_cache(maxsize=PRINTS_KEPT * 2)(self._proof)
        self.print = lru_cache(maxsize=PRINTS_KEPT)(self._print)

    def _proof(self, setting: Setting) -> tuple[Proof, tuple[Problem, ...], tuple[Problem, ...]]:
        """With what is lost, and what WeasyPrint complains about."""
        proof = self.manuscript.lay_out(setting)
        return proof, tuple(self.manuscript.lost), tuple(self.manuscript.complaints)

    def _print(self, setting: Setting, inks: Inks | None) -> _Print:
        self.manuscript.lay_out(setting)
        data = self.manuscript.write()
        with pikepdf.open(BytesIO(data)) as pdf:
            prepare(pdf, inks)
            out = BytesIO()
            pdf.save(out, static_id=True)
        digest = sha256(data).digest()
        return _Print(out.getvalue(), digest, self.manuscript.families, tuple(self.manuscript.complaints))


@lru_cache(maxsize=SHELLS_KEPT)
def _shell(source: _Source) -> _Shell:
    return _Shell(source)


class Copy:
    """An office's copy: a shell and its own layer. It is used as a Manuscript is."""

    def __init__(self, shell: _Shell, own: Manuscript) -> None:
        self._shell, self._own = shell, own
        self._page = own.keep_side_with_panels()
        self._setting = Setting()
        self._laid: tuple[float | None, Proof] | None = None
        self._families: frozenset[str] = frozenset()
        self._complaints: tuple[Problem, ...] = ()
        self.root, self.body, self.language, self.title = own.root, own.body, own.language, own.title
        self.spares = {**shell.manuscript.spares, **own.spares}
        self.misuses = (*shell.misuses, *own.misuses)
        self.pictures = (*shell.manuscript.pictures, *own.pictures)

    def lay_out(self, setting: Setting) -> Proof:
        self._setting = setting.only(self._shell.manuscript.panels)
        below = self._shell.proof(self._setting)[0]
        pages = list(below.pages)
        for number, page in enumerate(self._above(setting.size).pages, self._page):
            pages[number : number + 1] = [_joined(pages[number], page) if number < len(pages) else page]
        return Proof(tuple(pages))

    def _above(self, size: float | None) -> Proof:
        """The own layer. It is placed by hand: the air in its panel is no concern of it."""
        if self._laid is None or self._laid[0] != size:
            self._laid = (size, self._own.lay_out(Setting(size)))
        return self._laid[1]

    @property
    def lost(self) -> Iterator[Problem]:
        yield from self._shell.proof(self._setting)[1]
        yield from self._own.lost

    @property
    def complaints(self) -> Iterator[Problem]:
        yield from self._shell.proof(self._setting)[2]
        yield from self._complaints
        yield from self._own.complaints

    @property
    def families(self) -> frozenset[str]:
        return self._families | self._own.families

    def prepared(self, inks: Inks | None) -> tuple[pikepdf.Pdf, bytes]:
        shell = self._shell.print(self._setting, inks)
        self._families, self._complaints = shell.families, shell.complaints
        pdf = pikepdf.open(BytesIO(shell.data))
        own, digest = self._own.prepared(inks)
        with own:
            overprint(pdf, own, self._page)
        return pdf, sha256(shell.digest + digest).digest()


def _joined(below: Page, above: Page) -> Page:
    own = {panel.name: panel for panel in above.panels}
    panels = tuple(_in_one(panel, own[panel.name]) if panel.name in own else panel for panel in below.panels)
    return replace(below, panels=panels, texts=(*below.texts, *above.texts))


def _in_one(panel: Panel, own: Panel) -> Panel:
    """What the office's part takes at the foot of its panel is gone from the room for the text above."""
    return replace(panel, floor=min(panel.floor, own.floor), bottom=max(panel.bottom, own.bottom))
