"""A regional copy as print shops make it: a shell that all offices share, and each office's own panel on top.

A template marks the panel that names the office with ``data-own``. The shell is the document with this panel emptied,
the own layer is the one with all others emptied: an empty panel keeps its place, so that both lie where they belong.
"""

import re
from collections.abc import Callable

PANEL = re.compile(r'(<section\b[^>]*?) data-panel="[^"]*"([^>]*>)(.*?)</section>', re.DOTALL)
OWN, SIDE = " data-own", " data-side="


def layers(body: str) -> tuple[str, str] | None:
    """The filled templates of shell and own layer; None where no panel, or not only one of a side, is the office's."""
    if body.count(OWN) != 1 or SIDE not in body:
        return None
    return _emptied(body, _is_own), _emptied(body, lambda panel: not _is_own(panel))


def _is_own(panel: re.Match[str]) -> bool:
    return OWN in panel[1] or OWN in panel[2]


def _emptied(body: str, which: Callable[[re.Match[str]], bool]) -> str:
    """Panels are sections without sections inside, so that the next end is their own."""
    return PANEL.sub(lambda panel: f"{panel[1]}{panel[2]}</section>" if which(panel) else panel[0], body)
