"""TR001: a translation follows the text that it translates."""

from collections.abc import Iterator

from campaign.checking.rule import Example, Material, Rule
from campaign.model.reasons import stale_text
from campaign.model.translations import stale_parts
from campaign.problems import Problem

CODE = "TR001"


def find(material: Material) -> Iterator[Problem]:
    campaign = material.campaign
    for message in campaign.messages.values():
        first = campaign.messages.get((message.slug, campaign.first_language))
        if first is None or first is message:
            continue
        hint = f"translate it again, then: campaign translated {message.slug} {message.language}"
        for stale in stale_parts(first, message):
            yield Problem(message.file, stale.line, CODE, stale_text(stale, first), hint)


RECORD = (
    "translates: {{title: {title}, summary: 08a85c44, lure: 84b29146, "
    "warning-signs: f7e0de30, what-to-do: af8c5e63, truth: e0a70f53}}"
)
RULE = Rule(
    code=CODE,
    title="A part of a translation is stale",
    why="A translation records which words it translates, part by part. When those change, it says something else than "
    "its source. Drafts are still made, and marked; a release refuses.",
    guards="translations",
    find=find,
    level="warning",
    examples=(
        Example(
            "en title",
            wrong=f"title: Big pay, leave at once?\n{RECORD.format(title='00000000')}",
            right=f"title: Big pay, leave at once?\n{RECORD.format(title='5d94cb90')}",
        ),
    ),
)
