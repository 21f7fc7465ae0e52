"""FA002: a figure past its term, or withdrawn, is quoted nowhere."""

from collections.abc import Iterator
from datetime import date

from campaign.checking.mentions import mentions
from campaign.checking.rule import Example, Material, Rule
from campaign.model.contents import facts_of_message
from campaign.model.register import FACT_TERM, Fact
from campaign.problems import Problem

CODE = "FA002"
HINT = "look for a newer figure with its source, or say without a number what is true"


def find(material: Material) -> Iterator[Problem]:
    over = {id: said for id, fact in material.campaign.facts.items() if (said := _over(fact, material.as_of))}
    if not over:
        return
    for message in material.campaign.messages.values():
        for id in facts_of_message(message):
            if id in over:
                for line in mentions(material, message, "fact", id):
                    yield Problem(message.file, line, CODE, over[id], HINT)


def _over(fact: Fact, as_of: date | None) -> str:
    if fact.status == "withdrawn":
        return f"the figure “{fact.id}” ({fact.value}) is withdrawn"
    if as_of is not None and fact.is_over(as_of):
        return (
            f"the figure “{fact.id}” ({fact.value}) is of {fact.source_date}, to be quoted until {fact.quotable_until}"
        )
    return ""


RULE = Rule(
    code=CODE,
    title="A figure is past its term",
    why=f"An old figure reads like today's. It may be quoted for {FACT_TERM} days after the date of its source, or as "
    "many as its `term-days` says.",
    guards="facts",
    find=find,
    examples=(
        Example(
            "truth",
            wrong="[… situs](fact:sites) ditutup.",
            right="Banyak situs ditutup.",
            changes=(
                (
                    "fact",
                    "sites: {value: 40, unit: {id: situs, en: sites}, source: Komdigi, source-date: 2023-01-09}",
                ),
            ),
            as_of=date(2026, 11, 22),
        ),
    ),
)
