"""The cascade: which declaration wins for each element (CSS Cascading 4), before anything is computed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import tinycss2

from campaign.layout.declarations import Declaration, Wide, read_declarations, read_value, substituted
from campaign.layout.elements import Document, Element
from campaign.layout.sheets import Stylesheet, browser_defaults
from campaign.layout.values import MisreadError, without_space
from campaign.problems import Problem

Custom = Mapping[str, tuple[Any, ...]]
Place = tuple[int, int, int]
"""Where an element stands, as selectors see it: the numbers of the element around it and of the one before it (0 for
none), and how many stand there."""

OWN = frozenset({"id", "class", "style", "lang", "width", "height"})  # attributes that count without a selector


@dataclass(frozen=True, slots=True)
class Role:
    """A text role: its font size may fall to ``smallest`` px, and its text takes at most ``lines`` lines."""

    smallest: float
    lines: int | None


@dataclass(frozen=True, slots=True, eq=False)
class Declared:
    """The winning specified values of an element. Elements with the same rules share one."""

    values: Mapping[str, Any]
    custom: Custom
    role: Role | None


def cascade(document: Document, sheet: Stylesheet) -> tuple[dict[Element, Declared], list[Problem]]:
    """What is declared for every element, and what is wrong in ``style`` attributes and values with var()."""
    worker = _Cascade(sheet)
    sheet.known.forget()
    worker.visit(document.root, {}, False, (0, 0, 1) if sheet.looks_back else None)
    return worker.declared, worker.problems


def size_hints(element: Element) -> Mapping[str, Any]:
    """The width and height attributes of pictures, which any rule outweighs (HTML, 15.4.3; SVG 2, 8.2)."""
    if element.tag not in ("svg", "img"):
        return {}
    hints: dict[str, Any] = {}
    for name in ("width", "height"):
        written = element.attributes.get(name, "").strip()
        if written:
            try:
                hints.update(read_value(name, tinycss2.parse_component_value_list(_with_unit(written))))
            except MisreadError:
                continue  # SVG allows more here; its own size then comes from the viewBox
    return hints


def language_hint(element: Element) -> Mapping[str, Any]:
    """The lang attribute, which is inherited like a property (HTML, 3.2.6.2)."""
    language = element.attributes.get("lang")
    return {} if language is None else {"language": language.strip()}


def _runs_leftwards(values: Mapping[str, Any], outer: bool) -> bool:
    """Whether an element's lines start at the right; ``outer``: whether those around it do."""
    direction = values.get("direction")
    if isinstance(direction, Wide):
        return outer and direction.word != "initial"
    return outer if direction is None else bool(direction == "rtl")


def _mirrored(values: Mapping[str, Any]) -> dict[str, Any]:
    """Left for right: the start of a line that runs leftwards."""
    return {
        name.replace("left", "right") if "left" in name else name.replace("right", "left"): value
        for name, value in values.items()
    }


def _with_unit(written: str) -> str:
    return written if written[-1] in "%abcdefghijklmnopqrstuvwxyz" else f"{written}px"


class _Cascade:
    def __init__(self, sheet: Stylesheet) -> None:
        self.sheet = sheet
        self.attributes = OWN | sheet.attributes | browser_defaults().attributes
        self.declared: dict[Element, Declared] = {}
        self.problems: list[Problem] = []
        self.shared: dict[tuple[Any, ...], Declared] = {}
        self.faulty: set[Declared] = set()

    def visit(self, element: Element, outer: Custom, leftwards: bool, place: Place | None) -> int | None:
        """``leftwards``: whether the lines around the element start at the right. Returns the number of its place."""
        number, found = self._known(element, outer, leftwards, place)
        self.declared[element] = found
        leftwards = _runs_leftwards(found.values, leftwards)
        children = [child for child in element.children if isinstance(child, Element)]
        siblings = len(element.node)
        before = 0 if number is not None and siblings == len(children) else None  # else some are no part of the picture
        for child in children:
            around = None if before is None or number is None else (number, before, siblings)
            before = self.visit(child, found.custom, leftwards, around)
        return number

    def _known(
        self, element: Element, outer: Custom, leftwards: bool, place: Place | None
    ) -> tuple[int | None, Declared]:
        """What is declared for an element: selectors see no more of it than its place and some attributes."""
        if place is None:
            return None, self._declared(element, outer, leftwards)
        key = (place, element.tag, *self._seen(element))
        known = self.sheet.known.places.get(key)
        if known is not None:
            return known
        problems = len(self.problems)
        found = self._declared(element, outer, leftwards)
        if len(self.problems) > problems:
            self.faulty.add(found)
        if found in self.faulty:  # to be told of every picture
            return None, found
        return self.sheet.known.note(key, found), found

    def _seen(self, element: Element) -> Iterator[object]:
        attributes = element.attributes
        if "style" in attributes:
            yield element.place
        for name, value in attributes.items():
            if name in self.attributes:
                yield name
                yield value

    def _declared(self, element: Element, outer: Custom, leftwards: bool) -> Declared:
        defaults = browser_defaults().matching(element.wrapper)
        rules = self.sheet.matching(element.wrapper)
        style = element.attributes.get("style", "")
        hints = {**size_hints(element), **language_hint(element)}
        place_of_style = element.place if style else None
        looks = (style, place_of_style, tuple(hints.items()), leftwards)
        key = (tuple(map(id, defaults)), tuple(map(id, rules)), id(outer), *looks)
        if key in self.shared:
            return self.shared[key]
        own: list[Declaration] = []
        if style:
            place = element.place
            # Every line of the attribute is told as the element's line: nobody wraps style attributes.
            own, problems = read_declarations(style, place, 0)
            own = [replace(d, place=place) for d in own]
            self.problems.extend(problem.at(place.file, place.line) for problem in problems)
        ordered = [d for rule in defaults for d in rule]
        author = [*(d for rule in rules for d in rule), *own]
        ordered += [d for d in author if not d.important]
        ordered += [d for d in author if d.important]
        found = self._merged(hints, ordered, outer, False)
        if _runs_leftwards(found.values, leftwards) and any(declaration.inline for declaration in ordered):
            found = self._merged(hints, ordered, outer, True)
        self.shared[key] = found
        return found

    def _merged(
        self, hints: Mapping[str, Any], ordered: Sequence[Declaration], outer: Custom, leftwards: bool
    ) -> Declared:
        own = {d.name: d for d in ordered if d.custom}
        custom: Custom = {**outer, **{name: d.tokens for name, d in own.items()}} if own else outer
        values: dict[str, Any] = dict(hints)
        for declaration in ordered:
            if declaration.custom:
                continue
            found = declaration.values
            if found is None:
                found = self._with_variables(declaration, custom)
            values.update(_mirrored(found) if leftwards and declaration.inline else found)
        return Declared(values, custom, self._role(own, custom))

    def _with_variables(self, declaration: Declaration, custom: Custom) -> Mapping[str, Any]:
        tokens, missing = substituted(declaration.tokens, custom)
        written = tinycss2.serialize(declaration.tokens).strip()
        if missing:
            message = f"no custom property is called {', '.join(missing)}: {declaration.name}: {written}"
            self.problems.append(declaration.place.problem("TP003", message, "define it on :root"))
            return {}
        try:
            return read_value(declaration.name, tokens)
        except MisreadError as misread:
            became = tinycss2.serialize(tokens).strip()
            message = f"the value of {declaration.name} is not understood: {written}, which is {became}"
            self.problems.append(declaration.place.problem("TP003", message, str(misread)))
            return {}

    def _role(self, own: Mapping[str, Declaration], custom: Custom) -> Role | None:
        """``--fit-min`` makes a role of the element it is declared on, not of those that inherit it."""
        smallest = self._fit_value(own, "--fit-min", custom)
        lines = self._fit_value(own, "--fit-lines", custom)
        if smallest is None:
            if lines is not None:
                place = own["--fit-lines"].place
                self.problems.append(place.problem("TP003", "--fit-lines needs --fit-min beside it", "--fit-min: 40px"))
            return None
        return Role(smallest, None if lines is None else int(lines))

    def _fit_value(self, own: Mapping[str, Declaration], name: str, custom: Custom) -> float | None:
        if name not in own:
            return None
        tokens, _ = substituted(own[name].tokens, custom)
        rest = without_space(tokens)
        if len(rest) == 1 and name == "--fit-min" and rest[0].type == "dimension" and rest[0].lower_unit == "px":
            return float(rest[0].value)
        if len(rest) == 1 and name == "--fit-lines" and rest[0].type == "number" and rest[0].is_integer:
            return float(rest[0].value)
        if len(rest) == 1 and rest[0].type == "ident" and rest[0].lower_value == "none":
            return None
        wanted = "px" if name == "--fit-min" else "a whole number"
        text = tinycss2.serialize(own[name].tokens).strip()
        self.problems.append(own[name].place.problem("TP003", f"{name} takes {wanted}: {text}"))
        return None
