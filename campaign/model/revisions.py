"""Which text somebody approved, which revision was translated: short hashes of what is printed, without its layout."""

import json
from collections.abc import Iterable
from hashlib import sha256
from typing import Any

PART = 8  # hex digits for a part of a message, or a register's entry
WHOLE = 12  # for everything that somebody puts their name to


def digest(parts: Any, length: int = PART) -> str:
    """The first hex digits of the sha256 of plain values: texts, numbers, lists and mappings of them."""
    text = json.dumps(parts, ensure_ascii=False, sort_keys=True, default=str)
    return sha256(text.encode()).hexdigest()[:length]


def words_of(text: str) -> str:
    """A text with every stretch of white space as one space: a paragraph that was only wrapped anew is the same."""
    return " ".join(text.split())


def section_revision(heading: str, attributes: Iterable[tuple[str, str]], blocks: Iterable[str]) -> str:
    """Of a section as its author wrote it: links to registers by their ids, not by the values that they print today.

    Icons are no words: ``blocks`` come without them.
    """
    return digest([words_of(heading), sorted(attributes), [words_of(block) for block in blocks]])
