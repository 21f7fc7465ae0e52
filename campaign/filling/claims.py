"""What a filled asset claims: only contacts and figures that still hold, and each figure with its source and year.

Rules find the same in messages, at their line. Here is the last gate, for whatever a template, an office's row or a
publication puts on an asset.
"""

import html
import re
from collections.abc import Iterator
from datetime import date

from campaign.model.campaign import Campaign
from campaign.model.register import Fact
from campaign.model.work import Filled
from campaign.problems import CampaignError, Problem

TAG = re.compile(r"<[^>]*>")


def held(filled: Filled, campaign: Campaign, as_of: date) -> Filled:
    """The asset itself. Raises CampaignError for what it must not print, or prints without saying where it is from."""
    if problems := tuple(_problems(filled, campaign, as_of)):
        raise CampaignError(problems)
    return filled


def _problems(filled: Filled, campaign: Campaign, as_of: date) -> Iterator[Problem]:
    name = filled.job.format.name
    for id in filled.channels:
        channel = campaign.channels[id]
        if channel.is_over(as_of):
            why = "is withdrawn" if channel.status == "withdrawn" else f"was valid until {channel.valid_until}"
            text = f"{name} prints “{id}” ({channel.value}), which {why}"
            yield Problem(filled.file, filled.line, "CH021", text, "name another contact in its place")
    text = _plain(filled.body) if filled.facts else ""
    for id in filled.facts:
        fact = campaign.facts[id]
        if fact.is_over(as_of):
            why = "is withdrawn" if fact.status == "withdrawn" else f"may be quoted until {fact.quotable_until}"
            message = f"{name} prints “{id}”, which {why}"
            yield Problem(filled.file, filled.line, "FA003", message, "look for a newer figure, with its source")
        if missing := _uncited(fact, text):
            message = f"{name} shows “{id}” without {missing}"
            hint = f"let {filled.template} print sources, or the figure's source and year"
            yield Problem(filled.file, filled.line, "FA004", message, hint)


def _plain(body: str) -> str:
    return " ".join(html.unescape(TAG.sub(" ", body)).split())


def _uncited(fact: Fact, text: str) -> str:
    """What is missing of source and year; a piece in two languages may name the source in either."""
    wanting = []
    if not any(" ".join(source.split()) in text for source in fact.source.values()):
        wanting.append("its source")
    if not re.search(rf"(?<![0-9]){fact.source_date.year}(?![0-9])", text):
        wanting.append("its year")
    return " and ".join(wanting)
