"""Screen colours as a press prints them: how much of each of four inks.

Greys are black ink alone, so that small type needs no four plates on top of each other; everything else goes through
the press's colour profile. In no place lies more ink than dries.
"""

from functools import lru_cache
from io import BytesIO
from zlib import compress

import numpy as np
from PIL import Image, ImageCms

from campaign.model.library import Library
from campaign.painting.colour_profiles import OWN, press_profile
from campaign.painting.srgb import SRGB
from campaign.problems import CampaignError, MachineError, Problem

MOST_INK = 3.0  # of four inks at once, 1 each: what coated paper dries
LEAST_INK = 0.02  # of a flat colour: less is a dot here and there that no press holds
PACKAGE = "apt-get install --no-install-recommends libgs-common"
Ink = tuple[float, float, float, float]  # cyan, magenta, yellow, black: 0 to 1


class Inks:
    """Separates colours for one press. ``profile`` is its ICC profile, of class prtr and CMYK."""

    def __init__(self, profile: bytes) -> None:
        opened = ImageCms.getOpenProfile(BytesIO(profile))
        self.profile = profile
        self.packed = compress(profile, 9)  # as it lies in every file
        self.name = str(opened.profile.profile_description or "CMYK")
        self._transform = ImageCms.buildTransform(
            ImageCms.ImageCmsProfile(BytesIO(SRGB)),
            opened,
            "RGB",
            "CMYK",
            ImageCms.Intent.RELATIVE_COLORIMETRIC,
            ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
        self._known: dict[tuple[float, float, float], Ink] = {}

    def of(self, red: float, green: float, blue: float) -> Ink:
        """The inks of a colour, each 0 to 1."""
        color = (red, green, blue)
        if color not in self._known:
            self._known[color] = self._separated(*color)
        return self._known[color]

    def _separated(self, red: float, green: float, blue: float) -> Ink:
        if max(red, green, blue) - min(red, green, blue) < 0.002:
            return (0.0, 0.0, 0.0, 1 - green)
        pixel = Image.new("RGB", (1, 1), tuple(round(255 * part) for part in (red, green, blue)))
        parts = (float(part) / 255 for part in np.asarray(self.picture(pixel))[0, 0])
        cyan, magenta, yellow, black = (part if part >= LEAST_INK else 0.0 for part in parts)
        return (cyan, magenta, yellow, black)

    def picture(self, image: Image.Image) -> Image.Image:
        """An RGB picture as CMYK."""
        separated = ImageCms.applyTransform(image, self._transform)
        if separated is None:
            raise ValueError("the picture was not converted")
        return _dried(separated)


def _dried(image: Image.Image) -> Image.Image:
    """The same picture with less colour under its black wherever the inks would be more than MOST_INK."""
    inks = np.asarray(image).astype(np.float32)
    black = inks[..., 3]
    colored = inks[..., :3].sum(axis=-1)
    room = np.floor(MOST_INK * 255) - 3 - black  # rounding adds at most half a step to each ink
    if (colored <= room).all():
        return image
    inks[..., :3] *= np.minimum(1, room / np.maximum(colored, 1))[..., None]
    return Image.fromarray(np.rint(inks).astype(np.uint8), "CMYK")


def inks_of(library: Library) -> Inks:
    """Those of the print shop's profile that lies in the campaign's folder, else of this machine's.

    Raises CampaignError when the campaign's is none of a press, MachineError when there is none at all.
    """
    if OWN in library:
        return _own(library.files[OWN])
    path = press_profile()
    if path is None:
        text = "there is no colour profile of a press on this machine, which files for print shops are separated with"
        hint = f"sudo {PACKAGE}, or put the print shop's own into {OWN}; campaign doctor names the command of others"
        raise MachineError(Problem("this machine", None, MachineError.code, text, hint))
    return _inks(path.read_bytes())


def _own(data: bytes) -> Inks:
    if data[12:20] != b"prtrCMYK" or data[36:40] != b"acsp":
        hint = "ask the print shop for its ICC profile for CMYK, of the paper that it prints on"
        raise CampaignError(Problem(OWN, None, "PF001", "this is no colour profile of a press with four inks", hint))
    try:
        return _inks(data)
    except (ImageCms.PyCMSError, OSError) as error:
        raise CampaignError(Problem(OWN, None, "PF001", f"this colour profile cannot be used: {error}")) from None


@lru_cache(maxsize=2)
def _inks(profile: bytes) -> Inks:
    return Inks(profile)
