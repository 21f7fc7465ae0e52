"""Writing a few keys into YAML that people keep by hand: every other byte of the file stays as it is.

Comments, order, quotation marks, line ends and blank lines belong to the author. So nothing is written anew from what
was read: the places of the values are looked up, and the text is changed there. Then the result is read again, and
kept only when it says what it said before and the new values, nothing else.
"""

import re
from collections.abc import Mapping
from typing import Any

import yaml

from campaign.problems import CampaignError, Problem

Value = str | Mapping[str, str]
BOM = "\ufeff"
FRONT = re.compile(r"(---[ \t]*\r?\n)(.*?\n)---[ \t]*(?:\r?\n|$)", re.DOTALL)
PLAIN = re.compile(r"[^\W_]([\w.'’()/+ -]*[\w.'’()/+-])?")


def amended(data: bytes, file: str, path: tuple[str, ...], values: Mapping[str, Value]) -> bytes:
    """A YAML file with ``values`` set in the mapping at ``path``: replaced where the keys are, else added at its end.

    Raises CampaignError when the file is written in a way in which this is not safe; it names what to write by hand.
    """
    text, mark = _decoded(data)
    return (mark + _set_all(text, file, path, values)).encode()


def amended_front(data: bytes, file: str, values: Mapping[str, Value]) -> bytes:
    """The same in the front matter of a message."""
    text, mark = _decoded(data)
    front = FRONT.match(text)
    if front is None:
        raise _unsafe(file, values)
    head = _set_all(front[2], file, (), values)
    return (mark + front[1] + head + text[front.end(2) :]).encode()


def _decoded(data: bytes) -> tuple[str, str]:
    text = data.decode("utf-8")
    return (text[1:], BOM) if text.startswith(BOM) else (text, "")


def _set_all(text: str, file: str, path: tuple[str, ...], values: Mapping[str, Value]) -> str:
    changed = text
    try:
        wanted = _tree(_composed(text))
        mapping: Any = wanted
        for step in path:
            mapping = mapping[step]
        for key, value in values.items():
            changed = _set(changed, path, key, value)
            mapping[key] = value if isinstance(value, str) else dict(value)
        if _tree(_composed(changed)) == wanted:
            return changed
    except (yaml.YAMLError, KeyError, TypeError, ValueError):
        pass
    raise _unsafe(file, values)


def _unsafe(file: str, values: Mapping[str, Value]) -> CampaignError:
    lines = "\n".join(f"{key}: {_rendered(value)}" for key, value in values.items())
    text = "this file is written in a way that a program cannot safely add to"
    return CampaignError(Problem(file, None, "AM001", text, f"write it by hand:\n{lines}"))


def _composed(text: str) -> yaml.Node:
    # The slow loader: libyaml counts the places of characters in bytes.
    node = yaml.compose(text, Loader=yaml.BaseLoader)
    if node is None:
        raise ValueError("an empty document")
    return node


def _tree(node: yaml.Node) -> dict[str, object]:
    tree = yaml.BaseLoader("").construct_document(node)
    if not isinstance(tree, dict):
        raise ValueError("not a mapping")
    return tree


def _set(text: str, path: tuple[str, ...], key: str, value: Value) -> str:
    node = _composed(text)
    for step in path:
        node = next(child for name, child in node.value if name.value == step)
    if not isinstance(node, yaml.MappingNode) or not node.value:
        raise ValueError(path)
    rendered = _rendered(value)
    for name, old in node.value:
        if name.value != key:
            continue
        if old.start_mark.index == old.end_mark.index:  # “key:” and nothing behind it
            at = _behind_colon(text, name)
            return f"{text[:at]} {rendered}{text[at:]}"
        return text[: old.start_mark.index] + rendered + text[_end(text, name, old) :]
    return _added(text, node, key, rendered)


def _added(text: str, node: yaml.MappingNode, key: str, rendered: str) -> str:
    name, last = node.value[-1]
    end = _end(text, name, last)
    if node.flow_style:
        return f"{text[:end]}, {key}: {rendered}{text[end:]}"
    newline = text.find("\n", end)
    if newline < 0:
        text, newline = text + "\n", len(text)
    line_end = "\r\n" if text[newline - 1 : newline] == "\r" else "\n"
    indent = " " * node.value[0][0].start_mark.column
    return f"{text[: newline + 1]}{indent}{key}: {rendered}{line_end}{text[newline + 1 :]}"


def _end(text: str, name: yaml.Node, node: yaml.Node) -> int:
    """Where a value ends, comments and blank lines after it left out."""
    start, end = node.start_mark.index, node.end_mark.index
    if start == end:
        return _behind_colon(text, name)
    if isinstance(node, yaml.ScalarNode):
        return start + len(text[start:end].rstrip()) if node.style in ("|", ">") else end
    if not isinstance(node, yaml.CollectionNode) or node.flow_style:
        return end
    if isinstance(node, yaml.MappingNode):
        return _end(text, *node.value[-1])
    return _end(text, node, node.value[-1])


def _behind_colon(text: str, name: yaml.Node) -> int:
    colon = re.compile(r"\s*:").match(text, name.end_mark.index)
    if colon is None:
        raise ValueError(name.value)
    return colon.end()


def _rendered(value: Value) -> str:
    """A value on one line: plain where no reader can take it for anything else, else in quotation marks."""
    if not isinstance(value, str):
        return "{" + ", ".join(f"{key}: {_rendered(text)}" for key, text in value.items()) + "}"
    if PLAIN.fullmatch(value):
        return value
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
