"""Markdown of one block as a reader sees it, each character with its place: "08**00**-1000" is "0800-1000"."""

import re
from dataclasses import dataclass, field
from html import unescape

from campaign.model.piece import FROM_REGISTER

# In the order in which they are tried. Python-Markdown knows no more of inline markup than this, as copy allows it.
TOKEN = re.compile(
    r"""
    \\(?P<escaped>[\\`*_{}\[\]()>#+.!=-])
  | (?P<markup>\*+|==|(?<![^\W_])_+|_+(?![^\W_]))
  | <(?P<auto>[^<>\s@:]+(?:@|://)[^<>\s]*)>
  | (?P<tag></?[a-zA-Z][^<>]*>|<!--.*?-->)
  | (?P<entity>&(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});)
  | \[(?P<words>[^\[\]]*)\]\((?P<target>[^()\s]*)(?:\s[^()]*)?\)
    """,
    re.VERBOSE | re.DOTALL,
)
ELLIPSIS = re.compile(r"…|\.\.\.")
SPECIAL = re.compile(r"[\\*_=<&\[]")


@dataclass
class Seen:
    """Text that grows, and where its characters stand."""

    text: str = ""
    spans: list[tuple[int, int, int]] = field(default_factory=list)

    def add(self, words: str, line: int, column: int) -> None:
        if words:
            self.spans.append((len(self.text), line, column))
            self.text += words


def add_line(seen: Seen, source: str, line: int, column: int) -> None:
    """Add one line of a block; ``column`` is where ``source`` begins in it."""
    if not SPECIAL.search(source):
        seen.add(source, line, column)
        return
    at = 0
    for token in TOKEN.finditer(source):
        seen.add(source[at : token.start()], line, column + at)
        at = token.end()
        here = column + token.start()
        kind = token.lastgroup
        if kind == "escaped":
            seen.add(token["escaped"], line, here + 1)
        elif kind == "auto":
            seen.add(token["auto"], line, here + 1)
        elif kind == "entity":
            seen.add(unescape(token["entity"]), line, here)
        elif kind == "tag" and token["tag"].lower().startswith("<br"):
            seen.add("\n", line, here)
        elif kind == "target":
            _add_link(seen, token, line, column)
    seen.add(source[at:], line, column + at)


def _add_link(seen: Seen, token: re.Match[str], line: int, column: int) -> None:
    """The words that the author typed; where a register's value stands, a sign that no rule takes for a digit."""
    words, target = token["words"], token["target"]
    if not target.startswith(("channel:", "fact:")):
        add_line(seen, words, line, column + token.start("words"))
        seen.add(f" {target}", line, column + token.start("target") - 1)
        return
    if not words.strip():
        seen.add(FROM_REGISTER, line, column + token.start())
        return
    at = 0
    for ellipsis in ELLIPSIS.finditer(words):
        add_line(seen, words[at : ellipsis.start()], line, column + token.start("words") + at)
        seen.add(FROM_REGISTER, line, column + token.start("words") + ellipsis.start())
        at = ellipsis.end()
    add_line(seen, words[at:], line, column + token.start("words") + at)
