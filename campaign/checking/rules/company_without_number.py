"""NT011: a company of one of the lists is named with its licence number, to the letter."""

import re
from collections.abc import Iterator
from itertools import groupby

from campaign.checking.rule import Example, Material, Rule
from campaign.problems import Problem

CODE = "NT011"
LIST = "content/agencies-to-avoid.csv"
ROWS = (
    "licence,name,decision,date,source,source-date\n"
    "12/2024,PT Contoh Abadi,Kepmen 7/2026,2026-01-05,kp2mi.go.id,2026-01-06\n"
)


def find(material: Material) -> Iterator[Problem]:
    """Within one file: the name somewhere, the number nowhere in it."""
    companies = (*material.campaign.notices.avoid, *material.campaign.notices.licensed)
    names = {company: _words(company.name) for company in companies}
    for file, pieces in groupby(material.copy if companies else (), key=lambda piece: piece.file):
        if file in (LIST, "content/licensed-companies.csv"):
            continue
        there = tuple(pieces)
        whole = "\n".join(piece.text for piece in there)
        for company, pattern in names.items():
            if _stands(company.licence, whole):
                continue
            for piece in there:
                if match := pattern.search(piece.text):
                    text = f"“{match[0]}” is named without its licence number"
                    hint = f"names are shared and copied, numbers are not: write “{company.licence}” with it"
                    yield piece.problem(CODE, match.start(), match.end(), text, hint)


def _words(name: str) -> re.Pattern[str]:
    """The name with any white space, in small letters or capitals, not as a part of a longer word."""
    words = r"\s+".join(map(re.escape, name.split()))
    return re.compile(rf"(?<!\w){words}(?!\w)", re.IGNORECASE)


def _stands(licence: str, text: str) -> bool:
    """Exactly this number: “12/2024” does not stand in “112/2024” or “12/20241”."""
    return re.search(rf"(?<![\w/.-]){re.escape(licence)}(?![\w/-]|\.\w)", text) is not None


RULE = Rule(
    code=CODE,
    title="A listed company is named without its licence number",
    why="Fraudsters take the names of licensed companies, and honest ones have similar names. Only the exact licence "
    "number of `agencies-to-avoid.csv` or `licensed-companies.csv` says who is meant.",
    guards="notices",
    find=find,
    examples=(
        Example(
            "truth",
            wrong="PT Contoh Abadi tidak boleh menempatkan pekerja.",
            right="PT Contoh Abadi (nomor izin 12/2024) tidak boleh menempatkan pekerja.",
            changes=((LIST, ROWS),),
        ),
    ),
)
