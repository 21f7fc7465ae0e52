"""LT001: no character stands in a text that nobody sees."""

import re
from collections.abc import Iterator
from unicodedata import category, name

from campaign.checking.rule import Example, Material, Rule
from campaign.problems import Problem

CODE = "LT001"
# Fillers and blanks that Unicode counts as letters, marks or signs.
BLANK = "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0"
SUSPECT = re.compile(r"[^\n\t -~\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e\ufffc]")


def find(material: Material) -> Iterator[Problem]:
    for piece in material.pieces:
        for match in SUSPECT.finditer(piece.text):
            letter = match[0]
            if letter in BLANK or category(letter) in ("Cf", "Cc", "Co", "Cn"):
                said = f"an invisible character stands here: U+{ord(letter):04X} ({name(letter, 'no name')})"
                yield piece.problem(CODE, match.start(), match.end(), said, "delete the word and type it again")


RULE = Rule(
    code=CODE,
    title="A character that nobody sees",
    why="A zero-width space or a control character for the direction of writing changes a number or an address for "
    "machines, or for eyes, and nobody sees why.",
    guards="characters",
    find=find,
    examples=(
        Example("sign", "2. **Serba ce\u200bpat.** Jalur resmi selalu ada tes.",
                "2. **Serba cepat.** Jalur resmi selalu ada tes."),
    ),
)  # fmt: skip
