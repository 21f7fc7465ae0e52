"""HN004: the number of a bank account or a wallet stands in no text."""

from collections.abc import Iterator

from campaign.checking.numerals import found
from campaign.checking.rule import Example, Material, Rule
from campaign.problems import Problem

CODE = "HN004"


def find(material: Material) -> Iterator[Problem]:
    return found(
        material, CODE, "account", "“{}” looks like the number of an account", "leave it out: say “rekening itu”"
    )


RULE = Rule(
    code=CODE,
    title="The number of an account",
    why="An invented account may be somebody's, and somebody may pay into it. No campaign needs one, a lure neither.",
    guards="numbers",
    find=find,
    examples=(
        Example(
            "lure",
            wrong="Butuh pelayan, ==gaji 25 juta==. ==Tanpa tes==. ==Transfer ke BCA 7310252527==.",
            right="Butuh pelayan, ==gaji 25 juta==. ==Tanpa tes==. ==Transfer ke rekening saya==.",
        ),
    ),
)
