"""HN003: e-mail addresses and handles come from the register, never from the keyboard."""

import re
from collections.abc import Iterator

from campaign.checking.rule import Example, Material, Rule
from campaign.problems import Problem

CODE = "HN003"
HANDLE = re.compile(
    r"""
    [\w.+-]+\s?(?:@|\(at\)|\[at\])\s?[\w-]+(?:\s?(?:\.|titik|dot)\s?[\w-]+)*     # e-mail
  | (?<![\w.])[@＠]\s?[\w.]{2,}                                                  # a handle
    """,
    re.VERBOSE | re.IGNORECASE,
)
HINT = "take it from the register: [words](channel:id), with … where the number or address stands"


def find(material: Material) -> Iterator[Problem]:
    for piece in material.copy:
        if "@" in piece.text or "＠" in piece.text or "at" in piece.text:
            for match in HANDLE.finditer(piece.text):
                said = match[0].rstrip(".")
                message = f"the handle or e-mail “{said}” is typed by hand"
                yield piece.problem(CODE, match.start(), match.start() + len(said), message, HINT)


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
