"""LG002: words are short."""

from collections.abc import Iterator

from campaign.checking.plain import WORD, texts
from campaign.checking.rule import Example, Material, Rule
from campaign.problems import Problem

CODE = "LG002"


def find(material: Material) -> Iterator[Problem]:
    for piece, plain in texts(material):
        for word in WORD.finditer(piece.text):
            longest = max((part for part in word[0].split("-")), key=len)
            if len(longest) > plain.word and not longest[:1].isupper():
                message = f"“{longest}” has {len(longest)} letters; up to {plain.word} are easily read"
                yield piece.problem(CODE, word.start(), word.end(), message, "say it with shorter words")


RULE = Rule(
    code=CODE,
    title="A long word",
    why="Long words are read letter by letter, and break lines where they should not.",
    guards="language",
    level="warning",
    find=find,
    examples=(
        Example(
            "truth",
            wrong="Mereka harus mempertanggungjawabkan uangmu.",
            right="Mereka harus mengganti uangmu.",
        ),
    ),
)
