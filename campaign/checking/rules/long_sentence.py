"""LG001: sentences are short."""

from collections.abc import Iterator

from campaign.checking.plain import WORD, sentences, texts
from campaign.checking.rule import Example, Material, Rule
from campaign.problems import Problem

CODE = "LG001"


def find(material: Material) -> Iterator[Problem]:
    for piece, plain in texts(material):
        if "alt" in piece.path:  # it lists what a picture shows
            continue
        if len(piece.text) < 2 * plain.sentence:  # not even words of one letter
            continue
        for start, end in sentences(piece.text):
            count = len(WORD.findall(piece.text[start:end]))
            if count > plain.sentence:
                message = f"a sentence of {count} words; {plain.sentence} are easily read"
                yield piece.problem(CODE, start, end, message, "make two of it, or leave something out")


RULE = Rule(
    code=CODE,
    title="A long sentence",
    why="Who reads on a small telephone, in a hurry, loses the beginning of a long sentence before its end. The number "
    "of words that is counted is told; no grade is made of it.",
    guards="language",
    level="warning",
    find=find,
    examples=(
        Example(
            "truth",
            wrong="Perusahaan resmi yang sudah mempunyai izin dari menteri tidak pernah meminta uang dari calon "
            "pekerja lewat chat sebelum ada kontrak yang ditandatangani.",
            right="Perusahaan resmi punya izin. Mereka tidak minta uang lewat chat.",
        ),
    ),
)
