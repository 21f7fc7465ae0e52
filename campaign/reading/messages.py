"""Messages: ``content/<kind>/<slug>.<language>.md`` with front matter and sections."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import Annotated
from zipfile import ZipFile

from pydantic import Field

from campaign.model.campaign import Settings
from campaign.model.kinds import KINDS, kind_of_folder
from campaign.model.library import Library
from campaign.model.message import Kind, Message, Section
from campaign.model.register import Entry
from campaign.problems import CampaignError, Problem
from campaign.reading.copy import CopyReader, Registers
from campaign.reading.entries import entry, nearest
from campaign.reading.sections import read_sections
from campaign.reading.yaml_file import decode, read_yaml

NAME = re.compile(r"([a-z0-9]+(?:-[a-z0-9]+)*)\.([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\.md", re.ASCII)
RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
Country = Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
SIZE_LIMIT = 200_000  # bytes: Python-Markdown takes seconds on hostile megabytes


class FrontMatter(Entry):
    """Between the two ``---`` lines. A translation needs only what differs: title and summary."""

    title: str = Field(min_length=1, max_length=90)
    summary: str = Field(min_length=1, max_length=200)
    code: str = ""
    version: int = Field(default=0, ge=0)
    updated: date | None = None
    call: str = ""
    check: str = ""
    illustration: str = ""
    photo: str = ""
    focus: str = Field(default="", pattern="^(100|[0-9]{1,2})% (100|[0-9]{1,2})%$")
    alt: str = ""
    fact: str = ""
    share: str = ""
    audience: tuple[str, ...] = ()
    hashtags: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    publish: date | None = None
    expires: date | None = None
    seconds: float | None = Field(default=None, ge=5, le=180)
    destinations: tuple[Country, ...] = ()
    reviewed_by: str = ""
    reviewed_on: date | None = None
    reviewed_of: str = ""
    approved_by: str = ""
    approved_on: date | None = None
    approved_of: str = ""
    translates: dict[str, str] = Field(default_factory=dict)
    translated_by: str = ""
    translated_on: date | None = None
    review: str = Field(default="", pattern="^(|native-needed|native-done)$")


@dataclass(frozen=True)
class Source:
    """A message file before it is understood."""

    file: str
    kind: Kind
    slug: str
    language: str


def message_sources(paths: Mapping[str, bytes], settings: Settings) -> tuple[list[Source], list[Problem]]:
    """Which of the files under ``content/`` are messages; a name that does not fit is a problem."""
    sources, problems = [], []
    tags = [language.tag for language in settings.languages]
    for file in sorted(paths):
        _, folder, *rest = file.split("/")
        kind = kind_of_folder(folder)
        if not rest or not file.endswith(".md") or rest[-1] == "README.md":
            continue
        match = NAME.fullmatch(rest[-1])
        if kind is None:
            known = [rule.folder for rule in KINDS.values()]
            problems.append(
                Problem(file, None, "MS010", f"“{folder}” is not a kind of message", nearest(folder, known))
            )
        elif match is None or len(rest) > 1 or match[1] in RESERVED:
            hint = "small letters, digits and hyphens, then the language: too-good-pay.id.md"
            problems.append(Problem(file, None, "MS011", "the file's name does not fit", hint))
        elif match[2] not in tags:
            hint = f"campaign.yaml has {', '.join(tags)}"
            problems.append(Problem(file, None, "MS012", f"the campaign does not speak “{match[2]}”", hint))
        else:
            sources.append(Source(file, kind, match[1], match[2]))
    return sources, problems


@dataclass(frozen=True)
class Read:
    """A message file that was read. ``message`` is there once its front matter is: translations inherit from it,
    even when ``usable`` is False and nothing is made of the message itself."""

    message: Message | None
    usable: bool
    problems: tuple[Problem, ...]


def read_message(source: Source, data: bytes, registers: Registers, library: Library, first: Read | None) -> Read:
    """One file to a message and its problems. ``first`` is the file in the campaign's first language."""
    if len(data) > SIZE_LIMIT:
        problem = Problem(source.file, None, "MS013", f"the file is larger than {SIZE_LIMIT // 1000} kB")
        return Read(None, False, (problem,))
    try:
        text = decode(data, source.file)
        head, body, body_line = _split(text, source.file)
        yaml = read_yaml(head.encode(), source.file, first_line=2)
        front = entry(FrontMatter, yaml, ())
    except CampaignError as error:
        return Read(None, False, error.problems)
    model = first.message if first else None
    copy = CopyReader(registers, source.language, source.file)
    sections = read_sections(body, body_line, copy)
    lines = tuple((str(path[0]), line) for path, line in sorted(yaml.lines.items(), key=str) if len(path) == 1)
    message = _message(source, front, sections, model, lines)
    front_problems, inherits_broken = _front_problems(message, front, model, registers, library)
    problems = (
        *copy.problems,
        *front_problems,
        *_section_problems(message, model if first and first.usable else None, body_line),
    )
    return Read(message, not problems and not copy.touches_broken and not inherits_broken, problems)


def _split(text: str, file: str) -> tuple[str, str, int]:
    """Front matter, body, and the line where the body starts."""
    match = re.match(r"---[ \t]*\r?\n(.*?\n)---[ \t]*(?:\r?\n|$)", text, re.DOTALL)
    if match is None:
        hint = "begin with a line --- , then title: …, summary: …, and again ---"
        raise CampaignError(Problem(file, 1, "MS014", "the front matter is missing or not closed", hint))
    return match[1], text[match.end() :], text[: match.end()].count("\n") + 1


def _message(
    source: Source,
    front: FrontMatter,
    sections: tuple[Section, ...],
    first: Message | None,
    lines: tuple[tuple[str, int], ...],
) -> Message:
    """What a translation leaves out it takes from the first language's file, icons of items included."""
    return Message(
        slug=source.slug,
        language=source.language,
        kind=source.kind,
        file=source.file,
        title=front.title,
        summary=front.summary,
        alt=front.alt,
        seconds=front.seconds or (first.seconds if first else None),
        destinations=front.destinations or (first.destinations if first else ()),
        reviewed_by=front.reviewed_by,
        reviewed_on=front.reviewed_on,
        reviewed_of=front.reviewed_of,
        approved_by=front.approved_by,
        approved_on=front.approved_on,
        approved_of=front.approved_of,
        translates=tuple(front.translates.items()),
        translated_by=front.translated_by,
        translated_on=front.translated_on,
        native_review=front.review != "native-needed",
        sections=_with_icons(sections, first) if first else sections,
        lines=lines,
        code=front.code or (first.code if first else ""),
        version=front.version or (first.version if first else 1),
        updated=front.updated or (first.updated if first else date.min),
        call=front.call or (first.call if first else ""),
        check=front.check or (first.check if first else ""),
        illustration=front.illustration or (first.illustration if first else ""),
        photo=front.photo or (first.photo if first else ""),
        focus=front.focus or ("" if front.photo or not first else first.focus),
        fact=front.fact or (first.fact if first else ""),
        share=front.share or (first.share if first else ""),
        audience=front.audience or (first.audience if first else ()),
        hashtags=front.hashtags or (first.hashtags if first else ()),
        sources=front.sources or (first.sources if first else ()),
        publish=front.publish or (first.publish if first else None),
        expires=front.expires or (first.expires if first else None),
    )


def _with_icons(sections: tuple[Section, ...], first: Message) -> tuple[Section, ...]:
    result = []
    for section in sections:
        model = first.section(section.id)
        if model is not None and len(model.items) == len(section.items):
            pairs = zip(section.items, model.items, strict=True)
            section = replace(section, items=tuple(replace(own, icon=own.icon or his.icon) for own, his in pairs))
        result.append(section)
    return tuple(result)


def _front_problems(
    message: Message, front: FrontMatter, first: Message | None, registers: Registers, library: Library
) -> tuple[list[Problem], bool]:
    """What is missing in the front matter, or names something that is not there.

    Also whether something with an error is used that has been reported elsewhere: in a register, or in the file of the
    first language that this one inherits from.
    """
    problems: list[Problem] = []
    elsewhere = False

    def add(key: str, code: str, text: str, hint: str) -> None:
        problems.append(Problem(message.file, message.line_of(key) or 1, code, text, hint))

    if first is None:
        for key in ("code", "updated", "call", "check", *KINDS[message.kind].keys):
            if not getattr(front, key):
                add(key, "CM002", f"“{key}” is missing", f"add a line “{key}: …” to the front matter")
    for key, register, known in (
        ("call", "channel", registers.channels),
        ("check", "channel", registers.channels),
        ("fact", "fact", registers.facts),
        ("share", "fact", registers.facts),
    ):
        id = getattr(message, key)
        if not id or id in known:
            continue
        if registers.is_broken(register, id) or not getattr(front, key):
            elsewhere = True
        else:
            add(key, "RG001", f"no {register} is called “{id}”", nearest(id, known))
    if message.check in registers.channels and registers.channels[message.check].kind != "web":
        add("check", "MS020", f"“{message.check}” is no web address", "check: names the web channel behind the QR code")
    pictures = {path.rsplit("/", 1)[1].removesuffix(".svg") for path in library.under("assets/illustrations", ".svg")}
    if front.illustration and front.illustration not in pictures:
        hint = nearest(message.illustration, pictures)
        add("illustration", "MS021", f"assets/illustrations/{message.illustration}.svg is not there", hint)
    elsewhere |= bool(message.illustration) and message.illustration not in pictures
    photos = {path.removeprefix("assets/photos/") for path in library.under("assets/photos")}
    if front.photo and front.photo not in photos:
        hint = nearest(front.photo, photos) or "put it into assets/photos/, beside content/"
        add("photo", "MS023", f"assets/photos/{front.photo} is not there", hint)
    elsewhere |= bool(message.photo) and message.photo not in photos
    if front.focus and not message.photo:
        add("focus", "MS024", "“focus” is a point of a photograph, and there is none", "add a line “photo: …” as well")
    problems += [
        Problem(message.file, item.line, "MS022", f"no icon is called “{item.icon}”", nearest(item.icon, icon_names()))
        for section in message.sections
        for item in section.items
        if item.icon and item.icon not in icon_names()
    ]
    return problems, elsewhere


def _section_problems(message: Message, first: Message | None, body_line: int) -> list[Problem]:
    """Sections that are missing, unknown, too long or unlike the first language's."""
    rules, problems = KINDS[message.kind].sections, []
    for id, rule in rules.items():
        if rule.required and message.section(id) is None:
            text = f"the section {{#{id}}} is missing"
            problems.append(Problem(message.file, body_line, "MS030", text, f"add: ## {rule.example} {{#{id}}}"))
    for section in message.sections:
        section_rule = rules.get(section.id, KINDS[message.kind].other)

        def add(code: str, text: str, hint: str, line: int = section.line) -> None:
            problems.append(Problem(message.file, line, code, text, hint))

        if section_rule is None:
            add("MS031", f"a {message.kind} has no section {{#{section.id}}}", nearest(section.id, rules))
            continue
        count = len(section.items)
        model = first.section(section.id) if first else None
        if section_rule.is_list and not section_rule.least <= count <= section_rule.most:
            wanted = f"{section_rule.least} to {section_rule.most}"
            add("MS032", f"{{#{section.id}}} has {count} items, {wanted} are wanted", "begin each with - or 1.")
        elif not section_rule.is_list and not section.paragraphs and not (section_rule.or_items and section.items):
            add("MS033", f"{{#{section.id}}} has no text", "write a paragraph or remove the heading")
        elif model is not None and (section_rule.is_list or section_rule.or_items) and len(model.items) != count:
            add("MS034", f"{{#{section.id}}} has {count} items, {first.file if first else ''} has {len(model.items)}",
                "translate each item, in the same order")  # fmt: skip
        if message.kind == "contacts" and section.id == "contacts":
            for item in section.items:
                if len(item.channels) != 1:
                    add("MS035", "each contact names exactly one channel", "[words](channel:id)", item.line)
    return problems


@cache
def icon_names() -> frozenset[str]:
    """Every icon of the Lucide package."""
    with ZipFile(BytesIO(files("lucide").joinpath("lucide.zip").read_bytes())) as icons:
        return frozenset(name.removesuffix(".svg") for name in icons.namelist() if name.endswith(".svg"))
