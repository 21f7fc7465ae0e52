"""A released campaign in which one digit is another: nothing of it reaches what is published."""

import re
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from small_campaign import released, write

from campaign.building.build import BuildRequest, build
from campaign.planning.plan import Selection
from campaign.problems import CampaignError

DAY = date(2026, 11, 22)
READY = released({"content/tactics/high-pay.en.md": None})
GUARDED = ("content/channels.yaml", "content/facts.yaml", "content/tactics/high-pay.id.md",
           "content/figures/takedowns.id.md")  # fmt: skip
DIGITS = [(file, match.start()) for file in GUARDED for match in re.finditer("[0-9]", READY[file] or "")]


@pytest.fixture(scope="module")
def publish(tmp_path_factory):
    """Release with some files replaced; the words that were published, or None when it was refused."""
    folder = tmp_path_factory.mktemp("mutations")

    def published(changes=None) -> dict[str, str] | None:
        root, output = write(folder / "root", {**READY, **(changes or {})}), folder / "out"
        try:
            build(BuildRequest(root, output, DAY, Selection(formats=("caption",)), release=True))
        except CampaignError:
            return None
        return {path.parent.name: path.read_text(encoding="utf-8") for path in output.rglob("caption.txt")}

    return published


@pytest.fixture(scope="module")
def approved(publish):
    """What is published when nothing was changed."""
    return publish()


def test_without_a_change_it_is_released(approved):
    """Otherwise the next test would hold for nothing."""
    assert set(approved) == {"high-pay", "takedowns"}
    assert "0800-1000" in approved["high-pay"]
    assert "23–27" in approved["takedowns"]
    assert len(DIGITS) > 100


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(DIGITS), st.sampled_from("0123456789"))
def test_no_other_digit_is_ever_published(publish, approved, place, other):
    """The release is refused, or what is published is word for word what was approved."""
    file, at = place
    text = READY[file] or ""
    assert publish({file: text[:at] + other + text[at + 1 :]}) in (None, approved)
