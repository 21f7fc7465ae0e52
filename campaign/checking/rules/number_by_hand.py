"""HN001: telephone numbers come from the register, never from the keyboard."""

import re
from collections.abc import Iterator

from campaign.checking.rule import Example, Material, Rule
from campaign.problems import Problem

CODE = "HN001"
# At least seven digits that only spaces, hyphens, dots and brackets part; years and amounts ("2017", "25.000") are
# shorter, and "Rp1.500.000" is money.
NUMBER = re.compile(r"(?<![\w.,])(?:\+[0-9]|0[0-9])(?:[ ().-]{0,2}[0-9]){4,}(?![\w])", re.ASCII)
HINT = "take it from the register: [words](channel:id), with … where the number or address stands"


def find(material: Material) -> Iterator[Problem]:
    for piece in material.copy:
        for match in NUMBER.finditer(piece.text):
            message = f"the number “{match[0]}” is typed by hand"
            yield piece.problem(CODE, match.start(), match.end(), message, HINT)


RULE = Rule(
    code=CODE,
    title="A telephone number is typed by hand",
    why="A wrong digit in copy is found by nobody. In a fraudster's words too: an invented number may be somebody's.",
    guards="contacts",
    find=find,
    examples=(
        Example(
            "do",
            wrong="- **Tanya dulu.** Hubungi KP2MI di 0800-1000, bebas pulsa.",
            right="- **Tanya dulu.** Hubungi [KP2MI di …](channel:call-centre), bebas pulsa.",
        ),
    ),
)
