"""The table of what is understood: each property's grammar, initial value, and whether it inherits.

Values here are *specified* values (lengths with units); ``style`` computes them. A property that is in none of
``LONGHANDS``, ``SHORTHANDS`` (``shorthands.py``), ``ALIASES`` and ``TOLERATED`` (``aliases.py``) is refused by name.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from campaign.layout.commands import Color
from campaign.layout.lengths import Length
from campaign.layout.positions import CENTRE, read_position
from campaign.layout.readers import (
    AUTO,
    LINE_WIDTHS,
    ZERO,
    Reader,
    alignment,
    or_word,
    read_aspect_ratio,
    read_background_image,
    read_basis,
    read_border_style,
    read_border_width,
    read_color,
    read_display,
    read_family,
    read_font_size,
    read_gap,
    read_integer,
    read_length,
    read_letter_spacing,
    read_line_height,
    read_number,
    read_opacity,
    read_overflow,
    read_positioning,
    read_positive,
    read_size,
    read_text_align,
    read_vertical_align,
    read_weight,
    read_z_index,
)
from campaign.layout.shadows import read_shadows
from campaign.layout.transforms import read_transform
from campaign.layout.values import words


@dataclass(frozen=True, slots=True)
class Property:
    """``initial`` is a specified value."""

    read: Reader
    initial: Any
    inherited: bool = False


CURRENT = None  # a colour that is None is currentColor
TRANSPARENT = Color(0, 0, 0, 0.0)
_edge = Property(or_word("auto", read_length), AUTO)
_extent = Property(or_word("auto", read_size), AUTO)
_maximum = Property(or_word("none", read_size), AUTO)
_margin = Property(or_word("auto", read_length), ZERO)
_padding = Property(read_positive, ZERO)
_line_width = Property(read_border_width, LINE_WIDTHS["medium"])
_line_style = Property(read_border_style, "none")
_line_color = Property(read_color, CURRENT)
_radius = Property(read_positive, ZERO)
_pack = ("flex-start", "flex-end", "start", "end", "center")
_self = ("normal", "stretch", "baseline", *_pack)
_spread = ("space-between", "space-around", "space-evenly")

SIDES = ("top", "right", "bottom", "left")
CORNERS = ("top-left", "top-right", "bottom-right", "bottom-left")

LONGHANDS: Mapping[str, Property] = {
    "display": Property(read_display, "inline"),
    "flex-direction": Property(words("row", "row-reverse", "column", "column-reverse"), "row"),
    "flex-wrap": Property(words("nowrap", "wrap", "wrap-reverse"), "nowrap"),
    "flex-grow": Property(read_number, 0.0),
    "flex-shrink": Property(read_number, 1.0),
    "flex-basis": Property(read_basis, "auto"),
    "order": Property(read_integer, 0),
    "row-gap": Property(read_gap, ZERO),
    "column-gap": Property(read_gap, ZERO),
    "justify-content": Property(alignment("normal", "stretch", "left", "right", *_pack, *_spread), "normal"),
    "align-items": Property(alignment(*_self), "normal"),
    "align-self": Property(alignment("auto", *_self), "auto"),
    "align-content": Property(alignment(*_self, *_spread), "normal"),
    "justify-items": Property(alignment(*_self, "left", "right"), "normal"),
    "justify-self": Property(alignment("auto", *_self, "left", "right"), "auto"),
    "position": Property(read_positioning, "static"),
    **dict.fromkeys(SIDES, _edge),
    "z-index": Property(read_z_index, None),
    "width": _extent,
    "height": _extent,
    "min-width": _extent,
    "min-height": _extent,
    "max-width": _maximum,
    "max-height": _maximum,
    "aspect-ratio": Property(read_aspect_ratio, None),
    "box-sizing": Property(words("content-box", "border-box"), "content-box"),
    **{f"margin-{side}": _margin for side in SIDES},
    **{f"padding-{side}": _padding for side in SIDES},
    **{f"border-{side}-width": _line_width for side in SIDES},
    **{f"border-{side}-style": _line_style for side in SIDES},
    **{f"border-{side}-color": _line_color for side in SIDES},
    **{f"border-{corner}-radius": _radius for corner in CORNERS},
    "background-color": Property(read_color, TRANSPARENT),
    "background-image": Property(read_background_image, ()),
    "box-shadow": Property(read_shadows, ()),
    "color": Property(read_color, Color(0, 0, 0), inherited=True),
    "opacity": Property(read_opacity, 1.0),
    "overflow-x": Property(read_overflow, "visible"),
    "overflow-y": Property(read_overflow, "visible"),
    "transform": Property(read_transform, ()),
    "object-fit": Property(words("fill", "contain", "cover", "none", "scale-down"), "fill"),
    "object-position": Property(read_position, CENTRE),
    "font-family": Property(read_family, "Manrope", inherited=True),
    "font-weight": Property(read_weight, 400, inherited=True),
    "font-style": Property(words("normal", "italic"), "normal", inherited=True),
    "font-size": Property(read_font_size, Length(16), inherited=True),
    "line-height": Property(read_line_height, None, inherited=True),
    "letter-spacing": Property(read_letter_spacing, ZERO, inherited=True),
    "word-spacing": Property(read_letter_spacing, ZERO, inherited=True),
    "text-indent": Property(read_length, ZERO, inherited=True),
    "direction": Property(words("ltr", "rtl"), "ltr", inherited=True),
    "unicode-bidi": Property(words("normal", "embed", "isolate"), "normal"),
    "text-align": Property(read_text_align, "start", inherited=True),
    "text-transform": Property(words("none", "uppercase", "lowercase", "capitalize"), "none", inherited=True),
    "text-decoration": Property(words("none", "underline"), "none"),
    "white-space-collapse": Property(words("collapse", "preserve-breaks"), "collapse", inherited=True),
    "text-wrap-mode": Property(words("wrap", "nowrap"), "wrap", inherited=True),
    "text-wrap-style": Property(words("auto", "balance"), "auto", inherited=True),
    "word-break": Property(words("normal", "keep-all"), "normal", inherited=True),
    "vertical-align": Property(read_vertical_align, "baseline"),
    "box-decoration-break": Property(words("slice", "clone"), "slice"),
    "list-style": Property(words("none", "disc", "circle", "square", "decimal"), "disc", inherited=True),
}

INHERITED = frozenset(name for name, entry in LONGHANDS.items() if entry.inherited)
