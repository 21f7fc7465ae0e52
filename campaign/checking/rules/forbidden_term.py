"""LG004: people are not called illegal."""

from collections.abc import Iterator

from campaign.checking.plain import listed
from campaign.checking.rule import Example, Material, Rule
from campaign.problems import Problem

CODE = "LG004"


def find(material: Material) -> Iterator[Problem]:
    return listed(material, CODE, "forbidden", "“{}” is not what we call people", "write: {}")


RULE = Rule(
    code=CODE,
    title="A term that is not used for people",
    why="An act may be against the law, a person is not. Who is called illegal does not dare to ask for help.",
    guards="language",
    level="warning",
    find=find,
    examples=(
        Example(
            "truth",
            wrong="TKI ilegal sulit ditolong.",
            right="Pekerja yang berangkat tidak lewat jalur resmi lebih sulit ditolong.",
        ),
        Example("en truth", wrong="Illegal workers fear the police.", right="Workers without papers fear the police."),
    ),
)
