"""A finished file separated by Ghostscript, as a print shop's machine would: how much ink lies where."""

import shutil
import subprocess
import tempfile
from pathlib import Path

import numpy as np
from PIL import Image

PROGRAMS = ("gs", "gswin64c")
INKS = ("Cyan", "Magenta", "Yellow", "Black")
DPI = 72  # ink that does not dry is a matter of areas, not of single dots
PATIENCE = 120  # seconds
OPTIONS = ("-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-dUseBleedBox", "-sDEVICE=tiffsep", f"-r{DPI}")


def most_ink(data: bytes) -> float | None:
    """The most of four inks that lie on each other anywhere within the bleed, 1 each.

    None where Ghostscript is not installed, or cannot read the file.
    """
    program = next((path for path in map(shutil.which, PROGRAMS) if path), None)
    if program is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "file.pdf"
        file.write_bytes(data)
        command = [program, *OPTIONS, "-sOutputFile=page%d.tif", file.name]
        try:
            done = subprocess.run(command, cwd=folder, capture_output=True, timeout=PATIENCE)
        except (OSError, subprocess.TimeoutExpired):
            return None
        pages = len([path for path in Path(folder).glob("page*.tif") if "(" not in path.name])
        if done.returncode or not pages:
            return None
        return max(_most(Path(folder), number) for number in range(1, pages + 1))


def _most(folder: Path, number: int) -> float:
    plates = [np.asarray(Image.open(folder / f"page{number}({ink}).tif"), dtype=np.float32) for ink in INKS]
    return float((len(plates) - np.sum(plates, axis=0) / 255).max())
