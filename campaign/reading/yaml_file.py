"""YAML in which every scalar is text and every key has a line.

Plain YAML loaders turn 0811 into 521 and +62811 into 62811, and let the last of two equal keys win. Here types come
from the model alone; duplicate keys, anchors, aliases and tags are refused.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import yaml

from campaign.problems import CampaignError, Problem

Tree = str | list["Tree"] | dict[str, "Tree"]
Path = tuple[str | int, ...]
SIZE_LIMIT = 1_000_000  # bytes; the largest register that makes sense is a tenth of it


@dataclass(frozen=True)
class YamlFile:
    """A file's tree of texts, and the line of each key and item by its path: ("call-centre", "value") -> 7."""

    file: str
    tree: Tree
    lines: Mapping[Path, int]

    def line(self, path: Path) -> int | None:
        """The line of a path, or of the nearest place above it that the file has."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path)


def read_yaml(data: bytes, file: str, first_line: int = 1) -> YamlFile:
    """Parse one document. ``first_line`` is where it starts in its file (front matter starts at 2).

    Raises CampaignError with every duplicate key, anchor and tag, or with the first syntax error.
    """
    if len(data) > SIZE_LIMIT:
        raise CampaignError(Problem(file, None, "YM006", f"the file is larger than {SIZE_LIMIT // 1000} kB"))
    text = decode(data, file)
    offset = first_line - 1
    try:
        problems = list(_refused(text, file, offset)) if re.search("[&*!]", text) else []
        node = _composed(text)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 + offset if mark else None
        what = error.problem or error.context or "syntax error"
        hint = "check the indentation, and put texts with a colon or a # into quotation marks"
        raise CampaignError(Problem(file, line, "YM001", f"this is not valid YAML: {what}", hint)) from None
    except yaml.YAMLError as error:  # a control character
        raise CampaignError(Problem(file, None, "YM001", f"this is not valid YAML: {error}")) from None
    lines: dict[Path, int] = {}
    tree = _tree(node, (), lines, file, offset, problems) if node is not None else {}
    if problems:
        raise CampaignError(problems)
    return YamlFile(file, tree, lines)


def _composed(text: str) -> yaml.Node | None:
    """By libyaml where it is there; what it refuses is read again in Python, whose errors say more."""
    fast = getattr(yaml, "CBaseLoader", None)
    try:
        return yaml.compose(text, Loader=fast or yaml.BaseLoader)
    except yaml.YAMLError:
        return yaml.compose(text, Loader=yaml.BaseLoader)


def decode(data: bytes, file: str) -> str:
    """UTF-8 text without a byte order mark. Raises CampaignError naming the line of the first bad byte."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        hint = "save the file as UTF-8"
        raise CampaignError(Problem(file, line, "YM005", "the file is not UTF-8 text", hint)) from None


def _refused(text: str, file: str, offset: int) -> Iterator[Problem]:
    for token in yaml.scan(text, Loader=yaml.BaseLoader):
        line = token.start_mark.line + 1 + offset
        if isinstance(token, (yaml.AnchorToken, yaml.AliasToken)):
            hint = "write the text out again; to print & or * put the text into quotation marks"
            yield Problem(file, line, "YM003", "anchors and aliases (& and *) are not used here", hint)
        elif isinstance(token, yaml.TagToken):
            yield Problem(file, line, "YM004", "tags (!) are not used here", "put the text into quotation marks")


def _tree(node: yaml.Node, path: Path, lines: dict[Path, int], file: str, offset: int, problems: list[Problem]) -> Tree:
    lines.setdefault(path, node.start_mark.line + 1 + offset)
    if isinstance(node, yaml.ScalarNode):
        return str(node.value)
    if isinstance(node, yaml.SequenceNode):
        return [_tree(item, (*path, i), lines, file, offset, problems) for i, item in enumerate(node.value)]
    tree: dict[str, Tree] = {}
    for key_node, value_node in node.value:
        key, line = str(key_node.value), key_node.start_mark.line + 1 + offset
        if not isinstance(key_node, yaml.ScalarNode):
            problems.append(Problem(file, line, "YM001", "a key must be plain text"))
        elif key in tree:
            first = lines[(*path, key)]
            message = f"the key “{key}” stands here twice (first in line {first})"
            problems.append(Problem(file, line, "YM002", message, "remove one of the two"))
        else:
            lines[(*path, key)] = line
            tree[key] = _tree(value_node, (*path, key), lines, file, offset, problems)
    return tree
