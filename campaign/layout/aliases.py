"""Other names of properties."""

from collections.abc import Mapping

from campaign.layout.properties import CORNERS

_EDGES_OF_TEXT = {"inline-start": "left", "inline-end": "right", "block-start": "top", "block-end": "bottom"}
_CORNERS_OF_TEXT = dict(zip(("start-start", "start-end", "end-end", "end-start"), CORNERS, strict=True))

ALIASES: Mapping[str, str] = {
    "-webkit-box-decoration-break": "box-decoration-break",
    "list-style-type": "list-style",
    **{f"{limit}inline-size": f"{limit}width" for limit in ("", "min-", "max-")},
    **{f"{limit}block-size": f"{limit}height" for limit in ("", "min-", "max-")},
    **{f"inset-{edge}": side for edge, side in _EDGES_OF_TEXT.items()},
    **{
        f"{part}-{edge}": f"{part}-{side}"
        for part in ("margin", "padding", "border")
        for edge, side in _EDGES_OF_TEXT.items()
    },
    **{
        f"border-{edge}-{part}": f"border-{side}-{part}"
        for part in ("width", "style", "color")
        for edge, side in _EDGES_OF_TEXT.items()
    },
    **{f"border-{edge}-radius": f"border-{corner}-radius" for edge, corner in _CORNERS_OF_TEXT.items()},
}
"""Other names of properties. Those that name edges of the text mean text from left to right, from the top down; the
cascade mirrors them where it runs from right to left."""

TOLERATED = frozenset(
    {"-webkit-font-smoothing", "-moz-osx-font-smoothing", "print-color-adjust", "-webkit-print-color-adjust"}
)
"""Accepted and without effect: they tell a browser to do what we always do."""
