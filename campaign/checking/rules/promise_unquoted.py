"""LG009: a fraudster's promise stands in quotation marks."""

import re
from collections.abc import Iterator

from campaign.checking.plain import plain, said_by_us
from campaign.checking.rule import Example, Material, Rule
from campaign.model.message import Message
from campaign.problems import Problem

CODE = "LG009"


def find(material: Material) -> Iterator[Problem]:
    for message in material.campaign.messages.values():
        data = plain(message.language)
        if data is None or message.kind != "tactic":
            continue
        for text, line in _alone(message):
            own = said_by_us(text)
            match = data.promises.search(own)
            told = {word.lower() for word in re.findall(r"\w+", own[: match.start()])} if match else set()
            if match and not told & data.told:
                said = f"“{text}” is a fraudster's promise, and reads as our advice"
                hint = "small pictures print it alone: put it into quotation marks, or say who says so"
                yield _problem(material, message, line, text, said, hint)


def _alone(message: Message) -> Iterator[tuple[str, int | None]]:
    """What small pictures print without the sentence behind it: leads of the signs, and a title that asks nothing."""
    if not message.title.endswith("?"):
        yield message.title, message.line_of("title")
    signs = message.section("warning-signs")
    for item in signs.items if signs else ():
        if item.title:
            yield item.title.plain, item.line


def _problem(material: Material, message: Message, line: int | None, text: str, said: str, hint: str) -> Problem:
    for piece in material.pieces_of(message.file):
        if piece.line == line and (at := piece.text.find(text)) >= 0:
            return piece.problem(CODE, at, at + len(text), said, hint)
    return Problem(message.file, line, CODE, said, hint)


RULE = Rule(
    code=CODE,
    title="A fraudster's promise that reads as advice",
    why="A card that prints only the leads once said “Visa kerja tidak perlu” with our name below it. What a fraudster "
    "promises stands in quotation marks, or behind a word that says whose words they are (katanya, dianggap, mengaku).",
    guards="language",
    level="warning",
    find=find,
    examples=(
        Example(
            "sign",
            wrong="2. **Visa kerja tidak perlu.** Jalur resmi selalu ada tes.",
            right="2. **“Visa kerja tidak perlu”.** Jalur resmi selalu ada tes.",
        ),
        Example(
            "en sign",
            wrong="2. **Work visa not needed.** The official way always has a test.",
            right="2. **They say no visa is needed.** The official way always has a test.",
        ),
    ),
)
