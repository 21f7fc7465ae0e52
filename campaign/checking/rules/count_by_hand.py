"""HN007: counts and amounts come from the register; what is structural says so."""

import re
from collections.abc import Iterator
from functools import cache

from campaign.checking.numerals import found, place_of
from campaign.checking.rule import Example, Material, Rule
from campaign.checking.vocabulary import numbers
from campaign.problems import Problem

CODE = "HN007"
HINT = "put it into facts.yaml with its source and date, then write [… words](fact:id)"
MESSAGE = "the number “{}” has no source"


@cache
def _in_words() -> re.Pattern[str]:
    """ "dua ribu", "tiga dari empat": a figure in words is a figure."""
    digits = "|".join(sorted(numbers("digits") | {"belasan", "puluh", "belas"}))
    scales = "|".join(sorted(word for word in numbers("scales") if len(word) > 2))
    number = rf"(?:{digits})(?: (?:{digits}))*"
    return re.compile(rf"(?<!\w){number}(?:[ -](?:{scales})| (?:dari|of|saka|tina) (?:{digits}))(?!\w)", re.IGNORECASE)


def find(material: Material) -> Iterator[Problem]:
    yield from found(material, CODE, "count", MESSAGE, HINT)
    for piece in material.copy:
        if place_of(piece) == "copy":
            for match in _in_words().finditer(piece.text):
                yield piece.problem(CODE, match.start(), match.end(), MESSAGE.format(match[0]), HINT)


RULE = Rule(
    code=CODE,
    title="A number without a source",
    why="""\
A number in copy is a claim. It comes from `facts.yaml`, where it has a source and a date, or it is one of these, which
need none:

| allowed | for example |
|---|---|
| time and age, up to three digits | 18 tahun, 30 hari, 24 jam, usia 21–35 |
| parts of what is being read | 3 langkah, 5 tanda, hari ke-2, halaman 4, kode 6 angka |
| years, dates and times of day | 2025, 2025–2026, 7 Maret 2025, 08.00–16.00 |
| laws | UU 18/2017, UU No. 18 Tahun 2017, Pasal 81, Peraturan BP2MI 9/2020 |
| names | KP2MI, SP4N-LAPOR, A4 |
| the whole of a share | … dari 100 |
| amounts in a fraudster's words: `{#lure}`, `{#myth}`, after `TOKOH:`, in quotation marks | gaji 25 juta |
| house numbers and postcodes in `regions.csv` | Jalan Langko 61, 83114 |

The words that make a number one of these stand in `campaign/checking/numbers.yaml`.""",
    guards="numbers",
    find=find,
    examples=(
        Example(
            "truth",
            wrong="Tahun 2025 ada 5.088 kasus di satu kedutaan saja.",
            right="Sejak UU 18/2017, usia paling muda 18 tahun dan ada 3 langkah.",
        ),
        Example(
            "sign",
            wrong="2. **Serba cepat.** Sudah lima juta orang tertipu.",
            right="2. **Serba cepat.** Kalimat “cuma 5 juta, hari ini!” adalah umpan.",
        ),
    ),
)
