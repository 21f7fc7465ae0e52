"""Which jobs show a template something that no other job has shown it yet.

Two thousand messages have a few dozen traits between them, and what a template can stumble over are traits: a section
or a lead that is not there, a list of six, a photograph, a figure, an office without an address. Not the words: whether
those are too long for a caption or a slot of radio is asked of each message (``Filler.try_words``).
"""

from collections.abc import Hashable, Iterator
from math import log2

from campaign.filling.filler import Filler
from campaign.model.campaign import Campaign, Format
from campaign.model.contents import channels_of_message, facts_of_message, original_of
from campaign.model.message import Message, Section
from campaign.model.reasons import draft_reasons
from campaign.model.text import RichText
from campaign.model.work import Job

Traits = frozenset[Hashable]


class News:
    """Keeps what each template was shown, and was filled in with."""

    def __init__(self, filler: Filler) -> None:
        self._filler, self._campaign = filler, filler.campaign
        self._formats = {name: _of_format(format) for name, format in self._campaign.formats.items()}
        self._subjects: dict[tuple[str, str], Traits] = {}
        self._shown: dict[Hashable, set[Hashable]] = {}

    def of(self, job: Job) -> Traits:
        """What the job would show its template for the first time; empty when there is nothing new in it."""
        return self._traits(job) - self._shown.get(self._page(job), set())

    def shown(self, job: Job) -> None:
        """The template was filled in with this job, and nothing was wrong."""
        self._shown.setdefault(self._page(job), set()).update(self._traits(job))

    def _page(self, job: Job) -> Hashable:
        kind = self._campaign.messages[job.subject, job.language].kind if self._is_message(job) else "publication"
        return self._formats[job.format.name], job.extension, kind

    def _is_message(self, job: Job) -> bool:
        return job.subject not in self._campaign.publications

    def _traits(self, job: Job) -> Traits:
        key = (job.subject, job.language)
        if key not in self._subjects:
            self._subjects[key] = frozenset(self._of_subject(job))
        own: set[Hashable] = {("part", job.part)} if self._is_message(job) else {("slide", job.subject, job.part)}
        if job.region:
            row = self._campaign.regions[job.region]
            own |= {("office", bool(row.office)), ("address", bool(row.address)), ("channels", row.channels)}
        return self._subjects[key] | own

    def _of_subject(self, job: Job) -> Iterator[Hashable]:
        subject, day = self._filler.subject(job), self._filler.workshop.as_of
        if not isinstance(subject, Message) or subject.kind == "spot":
            yield job.subject, job.language  # there are few, and each is composed in its own way
            return
        yield from traits(subject, self._campaign)
        first = original_of(subject, self._campaign)
        yield "beside", first is not None
        if first is not None:
            yield "other title", first.title != subject.title
        ids = channels_of_message(subject)
        yield from (("over", id) for id in ids if self._campaign.channels[id].is_over(day))
        reasons = draft_reasons(subject, job.language, ids, self._campaign, day)
        yield "draft", bool(reasons)


def traits(message: Message, campaign: Campaign) -> Iterator[Hashable]:
    """A message without its words: what is there, and how much of it."""
    for section in message.sections:
        yield from _of_section(section)
    yield "sections", frozenset(section.id for section in message.sections)
    for name in ("call", "check"):
        channel = campaign.channels[getattr(message, name)]
        yield name, channel.kind, bool(channel.hours), bool(channel.cost), bool(channel.note)
    yield "one contact", message.call == message.check
    for name in ("illustration", "photo", "alt", "sources", "hashtags", "share"):
        yield name, bool(getattr(message, name))
    facts = facts_of_message(message)
    yield from (("fact", id) for id in (*facts, message.fact, message.share))
    yield "facts", len(facts), len(message.sources)


def _of_section(section: Section) -> Iterator[Hashable]:
    yield section.id, section.ordered, len(section.items), len(section.paragraphs)
    yield from ((section.id, name) for name, _ in section.attributes)
    yield from ((section.id, *_of_text(text)) for text in section.paragraphs)
    yield from ((section.id, bool(item.title), bool(item.text), bool(item.icon)) for item in section.items)


def _of_text(text: RichText) -> tuple[bool, ...]:
    return bool(text), bool(text.marks), bool(text.channels)


def _of_format(format: Format) -> Hashable:
    """The shape of a canvas, to half a doubling, and what else templates ask of a format."""
    shape = round(2 * log2(format.width / format.height)) if format.width and format.height else None
    return (
        format.family,
        format.template,
        format.medium,
        shape,
        format.variant,
        format.profile,
        format.needs,
        format.seconds,
    )
