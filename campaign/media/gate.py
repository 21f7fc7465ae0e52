"""The gate: opens a finished PDF and refuses what the printer, the print shop or a screen reader would stumble over.

It trusts nobody: a label in the file is no proof, so every promise is measured on the bytes that will be handed out.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf

from campaign.media.finished_files import Box, FinishedFile, FinishedPage
from campaign.media.inks import MOST_INK
from campaign.media.painted_area import Painted, painted
from campaign.media.painted_colours import Colour
from campaign.media.pdfx import VERSION
from campaign.media.plates import most_ink
from campaign.model.campaign import Profile
from campaign.problems import Problem

TOLERANCE = 0.1  # mm, of page boxes
BLEED = 3  # mm
EDGE = 5  # mm: what a laser does not print
MOST_COVERED = 0.15  # of an office's page, in toner
LEAST_PPI = 250
LEAST_CONTRAST = 4.5  # of text to white paper
DARK = 0.7  # of black ink: from here on a text is black to the eye
HEADINGS = {f"H{level}": level for level in range(1, 7)}


@dataclass(frozen=True, slots=True)
class Order:
    """What was ordered, for checks and messages.

    ``scale`` is how many times larger it is printed than it is drawn. Sheets of pieces are not ``tagged``: who listens
    takes the piece.
    """

    name: str
    template: str
    profile: Profile | None
    width: float
    height: float
    scale: int = 1
    tagged: bool = True


def refusals(data: bytes, order: Order) -> tuple[Problem, ...]:
    """Everything that is wrong with a finished file."""
    try:
        file = FinishedFile(data)
    except pikepdf.PdfError as error:
        return (_problem(order, "PF010", f"is no PDF: {error}", ""),)
    found = [*_readable(file, order), *_sized(file, order)]
    if order.profile == "press":
        found += _for_press(file, data, order)
    elif order.profile == "office":
        found += [*_for_office(painted(data), order), *_for_photocopies(file, order)]
    return tuple(found)


def _problem(order: Order, code: str, message: str, hint: str) -> Problem:
    return Problem(order.template, None, code, f"{order.name}: {message}", hint)


# ---- what holds for every file ----


def _readable(file: FinishedFile, order: Order) -> Iterator[Problem]:
    """By every machine, and by people who hear it instead of seeing it."""
    for name, inside in file.fonts.items():
        if not inside:
            yield _problem(order, "PF011", f"the font {name} is not in the file", "set the text in Manrope")
    if file.missing_glyph:
        hint = "find the character that Manrope does not have, and write it with others"
        yield _problem(order, "PF012", "a letter is printed as an empty box", hint)
    for name, there in (("language", file.language), ("title", file.title), ("tags", file.structure)):
        if not there and (order.tagged or name != "tags"):
            hint = 'begin with <html lang="…"> and a <title>'
            yield _problem(order, "PF013", f"a screen reader finds no {name} in the file", hint)
    if order.profile == "office" and order.tagged and b"pdfuaid:part" not in file.metadata:
        yield _problem(order, "PF019", "the file does not say that it is a PDF/UA", "make it anew: it was changed")
    undescribed = sum(tag.kind == "Figure" and not tag.described for tag in file.structure)
    if undescribed:
        hint = 'say in alt="…" what it shows, or alt="" when it is decoration'
        yield _problem(order, "PF014", f"{undescribed} of its pictures have no alternative text", hint)
    if any(tag.kind == "TH" and not tag.scoped for tag in file.structure):
        hint = 'write <th scope="row"> or <th scope="col">'
        yield _problem(order, "PF016", "a table's header does not say which cells it is for", hint)
    yield from _headings(file, order)


def _headings(file: FinishedFile, order: Order) -> Iterator[Problem]:
    before = 0
    for tag in file.structure:
        level = HEADINGS.get(tag.kind)
        if level is None:
            continue
        if level > before + 1:
            after = f"after a heading of level {before}" if before else "as the first heading"
            text = f"a heading of level {level} stands {after}"
            yield _problem(order, "PF015", text, "let the levels follow one another: h1, h2, h3")
            return
        before = level


def _sized(file: FinishedFile, order: Order) -> Iterator[Problem]:
    """Page boxes, to a tenth of a millimetre."""
    trim = (0.0, 0.0, order.width, order.height)
    bleed = (-BLEED, -BLEED, order.width + BLEED, order.height + BLEED)
    for number, page in enumerate(file.pages, 1):
        wanted: dict[str, Box] = {"TrimBox": trim}
        if order.profile == "press":
            wanted["BleedBox"] = bleed
        elif order.profile == "office":
            wanted["MediaBox"] = trim
        for name, box in wanted.items():
            if not _same(page.boxes.get(name), box):
                yield _problem(order, "PF017", f"page {number}: {_wrong_box(page, name, box)}", "see print.page()")
        if order.profile == "press" and _room(page) < BLEED:
            hint = "the sheet must be larger than the bleed on all sides"
            yield _problem(order, "PF018", f"page {number} has no room for crop marks outside the bleed", hint)


def _same(box: Box | None, wanted: Box) -> bool:
    return box is not None and all(abs(a - b) <= TOLERANCE for a, b in zip(box, wanted, strict=True))


def _wrong_box(page: FinishedPage, name: str, wanted: Box) -> str:
    if name not in page.boxes:
        return f"there is no {name}"
    is_, should = (" ".join(f"{edge:.1f}" for edge in box) for box in (page.boxes[name], wanted))
    return f"the {name} is {is_} mm instead of {should}"


def _room(page: FinishedPage) -> float:
    """What the sheet has beyond the bleed, mm, where it is least."""
    media, bleed = page.boxes["MediaBox"], page.boxes.get("BleedBox", page.boxes["MediaBox"])
    return min(bleed[0] - media[0], bleed[1] - media[1], media[2] - bleed[2], media[3] - bleed[3])


# ---- the print shop ----


def _for_press(file: FinishedFile, data: bytes, order: Order) -> Iterator[Problem]:
    yield from _four_inks(file, data, order)
    yield from _declared(file, order)
    for number, page in enumerate(file.pages, 1):
        for picture in page.pictures:
            ppi = picture.ppi / order.scale
            if ppi < LEAST_PPI * 0.995:
                wide, high = picture.pixels
                text = f"page {number}: a picture of {wide} × {high} pixels is printed at {ppi:.0f} to the inch"
                hint = f"take one of {LEAST_PPI / ppi:.1f} times as many pixels each way, or print it smaller"
                yield _problem(order, "PF026", text, hint)
        if page.links:
            text = f"page {number} has {page.links} links or notes, which PDF/X does not allow on the page"
            yield _problem(order, "PF027", text, "print addresses in letters: write no <a href>")


def _four_inks(file: FinishedFile, data: bytes, order: Order) -> Iterator[Problem]:
    odd = sorted({colour.space for colour in file.colours} - {"/DeviceCMYK", "/DeviceGray", "/Separation", "/Pattern"})
    things = [*(f"colours in {space.removeprefix('/')}" for space in odd), *file.screen_colours]
    if things:
        text = f"not everything is printed with four inks: {', '.join(things)}"
        yield _problem(order, "PF021", text, "write colours as #rrggbb, and save pictures as plain RGB")
    groups = {page.group for page in file.pages} - {"", "/DeviceCMYK"}
    if groups:
        yield _problem(order, "PF021", f"transparent things are mixed in {', '.join(sorted(groups))}", "mix in CMYK")
    inks = {colour.parts for colour in file.colours if colour.space == "/DeviceCMYK"} | file.gradient_inks
    inks = {ink for ink in inks if len(ink) == 4 and ink != (1, 1, 1, 1)}  # the last is the marks', on every plate
    most = max((*(sum(ink) for ink in inks), file.most_ink_in_pictures))
    if any(page.group for page in file.pages):
        # Where something shows through, inks come to lie on each other that no sum over colours knows of.
        most = max(most, most_ink(data) or 0)
    if most > MOST_INK + 0.005:
        text = f"{100 * most:.0f} % of ink lie in one place: more than {100 * MOST_INK:.0f} % do not dry"
        yield _problem(order, "PF022", text, "choose a lighter colour")
    if any(_is_rich_black(colour) for colour in file.colours):
        text = "black text is printed with several inks, which never lie on each other exactly"
        yield _problem(order, "PF023", text, "let text be #000000 or a neutral grey: color: var(--text)")


def _is_rich_black(colour: Colour) -> bool:
    if not colour.text or colour.space != "/DeviceCMYK" or len(colour.parts) != 4:
        return False
    *colored, black = colour.parts
    return sum(colored) > 0.02 and (black >= DARK or black + sum(colored) / 3 >= 1.1)


def _declared(file: FinishedFile, order: Order) -> Iterator[Problem]:
    """As a PDF/X-4 for a press whose profile is inside."""
    kind, profile = file.intent
    if kind != "/GTS_PDFX" or profile[12:20] != b"prtrCMYK":
        text = "the file does not say which press its colours are for"
        yield _problem(order, "PF024", text, "the colour profile of a press is missing; see campaign doctor")
    if f">{VERSION}<".encode() not in file.metadata or file.trapped not in ("/False", "/True"):
        text = f"the file does not say that it is a {VERSION}"
        yield _problem(order, "PF025", text, "make it anew: its metadata was changed")


# ---- the office's laser ----


def _for_office(pages: tuple[Painted, ...], order: Order) -> Iterator[Problem]:
    for number, page in enumerate(pages, 1):
        if page.margin < EDGE - TOLERANCE:
            text = f"page {number}: something is printed {page.margin:.1f} mm from the {page.edge} edge"
            hint = f"a laser leaves {EDGE} mm white: keep it {EDGE} mm away, or give it to the press only"
            yield _problem(order, "PF031", text, hint)
        if page.coverage > MOST_COVERED:
            text = f"page {number}: toner covers {100 * page.coverage:.0f} % of the page"
            hint = f"at most {100 * MOST_COVERED:.0f} %: outline what is filled, and draw less"
            yield _problem(order, "PF032", text, hint)


def _for_photocopies(file: FinishedFile, order: Order) -> Iterator[Problem]:
    """Text is dark on white: an office's page has no grounds."""
    texts = {colour.parts for colour in file.colours if colour.text and colour.space in ("/DeviceRGB", "/DeviceGray")}
    pale = sorted(parts for parts in texts if contrast_to_white(parts) < LEAST_CONTRAST)
    for parts in pale:
        written = "".join(f"{round(255 * part):02x}" for part in (parts * 3 if len(parts) == 1 else parts))
        text = f"text is printed in #{written}, {contrast_to_white(parts):.1f} : 1 to white"
        hint = f"take a darker colour, at least {LEAST_CONTRAST} : 1: color: var(--text)"
        yield _problem(order, "PF033", text, hint)


def contrast_to_white(parts: tuple[float, ...]) -> float:
    """Of a colour of red, green and blue, or of grey, as WCAG 2.2 measures it in grey."""
    red, green, blue = (_linear(part) for part in (parts * 3 if len(parts) == 1 else parts))
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
