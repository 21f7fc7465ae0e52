"""Style sheets → matchers: parsed once for a set of sheets and a canvas, however many pictures are made with them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import cssselect2
import tinycss2

from campaign.layout.declarations import Declaration, read_declarations
from campaign.layout.defaults import BROWSER_DEFAULTS
from campaign.layout.elements import Place
from campaign.layout.known import Known
from campaign.layout.media import matches, read_media
from campaign.layout.values import MisreadError
from campaign.problems import Problem

AHEAD = frozenset({"empty", "has", "lang", "last-of-type", "nth-last-of-type", "only-of-type"})
"""Pseudo-classes that ask for what is in an element, or for the kinds of the siblings after it."""

OF_A_FACE = ("font-family", "src", "font-weight", "font-style", "font-stretch", "font-display", "unicode-range")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One style sheet; ``path`` is for problems. ``first_line`` is 0 where lines cannot be told, None of a file."""

    path: str
    text: str
    first_line: int = 1


@dataclass(frozen=True, slots=True)
class Stylesheet:
    """Every rule of the sheets that holds on a canvas, ready to match; and what is wrong with any rule at all."""

    matcher: Any  # cssselect2.Matcher whose payloads are tuples of declarations
    problems: tuple[Problem, ...]
    attributes: frozenset[str] = frozenset()  # the names that selectors ask for
    looks_back: bool = True  # whether selectors ask for nothing inside an element, nor for kinds of later siblings
    known: Known = field(default_factory=Known)

    def matching(self, wrapper: Any) -> list[tuple[Declaration, ...]]:
        """The declarations of the rules that match, the weakest first."""
        return [payload for _, _, _, payload in self.matcher.match(wrapper)]


@lru_cache(maxsize=64)
def stylesheet(sheets: tuple[Sheet, ...], width: int, height: int) -> Stylesheet:
    """The sheets in cascade order for a canvas of that size, px."""
    builder = _Builder(width, height)
    for sheet in sheets:
        rules = tinycss2.parse_stylesheet(sheet.text, skip_comments=True, skip_whitespace=True)
        builder.add(rules, sheet, applies=True)
    return Stylesheet(builder.matcher, tuple(builder.problems), frozenset(builder.attributes), builder.looks_back)


@lru_cache(maxsize=1)
def browser_defaults() -> Stylesheet:
    """What browsers do to elements before any author's sheet."""
    found = stylesheet((Sheet("defaults.css", BROWSER_DEFAULTS),), 0, 0)
    assert not found.problems, found.problems
    return found


class _Builder:
    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        self.matcher = cssselect2.Matcher()
        self.problems: list[Problem] = []
        self.attributes: set[str] = set()
        self.looks_back = True

    def add(self, rules: Iterable[Any], sheet: Sheet, applies: bool) -> None:
        for rule in rules:
            place = Place(sheet.path, sheet.first_line + rule.source_line - 1 if sheet.first_line else None)
            if rule.type == "qualified-rule":
                self._rule(rule, sheet, place, applies)
            elif rule.type == "at-rule" and rule.lower_at_keyword == "media":
                self._media(rule, sheet, place, applies)
            elif rule.type == "at-rule" and rule.lower_at_keyword == "charset":
                continue
            elif rule.type == "at-rule" and rule.lower_at_keyword == "font-face":
                self._font_face(rule, sheet)
            elif rule.type == "at-rule":
                self.problems.append(
                    place.problem(
                        "TP005",
                        f"pictures do not know @{rule.at_keyword}",
                        "the only at-rules are @media and @font-face",
                    )
                )
            else:
                self.problems.append(place.problem("TP007", f"the style sheet is broken: {rule.message}"))

    def _font_face(self, rule: Any, sheet: Sheet) -> None:
        """Tells a browser where a font lies. We take ours by name; a name that we do not have is refused where used."""
        for item in tinycss2.parse_blocks_contents(rule.content or [], skip_comments=True, skip_whitespace=True):
            if item.type != "declaration" or item.lower_name not in OF_A_FACE:
                place = Place(sheet.path, sheet.first_line + item.source_line - 1 if sheet.first_line else None)
                message = "@font-face holds what is not understood"
                self.problems.append(place.problem("TP005", message, f"it takes {', '.join(OF_A_FACE)}"))

    def _media(self, rule: Any, sheet: Sheet, place: Place, applies: bool) -> None:
        try:
            query = read_media(rule.prelude)
        except MisreadError as misread:
            text = tinycss2.serialize(rule.prelude).strip()
            self.problems.append(place.problem("TP005", f"the media query is not understood: {text}", str(misread)))
            applies = False
        else:
            applies = applies and matches(query, self.width, self.height)
        inner = tinycss2.parse_rule_list(rule.content or [], skip_comments=True, skip_whitespace=True)
        self.add(inner, sheet, applies)

    def _rule(self, rule: Any, sheet: Sheet, place: Place, applies: bool) -> None:
        declarations, problems = read_declarations(rule.content, place, sheet.first_line)
        self.problems.extend(problems)
        selector_text = tinycss2.serialize(rule.prelude).strip()
        try:
            selectors = cssselect2.compile_selector_list(rule.prelude)
        except cssselect2.SelectorError as error:
            reason = " ".join(str(part) for part in error.args)
            self.problems.append(place.problem("TP006", f"the selector is not understood: {selector_text}", reason))
            return
        if any(selector.pseudo_element for selector in selectors):
            hint = "write the element into the template"
            message = f"pictures do not know pseudo-elements: {selector_text}"
            self.problems.append(place.problem("TP006", message, hint))
            return
        if applies and declarations:
            self._asked(rule.prelude)
            for selector in selectors:
                self.matcher.add_selector(selector, tuple(declarations))

    def _asked(self, tokens: Iterable[Any]) -> None:
        """Notes what a selector asks of an element beside its name, classes, id, ancestors and older siblings."""
        before = None
        for token in tokens:
            if token.type == "[] block":
                self.attributes.update(part.value for part in token.content if part.type == "ident")
            elif before is not None and before.type == "literal" and before.value == ":":
                name = token.lower_name if token.type == "function" else getattr(token, "lower_value", "")
                self.looks_back = self.looks_back and name not in AHEAD
            if token.type == "function":
                self._asked(token.arguments)
            before = token
