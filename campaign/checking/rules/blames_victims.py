"""LG005: who was cheated is not to blame."""

from collections.abc import Iterator

from campaign.checking.plain import listed
from campaign.checking.rule import Example, Material, Rule
from campaign.problems import Problem

CODE = "LG005"


def find(material: Material) -> Iterator[Problem]:
    return listed(material, CODE, "blaming", "“{}” puts the blame on who was cheated", "rather: {}")


RULE = Rule(
    code=CODE,
    title="Words that blame who was cheated",
    why="Who feels blamed keeps silent, reports nothing, and is cheated again.",
    guards="language",
    level="warning",
    find=find,
    examples=(
        Example(
            "truth",
            wrong="Banyak orang mudah tertipu gaji besar.",
            right="Penipu memakai gaji besar sebagai umpan.",
        ),
    ),
)
