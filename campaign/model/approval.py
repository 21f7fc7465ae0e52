"""Draft, reviewed, approved: by whom, when, and of which words. An edit takes an approval back by itself."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from campaign.model.campaign import Campaign, Publication
from campaign.model.contents import facts_of_message
from campaign.model.message import Message
from campaign.model.revisions import WHOLE, digest

Subject = Message | Publication
FRAME = "campaign"  # the name under which everything that no message, publication or contact says is approved
NOT_PRINTED = {
    "slug", "file", "reviewed_by", "reviewed_on", "reviewed_of", "approved_by", "approved_on", "approved_of",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a message or publication stands. ``lost`` says that it was further, but its words are others now."""

    state: Literal["draft", "reviewed", "approved"]
    lost: bool = False


def content_of(subject: Subject, campaign: Campaign) -> str:
    """The hash that a review and an approval name.

    Of a message: all that its file prints, and the figures that it quotes, so that a changed figure needs a new
    approval. Contacts are not in it: they are verified by themselves. Of a publication: its own words and their order;
    its messages are approved by themselves.
    """
    if isinstance(subject, Message):
        facts = [(id, campaign.facts[id].revision) for id in facts_of_message(subject)]
        return digest([subject.content, facts], WHOLE)
    # Without defaults, so that a key that a later version knows does not take approvals back.
    printed = subject.model_dump(
        mode="json",
        exclude_defaults=True,
        exclude={**dict.fromkeys(NOT_PRINTED, True), "panels": {"__all__": {"line"}}},
    )
    return digest(printed, WHOLE)


def standing(subject: Subject, campaign: Campaign, as_of: date) -> Standing:
    """Its state on that day: an approval counts from its day on, and only for the words that were approved."""
    now = content_of(subject, campaign)
    if _counts(subject.approved_by, subject.approved_on, as_of):
        if subject.approved_of == now:
            return Standing("approved")
        lost = True
    else:
        lost = False
    if _counts(subject.reviewed_by, subject.reviewed_on, as_of):
        if subject.reviewed_of == now:
            return Standing("reviewed", lost)
        lost = True
    return Standing("draft", lost)


def frame_standing(parts: Iterable[str], campaign: Campaign, as_of: date) -> Standing:
    """The same of some parts of the campaign's frame (``Campaign.frame``): settings, platforms, rows of offices."""
    said, wanted = campaign.settings, {part: campaign.frame[part] for part in parts}
    approved, reviewed = (
        _counts(by, on, as_of)
        for by, on in ((said.approved_by, said.approved_on), (said.reviewed_by, said.reviewed_on))
    )
    if approved and wanted.items() <= said.approved_of.items():
        return Standing("approved")
    if reviewed and wanted.items() <= said.reviewed_of.items():
        return Standing("reviewed", approved)
    return Standing("draft", approved or reviewed)


def _counts(by: str, on: date | None, as_of: date) -> bool:
    return bool(by) and on is not None and on <= as_of
