"""HN002: addresses on the web come from the register, never from the keyboard."""

import re
from collections.abc import Iterator

from campaign.checking.rule import Example, Material, Rule
from campaign.problems import Problem

CODE = "HN002"
HOST = re.compile(
    r"(?<![\w.@-])(?:https?://)?(?:[a-z0-9-]+\.)+(?:id|com|org|net|info|me|co|gov|my|sg|tv|xyz|site|online)(?![\w-])",
    re.ASCII | re.IGNORECASE,
)
HINT = "take it from the register: [words](channel:id), with … where the number or address stands"


def find(material: Material) -> Iterator[Problem]:
    for piece in material.copy:
        for match in HOST.finditer(piece.text):
            message = f"the web address “{match[0]}” is typed by hand"
            yield piece.problem(CODE, match.start(), match.end(), message, HINT)


RULE = Rule(
    code=CODE,
    title="A web address is typed by hand",
    why="One wrong label leads to a fraudster's page. Addresses come from `channels.yaml`, and their hosts from "
    "`allowed-hosts` in `campaign.yaml`.",
    guards="contacts",
    find=find,
    examples=(
        Example(
            "sign",
            wrong="2. **Serba cepat.** Periksa di siskop2mi.go.id.",
            right="2. **Serba cepat.** Periksa di [SISKOP2MI](channel:siskop2mi).",
        ),
    ),
)
