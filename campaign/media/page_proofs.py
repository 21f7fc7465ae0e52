"""Laid-out pages as plain values: where every text and panel came to lie, mm from the trimmed page's top-left corner.

WeasyPrint keeps its boxes to itself (``page._page_box``); only this module reads them, everything else reads proofs.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder

MM = 96 / 25.4  # CSS pixels
POINT = 96 / 72
MOST_AIR = 2.6  # where a panel does not say: more would look like a hole
SVG = "{http://www.w3.org/2000/svg}svg"
# What a letter of Manrope covers above and below its baseline, em: line boxes reach further.
ASCENT, DESCENT = 0.74, 0.22


@dataclass(frozen=True, slots=True)
class Area:
    """Edges, mm from the page's top-left corner."""

    left: float
    top: float
    right: float
    bottom: float

    def outside(self, other: "Area") -> float:
        """How far this area reaches beyond the other one, mm; 0 when it lies within."""
        edges = (other.left - self.left, other.top - self.top, self.right - other.right, self.bottom - other.bottom)
        return max(0.0, *edges)

    def overlap(self, other: "Area") -> float:
        """The depth of the overlap, mm; 0 or less when they are apart."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return min(across, down)


@dataclass(frozen=True, slots=True)
class Text:
    """One run on one line. ``at`` is the template's line as ``data-at`` has it; ``clip`` what is painted of it."""

    text: str
    ink: Area
    size: float  # pt
    panel: str
    in_flow: bool  # not in what is placed by hand: the foot, the draft strip
    small: bool
    clip: Area | None
    at: str


@dataclass(frozen=True, slots=True)
class Panel:
    """A block with ``data-panel``: what it is called, how much room it has, how much its text takes."""

    name: str
    area: Area  # as trimmed and folded
    column: Area  # inside its padding
    bottom: float  # of its text
    floor: float  # where its foot begins, else the column's bottom
    air: float  # space that may grow or give way, mm
    most_air: float  # how many times that it may take
    at: str  # the template's line

    @property
    def room(self) -> float:
        """What is left below the text, mm; negative when the text is too long."""
        return self.floor - self.bottom

    def too_narrow_for(self, text: Text) -> float:
        """How far text in the flow sticks out of the column, sideways, mm."""
        if not text.in_flow:
            return 0
        return max(self.column.left - text.ink.left, text.ink.right - self.column.right)


@dataclass(frozen=True, slots=True)
class Page:
    """``bleed`` is what is printed beyond the trim on each side, mm."""

    width: float
    height: float
    bleed: float
    panels: tuple[Panel, ...]
    texts: tuple[Text, ...]

    @property
    def folds(self) -> tuple[float, ...]:
        """Where two panels meet, mm from the left."""
        edges = {round(edge, 2) for panel in self.panels for edge in (panel.area.left, panel.area.right)}
        return tuple(sorted(edge for edge in edges if 1 < edge < self.width - 1))


@dataclass(frozen=True, slots=True)
class Proof:
    pages: tuple[Page, ...]

    @property
    def panels(self) -> tuple[Panel, ...]:
        return tuple(panel for page in self.pages for panel in page.panels)

    @property
    def texts(self) -> tuple[Text, ...]:
        return tuple(text for page in self.pages for text in page.texts)

    @property
    def excess(self) -> float:
        """How far the widest word sticks out of its panel's column, mm; 0 or less when none does."""
        panels = ((text, panel) for page in self.pages for text in page.texts for panel in page.panels)
        return max((panel.too_narrow_for(text) for text, panel in panels if panel.name == text.panel), default=0)


@dataclass(slots=True)
class _OpenPanel:
    """A panel that is being walked through."""

    name: str
    area: Area
    column: Area
    most_air: float
    at: str
    bottom: float
    floor: float
    air: float = 0

    def closed(self) -> Panel:
        return Panel(self.name, self.area, self.column, self.bottom, self.floor, self.air, self.most_air, self.at)


@dataclass(frozen=True, slots=True)
class _Place:
    """What the boxes above say about a box."""

    panel: _OpenPanel | None = None
    on_panel: bool = False  # the box is the panel's own, its children stand on the panel itself
    in_flow: bool = True
    small: bool = False
    clip: Area | None = None
    at: str = ""


def pages_of(document: Any) -> tuple[tuple[Page, ...], frozenset[int]]:
    """The pages of a ``weasyprint.Document``, and the ``id()`` of every element that lies on one as a picture."""
    pictures: set[int] = set()
    return tuple(_page(page, pictures) for page in document.pages), frozenset(pictures)


def _page(page: Any, pictures: set[int]) -> Page:
    walk = _Walk(pictures)
    walk.enter(page._page_box, _Place(), None)
    return Page(
        width=page.width / MM,
        height=page.height / MM,
        bleed=min(page.bleed.values()) / MM,
        panels=tuple(panel.closed() for panel in walk.panels),
        texts=tuple(walk.texts),
    )


class _Walk:
    """Gathers what lies on one page."""

    def __init__(self, pictures: set[int]) -> None:
        self.pictures = pictures
        self.panels: list[_OpenPanel] = []
        self.texts: list[Text] = []

    def enter(self, box: Any, place: _Place, above: Any) -> None:
        """``above`` is the parent box's element: boxes that CSS makes up carry their parent's."""
        if isinstance(box, AbsolutePlaceholder):
            box = box._box
            if place.on_panel:
                place = replace(place, in_flow=False)
        element = box.element
        if element is not None and element is not above:
            place = self._place(box, element, place)
        if isinstance(box, boxes.TextBox):
            self._text(box, place)
        elif isinstance(box, boxes.ReplacedBox):
            self.pictures.add(id(element))
            _lower(place, box)
        elif isinstance(box, boxes.ParentBox):
            if isinstance(box, boxes.BlockLevelBox) and not place.on_panel:
                _lower(place, box)
            if box.style["overflow"] != "visible" and not isinstance(box, boxes.PageBox):
                place = replace(place, clip=_area(*box.rounded_padding_box()[:4]))
            for child in box.children:
                self.enter(child, place, element)

    def _place(self, box: Any, element: Any, place: _Place) -> _Place:
        at = element.get("data-at", place.at)
        if "data-panel" in element.attrib:
            panel = _panel(box, element, at)
            self.panels.append(panel)
            return _Place(panel=panel, on_panel=True, clip=place.clip, at=at)
        if place.panel is not None:
            if "data-air" in element.attrib:
                place.panel.air += _air(box.style, element.get("data-air"))
            if "data-foot" in element.attrib:
                place.panel.floor = min(place.panel.floor, box.position_y / MM)
        small = place.small or "data-small" in element.attrib
        return replace(place, on_panel=False, small=small, at=at)

    def _text(self, box: Any, place: _Place) -> None:
        if not box.text.strip():
            return
        size = box.style["font_size"]
        baseline = box.position_y + box.baseline
        ink = _area(box.position_x, baseline - ASCENT * size, box.width, (ASCENT + DESCENT) * size)
        name = place.panel.name if place.panel else ""
        text = Text(box.text, ink, size / POINT, name, place.in_flow, place.small, place.clip, place.at)
        self.texts.append(text)


def _panel(box: Any, element: Any, at: str) -> _OpenPanel:
    area = _area(box.border_box_x(), box.border_box_y(), box.border_width(), box.border_height())
    column = _area(box.content_box_x(), box.content_box_y(), box.width, box.height)
    most = float(element.get("data-air-most", MOST_AIR))
    return _OpenPanel(element.get("data-panel"), area, column, most, at, bottom=column.top, floor=column.bottom)


def _lower(place: _Place, box: Any) -> None:
    """Note how far down the text of a panel reaches."""
    if place.panel is not None and place.in_flow:
        bottom = (box.border_box_y() + box.border_height()) / MM
        place.panel.bottom = max(place.panel.bottom, bottom)


AIR = {
    "": ("margin_top",),
    "padding": ("margin_top", "padding_top", "padding_bottom"),
    "height": ("margin_top", "height"),
}


def _air(style: Any, kind: str) -> float:
    """The vertical space that a block with ``data-air`` puts in, mm: as specified, before cells are evened out."""
    lengths = (style[name] for name in AIR[kind])
    return sum(float(length.value) for length in lengths if length != "auto") / MM


def _area(x: float, y: float, width: float, height: float) -> Area:
    return Area(x / MM, y / MM, (x + width) / MM, (y + height) / MM)


def panels_of(root: Any) -> Iterator[tuple[str, Any]]:
    """Every element with ``data-panel``, by that name."""
    return ((element.get("data-panel"), element) for element in root.iterfind(".//*[@data-panel]"))


def texts_of(element: Any, at: str = "") -> Iterator[tuple[str, str]]:
    """Every stretch of text in an element as (text, ``data-at``), without what is never set: SVG, styles, scripts."""
    if element.tag in (SVG, "head", "style", "script", "template") or "data-spare" in element.attrib:
        return
    at = element.get("data-at", at)
    if element.text:
        yield element.text, at
    for child in element:
        if isinstance(child.tag, str):
            yield from texts_of(child, at)
        if child.tail:
            yield child.tail, at


def pictures_of(element: Any, at: str = "") -> Iterator[tuple[Any, str]]:
    """Every picture in an element with its ``data-at``, or that of what it stands in; no spare ones."""
    if "data-spare" in element.attrib:
        return
    at = element.get("data-at", at)
    if element.tag in ("img", SVG):
        yield element, at
        return
    for child in element:
        if isinstance(child.tag, str):
            yield from pictures_of(child, at)
