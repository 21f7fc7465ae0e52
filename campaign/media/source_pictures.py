"""The pictures that a page is made from, judged before anything opens them, by the rules that hold for cards."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from campaign.model.library import Library
from campaign.painting.photographs import KINDS, photo_of
from campaign.painting.svg import check_svg
from campaign.problems import CampaignError, Problem

DRAWING = ".svg"


def unusable(texts: Sequence[str], places: Sequence[tuple[str, str]], library: Library) -> Iterator[Problem]:
    """What is wrong with the pictures that the page's ``texts``, its HTML and style sheets, ask for.

    A drawing's fault is told at its own line; a photograph has none, so the hint names the line that asks for it:
    ``places`` holds (path, "templates/…:12").
    """
    for path in library.under("assets"):
        if path.endswith((DRAWING, *KINDS)) and any(path in text for text in texts):
            where = next((at for asked, at in places if asked == path and at), "")
            for problem in _faults(path, library.files[path]):
                hint = f"{problem.hint}; {where} asks for it" if where and problem.line is None else problem.hint
                yield replace(problem, hint=hint)


@lru_cache(maxsize=256)
def _faults(path: str, data: bytes) -> tuple[Problem, ...]:
    if path.endswith(DRAWING):
        try:
            return check_svg(data.decode("utf-8-sig"), path)
        except UnicodeDecodeError:
            return (Problem(path, None, "SV001", "this drawing is not UTF-8 text", "save it as plain SVG"),)
    try:
        photo_of(path, data)
    except CampaignError as error:
        return error.problems
    return ()
