"""NT010: what a message says of a closed destination is in the list, and still holds."""

from collections.abc import Iterator
from datetime import date

from campaign.checking.rule import Example, Material, Rule
from campaign.problems import Problem

CODE = "NT010"
CLOSED = "content/closed-destinations.csv"
HINT = f"ask KP2MI what holds today; then correct {CLOSED}, or the message"
TITLE = "title: Big pay, leave at once?\n"
ROWS = (
    "country,jobs,from,until,decision,source,source-date\n"
    "KH,,2025-10-29,,pernyataan Menteri P2MI,harianjogja.com,2025-10-29\n"
    "TH,,2025-01-01,2026-06-30,pernyataan Menteri P2MI,harianjogja.com,2025-01-02\n"
)


def find(material: Material) -> Iterator[Problem]:
    closed = material.campaign.notices.closed
    for message in material.campaign.messages.values():
        line = message.line_of("destinations") or 1
        for country in message.destinations:
            rows = [row for row in closed if row.country == country]
            if not rows:
                text = f"{country} is not in {CLOSED}, and this message says that it is closed"
                yield Problem(message.file, line, CODE, text, HINT)
            elif (as_of := material.as_of) and all(row.until is not None and row.until < as_of for row in rows):
                last = max(row.until for row in rows if row.until is not None)
                text = f"{country} was closed until {last}, and this message still says that it is"
                yield Problem(message.file, line, CODE, text, HINT)


RULE = Rule(
    code=CODE,
    title="A destination that is said to be closed, and is not in the list",
    why="Countries are opened and closed by decisions with a day. `destinations` in the front matter names those that "
    f"the message speaks of; each must have a row in `{CLOSED}` that still holds.",
    guards="notices",
    find=find,
    examples=(
        Example(
            "en title",
            wrong=f"{TITLE}destinations: [KH, MM]",
            right=f"{TITLE}destinations: [KH]",
            line=2,
            changes=((CLOSED, ROWS),),
            as_of=date(2026, 11, 22),
        ),
        Example(
            "en title",
            wrong=f"{TITLE}destinations: [TH]",
            right=f"{TITLE}destinations: [KH]",
            line=2,
            changes=((CLOSED, ROWS),),
            as_of=date(2026, 11, 22),
        ),
    ),
)
