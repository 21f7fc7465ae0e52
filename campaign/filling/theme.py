"""The theme that a campaign chose: one file of custom properties over ``templates/_shared/theme.css``.

Style sheets take their colours from the cascade. What is written into SVG (icons, charts, illustrations) takes the same
ones from here.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from campaign.model.campaign import THEMES
from campaign.model.library import Library

BASE = "_shared/theme.css"
DRAWN = ("ink", "warn", "mark", "safe", "drawing-ground", "drawing-shade")  # an illustration's own colours
LOGOS = ("office", "partner")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
ROOT = re.compile(r":root\s*\{([^}]*)\}")
PROPERTY = re.compile(r"--([a-zA-Z0-9-]+)\s*:\s*([^;]+?)\s*(?:;|$)")
VAR = re.compile(r"var\(\s*--([a-zA-Z0-9-]+)\s*\)")
COLOR = re.compile(r"#[0-9a-fA-F]{6}\b")
DEEPEST = 8  # a property that refers to another one that refers to …


def with_theme(styles: Iterable[str], theme: str) -> tuple[str, ...]:
    """The style sheets of a format, and after the common properties those of the theme."""
    own = f"{THEMES}/{theme}.css"
    return tuple(sheet for style in styles for sheet in ((style, own) if style == BASE else (style,)))


def theme_of(library: Library, theme: str) -> Mapping[str, str]:
    """Each custom property's value, by its name without dashes in front: ``{"ink": "#0b1f3a", …}``."""
    return _properties(library.text(f"templates/{BASE}"), library.text(f"templates/{THEMES}/{theme}.css"))


def logos_of(library: Library) -> tuple[str, ...]:
    """The office's logo, then a partner's: those that lie in the campaign's own ``assets/logos``."""
    found = []
    for name in LOGOS:
        files = [path for end in (".svg", ".png") if (path := f"assets/logos/{name}{end}") in library]
        found += files[:1]
    return tuple(found)


def recoloured(svg: str, library: Library, theme: str) -> str:
    """An illustration, which is drawn in the colours of the common properties, in those of the theme.

    A library without themes has nothing to recolour it by: it stays as drawn.
    """
    if f"templates/{BASE}" not in library:
        return svg
    drawn, chosen = _properties(library.text(f"templates/{BASE}")), theme_of(library, theme)
    colors = {drawn[name].lower(): chosen[name] for name in DRAWN if name in drawn}
    return COLOR.sub(lambda match: colors.get(match[0].lower(), match[0]), svg)


def where_named(library: Library, styles: Iterable[str], family: str) -> tuple[str, int] | None:
    """The style sheet and line that give a family of type its name, the strongest sheet first; None where none does."""
    named = re.compile(rf"(?:--[a-zA-Z0-9-]+|font|font-family)\s*:[^;}}]*?{re.escape(family)}", re.IGNORECASE)
    for path in reversed(tuple(styles)):
        text = library.text(path)
        for found in named.finditer(COMMENT.sub(lambda comment: re.sub(r"[^\n]", " ", comment[0]), text)):
            return path, text.count("\n", 0, found.end()) + 1
    return None


@lru_cache(maxsize=16)
def _properties(*sheets: str) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for sheet in sheets:
        for block in ROOT.findall(COMMENT.sub("", sheet)):
            found.update(PROPERTY.findall(block))
    return {name: _resolved(value, found, DEEPEST) for name, value in found.items()}


def _resolved(value: str, known: Mapping[str, str], depth: int) -> str:
    if not depth or "var(" not in value:
        return value
    return _resolved(VAR.sub(lambda match: known.get(match[1], match[0]), value), known, depth - 1)
