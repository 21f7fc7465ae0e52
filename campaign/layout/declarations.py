"""Declarations: ``color: red`` as a property's name, its value, and where it was written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import tinycss2

from campaign.layout.aliases import ALIASES, TOLERATED
from campaign.layout.elements import Place
from campaign.layout.nearest import instead_of, nearest
from campaign.layout.properties import LONGHANDS
from campaign.layout.shorthands import SHORTHAND_PARTS, SHORTHANDS
from campaign.layout.values import MisreadError, Tokens, keyword, without_space
from campaign.problems import Problem

KNOWN = frozenset({*LONGHANDS, *SHORTHANDS, *ALIASES, *TOLERATED})
WIDE = frozenset({"inherit", "initial", "unset"})


@dataclass(frozen=True, slots=True)
class Wide:
    """One of the words that every property takes."""

    word: str


@dataclass(frozen=True, slots=True)
class Declaration:
    """``values`` holds longhands; where the value contains ``var()`` it is None and ``tokens`` are read per element.

    ``inline`` says that the sides were written as the start and end of a line: left and right where it runs rightwards.
    """

    name: str
    values: Mapping[str, Any] | None
    tokens: tuple[Any, ...]
    important: bool
    place: Place
    inline: bool = False

    @property
    def custom(self) -> bool:
        return self.name.startswith("--")


def read_declarations(content: Any, place: Place, first_line: int) -> tuple[list[Declaration], list[Problem]]:
    """The declarations of a block or of a ``style`` attribute.

    ``place`` holds the file; a declaration's line is ``first_line`` plus its line in the parsed text, less one.
    With ``place.line`` None and ``first_line`` 0 problems name the file only.
    """
    declarations: list[Declaration] = []
    problems: list[Problem] = []
    for item in tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True):
        where = Place(place.file, first_line + item.source_line - 1 if first_line else None)
        if item.type == "declaration":
            try:
                found = _declaration(item, where)
            except MisreadError as misread:
                problems.append(_not_understood(item.name, item.value, where, str(misread)))
            except KeyError:
                problems.append(unknown_property(item.name, where))
            else:
                declarations.extend(found)
        elif item.type == "error":
            problems.append(where.problem("TP007", "this is no declaration: property: value;", item.message))
        else:
            problems.append(where.problem("TP007", "rules inside rules are not known here", "write the whole selector"))
    return declarations, problems


def unknown_property(name: str, where: Place) -> Problem:
    other = nearest(name.lower(), KNOWN)
    if instead := instead_of(name.lower()):
        return where.problem("TP002", f"pictures do not know the property {name}", f"instead: {instead}")
    hint = f"the nearest property is {other}" if other else "docs/pictures.md lists the properties of pictures"
    return where.problem("TP002", f"pictures do not know the property {name}", hint)


def _not_understood(name: str, tokens: Any, where: Place, hint: str) -> Problem:
    value = tinycss2.serialize(tokens).strip()
    return where.problem("TP003", f"the value of {name} is not understood: {value}", hint)


def _declaration(item: Any, where: Place) -> list[Declaration]:
    if item.name.startswith("--"):
        return [Declaration(item.name, None, tuple(item.value), item.important, where)]
    name = ALIASES.get(item.lower_name, item.lower_name)
    if name not in KNOWN:
        raise KeyError(name)
    if name in TOLERATED:
        return []
    tokens = tuple(item.value)
    values = None if has_var(tokens) else read_value(name, tokens)
    written = item.lower_name
    inline = ("-inline" in written and not written.endswith("-size")) or written.startswith(
        ("border-start", "border-end")
    )
    return [Declaration(name, values, tokens, item.important, where, inline)]


def has_var(tokens: Tokens) -> bool:
    """Whether var() stands anywhere in the value."""
    for token in tokens:
        if token.type == "function":
            if token.lower_name == "var" or has_var(token.arguments):
                return True
        elif token.type == "() block" and has_var(token.content):
            return True
    return False


def read_value(name: str, tokens: Tokens) -> Mapping[str, Any]:
    """The longhands that a property's value stands for. Raises MisreadError."""
    return _read_text(name, tinycss2.serialize(tokens).strip())


@lru_cache(maxsize=8192)
def _read_text(name: str, text: str) -> Mapping[str, Any]:
    """By the value's text, so that a value in many rules and pictures is read once."""
    tokens = without_space(tinycss2.parse_component_value_list(text, skip_comments=True))
    if not tokens:
        raise MisreadError("the value is missing")
    if len(tokens) == 1 and keyword(tokens[0]) in WIDE:
        wide = Wide(keyword(tokens[0]))
        return dict.fromkeys(SHORTHAND_PARTS.get(name, (name,)), wide)
    if name in SHORTHANDS:
        return SHORTHANDS[name](tokens)
    return {name: LONGHANDS[name].read(tokens)}


def substituted(
    tokens: Tokens, custom: Mapping[str, tuple[Any, ...]], seen: Sequence[str] = ()
) -> tuple[list[Any], list[str]]:
    """The tokens with every var() replaced, and the names that were not there.

    A cycle counts as not there, as in CSS.
    """
    result: list[Any] = []
    missing: list[str] = []
    for token in tokens:
        if token.type == "function" and token.lower_name == "var":
            inner, lost = _variable(token, custom, seen)
            result.extend(inner)
            missing.extend(lost)
        elif token.type == "function" and has_var(token.arguments):
            inner, lost = substituted(token.arguments, custom, seen)
            text = f"{token.name}({tinycss2.serialize(inner)})"
            result.extend(tinycss2.parse_component_value_list(text))
            missing.extend(lost)
        elif token.type == "() block" and has_var(token.content):
            inner, lost = substituted(token.content, custom, seen)
            result.extend(tinycss2.parse_component_value_list(f"({tinycss2.serialize(inner)})"))
            missing.extend(lost)
        else:
            result.append(token)
    return result, missing


def _variable(token: Any, custom: Mapping[str, tuple[Any, ...]], seen: Sequence[str]) -> tuple[list[Any], list[str]]:
    arguments = list(token.arguments)
    named = without_space(arguments)
    name = named[0].value if named and named[0].type == "ident" else ""
    if name in custom and name not in seen:
        return substituted(custom[name], custom, (*seen, name))
    comma = next((n for n, t in enumerate(arguments) if t.type == "literal" and t.value == ","), None)
    if comma is not None:
        return substituted(arguments[comma + 1 :], custom, seen)
    return [], [name or "var()"]
