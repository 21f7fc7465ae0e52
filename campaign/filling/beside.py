"""What is published beside a picture of one job: captions for its platforms, and its alternative text."""

from collections.abc import Sequence
from dataclasses import dataclass

from campaign.filling.caption_parts import CaptionParts, entry, flat, parts_of, parts_of_publication
from campaign.filling.captions import Caption, alt_text, caption_for, captions_of, fitted, least
from campaign.filling.views import Desk
from campaign.model.campaign import Platform, Publication
from campaign.model.contents import Slide, original_of
from campaign.model.kinds import KINDS
from campaign.model.message import Message
from campaign.problems import CampaignError, Problem
from campaign.speaking.composing import ended


@dataclass(frozen=True)
class Beside:
    """Texts for one message or publication in the desk's language. ``slide`` is the one that the picture shows."""

    desk: Desk
    subject: Message | Publication
    sources: tuple[str, ...]
    slides: Sequence[Slide] = ()
    slide: Slide | None = None
    shows: tuple[str, ...] = ()  # the sections that the picture shows, where it shows only these

    def captions(self, platforms: Sequence[Platform]) -> tuple[Caption, ...]:
        """For each platform. Raises CampaignError with the problems of all."""
        language, words = self.desk.language, self.desk.words
        return captions_of(platforms, self.parts, self.alt, language=language, words=words)

    def try_all(self, platforms: Sequence[Platform]) -> None:
        """Raises CampaignError for every platform whose shortest caption or alternative text is too long."""
        problems: list[Problem] = []
        parts = self.parts
        for platform in platforms:
            try:
                least(platform, parts)
                self.alt(platform.alt)
            except CampaignError as error:
                problems += error.problems
        if problems:
            raise CampaignError(problems)

    def caption(self, platform: Platform | None) -> str:
        """The text to publish with a picture on its platform; empty where it has none."""
        if platform is None or platform.caption is None or (self.slide is not None and self.slide.number > 1):
            return ""  # a series has one caption, which stands with its first picture
        return caption_for(platform, self.parts, language=self.desk.language, words=self.desk.words).text

    def alt(self, limit: int | None) -> str:
        """What the picture says, in at most ``limit`` characters."""
        if self.slide is not None and self.slide.number > 1:
            return self._alt_of_slide(self.slide, limit)
        if isinstance(self.subject, Publication):
            return self._alt_of_publication(self.subject, limit)
        return alt_text(
            self.subject,
            limit=limit,
            words=self.desk.words,
            call=self._call,
            value_of=self._value_of,
            figure=self._figure,
            share=self._share,
            shows=self.shows,
            beside=first.title if (first := original_of(self.subject, self.desk.campaign)) else "",
        )

    @property
    def parts(self) -> CaptionParts:
        desk, subject = self.desk, self.subject
        check = desk.campaign.channels[subject.check].value
        hashtags = (desk.local(desk.campaign.settings.hashtags),) if desk.campaign.settings.hashtags else ()
        if isinstance(subject, Message):
            return parts_of(
                subject,
                words=desk.words,
                call=self._call,
                check_value=check,
                hashtags=hashtags,
                sources=self.sources,
                value_of=self._value_of,
                figure=self._figure,
            )
        return parts_of_publication(
            subject,
            title=desk.local(subject.title),
            summary=desk.local(subject.summary),
            headlines=[slide.title or (slide.message.title if slide.message else "") for slide in self.slides[1:]],
            words=desk.words,
            call=self._call,
            check_value=check,
            hashtags=hashtags,
            sources=self.sources,
        )

    def _alt_of_slide(self, slide: Slide, limit: int | None) -> str:
        first = slide.title or (slide.message.title if slide.message else "") or self.desk.words["save-numbers"]
        rest = [slide.text]
        if slide.item is not None:
            rest.append(entry(slide.item).full)
        elif slide.section is not None:
            rest += [flat(text.plain) for text in slide.section.paragraphs]
            rest += [entry(item).short for item in slide.section.items]
        elif slide.role == "message" and slide.message is not None:
            rest.append(slide.message.summary)
        rest += [f"{self._name_of(id)}: {self._value_of(id)}" for id in slide.contacts]
        place = f"{slide.number}/{slide.count}. "
        return fitted(place + ended(first), (ended(text) for text in rest if text), limit)

    def _alt_of_publication(self, publication: Publication, limit: int | None) -> str:
        """The author's own text, else title and summary. Raises CampaignError when the author's is too long."""
        if publication.alt:
            written = self.desk.local(publication.alt)
            if limit is not None and len(written) > limit:
                text = f"the alternative text has {len(written)} characters, {limit} are allowed"
                raise CampaignError(Problem(publication.file, None, "CP002", text, "shorten “alt”"))
            return written
        title = self.desk.words["caption-alt-picture"].format(self.desk.local(publication.title))
        return fitted(ended(title), (self.desk.local(publication.summary),), limit)

    @property
    def _call(self) -> str:
        return f"{self._name_of(self.subject.call)}: {self._value_of(self.subject.call)}"

    def _name_of(self, id: str) -> str:
        return self.desk.local(self.desk.campaign.channels[id].name)

    def _value_of(self, id: str) -> str:
        return self.desk.campaign.channels[id].value

    @property
    def _figure(self) -> str:
        if not isinstance(self.subject, Message) or not self.subject.fact:
            return ""
        fact = self.desk.fact(self.subject.fact)
        return f"{fact.value} {fact.unit}"

    @property
    def _share(self) -> str:
        """What the people drawn beside the figure say, where the meaning does not: "82 dari 100 kasus di KBRI …"."""
        if not isinstance(self.subject, Message) or not self.subject.share:
            return ""
        main = self.subject.section(KINDS[self.subject.kind].main)
        if main is not None and self.subject.share in main.text.facts:
            return ""
        fact, words = self.desk.fact(self.subject.share), self.desk.words
        unit = words["chart-of-hundred"] if fact.unit == words["per-cent"] else fact.unit
        return f"{fact.value} {unit} {fact.scope}".strip()
