"""Photographs in pictures: from the library's file to the pixels of a card."""

import io
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from media.test_image import LIBRARY, TITLE, filled, workshop
from numpy.typing import NDArray
from painting.camera import BLUE, GREEN, RED, WHITE, display_p3, file_of, png_header, quarters, turned
from PIL import Image

from campaign.layout import lay_out
from campaign.layout.commands import Canvas
from campaign.media.image import make, picture_of
from campaign.model.library import Library
from campaign.model.work import Made
from campaign.painting.fonts import bundled_fonts
from campaign.painting.paint import paint
from campaign.painting.photographs import Album

PATH = "assets/photos/street.jpg"
FILLING = "position: absolute; left: 0; top: 0; width: 600px; height: 600px"


def made(body: str, data: bytes, path: str = PATH) -> Made:
    shop = workshop()
    return make(filled(body), replace(shop, library=Library({**LIBRARY, path: data}), as_of=date(2026, 11, 22)))


def picture(body: str, data: bytes, path: str = PATH) -> Image.Image:
    result = made(body, data, path)
    assert result.problems == ()
    return Image.open(io.BytesIO(result.data))


def near(image: Image.Image, at: tuple[int, int], color: tuple[int, int, int]) -> bool:
    pixel = image.getpixel(at)
    assert isinstance(pixel, tuple)
    return all(abs(one - other) <= 6 for one, other in zip(pixel, color, strict=True))


@pytest.mark.parametrize("kind", ["jpg", "jpeg", "png", "webp", "JPG"])
def test_a_photograph_covers_its_box(kind: str) -> None:
    """Upright, cut at both sides, as a card's ground."""
    encoder = {"jpg": "JPEG", "jpeg": "JPEG", "JPG": "JPEG"}.get(kind, kind.upper())
    data = file_of(quarters(640, 320), encoder, exif=turned(6))
    card = picture(
        f'<img src="assets/photos/a.{kind}" alt="" style="{FILLING}; object-fit: cover">',
        data,
        f"assets/photos/a.{kind}",
    )
    for at, color in (((20, 20), BLUE), ((580, 20), RED), ((580, 580), GREEN), ((20, 580), WHITE)):
        assert near(card, at, color), at


def test_a_focal_point_stays_in_the_picture() -> None:
    """0 % from the left: what is lost lies on the right."""
    data = file_of(quarters(1200, 600))
    style = f"{FILLING}; object-fit: cover; object-position: 0% 30%"
    card = picture(f'<img src="{PATH}" alt="" style="{style}">', data)
    assert near(card, (590, 20), RED) and near(card, (590, 580), BLUE)


def test_words_on_a_photograph_are_held_against_its_pixels() -> None:
    """White words on its dark half are read, on its white quarter they are not."""
    ground = f'<img src="{PATH}" alt="" style="{FILLING}; object-fit: fill">'
    title = '<h1 style="position: absolute; left: 40px; top: 400px; color: #fff; font-size: 40px">Awas</h1>'
    data = file_of(quarters(600, 600))
    assert made(ground + title, data).problems == ()
    [problem] = made(ground + title.replace("left: 40px", "left: 340px"), data).problems
    assert problem.code == "CT001"


@pytest.mark.parametrize(
    ("data", "code"),
    [(png_header(8200, 5000), "PH002"), (file_of(quarters(640, 320))[:2000], "PH001"), (b"", "PH001")],
)
def test_a_photograph_that_cannot_be_drawn_is_a_problem_of_its_file(data: bytes, code: str) -> None:
    """Too large, cut off, empty: no picture is made."""
    result = made(f'<h1>{TITLE}</h1><img src="{PATH}" alt="" style="width: 80px; height: 80px">', data)
    [problem] = result.problems
    assert (problem.code, problem.file, result.data) == (code, PATH, b"")


def test_other_files_are_no_pictures() -> None:
    """What cannot be drawn is not decoded as text, either."""
    result = made('<img src="assets/photos/a.heic" alt="">', b"\0\0\0\x18ftypheic\xff", "assets/photos/a.heic")
    [problem] = result.problems
    assert (problem.code, problem.file) == ("IM006", "assets/photos/a.heic")
    assert ".jpg" in problem.hint


def test_a_photograph_that_is_not_there_is_the_templates_problem() -> None:
    """At the element that names it."""
    [problem] = made('<img src="assets/photos/nowhere.jpg" alt="">', b"").problems
    assert (problem.code, problem.file) == ("TP004", "templates/social/tactic.html")


def test_the_same_photograph_gives_the_same_bytes() -> None:
    """Decoded anew or remembered."""
    body = f'<img src="{PATH}" alt="" style="{FILLING}; object-fit: cover; border-radius: 40px">'
    data = file_of(quarters(644, 322))  # no other test has decoded this one
    assert made(body, data).data == made(body, data).data != b""


LAID = (
    ("a.jpg", "object-fit: cover; object-position: 20% 80%; border-radius: 30px"),
    ("turned.jpg", "object-fit: contain; object-position: right"),
    ("turned.jpg", "object-fit: none; object-position: -60px 12px"),
    ("wide.jpg", "object-fit: cover"),
    ("clear.png", "object-fit: cover; border: 6px solid #C8102E; padding: 8px; border-radius: 30px"),
    ("grey.webp", "object-fit: fill; border-radius: 50%"),
    ("a.jpg", "object-fit: cover; opacity: 0.5; transform: rotate(8deg)"),
    ("a.jpg", "object-fit: scale-down; object-position: left top"),
)


def test_photographs_look_as_in_a_browser(program, tmp_path) -> None:
    """Each way to lay them, in Chromium and here: the same pixels but for the filter that makes them small."""
    colors = np.random.default_rng(5).integers(0, 256, (12, 16, 3), np.uint8)
    image = Image.fromarray(colors).resize((800, 600), Image.Resampling.BICUBIC)
    clear = image.copy()
    clear.putalpha(Image.linear_gradient("L").resize(clear.size))
    files = {
        "a.jpg": file_of(image),
        "turned.jpg": file_of(image, exif=turned(6)),
        "wide.jpg": file_of(image, icc_profile=display_p3()),
        "clear.png": file_of(clear, "PNG"),
        "grey.webp": file_of(image.convert("L"), "WEBP"),
    }
    css = "body { margin: 0; background: #FFFBF2 } img { position: absolute; width: 160px; height: 160px }"
    places = (f"left: {20 + i % 4 * 200}px; top: {20 + i // 4 * 200}px" for i in range(len(LAID)))
    images = (f'<img src="{src}" style="{place}; {style}">' for (src, style), place in zip(LAID, places, strict=True))
    page = f"<!doctype html><html><head><style>{css}</style></head><body>{''.join(images)}</body></html>"
    theirs = pixels(screenshot(program("chromium"), page, files, tmp_path))
    drawing = lay_out(
        page,
        name="page.html",
        sheets=[],
        canvas=Canvas(800, 450),
        measure=bundled_fonts(),
        pictures=lambda path: picture_of(path, files[path]),
    )
    away = np.abs(theirs - pixels(paint(drawing, bundled_fonts(), Album(files))))
    for i, laid in enumerate(LAID):
        top, left = i // 4 * 200, i % 4 * 200
        cell = away[top : top + 200, left : left + 200]
        assert cell.mean() < 1.5 and np.percentile(cell, 99) < 16, laid


def screenshot(chromium: str, page: str, files: dict[str, bytes], folder: Path) -> Image.Image:
    """The page at 800 by 450 px, its colours told in sRGB."""
    for name, data in {**files, "page.html": page.encode()}.items():
        (folder / name).write_bytes(data)
    options = ("headless", "no-sandbox", "disable-gpu", "hide-scrollbars", "force-color-profile=srgb")
    own = (f"screenshot={folder / 'page.png'}", f"user-data-dir={folder / 'profile'}", "window-size=800,450")
    command = [chromium, *(f"--{option}" for option in (*options, *own)), (folder / "page.html").as_uri()]
    subprocess.run(command, capture_output=True, timeout=120, check=True)
    return Image.open(folder / "page.png").convert("RGB").crop((0, 0, 800, 450))


def pixels(image: Image.Image) -> NDArray[np.int_]:
    return np.asarray(image).astype(int)
