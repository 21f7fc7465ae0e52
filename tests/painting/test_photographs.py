"""Photographs: what comes out of the files that cameras, phones and print shops make."""

from collections.abc import Callable

import numpy as np
import pytest
from painting.camera import BLUE, GREEN, RED, WHITE, display_p3, file_of, png_header, press, quarters, turned
from PIL import Image

from campaign.layout.commands import Box, DrawImage, Photo, Pop, PushClip
from campaign.painting.fonts import FontBook
from campaign.painting.gradients import Picture
from campaign.painting.paint import paint
from campaign.painting.photographs import Album, photo_of
from campaign.problems import CampaignError, Problem

PATH = "assets/photos/street.jpg"


def album(data: bytes) -> Album:
    return Album({PATH: data})


def shown(data: bytes, width: int = 64, height: int = 32) -> Picture:
    """The whole photograph at a size."""
    photo = photo_of(PATH, data)
    return album(data).picture(PATH, width, height, Box(0, 0, photo.width, photo.height))


def near(image: Image.Image, at: tuple[int, int], color: tuple[int, ...], by: int = 6) -> bool:
    pixel = image.getpixel(at)
    assert isinstance(pixel, tuple)
    return all(abs(one - other) <= by for one, other in zip(pixel, color, strict=True))


def corners(image: Image.Image) -> list[str]:
    """The colours of the corners, clockwise from the top left."""
    right, bottom = image.width - 4, image.height - 4
    names = {"red": RED, "green": GREEN, "blue": BLUE, "white": WHITE}
    places = ((3, 3), (right, 3), (right, bottom), (3, bottom))
    return [next(name for name, color in names.items() if near(image, at, color)) for at in places]


@pytest.fixture
def refused() -> Callable[[bytes], Problem]:
    """The problem of a photograph that is looked at and then decoded."""

    def problem_of(data: bytes) -> Problem:
        with pytest.raises(CampaignError) as caught:
            shown(data)
        [problem] = caught.value.problems
        assert problem.file == PATH
        return problem

    return problem_of


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_photograph_keeps_its_colours(kind: str) -> None:
    """Each kind of file, corner by corner."""
    assert corners(shown(file_of(quarters(), kind)).color) == ["red", "green", "white", "blue"]


UPRIGHT = {  # by Exif's number: the first row and the first column that are stored belong to the …
    1: ["red", "green", "white", "blue"],  # top, left
    2: ["green", "red", "blue", "white"],  # top, right
    3: ["white", "blue", "red", "green"],  # bottom, right
    4: ["blue", "white", "green", "red"],  # bottom, left
    5: ["red", "blue", "white", "green"],  # left, top
    6: ["blue", "red", "green", "white"],  # right, top
    7: ["white", "green", "red", "blue"],  # right, bottom
    8: ["green", "white", "blue", "red"],  # left, bottom
}


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("orientation", UPRIGHT)
def test_a_photograph_stands_upright(orientation: int, kind: str) -> None:
    """However the camera was held; its size is that of the upright picture."""
    data = file_of(quarters(), kind, exif=turned(orientation))
    size = (64, 32) if orientation < 5 else (32, 64)
    assert photo_of(PATH, data) == Photo(PATH, *size)
    assert corners(shown(data, *size).color) == UPRIGHT[orientation]


def test_a_part_is_cut_from_the_upright_photograph() -> None:
    """The crop counts in px of what is seen, not of what is stored."""
    data = file_of(quarters(), exif=turned(6))
    lower_right = album(data).picture(PATH, 10, 10, Box(20, 40, 10, 10))
    assert near(lower_right.color, (5, 5), GREEN)


def test_wide_colours_become_srgb() -> None:
    """A phone's red is a brighter one in sRGB: held against the arithmetic of both colour spaces."""
    to_xyz_p3 = np.array([[0.51512, 0.29198, 0.15710], [0.24120, 0.69225, 0.06657], [-0.00105, 0.04189, 0.78407]])
    to_xyz = np.array([[0.43607, 0.38515, 0.14307], [0.22249, 0.71687, 0.06061], [0.01392, 0.09708, 0.71410]])
    light = ((np.array([180, 60, 50]) / 255 + 0.055) / 1.055) ** 2.4
    wanted = 255 * (1.055 * (np.linalg.solve(to_xyz, to_xyz_p3 @ light)) ** (1 / 2.4) - 0.055)
    data = file_of(Image.new("RGB", (8, 8), (180, 60, 50)), "PNG", icc_profile=display_p3())
    assert near(shown(data, 8, 8).color, (4, 4), tuple(wanted.round()), by=1)
    assert wanted[0] > 190


def test_inks_become_srgb() -> None:
    """Four inks through their press's profile: paper is white, black ink black, magenta over yellow red."""
    inks = Image.new("CMYK", (96, 32))
    inks.paste((0, 0, 0, 255), (32, 0, 64, 32))
    inks.paste((0, 255, 255, 0), (64, 0, 96, 32))
    color = shown(file_of(inks, icc_profile=press()), 96, 32).color
    assert near(color, (16, 16), (255, 255, 255), by=2) and near(color, (48, 16), (0, 0, 0), by=2)
    red, green, blue = np.asarray(color)[16, 80].astype(int)
    assert red > 180 and green < 60 and blue < 60


def test_inks_of_an_unknown_press_are_refused(refused) -> None:
    """Their colours would be guessed."""
    problem = refused(file_of(Image.new("CMYK", (8, 8))))
    assert problem.code == "PH004" and "CMYK" in problem.message and "sRGB" in problem.hint


def test_a_profile_that_does_not_fit_is_refused(refused) -> None:
    """Broken, or made for other colours."""
    assert refused(file_of(quarters(), icc_profile=b"no profile")).code == "PH004"
    assert refused(file_of(quarters(), icc_profile=press())).code == "PH004"


def test_grey_with_a_profile_of_colours_is_grey() -> None:
    """Many programs leave the profile in when they take the colour out."""
    color = shown(file_of(Image.new("L", (8, 8), 100), icc_profile=display_p3()), 8, 8).color
    assert near(color, (4, 4), (100, 100, 100), by=1)


def test_sixteen_bits_become_eight() -> None:
    """Grey of 65,536 steps is not cut at 255."""
    deep = Image.fromarray(np.full((8, 8), 0x8080, np.uint16))
    assert shown(file_of(deep, "PNG"), 8, 8).color.getpixel((4, 4)) == (0x80, 0x80, 0x80)


@pytest.mark.parametrize("mode", ["L", "P", "1"])
def test_grey_and_palettes_are_colours(mode: str) -> None:
    """Whatever a file stores, three channels come out."""
    image = quarters().convert(mode)
    wanted = np.asarray(image.convert("RGB"))
    assert (np.asarray(shown(file_of(image, "PNG")).color) == wanted).all()


@pytest.mark.parametrize(("mode", "kind"), [("RGBA", "PNG"), ("RGBA", "WEBP"), ("LA", "PNG"), ("PA", "PNG")])
def test_what_is_transparent_stays_so(mode: str, kind: str) -> None:
    """The left half is not there, the right half is."""
    image = Image.new("RGBA", (64, 32), (90, 90, 90, 255))
    image.paste((90, 90, 90, 0), (0, 0, 32, 32))
    data = file_of(image if mode == "RGBA" else image.convert("LA") if mode == "LA" else image.quantize(8), kind)
    picture = shown(data)
    assert picture.alpha is not None
    assert (picture.alpha.getpixel((8, 8)), picture.alpha.getpixel((50, 8))) == (0, 255)
    assert near(picture.color, (50, 8), (90, 90, 90), by=1)


def test_an_edge_to_nothing_has_no_rim() -> None:
    """What hides under full transparency does not bleed into the edge when the picture is made smaller."""
    image = Image.new("RGBA", (64, 64), (255, 255, 255, 255))
    image.paste((0, 0, 0, 0), (0, 0, 33, 64))
    picture = shown(file_of(image, "PNG"), 16, 16)
    assert picture.alpha is not None
    seen = np.asarray(picture.color)[np.asarray(picture.alpha) > 8]
    assert seen.min() >= 250


def test_an_opaque_photograph_has_no_coverage() -> None:
    """A fourth channel that says nothing costs nothing."""
    assert shown(file_of(quarters().convert("RGBA"), "PNG")).alpha is None


def test_a_large_photograph_is_decoded_small_and_looks_the_same() -> None:
    """Within a step or two of the whole photograph, cut and filtered."""
    waves = np.indices((900, 1201)).sum(axis=0)
    pixels = np.stack([waves % 256, (waves // 3) % 256, (waves // 7) % 256], axis=2).astype(np.uint8)
    image = Image.fromarray(pixels).resize((1201, 900), Image.Resampling.BICUBIC, (0, 0, 300, 225))
    part = (101, 50, 1101, 850)
    picture = album(file_of(image)).picture(PATH, 125, 100, Box(101, 50, 1000, 800))
    wanted = image.resize((125, 100), Image.Resampling.LANCZOS, part)
    away = np.abs(np.asarray(picture.color).astype(int) - np.asarray(wanted).astype(int))
    assert away.mean() < 1.5


def test_more_than_forty_million_pixels_are_refused_by_the_header(refused) -> None:
    """The problem names file and size; there are no pixels to decode in this one."""
    problem = refused(png_header(8200, 5000))
    assert problem.code == "PH002"
    assert "8,200 × 5,000" in problem.message and "40 million" in problem.message


def test_forty_million_pixels_are_allowed() -> None:
    """The limit itself."""
    assert photo_of(PATH, png_header(8000, 5000)) == Photo(PATH, 8000, 5000)


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("side", [10_000, 20_000])
def test_far_too_large_is_refused_alike(refused, side: int) -> None:
    """Where Pillow warns, and where it gives up."""
    problem = refused(png_header(side, side))
    assert problem.code == "PH002" and "more than 40 million px" in problem.message


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_file_that_was_cut_off_is_refused(refused, kind: str) -> None:
    """A download that broke off shows no grey half: no picture is made of it."""
    pixels = np.random.default_rng(3).integers(0, 256, (64, 64, 3), np.uint8)
    data = file_of(Image.fromarray(pixels), kind)
    assert refused(data[: len(data) // 2]).code == "PH001"


@pytest.mark.parametrize("data", [b"", b"GIF89a\1\0\1\0", b"<svg/>", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n"])
def test_what_is_no_photograph_is_refused(refused, data: bytes) -> None:
    """Other kinds of files under a photograph's name, and beginnings of files."""
    assert refused(data).code == "PH001"


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_moving_pictures_are_refused(refused, kind: str) -> None:
    """Which frame is meant is not guessed."""
    frames = [Image.new("RGB", (8, 8), color) for color in (RED, BLUE)]
    assert refused(file_of(frames[0], kind, save_all=True, append_images=frames[1:])).code == "PH003"


def test_an_unknown_name_is_a_key_error() -> None:
    """As in any mapping."""
    with pytest.raises(KeyError):
        album(b"").picture("assets/photos/other.jpg", 8, 8, Box(0, 0, 8, 8))


def test_a_size_is_decoded_once() -> None:
    """The same bytes at the same size are the same picture, also in another album; other bytes are not."""
    one, other = file_of(quarters()), file_of(quarters().transpose(Image.Transpose.ROTATE_180))
    assert shown(one).color is shown(bytes(bytearray(one))).color
    assert shown(one).color is not shown(one, 32, 16).color
    assert corners(shown(other).color) == ["white", "blue", "red", "green"]


def test_a_photograph_is_painted_into_its_box(fonts: FontBook, drawn) -> None:
    """The lower half of it, stretched over the box, and cut round where a clip is."""
    commands = (
        PushClip(Box(10, 10, 40, 40), (20, 20, 20, 20)),
        DrawImage(PATH, Box(10, 10, 40, 40), Box(0, 16, 64, 16)),
        Pop(),
    )
    picture = paint(drawn(*commands, size=(60, 60)), fonts, album(file_of(quarters())))
    assert near(picture, (20, 30), BLUE) and near(picture, (12, 12), WHITE)
    assert near(picture, (40, 30), WHITE) and near(picture, (5, 30), WHITE)


def test_a_cut_file_is_refused_after_weasyprint_was_imported(refused) -> None:
    """WeasyPrint tells Pillow to load what is there of a file; a photograph on a card is whole or an error."""
    from PIL import ImageFile

    before = ImageFile.LOAD_TRUNCATED_IMAGES
    ImageFile.LOAD_TRUNCATED_IMAGES = True
    try:
        test_a_file_that_was_cut_off_is_refused(refused, "JPEG")
        assert ImageFile.LOAD_TRUNCATED_IMAGES
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before
