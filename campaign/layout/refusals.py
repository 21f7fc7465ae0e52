"""Misfits → problems, in the author's words: which field, how much too long, what to do."""

import math
from collections.abc import Iterable

from campaign.layout.elements import Element
from campaign.layout.fit import Attempt
from campaign.layout.misfits import Misfit, text_of
from campaign.layout.overlaps import overlaps
from campaign.layout.scripts import UNSPACED, script_of
from campaign.problems import Problem


def refusals(attempt: Attempt, roles: Iterable[Element], min_text: float) -> list[Problem]:
    """What is wrong with the best layout there is; empty when it may be painted."""
    teller = _Teller(attempt, tuple(roles))
    problems = [problem for misfit in attempt.misfits if (problem := teller.problem(misfit)) is not None]
    problems = _causes(_loudest(problems, teller.excess), teller.named)
    for element, size in attempt.findings.small:
        message = f"text of {size:g} px is too small to read: {element.label}"
        hint = f"no text of this picture may be below {min_text:g} px: raise font-size or --fit-min"
        problems.append(element.place.problem("FT002", message, hint))
    for element in attempt.findings.ovals:
        message = f"a radius in percent on a box that is not square makes an oval: {element.name}"
        problems.append(element.place.problem("TP003", message, "give the radius in px or em"))
    if not teller.named:  # else what does not fit lies over other things
        problems.extend(overlaps(attempt.flow, attempt.root))
    return problems


def _loudest(problems: list[Problem], excess: dict[Problem, float]) -> list[Problem]:
    """One problem for each place and code: a box in a box overflows with it, and one sentence says it."""
    best: dict[tuple[str, str, int | None, str], Problem] = {}
    for problem in problems:
        key = (problem.code, problem.file, problem.line, problem.message.split(",")[0])
        if key not in best or excess[problem] > excess[best[key]]:
            best[key] = problem
    return list(best.values())


def _causes(problems: list[Problem], named: set[Problem]) -> list[Problem]:
    """Text that is too long pushes other things out as well: where a field is named, it is told alone."""
    return [problem for problem in problems if problem in named] or problems


class _Teller:
    def __init__(self, attempt: Attempt, roles: tuple[Element, ...]) -> None:
        self.flow, self.findings, self.roles = attempt.flow, attempt.findings, roles
        self.excess: dict[Problem, float] = {}
        self.named: set[Problem] = set()  # those that name a field of the content

    def problem(self, misfit: Misfit) -> Problem | None:
        if misfit.kind == "lines":
            problem = self._too_many_lines(misfit)
        elif misfit.kind == "word":
            problem = self._wide(misfit)
        elif misfit.kind == "canvas" and not (self._pushed(misfit) and (misfit.grown or misfit.side == "bottom")):
            name, by = misfit.element.name, math.ceil(misfit.by)
            message = f"{name} reaches {by} px past the {misfit.side} of the canvas"
            hint = 'ornaments that may be cut off carry aria-hidden="true"'
            problem = misfit.element.place.problem("FT003", message, hint)
        elif misfit.kind == "safe" and not self._pushed(misfit):
            by = math.ceil(misfit.by)
            message = f"{misfit.element.label} reaches {by} px past the {misfit.side} of the safe area"
            hint = "the platform's buttons or the canvas's edge would cover it"
            problem = misfit.element.place.problem("FT004", message, hint)
        else:
            problem = self._too_long(misfit)
        self.excess[problem] = misfit.by
        return problem

    def _pushed(self, misfit: Misfit) -> bool:
        """Whether something lies too far because of the text before it, or of a field's own words."""
        element: Element | None = misfit.element
        if misfit.side == "bottom" and not self.roles:
            return misfit.kind == "safe" or misfit.grown
        while element is not None:
            if not self.flow.element_style(element).in_flow:
                return False
            element = element.parent
        return misfit.side == "bottom" or (misfit.side in ("right", "left") and bool(misfit.element.field))

    def _too_many_lines(self, misfit: Misfit) -> Problem:
        element = misfit.element
        lines = self.findings.line_counts[element]
        limit = lines - round(misfit.by)
        letters = len(text_of(element))
        extra = max(1, math.ceil(letters * misfit.by / lines))
        hint = f"it takes {lines} lines at its smallest size and may take {limit}"
        return self._does_not_fit(element, extra, hint)

    def _wide(self, misfit: Misfit) -> Problem:
        word = max(misfit.text.split(), key=len, default=misfit.text)
        extra = max(1, math.ceil(len(misfit.text) * misfit.by / (misfit.room + misfit.by)))
        hint = f"“{word}” needs {math.ceil(misfit.by)} px more than the line has, and words are never broken"
        if any(script_of(letter) in UNSPACED for letter in word):
            hint += ": show where it may break with zero-width spaces (U+200B)"
        return self._does_not_fit(misfit.element, extra, hint)

    def _too_long(self, misfit: Misfit) -> Problem:
        by = math.ceil(misfit.by)
        direction = "wide" if misfit.side in ("left", "right") else "high"
        child = misfit.child
        if child is not None and direction == "wide" and (pushing := self._pushing(misfit.element, child)):
            word = max(text_of(pushing).split(), key=len)
            extra = math.ceil(2 * misfit.by / self.flow.element_style(pushing).font_size)
            hint = f"“{word}” pushes {child.name} {by} px out of {misfit.element.name}, and words are never broken"
            return self._does_not_fit(self._culprit(pushing), extra, hint)
        if child is not None and (not text_of(misfit.element) or self._of_fixed_width(child, direction)):
            message = f"{child.name} is {by} px too {direction} for {misfit.element.name}"
            hint = "change the sizes in the style sheet: no other text would mend it"
            return child.place.problem("FT003", message, hint)
        culprit = self._culprit(misfit.element if child is None or direction == "high" else child)
        where = {
            "overflow": f"its content is {by} px too {direction} for {misfit.element.name}",
            "canvas": f"{misfit.element.name} reaches {by} px past the canvas",
            "safe": f"{misfit.element.label} reaches {by} px past the safe area",
        }[misfit.kind]
        return self._does_not_fit(culprit, self._extra(culprit, misfit.by), f"{where}, even at the smallest type")

    def _does_not_fit(self, element: Element, extra: int, hint: str) -> Problem:
        message = f"the text does not fit: {element.label}, about {extra} characters too many"
        problem = element.place.problem("FT001", message, hint)
        if element.field:
            self.named.add(problem)
        return problem

    def _pushing(self, row: Element, out: Element) -> Element | None:
        """What pushes a box of fixed width out of a row: words beside it, which may be as wide as the row lets them."""
        style = self.flow.element_style(row)
        if not style.display.endswith("flex") or style.is_column or not self._of_fixed_width(out, "wide"):
            return None
        beside = [child for child in row.children if isinstance(child, Element) and child is not out]
        loose = [child for child in beside if not self._of_fixed_width(child, "wide") and child.field]
        return max(loose, key=lambda child: max(map(len, text_of(child).split())), default=None)

    def _of_fixed_width(self, child: Element, direction: str) -> bool:
        """Whether a box is as wide as its style says, and not as its text is."""
        style = self.flow.element_style(child)
        return direction == "wide" and (style.width is not None or not text_of(child))

    def _culprit(self, container: Element) -> Element:
        """The role with the most ink in what overflows or is around it; without roles, the element with the longest
        text. What holds no role was pushed out by those that stand beside it."""
        inside = set(container.descendants())
        roles = [role for role in self.roles if role in inside and text_of(role)] or [
            role for role in self.roles if container in set(role.descendants())
        ]

        def ink(element: Element) -> float:
            return len(text_of(element)) * self.flow.element_style(element).font_size ** 2

        around = container.parent
        while not roles and self.roles and not container.field and around is not None:
            beside = set(around.descendants())
            roles = [role for role in self.roles if role in beside and role.field and text_of(role)]
            around = around.parent
        if roles:
            return max(roles, key=ink)
        texts = [e for e in container.descendants() if any(isinstance(c, str) and c.strip() for c in e.children)]
        return max(texts, key=ink, default=container)

    def _extra(self, element: Element, by: float) -> int:
        """How many characters make the lines that stand out."""
        style = self.flow.element_style(element)
        lines = max(self.findings.line_counts.get(element, 1), 1)
        height = style.line_height or 1.35 * style.font_size
        return max(1, math.ceil(by / height) * math.ceil(len(text_of(element)) / lines))
