"""Generated messages in every script × every social format: it fits and is whole, or it is an error. Nothing between.

FUZZ_MESSAGES says how many messages; nights run 500.
"""

import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from fuzz.messages import LANGUAGES, write_campaign

from campaign.filling.filler import Filler
from campaign.layout.commands import Box, Drawing, DrawText, FillBox, PushGroup
from campaign.media import image
from campaign.media.legibility import faults
from campaign.model.work import Filled, Job, Made, Workshop
from campaign.painting.fonts import FontBook, bundled_fonts
from campaign.painting.glyphs import text_mask
from campaign.painting.groups import IDENTITY, Matrix, Nested, Node, after, nested, through
from campaign.painting.installed import InstalledFonts
from campaign.painting.paint import paint, painted
from campaign.painting.photographs import Album
from campaign.planning.plan import Selection, plan
from campaign.reading.folder import read_campaign

MESSAGES = int(os.environ.get("FUZZ_MESSAGES", "36"))
EACH = -(-MESSAGES // len(LANGUAGES))
DAY = date(2026, 11, 22)
SLIDES = (1, 3)  # of a carousel, in short runs
EDGE = 1.0  # px that a letter's soft edge may take
LEAN = 0.04  # em by which fonts let letters lean out of their advance: the tail of an Arabic ra, Bengali's headline
INLINE = ("span", "b", "strong", "em", "i", "mark", "a", "small")
FIELDS = {
    "title",
    "summary",
    "lure",
    "warning-signs",
    "what-to-do",
    "steps",
    "remember",
    "items",
    "contacts",
    "meaning",
}
FIELDS |= {"notice", "fact", "myth", "truth"}


@pytest.fixture(scope="session")
def book(noto: InstalledFonts) -> FontBook:
    return bundled_fonts(noto)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_picture_fits_or_is_refused(language: str, tmp_path: Path, book: FontBook) -> None:
    """No empty box, no ink outside canvas, safe area or element; each misfit names its file, field and format."""
    reading = read_campaign(write_campaign(tmp_path, language, EACH))
    assert reading.problems == ()
    workshop = Workshop(reading.campaign, reading.library, DAY)
    filler = Filler(workshop)
    jobs = list(jobs_in(language, workshop))
    assert len({job.format.name for job in jobs}) >= (5 if EACH > 5 else 4)
    wrong = [f"{job.path}: {told}" for job in jobs for told in told_of(filler.fill(job), workshop, book)]
    assert wrong == []


def jobs_in(language: str, workshop: Workshop) -> Iterator[Job]:
    social = tuple(format.name for format in workshop.campaign.formats.values() if format.medium == "image")
    for job in plan(workshop.campaign, Selection(formats=social, languages=(language,)), DAY).jobs:
        if EACH > 5 or not job.format.series or job.part in SLIDES:
            yield job


def told_of(filled: Filled, workshop: Workshop, book: FontBook) -> Iterator[str]:
    """What is wrong with a picture, or with how it was refused."""
    drawing, problems = image.laid_out(filled, workshop)
    if not problems:
        picture = painted(drawing, book, Album(workshop.library.files)).pixels
        problems = faults(drawing, picture, book, Album(workshop.library.files))
        yield from ink_faults(drawing, book)
    if problems:
        yield from badly_refused(image.make(filled, workshop))


def badly_refused(made: Made) -> Iterator[str]:
    if made.data:
        yield "made in spite of its problems"
    for problem in made.problems:
        field = problem.message.partition("does not fit: ")[2].partition(",")[0]
        if not problem.file.startswith("content/") or problem.code != "FT001" or field not in FIELDS:
            yield f"no problem of an author: {problem.code} {problem.file} {problem.message} {problem.hint}"
        if made.job.format.name not in problem.message:
            yield f"the format is not named: {problem.message}"


def ink_faults(drawing: Drawing, book: FontBook) -> Iterator[str]:
    canvas = Box(0, 0, drawing.canvas.width, drawing.canvas.height)
    for text, matrix in texts(nested(drawing.commands), IDENTITY):
        shaped = book.shape(text.text, text.font, text.letter_spacing == 0, text.direction)
        if any(glyph.id == 0 for glyph in shaped.glyphs):
            yield f"an empty box in {text.text!r}"
        mask = text_mask(book, text.text, text.font, text.x, round(text.baseline), text.letter_spacing, text.direction)
        if mask.coverage is None:
            continue
        height, width = mask.coverage.shape
        ink = Box(mask.left, mask.top, width, height)
        for what, around in (("canvas", canvas), ("safe area", drawing.canvas.safe_box)):
            if by := outside(through(matrix, leaning(ink, text)), around):
                yield f"{by:.1f} px of {text.text!r} past the {what}"
        by = outside(leaning(ink, text), holder(text, drawing))
        if by and not one_colour(drawing, book, ink):
            yield f"{by:.1f} px of {text.text!r} past its box"


def texts(nodes: Iterable[Node], matrix: Matrix) -> Iterator[tuple[DrawText, Matrix]]:
    for node in nodes:
        if isinstance(node, DrawText):
            yield node, matrix
        elif isinstance(node, Nested):
            own = node.opening.matrix if isinstance(node.opening, PushGroup) else None
            yield from texts(node.inside, after(own, matrix) if own else matrix)


def holder(text: DrawText, drawing: Drawing) -> Box:
    """What a run must stay in: sideways the smallest block around it, up and down the smallest that is painted.

    Letters may lean out of a line into the room between two: lines of headlines stand close.
    """
    middle, height = text.x + text.width / 2, text.baseline - text.font.size / 4

    def smallest(boxes: Iterable[Box]) -> Box:
        around = (box for box in boxes if box.x <= middle <= box.right and box.y <= height <= box.bottom)
        return min(around, key=lambda box: box.width * box.height)

    block = smallest(laid.box for laid in drawing.boxes if laid.tag not in INLINE)
    inline = [laid.box for laid in drawing.boxes if laid.tag in INLINE]
    painted = (command.box for command in drawing.commands if isinstance(command, FillBox))
    ground = smallest(box for box in painted if not any(held(box, part) for part in inline))
    return Box(block.x, ground.y, block.width, ground.height)


def held(box: Box, around: Box) -> bool:
    return box.x >= around.x and box.y >= around.y and box.right <= around.right and box.bottom <= around.bottom


def one_colour(drawing: Drawing, book: FontBook, area: Box) -> bool:
    """Whether what lies under an area is of one colour, so that nobody sees where a box ends."""
    commands = tuple(command for command in drawing.commands if not isinstance(command, DrawText))
    bare = paint(replace(drawing, commands=commands), book)
    return bare.crop((int(area.x), int(area.y), int(area.right), int(area.bottom))).getcolors(1) is not None


def leaning(ink: Box, text: DrawText) -> Box:
    """The ink without what a font lets lean out of a word sideways."""
    left, right = max(ink.x, min(text.x, ink.x + LEAN * text.font.size)), ink.right
    end = text.x + text.width
    right = min(right, max(end, right - LEAN * text.font.size))
    return Box(left, ink.y, right - left, ink.height)


def outside(ink: Box, around: Box) -> float:
    """By how many px ink leaves a box, beyond a soft edge; 0 when it does not."""
    by = max(around.x - ink.x, around.y - ink.y, ink.right - around.right, ink.bottom - around.bottom)
    return by if by > EDGE else 0.0
