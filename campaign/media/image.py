"""Pictures: a filled template is laid out, painted, looked at, and becomes a PNG, JPEG or WebP."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from threading import get_ident
from typing import NamedTuple

import numpy as np
from PIL import Image

from campaign.filling.theme import recoloured, where_named
from campaign.layout import Sheet, lay_out_anyway
from campaign.layout.commands import Canvas, Drawing, Insets, Photo
from campaign.media.legibility import faults
from campaign.model.campaign import Format
from campaign.model.work import Filled, Made, Workshop
from campaign.painting.folders import font_folders
from campaign.painting.fonts import FontBook, bundled_fonts
from campaign.painting.installed import InstalledFonts
from campaign.painting.jpeg import encode_jpeg
from campaign.painting.overlay import overlaid
from campaign.painting.paint import painted
from campaign.painting.photographs import KINDS as PHOTOGRAPHS
from campaign.painting.photographs import Album, photo_of
from campaign.painting.pixels import Pixels
from campaign.painting.png import encode_png
from campaign.painting.svg import check_svg
from campaign.painting.webp import encode_webp
from campaign.problems import CampaignError, Problem, in_order
from campaign.reading.yaml_file import decode

WIDE = 1080  # px; phones show such a picture at a third of its size, so its smallest text is 8 px there
ILLUSTRATIONS = "assets/illustrations/"
MIN_TEXT, MIN_TEXT_NARROW = 24, 20  # px
DOES_NOT_FIT = re.compile(r"does not fit: ([^,]+)")  # what layout says of copy (FT001), naming the field
UNKNOWN_FAMILY = re.compile(r"no font family is called '(.+)'")
OF_ONE_PICTURE = ("FT", "CT", "IM", "QR")  # problems that another text or another canvas may not have


class Encoding(NamedTuple):
    """How a picture's pixels become a file: its notes, their language, and how many bytes it may have go along."""

    media_type: str
    encode: Callable[[Image.Image, Mapping[str, str], str, int | None], bytes]


def _png(picture: Image.Image, notes: Mapping[str, str], language: str, _: int | None) -> bytes:
    """PNG has no quality to give up for a limit."""
    return encode_png(picture, notes, language)


ENCODINGS = {
    "png": Encoding("image/png", _png),
    "jpg": Encoding("image/jpeg", encode_jpeg),
    "webp": Encoding("image/webp", encode_webp),
}


def make(filled: Filled, workshop: Workshop) -> Made:
    """Draw one picture. What is wrong with it comes back as problems, without data; nothing is raised for content.

    With an overlay, a picture that does not fit or cannot be read is drawn as well, beside its problems.
    """
    try:
        encoding = _encoding(filled)
        drawing, problems = laid_out(filled, workshop)
        if problems and not workshop.overlay:
            raise CampaignError(problems)
        fonts = _fonts()
        album = Album(workshop.library.files)
        memory = _memory(drawing.canvas.width, drawing.canvas.height, get_ident())
        picture = painted(drawing, fonts, album, memory=memory)
        problems = (*problems, *faults(drawing, picture.pixels, fonts, album))
        if workshop.overlay:
            picture = painted(overlaid(drawing, fonts), fonts, album)
            return _with_overlay(filled, workshop, encoding, picture.image, problems)
    except CampaignError as error:
        problems = error.problems
    if problems:
        return Made(filled.job, b"", filled, problems=in_order(for_author(p, filled, workshop) for p in problems))
    limit, whose = _limit(filled.job.format, workshop)
    data = encoding.encode(picture.image, _notes(filled, workshop), filled.job.language, limit)
    if limit is not None and len(data) > limit:
        message = f"{filled.job.path} has {len(data):,} bytes, and {whose} takes {limit:,} at most"
        hint = "use fewer and flatter drawings in this template"
        return Made(filled.job, b"", filled, problems=(Problem(filled.template, None, "IM004", message, hint),))
    width, height = picture.image.size
    made = Made(filled.job, data, filled, media_type=encoding.media_type, width=width, height=height)
    return replace(made, lines=tuple(line.text for line in drawing.lines))


def _with_overlay(
    filled: Filled, workshop: Workshop, encoding: Encoding, picture: Image.Image, problems: Iterable[Problem]
) -> Made:
    data = encoding.encode(picture, {}, filled.job.language, None)
    width, height = picture.size
    told = in_order(for_author(problem, filled, workshop) for problem in problems)
    return Made(filled.job, data, filled, media_type=encoding.media_type, width=width, height=height, problems=told)


def _encoding(filled: Filled) -> Encoding:
    """By the file's extension. Raises CampaignError, at the format, for one that is no picture's."""
    job = filled.job
    if job.extension not in ENCODINGS:
        message = f"pictures are not written as .{job.extension}: files of {job.format.name}"
        hint = f"write one or several of: {', '.join(ENCODINGS)}"
        raise CampaignError(Problem(_format_file(job.format), job.format.line or None, "IM005", message, hint))
    return ENCODINGS[job.extension]


def _limit(format: Format, workshop: Workshop) -> tuple[int | None, str]:
    """How many bytes a file of the format may have (None: any number), and who says so."""
    limits = [(format.max_bytes, f"the format {format.name}")]
    if format.platform:
        limits.append((workshop.campaign.platforms[format.platform].max_bytes, format.platform))
    known = [(limit, whose) for limit, whose in limits if limit is not None]
    return min(known) if known else (None, "")


@lru_cache(maxsize=1)
def _fonts() -> FontBook:
    """Workers are processes: each reads the fonts once and keeps what it shaped."""
    return bundled_fonts(InstalledFonts(font_folders()))


@lru_cache(maxsize=1)
def _memory(width: int, height: int, thread: int) -> Pixels:
    """What the pictures of a size are painted on, one after the other: to get so much memory anew each time takes
    the system longer than most of the painting does."""
    return np.empty((height, width), "<u4")


def laid_out(filled: Filled, workshop: Workshop) -> tuple[Drawing, tuple[Problem, ...]]:
    """A picture before it is painted, and what does not fit. Raises CampaignError for what is not understood."""
    library = workshop.library
    canvas = _canvas(filled.job.format, workshop)

    return lay_out_anyway(
        filled.body,
        name=filled.template,
        sheets=[Sheet(path, library.text(path)) for path in filled.styles],
        canvas=canvas,
        measure=_fonts(),
        pictures=lambda path: themed(path, workshop),
        min_text=MIN_TEXT if canvas.width >= WIDE else MIN_TEXT_NARROW,
    )


def themed(path: str, workshop: Workshop) -> str | Photo:
    """A picture of the library; an illustration in the theme's colours. Raises KeyError where there is none."""
    picture = picture_of(path, workshop.library.files[path])
    if isinstance(picture, str) and path.startswith(ILLUSTRATIONS):
        return recoloured(picture, workshop.library, workshop.campaign.settings.theme)
    return picture


def picture_of(path: str, data: bytes) -> str | Photo:
    """What layout wants to know of an ``<img src>``: an SVG's text, or a photograph's size.

    Raises CampaignError for a file that cannot be drawn.
    """
    if path.lower().endswith(PHOTOGRAPHS):
        return photo_of(path, data)
    if not path.lower().endswith(".svg"):
        hint = f"pictures are files of these kinds: .svg {' '.join(PHOTOGRAPHS)}"
        raise CampaignError(Problem(path, None, "IM006", "this file is no picture", hint))
    text = decode(data, path)
    if problems := check_svg(text, path):
        raise CampaignError(problems)
    return text


def _canvas(format: Format, workshop: Workshop) -> Canvas:
    """The format's size, less what its platform covers with buttons."""
    if format.width is None or format.height is None or format.unit != "px":
        message = f"the format {format.name} is an image and has no width and height in px"
        raise CampaignError(
            Problem(_format_file(format), format.line or None, "IM001", message, "add both, and unit: px")
        )
    width, height = round(format.width), round(format.height)
    if not format.platform:
        return Canvas(width, height)
    platform = workshop.campaign.platforms[format.platform]
    safe = Insets(
        top=platform.safe_top * height,
        right=platform.safe_right * width,
        bottom=platform.safe_bottom * height,
        left=platform.safe_left * width,
    )
    return Canvas(width, height, safe)


def _format_file(format: Format) -> str:
    return f"templates/{format.family}/format.yaml"


def for_author(problem: Problem, filled: Filled, workshop: Workshop) -> Problem:
    """The problem at the place where it can be mended, with the format and the language that show it.

    Copy that does not fit is the content file's, at the field that layout names; all else is the template's.
    """
    if found := UNKNOWN_FAMILY.search(problem.message):
        place = where_named(workshop.library, filled.styles, found[1])
        problem = problem.at(*place) if place else problem
    if not problem.file:
        problem = problem.at(filled.template, None)
    if found := DOES_NOT_FIT.search(problem.message):
        problem = problem.at(filled.file, _line_of(found[1], filled, workshop))
    if problem.code[:2] in OF_ONE_PICTURE:
        language = workshop.campaign.language(filled.job.language).name
        problem = replace(problem, message=f"{problem.message} ({filled.job.format.name}, {language})")
    return problem


def _line_of(field: str, filled: Filled, workshop: Workshop) -> int | None:
    """Where a section or a key of the front matter stands in the content file."""
    message = workshop.campaign.messages.get((filled.job.subject, filled.job.language))
    if message is None:
        return filled.line
    section = message.section(field)
    return section.line if section else message.line_of(field) or filled.line


def _notes(filled: Filled, workshop: Workshop) -> dict[str, str]:
    """What the picture says of itself wherever the file goes: PNG's keywords, in the asset's language."""
    publisher = workshop.campaign.local(workshop.campaign.settings.publisher, filled.job.language)
    return {
        "Description": filled.alt,
        "Author": publisher,
        "Publisher": publisher,
        "Source": "; ".join(filled.sources),
        "Language": filled.job.language,
    }
