"""The bundled lexicons, and messages made in a line."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from campaign.model.message import Item, Message, Section
from campaign.model.text import RichText
from campaign.reading.registers import read_words
from campaign.speaking.lexicon import PATH, Lexicon, read_lexicons

ROOT = Path(__file__).parents[2]
WORDS = "templates/_shared/words.yaml"


@pytest.fixture(scope="session")
def lexicons() -> Mapping[str, Lexicon]:
    return read_lexicons((ROOT / PATH).read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def words() -> Callable[[str], Mapping[str, str]]:
    """``words("id")``: the bundled interface words in one language."""
    read = read_words(WORDS, (ROOT / WORDS).read_bytes())
    return lambda language: {key: texts[language] for key, texts in read.items()}


@pytest.fixture(scope="session")
def tactic() -> Callable[..., Message]:
    """``tactic(signs=[("Lead", "Sentence.")], …)``: a message of the kind that has the most parts.

    Its title stands in line 2, its summary in line 3, its signs from line 11, what to do from line 21.
    """

    def made(
        title: str = "Gaji besar, langsung berangkat?",
        summary: str = "Tawaran seperti ini hampir selalu jebakan.",
        signs: list[tuple[str, str]] | None = None,
        deeds: list[tuple[str, str]] | None = None,
        lure: str = "",
        sections: tuple[Section, ...] = (),
        **more: object,
    ) -> Message:
        signs = [("Gaji jauh di atas wajar", "Bandingkan dulu.")] if signs is None else signs
        deeds = [("Berhenti", "Jangan kirim data.")] if deeds is None else deeds
        told = [listed("warning-signs", signs, 10), listed("what-to-do", deeds, 20)]
        if lure:
            told.insert(0, Section("lure", "Rayuannya", (), (RichText.of(lure),), (), False, 6))
        fields: dict[str, object] = {
            "slug": "high-pay",
            "language": "id",
            "kind": "tactic",
            "file": "content/tactics/high-pay.id.md",
            "title": title,
            "summary": summary,
            "code": "UJI-001",
            "version": 1,
            "updated": date(2026, 11, 22),
            "call": "call-centre",
            "check": "siskop2mi",
            "sections": (*told, *sections),
            "lines": (("title", 2), ("summary", 3)),
        }
        return Message(**{**fields, **more})  # type: ignore[arg-type]

    return made


def listed(id: str, items: list[tuple[str, str]], line: int) -> Section:
    made = tuple(
        Item(RichText.of(lead), RichText.of(text), line=line + n) for n, (lead, text) in enumerate(items, start=1)
    )
    return Section(id, id, (), (), made, True, line)
