"""LT002: digits are 0 to 9."""

from collections.abc import Iterator
from unicodedata import category, name

from campaign.checking.rule import Example, Material, Rule
from campaign.problems import Problem

CODE = "LT002"


def find(material: Material) -> Iterator[Problem]:
    for piece in material.pieces:
        if piece.text.isascii():
            continue
        for at, letter in enumerate(piece.text):
            if category(letter) == "Nd" and not letter.isascii():
                said = f"the digit “{letter}” (U+{ord(letter):04X}, {name(letter)}) is not one of 0–9"
                yield piece.problem(CODE, at, at + 1, said, "type it with the plain keyboard")


RULE = Rule(
    code=CODE,
    title="A digit that is not one of 0–9",
    why="Full-width and Arabic digits look like numbers and pass for them in many programs, but nobody can dial them.",
    guards="characters",
    find=find,
    examples=(
        Example("sign", "2. **Serba cepat.** Ada ３ tahap.", "2. **Serba cepat.** Ada tiga tahap."),
    ),
)  # fmt: skip
