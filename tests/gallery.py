"""The pictures of docs/gallery.md, made anew by hand: python tests/gallery.py docs/pictures

Rows of up to three cards for each theme and format: one for each kind of message, or the slides of one.
"""

import io
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from PIL import Image

from campaign.filling.filler import Filler
from campaign.media import image
from campaign.model.campaign import Campaign
from campaign.model.work import Job, Workshop
from campaign.reading.folder import read_campaign
from campaign.reading.library import bundled

DAY = date(2026, 11, 22)
WIDTH, WIDE, GAP, GROUND = 300, 440, 12, "#8a8f96"  # px of a cell, of one that is wider than high, between cells
QUALITY = 72
BESIDE = 3  # cards in a picture
THEMES = ("warning", "calm")
SUBJECTS = ("fake-vacancy", "before-leaving", "documents", "missions-east-asia", "takedowns-per-month",
            "not-placement-countries")  # fmt: skip
FORMATS = ("instagram-tall", "instagram-portrait", "instagram-square", "story", "whatsapp-status", "tiktok-photo",
           "x-card", "youtube-thumbnail", "link-card", "telegram", "whatsapp-chat")  # fmt: skip
SLIDES = (1, 2, 3, 6, 7, 8)  # of the carousel: cover, lure, signs, what to do, contacts
SHAPES = ("", "-square", "-story", "-wide")
TOLD = "debt-trap"  # has a lure, a myth and a truth
IN_TWO = (("fake-vacancy", "instagram-portrait"), ("before-leaving", "instagram-portrait"),
          ("tourist-visa", "instagram-square"), ("fake-official", "story"), ("debt-trap", "myth"),
          ("high-pay", "chat"))  # fmt: skip


def rows(campaign: Campaign) -> Iterator[tuple[str, list[Job]]]:
    """The name of each row, and what it shows."""

    def job(slug: str, name: str, language: str = "id", part: int = 0) -> Job:
        format = campaign.formats[name]
        return Job("card", format, format.files[0], slug, language, part=part)

    for name in FORMATS:
        taken = campaign.formats[name].accepts
        yield name, [job(slug, name) for slug in SUBJECTS if campaign.messages[slug, "id"].kind in taken]
    yield "carousel", [job(SUBJECTS[0], "carousel", part=part) for part in SLIDES]
    yield "chat", [job(TOLD, f"chat{shape}") for shape in SHAPES]
    yield "myth", [job(TOLD, f"myth{shape}") for shape in SHAPES]
    yield "two-languages", [job(slug, name, "jv") for slug, name in IN_TWO]


def picture(job: Job, filler: Filler) -> Image.Image:
    """One card, as small as the page shows it."""
    made = image.make(filler.fill(job), filler.workshop)
    if made.problems:
        raise SystemExit("\n".join(map(str, made.problems)))
    with Image.open(io.BytesIO(made.data)) as card:
        width = WIDTH if card.width <= card.height else WIDE
        return card.convert("RGB").resize((width, round(width * card.height / card.width)), Image.Resampling.LANCZOS)


def row(cards: list[Image.Image]) -> Image.Image:
    """Cards beside each other, on one top line."""
    size = (sum(card.width + GAP for card in cards) + GAP, max(card.height for card in cards) + 2 * GAP)
    made, left = Image.new("RGB", size, GROUND), GAP
    for card in cards:
        made.paste(card, (left, GAP))
        left += card.width + GAP
    return made


def themed(campaign: Campaign, theme: str) -> Campaign:
    return replace(campaign, settings=campaign.settings.model_copy(update={"theme": theme}))


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    reading = read_campaign(bundled())
    for theme in THEMES:
        filler = Filler(Workshop(themed(reading.campaign, theme), reading.library, DAY))
        for name, jobs in rows(reading.campaign):
            cards = [picture(job, filler) for job in jobs]
            for place, part in enumerate(range(0, len(cards), BESIDE), 1):
                file = folder / f"gallery-{theme}-{name}-{place}.webp"
                row(cards[part : part + BESIDE]).save(file, quality=QUALITY, method=6)
                print(f"{file}: {file.stat().st_size // 1000} kB")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
