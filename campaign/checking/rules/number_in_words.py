"""HN008: a telephone number in words is a telephone number."""

import re
from collections.abc import Iterator
from functools import cache

from campaign.checking.rule import Example, Material, Rule
from campaign.checking.vocabulary import numbers
from campaign.problems import Problem

CODE = "HN008"


@cache
def _spelled() -> re.Pattern[str]:
    """Five digits anywhere, or three behind a word that calls: "hubungi satu satu nol"."""
    digit = f"(?:{'|'.join(sorted(numbers('digits')))}|[0-9]{{1,2}})"
    call = f"(?:{'|'.join(sorted(numbers('calls')))})"
    then = rf"[\s,.-]{{1,3}}{digit}"
    return re.compile(rf"(?<!\w)(?:{digit}(?:{then}){{4,}}|{call}\s+{digit}(?:{then}){{2,}})(?!\w)", re.IGNORECASE)


def find(material: Material) -> Iterator[Problem]:
    for piece in material.copy:
        for match in _spelled().finditer(piece.text):
            if re.search("[a-z]", match[0], re.IGNORECASE):
                said = f"a number to call is spelled out: “{match[0]}”"
                yield piece.problem(
                    CODE, match.start(), match.end(), said, "take it from the register: […](channel:id)"
                )


RULE = Rule(
    code=CODE,
    title="A telephone number in words",
    why="“Nol delapan satu satu …” is read aloud as a number and corrected by nobody. Radio texts read numbers of the "
    "register out in words by themselves.",
    guards="contacts",
    find=find,
    examples=(
        Example(
            "do",
            wrong="- **Tanya dulu.** Hubungi nol delapan nol nol satu nol nol nol.",
            right="- **Tanya dulu.** Hubungi [KP2MI di …](channel:call-centre).",
        ),
    ),
)
