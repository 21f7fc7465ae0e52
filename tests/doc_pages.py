"""The pages of docs/ as tests need them: code blocks by what stands behind their fence, tables by their head."""

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

DOCS = Path(__file__).parents[1] / "docs"
FENCE = re.compile(r"^```(\w+) ([^\n]+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Page:
    """One page. A fence may say more than its language: ```` ```markdown content/tactics/fee.id.md ````."""

    name: str

    @cached_property
    def text(self) -> str:
        return (DOCS / self.name).read_text(encoding="utf-8")

    @cached_property
    def blocks(self) -> tuple[tuple[str, str], ...]:
        """(what stands behind the fence's language, the text), in the order of the page."""
        return tuple((match[2], match[3]) for match in FENCE.finditer(self.text))

    def all(self, label: str) -> list[str]:
        return [text for name, text in self.blocks if name == label]

    def one(self, label: str) -> str:
        [text] = self.all(label)
        return text

    @property
    def files(self) -> dict[str, str]:
        """Blocks that are whole files, by their path."""
        return {name: text for name, text in self.blocks if "." in name and " " not in name}

    @property
    def additions(self) -> dict[str, str]:
        """Blocks that go to the end of a file: ```` ```yaml content/channels.yaml add ````."""
        return {name.removesuffix(" add"): text for name, text in self.blocks if name.endswith(" add")}

    def write(self, root: Path) -> Path:
        """Write the page's files below ``root`` and add its additions; returns ``root``."""
        for path, text in self.files.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text, encoding="utf-8")
        for path, text in self.additions.items():
            (root / path).write_text((root / path).read_text(encoding="utf-8") + "\n" + text, encoding="utf-8")
        return root

    def table(self, head: str) -> list[tuple[str, ...]]:
        """The rows of the one table whose head begins with ``| head |``, without head and rule."""
        after = self.text.partition(f"\n| {head} |")[2].splitlines()[2:]
        count = next((i for i, line in enumerate(after) if not line.startswith("|")), len(after))
        assert count, f"docs/{self.name} has no table with the head “{head}”"
        return [tuple(cell.strip() for cell in line.strip()[1:-1].split("|")) for line in after[:count]]

    def holds(self, expected: str) -> None:
        """Fails, and prints how the page must read, when it does not hold ``expected`` word for word."""
        assert expected in self.text, f"docs/{self.name} must hold this, word for word:\n\n{expected}\n"


def code(cell: str) -> list[str]:
    """The words in code style in a cell: "`hours`, `cost`" -> ["hours", "cost"]."""
    return re.findall(r"`([^`]+)`", cell)


def listed(rows: list[tuple[str, ...]]) -> list[str]:
    """All words in code style of the first column."""
    return [word for row in rows for word in code(row[0])]
