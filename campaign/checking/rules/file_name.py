"""LT005: names of files are plain."""

import re
from collections.abc import Iterator

from campaign.checking.rule import Example, Material, Rule
from campaign.checking.scripts import said
from campaign.problems import Problem

CODE = "LT005"
ODD = re.compile(r"[^A-Za-z0-9._/ -]")


def find(material: Material) -> Iterator[Problem]:
    for file in (*material.files, *material.library.files):
        if match := ODD.search(file):
            message = f"the file's name holds {said(match[0])}"
            yield Problem(file, None, CODE, message, "rename it: letters a to z, digits, hyphens and dots")


RULE = Rule(
    code=CODE,
    title="A character in a file's name that other machines lose",
    why="Names become paths and addresses; what looks the same may be two names, and archives lose accents.",
    guards="characters",
    find=find,
    examples=(
        Example("content/notes/aku\u0301n.yaml", wrong="text: Catatan", right="", line=None),
    ),
)  # fmt: skip
