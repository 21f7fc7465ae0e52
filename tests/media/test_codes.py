"""Codes that went through a chat: halved, and compressed as JPEG of quality 50."""

import io
from dataclasses import replace
from datetime import date

import pytest
import zxingcpp
from PIL import Image

from campaign.building.content import read_checked
from campaign.filling.filler import Filler
from campaign.media.image import make
from campaign.model.work import Job, Made, Workshop
from campaign.reading.folder import Reading
from campaign.reading.library import bundled

FORMATS = ("instagram-portrait", "instagram-square", "story", "tiktok-photo", "x-card", "telegram")
FILTERS = (Image.Resampling.BILINEAR, Image.Resampling.BICUBIC, Image.Resampling.LANCZOS)


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read_checked(bundled())


def card(reading: Reading, name: str, check: str, extension: str = "png") -> Made:
    """A card that has room for a code on every canvas, with another address to check at."""
    campaign = reading.campaign
    slug = "night-boat"
    message = replace(campaign.messages[slug, "id"], check=check)
    campaign = replace(campaign, messages={**campaign.messages, (slug, "id"): message})
    workshop = Workshop(campaign, reading.library, date(2026, 11, 22))
    made = make(Filler(workshop).fill(Job("card", campaign.formats[name], extension, slug, "id")), workshop)
    assert made.problems == ()
    return made


def codes(picture: Image.Image) -> list[str]:
    return [code.text for code in zxingcpp.read_barcodes(picture.convert("L"))]


def sent(picture: Image.Image, how: Image.Resampling) -> Image.Image:
    """As a chat passes it on."""
    data = io.BytesIO()
    halved = picture.convert("RGB").resize((picture.width // 2, picture.height // 2), how)
    halved.save(data, "JPEG", quality=50)
    return Image.open(data)


def test_a_card_for_chats_is_light_and_its_code_decodes(reading: Reading) -> None:
    """Straight from the file."""
    made = card(reading, "whatsapp-chat", "check-account", "jpg")
    assert len(made.data) <= 300_000
    assert codes(Image.open(io.BytesIO(made.data))) == ["https://cekrekening.id"]


@pytest.mark.parametrize("name", FORMATS)
def test_a_code_survives_a_chat(reading: Reading, name: str) -> None:
    """Every web address of the bundled campaign, straight from the PNG and through a chat, whatever filter it takes."""
    channels = {id: channel for id, channel in reading.campaign.channels.items() if channel.kind == "web"}
    assert {len(channel.value) > 18 for channel in channels.values()} == {True, False}  # 33 modules, and more
    for id, channel in channels.items():
        picture = Image.open(io.BytesIO(card(reading, name, id).data))
        expected = [f"https://{channel.value}"]
        assert codes(picture) == expected
        for how in FILTERS:
            assert codes(sent(picture, how)) == expected, (id, how)
