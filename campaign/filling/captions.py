"""Captions and alternative texts: what goes beside a picture, within each platform's limits.

Nothing is cut: a caption is made of whole parts, and the least important of them stay away until it fits.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from campaign.filling.caption_parts import CaptionParts, Entry, entry, flat
from campaign.filling.lengths import length
from campaign.model.campaign import Platform
from campaign.model.kinds import KINDS
from campaign.model.message import Message
from campaign.model.numbers import number
from campaign.problems import CampaignError, Problem
from campaign.speaking.composing import ended

MOST_HASHTAGS = 5  # where a platform names no limit
PLAIN_UNDER = 501  # characters: shorter captions do without emoji, which count double on X and fourfold on Threads


@dataclass(frozen=True, slots=True)
class Caption:
    """One platform's text, ready to copy. Counts are the platform's own way of counting."""

    platform: Platform
    text: str
    hashtags: tuple[str, ...]
    count: int
    limit: int | None
    measure: str  # "812 dari 2.200 karakter"
    alt: str = ""
    alt_count: int = 0
    alt_measure: str = ""


@dataclass(frozen=True, slots=True)
class _Choice:
    """How much of each part a caption has: a number of entries, or 1 for all of it. It always has hook and contact."""

    summary: int = 0
    paragraphs: int = 0
    points: int = 0
    points_full: int = 0
    deeds: int = 0
    deeds_full: int = 0
    check: int = 0
    hashtags: int = 0
    source: int = 0


def caption_for(platform: Platform, parts: CaptionParts, *, language: str, words: Mapping[str, str]) -> Caption:
    """The fullest caption that the platform takes. Raises CampaignError (CP001) when the least is too long."""
    choice = least(platform, parts)

    def fits(choice: _Choice) -> bool:
        return platform.caption is None or length(platform.id, _text(platform, parts, choice)) <= platform.caption

    for alternatives in _additions(platform, parts):
        choice = next((more for add in alternatives if fits(more := replace(choice, **add))), choice)
    text = _text(platform, parts, choice)
    count = length(platform.id, text)
    return Caption(
        platform=platform,
        text=text,
        hashtags=parts.hashtags[: choice.hashtags],
        count=count,
        limit=platform.caption,
        measure=_measure(count, platform.caption, language, words),
    )


def least(platform: Platform, parts: CaptionParts) -> _Choice:
    """The shortest caption that may be: hook, contact, and a figure's source. Raises CampaignError (CP001)."""
    choice = _Choice(source=int(parts.must_cite))
    over = length(platform.id, _text(platform, parts, choice)) - platform.caption if platform.caption else 0
    if over > 0:
        text = f"the caption for {platform.name} cannot get shorter than {over} characters over its limit"
        hint = "shorten the title, or the contact's name in channels.yaml"
        raise CampaignError(Problem(parts.file, None, "CP001", text, hint))
    return choice


def captions_of(
    platforms: Iterable[Platform],
    parts: CaptionParts,
    alt: Callable[[int | None], str],
    *,
    language: str,
    words: Mapping[str, str],
) -> tuple[Caption, ...]:
    """A caption for each platform, with the alternative text that ``alt`` writes within the platform's limit.

    Raises CampaignError with the problems of all platforms.
    """
    made, problems = [], list[Problem]()
    for platform in platforms:
        try:
            caption = caption_for(platform, parts, language=language, words=words)
            made.append(with_alt(caption, alt(platform.alt), language=language, words=words))
        except CampaignError as error:
            problems += error.problems
    if problems:
        raise CampaignError(problems)
    return tuple(made)


def with_alt(caption: Caption, alt: str, *, language: str, words: Mapping[str, str]) -> Caption:
    """A caption together with its picture's alternative text, where the platform has a place for one."""
    limit = caption.platform.alt
    if limit is None:
        return caption
    count = length("", alt)
    return replace(caption, alt=alt, alt_count=count, alt_measure=_measure(count, limit, language, words))


def _additions(platform: Platform, parts: CaptionParts) -> Iterator[list[dict[str, int]]]:
    """What is added while there is room, the most important first; of each group the first that fits."""
    deeds, points = len(parts.deeds), len(parts.points)
    most_tags = min(len(parts.hashtags), MOST_HASHTAGS if platform.hashtags is None else platform.hashtags)
    yield [{"deeds": min(1, deeds)}]
    yield [{"summary": 1}]
    yield [{"paragraphs": 1}]
    yield [{"points": n} for n in ([points] if parts.whole_list else range(points, 1, -1))]
    yield [{"check": 1}]
    yield [{"hashtags": min(1, most_tags)}]
    yield [{"deeds": n} for n in range(deeds, 1, -1)]
    yield [{"hashtags": n} for n in range(most_tags, 1, -1)]
    yield [{"source": 1}]
    yield [{"points_full": 1}]
    yield [{"deeds_full": 1}]


def _text(platform: Platform, parts: CaptionParts, choice: _Choice) -> str:
    emoji = platform.caption is None or platform.caption >= PLAIN_UNDER
    blocks = [
        f"*{parts.hook}*" if platform.id == "whatsapp" else parts.hook,  # WhatsApp sets it in bold
        parts.figure,
        parts.summary if choice.summary else "",
        *(parts.paragraphs if choice.paragraphs else ()),
        _list(parts.points_heading, parts.points[: choice.points], parts.sign if emoji else "",
              numbered=parts.numbered, full=bool(choice.points_full)),
        _list(parts.deeds_heading, parts.deeds[: choice.deeds], "✅" if emoji else "",
              numbered=False, full=bool(choice.deeds_full)),
        "\n".join(_contacts(platform, parts, choice, emoji=emoji)),
        parts.source if choice.source else "",
        " ".join(parts.hashtags[: choice.hashtags]),
    ]  # fmt: skip
    return "\n\n".join(block for block in blocks if block)


def _list(heading: str, entries: tuple[Entry, ...], sign: str, *, numbered: bool, full: bool) -> str:
    if not entries:
        return ""
    lines = (
        f"{f'{n}.' if numbered else '-'} {entry.full if full else entry.short}" for n, entry in enumerate(entries, 1)
    )
    return "\n".join([f"{sign} {heading.rstrip(':')}:".lstrip(), *lines] if heading else lines)


def _contacts(platform: Platform, parts: CaptionParts, choice: _Choice, *, emoji: bool) -> Iterator[str]:
    """The number to call, and the address to look at where it is not the same. Instagram and TikTok link nothing."""
    if parts.call:
        yield f"☎️ {parts.call}" if emoji else parts.call
    if choice.check and parts.check_value and parts.check_value not in parts.call:
        linked = platform.id not in ("instagram-feed", "tiktok")
        yield parts.check.format(f"https://{parts.check_value}" if linked else parts.check_value)


def _measure(count: int, limit: int | None, language: str, words: Mapping[str, str]) -> str:
    if limit is None:
        return words["caption-no-limit"].format(number(count, language))
    return words["caption-characters"].format(number(count, language), number(limit, language))


def alt_text(
    message: Message,
    *,
    limit: int | None,
    words: Mapping[str, str],
    call: str,
    value_of: Callable[[str], str],
    figure: str = "",
    share: str = "",
    shows: tuple[str, ...] = (),
    beside: str = "",
) -> str:
    """What a picture of a message says, for those who do not see it: the author's ``alt``, else the title; then the
    points, what to do and the contact, as far as whole parts fit. ``shows``: the sections that it shows instead of the
    points and what to do; ``beside``: its headline in the language that stands first. The other arguments are those
    of ``parts_of``.

    Raises CampaignError (CP002) when the author's own text is over the limit.
    """
    title = f"{beside} / {message.title}" if beside and beside != message.title else message.title
    first = message.alt or ended(words["caption-alt-picture"].format(title))
    if limit is not None and not message.alt and length("", first) > limit:
        first = message.title
    if limit is not None and length("", first) > limit:
        key = "alt" if message.alt else "title"
        text = f"as an alternative text “{key}” has {length('', first)} characters, {limit} are allowed"
        raise CampaignError(Problem(message.file, message.line_of(key), "CP002", text, "shorten it"))
    main = message.section(KINDS[message.kind].main)
    told = [section for section in (main, message.section("what-to-do")) if section and section.items]
    of = value_of if message.kind == "contacts" else None
    parts = [_told(section.heading, tuple(entry(item, of).short for item in section.items)) for section in told]
    if main and not main.items:
        parts.insert(0, flat(main.text.plain))
    if shows:
        found = [section for id in shows if (section := message.section(id))]
        parts = [f"{section.heading}: {ended(flat(section.text.plain))}" for section in found]
    return fitted(first, (ended(figure), ended(share), *parts, ended(call)), limit)


def fitted(first: str, parts: Iterable[str], limit: int | None) -> str:
    """``first``, and after it those parts that fit, whole."""
    text = first
    for part in parts:
        longer = f"{text} {part}".strip() if part else text
        if limit is None or length("", longer) <= limit:
            text = longer
    return text


def _told(heading: str, entries: tuple[str, ...]) -> str:
    listed = "; ".join(f"{n}) {entry.rstrip('.')}" for n, entry in enumerate(entries, 1))
    return ended(f"{heading.rstrip(':')}: {listed}") if entries else ""
