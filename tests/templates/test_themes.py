"""A theme is one file: it changes every picture, and what nobody could read is refused."""

import io
from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from PIL import Image

from campaign.filling.filler import Filler
from campaign.filling.theme import theme_of
from campaign.media import image
from campaign.model.library import Library
from campaign.model.work import Job, Made, Workshop
from campaign.problems import CampaignError
from campaign.reading.folder import read_campaign
from campaign.reading.library import bundled, read_folder

SUBJECTS = {
    "tactic": "high-pay",
    "route": "before-leaving",
    "checklist": "documents",
    "contacts": "missions-east-asia",
    "figure": "takedowns-per-month",
    "notice": "not-placement-countries",
}
PARTNER = b":root { --ink: #2a1747; --safe: #5b2a86; --warn: #a3123f; --mark: #ffd166 }"
PALE = b":root { --ink: #9aa3ad; --ink-soft: #b4bcc4; }"


@pytest.fixture(scope="module")
def reading():
    return read_campaign(bundled())


def card(reading, slug: str, theme: str, files: dict[str, bytes] | None = None, name="instagram-portrait") -> Made:
    """A picture in a theme, which may be one of the campaign's own files."""
    settings = reading.campaign.settings.model_copy(update={"theme": theme})
    library = Library({**reading.library.files, **(files or {})})
    campaign = replace(reading.campaign, settings=settings)
    workshop = Workshop(campaign, library, date(2026, 11, 22))
    return image.make(Filler(workshop).fill(Job("card.png", campaign.formats[name], "png", slug, "id")), workshop)


def own(css: bytes) -> dict[str, bytes]:
    return {"templates/_shared/themes/partner.css": css}


@pytest.mark.parametrize("kind", SUBJECTS)
def test_every_kind_holds_in_every_theme_and_looks_different(reading, kind):
    """Warning, calm and a partner's: without a problem, and no two alike."""
    partner = own(PARTNER)
    cards = [card(reading, SUBJECTS[kind], "warning"), card(reading, SUBJECTS[kind], "calm")]
    cards.append(card(reading, SUBJECTS[kind], "partner", partner))
    assert [made.problems for made in cards] == [(), (), ()]
    assert len({Image.open(io.BytesIO(made.data)).convert("RGB").tobytes() for made in cards}) == 3


def test_drawings_wear_the_theme(reading):
    """No pixel of the warning's red is left in a calm notice, whose illustration is drawn in it."""
    red = (0xC8, 0x10, 0x2E)
    seen = {}
    for theme in ("warning", "calm"):
        with Image.open(io.BytesIO(card(reading, SUBJECTS["notice"], theme).data)) as picture:
            colors = picture.convert("RGB").getcolors(1 << 24)
        seen[theme] = red in {color for _, color in colors}
    assert seen == {"warning": True, "calm": False}


def test_a_family_that_is_not_there_is_told_at_its_line(reading):
    """In the theme's own file: every template only says var(--family)."""
    made = card(
        reading, SUBJECTS["tactic"], "partner", own(b":root {\n  /* --family: Georgia */\n  --family: Georgia;\n}")
    )
    [problem] = made.problems
    assert (problem.code, problem.file, problem.line) == ("FN001", "templates/_shared/themes/partner.css", 3)


def test_a_theme_chooses_its_weights(reading):
    """Text is set in them, and fits in them."""
    made = card(reading, SUBJECTS["tactic"], "partner", own(b":root { --regular: 400; --strong: 600; }"))
    assert made.problems == ()
    assert made.data != card(reading, SUBJECTS["tactic"], "warning").data


def test_a_pale_theme_is_refused(reading):
    """CT001, at the text that nobody could read."""
    made = card(reading, SUBJECTS["tactic"], "partner", own(PALE))
    assert made.data == b""
    assert {problem.code for problem in made.problems} == {"CT001"}


def test_a_property_may_name_another(reading):
    """As in the cascade, also across the two files."""
    library = Library(
        {**reading.library.files, **own(b"/* --ink: red; */ :root { --safe: var(--mine); --mine: var(--ink) }")}
    )
    theme = theme_of(library, "partner")
    assert theme["safe"] == theme["ink"] == "#0b1f3a"


def test_a_theme_without_a_file_is_named_at_its_line(tmp_path):
    """With those that there are."""
    for path, data in read_folder(bundled(), "content").items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    file = tmp_path / "content" / "campaign.yaml"
    text = file.read_text(encoding="utf-8").replace("theme: warning", "theme: clam")
    file.write_text(text, encoding="utf-8")
    with pytest.raises(CampaignError) as caught:
        read_campaign(tmp_path)
    line = text.splitlines().index("theme: clam") + 1
    [problem] = caught.value.problems
    assert (problem.file, problem.line, problem.code) == ("content/campaign.yaml", line, "RG015")
    assert "calm" in problem.hint and "warning" in problem.hint


LOGO = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 50"><rect width="200" height="50" fill="#00a0e0"/></svg>'
)


@pytest.mark.parametrize(
    "name", ["instagram-portrait", "instagram-square", "story", "tiktok-photo", "x-card", "link-card"]
)
def test_logos_stand_where_the_publisher_is_named(reading, name):
    """The office's and a partner's, at most 72 px high; nothing of it without them."""
    files = {"assets/logos/office.svg": LOGO, "assets/logos/partner.svg": LOGO}
    seen = []
    for own_files in ({}, files):
        made = card(reading, SUBJECTS["tactic"], "warning", own_files, name)
        assert made.problems == ()
        pixels = np.asarray(Image.open(io.BytesIO(made.data)).convert("RGB"))
        rows = np.flatnonzero((pixels == (0x00, 0xA0, 0xE0)).all(axis=2).any(axis=1))
        seen.append(int(rows[-1] - rows[0] + 1) if len(rows) else 0)
    assert seen[0] == 0
    assert 24 <= seen[1] <= 72
