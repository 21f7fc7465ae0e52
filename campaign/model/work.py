"""What a build hands from planning to making: jobs, the workshop they are done in, and what comes out."""

from dataclasses import dataclass
from datetime import date

from campaign.model.campaign import Campaign, Format
from campaign.model.library import Library
from campaign.problems import Problem


@dataclass(frozen=True, slots=True)
class Workshop:
    """What all jobs of a build share. Workers get it once."""

    campaign: Campaign
    library: Library
    as_of: date
    overlay: bool = False  # paint boxes and sizes over the pictures, and paint what does not fit


@dataclass(frozen=True, slots=True)
class Job:
    """One file to make. ``subject`` is the slug of a message or a publication."""

    path: str  # relative to the output folder
    format: Format
    extension: str
    subject: str
    language: str
    region: str = ""
    part: int = 0  # 1, 2, ... in a series; 0 where there is only one


@dataclass(frozen=True, slots=True)
class Filled:
    """A job whose template was filled in: HTML for pictures and documents, plain text for scripts and captions."""

    job: Job
    template: str  # its path in the library, for problems
    body: str
    styles: tuple[str, ...]  # paths in the library, in cascade order
    channels: tuple[str, ...]  # ids of what the body prints
    facts: tuple[str, ...]
    sources: tuple[str, ...]
    alt: str
    caption: str
    draft: str  # the strip's words; empty on a released asset
    file: str  # the content file that it was made from, for problems
    line: int | None
    made_from: tuple[str, ...]  # content files and templates
    required: tuple[str, ...] = ()  # ids of contacts that the template asked the value of
    seconds: float | None = None  # the estimated reading time of a spoken text


@dataclass(frozen=True, slots=True)
class Made:
    """The bytes of one asset, or why there are none."""

    job: Job
    data: bytes
    filled: Filled | None = None
    media_type: str = ""
    width: int | None = None  # px of pictures
    height: int | None = None
    pages: int | None = None
    seconds: float | None = None
    lines: tuple[str, ...] = ()  # of text that a picture shows, to be read back
    problems: tuple[Problem, ...] = ()
