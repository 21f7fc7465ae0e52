"""The pictures of docs/gallery.md, made anew by hand: python tests/gallery.py docs/pictures

One contact sheet for each theme and group of formats: a row for each format, a column for each kind of message.
"""

import io
import sys
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
WIDTH, GAP, GROUND = 360, 16, "#8a8f96"  # px of a cell, px between cells
THEMES = ("warning", "calm")
SUBJECTS = ("high-pay", "before-leaving", "documents", "missions-east-asia", "takedowns-per-month",
            "not-placement-countries")  # fmt: skip
GROUPS = {
    "feed": ("instagram-tall", "instagram-portrait", "instagram-square"),
    "tall": ("story", "whatsapp-status", "tiktok-photo"),
    "wide": ("x-card", "youtube-thumbnail", "link-card"),
    "chat": ("telegram", "whatsapp-chat"),
}
SLIDES = (1, 2, 3, 6, 7, 8)  # of the carousel: cover, lure, signs, what to do, contacts


def pictures(workshop: Workshop, name: str) -> list[Image.Image]:
    """A format's row: one picture for each kind, or the slides of one message."""
    campaign, filler = workshop.campaign, Filler(workshop)
    format = campaign.formats[name]
    jobs = [Job("card", format, format.files[0], slug, "id") for slug in SUBJECTS]
    if format.series:
        jobs = [Job("card", format, format.files[0], SUBJECTS[0], "id", part=part) for part in SLIDES]
    row = []
    for job in jobs:
        if format.series or campaign.messages[job.subject, "id"].kind in format.accepts:
            made = image.make(filler.fill(job), workshop)
            if made.problems:
                raise SystemExit("\n".join(map(str, made.problems)))
            with Image.open(io.BytesIO(made.data)) as picture:
                size = (WIDTH, round(WIDTH * picture.height / picture.width))
                row.append(picture.convert("RGB").resize(size, Image.Resampling.LANCZOS))
    return row


def sheet(rows: list[list[Image.Image]]) -> Image.Image:
    """The rows below each other, in 256 colours."""
    columns = max(len(row) for row in rows)
    height = sum(row[0].height + GAP for row in rows) + GAP
    made = Image.new("RGB", (columns * (WIDTH + GAP) + GAP, height), GROUND)
    top = GAP
    for row in rows:
        for place, picture in enumerate(row):
            made.paste(picture, (GAP + place * (WIDTH + GAP), top))
        top += row[0].height + GAP
    return made.quantize(128, dither=Image.Dither.NONE)


def themed(campaign: Campaign, theme: str) -> Campaign:
    return replace(campaign, settings=campaign.settings.model_copy(update={"theme": theme}))


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    reading = read_campaign(bundled())
    for theme in THEMES:
        workshop = Workshop(themed(reading.campaign, theme), reading.library, DAY)
        for group, names in {**GROUPS, "carousel": ("carousel",)}.items():
            file = folder / f"gallery-{theme}-{group}.png"
            sheet([pictures(workshop, name) for name in names]).save(file, optimize=True)
            print(f"{file}: {file.stat().st_size // 1000} kB")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
