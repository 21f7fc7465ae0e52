"""What every engine draws: the bundled tactics as portrait pictures, each with another text.

A card pairs the title of one tactic with the chat, the signs and the contacts of another, so that a few messages make
hundreds of cards and no engine can keep a finished picture.
"""

import base64
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import cycle, islice
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import tinyhtml5

from campaign.filling.filler import Filler
from campaign.model.work import Job, Workshop
from campaign.planning.plan import Selection, plan
from campaign.reading.folder import read_campaign

ROOT = Path(__file__).parents[2]
FORMAT = "instagram-portrait"
DAY = date(2026, 11, 30)
TEXTS = ("strip", "tag", "publisher", "sender", "label", "value", "who", "where", "from", "imprint")


def workshop_with(count: int) -> tuple[Workshop, tuple[Job, ...]]:
    """The bundled campaign with ``count`` mixed tactics instead of its messages, and a job for each."""
    reading = read_campaign(ROOT)
    campaign, language = reading.campaign, reading.campaign.first_language
    tactics = [m for m in campaign.messages.values() if m.kind == "tactic" and m.language == language]
    pairs = [
        (title, rest)
        for step in range(len(tactics))
        for title, rest in zip(tactics, (tactics * 2)[step:], strict=False)
    ]
    mixed = [
        replace(
            rest,
            slug=f"card-{number:04}",
            code=f"KA-{number:04}",  # the pairs come round again; the line at the foot still differs
            title=title.title,
            summary=title.summary,
            approved_by="",
        )
        for number, (title, rest) in enumerate(islice(cycle(pairs), count))
    ]
    campaign = replace(campaign, messages={(m.slug, m.language): m for m in mixed}, publications={})
    jobs = plan(campaign, Selection(formats=(FORMAT,), languages=(language,)), DAY).jobs
    return Workshop(campaign, reading.library, DAY), jobs


def all_cards(count: int) -> dict[str, Any]:
    """The style sheet and the cards, for engines that know nothing of us."""
    workshop, jobs = workshop_with(count)
    filler = Filler(workshop)
    filled = [filler.fill(job) for job in jobs]
    css = "\n".join(workshop.library.text(path) for path in filled[0].styles)
    return {"css": css, "cards": [describe(each.body, workshop.library.files) for each in filled]}


def describe(page_html: str, files: Any) -> dict[str, Any]:
    """One card: its page's body without outside files, and its words and drawings one by one."""
    page = tinyhtml5.parse(page_html, namespace_html_elements=False)
    return {
        "body": re.sub(r'src="(assets/[^"]+)"', lambda match: f'src="{data_uri(files[match[1]])}"', _inside(page_html)),
        "title": _text(next(page.iter("h1"))),
        "lure": [word for bubble in _all(page, "bubble") for word in _with_punctuation(_words(bubble))],
        "signs": [
            [_text(next(entry.iter("h2"))), " ".join(_text(p) for p in entry.iter("p"))]
            for entry in _all(page, "entry")
        ],
        **{name: " ".join(map(_text, _all(page, name)[:1])) for name in TEXTS},
        **{f"{name}-svg": _drawing(page_html, name) for name in ("tag", "label", "code")},
    }


def _inside(page_html: str) -> str:
    found = re.search(r"<body[^>]*>(.*)</body>", page_html, re.DOTALL)
    assert found
    return found[1]


def _all(page: ElementTree.Element, name: str) -> list[ElementTree.Element]:
    return [element for element in page.iter() if name in (element.get("class") or "").split()]


def _text(element: ElementTree.Element) -> str:
    return " ".join("".join(element.itertext()).split())


def _words(element: ElementTree.Element, marked: bool = False) -> Iterator[tuple[str, bool]]:
    """The words of the chat and whether each is highlighted; the badges with the signs' numbers are left out."""
    yield from ((word, marked) for word in (element.text or "").split())
    for child in element:
        if child.get("class") != "badge":
            yield from _words(child, marked or child.tag == "mark")
        yield from ((word, marked) for word in (child.tail or "").split())


def _with_punctuation(words: Iterator[tuple[str, bool]]) -> list[tuple[str, bool]]:
    """A full stop after a highlighted passage belongs to its last word."""
    joined: list[tuple[str, bool]] = []
    for word, marked in words:
        if joined and not any(letter.isalnum() for letter in word):
            joined[-1] = (joined[-1][0] + word, joined[-1][1])
        else:
            joined.append((word, marked))
    return joined


def _drawing(page_html: str, name: str) -> str:
    """The drawing inside the first element of a class, as a file of its own."""
    found = re.search(rf'class="{name}"[^>]*>\s*(<svg.*?</svg>)', page_html, re.DOTALL)
    assert found, name
    svg = found[1]
    return svg if "xmlns=" in svg else svg.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"', 1)


def data_uri(svg: bytes) -> str:
    return f"data:image/svg+xml;base64,{base64.b64encode(svg).decode()}"
