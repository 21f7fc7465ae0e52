"""PNG files."""

import io
import zlib

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from campaign.layout.commands import Box, Canvas, Color, Drawing, DrawText, FillBox, Font, LinearGradient, Stop
from campaign.painting.fonts import FontBook
from campaign.painting.gradients import gradient
from campaign.painting.paint import paint
from campaign.painting.png import encode_png


def opened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def chunks(data: bytes) -> list[str]:
    """The kinds of all chunks; fails where one's checksum is wrong."""
    kinds, at = [], 8
    while at < len(data):
        size = int.from_bytes(data[at : at + 4], "big")
        assert int.from_bytes(data[at + 8 + size : at + 12 + size], "big") == zlib.crc32(data[at + 4 : at + 8 + size])
        kinds.append(data[at + 4 : at + 8].decode())
        at += 12 + size
    return kinds


@given(st.integers(1, 40), st.integers(1, 200), st.integers(0, 2**32 - 1))
def test_pixels_come_back(width: int, height: int, seed: int) -> None:
    """Any picture decodes to the pixels that went in."""
    pixels = np.random.default_rng(seed).integers(0, 256, (height, width, 3), np.uint8)
    assert (np.asarray(opened(encode_png(Image.fromarray(pixels), {}))) == pixels).all()


def test_smooth_pictures_come_back() -> None:
    """A gradient takes the other row filter, and decodes as well."""
    stops = (Stop(0, Color(11, 31, 58)), Stop(1, Color(200, 16, 46)))
    picture = gradient(300, 400, LinearGradient(90, stops)).color
    data = encode_png(picture, {})
    assert opened(data).tobytes() == picture.tobytes()
    assert zlib.decompress(data[data.index(b"IDAT") + 4 : -16])[901] == 2


def test_a_file_says_what_it_shows() -> None:
    """Alternative text, publisher and language travel with the picture; what is empty is left out."""
    data = encode_png(
        Image.new("RGB", (2, 2)), {"Description": "Waspada – “gaji”", "Author": "Kantor", "Source": ""}, "jv"
    )
    text = opened(data).text  # type: ignore[attr-defined]
    assert text == {"Description": "Waspada – “gaji”", "Author": "Kantor"}
    assert text["Description"].lang == "jv"


def test_a_file_has_the_chunks_it_needs_and_no_clock() -> None:
    """Header, colour space, notes, pixels, end."""
    assert chunks(encode_png(Image.new("RGB", (2, 2)), {"Author": "K"})) == ["IHDR", "sRGB", "iTXt", "IDAT", "IEND"]


def test_the_same_picture_is_the_same_file() -> None:
    """No clock, no randomness."""
    picture = Image.linear_gradient("L").convert("RGB")
    assert encode_png(picture, {"Author": "K"}) == encode_png(picture, {"Author": "K"})


def test_a_card_is_no_larger_than_pillows(fonts: FontBook) -> None:
    """Fast, and not at the cost of slow networks: at most 1.3 times what Pillow makes of flat boxes and letters."""
    ink, font = Color(11, 31, 58), Font("Manrope", 500, 32)
    line = "Jangan kirim data, jangan bayar. Perusahaan resmi punya kantor dan surat izin. "
    texts = [DrawText(line[i:] + line[:i], 40, 200 + 50 * i, 900, font, ink) for i in range(12)]
    boxes = [FillBox(Box(0, 0, 1080, 900), Color(255, 251, 242)), FillBox(Box(40, 30, 700, 100), ink, (20,) * 4)]
    picture = paint(Drawing(Canvas(1080, 900), (*boxes, *texts), (), ()), fonts)
    theirs = io.BytesIO()
    picture.save(theirs, "PNG")
    assert len(encode_png(picture, {})) <= 1.3 * theirs.tell()


def test_only_opaque_pictures_are_written() -> None:
    """Transparency is not flattened in silence."""
    with pytest.raises(ValueError, match="RGBA"):
        encode_png(Image.new("RGBA", (2, 2)), {})


@pytest.mark.parametrize("height", [1, 15, 16, 17, 100])
@pytest.mark.parametrize("steep", [True, False])
def test_any_number_of_rows_comes_back(height: int, steep: bool) -> None:
    """Rows are compressed in bands: the last may be short, and differences reach from one into the next."""
    rows, columns = np.mgrid[0:height, 0:33]
    one = rows * 7 + columns if steep else columns // 8 * 30
    pixels = np.stack([one, one * 2, one + 5], axis=2).astype(np.uint8)
    assert (np.asarray(opened(encode_png(Image.fromarray(pixels), {}))) == pixels).all()
