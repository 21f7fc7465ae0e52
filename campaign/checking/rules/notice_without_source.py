"""NT012: a notice says who decided."""

from collections.abc import Iterator

from campaign.checking.rule import Example, Material, Rule
from campaign.problems import Problem

CODE = "NT012"
NOTICE = """\
---
title: Pendaftaran ditutup
summary: Pendaftaran program ini ditutup.
code: CTH-060
updated: 2026-11-22
call: call-centre
check: siskop2mi
{sources}---

## Pengumuman {{#notice}}
Pendaftaran ditutup sampai ada pengumuman baru.

## Yang harus dilakukan {{#what-to-do}}
- **Tanya dulu.** Hubungi [KP2MI di …](channel:call-centre), bebas pulsa.
"""


def find(material: Material) -> Iterator[Problem]:
    for message in material.campaign.messages.values():
        if message.kind == "notice" and not any(source.strip() for source in message.sources):
            hint = 'add a line like: sources: ["Menteri P2MI, 29 Oktober 2025"]'
            yield Problem(message.file, 1, CODE, "this notice does not say who decided", hint)


RULE = Rule(
    code=CODE,
    title="A notice without a source",
    why="A notice tells the public what somebody decided. Without who and when it is a rumour.",
    guards="notices",
    find=find,
    level="warning",  # an office's own announcement is its own source
    examples=(
        Example(
            "content/notices/ditutup.id.md",
            wrong=NOTICE.format(sources=""),
            right=NOTICE.format(sources='sources: ["Menteri P2MI, 2026"]\n'),
        ),
    ),
)
