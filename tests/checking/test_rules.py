"""Each rule says what it is, and its own examples hold."""

import re

import pytest

from campaign.building.content import material_of
from campaign.checking.example import FILES, placed, whole
from campaign.checking.rule import Example, Rule
from campaign.checking.rules import all_rules
from campaign.checking.run import find_faults
from campaign.reading.folder import read_campaign
from campaign.reading.library import bundled

EXAMPLES = [(rule, example) for rule in all_rules() for example in rule.examples]
NAMES = [f"{rule.code}-{number}" for number, (rule, _) in enumerate(EXAMPLES)]


PLATFORMS = (bundled() / "content" / "platforms.yaml").read_text(encoding="utf-8")


def written(tmp_path, files):
    """The folder with these files, and the platforms that the bundled formats are for."""
    files = {**files, "content/platforms.yaml": PLATFORMS}
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    return tmp_path


def faults(tmp_path, files, **given):
    return find_faults(material_of(read_campaign(written(tmp_path, files)), **given))


def test_the_example_campaign_has_no_fault(tmp_path):
    """What a rule's example changes is the only thing that is wrong."""
    assert faults(tmp_path, FILES) == ()


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=NAMES)
def test_the_wrong_example_raises_exactly_this_code_at_its_line(tmp_path, rule: Rule, example: Example):
    """An author who reads the example sees what the rule finds, and nothing else."""
    there = placed(example.slot, example.wrong, example.changes)
    line = None if example.line is None else there.line + example.line - 1
    found = faults(tmp_path, there.files, as_of=example.as_of)
    assert [(p.code, p.file, p.line) for p in found] == [(rule.code, there.file, line)]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=NAMES)
def test_the_right_example_raises_nothing(tmp_path, rule: Rule, example: Example):
    """What the documentation calls right is right."""
    assert faults(tmp_path, whole(example.slot, example.right, example.changes), as_of=example.as_of) == ()


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_a_rule_is_documented(rule: Rule):
    """A code, a headline, a reason and an example: `campaign explain` prints them."""
    assert re.fullmatch("[A-Z]{2}[0-9]{3}", rule.code)
    assert rule.title
    assert not rule.title.endswith(".")
    assert rule.why.endswith((".", "`", "|"))
    assert rule.examples
