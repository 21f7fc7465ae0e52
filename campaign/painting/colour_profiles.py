"""Where systems keep a colour profile of a press. Only the standard library, as with folders of fonts.

It comes with Ghostscript's data, which every system has as a package; nothing is copied into this repository.
"""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

NAME = "default_cmyk.icc"
OWN = "assets/profiles/press.icc"  # in a campaign's folder: the profile that its print shop asks for


def press_profile() -> Path | None:
    """This machine's CMYK profile, or None."""
    return next((path for path in _places() if path.is_file()), None)


def _places() -> Iterator[Path]:
    yield Path("/usr/share/color/icc/ghostscript") / NAME  # Debian, Ubuntu
    for folder in _ghostscripts():
        yield folder / "iccprofiles" / NAME
        if folder.is_dir():
            yield from sorted(folder.glob(f"*/iccprofiles/{NAME}"), reverse=True)


def _ghostscripts() -> Iterator[Path]:
    if sys.platform == "win32":
        yield Path(os.environ.get("PROGRAMFILES", "C:/Program Files")) / "gs"
        return
    for root in ("/usr/share", "/usr/local/share", "/opt/homebrew/share"):
        yield Path(root) / "ghostscript"
