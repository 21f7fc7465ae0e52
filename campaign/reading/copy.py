"""Copy: one block of Markdown to runs of text, with words that come from the registers."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from html.parser import HTMLParser
from typing import Any

import markdown
import nh3
from markdown.extensions import Extension
from markdown.inlinepatterns import SimpleTagInlineProcessor

from campaign.model.numbers import fact_number, fact_value, long_date
from campaign.model.register import Channel, Fact, Local
from campaign.model.text import RichText, Run
from campaign.problems import Problem
from campaign.reading.entries import nearest

TAGS = {"p", "strong", "em", "mark", "br", "a"}
ELLIPSIS = re.compile(r"…|\.\.\.")
LINK = re.compile(r"(channel|fact):([a-z0-9-]+)(?:#([a-z]+))?", re.ASCII)


@dataclass(frozen=True)
class Registers:
    """Where words in copy come from. ``broken`` ids have an error of their own, already reported."""

    channels: Mapping[str, Channel]
    facts: Mapping[str, Fact]
    words: Mapping[str, Local]
    fallbacks: Mapping[str, str]
    broken: frozenset[str] = frozenset()
    unreadable: frozenset[str] = frozenset()  # "channel" or "fact": the whole file has an error

    def is_broken(self, register: str, id: str) -> bool:
        """Whether an entry is missing for a reason that has been reported where it lies."""
        return bool(id) and (id in self.broken or register in self.unreadable)

    def local(self, texts: Local | None, language: str) -> str:
        """The text in a language or its declared fallbacks; empty when there is none."""
        if texts is None:
            return ""
        tag = language
        while tag and tag not in texts:
            tag = self.fallbacks.get(tag, "")
        return texts.get(tag) or texts.get("*", "")

    def qualifiers(self, language: str) -> dict[str, str]:
        prefix = "qualifier-"
        return {
            key.removeprefix(prefix): self.local(texts, language)
            for key, texts in self.words.items()
            if key.startswith(prefix)
        }


class _Highlighter(Extension):
    """``==words==`` as a highlighter mark, as many Markdown editors have it."""

    def extendMarkdown(self, md: Any) -> None:  # noqa: N802 (the library's name)
        md.inlinePatterns.register(SimpleTagInlineProcessor(r"()==(?!=)(.+?)==", "mark"), "mark", 65)


@dataclass
class CopyReader:
    """Reads blocks of one file; gathers the problems that it meets."""

    registers: Registers
    language: str
    file: str
    problems: list[Problem] = field(default_factory=list)
    touches_broken: bool = False  # whether a register entry was used that has an error of its own

    @cached_property
    def _markdown(self) -> markdown.Markdown:
        return markdown.Markdown(extensions=[_Highlighter()], output_format="html")

    def block(self, source: str, line: int) -> RichText:
        """One paragraph or one list item's text; ``line`` is where it starts."""
        if not source.strip():
            return RichText()
        # A number and a dot at the start of a sentence ("2023. …") is text here: lists were split before.
        guarded = re.sub(r"\A(\s*\d+)([.)])", r"\1\\\2", source)
        html = self._markdown.reset().convert(guarded)
        whole = _Runs(self, line)
        whole.feed(html)  # looks at what is there before anything is cleaned away: nothing is dropped in silence
        whole.close()
        if whole.refused:
            return RichText()
        cleaned = nh3.clean(html, tags=TAGS, attributes={"a": {"href"}}, url_schemes={"channel", "fact"}, link_rel=None)
        runs = _Runs(self, line, quiet=True)
        runs.feed(cleaned)
        runs.close()
        return RichText(_joined(runs.runs))

    def problem(self, line: int, code: str, message: str, hint: str = "") -> None:
        self.problems.append(Problem(self.file, line, code, message, hint))

    def linked(self, href: str, words: str, line: int) -> Run | None:
        """The run that a link prints, or None after a problem."""
        match = LINK.fullmatch(href)
        if match is None:
            hint = "addresses and numbers come from channels.yaml: [words](channel:id)"
            self.problem(line, "MD003", f"a link to “{href}” is not allowed in copy", hint)
            return None
        register, id, part = match.groups()
        known: Mapping[str, object] = self.registers.channels if register == "channel" else self.registers.facts
        if id not in known:
            if self.registers.is_broken(register, id):
                self.touches_broken = True
            else:
                article = "channel" if register == "channel" else "fact"
                self.problem(line, "RG001", f"no {article} is called “{id}”", nearest(id, known))
            return None
        value, alone = self._channel(id, part) if register == "channel" else self._fact(id, part)
        if not value:
            name = f"{register}:{id}#{part}" if part else f"{register}:{id}"
            self.problem(line, "RG002", f"“{name}” has no text in {self.language}", "add it to the register")
            return None
        text = ELLIPSIS.sub(lambda _: value, words) if words else alone
        return Run(text, channel=id if register == "channel" else "", fact=id if register == "fact" else "")

    def _channel(self, id: str, part: str | None) -> tuple[str, str]:
        """What stands for the ellipsis, and what stands for empty words."""
        channel, local = self.registers.channels[id], self.registers.local
        name = local(channel.name, self.language)
        parts = {
            "value": channel.value,
            "name": name,
            "hours": local(channel.hours, self.language),
            "cost": local(channel.cost, self.language),
        }
        return (parts.get(part, ""),) * 2 if part else (channel.value, name)

    def _fact(self, id: str, part: str | None) -> tuple[str, str]:
        fact, local = self.registers.facts[id], self.registers.local
        unit = local(fact.unit, self.language)
        parts = {
            "number": fact_number(fact, self.language),
            "date": long_date(fact.source_date, self.language),
            "year": str(fact.source_date.year),
            "source": local(fact.source, self.language),
            "scope": local(fact.scope, self.language),
            "unit": unit,
        }
        if part:
            return (parts.get(part, ""),) * 2
        value = fact_value(fact, self.language, self.registers.qualifiers(self.language))
        return value, f"{value} {unit}"


class _Runs(HTMLParser):
    """HTML of one block to runs."""

    def __init__(self, reader: CopyReader, line: int, *, quiet: bool = False) -> None:
        super().__init__(convert_charrefs=True)
        self.reader, self.line, self.quiet = reader, line, quiet
        self.runs: list[Run] = []
        self.refused = False
        self.open: list[str] = []
        self.link: tuple[str, list[str], Run] | None = None
        self.breaks = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            self._refuse(tag)
        elif tag == "br":
            self.breaks = True
        elif tag == "a":
            self.link = (dict(attrs).get("href") or "", [], self._style())
        else:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self.link is not None:
            href, words, style = self.link
            self.link = None
            if self.quiet:
                run = self.reader.linked(href, "".join(words).strip(), self.line)
                if run is not None:
                    self._add(replace(style, text=run.text, channel=run.channel, fact=run.fact))
        elif tag in self.open:
            self.open.remove(tag)

    def handle_data(self, data: str) -> None:
        if self.link is not None:
            self.link[1].append(data)
            return
        text = re.sub(r"[ \t\n]+", " ", data)
        if self.breaks or not self.runs:
            text = text.lstrip(" ")
        if text:
            self._add(replace(self._style(), text=text))

    def _add(self, run: Run) -> None:
        self.runs.append(replace(run, line_break=self.breaks and bool(self.runs)))
        self.breaks = False

    def _style(self) -> Run:
        return Run("", bold="strong" in self.open, italic="em" in self.open, mark="mark" in self.open)

    def _refuse(self, tag: str) -> None:
        self.refused = True
        if not self.quiet:
            hints = {
                "img": "pictures are named in the front matter: illustration: chat-lure",
                "code": "remove the ` signs or the indentation",
                "pre": "remove the indentation",
                "blockquote": "a fraudster's words belong into the section {#lure}",
            }
            hint = hints.get(tag, "copy holds **bold**, *emphasis*, ==highlighter== and links to the registers")
            self.reader.problem(self.line, "MD002", f"<{tag}> is not allowed in copy", hint)


def _joined(runs: list[Run]) -> tuple[Run, ...]:
    """Neighbours of one style as one run, without space at the end."""
    result: list[Run] = []
    for run in runs:
        last = result[-1] if result else None
        if (
            last is not None
            and not run.line_break
            and not (run.channel or run.fact)
            and replace(last, text="", line_break=False) == replace(run, text="")
        ):
            result[-1] = replace(last, text=last.text + run.text)
        else:
            result.append(run)
    if result:
        result[-1] = replace(result[-1], text=result[-1].text.rstrip())
    return tuple(run for run in result if run.text)
