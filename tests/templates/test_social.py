"""The social pictures hold for as few and as many items as a message may have, and for long headlines."""

from dataclasses import replace
from datetime import date

import pytest

from campaign.filling.filler import Filler
from campaign.media import image
from campaign.model.kinds import KINDS
from campaign.model.work import Job, Workshop
from campaign.reading.folder import read_campaign
from campaign.reading.library import bundled

DAY = date(2026, 11, 22)
CARDS = ("instagram-portrait", "instagram-square", "story", "tiktok-photo", "x-card", "telegram")
MESSAGES = {"tactic": "high-pay", "route": "before-leaving", "checklist": "documents", "contacts": "missions-east-asia"}
SHORTEST, LONGEST = "Bayar dulu dulu", "Someone wants to keep your passport or phone?"


@pytest.fixture(scope="module")
def reading():
    return read_campaign(bundled())


def painted(reading, slug, name, *, items=None, title=None):
    """One card of a bundled message, with another number of items or another headline."""
    campaign = reading.campaign
    message = campaign.messages[slug, "id"]
    if items is not None:
        main = KINDS[message.kind].main
        sections = tuple(
            replace(part, items=(part.items * items)[:items]) if part.id == main else part for part in message.sections
        )
        message = replace(message, sections=sections)
    if title is not None:
        message = replace(message, title=title)
    campaign = replace(campaign, messages={**campaign.messages, (slug, "id"): message})
    workshop = Workshop(campaign, reading.library, DAY)
    job = Job("card.png", campaign.formats[name], "png", slug, "id")
    return image.make(Filler(workshop).fill(job), workshop)


@pytest.mark.parametrize("name", CARDS)
@pytest.mark.parametrize("kind", MESSAGES)
def test_a_card_holds_for_every_number_of_items(reading, kind, name):
    """The fewest and the most items that a message of this kind may have, without a problem."""
    rule = KINDS[kind].sections[KINDS[kind].main]
    for items in (rule.least, rule.most):
        assert painted(reading, MESSAGES[kind], name, items=items).problems == ()


@pytest.mark.parametrize("name", (*CARDS, "link-card", "youtube-thumbnail"))
@pytest.mark.parametrize("title", (SHORTEST, LONGEST))
def test_a_card_holds_for_short_and_long_headlines(reading, name, title):
    """Headlines of 15 and of 45 characters, without a problem."""
    assert painted(reading, "fake-vacancy", name, title=title).problems == ()
