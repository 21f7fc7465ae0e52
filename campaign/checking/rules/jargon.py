"""LG003: words of offices have plain ones."""

from collections.abc import Iterator

from campaign.checking.plain import listed
from campaign.checking.rule import Example, Material, Rule
from campaign.problems import Problem

CODE = "LG003"


def find(material: Material) -> Iterator[Problem]:
    return listed(material, CODE, "jargon", "“{}” is a word of offices", "in plain words: {}")


RULE = Rule(
    code=CODE,
    title="A word of offices",
    why="Readers know the thing by another word. The lists are data: `campaign/checking/language/<language>.yaml`.",
    guards="language",
    level="warning",
    find=find,
    examples=(
        Example(
            "truth",
            wrong="Berangkat nonprosedural membuatmu sulit ditolong.",
            right="Berangkat tidak lewat jalur resmi membuatmu sulit ditolong.",
        ),
        Example("en truth", wrong="Ask prior to leaving.", right="Ask before you leave."),
    ),
)
