"""The nearest thing that works, for hints."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches

FLEX = "display: flex puts boxes beside each other, flex-wrap: wrap into rows"
STILL = "a picture stands still"
WHOLE = "words are never broken; a zero-width space (U+200B) says where one may be"
CUT = "--fit-min makes text smaller until it fits, --fit-lines limits its lines"
SHOWN = "an <img> with object-fit and object-position"
MIXED = "opacity, or colours that are mixed already"

INSTEAD: Mapping[str, str] = {
    **dict.fromkeys(("float", "clear", "columns", "column-count", "column-width", "shape-outside"), FLEX),
    "visibility": "opacity: 0 keeps the place, display: none does not",
    **dict.fromkeys(("outline", "outline-width", "outline-color", "outline-style", "outline-offset"), "border"),
    **dict.fromkeys(("filter", "backdrop-filter", "mix-blend-mode", "background-blend-mode"), MIXED),
    "text-shadow": "a box behind the words: background-color",
    **dict.fromkeys(("background-size", "background-position", "background-repeat", "object-view-box"), SHOWN),
    **dict.fromkeys(("clip-path", "clip", "mask", "mask-image"), "overflow: hidden with border-radius"),
    **dict.fromkeys(("overflow-wrap", "word-wrap", "hyphens", "line-break"), WHOLE),
    **dict.fromkeys(("text-overflow", "line-clamp", "-webkit-line-clamp", "-webkit-box-orient"), CUT),
    **dict.fromkeys(("text-align-last", "text-justify"), "text-align: left, right, center, start, end"),
    **dict.fromkeys(("animation", "transition", "will-change", "cursor", "scroll-behavior"), STILL),
    **dict.fromkeys(("rotate", "translate", "scale"), "transform: rotate(), translate(), scale()"),
    "transform-origin": "a transform turns about the middle; translate() before and after it moves that",
    "content": "write the words into the template",
    "writing-mode": "lines run across: direction says from which side",
    "table-layout": FLEX,
    "zoom": "transform: scale()",
}
"""What works instead of properties that browsers know and pictures do not."""

INSTEAD_OF_ELEMENTS: Mapping[str, str] = {
    **dict.fromkeys(("table", "tbody", "thead", "tfoot", "tr", "td", "th", "caption"), FLEX),
    **dict.fromkeys(("button", "input", "label", "select", "textarea", "form"), "nobody can press anything: <span>"),
    **dict.fromkeys(("video", "audio", "canvas", "iframe", "object", "embed", "picture"), "<img> or <svg>"),
    **dict.fromkeys(("script", "noscript", "template"), "Jinja fills templates in"),
    "link": "format.yaml names style sheets; <style> holds them",
    **dict.fromkeys(("code", "pre", "kbd", "samp", "tt"), "<span>: everything is set in one family"),
    **dict.fromkeys(("s", "del", "strike"), "<span>: nothing is struck out"),
    "center": "text-align: center",
    "q": "<span> with the quotation marks of the language",
    "wbr": "a zero-width space (U+200B)",
}


def instead_of(name: str) -> str:
    """What works instead of a property that pictures do not know; "" where nothing comes near."""
    if name.startswith(("grid", "-webkit-box", "-ms-flex")):
        return FLEX
    return INSTEAD.get(name) or (STILL if name.startswith(("animation-", "transition-", "scroll-")) else "")


def nearest(wrong: str, known: Iterable[str]) -> str:
    """The known word that looks most like ``wrong``; "" when none is near."""
    found = get_close_matches(wrong, sorted(known), n=1, cutoff=0.6)
    return found[0] if found else ""
