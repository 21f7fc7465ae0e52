"""Copy with the little markup that a campaign needs: bold, emphasis, highlighter, words from a register."""

from dataclasses import dataclass
from html import escape


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of one style. ``channel`` and ``fact`` name the register entry that the words come from."""

    text: str
    bold: bool = False
    italic: bool = False
    mark: bool = False
    channel: str = ""
    fact: str = ""
    line_break: bool = False  # a forced break before this run

    @property
    def html(self) -> str:
        body = escape(self.text, quote=False)
        for tag, on in (("em", self.italic), ("strong", self.bold), ("mark", self.mark)):
            if on:
                body = f"<{tag}>{body}</{tag}>"
        if self.channel:
            body = f'<span class="channel" data-channel="{self.channel}">{body}</span>'
        if self.fact:
            body = f'<span class="fact" data-fact="{self.fact}">{body}</span>'
        return f"<br>{body}" if self.line_break else body


@dataclass(frozen=True, slots=True)
class RichText:
    """Runs in reading order. Templates print it as HTML; captions, scripts and alt texts take ``plain``."""

    runs: tuple[Run, ...] = ()

    @classmethod
    def of(cls, text: str) -> "RichText":
        return cls((Run(text),)) if text else cls()

    @property
    def html(self) -> str:
        return "".join(run.html for run in self.runs)

    @property
    def plain(self) -> str:
        return "".join(f"\n{run.text}" if run.line_break else run.text for run in self.runs)

    @property
    def marks(self) -> int:
        """How many passages are marked with the highlighter."""
        before = (False, *(run.mark for run in self.runs))
        return sum(run.mark and not was for run, was in zip(self.runs, before, strict=False))

    @property
    def channels(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(run.channel for run in self.runs if run.channel))

    @property
    def facts(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(run.fact for run in self.runs if run.fact))

    def __html__(self) -> str:
        """Jinja's protocol: every run was escaped above, so autoescape lets it through."""
        return self.html

    def __str__(self) -> str:
        return self.plain

    def __bool__(self) -> bool:
        return bool(self.runs)
