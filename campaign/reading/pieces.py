"""Every stretch of words of a campaign, with its place: of messages, YAML, CSV, drawings and templates.

Read apart from the values that assets are made of, so that rules see what cannot be read otherwise, and see it where
the author wrote it.
"""

import csv
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from io import StringIO

import yaml

from campaign.model.library import Library
from campaign.model.piece import Piece, Role
from campaign.reading.inline import Seen, add_line
from campaign.reading.sections import ATTRIBUTE, BRACES, HEADING, ID, MARKER

Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # the fast one where libyaml is there; both give the same nodes

# Values that nobody prints as words: what they hold is checked where it is read.
DATA = {
    "allowed-hosts", "approved-by", "approved-of", "approved-on", "audience", "beside", "call", "channels",
    "check", "code", "compact", "contacts", "copies", "country", "destinations", "expires", "fact", "fallback",
    "focus", "format", "formats", "id", "illustration", "kind", "languages", "message", "office", "photo",
    "profile", "profiles", "publications", "publish", "qualifier", "reachable-from", "review", "reviewed-by",
    "reviewed-of", "reviewed-on", "rules", "seconds", "sections", "share", "source-date", "source-url", "status",
    "tag", "term-days", "theme", "time-zone", "translated-by", "translated-on", "translates", "updated",
    "valid-until", "value", "verified-by", "verified-note", "verified-of", "verified-on", "version",
}  # fmt: skip
COLUMNS = DATA - {"office"} | {"source", "date", "decision", "decision-date", "licence", "status"}
READ = (".md", ".yaml", ".yml", ".csv", ".svg")
DATA_FILES = ("content/platforms.yaml",)
WORDS = "templates/_shared/words.yaml"
REGISTERS = ("content/channels.yaml", "content/facts.yaml")
TAG = re.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
FRONT = re.compile(r"---[ \t]*\r?\n(.*?\n)---[ \t]*(?:\r?\n|$)", re.DOTALL)


def read_pieces(files: Mapping[str, bytes], library: Library) -> tuple[Piece, ...]:
    """All pieces, in the order of files and of places in them. What is no text at all is left to the readers."""
    found: list[Piece] = []
    for file in sorted(files):
        found += pieces_of(file, files[file])
    for file in sorted(library.files):
        if file.startswith(("assets/", "templates/")) and file.endswith(READ):
            found += _of_library(file, library.files[file])
    return tuple(found)


@lru_cache(maxsize=512)
def _of_library(file: str, data: bytes) -> tuple[Piece, ...]:
    """Templates and drawings are the same in a hundred campaigns."""
    return tuple(pieces_of(file, data))


def pieces_of(file: str, data: bytes) -> Iterator[Piece]:
    """The pieces of one file, by its ending."""
    if not file.endswith(READ) or file.endswith("/README.md"):
        return
    suffix = file.rsplit(".", 1)[-1]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return
    if suffix == "md":
        yield from _of_message(file, text)
    elif suffix == "csv":
        yield from _of_csv(file, text)
    elif suffix == "svg":
        yield from _of_drawing(file, text)
    else:
        yield from _of_yaml(file, text, 0)


def _of_message(file: str, text: str) -> Iterator[Piece]:
    parts = file.rsplit("/", 1)[-1].split(".")
    language = parts[-2] if len(parts) > 2 else ""
    front = FRONT.match(text)
    start = 0
    if front:
        for piece in _of_yaml(file, front[1], 1):
            yield Piece(file, piece.text, piece.role, piece.path, language, piece.spans)
        start = text[: front.end()].count("\n")
    section, counts = "", {"paragraph": 0, "item": 0}
    block: list[tuple[str, int, int]] = []
    what = ""

    def finished() -> Iterator[Piece]:
        if block:
            counts[what] += 1
            yield _block(file, language, section, (what, counts[what] - 1), block)
            block.clear()

    body = text[front.end() :] if front else text
    for number, line in enumerate(body.splitlines(), start + 1):
        heading, marker = HEADING.fullmatch(line), MARKER.fullmatch(line)
        if heading or marker or not line.strip():
            yield from finished()
        if heading:
            braces = heading[3] or ""
            id = ID.search(braces)
            section, counts = id[1] if id else "", {"paragraph": 0, "item": 0}
            yield from _heading(file, language, section, heading, number)
        elif marker:
            what = "item"
            block.append((marker[4], number, marker.start(4) + 1))
        elif line.strip():
            what = what if block else "paragraph"
            block.append((line.lstrip(), number, len(line) - len(line.lstrip()) + 1))
    yield from finished()


def _heading(file: str, language: str, section: str, match: re.Match[str], line: int) -> Iterator[Piece]:
    yield _block(file, language, section, ("heading",), [(match[2], line, match.start(2) + 1)])
    for found in ATTRIBUTE.finditer(match[3] or ""):
        group = next(i for i in range(2, 7) if i <= (found.re.groups) and found[i] is not None)
        column = match.start(3) + found.start(group) + 1
        yield Piece(file, found[group], "copy", (section, found[1]), language, ((0, line, column),))


def _block(
    file: str, language: str, section: str, path: tuple[str | int, ...], lines: list[tuple[str, int, int]]
) -> Piece:
    seen = Seen()
    for i, (source, line, column) in enumerate(lines):
        if path[0] == "item" and i == len(lines) - 1 and (braces := BRACES.search(source)):
            source = source[: braces.start()]
        if i:
            before = lines[i - 1][0]
            seen.add("\n" if before.endswith("  ") else " ", lines[i - 1][1], lines[i - 1][2] + len(before.rstrip()))
        add_line(seen, source.rstrip(), line, column)
    return Piece(file, seen.text, "copy", (section, *path), language, tuple(seen.spans) or ((0, *lines[0][1:]),))


def _of_yaml(file: str, text: str, offset: int) -> Iterator[Piece]:
    """Each scalar; a mapping's keys are data. A file that is no YAML gives nothing: reading says so."""
    try:
        node = yaml.compose(text, Loader=Loader)
    except yaml.YAMLError:
        return
    if node is not None:
        yield from _of_node(file, text, offset, node, ())


def _of_node(file: str, text: str, offset: int, node: yaml.Node, path: tuple[str | int, ...]) -> Iterator[Piece]:
    if isinstance(node, yaml.ScalarNode):
        if node.value:
            language = str(path[-1]) if len(path) > 1 and _is_tag(path[-1]) else ""
            spans = _spans(node, text, offset)
            yield Piece(file, node.value, _role(file, path), path, language, spans)
    elif isinstance(node, yaml.SequenceNode):
        for i, item in enumerate(node.value):
            yield from _of_node(file, text, offset, item, (*path, i))
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if isinstance(key, yaml.ScalarNode):
                yield Piece(file, key.value, "data", (*path, key.value, "key"), "", _spans(key, text, offset))
                yield from _of_node(file, text, offset, value, (*path, key.value))


def _is_tag(step: str | int) -> bool:
    return isinstance(step, str) and TAG.fullmatch(step) is not None


def _role(file: str, path: tuple[str | int, ...]) -> Role:
    """Whether a value is printed as words. A register's "source" names a host; a fact's is printed."""
    keys = [step for step in path if isinstance(step, str)]
    if file in DATA_FILES or (not file.startswith("content/") and file != WORDS):
        return "data"
    own = keys[1:] if file in REGISTERS else keys
    if file == "content/channels.yaml" and own[:1] == ["source"]:
        return "data"
    if file == "content/campaign.yaml" and keys[:1] == ["languages"]:
        return "copy" if keys[-1:] == ["name"] else "data"
    if path[-1] == "id" and (len(path) == 1 or isinstance(path[-2], int)):
        return "data"
    return "data" if any(key in DATA for key in own if key != "id") else "copy"


def _spans(node: yaml.ScalarNode, text: str, offset: int) -> tuple[tuple[int, int, int], ...]:
    """Where the characters of a scalar stand: at once where it is written as it is read, else one by one."""
    line, column = node.start_mark.line + 1 + offset, node.start_mark.column + 1
    if node.style in ('"', "'"):
        column += 1
    if node.start_mark.line == node.end_mark.line:
        raw = node.end_mark.column - node.start_mark.column - (2 if node.style in ('"', "'") else 0)
        if raw == len(node.value):
            return ((0, line, column),)
    spans = []
    lines = text.splitlines()
    row, at = node.start_mark.line, column - 1
    if node.style in ("|", ">"):
        row, at = row + 1, 0
    for i, letter in enumerate(node.value):
        while row < len(lines) and letter.strip() and (at := lines[row].find(letter, at)) < 0:
            row, at = row + 1, 0
        if row >= len(lines):
            break
        spans.append((i, row + 1 + offset, at + 1))
        at += 1 if letter.strip() else 0
    return tuple(spans) or ((0, line, column),)


def _of_csv(file: str, text: str) -> Iterator[Piece]:
    lines = text.splitlines()
    if not lines:
        return
    announced = re.match(r"sep=(.)\r?\n", text)  # as Excel writes it
    separator = announced[1] if announced else max(",;\t", key=lines[0].count)
    skipped = 1 if announced else 0
    rows = csv.reader(StringIO("\n".join(lines[skipped:])), delimiter=separator, strict=True)
    head: list[str] = []
    try:
        for row in rows:
            line, at = rows.line_num + skipped, 0
            source = lines[line - 1] if line <= len(lines) else ""
            for i, cell in enumerate(row):
                found = source.find(cell, at)
                at = found + len(cell) if found >= 0 else at
                name = head[i].strip() if i < len(head) else ""
                role: Role = (
                    "data" if not head or not name or name in COLUMNS or not file.startswith("content/") else "copy"
                )
                if cell:
                    yield Piece(file, cell, role, (line, name), "", ((0, line, max(found, 0) + 1),))
            head = head or row
    except csv.Error:
        return


DRAWN = re.compile(r">([^<>]*[^\s<>][^<>]*)<|\s(?:aria-label|alt)=(?:\"([^\"]+)\"|'([^']+)')")
JOINED = re.compile(r"(?:</?tspan\b[^>]*>)+")  # between the letters of one word
NOT_WORDS = re.compile(r"<(style|script)\b.*?</\1\s*>|<!--.*?-->|<\?.*?\?>", re.DOTALL | re.IGNORECASE)


def _of_drawing(file: str, text: str) -> Iterator[Piece]:
    """Texts, titles and descriptions of an SVG; neighbours join, since letters may stand in an element each."""
    blank = NOT_WORDS.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)
    starts = [0, *(match.end() for match in re.finditer("\n", blank))]
    seen, end = Seen(), 0
    for found in DRAWN.finditer(blank):
        at = found.start(found.lastindex or 0)
        line = blank.count("\n", 0, at) + 1
        column = at - starts[line - 1] + 1
        if seen.text and not JOINED.fullmatch(blank[end - 1 : at]):
            seen.add(" ", line, column)
        add_line(seen, found[found.lastindex or 0].replace("\n", " "), line, column)
        end = found.end()
    if seen.text:
        yield Piece(file, seen.text, "copy", ("drawing",), "", tuple(seen.spans))
