"""The body of a message: headings with ids, paragraphs and lists, split by lines so that every problem has one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from campaign.model.message import Item, Section
from campaign.model.revisions import section_revision
from campaign.model.text import RichText
from campaign.reading.copy import CopyReader

HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*(?:\{([^{}]*)\})?\s*#*\s*")
MARKER = re.compile(r"(\s*)(?:([-*+])|(\d{1,3})[.)])\s+(.*)")
BRACES = re.compile(r"\s*\{([^{}]*)\}\s*$")
ATTRIBUTE = re.compile(r"""([a-z][a-z-]*)=(?:"([^"]*)"|“([^”]*)”|'([^']*)'|([^\s"'{}]+))""", re.ASCII)
ID = re.compile(r"#([a-z0-9]+(?:-[a-z0-9]+)*)(?=\s|$)", re.ASCII)


@dataclass
class _Block:
    """Source lines that belong together: a paragraph, or an item of a list."""

    line: int
    text: str
    is_item: bool = False
    ordered: bool = False


@dataclass
class _Part:
    heading: str
    braces: str
    line: int
    blocks: list[_Block] = field(default_factory=list)


def read_sections(source: str, first_line: int, copy: CopyReader) -> tuple[Section, ...]:
    """Split ``source`` into sections. What is not understood becomes a problem of ``copy``."""
    sections: dict[str, Section] = {}
    for part in _parts(source.splitlines(), first_line, copy):
        attributes = _attributes(part.braces, part.line, copy, allow_id=True)
        id = attributes.pop("id", "")
        if not id:
            hint = f"give it a fixed name in braces: ## {part.heading} {{#warning-signs}}"
            copy.problem(part.line, "MS002", f"the heading “{part.heading}” has no id", hint)
            continue
        if id in sections:
            copy.problem(part.line, "MS003", f"the section {{#{id}}} stands here twice", "join the two")
            continue
        sections[id] = _section(id, part, attributes, copy)
    return tuple(sections.values())


def _parts(lines: Sequence[str], first_line: int, copy: CopyReader) -> Iterator[_Part]:
    part: _Part | None = None
    open_block: _Block | None = None
    for number, text in enumerate(lines, first_line):
        heading = HEADING.fullmatch(text)
        marker = MARKER.fullmatch(text)
        if heading:
            if part is not None:
                yield part
            level, words, braces = heading.groups()
            if len(level) != 2:
                copy.problem(number, "MS001", "sections begin with ## (two signs)", f"## {words}")
            part, open_block = _Part(words, braces or "", number), None
        elif not text.strip():
            open_block = None
        elif part is None:
            hint = "put it under a heading like ## Tanda bahaya {#warning-signs}"
            copy.problem(number, "MS004", "this text stands before the first heading", hint)
            return  # one problem is enough for the whole stretch
        elif marker:
            indent, _, digits, words = marker.groups()
            if len(indent) > 1:
                copy.problem(number, "MD001", "a list inside a list has no place in a picture", "make it one list")
            open_block = _Block(number, words, is_item=True, ordered=digits is not None)
            part.blocks.append(open_block)
        elif open_block is not None:
            open_block.text += "\n" + _kept(text)
        else:
            open_block = _Block(number, _kept(text))
            part.blocks.append(open_block)
    if part is not None:
        yield part


def _kept(text: str) -> str:
    """A source line without indentation; two spaces at its end are Markdown's line break."""
    return text.strip() + ("  " if text.endswith("  ") else "")


def _section(id: str, part: _Part, attributes: dict[str, str], copy: CopyReader) -> Section:
    items, paragraphs = [], []
    for block in part.blocks:
        if block.is_item:
            items.append(_item(block, copy))
        else:
            paragraphs.append(copy.block(block.text, block.line))
    return Section(
        id=id,
        heading=part.heading,
        attributes=tuple(sorted(attributes.items())),
        paragraphs=tuple(text for text in paragraphs if text),
        items=tuple(items),
        ordered=any(block.ordered for block in part.blocks),
        line=part.line,
        revision=section_revision(part.heading, attributes.items(), (BRACES.sub("", b.text) for b in part.blocks)),
    )


def _item(block: _Block, copy: CopyReader) -> Item:
    braces = BRACES.search(block.text)
    attributes = _attributes(braces[1], block.line, copy) if braces else {}
    for name in attributes.keys() - {"icon"}:
        copy.problem(block.line, "MS005", f"“{name}” is not known here", "an item takes only {icon=name}")
    text = copy.block(block.text[: braces.start()] if braces else block.text, block.line)
    if not text:
        copy.problem(block.line, "MS006", "this item is empty", "write it or remove the line")
    lead, rest = split_lead(text)
    return Item(lead, rest, attributes.get("icon", ""), block.line)


def split_lead(text: RichText) -> tuple[RichText, RichText]:
    """The bold words at the start, without their full stop, and what follows."""
    runs = text.runs
    count = next((i for i, run in enumerate(runs) if not run.bold), len(runs))
    lead, rest = list(runs[:count]), list(runs[count:])
    if not lead:
        return RichText(), text
    lead[-1] = replace(lead[-1], text=lead[-1].text.rstrip())
    if lead[-1].text.endswith(".") and not lead[-1].text.endswith(".."):
        lead[-1] = replace(lead[-1], text=lead[-1].text[:-1])
    if rest:
        rest[0] = replace(rest[0], text=rest[0].text.lstrip(" "))
    return RichText(tuple(replace(run, bold=False) for run in lead)), RichText(tuple(run for run in rest if run.text))


def _attributes(braces: str, line: int, copy: CopyReader, *, allow_id: bool = False) -> dict[str, str]:
    """``#id key=value key="two words"`` as a mapping, the id under "id"."""
    found: dict[str, str] = {}
    left = braces
    if allow_id and (match := ID.search(left)):
        found["id"] = match[1]
        left = left[: match.start()] + left[match.end() :]
    for match in ATTRIBUTE.finditer(left):
        found[match[1]] = next(value for value in match.groups()[1:] if value is not None)
    if rest := ATTRIBUTE.sub("", left).strip():
        hint = 'write {#id key="some words"} or {icon=name}'
        copy.problem(line, "MS005", f"“{rest}” between the braces is not understood", hint)
    return found
