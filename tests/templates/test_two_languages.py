"""Where a language stands beside another one, its pictures print that one first and larger, each in its own tag."""

import re
from datetime import date

import pytest

from campaign.filling.filler import Filler
from campaign.media import image
from campaign.model.work import Job, Workshop
from campaign.reading.folder import read_campaign
from campaign.reading.library import bundled

DAY = date(2026, 11, 22)
SUBJECTS = ("fake-vacancy", "before-leaving", "documents", "whom-to-call")
CANVASES = ("instagram-portrait", "instagram-square", "story", "tiktok-photo", "x-card", "link-card", "telegram")
FIRST = re.compile(r'<h1 [^>]*lang="id"[^>]*>([^<]*)</h1>\s*<p [^>]*class="second"[^>]*>([^<]*)</p>')
LEADS = re.compile(r'<h2 [^>]*lang="id"[^>]*>(.*?)</h2>\s*<p[^>]*>(.*?)</p>', re.DOTALL)


@pytest.fixture(scope="module")
def workshop():
    reading = read_campaign(bundled())
    return Workshop(reading.campaign, reading.library, DAY)


def filled(workshop, slug, language, name, part=0):
    format = workshop.campaign.formats[name]
    return Filler(workshop).fill(Job("card.png", format, format.files[0], slug, language, "", part))


def shown(text: str) -> str:
    """As the headline prints it: a hyphen that does not break."""
    return text.replace("-", "\N{NON-BREAKING HYPHEN}")


@pytest.mark.parametrize("language", ("jv", "su"))
@pytest.mark.parametrize("slug", SUBJECTS)
def test_the_headline_stands_in_both_languages(workshop, slug, language):
    """Indonesian as the headline with its tag, the reader's own below it, smaller."""
    messages = workshop.campaign.messages
    found = FIRST.search(filled(workshop, slug, language, "instagram-portrait").body)
    assert found is not None
    assert found.groups() == (shown(messages[slug, "id"].title), shown(messages[slug, language].title))


def test_signs_stand_in_both_languages_in_their_order(workshop):
    """Each Indonesian lead is followed by its own translation, from the same place of the other file."""
    leads = LEADS.findall(filled(workshop, "fake-vacancy", "jv", "instagram-portrait").body)
    pairs = zip(
        workshop.campaign.messages["fake-vacancy", "id"].section("warning-signs").items,
        workshop.campaign.messages["fake-vacancy", "jv"].section("warning-signs").items,
        strict=True,
    )
    assert leads == [(first.title.plain, own.title.plain) for first, own in pairs]


@pytest.mark.parametrize("language", ("jv", "su"))
@pytest.mark.parametrize("name", CANVASES)
@pytest.mark.parametrize("slug", SUBJECTS)
def test_two_languages_fit_every_canvas(workshop, slug, name, language):
    """Fewer words where both have no room; never clipped, never too small."""
    assert image.make(filled(workshop, slug, language, name), workshop).problems == ()


@pytest.mark.parametrize("part", range(1, 9))
def test_slides_stand_in_both_languages(workshop, part):
    """Cover, lure, signs, what to do, contacts."""
    slide = filled(workshop, "fake-vacancy", "jv", "carousel", part)
    assert 'lang="id"' in slide.body
    assert image.make(slide, workshop).problems == ()


@pytest.mark.parametrize("language", ("id", "en"))
def test_a_language_that_stands_alone_is_alone(workshop, language):
    """No second headline, and no tag but the page's own."""
    body = filled(workshop, "fake-vacancy", language, "instagram-portrait").body
    assert 'class="second"' not in body
    assert re.findall(r'lang="(\w+)"', body) == [language]


def test_a_picture_in_two_languages_is_made_from_two_files(workshop):
    """The manifest names both."""
    made_from = filled(workshop, "fake-vacancy", "jv", "story").made_from
    assert {"content/tactics/fake-vacancy.id.md", "content/tactics/fake-vacancy.jv.md"} <= set(made_from)


def test_the_alternative_text_says_both_headlines(workshop):
    """In the order in which the picture has them."""
    messages = workshop.campaign.messages
    both = f"{messages['fake-vacancy', 'id'].title} / {messages['fake-vacancy', 'jv'].title}"
    assert both in filled(workshop, "fake-vacancy", "jv", "instagram-portrait").alt
