"""CDC's Clear Communication Index: the items that a program can answer of a message, and the questions for a person.

The numbers 1 to 20 are the index's own; the words are ours. An answer says what it was counted from: no grade is made
of half an index. Items 1 to 5 and 8 depend on what an asset prints, and are answered again for each
(``building.score``).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from campaign.checking.plain import sentences
from campaign.model.campaign import Campaign
from campaign.model.contents import facts_of_message
from campaign.model.kinds import KINDS
from campaign.model.message import Item, Message
from campaign.problems import Problem

Verdict = Literal["yes", "no", "ask", "none"]  # ask: a person must judge; none: it does not apply
QUESTIONS = {
    1: "Is there one main message?",
    2: "Does the main message stand first?",
    3: "Is it set off, by size or place?",
    4: "Does a picture carry it?",
    5: "Is there a call to action?",
    6: "Do the message and the call speak in the active voice?",
    7: "Are all words the readers' own?",
    8: "Are there lists?",
    9: "Is it in pieces with headings?",
    10: "Does the first part sum up what matters most?",
    11: "Does it say what those who know do and do not know?",
    12: "Does it say what to do?",
    13: "Does it say why?",
    14: "Does it say how?",
    15: "Are its numbers ones that the readers use?",
    16: "Does it say what its numbers mean?",
    17: "Is the reader spared all sums?",
    18: "Does it say what the danger is?",
    19: "Does it say what doing so brings, and what it costs or risks?",
    20: "Is a likelihood also told in words or drawn?",
}
AREAS = {
    "Main message and call to action": range(1, 6),
    "Language": range(6, 8),
    "Information design": range(8, 11),
    "State of the science": range(11, 12),
    "What to do": range(12, 15),
    "Numbers": range(15, 18),
    "Risk": range(18, 21),
}
# The passive in what should be done: "Disarankan bertanya", "Should be reported".
PASSIVE = {
    "id": re.compile(r"^(?:harap |agar |sebaiknya )?di(?!a\b|am|ri|mana|sana|sini)\w{4,}", re.IGNORECASE),
    "en": re.compile(r"\b(?:is|are|be|was|were|been) (?:\w+ly )?\w+(?:ed|en)\b", re.IGNORECASE),
    "jv": re.compile(r"^di\w{4,}", re.IGNORECASE),
    "su": re.compile(r"^di\w{4,}", re.IGNORECASE),
}
WORDS = frozenset({"LG002", "LG003", "LG004", "LG007"})  # rules about words


@dataclass(frozen=True, slots=True)
class Answer:
    """One item of the index. ``because`` says what was counted, or what a person should look at."""

    item: int
    verdict: Verdict
    because: str

    @property
    def question(self) -> str:
        return QUESTIONS[self.item]


def answers(message: Message, campaign: Campaign, faults: Iterable[Problem]) -> tuple[Answer, ...]:
    """All twenty, in order. ``faults`` are what the rules found in this message's file."""
    words = [problem for problem in faults if problem.code in WORDS and problem.file == message.file]
    answered = (*_main(message), *_language(message, words), *_design(message), *_science(message, campaign))
    return (*answered, *_behaviour(message), *_numbers(message, campaign), *_risk(message, campaign))


def _main(message: Message) -> tuple[Answer, ...]:
    title, summary = len(list(sentences(message.title))), len(list(sentences(message.summary)))
    one = _yes(title == 1 and summary <= 2)
    does = message.section("what-to-do") or message.section("contacts")
    count = len(does.items) if does else 0
    pictured = message.illustration or message.photo or message.fact
    return (
        Answer(1, one, f"{title} sentence{'s' * (title != 1)} in the title, {summary} in the summary"),
        Answer(2, "ask", "does each picture and paper begin with it?"),
        Answer(3, "ask", "is it the largest text of each?"),
        Answer(4, _yes(bool(pictured)), f"its picture: {pictured or 'none'}"),
        Answer(5, _yes(bool(message.call and count)), f"{count} things to do, and “{message.call}” to call"),
    )


def _language(message: Message, words: list[Problem]) -> tuple[Answer, ...]:
    pattern = PASSIVE.get(message.language)
    leads = [item.title.plain or item.text.plain for item in _to_do(message)]
    passive = [lead for lead in leads if pattern and pattern.search(lead)]
    if passive:
        voice = Answer(6, "no", f"passive: “{passive[0]}”")
    elif pattern is None or pattern.search(message.title):
        voice = Answer(6, "ask", f"the things to do are active; is “{message.title}” how a reader would say it?")
    else:
        voice = Answer(6, "yes", f"no passive in the title and {len(leads)} things to do")
    if words:
        return voice, Answer(7, "no", "; ".join(problem.message for problem in words))
    return voice, Answer(7, "ask", "no word of offices and no unexplained abbreviation was found; read it to a reader")


def _design(message: Message) -> tuple[Answer, ...]:
    lists = [section for section in message.sections if section.items]
    longest = max((len(section.items) for section in lists), default=0)
    words = max((len(text.plain.split()) for section in message.sections for text in section.paragraphs), default=0)
    chunks = len(message.sections) >= 2 and words <= 60
    return (
        Answer(8, _yes(bool(lists)), f"{len(lists)} lists, the longest of {longest} items"),
        Answer(9, _yes(chunks), f"{len(message.sections)} sections with headings, no paragraph over {words} words"),
        Answer(10, "ask", f"the summary: “{message.summary}”"),
    )


def _science(message: Message, campaign: Campaign) -> tuple[Answer, ...]:
    sources = [*message.sources, *(campaign.facts[id].source_date.isoformat() for id in facts_of_message(message))]
    if not sources:
        return (Answer(11, "no", "no source is named: add “sources”"),)
    return (Answer(11, "ask", f"it names {len(sources)} sources; does it say what is not known?"),)


def _behaviour(message: Message) -> tuple[Answer, ...]:
    items = _to_do(message)
    if not items:
        return tuple(Answer(item, "none", "it asks for nothing but to call") for item in (12, 13, 14))
    told = sum(bool(item.text) for item in items)
    how = sum(bool(item.channels) for item in items)
    return (
        Answer(12, "yes", f"{len(items)} things to do"),
        Answer(13, "ask", f"{told} of {len(items)} things to do say more than their lead; is it a reason?"),
        Answer(
            14, _yes(bool(how or message.call)), f"{how} of {len(items)} name the contact; the picture shows it large"
        ),
    )


def _numbers(message: Message, campaign: Campaign) -> tuple[Answer, ...]:
    facts = [campaign.facts[id] for id in facts_of_message(message) if id in campaign.facts]
    if not facts:
        return tuple(Answer(item, "none", "it has no figures") for item in (15, 16, 17))
    broken = [fact.id for fact in facts if any(bound != int(bound) for bound in fact.bounds)]
    bare = [fact.id for fact in facts if fact.scope is None and message.section("meaning") is None]
    return (
        Answer(15, _yes(not broken), f"not whole: {', '.join(broken)}" if broken else f"{len(facts)} whole numbers"),
        Answer(16, _yes(not bare), f"without a scope: {', '.join(bare)}" if bare else "each has its unit and scope"),
        Answer(17, "yes", "figures stand as counts; percentages come from no keyboard (HN005)"),
    )


def _risk(message: Message, campaign: Campaign) -> tuple[Answer, ...]:
    if message.kind not in ("tactic", "figure", "notice"):
        danger = Answer(18, "none", "it warns of nothing")
    else:
        main = message.section(KINDS[message.kind].main)
        said = (
            sum(bool(item.text) for item in main.items) if main and main.items else len(main.paragraphs if main else ())
        )
        danger = Answer(18, "ask", f"{said} sentences say what happens; do they say to whom, and how bad it is?")
    share = (
        Answer(20, "yes", "drawn as people of a hundred")
        if message.share
        else Answer(20, "none", "it tells no likelihood")
    )
    return danger, Answer(19, "ask", "what does the reader gain, and what may it cost to refuse?"), share


def _to_do(message: Message) -> tuple[Item, ...]:
    section = message.section("what-to-do")
    return section.items if section else ()


def _yes(is_so: bool) -> Verdict:
    return "yes" if is_so else "no"
