"""All rules over all that was read, each at the level that ``campaign.yaml`` gives it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from difflib import get_close_matches

from campaign.checking.rule import Material, Rule
from campaign.checking.rules import all_rules
from campaign.problems import Level, Problem, in_order

SETTINGS = "content/campaign.yaml"
LEVELS = ("error", "warning", "off")


def find_faults(material: Material, rules: Iterable[Rule] | None = None) -> tuple[Problem, ...]:
    """Every fault that a rule finds, sorted; and what is wrong with ``rules`` in ``campaign.yaml`` itself."""
    rules = all_rules() if rules is None else tuple(rules)
    wrong = tuple(_wrong_levels(material, {rule.code: rule for rule in all_rules()}))
    levels = material.campaign.settings.rules
    found = list(wrong)
    for rule in rules:
        level = levels.get(rule.code, "")
        if rule.is_fixed or level not in LEVELS:
            level = rule.level
        if level != "off":
            found += (
                _at_level(problem, rule, "error" if level == "error" else "warning") for problem in rule.find(material)
            )
    return in_order(found)


def _at_level(problem: Problem, rule: Rule, level: Level) -> Problem:
    if problem.code != rule.code:
        raise ValueError(f"the rule {rule.code} reports {problem.code}")
    return replace(problem, level=level)


def _wrong_levels(material: Material, known: Mapping[str, Rule]) -> Iterator[Problem]:
    for code, level in material.campaign.settings.rules.items():
        piece = material.piece_at(SETTINGS, "rules", code)
        line = piece.line if piece else None
        rule = known.get(code)
        if rule is None:
            near = get_close_matches(code, known, n=1)
            hint = f"did you mean “{near[0]}”?" if near else "campaign explain lists the rules that can be set"
            yield Problem(SETTINGS, line, "RU001", f"no rule that can be set is called “{code}”", hint)
        elif level not in LEVELS:
            yield Problem(SETTINGS, line, "RU002", f"“{level}” is no level of a rule", "one of: error, warning, off")
        elif rule.is_fixed and level != "error":
            message = f"{code} guards {rule.guards}: it is always an error"
            yield Problem(SETTINGS, line, "RU003", message, "remove this line, and mend what the rule finds")
