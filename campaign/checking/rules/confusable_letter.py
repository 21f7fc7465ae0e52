"""LT004: a letter is the letter that it looks like."""

import re
from collections.abc import Iterator

from campaign.checking.rule import Example, Material, Rule
from campaign.checking.scripts import LOOKALIKES, plain_form, said
from campaign.problems import Problem

CODE = "LT004"
DISGUISE = re.compile(rf"(?<!\w)[{''.join(sorted(LOOKALIKES))}]+(?!\w)")


def find(material: Material) -> Iterator[Problem]:
    for piece in material.pieces:
        if piece.text.isascii():
            continue
        for at, letter in enumerate(piece.text):
            if plain := plain_form(letter):
                message = f"{said(letter)} only looks like “{plain}”"
                yield piece.problem(CODE, at, at + 1, message, "type it with the plain keyboard")
        for match in DISGUISE.finditer(piece.text):
            message = f"{said(match[0][0])} only looks like a Latin letter"
            yield piece.problem(CODE, match.start(), match.end(), message, "type it with the plain keyboard")


RULE = Rule(
    code=CODE,
    title="A letter that only looks like another",
    why="Full-width, mathematical and foreign letters pass for plain ones before eyes, and before no machine.",
    guards="characters",
    find=find,
    examples=(
        Example(
            "sign",
            wrong="2. **Serba ｃepat.** Jalur resmi selalu ada tes.",
            right="2. **Serba cepat.** Jalur resmi selalu ada tes.",
        ),
        Example(
            "title",
            wrong="title: \u0421\u041e\u0421, gaji besar?",
            right="title: Awas, gaji besar?",
        ),
    ),
)
