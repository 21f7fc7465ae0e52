"""LG008: nobody is shouted at."""

from collections.abc import Iterator

from campaign.checking.plain import LOUD, texts
from campaign.checking.rule import Example, Material, Rule
from campaign.problems import Problem

CODE = "LG008"


def find(material: Material) -> Iterator[Problem]:
    for piece, _ in texts(material):
        for match in LOUD.finditer(piece.text):
            message = f"“{match[0].strip()}” shouts"
            yield piece.problem(
                CODE, match.start(), match.end(), message, "capitals only at the beginning, one mark at the end"
            )


RULE = Rule(
    code=CODE,
    title="A sentence in capitals, or with many exclamation marks",
    why="Words in capitals have no shape, and are read a third slower. It is also how the fraudsters write.",
    guards="language",
    level="warning",
    find=find,
    examples=(
        Example(
            "truth",
            wrong="JANGAN PERNAH KIRIM UANG lewat chat.",
            right="Jangan pernah kirim uang lewat chat.",
        ),
    ),
)
