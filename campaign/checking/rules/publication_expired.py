"""PB010: a publication does not print a message that has expired."""

from collections.abc import Iterator
from datetime import date

from campaign.checking.example import PUBLICATION
from campaign.checking.rule import Example, Material, Rule
from campaign.problems import Problem

CODE = "PB010"
SLIDES = """\
title: Akun lowongan
summary: Satu akun dan tiga tanda bahaya.
format: carousel
code: CTH-C1
updated: 2026-11-22
languages: [id]
call: call-centre
check: siskop2mi
slides:
  - {id: cover, title: "Akun ini menawarimu kerja?", text: "Geser dan bagikan."}
"""


def find(material: Material) -> Iterator[Problem]:
    if material.as_of is None:
        return
    campaign = material.campaign
    for publication in campaign.publications.values():
        for panel in publication.panels:
            for message in (campaign.messages.get((panel.message, tag)) for tag in publication.languages):
                if message is not None and message.expires is not None and material.as_of > message.expires:
                    text = f"“{panel.message}” expired on {message.expires} ({message.file})"
                    hint = "take the panel out, or renew “expires” of the message"
                    yield Problem(publication.file, panel.line, CODE, text, hint)


RULE = Rule(
    code=CODE,
    title="A publication prints a message that has expired",
    why="An expired message leaves the output, and with it whatever prints it: a leaflet is reprinted for months.",
    guards="approval",
    find=find,
    examples=(
        Example(
            PUBLICATION,
            wrong=f"{SLIDES}  - {{id: account, message: high-pay}}\n",
            right=SLIDES,
            line=11,
            changes=(("front", "expires: 2026-06-30"),),
            as_of=date(2026, 11, 22),
        ),
    ),
)
