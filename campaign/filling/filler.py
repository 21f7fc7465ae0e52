"""Job → HTML or text: the template of a format, filled in with a message or a publication."""

import re
from collections.abc import Hashable, Iterable, Mapping
from functools import cached_property
from typing import Any

from campaign.filling.beside import Beside
from campaign.filling.claims import held
from campaign.filling.templates import environment, render
from campaign.filling.theme import logos_of, theme_of, with_theme
from campaign.filling.views import Desk, PanelView, Printed, SlideView
from campaign.model.campaign import Panel, Publication
from campaign.model.contents import (
    Slide,
    channels_of_message,
    channels_of_publication,
    facts_of_message,
    messages_of,
    original_of,
    slides_of_message,
    slides_of_publication,
)
from campaign.model.kinds import KINDS
from campaign.model.message import Message
from campaign.model.numbers import month
from campaign.model.reasons import Reason, draft_reasons
from campaign.model.register import Channel, Fact
from campaign.model.work import Filled, Job, Workshop
from campaign.speaking.lexicon import PATH as LEXICON
from campaign.speaking.lexicon import Lexicon, read_lexicons
from campaign.speaking.script import RadioScript, radio_script
from campaign.speaking.spot_script import spot_script
from campaign.speaking.subtitles import subtitles
from campaign.speaking.timeline import Timeline, scenes, timeline

MOST_SOURCES = 3  # what a foot line holds


class Filler:
    """Fills in templates for one workshop; keeps the compiled templates between jobs."""

    def __init__(self, workshop: Workshop) -> None:
        self.workshop = workshop
        self.campaign = workshop.campaign
        self.scripts: dict[tuple[str, str, float], RadioScript] = {}  # one spot is printed in several files
        self.tried: set[Hashable] = set()  # texts beside pictures that were tried already

    @cached_property
    def _environment(self) -> Any:
        return environment(self.workshop.library)

    @cached_property
    def lexicons(self) -> Mapping[str, Lexicon]:
        return read_lexicons(self.workshop.library.text(LEXICON))

    def subject(self, job: Job) -> Message | Publication:
        """The message or publication that a job is about."""
        if job.subject in self.campaign.publications:
            return self.campaign.publications[job.subject]
        return self.campaign.messages[job.subject, job.language]

    def fill(self, job: Job) -> Filled:
        """Raises CampaignError with the problems of the template or of text that cannot be composed."""
        filling = _Filling(self, job)
        draft = filling.strip(filling.expected_channels)
        body = filling.render(self._environment, draft)
        printed = filling.printed_channels(body)
        if (actual := filling.strip(printed)) != draft:
            # The strip speaks of what this asset prints, which only the filled template tells.
            draft = actual
            body = filling.render(self._environment, draft)
        return held(filling.filled(body, draft, printed), self.campaign, self.workshop.as_of)

    def try_words(self, job: Job) -> None:
        """Whether captions and alternative texts fit their platforms, and a spoken text its slot; no template is filled
        in. Raises CampaignError with what does not."""
        format = job.format
        own = (format.platform,) if format.medium == "image" and job.part <= 1 else ()
        wanted = {
            (job.subject, job.language, id, format.needs): self.campaign.platforms[id]
            for id in (*format.platforms, *own)
            if id in self.campaign.platforms
        }
        if new := [platform for key, platform in wanted.items() if key not in self.tried]:
            self.tried.update(wanted)
            _Filling(self, job).beside.try_all(new)
        is_new = (job.subject, job.language, format.seconds) not in self.scripts
        if format.seconds is not None and is_new and job.subject not in self.campaign.publications:
            _ = _Filling(self, job).script


class _Filling:
    """One job, with what its template sees."""

    def __init__(self, filler: Filler, job: Job) -> None:
        self.filler, self.workshop, self.campaign, self.job = filler, filler.workshop, filler.campaign, job
        self.printed = Printed()
        self.desk = Desk(self.campaign, job.language, self.printed)
        self.subject = filler.subject(job)
        self.region = self.campaign.regions[job.region] if job.region else None

    @cached_property
    def messages(self) -> tuple[Message, ...]:
        if isinstance(self.subject, Message):
            return (self.subject,)
        return messages_of(self.subject, self.campaign, self.job.language)

    @cached_property
    def originals(self) -> tuple[Message, ...]:
        """Its messages in the language that stands first and larger beside this one."""
        return tuple(first for message in self.messages if (first := original_of(message, self.campaign)))

    @cached_property
    def expected_channels(self) -> dict[str, None]:
        if isinstance(self.subject, Message):
            ids = channels_of_message(self.subject)
        else:
            ids = channels_of_publication(self.subject, self.campaign, self.job.language)
        return dict.fromkeys((*ids, *(self.region.channels if self.region else ())))

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        ids = dict.fromkeys(id for message in self.messages for id in facts_of_message(message))
        return tuple(self.campaign.facts[id] for id in ids)

    @cached_property
    def sources(self) -> tuple[str, ...]:
        """Who says so, and when: of the figures first, then of the claims. Where a contact was found is not printed:
        it stands in the register, and a newspaper's address on a card would look like one more contact."""
        local = self.desk.local
        texts = [f"{local(fact.source)}, {fact.source_date.year}" for fact in self.facts]
        texts += [source for message in self.messages for source in message.sources]
        return tuple(dict.fromkeys(texts))[:MOST_SOURCES]

    def strip(self, channels: Iterable[str]) -> str:
        """The words of the draft strip; empty when everything is verified and approved."""
        job, day = self.job, self.workshop.as_of
        reasons = draft_reasons(self.subject, job.language, tuple(channels), self.campaign, day, job.region)
        return draft_words(reasons, self.desk)

    def render(self, made: Any, draft: str) -> str:
        self.printed.channels.clear()
        self.printed.facts.clear()
        return render(made, self.template, self.context(draft))

    @property
    def template(self) -> str:
        kind = self.subject.kind if isinstance(self.subject, Message) else "publication"
        format = self.job.format
        name = format.template.replace("{kind}", kind).replace("{extension}", _template_suffix(self.job.extension))
        return f"{format.family}/{name}"

    def context(self, draft: str) -> dict[str, Any]:
        """The names that every template may use; ``docs/templates.md`` lists them."""
        desk, subject, job = self.desk, self.subject, self.job
        message = desk.message(subject) if isinstance(subject, Message) else None
        platform = self.campaign.platforms.get(job.format.platform)
        width, height = job.format.width or 0, job.format.height or 0
        context: dict[str, Any] = {
            "message": message,
            "publication": subject if isinstance(subject, Publication) else None,
            "title": subject.title if isinstance(subject, Message) else desk.local(subject.title),
            "summary": subject.summary if isinstance(subject, Message) else desk.local(subject.summary),
            "campaign": {
                "name": desk.local(self.campaign.settings.name),
                "publisher": desk.local(self.campaign.settings.publisher),
            },
            "language": job.language,
            "languages": self.campaign.settings.languages,
            "format": job.format,
            "logos": logos_of(self.workshop.library),
            "theme": theme_of(self.workshop.library, self.campaign.settings.theme),
            "words": desk.words,
            "original_words": desk.original_words,
            "original_language": desk.beside,
            "call": desk.channel(subject.call),
            "check": desk.channel(subject.check),
            "channel": desk.channel,
            "fact_of": desk.fact,
            "fact": desk.fact(message.fact) if message and message.fact else None,
            "main": message.section(KINDS[message.kind].main) if message else None,
            "region": desk.region(self.region) if self.region else None,
            "sources": self.sources,
            "imprint": self.imprint,
            "draft": draft,
            "safe": {
                "top": round(height * platform.safe_top, 3) if platform else 0,
                "right": round(width * platform.safe_right, 3) if platform else 0,
                "bottom": round(height * platform.safe_bottom, 3) if platform else 0,
                "left": round(width * platform.safe_left, 3) if platform else 0,
            },
            "slide": self.slide,
            "panels": self.panels,
        }
        if isinstance(subject, Message) and subject.kind == "spot":
            context["spot"], context["subtitles"] = self.spot, subtitles(self.spot, subject.file)
        if job.format.seconds is not None and message is not None:
            context["script"] = self.script
        if job.format.platforms:
            platforms = [self.campaign.platforms[id] for id in job.format.platforms]
            context["captions"] = self.beside.captions(platforms)
        return context

    @cached_property
    def script(self) -> RadioScript:
        """The spot of a message for the format's slot. Raises CampaignError when it does not fit."""
        message, format = self.subject, self.job.format
        if not isinstance(message, Message) or format.seconds is None:
            raise TypeError(f"{format.name} is no spoken format of a message")
        key = (self.job.subject, self.job.language, format.seconds)
        if key not in self.filler.scripts:
            self.filler.scripts[key] = self._composed(message, format.seconds)
        return self.filler.scripts[key]

    @cached_property
    def spot(self) -> Timeline:
        """Scenes in time. Raises CampaignError when they are too long for the spot, or cannot be read aloud."""
        message = self.subject
        if not isinstance(message, Message) or message.seconds is None:
            raise TypeError(f"{self.job.subject} is no spot")
        return timeline(message, scenes(message, self.filler.lexicons[message.language]), message.seconds)

    def _composed(self, message: Message, slot: float) -> RadioScript:
        words = self.desk.words
        if message.kind == "spot":
            return spot_script(message, self.spot, words)
        call = self.campaign.channels[message.call]
        publisher = self.desk.local(self.campaign.settings.publisher)
        return radio_script(
            message,
            slot=slot,
            language=self.job.language,
            call_name=self.desk.local(call.name),
            call_value=call.value,
            closing=words["radio-closing"].replace("{}", publisher),
            words=words,
            lexicon=self.filler.lexicons[self.job.language],
        )

    @cached_property
    def slides(self) -> tuple[Slide, ...]:
        if isinstance(self.subject, Message):
            return slides_of_message(self.subject)
        return slides_of_publication(self.subject, self.campaign, self.job.language)

    @property
    def slide(self) -> SlideView | None:
        """The slide of a series that this job shows, with the same one of the original."""
        if not self.job.format.series:
            return None
        place, originals = self.job.part - 1, self.originals
        slides: tuple[Slide, ...] = ()
        if isinstance(self.subject, Message):
            slides = slides_of_message(originals[0]) if originals else ()
        elif len(originals) == len(self.messages) and self.desk.beside in self.subject.languages:
            slides = slides_of_publication(self.subject, self.campaign, self.desk.beside)
        same = slides[place] if len(slides) == len(self.slides) else None
        return self.desk.slide(self.slides[place], same)

    @property
    def panels(self) -> dict[str, PanelView]:
        if isinstance(self.subject, Message):
            return {}
        return {panel.id: self._panel(panel) for panel in self.subject.panels}

    def _panel(self, panel: Panel) -> PanelView:
        """A panel in this language, with the same in the one that it stands beside; untranslated, in that one alone."""
        desk = self.desk
        if not desk.beside:
            return desk.panel(panel, None, in_two=False)
        first = Desk(self.campaign, desk.beside, self.printed)
        if panel.message and self.campaign.message(panel.message, desk.language).language != desk.language:
            return first.panel(panel, None, in_two=False)
        return desk.panel(panel, first.panel(panel, None, in_two=True), in_two=True)

    @cached_property
    def beside(self) -> Beside:
        series = self.job.format.series
        slide = self.slides[self.job.part - 1] if series else None
        publication_slides = () if isinstance(self.subject, Message) else self.slides
        return Beside(self.desk, self.subject, self.sources, publication_slides, slide, self.job.format.needs)

    @property
    def imprint(self) -> str:
        """ "KA-014 · v1 · id · ntb · Nov 2026": from a photocopy one still finds the asset."""
        subject, job = self.subject, self.job
        parts = (subject.code, f"v{subject.version}", job.language, job.region, month(subject.updated, job.language))
        return " · ".join(part for part in parts if part)

    def printed_channels(self, body: str) -> dict[str, None]:
        """What the body prints: values that the template asked for, links in copy, values in plain text."""
        ids = dict.fromkeys((*self.printed.channels, *CHANNEL.findall(body)))
        if not self.template.endswith(".html"):
            for channel in self.campaign.channels.values():
                if appears(channel, body):
                    ids[channel.id] = None
        return ids

    def filled(self, body: str, draft: str, channels: Iterable[str]) -> Filled:
        subject, format = self.subject, self.job.format
        platform, is_picture = self.campaign.platforms.get(format.platform), format.medium == "image"
        facts = dict.fromkeys((*self.printed.facts, *FACT.findall(body)))
        publication_file = () if isinstance(subject, Message) else (subject.file,)
        messages = (message.file for message in (*self.messages, *self.originals))
        made_from = {*publication_file, *messages, f"templates/{self.template}"}
        return Filled(
            job=self.job,
            template=f"templates/{self.template}",
            body=body,
            styles=tuple(f"templates/{sheet}" for sheet in with_theme(format.styles, self.campaign.settings.theme)),
            channels=tuple(sorted(channels)),
            required=tuple(sorted(self.printed.channels)),
            facts=tuple(sorted(facts)),
            sources=self.sources,
            alt=self.beside.alt(platform.alt if platform else None) if is_picture else "",
            caption=self.beside.caption(platform) if is_picture else "",
            draft=draft,
            file=subject.file,
            line=1,
            made_from=tuple(sorted(made_from)),
            seconds=self.script.seconds if format.seconds is not None else None,
        )


CHANNEL = re.compile(r'data-channel="([a-z0-9-]+)"')
FACT = re.compile(r'data-fact="([a-z0-9-]+)"')


def appears(channel: Channel, text: str) -> bool:
    """Whether a contact's value stands in plain text, not as a part of a longer number or address."""
    return re.search(rf"(?<![\w.+-]){re.escape(channel.value)}(?![\w/-]|\.\w)", text) is not None


def draft_words(reasons: Iterable[Reason], desk: Desk) -> str:
    """One line for the strip: contacts before language before approval, two of them joined where both hold."""
    kinds = {reason.kind for reason in reasons}
    words = desk.words
    if "contacts" in kinds:
        return words["draft-both" if kinds & {"language", "translation"} else "draft-contacts"]
    for kind in ("language", "translation", "approval", "embargo"):
        if kind in kinds:
            return words[f"draft-{kind}"]
    return ""


def _template_suffix(extension: str) -> str:
    """A script's PDF is made from HTML, its text from a text template."""
    return "html" if extension == "pdf" else extension
