"""HN006: short codes come from the register as well."""

from collections.abc import Iterator

from campaign.checking.numerals import found
from campaign.checking.rule import Example, Material, Rule
from campaign.problems import Problem

CODE = "HN006"
HINT = "take it from the register: [words](channel:id), with … where the number stands"


def find(material: Material) -> Iterator[Problem]:
    return found(material, CODE, "short code", "the short number “{}” is typed by hand", HINT)


RULE = Rule(
    code=CODE,
    title="A short number to call is typed by hand",
    why="110, 129 and 1500-630 are numbers like any other: one wrong digit calls somebody else, and they change.",
    guards="contacts",
    find=find,
    examples=(
        Example(
            "do",
            wrong="- **Lapor.** Hubungi polisi di 110.",
            right="- **Lapor.** Hubungi [KP2MI di …](channel:call-centre).",
        ),
    ),
)
