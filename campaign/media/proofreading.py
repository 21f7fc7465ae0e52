"""Reads a proof before it goes to print: what a printer would send back becomes a problem.

Rules look at plain values and know no WeasyPrint. Lengths are mm, sizes pt.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import ceil

from campaign.media.page_proofs import Area, Page, Panel, Proof, Text
from campaign.problems import Problem

TRIM_MARGIN = 5  # text keeps at least this far from where the paper is cut: guillotines wander by 1-2 mm
FOLD_MARGIN = 4  # and this far from folds, where ink cracks
SMALLEST = 9  # pt: what an older reader can read at arm's length
SMALLEST_IMPRINT = 7
TOLERANCE = 0.3  # mm, of roundings
REPLACEMENT = "\ufffd"  # stands for what could not be read; fonts have it
LINE = 4.8  # mm, about one line of text


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a document is to become, for messages and checks. ``place`` finds the author's line for a panel.

    ``safe`` is how far text stays from the cut, mm; ``least`` the smallest text, pt; ``folded`` whether the paper is
    folded where panels meet.
    """

    name: str  # "leaflet-trifold-a4 (id)"
    width: float
    height: float
    pages: int | None  # None: as many as there are
    template: str
    place: Callable[[str], tuple[str, int | None]]
    covers: Callable[[str], bool]  # whether the fonts have a character
    least: float = SMALLEST  # pt: of text that is no imprint
    safe: float = TRIM_MARGIN
    folded: bool = True


def faults(proof: Proof, sheet: Sheet) -> Iterator[Problem]:
    """Everything that is wrong with a proof, in no particular order."""
    yield from _pages(proof, sheet)
    yield from _characters(proof, sheet)
    for number, page in enumerate(proof.pages, 1):
        long = [panel for panel in page.panels if panel.room < -TOLERANCE]
        misplaced = list(_misplaced(page))
        yield from (_too_long(panel, sheet) for panel in long)
        yield from (_in_the_way(panel, sheet) for panel in misplaced)
        names = {panel.name for panel in (*long, *misplaced)}
        # In a panel that is too long or in the way everything else goes wrong as well: say it once.
        yield from _texts(number, page, [text for text in page.texts if text.panel not in names], sheet)


def _pages(proof: Proof, sheet: Sheet) -> Iterator[Problem]:
    file, line = sheet.place("")
    if sheet.pages is not None and len(proof.pages) != sheet.pages:
        message = f"{sheet.name} has {len(proof.pages)} pages instead of {sheet.pages}"
        yield Problem(file, line, "PR003", message, "shorten the text, or mend the template")
    for number, page in enumerate(proof.pages, 1):
        if abs(page.width - sheet.width) > 0.1 or abs(page.height - sheet.height) > 0.1:
            size = f"{page.width:g} × {page.height:g} mm"
            wanted = f"{sheet.width:g} × {sheet.height:g} mm"
            message = f"{sheet.name}: page {number} is {size}, the format says {wanted}"
            yield Problem(sheet.template, None, "PR011", message, "make @page and format.yaml agree")


def _characters(proof: Proof, sheet: Sheet) -> Iterator[Problem]:
    lacking: dict[str, Text] = {}
    for text in proof.texts:
        for character in text.text:
            if character.isspace() or character in lacking:
                continue
            if character == REPLACEMENT or not sheet.covers(character):
                lacking[character] = text
    for character, text in lacking.items():
        file, line = sheet.place(text.panel)
        message = f"{sheet.name}: the font has no “{character}” (U+{ord(character):04X}) in “{_words(text)}”"
        yield Problem(file, line, "PR006", message, "write it with other characters")


def _misplaced(page: Page) -> Iterator[Panel]:
    """Panels that leave the page or lie on the one before."""
    whole = Area(0, 0, page.width, page.height)
    for i, panel in enumerate(page.panels):
        before = page.panels[:i]
        if panel.area.outside(whole) > TOLERANCE or any(panel.area.overlap(o.area) > TOLERANCE for o in before):
            yield panel


def _in_the_way(panel: Panel, sheet: Sheet) -> Problem:
    file, _, line = panel.at.rpartition(":")
    message = f"{sheet.name}: the panel “{panel.name}” leaves the page or lies on another panel"
    return Problem(
        file or sheet.template, int(line) if file else None, "PR017", message, "mend its size in the style sheet"
    )


def _too_long(panel: Panel, sheet: Sheet) -> Problem:
    file, line = sheet.place(panel.name)
    excess = -panel.room
    lines = ceil(excess / LINE)
    message = f"{sheet.name}: the panel “{panel.name}” is {excess:.0f} mm too long, even with its smallest text"
    hint = f"shorten it by about {lines} line{'s' if lines > 1 else ''}"
    if excess < 0.5:
        message = f"{sheet.name}: the panel “{panel.name}” is a little too long, even with its smallest text"
    return Problem(file, line, "PR001", message, hint)


def _texts(number: int, page: Page, texts: list[Text], sheet: Sheet) -> Iterator[Problem]:
    panels = {panel.name: panel for panel in page.panels}
    for text in texts:
        panel = panels.get(text.panel)
        file, line = sheet.place(text.panel)
        where = f"the panel “{panel.name}”" if panel else f"page {number}"
        wide = panel.too_narrow_for(text) if panel else 0
        if wide > TOLERANCE:
            message = f"{sheet.name}: “{_words(text)}” is {wide:.1f} mm too wide for {where}"
            yield Problem(file, line, "PR002", message, "shorten it: numbers and addresses are never broken")
        elif text.ink.outside(_safe(page, panel, sheet)) > TOLERANCE:
            what = "the edge or a fold" if panel and sheet.folded else "the edge"
            message = f"{sheet.name}: “{_words(text)}” on {where} comes too near to {what}"
            hint = f"text stays {sheet.safe:g} mm from the edge and {FOLD_MARGIN} mm from folds"
            yield Problem(file, line, "PR004", message, hint)
        if text.clip is not None and text.ink.outside(text.clip) > TOLERANCE:
            yield Problem(file, line, "PR005", f"{sheet.name}: “{_words(text)}” on {where} is cut off", "shorten it")
        yield from _size(text, sheet)
    yield from _overlaps(texts, sheet)


def _safe(page: Page, panel: Panel | None, sheet: Sheet) -> Area:
    """Where text may stand: away from cuts and folds."""
    area = panel.area if panel else Area(0, 0, page.width, page.height)
    fold = FOLD_MARGIN if sheet.folded else 0

    def inset(edge: float, end: float) -> float:
        return sheet.safe if abs(edge - end) < 1 else fold

    return Area(
        area.left + inset(area.left, 0),
        sheet.safe,
        area.right - inset(area.right, page.width),
        page.height - sheet.safe,
    )


def _size(text: Text, sheet: Sheet) -> Iterator[Problem]:
    least = SMALLEST_IMPRINT if text.small else sheet.least
    if text.size < least - 0.05:
        file, _, line = text.at.rpartition(":")
        message = f"{sheet.name}: “{_words(text)}” is set in {text.size:.1f} pt"
        hint = f"the smallest is {least:g} pt"
        yield Problem(file or sheet.template, int(line) if file else None, "PR012", message, hint)


def _overlaps(texts: list[Text], sheet: Sheet) -> Iterator[Problem]:
    """Text over text; the first pair of each panel is enough to find the cause."""
    told: set[str] = set()
    down = sorted(texts, key=lambda text: text.ink.top)
    for i, upper in enumerate(down):
        for lower in down[i + 1 :]:
            if lower.ink.top > upper.ink.bottom:
                break
            if upper.panel not in told and upper.ink.overlap(lower.ink) > 2 * TOLERANCE:
                told.add(upper.panel)
                file, line = sheet.place(upper.panel)
                message = f"{sheet.name}: “{_words(upper)}” and “{_words(lower)}” lie on top of each other"
                yield Problem(file, line, "PR013", message, "shorten them, or mend the template")


def _words(text: Text) -> str:
    words = " ".join(text.text.split())
    return words if len(words) <= 40 else f"{words[:39]}…"
