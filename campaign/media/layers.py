"""A regional copy as print shops make it: a shell that all offices share, and what names the office on top of it.

A template puts what is the office's between ``<!--own-->`` and ``<!--/own-->``, as the last part of one panel, placed
by hand (``data-foot``). The shell is the document without it, the own layer is the document with nothing else in its
panels: an empty panel keeps its place, so that both lie where they belong.
"""

import re

PANEL = re.compile(r'(<section\b[^>]*?)( data-panel="[^"]*")([^>]*>)(.*?)</section>', re.DOTALL)
OWN = re.compile(r"<!--own-->(.*?)<!--/own-->", re.DOTALL)
SIDE = " data-side="


def layers(body: str) -> tuple[str, str] | None:
    """The filled templates of shell and own layer; None where no part, or not just one, is the office's."""
    if len(OWN.findall(body)) != 1 or SIDE not in body:
        return None
    return OWN.sub("", body), PANEL.sub(_own, body)


def _own(panel: re.Match[str]) -> str:
    """A panel with the office's part alone. Panels are sections without sections inside: the next end is their own."""
    opened, name, rest, inside = panel.groups()
    part = OWN.search(inside)
    return f"{opened}{name}{rest}{part[1]}</section>" if part else f"{opened}{rest}</section>"
