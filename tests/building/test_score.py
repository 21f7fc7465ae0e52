"""The Clear Communication Index of a message: what a program answers, what it asks."""

from datetime import date

import pytest
from small_campaign import TACTIC, write

from campaign.building.score import score
from campaign.problems import UsageError

DAY = date(2026, 11, 22)
FILE = "content/tactics/high-pay.id.md"


def scored(tmp_path, changes=None, slug="high-pay"):
    return score(write(tmp_path, changes), DAY, slug)


def verdicts(found):
    return {answer.item: answer.verdict for answer in found.answers}


def test_all_twenty_items_are_answered_or_asked(tmp_path):
    """In the index's order; each says what was counted."""
    found = scored(tmp_path)
    assert [answer.item for answer in found.answers] == list(range(1, 21))
    assert all(answer.question and answer.because for answer in found.answers)


def test_a_good_message_has_yes_wherever_a_program_can_answer(tmp_path):
    """What only a reader can say is asked; what it has not, numbers, does not apply."""
    found = verdicts(scored(tmp_path))
    assert {item for item, verdict in found.items() if verdict == "yes"} >= {1, 2, 3, 4, 5, 8, 9, 12, 14}
    assert {item for item, verdict in found.items() if verdict == "ask"} >= {7, 10, 11, 13, 18, 19}
    assert {found[item] for item in (15, 16, 17, 20)} == {"none"}


@pytest.mark.parametrize(
    ("instead_of", "typed", "item"),
    [
        ("title: Gaji besar, langsung berangkat?", "title: Gaji besar? Langsung berangkat?", 1),
        ("illustration: chat-lure\n", "", 4),
        ("**Berhenti.**", "**Disarankan berhenti.**", 6),
        ("Serba cepat, tanpa seleksi", "Berangkat nonprosedural", 7),
        ('sources: ["Kemnaker, 2022"]\n', "", 11),
    ],
)
def test_what_is_missing_is_a_no(tmp_path, instead_of, typed, item):
    """Two main messages, no picture, the passive voice, words of offices, no source."""
    assert verdicts(scored(tmp_path, {FILE: TACTIC.replace(instead_of, typed)}))[item] == "no"


def test_a_figure_has_its_numbers_looked_at(tmp_path):
    """Whole numbers, with what they count."""
    found = verdicts(scored(tmp_path, slug="takedowns"))
    assert [found[item] for item in (15, 16, 17)] == ["yes", "yes", "yes"]


def test_each_picture_is_looked_at_on_its_own(tmp_path):
    """A card that shows only the headline has no list."""
    found = {asset.path: {a.item: a.verdict for a in asset.answers} for asset in scored(tmp_path).assets}
    assert found["id/high-pay/instagram-portrait.png"] == dict.fromkeys((1, 2, 3, 4, 5, 8), "yes")
    assert found["id/high-pay/link-card.png"][8] == "no"


def test_a_message_that_is_not_there_is_wrong_usage(tmp_path):
    """The hint says how to list what there is."""
    with pytest.raises(UsageError, match="no message “high-pya”"):
        scored(tmp_path, slug="high-pya")
