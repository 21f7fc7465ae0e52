"""Photographs: judged by their header, then decoded, turned upright and brought to sRGB, at the size needed."""

import io
import struct
import warnings
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from math import ceil

import numpy as np
from PIL import Image, ImageCms, ImageFile, UnidentifiedImageError

from campaign.layout.commands import Box, Photo
from campaign.painting.gradients import Picture
from campaign.painting.memory import remembered
from campaign.painting.srgb import SRGB
from campaign.problems import CampaignError, Problem

KINDS = (".jpg", ".jpeg", ".png", ".webp")
DECODERS = ("JPEG", "PNG", "WEBP")
LARGEST = 40_000_000  # px: phones take 12 to 50 million, and decoded each costs 3 bytes and more
MEMORY = 48 * 2**20
DETAIL = 2.0  # what a JPEG is decoded to, of the size needed: the last step is a fine filter
ORIENTATION = 0x0112
# Exif's orientation → what turns the stored pixels upright.
UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
BROKEN = (OSError, SyntaxError, ValueError, EOFError, IndexError, TypeError, struct.error, zlib.error)  # Pillow's words
LIMIT = f"{LARGEST // 1_000_000} million px"
SMALLER = "save it smaller: 3,000 px on its longer side is enough for every format"
SAVE_AGAIN = "open it in a photo program and save it again as JPEG, in sRGB"


@dataclass(frozen=True)
class _File:
    """A file's bytes, known by their hash: what was decoded is remembered for that, not for a name."""

    path: str
    data: bytes = field(compare=False, repr=False)
    digest: str

    @classmethod
    def of(cls, path: str, data: bytes) -> "_File":
        return cls(path, data, sha256(data).hexdigest())

    def problem(self, code: str, message: str, hint: str = SAVE_AGAIN) -> CampaignError:
        return CampaignError(Problem(self.path, None, code, message, hint))


class Album:
    """The photographs that a picture may show, by their path in the library."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self._files = files
        self._known: dict[str, _File] = {}

    def picture(self, path: str, width: int, height: int, shown: Box) -> Picture:
        """The part ``shown``, in px of the upright photograph, at that size.

        Raises KeyError where there is none, and CampaignError as ``photo_of`` does, or for a file that is not whole.
        """
        if path not in self._known:
            self._known[path] = _File.of(path, self._files[path])
        return _picture(self._known[path], width, height, (shown.x, shown.y, shown.right, shown.bottom))


EMPTY = Album({})


def photo_of(path: str, data: bytes) -> Photo:
    """A photograph's upright size, px, from its header alone.

    Raises CampaignError for a file that is no photograph (PH001), too large (PH002), moving (PH003) or of colours that
    nobody can tell (PH004).
    """
    image, orientation = _opened(_File.of(path, data))
    return Photo(path, *_upright(image.size, orientation))


def _opened(file: _File) -> tuple[Image.Image, int]:
    """The photograph with its header read and checked, and Exif's orientation."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # our own limit is lower
            image = Image.open(io.BytesIO(file.data), formats=DECODERS)
        orientation = _orientation(image)
    except Image.DecompressionBombError:
        raise file.problem("PH002", f"this photograph has far more than {LIMIT}", SMALLER) from None
    except UnidentifiedImageError:
        raise file.problem("PH001", "this is no JPEG, PNG or WebP, or its beginning is lost") from None
    except BROKEN as error:
        raise file.problem("PH001", f"this photograph cannot be read: {error}") from None
    _check(image, file)
    return image, orientation


def _check(image: Image.Image, file: _File) -> None:
    width, height = image.size
    if width * height > LARGEST:
        raise file.problem("PH002", f"this photograph has more than {LIMIT}: {width:,} × {height:,}", SMALLER)
    if getattr(image, "is_animated", False) and image.format != "MPO":  # that is a JPEG with a second picture behind it
        raise file.problem("PH003", "this picture moves", "save one of its frames as JPEG")
    if image.mode == "CMYK" and not image.info.get("icc_profile"):
        raise file.problem("PH004", "this photograph is made for a printing press (CMYK) and does not say for which")


def _orientation(image: Image.Image) -> int:
    """1 to 8. What a PNG says behind its pixels does not count: the header has to do."""
    exif = Image.Exif()
    exif.load(image.info.get("exif", b""))
    orientation = exif.get(ORIENTATION, 1)
    return orientation if orientation in UPRIGHT else 1


def _upright(size: tuple[int, int], orientation: int) -> tuple[int, int]:
    """From 5 on the camera was held upright, and the pixels lie on their side."""
    width, height = size
    return (height, width) if orientation >= 5 else (width, height)


@contextmanager
def _whole() -> Iterator[None]:
    """Refuse pictures that were cut off: WeasyPrint, once imported, tells Pillow to fill them with grey."""
    before = ImageFile.LOAD_TRUNCATED_IMAGES
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


@remembered(MEMORY, Picture.weight)
def _picture(file: _File, width: int, height: int, shown: tuple[float, float, float, float]) -> Picture:
    image, orientation = _opened(file)
    profile = image.info.get("icc_profile")
    full = _upright(image.size, orientation)
    left, top, right, bottom = shown
    _draft(image, DETAIL * max(width / (right - left), height / (bottom - top)))
    try:
        with _whole():
            image.load()
    except BROKEN as error:
        raise file.problem("PH001", f"this photograph is not whole: {error}") from None
    plain = _plain(image)
    if orientation in UPRIGHT:
        plain = plain.transpose(UPRIGHT[orientation])
    across, down = plain.width / full[0], plain.height / full[1]
    part = (
        max(0.0, left * across),
        max(0.0, top * down),
        min(right * across, plain.width),
        min(bottom * down, plain.height),
    )
    sized = plain.resize((width, height), Image.Resampling.LANCZOS, part, reducing_gap=DETAIL)
    return _in_srgb(sized, profile, file)


def _draft(image: Image.Image, scale: float) -> None:
    """Lets a JPEG be decoded at a half, a quarter or an eighth where that is still at least ``scale`` of its size."""
    if scale < 1:
        image.draft(None, (ceil(image.width * scale), ceil(image.height * scale)))


def _plain(image: Image.Image) -> Image.Image:
    """The pixels in one of the modes that can be filtered, 8 bits a channel: L, LA, RGB, RGBA, CMYK."""
    if image.mode.startswith("I"):  # 16 bits of grey, which Pillow would cut at 255
        deep = np.asarray(image).astype(np.uint32)
        grey = Image.fromarray(((deep + 128) // 257).astype(np.uint8))
        if "transparency" in image.info:
            grey.putalpha(Image.fromarray((deep != image.info["transparency"]).astype(np.uint8) * 255))
        return grey
    if image.has_transparency_data:
        return image.convert("LA" if image.mode == "LA" else "RGBA")
    if image.mode in ("L", "RGB", "CMYK"):
        return image
    return image.convert("L" if image.mode == "1" else "RGB")


def _in_srgb(image: Image.Image, profile: bytes | None, file: _File) -> Picture:
    alpha = image.getchannel("A") if image.mode in ("LA", "RGBA") else None
    color = image.convert(image.mode.removesuffix("A")) if alpha else image
    if profile:
        try:
            color = _converted(color, profile)
        except (ImageCms.PyCMSError, OSError) as error:
            raise file.problem("PH004", f"this photograph's colour profile cannot be used: {error}") from None
    return Picture(color.convert("RGB"), alpha if alpha and alpha.getextrema() != (255, 255) else None)


def _converted(image: Image.Image, profile: bytes) -> Image.Image:
    """From the profile's colours to sRGB, as photo programs do it: white stays white, and black black."""
    source, target = (ImageCms.ImageCmsProfile(io.BytesIO(data)) for data in (profile, SRGB))
    if image.mode == "L" and source.profile.xcolor_space.strip() == "RGB":
        image = image.convert("RGB")  # a grey photograph that kept the profile it had in colour
    intent, flags = ImageCms.Intent.RELATIVE_COLORIMETRIC, ImageCms.Flags.BLACKPOINTCOMPENSATION
    converted = ImageCms.profileToProfile(image, source, target, intent, "RGB", flags=flags)
    assert converted is not None  # it is only None when it works in place
    return converted
