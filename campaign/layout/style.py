"""Computed style: every value in px, or a share of something that only layout knows."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from campaign.layout.cascade import Declared
from campaign.layout.commands import Canvas, Color, Font
from campaign.layout.declarations import Wide
from campaign.layout.lengths import EXTREMES, Extreme, Length
from campaign.layout.positions import Position
from campaign.layout.properties import INHERITED, LONGHANDS, SIDES
from campaign.layout.radial import Radial
from campaign.layout.shadows import BoxShadow
from campaign.layout.transforms import Transform
from campaign.layout.values import Content, Gradient


@dataclass(frozen=True, slots=True)
class Share:
    """px plus a share (0-1) of what the percentage is of, and what is the smallest or largest of several."""

    px: float
    share: float
    picks: tuple["Chosen", ...] = ()

    def of(self, base: float) -> float:
        """In px, percentages being of ``base``."""
        return self.px + self.share * base + sum([pick.of_base(base) for pick in self.picks])


@dataclass(frozen=True, slots=True)
class Chosen:
    """``factor`` times the smallest or largest of some extents, percentages among them."""

    word: Extreme
    extents: tuple["float | Share", ...]
    factor: float

    def of_base(self, base: float) -> float:
        return self.factor * EXTREMES[self.word]([resolved(extent, base) for extent in self.extents])


Extent = float | Share
Size = float | Share | Content


def resolved(extent: Extent, base: float) -> float:
    """The extent in px, percentages being of ``base``."""
    return extent if not isinstance(extent, Share) else extent.of(base)


def definite(extent: Size | None, base: float | None) -> float | None:
    """The extent in px; None when it is auto, left to the content, or a share of what is not known."""
    if isinstance(extent, Content):
        return None
    if extent is None or not isinstance(extent, Share):
        return extent
    return None if base is None else extent.of(base)


class Style:
    """The computed values of one box. Never changed once made. Auto (and "none" of maximums) is None."""

    display: str
    flex_direction: str
    flex_wrap: str
    flex_grow: float
    flex_shrink: float
    flex_basis: Extent | str
    order: int
    row_gap: Extent
    column_gap: Extent
    justify_content: str
    align_items: str
    align_self: str
    align_content: str
    justify_items: str
    justify_self: str
    position: str
    top: Extent | None
    right: Extent | None
    bottom: Extent | None
    left: Extent | None
    z_index: int | None
    width: Size | None
    height: Size | None
    min_width: Size | None
    min_height: Size | None
    max_width: Size | None
    max_height: Size | None
    aspect_ratio: float | None
    box_sizing: str
    margin_top: Extent | None
    margin_right: Extent | None
    margin_bottom: Extent | None
    margin_left: Extent | None
    padding_top: Extent
    padding_right: Extent
    padding_bottom: Extent
    padding_left: Extent
    border_top_width: float
    border_right_width: float
    border_bottom_width: float
    border_left_width: float
    border_top_style: str
    border_right_style: str
    border_bottom_style: str
    border_left_style: str
    border_top_color: Color | None
    border_right_color: Color | None
    border_bottom_color: Color | None
    border_left_color: Color | None
    border_top_left_radius: Extent
    border_top_right_radius: Extent
    border_bottom_right_radius: Extent
    border_bottom_left_radius: Extent
    background_color: Color | None
    background_image: tuple[Gradient | Radial, ...]  # the first one on top
    box_shadow: tuple[BoxShadow, ...]
    color: Color
    opacity: float
    overflow_x: str
    overflow_y: str
    overflow: str  # visible, or hidden where either axis is
    transform: Transform
    object_fit: str
    object_position: Position
    font_family: str
    font_weight: int
    font_style: str
    font_size: float
    line_height: float | None  # px; None is normal
    line_factor: float | None  # what line-height multiplies the font size by, when it is a number
    letter_spacing: float
    word_spacing: float
    text_indent: Extent
    direction: str
    unicode_bidi: str
    text_align: str
    text_transform: str
    text_decoration: str
    white_space_collapse: str
    text_wrap_mode: str
    text_wrap_style: str
    word_break: str
    vertical_align: float | Share | str
    box_decoration_break: str
    list_style: str
    language: str  # of the words, as BCP 47 has it; "" where nothing says
    font: Font

    def __init__(self, values: Mapping[str, Any]) -> None:
        self.__dict__.update(values)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"a style is not changed: {name}")

    @property
    def wraps(self) -> bool:
        """Whether lines may break inside the text."""
        return self.text_wrap_mode == "wrap"

    @property
    def keeps_words(self) -> bool:
        """Whether lines break at spaces only, also in scripts that break between letters."""
        return self.word_break == "keep-all"

    @property
    def in_flow(self) -> bool:
        return self.position not in ("absolute", "fixed")

    @property
    def leftwards(self) -> bool:
        """Whether lines start at the right: the direction is rtl."""
        return self.direction == "rtl"

    @property
    def is_column(self) -> bool:
        return self.flex_direction.startswith("column")


def _attribute(name: str) -> str:
    return name.replace("-", "_")


class Styler:
    """Computes styles for one canvas. ``root_size`` is the font size that rem counts, px."""

    def __init__(self, canvas: Canvas) -> None:
        self.vw, self.vh = canvas.width / 100, canvas.height / 100
        self.root_size = 16.0
        self.initial = self._initial()
        self.reset = {k: v for k, v in self.initial.items() if k not in _INHERITED}

    def _initial(self) -> dict[str, Any]:
        values = {_attribute(name): self._computed(entry.initial, 16.0) for name, entry in LONGHANDS.items()}
        values["line_factor"] = None
        values["overflow"] = "visible"
        values["language"] = ""
        values["font"] = Font(values["font_family"], values["font_weight"], values["font_size"])
        return values

    def anonymous(self, parent: Style) -> Style:
        """The style of a box that no element made: what inherits, and else initial values."""
        inherited = {name: value for name, value in parent.__dict__.items() if name in _INHERITED}
        return Style({**self.reset, **inherited, **_NO_BORDER, "display": "block"})

    def font_size(self, declared: Declared, parent: Style | None) -> float:
        """The preferred font size, px."""
        outer = parent.font_size if parent else 16.0
        value = declared.values.get("font-size")
        if value is None or (isinstance(value, Wide) and value.word != "initial"):
            return outer
        if isinstance(value, Wide):
            return 16.0
        # A percentage of a font size is of the parent's font size, like em.
        return self._resolved(value, outer, outer)

    def style(self, declared: Declared, parent: Style | None, size: float) -> Style:
        """The computed style of an element whose font size was found to be ``size`` px."""
        if parent is None:
            self.root_size = size
            values = dict(self.initial)
        else:
            outer = parent.__dict__
            values = dict(self.reset)
            for name in _INHERITED:
                values[name] = outer[name]
        values["font_size"] = size
        for name, value in declared.values.items():
            attribute = _attribute(name)
            if name == "font-size":
                continue
            if isinstance(value, Wide):
                self._wide(values, attribute, name, value.word, parent)
            elif name == "line-height":
                self._line_height(values, value, size)
            elif name == "font-weight":
                values[attribute] = _weight(value, parent.font_weight if parent else 400)
            elif name == "color":
                values[attribute] = (parent.color if parent else Color(0, 0, 0)) if value is None else value
            elif isinstance(value, Length):
                values[attribute] = self._computed(value, size)
            else:
                values[attribute] = value
        return self._finished(values, size)

    def _finished(self, values: dict[str, Any], size: float) -> Style:
        if values["line_factor"] is not None:
            values["line_height"] = values["line_factor"] * size
        hidden = "hidden" in (values["overflow_x"], values["overflow_y"])
        values["overflow"] = "hidden" if hidden else "visible"
        for side in SIDES:
            if values[f"border_{side}_style"] == "none":
                values[f"border_{side}_width"] = 0.0
        values["font"] = Font(values["font_family"], values["font_weight"], size, values["language"])
        return Style(values)

    def _wide(self, values: dict[str, Any], attribute: str, name: str, word: str, parent: Style | None) -> None:
        inherits = word == "inherit" or (word == "unset" and name in INHERITED)
        source = parent.__dict__ if inherits and parent else self.initial
        values[attribute] = source[attribute]
        if name == "line-height":
            values["line_factor"] = source["line_factor"]

    def _line_height(self, values: dict[str, Any], value: Any, size: float) -> None:
        values["line_factor"] = value if isinstance(value, float) else None
        values["line_height"] = None
        if isinstance(value, Length):
            values["line_height"] = self._resolved(value, size, size)

    def _computed(self, value: Any, size: float) -> Any:
        return self._extent(value, size) if isinstance(value, Length) else value

    def _extent(self, length: Length, size: float) -> Extent:
        px = length.px + length.em * size + length.rem * self.root_size + length.vw * self.vw + length.vh * self.vh
        share, picks = length.percent / 100, list[Chosen]()
        for pick in length.picks:
            extents = tuple(self._extent(part, size) for part in pick.of)
            chosen = Chosen(pick.word, extents, pick.factor)
            if any(isinstance(extent, Share) for extent in extents):
                picks.append(chosen)
            else:
                px += chosen.of_base(0.0)
        return Share(px, share, tuple(picks)) if share or picks else px

    def _resolved(self, length: Length, size: float, base: float) -> float:
        return resolved(self._extent(length, size), base)

    def transform_px(self, length: Length, style: Style, base: float) -> float:
        """A length of a transform, px; percentages are of the box's own side ``base``."""
        return self._resolved(length, style.font_size, base)


def _weight(value: int | str, outer: int) -> int:
    """bolder and lighter by the table of CSS Fonts 4, 2.2.1."""
    if isinstance(value, int):
        return value
    if value == "bolder":
        return 400 if outer < 350 else 700 if outer < 550 else max(900, outer)
    return min(100, outer) if outer < 550 else 400 if outer < 750 else 700


_NO_BORDER = {f"border_{side}_width": 0.0 for side in SIDES}
_INHERITED = frozenset({_attribute(name) for name in INHERITED} | {"line_factor", "language", "font"})
