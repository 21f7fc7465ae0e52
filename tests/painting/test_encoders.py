"""JPEG and WebP files."""

import io
import subprocess
import sys
from collections.abc import Callable
from hashlib import sha256
from xml.etree import ElementTree

import numpy as np
import pytest
from PIL import Image, ImageCms

from campaign.layout.commands import Box, Canvas, Color, Drawing, DrawText, FillBox, Font
from campaign.painting.fonts import FontBook
from campaign.painting.jpeg import encode_jpeg
from campaign.painting.notes import NAMESPACES
from campaign.painting.paint import paint
from campaign.painting.quality import COARSEST, FINEST, finest
from campaign.painting.srgb import SRGB
from campaign.painting.webp import encode_webp

Encoder = Callable[..., bytes]
BOTH = pytest.mark.parametrize("encode", [encode_jpeg, encode_webp])
NOTES = {
    "Description": "Waspada – “gaji” <25 juta> & lainnya",
    "Author": "Kantor Uji",
    "Publisher": "Kantor Uji",
    "Source": "KP2MI, 2025",
    "Language": "jv",
}


def opened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def noise(width: int = 120, height: int = 90) -> Image.Image:
    """A picture as hard to compress as any photograph, the same each time."""
    pixels = np.random.default_rng(1).integers(0, 256, (height // 3, width // 3, 3), np.uint8)
    return Image.fromarray(pixels).resize((width, height), Image.Resampling.BICUBIC)


@pytest.fixture(scope="module")
def card(fonts: FontBook) -> Image.Image:
    """Red letters on paper."""
    boxes = [FillBox(Box(0, 0, 400, 200), Color(255, 251, 242)), FillBox(Box(0, 0, 400, 40), Color(200, 16, 46))]
    text = DrawText("Jangan bayar dulu", 20, 120, 300, Font("Manrope", 800, 32), Color(200, 16, 46))
    return paint(Drawing(Canvas(400, 200), (*boxes, text), (), ()), fonts)


@BOTH
def test_a_file_has_the_pictures_size_and_nearly_its_colours(encode: Encoder, card: Image.Image) -> None:
    """At the finest quality no pixel of a card strays far."""
    picture = opened(encode(card, {}))
    assert (picture.size, picture.mode) == (card.size, "RGB")
    away = np.abs(np.asarray(picture).astype(int) - np.asarray(card).astype(int))
    assert away.max() < 60 and away.mean() < 2


def test_jpegs_come_in_waves_and_keep_colours_at_full_size(card: Image.Image) -> None:
    """Progressive, chroma 4:4:4."""
    picture = opened(encode_jpeg(card, {}))
    assert picture.info["progressive"]
    assert [layer[1:3] for layer in picture.layer] == [(1, 1)] * 3  # type: ignore[attr-defined]


def test_flat_cards_are_webp_without_loss(card: Image.Image) -> None:
    """Smaller than with loss, and exact."""
    assert opened(encode_webp(card, {})).tobytes() == card.tobytes()


def test_photographs_are_webp_with_loss() -> None:
    """Without loss they would be far larger than their pixels deserve."""
    exact = io.BytesIO()
    noise(300, 300).save(exact, "WEBP", lossless=True)
    assert len(encode_webp(noise(300, 300), {})) < exact.tell() / 2


@BOTH
def test_a_limit_is_kept_with_the_finest_quality_that_fits(encode: Encoder) -> None:
    """Just what is allowed: a byte less than the finest costs some quality, and not much."""
    free = len(encode(noise(), {}))
    assert len(encode(noise(), {}, limit=free)) == free
    assert 0.8 * free < len(encode(noise(), {}, limit=free - 1)) < free


@BOTH
def test_below_the_coarsest_quality_nothing_is_squeezed(encode: Encoder) -> None:
    """A limit that cannot be kept legibly gives a file larger than it."""
    assert len(encode(noise(), {}, limit=100)) > 100


@pytest.mark.parametrize("limit", [6000, 6001, 6099, 7550, 9199])
def test_the_quality_found_is_the_highest_that_fits(limit: int) -> None:
    """Held against trying all of them."""
    asked = []

    def encode(quality: int) -> bytes:
        asked.append(quality)
        return bytes(quality * 100)

    best = max(quality for quality in range(COARSEST, FINEST + 1) if quality * 100 <= limit)
    assert len(finest(encode, limit)) == best * 100
    assert len(asked) <= 8


@BOTH
def test_exif_has_description_author_and_colour_space(encode: Encoder) -> None:
    """In UTF-8, which Pillow reads as Latin-1."""
    exif = opened(encode(noise(), NOTES, "jv")).getexif()
    assert exif[0x010E].encode("latin-1").decode() == NOTES["Description"]
    assert exif[0x013B] == "Kantor Uji"
    assert exif.get_ifd(0x8769)[0xA001] == 1


@BOTH
def test_xmp_has_alt_text_publisher_source_and_language(encode: Encoder) -> None:
    """The description in its language, also under the name that IPTC gives to alternative texts."""
    root = ElementTree.fromstring(opened(encode(noise(), NOTES, "jv")).info["xmp"])

    def texts(name: str) -> list[str]:
        prefix, _, tag = name.partition(":")
        [found] = root.iter(f"{{{NAMESPACES[prefix]}}}{tag}")
        return [text for text in found.itertext() if text]

    assert texts("dc:description") == texts("Iptc4xmpCore:AltTextAccessibility") == [NOTES["Description"]] * 2
    assert (texts("dc:publisher"), texts("dc:creator")) == (["Kantor Uji"], ["Kantor Uji"])
    assert (texts("dc:source"), texts("dc:language")) == (["KP2MI, 2025"], ["jv"])
    [item, own] = next(root.iter(f"{{{NAMESPACES['dc']}}}description")).iter(f"{{{NAMESPACES['rdf']}}}li")
    tags = [part.get("{http://www.w3.org/XML/1998/namespace}lang") for part in (item, own)]
    assert tags == ["x-default", "jv"]


@BOTH
def test_notes_that_are_empty_are_left_out(encode: Encoder) -> None:
    """No empty description."""
    picture = opened(encode(noise(), {"Description": "", "Author": "K"}))
    assert b"description" not in picture.info["xmp"] and b"source" not in picture.info["xmp"]
    assert 0x010E not in picture.getexif()


@BOTH
def test_the_profile_is_srgb(encode: Encoder) -> None:
    """Its colours are those that the colour engine knows as sRGB, within a step of rounding."""
    assert opened(encode(noise(), {})).info["icc_profile"] == SRGB
    profile = ImageCms.ImageCmsProfile(io.BytesIO(SRGB))
    assert ImageCms.getProfileDescription(profile).strip() == "sRGB"
    colors = Image.fromarray(np.random.default_rng(2).integers(0, 256, (64, 64, 3), np.uint8))
    known = ImageCms.profileToProfile(colors, profile, ImageCms.createProfile("sRGB"))
    assert known is not None
    assert np.abs(np.asarray(known).astype(int) - np.asarray(colors).astype(int)).max() <= 1


PROGRAM = """
import sys
from hashlib import sha256
from PIL import Image
from campaign.painting.jpeg import encode_jpeg
from campaign.painting.webp import encode_webp
picture = Image.radial_gradient("L").convert("RGB")
data = [encode(picture, {"Description": "a", "Author": "b"}, "id", 9000) for encode in (encode_jpeg, encode_webp)]
print(*(sha256(each).hexdigest() for each in data))
"""


def test_the_same_picture_is_the_same_file_in_another_process() -> None:
    """Other hash seed, other day: the same bytes, twice here and once elsewhere."""
    picture = Image.radial_gradient("L").convert("RGB")
    notes = {"Description": "a", "Author": "b"}
    here = [encode(picture, notes, "id", 9000) for encode in (encode_jpeg, encode_webp)]
    again = [encode(picture, notes, "id", 9000) for encode in (encode_jpeg, encode_webp)]
    elsewhere = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONHASHSEED": "7", "TZ": "Asia/Jayapura"},
    )
    assert here == again
    assert elsewhere.stdout.split() == [sha256(data).hexdigest() for data in here]


@BOTH
def test_only_opaque_pictures_are_written(encode: Encoder) -> None:
    """Transparency is not flattened in silence."""
    with pytest.raises(ValueError, match="RGBA"):
        encode(Image.new("RGBA", (2, 2)), {})
