"""HN003: e-mail addresses and handles come from the register, never from the keyboard."""

import re
from collections.abc import Iterator

from campaign.checking.rule import Example, Material, Rule
from campaign.problems import Problem

CODE = "HN003"
HANDLE = re.compile(r"(?<![\w.])@[a-z0-9_.]{2,}|[\w.+-]+@[\w-]+\.[\w.]+", re.ASCII | re.IGNORECASE)
HINT = "take it from the register: [words](channel:id), with … where the number or address stands"


def find(material: Material) -> Iterator[Problem]:
    for piece in material.copy:
        for match in HANDLE.finditer(piece.text):
            message = f"the handle or e-mail “{match[0]}” is typed by hand"
            yield piece.problem(CODE, match.start(), match.end(), message, HINT)


RULE = Rule(
    code=CODE,
    title="An e-mail address or a handle is typed by hand",
    why="Handles are taken over and imitated. One that is not in the register has been looked at by nobody.",
    guards="contacts",
    find=find,
    examples=(
        Example(
            "lure heading",
            wrong='## Rayuannya {#lure from="@lowongan_cepat"}',
            right='## Rayuannya {#lure from="Akun lowongan"}',
        ),
    ),
)
