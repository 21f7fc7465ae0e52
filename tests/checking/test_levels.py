"""``rules:`` in ``campaign.yaml`` sets how heavy a rule weighs."""

import pytest
from checking.test_rules import faults

from campaign.checking.example import placed


def set_to(tmp_path, line: str):
    files = placed("settings", f"rules: {{{line}}}").files
    return [(p.code, p.file, p.line, p.level) for p in faults(tmp_path, files)]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("XX999: off", "RU001"),
        ("LT001: off", "RU003"),
        ("HN001: warning", "RU003"),
        ("HN001: maybe", "RU002"),
    ],
)
def test_a_level_that_cannot_be_is_an_error_at_its_line(tmp_path, line, code):
    """What guards numbers, contacts and characters is never switched off."""
    assert set_to(tmp_path, line) == [(code, "content/campaign.yaml", 8, "error")]


def test_an_error_stays_an_error_when_it_is_said_again(tmp_path):
    """Writing down what holds anyway is no mistake."""
    assert set_to(tmp_path, "HN001: error") == []
