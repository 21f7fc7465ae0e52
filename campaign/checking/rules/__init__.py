"""One rule per file, each with a ``RULE``; they are found by being here."""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from campaign.checking.rule import Rule


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule, by code. Two rules of one code are a bug."""
    names = sorted(module.name for module in iter_modules(__path__))
    modules = [import_module(f"{__name__}.{name}") for name in names if not name.startswith("_")]
    rules: dict[str, Rule] = {}
    for module in modules:
        rule: Rule = module.RULE
        if rule.code in rules:
            raise ValueError(f"two rules have the code {rule.code}")
        rules[rule.code] = rule
    return tuple(rules[code] for code in sorted(rules))
