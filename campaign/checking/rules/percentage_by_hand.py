"""HN005: percentages are figures, and figures come from the register."""

from collections.abc import Iterator

from campaign.checking.numerals import found
from campaign.checking.rule import Example, Material, Rule
from campaign.problems import Problem

CODE = "HN005"
HINT = "put it into facts.yaml with its source and date, then write [… words](fact:id)"


def find(material: Material) -> Iterator[Problem]:
    return found(material, CODE, "percentage", "the percentage “{}” has no source", HINT)


RULE = Rule(
    code=CODE,
    title="A percentage without a source",
    why="A figure that is typed by hand has no source, no date and no term, and stays when it is no longer true. A "
    "fraudster's own words may hold one.",
    guards="numbers",
    find=find,
    examples=(
        Example(
            "truth",
            wrong="Kira-kira 80 persen akun lowongan di media sosial palsu.",
            right="Ada [… situs dan akun](fact:takedowns) yang harus ditindak.",
        ),
    ),
)
