"""Every code that the program can report is explained, and the explanations hold."""

import re
from pathlib import Path

import pytest
from checking.test_rules import faults, written

import campaign
from campaign.checking.codes import ROOMS, all_codes
from campaign.checking.example import placed, whole
from campaign.reading.folder import read_campaign

CODES = all_codes()
RUN = [(code, example) for code, one in CODES.items() if not one.rule for example in one.examples if example.slot]


def problems_of(tmp_path, files):
    """What reading and the rules say of a campaign."""
    return [*read_campaign(written(tmp_path, files)).problems, *faults(tmp_path, files)]


def test_every_code_in_the_program_is_explained_and_every_explained_code_is_in_the_program():
    """`campaign explain CODE` answers for whatever `check` and `build` print."""
    sources = [path.read_text() for path in Path(campaign.__file__).parent.rglob("*.py")]
    reported = {code for source in sources for code in re.findall(r'"([A-Z]{2}[0-9]{3})"', source)}
    assert reported == set(CODES)


@pytest.mark.parametrize("code", CODES)
def test_an_explanation_is_whole(code):
    """A headline, a reason, and what is wrong and right."""
    explained = CODES[code]
    assert explained.title
    assert not explained.title.endswith(".")
    assert explained.why[-1] in ".|`"
    assert explained.room in ROOMS
    assert all(example.wrong or example.slot for example in explained.examples)


@pytest.mark.parametrize(("code", "example"), RUN, ids=[code for code, _ in RUN])
def test_the_wrong_example_raises_exactly_this_code_at_its_line(tmp_path, code, example):
    """Reading says what the explanation says."""
    there = placed(example.slot, example.wrong)
    line = None if example.line is None else there.line + example.line - 1
    found = {(p.code, p.file, p.line) for p in problems_of(tmp_path, there.files)}
    assert (code, there.file, line) in found
    assert {one for one, _, _ in found} == {code}


@pytest.mark.parametrize(("code", "example"), RUN, ids=[code for code, _ in RUN])
def test_the_right_example_raises_nothing(tmp_path, code, example):
    """What the explanation calls right is right."""
    assert problems_of(tmp_path, whole(example.slot, example.right)) == []
