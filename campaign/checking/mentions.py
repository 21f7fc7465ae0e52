"""Where a message or a publication names an entry of a register: the lines that somebody has to change."""

import re
from collections.abc import Iterator
from typing import Literal

from campaign.checking.rule import Material
from campaign.model.campaign import Publication
from campaign.model.message import Message

Register = Literal["channel", "fact"]
FRONT: dict[Register, tuple[str, ...]] = {"channel": ("call", "check"), "fact": ("fact", "share")}


def mentions(material: Material, message: Message, register: Register, id: str) -> tuple[int, ...]:
    """Lines of the message's own file, in order; line 1 where it takes the entry over from the first language."""
    keys = (key for key in FRONT[register] if getattr(message, key) == id)
    lines = {line for key in keys if (line := message.line_of(key))}
    link = re.compile(rf"\({register}:{re.escape(id)}(?![a-z0-9-])")
    text = material.files.get(message.file, b"").decode("utf-8", errors="replace")
    lines |= {number for number, line in enumerate(text.splitlines(), 1) if link.search(line)}
    return tuple(sorted(lines)) or (1,)


def contacts_of(material: Material, publication: Publication) -> Iterator[tuple[str, int]]:
    """Each contact that a publication names itself, with its line."""
    for piece in material.pieces_of(publication.file):
        if piece.path[-1] in ("call", "check") or "contacts" in piece.path[:-1]:
            yield piece.text, piece.line
