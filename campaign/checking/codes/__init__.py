"""Every code that the program can report, explained: rules explain themselves, the rest stands in YAML by room.

A code without an entry fails a test.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from campaign.checking.rule import Example, Rule
from campaign.checking.rules import all_rules
from campaign.problems import Level

ROOMS = {
    "rules": "Rules of `campaign check`",
    "reading": "Reading",
    "register": "Contacts, figures and lists, and putting one's name to something",
    "offices": "Offices and tables",
    "planning": "Planning and speaking",
    "filling": "Captions and templates",
    "pictures": "Pictures",
    "print": "Documents for print",
    "gate": "Finished PDF files",
    "printed": "What is printed is what is registered",
    "sound": "Recordings",
    "release": "What keeps something from a release",
    "machine": "The command line, the build and the machine",
}


@dataclass(frozen=True)
class Explanation:
    """What a code means. Examples with a slot are run by a test; the others only show."""

    code: str
    title: str
    why: str
    room: str
    examples: tuple[Example, ...]
    rule: Rule | None = None
    level: Level = "error"


@cache
def all_codes() -> dict[str, Explanation]:
    """Every code, sorted."""
    found: dict[str, Explanation] = {}
    rules = (Explanation(rule.code, rule.title, rule.why, "rules", rule.examples, rule) for rule in all_rules())
    for explained in (*rules, *(one for room in ROOMS if room != "rules" for one in _of_room(room))):
        if explained.code in found:
            raise ValueError(f"{explained.code} is explained twice: two faults need two codes")
        found[explained.code] = explained
    return dict(sorted(found.items()))


def _of_room(room: str) -> Iterator[Explanation]:
    text = files(__name__).joinpath(f"{room}.yaml").read_text(encoding="utf-8")
    for code, entry in yaml.load(text, Loader=yaml.BaseLoader).items():
        line = entry.get("line", "1")
        example = Example(
            entry.get("slot", ""),
            entry["wrong"],
            entry["right"],
            line=None if line == "file" else int(line),
        )
        yield Explanation(code, entry["title"], entry["why"], room, (example,), level=entry.get("level", "error"))
