"""The chat and myth cards, which show one part of a tactic; and photographs in the picture's place."""

import io
import re
from dataclasses import replace
from datetime import date

import pytest
from PIL import Image

from campaign.filling.filler import Filler
from campaign.media import image
from campaign.model.library import Library
from campaign.model.work import Job, Workshop
from campaign.planning.plan import Selection, plan
from campaign.reading.folder import read_campaign
from campaign.reading.library import bundled

DAY = date(2026, 11, 22)
CHATS = ("chat", "chat-square", "chat-story", "chat-wide")
MYTHS = ("myth", "myth-square", "myth-story", "myth-wide")
SKY, WALL = (120, 170, 210), (200, 40, 160)  # the left and the right half of the photograph


@pytest.fixture(scope="module")
def reading():
    return read_campaign(bundled())


def job(reading, slug, name, language="id", part=0):
    format = reading.campaign.formats[name]
    return Job("card.png", format, format.files[0], slug, language, "", part)


def card(reading, slug, name, **more):
    workshop = Workshop(reading.campaign, reading.library, DAY)
    filled = Filler(workshop).fill(job(reading, slug, name, **more))
    return filled, image.make(filled, workshop)


@pytest.mark.parametrize("name", (*CHATS, *MYTHS))
@pytest.mark.parametrize("language", ("id", "en", "jv", "su"))
def test_chat_and_myth_fit_every_canvas_in_every_language(reading, name, language):
    """The longest lure and the longest truth of the campaign among them."""
    for slug in ("advance-fee", "fake-vacancy"):
        assert card(reading, slug, name, language=language)[1].problems == ()


def test_a_message_without_the_section_does_without_the_card(reading):
    """Every tactic with both a myth and a truth has myth cards, and no other message."""
    jobs = plan(reading.campaign, Selection(formats=("myth",), languages=("id",)), DAY).jobs
    messages = [message for (_, language), message in reading.campaign.messages.items() if language == "id"]
    told = {message.slug for message in messages if message.section("myth") and message.section("truth")}
    assert told
    assert {job.subject for job in jobs} == told


def test_the_chat_numbers_what_its_list_explains(reading):
    """As many entries as there are marks in the lure."""
    filled, _ = card(reading, "high-pay", "chat")
    badges = re.findall(r'class="badge"[^>]*>(\d)<', filled.body)
    counts = re.findall(r'class="count"[^>]*>(\d)<', filled.body)
    assert badges == counts == ["1", "2", "3"]


def test_the_alternative_text_of_a_myth_says_myth_and_truth(reading):
    """Not the signs, which that picture does not show."""
    message = reading.campaign.messages["debt-trap", "id"]
    alt = card(reading, "debt-trap", "myth")[0].alt
    assert message.section("myth").text.plain in alt
    assert message.section("truth").text.plain in alt
    assert message.section("warning-signs").items[0].title.plain not in alt


def photographed(reading, name, part=0, focus="0% 50%") -> Image.Image:
    """A card of a message with a photograph whose left half is sky and whose right half is wall."""
    photo = Image.new("RGB", (1600, 800), SKY)
    photo.paste(WALL, (800, 0, 1600, 800))
    stream = io.BytesIO()
    photo.save(stream, "PNG")
    library = Library({**reading.library.files, "assets/photos/street.png": stream.getvalue()})
    key = ("closed-destination", "id")
    message = replace(reading.campaign.messages[key], photo="street.png", focus=focus)
    campaign = replace(reading.campaign, messages={**reading.campaign.messages, key: message})
    workshop = Workshop(campaign, library, DAY)
    made = image.make(Filler(workshop).fill(job(reading, key[0], name, part=part)), workshop)
    assert made.problems == ()
    with Image.open(io.BytesIO(made.data)) as picture:
        return picture.convert("RGB")


def share(picture: Image.Image, color: tuple[int, int, int]) -> float:
    colors = {shade: count for count, shade in picture.getcolors(1 << 24)}
    return colors.get(color, 0) / (picture.width * picture.height)


@pytest.mark.parametrize("name", ("instagram-square", "story", "x-card", "link-card", "youtube-thumbnail"))
def test_a_photograph_takes_the_pictures_place(reading, name):
    """On every shape, cut round its focus: what is left of it is seen more than what is right."""
    picture = photographed(reading, name)
    assert share(picture, SKY) > 0.04
    assert share(picture, SKY) > share(picture, WALL)


def test_the_focus_moves_the_cut(reading):
    """The same card with the photograph's right edge in view."""
    picture = photographed(reading, "instagram-square", focus="100% 50%")
    assert share(picture, WALL) > share(picture, SKY)


def test_words_on_a_photograph_stand_on_a_scrim(reading):
    """The cover of a carousel: nothing is refused for contrast, and above the scrim the photograph shows."""
    picture = photographed(reading, "carousel", part=1)
    assert share(picture, SKY) > 0.1
