"""``campaign score``: the Clear Communication Index of a message, and what each of its pictures and papers shows."""

import re
from dataclasses import dataclass
from datetime import date
from html import unescape
from pathlib import Path

from campaign.building.content import material_of, read_checked
from campaign.checking.clarity import Answer, answers
from campaign.checking.run import find_faults
from campaign.filling.filler import Filler
from campaign.model.message import Message
from campaign.model.work import Filled, Workshop
from campaign.planning.plan import Selection, plan
from campaign.problems import CampaignError, Problem, UsageError

TAGS = re.compile(r"<(style|script|svg|head)\b.*?</\1\s*>|<[^>]*>", re.DOTALL | re.IGNORECASE)
PICTURE = re.compile(r"<img\b|class=\"[^\"]*\b(?:chat|chart|art|people|bubble)\b", re.IGNORECASE)


@dataclass(frozen=True)
class AssetScore:
    """What one asset shows of items 1 to 5 and 8."""

    path: str
    answers: tuple[Answer, ...]


@dataclass(frozen=True)
class Score:
    message: Message
    answers: tuple[Answer, ...]
    assets: tuple[AssetScore, ...]


def score(root: Path, as_of: date, slug: str, language: str = "") -> Score:
    """Raises UsageError when there is no such message in that language."""
    reading = read_checked(root, as_of)
    campaign = reading.campaign
    tags = [language] if language else list(campaign.languages_of(slug))
    message = campaign.messages.get((slug, tags[0])) if tags else None
    if message is None:
        hint = "list them with: campaign messages"
        where = f" in “{language}”" if language else ""
        raise UsageError(Problem("MESSAGE", None, "US021", f"there is no message “{slug}”{where} to look at", hint))
    answered = answers(message, campaign, find_faults(material_of(reading, as_of)))
    workshop = Workshop(campaign, reading.library, as_of)
    filler = Filler(workshop)
    assets = []
    for job in plan(campaign, Selection(subjects=(slug,), languages=(message.language,)), as_of).jobs:
        if job.format.medium in ("image", "document") and job.subject == slug and job.part <= 1 and not job.region:
            try:
                assets.append(AssetScore(job.path, _of_asset(filler.fill(job), message)))
            except CampaignError:  # check says why it cannot be filled in
                continue
    return Score(message, tuple(_over_all(answer, assets) for answer in answered), tuple(assets))


def _over_all(answer: Answer, assets: list[AssetScore]) -> Answer:
    """Where the main message stands and how it is set off is what the assets show, all of them."""
    if answer.item not in (2, 3):
        return answer
    shown = [one.verdict == "yes" for asset in assets for one in asset.answers if one.item == answer.item]
    if not shown:
        return Answer(answer.item, "ask", "no picture or paper is made of it")
    return Answer(answer.item, "yes" if all(shown) else "no", f"in {sum(shown)} of {len(shown)} pictures and papers")


def _of_asset(filled: Filled, message: Message) -> tuple[Answer, ...]:
    """Read from the filled template: what stands in it, in which order."""
    body = filled.body
    text = " ".join(unescape(TAGS.sub(" ", body)).split())
    heading = re.search(r"<h1\b[^>]*>(.*?)</h1>", body, re.DOTALL)
    title = " ".join(unescape(TAGS.sub(" ", heading[1])).split()) if heading else ""
    first = text.find(title) if title else -1
    others = [text.find(item.title.plain) for section in message.sections for item in section.items if item.title]
    before = sum(0 <= place < first for place in others)
    is_shown = message.call in filled.channels or message.check in filled.channels
    lists = len(re.findall(r"<[ou]l\b", body))
    return (
        Answer(1, "yes" if title else "no", f"its headline: “{title}”"),
        Answer(2, "yes" if first >= 0 and not before else "no", f"{before} signs or steps stand before the headline"),
        Answer(3, "yes" if heading else "no", "the headline is a heading of the first order"),
        Answer(4, "yes" if PICTURE.search(body) else "no", "a picture, chart or chat stands in it"),
        Answer(5, "yes" if is_shown else "no", f"contacts: {', '.join(filled.channels) or 'none'}"),
        Answer(8, "yes" if lists else "no", f"{lists} lists"),
    )
