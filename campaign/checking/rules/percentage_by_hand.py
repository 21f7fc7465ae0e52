"""HN005: percentages are figures, and figures come from the register."""

import re
from collections.abc import Iterator
from functools import cache

from campaign.checking.numerals import found, place_of
from campaign.checking.rule import Example, Material, Rule
from campaign.checking.vocabulary import numbers
from campaign.problems import Problem

CODE = "HN005"
HINT = "put it into facts.yaml with its source and date, then write [… words](fact:id)"


MESSAGE = "the percentage “{}” has no source"


@cache
def _in_words() -> re.Pattern[str]:
    """ "delapan puluh persen" """
    words = "|".join(sorted(numbers("digits") | {"puluh", "belas", "ten", "twenty", "thirty", "forty", "fifty", "sixty",
                                                 "seventy", "eighty", "ninety"}))  # fmt: skip
    signs = "|".join(sorted(numbers("percent")))
    return re.compile(rf"(?<!\w)(?:{words})(?:[ -](?:{words}))*[ ](?:{signs})(?!\w)", re.IGNORECASE)


def find(material: Material) -> Iterator[Problem]:
    yield from found(material, CODE, "percentage", MESSAGE, HINT)
    for piece in material.copy:
        if place_of(piece) == "copy" and "er" in piece.text:
            for match in _in_words().finditer(piece.text):
                yield piece.problem(CODE, match.start(), match.end(), MESSAGE.format(match[0]), HINT)


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
