"""docs/pictures.md tells the whole subset, and nothing else."""

import re
from pathlib import Path

from campaign.layout.declarations import KNOWN
from campaign.layout.elements import KNOWN as ELEMENTS

PAGE = Path(__file__).parents[2] / "docs" / "pictures.md"


def section(name: str) -> str:
    text = PAGE.read_text("utf-8")
    return text.split(f"## {name}\n")[1].split("\n## ")[0]


def test_every_property_is_told() -> None:
    """The table names the properties that are understood, no more and no fewer."""
    table = "\n".join(line for line in section("Properties").splitlines() if line.startswith("| "))
    assert set(re.findall(r"`([a-z-]+)`", table)) == KNOWN


def test_every_element_is_told() -> None:
    """So does the list of elements."""
    assert set(re.findall(r"`([a-z0-9]+)`", section("Elements").split("\n\n")[0])) == ELEMENTS
