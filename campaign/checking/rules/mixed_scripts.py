"""LT003: a word is written in one script."""

import re
from collections.abc import Iterator

from campaign.checking.rule import Example, Material, Rule
from campaign.checking.scripts import said, script_of
from campaign.problems import Problem

CODE = "LT003"
WORD = re.compile(r"[^\W_][\w.'’-]*")


def find(material: Material) -> Iterator[Problem]:
    for piece in material.pieces:
        if piece.text.isascii():
            continue
        for word in WORD.finditer(piece.text):
            if word[0].isascii():
                continue
            scripts = [script_of(letter) for letter in word[0]]
            known = [script for script in scripts if script]
            if len(set(known)) < 2:
                continue
            most = max(sorted(set(known)), key=known.count)
            at = next(i for i, script in enumerate(scripts) if script and script != most)
            message = f"“{word[0]}” mixes two scripts: {said(word[0][at])} is not {most.capitalize()}"
            yield piece.problem(CODE, word.start() + at, word.start() + at + 1, message, "type the word again")


RULE = Rule(
    code=CODE,
    title="A word in two scripts",
    why="A Cyrillic а in a Latin word looks the same and is another letter: searches and addresses fail.",
    guards="characters",
    find=find,
    examples=(
        Example(
            "sign",
            wrong="2. **Serba cep\u0430t.** Jalur resmi selalu ada tes.",
            right="2. **Serba cepat.** Jalur resmi selalu ada tes.",
        ),
    ),
)
