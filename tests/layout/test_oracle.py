"""Chromium is the oracle: the bundled pictures lie in it as they lie here, and break at the same words."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import pytest
from layout.oracle import Card, Seen, seen
from layout.test_browser import faces

from campaign.building.content import read_checked
from campaign.filling.filler import Filler
from campaign.layout.commands import Drawing, LaidBox
from campaign.media import image
from campaign.model.work import Job, Workshop
from campaign.planning.plan import Selection, plan
from campaign.reading.library import bundled

DAY = date(2026, 11, 22)
CLOSE, FAR = 2.0, 8.0  # px
EACH_KIND = 2
OTHERS = ("jv", "en")  # one of them for each kind


@dataclass(frozen=True)
class Pair:
    """A picture, as it lies here and as it lies in the browser."""

    job: Job
    drawing: Drawing
    browser: Seen

    @property
    def laid(self) -> list[LaidBox]:
        return below_the_root(self.drawing)


def below_the_root(drawing: Drawing) -> list[LaidBox]:
    return [laid for laid in drawing.boxes if laid.tag != "html"]


@pytest.fixture(scope="module")
def pairs(program, tmp_path_factory) -> list[Pair]:
    """Every format that is a picture, two messages of each kind and one in another language, in one browser."""
    reading = read_checked(bundled())
    workshop = Workshop(reading.campaign, reading.library, DAY)
    filler, jobs = Filler(workshop), list(chosen(workshop))
    filled = [filler.fill(job) for job in jobs]
    drawings = [image.laid_out(one, workshop)[0] for one in filled]
    style = f"<style>{faces()}</style>"
    cards = []
    for one, drawing in zip(filled, drawings, strict=True):
        sheets = "".join(f"<style>{workshop.library.text(path)}</style>" for path in one.styles)
        page = f'<!doctype html><base href="{bundled().as_uri()}/">{style}{sheets}{one.body}'
        sizes = [laid.size for laid in below_the_root(drawing)]
        cards.append(Card(page, drawing.canvas.width, drawing.canvas.height, sizes))
    browser = seen(program("chromium"), cards, tmp_path_factory.mktemp("oracle"))
    return [Pair(*three) for three in zip(jobs, drawings, browser, strict=True)]


def chosen(workshop: Workshop) -> Iterator[Job]:
    """Of every format and kind of message: two in Indonesian, and one in another language."""
    campaign = workshop.campaign
    taken: Counter[tuple[str, str, bool]] = Counter()
    last: dict[tuple[str, str, bool], str] = {}
    for job in plan(campaign, Selection(), DAY).jobs:
        message = campaign.messages.get((job.subject, job.language))
        if job.format.medium != "image" or message is None or job.language not in ("id", *OTHERS):
            continue
        key = (job.format.name, message.kind, job.language == "id")
        if last.get(key) != f"{job.language}/{job.subject}":
            if taken[key] == (EACH_KIND if key[2] else 1):
                continue
            taken[key] += 1
            last[key] = f"{job.language}/{job.subject}"
        yield job


def edges(x: float, y: float, width: float, height: float) -> tuple[float, float, float, float]:
    return x, y, x + width, y + height


def test_every_kind_was_held_against_the_browser(pairs) -> None:
    """Each format with every kind that it takes."""
    formats = {pair.job.format.name: pair.job.format for pair in pairs}
    assert {"instagram-portrait", "instagram-square", "story", "link-card", "carousel"} <= set(formats)
    assert len({pair.job.subject for pair in pairs}) >= 10


def test_only_fitted_sizes_were_told_to_the_browser(pairs) -> None:
    """All other font sizes came out of its own cascade."""
    assert [pair.job.path for pair in pairs if pair.browser.changed > len(pair.drawing.fitted)] == []


def test_boxes_lie_as_in_the_browser(pairs) -> None:
    """999 of 1,000 edges within 2 px, and none more than 8 px off."""
    count = close = 0
    far: list[str] = []
    for pair in pairs:
        assert len(pair.laid) == len(pair.browser.boxes), pair.job.path
        for laid, box in zip(pair.laid, pair.browser.boxes, strict=True):
            ours = edges(laid.box.x, laid.box.y, laid.box.width, laid.box.height)
            off = [abs(here - there) for here, there in zip(ours, edges(*box), strict=True)]
            count += len(off)
            close += sum(distance <= CLOSE for distance in off)
            if max(off) > FAR:
                far.append(f"{pair.job.path}: {laid.tag}.{laid.classes} {[round(d, 1) for d in off]}")
    assert far == []
    assert close >= 0.999 * count


def test_lines_break_at_the_same_words(pairs) -> None:
    """In 99 of 100 paragraphs."""
    count = same = 0
    for pair in pairs:
        ours = {"".join(line.text.split()).casefold() for line in pair.drawing.lines}
        for lines in pair.browser.paragraphs:
            count += 1
            same += all(line.casefold() in ours for line in lines)
    assert count > len(pairs)
    assert same >= 0.99 * count
