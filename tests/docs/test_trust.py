"""``docs/trust.md`` is true: its commands are run one after the other, its tables are compared with the code."""

import shlex
from typing import get_args

import pytest
from doc_pages import Page, code
from typer.testing import CliRunner

from campaign.building.starter import make_starter
from campaign.cli import app
from campaign.model.register import FACT_TERM, TERM, TERM_ABROAD, ChannelState
from campaign.reading.notices import AVOID, CLOSED, CLOSED_COLUMNS, COMPANY_COLUMNS, LICENSED

PAGE = Page("trust.md")
COMMANDS = [line for name, text in PAGE.blocks if " " not in name for line in text.splitlines()]
CODES = {"campaign build --release": 4, "campaign recall": 6}  # an unverified starter; nothing was ever released
ENGLISH = """\
---
title: Big pay, leave at once?
summary: High pay, no test and great haste are bait.
---

## The lure {#lure from="Unknown number"}
Work abroad, ==25 million pay==! ==No skills==. Two seats left, ==decide today==.

## Warning signs {#warning-signs}
1. **Pay far above normal.** Official jobs do not pay that much.
2. **No test, no skills.** The official way tests what you can do.
3. **Pressed to decide.** You get no time to ask.
4. **Off in days.** Passport, visa and contract take longer.

## What to do {#what-to-do}
- **Wait.** A true offer does not go away because you ask.
- **Compare.** Look at the same job in [SISKOP2MI](channel:vacancies).
- **Talk at home.** Ask your village office too.
"""


def test_the_commands_do_what_the_page_says(tmp_path, monkeypatch):
    """One after the other, in a starter with one translation."""
    make_starter(tmp_path)
    (tmp_path / "content/tactics/high-pay.en.md").write_text(ENGLISH, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert len(COMMANDS) == 11
    for command in COMMANDS:
        result = CliRunner().invoke(app, shlex.split(command)[1:])
        assert result.exit_code == CODES.get(command, 0), (command, result.output)


def test_every_state_of_a_contact_is_explained():
    """What `campaign channels` prints is in the table, and nothing else."""
    states = [code(row[0])[0] for row in PAGE.table("state | what it means | what happens")]
    assert sorted(states) == sorted(get_args(ChannelState))


def test_the_terms_are_those_of_the_code():
    """Days of verifications and figures."""
    assert f"older than {TERM} days, of contacts abroad {TERM_ABROAD}," in PAGE.text
    assert f"for {FACT_TERM} days after the date of its source" in PAGE.text


@pytest.mark.parametrize(
    ("file", "columns"), [(AVOID, COMPANY_COLUMNS), (LICENSED, COMPANY_COLUMNS), (CLOSED, CLOSED_COLUMNS)]
)
def test_the_columns_of_the_lists_are_those_that_are_read(file, columns):
    """In their order."""
    rows = {code(row[0])[0]: row[1] for row in PAGE.table("file | columns")}
    assert rows[file] in (f"`{','.join(columns)}`", "the same")
