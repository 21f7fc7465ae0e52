"""Why an asset is still a draft: everything that keeps it from being released on a day, with its place."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from campaign.model.approval import FRAME, Subject, frame_standing, standing
from campaign.model.campaign import Campaign
from campaign.model.contents import messages_of, original_of
from campaign.model.message import Message
from campaign.model.register import Channel
from campaign.model.translations import Stale, is_recorded, stale_parts
from campaign.problems import Problem

CHANNELS = "content/channels.yaml"
SETTINGS = "content/campaign.yaml"


@dataclass(frozen=True, slots=True)
class Reason:
    """One of them. The kind chooses the words of the draft strip, the problem is what a refused release says."""

    kind: Literal["contacts", "language", "translation", "approval", "embargo"]
    problem: Problem


def draft_reasons(
    subject: Subject, language: str, channels: Iterable[str], campaign: Campaign, as_of: date, region: str = ""
) -> tuple[Reason, ...]:
    """Of one asset: ``channels`` are those that it prints; it may print the originals of its messages beside them, and
    the office of a ``region``."""
    messages = (subject,) if isinstance(subject, Message) else messages_of(subject, campaign, language)
    messages += tuple(first for message in messages if (first := original_of(message, campaign)))
    parts: tuple[Subject, ...] = tuple(dict.fromkeys(messages))
    if not isinstance(subject, Message):
        parts = (subject, *parts)
    reasons = [Reason("contacts", problem) for id in channels if (problem := _contact(campaign.channels[id], as_of))]
    for part in parts:
        if isinstance(part, Message):
            reasons += _translation(part, campaign)
        reasons += _approval(part, campaign, as_of)
        if part.publish is not None and as_of < part.publish:
            line = (part.line_of("publish") if isinstance(part, Message) else None) or 1
            text = f"this is not to be published before {part.publish}"
            reasons.append(Reason("embargo", Problem(part.file, line, "RL012", text, "release it on that day")))
    return (*reasons, *(Reason("approval", problem) for problem in _frame(campaign, region, as_of)))


def _frame(campaign: Campaign, region: str, as_of: date) -> Iterator[Problem]:
    """What every asset prints beside its message: names, words, limits, and the office of its region."""
    hint = f"campaign approve {FRAME} --reviewed --by NAME; then the same without --reviewed"
    settings = campaign.settings
    if not settings.approved_by or settings.approved_on is None or settings.approved_on > as_of:
        yield Problem(SETTINGS, 1, "RL013", "the names, words and offices of this campaign are not approved", hint)
        return
    places: dict[str, tuple[str, int | None]] = {"settings": (SETTINGS, 1), "platforms": ("content/platforms.yaml", 1)}
    if region:
        places[f"office-{region}"] = ("content/regions.csv", campaign.regions[region].line)
    for part, (file, line) in places.items():
        if frame_standing([part], campaign, as_of).state != "approved":
            name = f"the office of “{region}”" if part.startswith("office-") else file
            text = f"{name} prints something else than what {settings.approved_by} approved on {settings.approved_on}"
            yield Problem(file, line, "RL014", text, hint)


def _contact(channel: Channel, as_of: date) -> Problem | None:
    said = f"“{channel.id}” ({channel.value})"
    again = f"dial or open it, then: campaign verify-channel {channel.id} --by NAME"
    match channel.state(as_of):
        case "verified":
            return None
        case "embargoed":
            text, code, hint = f"{said} is not to be published before {channel.publish}", "RL006", "release on that day"
        case "expired":
            text, code, hint = f"the verification of {said} ended on {channel.holds_until}", "RL004", again
        case "changed":
            text, code, hint = f"{said} was changed after {channel.verified_by} had verified it", "RL005", again
        case "unverified":
            text, code, hint = f"{said} is not verified on {as_of}", "RL001", again
        case _:
            text, code, hint = f"{said} is no longer in use on {as_of}", "RL011", "take it out of what prints it"
    return Problem(CHANNELS, channel.line or None, code, text, hint)


def _translation(message: Message, campaign: Campaign) -> Iterator[Reason]:
    if not message.native_review:
        text, hint = "no native speaker has read this translation", "let one read it, then write review: native-done"
        yield Reason("language", Problem(message.file, message.line_of("review") or 1, "RL002", text, hint))
    first = campaign.messages.get((message.slug, campaign.first_language))
    if first is None or first is message:
        return
    command = f"campaign translated {message.slug} {message.language}"
    if not is_recorded(message):
        text = f"it does not say which text of {first.file} it translates"
        yield Reason("translation", Problem(message.file, 1, "RL010", text, f"compare the two, then: {command}"))
    for stale in stale_parts(first, message):
        hint = f"translate it again, then: {command}"
        yield Reason("translation", Problem(message.file, stale.line, "RL009", stale_text(stale, first), hint))


def stale_text(stale: Stale, first: Message) -> str:
    """What is wrong with a part of a translation, in words."""
    name = stale.part if stale.part in ("title", "summary", "alt") else f"{{#{stale.part}}}"
    match stale.what:
        case "changed":
            return f"{name} translates words that {first.file} no longer has"
        case "new":
            return f"{name} is new in {first.file}, and this translation has not followed"
        case _:
            return f"{name} stands here, and {first.file} no longer has it"


def _approval(part: Subject, campaign: Campaign, as_of: date) -> Iterator[Reason]:
    now = standing(part, campaign, as_of)
    if now.state == "approved":
        return
    line = (part.line_of("approved-by") if isinstance(part, Message) else None) or 1
    tag = f" --language {part.language}" if isinstance(part, Message) else ""
    command = f"campaign approve {part.slug} --by NAME{tag}"
    if now.state == "draft":
        command = f"{command} --reviewed; then the same without --reviewed"
    if now.lost:
        text, code = "this is not approved: it was changed after it had been reviewed or approved", "RL008"
    elif now.state == "reviewed":
        text, code = f"this was reviewed by {part.reviewed_by} and is not yet approved", "RL007"
    else:
        text, code = "this is not approved", "RL003"
    yield Reason("approval", Problem(part.file, line, code, text, command))
