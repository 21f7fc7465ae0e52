"""Codes that went through a chat: halved, and compressed as JPEG of quality 50."""

import io
from datetime import date

import pytest
import zxingcpp
from PIL import Image

from campaign.building.content import read_checked
from campaign.filling.filler import Filler
from campaign.media.image import make
from campaign.model.work import Job, Made, Workshop
from campaign.reading.library import bundled


@pytest.fixture(scope="module")
def card() -> Made:
    """The bundled portrait card of the advance fee, as a JPEG of at most 300 kB."""
    reading = read_checked(bundled())
    workshop = Workshop(reading.campaign, reading.library, date(2026, 11, 22))
    format = reading.campaign.formats["instagram-portrait"].model_copy(update={"max_bytes": 300_000})
    return make(Filler(workshop).fill(Job("card.jpg", format, "jpg", "advance-fee", "id")), workshop)


def codes(data: bytes) -> list[str]:
    with Image.open(io.BytesIO(data)) as picture:
        return [code.text for code in zxingcpp.read_barcodes(picture.convert("L"))]


def test_a_card_for_chats_is_light_and_its_code_decodes(card: Made) -> None:
    """Straight from the file."""
    assert card.problems == ()
    assert len(card.data) <= 300_000
    assert codes(card.data) == ["https://cekrekening.id"]


@pytest.mark.parametrize("how", [Image.Resampling.BILINEAR, Image.Resampling.BICUBIC, Image.Resampling.LANCZOS])
def test_a_code_survives_a_chat(card: Made, how: Image.Resampling) -> None:
    """Half the size, whatever filter the chat takes, JPEG of quality 50."""
    picture = Image.open(io.BytesIO(card.data))
    sent = io.BytesIO()
    picture.resize((picture.width // 2, picture.height // 2), how).save(sent, "JPEG", quality=50)
    assert codes(sent.getvalue()) == ["https://cekrekening.id"]
