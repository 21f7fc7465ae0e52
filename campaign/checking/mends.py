"""What may be mended without asking: spaces, quotation marks, names of headings. Never a digit, never a link."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

FRONT = re.compile(r"---[ \t]*\r?\n(?:.*?\n)---[ \t]*(?:\r?\n|$)", re.DOTALL)
HEADING = re.compile(r"##[ \t]+([^{}#]*[^{}#\s])[ \t]*")
# Links with their words, braces, HTML and code stay as they are.
KEPT = re.compile(r"\[[^\[\]]*\]\([^()]*\)|\{[^{}]*\}|<[^<>]*>|`[^`]*`")
QUOTES: Mapping[str, str] = dict.fromkeys(("id", "en", "jv", "su", "ms", "min", "ban", "mad", "bug", "sas"), "“”")
SIGN = "\x00"
GUARDED = re.compile(r"[0-9]+|\]\([^()]*\)|\{[^{}]*\}")


@dataclass(frozen=True, slots=True)
class Mend:
    """One line that was changed, and how."""

    line: int
    what: str


def mended(text: str, language: str, headings: Mapping[str, str]) -> tuple[str, tuple[Mend, ...]]:
    """A message's text with what is safe mended; ``headings`` maps headings in small letters to their fixed names.

    Done twice it is the same. Where a digit or a link would change, the line stays as it was.
    """
    front = FRONT.match(text)
    start = text[: front.end()].count("\n") if front else 0
    lines = text.split("\n")
    ends = ["\r" if line.endswith("\r") else "" for line in lines]
    lines = [line.removesuffix("\r") for line in lines]
    quotes = _lines_with_pairs(lines, start)
    mends = []
    opened = False
    for i, line in enumerate(lines):
        if not line.strip():
            opened = False
        new, what = _trimmed(line, lines[i + 1] if i + 1 < len(lines) else "", in_front=i < start), []
        if new != line:
            what.append("blanks at its end")
        if i >= start:
            for name, step in (("spaces", _spaced), ("an ellipsis", _ellipsis), ("an apostrophe", _apostrophes)):
                before, new = new, _outside(new, step)
                if before != new:
                    what.append(name)
            if language in QUOTES and i in quotes:
                before = new
                new, opened = _quoted(new, QUOTES[language], opened)
                if before != new:
                    what.append("quotation marks")
            if named := _named(new, headings):
                new = named
                what.append("its heading's name")
        if new != line and (_guarded(new)[: len(_guarded(line))] == _guarded(line)):
            lines[i] = new
            mends.append(Mend(i + 1, ", ".join(what)))
    return "\n".join(line + end for line, end in zip(lines, ends, strict=True)), tuple(mends)


def _guarded(line: str) -> list[str]:
    return GUARDED.findall(line)


def _trimmed(line: str, following: str, *, in_front: bool) -> str:
    """Without blanks at the end; two before more text are Markdown's line break and stay."""
    plain = line.rstrip(" \t")
    breaks = not in_front and line.endswith("  ") and plain and following.strip() and not following.startswith("#")
    return f"{plain}  " if breaks else plain


def _outside(line: str, step: Callable[[str], str]) -> str:
    """The line with its free stretches changed; what is kept stands between them as one sign, so they know it."""
    kept = KEPT.findall(line)
    changed = step(KEPT.sub(SIGN, line))
    pieces = changed.split(SIGN)
    if len(pieces) != len(kept) + 1:
        return line
    return pieces[0] + "".join(one + piece for one, piece in zip(kept, pieces[1:], strict=True))


def _spaced(line: str) -> str:
    """One space between words, none before a comma or a full stop."""
    lead = line[: len(line) - len(line.lstrip(" \t"))]
    body, tail = line[len(lead) :].rstrip(" "), line[len(line.rstrip(" ")) :]
    body = re.sub(r"(?<=\S)(?<![0-9])[ \t]{2,}(?=\S)(?!\d)", " ", body)
    body = re.sub(r"(?<=[\w”)\]*]) +(?=[,;!?](?:[\s*=]|$))", "", body)
    return lead + re.sub(r"(?<=[^\W\d]) +(?=\.(?:\s|$))", "", body) + tail


def _ellipsis(line: str) -> str:
    return re.sub(r"(?<!\.)\.{3}(?!\.)", "…", line)


def _apostrophes(line: str) -> str:
    return re.sub(r"(?<=[^\W\d_])'(?=[^\W\d_])", "’", line)


def _lines_with_pairs(lines: Sequence[str], start: int) -> frozenset[int]:
    """Lines of blocks in which every straight quotation mark has its partner."""
    found: set[int] = set()
    block: list[int] = []
    for i in range(start, len(lines) + 1):
        if i < len(lines) and lines[i].strip() and not (block and re.match(r"\s*([-*+]|\d+[.)])\s|#", lines[i])):
            block.append(i)
            continue
        text = "\n".join(KEPT.sub(SIGN, lines[n]) for n in block)
        if text.count('"') and text.count('"') % 2 == 0 and not re.search("[“”]", text):
            found.update(block)
        block = [i] if i < len(lines) and lines[i].strip() else []
    return frozenset(found)


def _quoted(line: str, pair: str, opened: bool) -> tuple[str, bool]:
    """Straight marks in turn as opening and closing ones."""
    is_open = opened

    def turn(match: re.Match[str]) -> str:
        nonlocal is_open
        is_open = not is_open
        return pair[0] if is_open else pair[1]

    changed = _outside(line, lambda free: re.sub('"', turn, free))
    return changed, is_open


def _named(line: str, headings: Mapping[str, str]) -> str:
    """A heading without its fixed name gets the one that this heading has elsewhere; empty where nothing changes."""
    match = HEADING.fullmatch(line)
    id = headings.get(match[1].strip().casefold()) if match else None
    return f"{line.rstrip()} {{#{id}}}" if id else ""
