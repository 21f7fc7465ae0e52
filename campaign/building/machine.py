"""What this machine must have besides Python packages: how we notice that it is missing, and the command that mends it.

Only the standard library is needed, because this runs when other things do not: ``make`` asks it before the first
build, and ``campaign doctor`` prints it.
"""

import ctypes
import ctypes.util
import importlib.util
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Literal

from campaign.painting.colour_profiles import press_profile
from campaign.painting.folders import font_folders

System = Literal["debian", "fedora", "macos", "windows", "other"]

SYSTEM_NAMES: Mapping[System, str] = {
    "debian": "Debian or Ubuntu",
    "fedora": "Fedora",
    "macos": "macOS",
    "windows": "Windows",
}

# How each system installs packages. On Windows WeasyPrint looks for Pango where MSYS2 puts it.
INSTALL: Mapping[System, str] = {
    "debian": "sudo apt-get install -y --no-install-recommends",
    "fedora": "sudo dnf install -y",
    "macos": "brew install",
    "windows": r"C:\msys64\usr\bin\pacman -S --noconfirm",
}

# The commands that a program answers to, in the order in which we look.
PROGRAMS: Mapping[str, tuple[str, ...]] = {
    "chromium": ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chromium-headless-shell"),
    "qpdf": ("qpdf",),
    "ghostscript": ("gs", "gswin64c"),
    "espeak-ng": ("espeak-ng",),
}


@dataclass(frozen=True, slots=True)
class Need:
    """One thing that the machine must have.

    ``packages`` names it for each system's package manager, ``commands`` brings it where that is not enough, and
    ``otherwise`` says what to do where neither helps. Who only builds is never asked for ``tests_only`` things.
    """

    name: str
    why: str
    found: Callable[[], bool]
    packages: Mapping[System, tuple[str, ...]] = field(default_factory=dict)
    commands: Mapping[System, str] = field(default_factory=dict)
    otherwise: str = ""
    tests_only: bool = False


def opens(*names: str) -> bool:
    """Whether a shared library can be opened under one of its names."""
    for name in names:
        with suppress(OSError):
            ctypes.CDLL(name)
            return True
    return ctypes.util.find_library(names[0]) is not None


def program(name: str) -> str | None:
    """Where a program of ``PROGRAMS`` is, or None."""
    return next((path for path in map(shutil.which, PROGRAMS[name]) if path), None)


def writable(folder: Path) -> bool:
    """Whether a build could write into ``folder``, which need not be there yet."""
    nearest = next(place for place in (folder, *folder.absolute().parents) if place.exists())
    return nearest.is_dir() and os.access(nearest, os.W_OK | os.X_OK)


def _has_fonts() -> bool:
    spec = importlib.util.find_spec("font_manrope")
    places = spec.submodule_search_locations if spec else None
    return any(any(Path(place).glob("files/*.ttf")) for place in places or ())


def _has_noto() -> bool:
    """One font of each of the two packages: the others come along."""
    return all(
        any(True for folder in font_folders() for _ in folder.rglob(f"{name}-Regular.*"))
        for name in ("NotoSansArabic", "NotoSansThai", "NotoSansCJK")
    )


def _pango() -> bool:
    """The libraries that WeasyPrint opens before it does anything, each under its names on Linux, macOS and Windows."""
    if sys.platform == "win32":
        for folder in (r"C:\msys64\ucrt64\bin", r"C:\msys64\mingw64\bin"):
            with suppress(OSError):
                os.add_dll_directory(folder)
    return (
        opens("gobject-2.0", "libgobject-2.0.so.0", "libgobject-2.0.0.dylib", "libgobject-2.0-0.dll")
        and opens("pango-1.0", "libpango-1.0.so.0", "libpango-1.0.dylib", "libpango-1.0-0.dll")
        and opens("pangoft2-1.0", "libpangoft2-1.0.so.0", "libpangoft2-1.0.dylib", "libpangoft2-1.0-0.dll")
        and opens("harfbuzz", "libharfbuzz.so.0", "libharfbuzz.0.dylib", "libharfbuzz-0.dll")
        and opens("fontconfig", "libfontconfig.so.1", "libfontconfig.1.dylib", "libfontconfig-1.dll")
    )


def _harfbuzz_subset() -> bool:
    return opens("harfbuzz-subset", "libharfbuzz-subset.so.0", "libharfbuzz-subset.0.dylib", "libharfbuzz-subset-0.dll")


def _for_tests(name: str, why: str, packages: Mapping[System, tuple[str, ...]], commands: Mapping[System, str]) -> Need:
    return Need(
        name=name,
        why=why,
        found=lambda: program(name) is not None,
        packages={"debian": (name,), "fedora": (name,), **packages},
        commands=commands,
        otherwise=f"install {name}",
        tests_only=True,
    )


# Pillow's fribidi is not here: text is shaped by uharfbuzz, which brings all that it needs.
LIBRARIES: tuple[Need, ...] = (
    Need(
        name="Pango",
        why="leaflets and posters are set with it",
        found=_pango,
        packages={
            "debian": ("libpango-1.0-0", "libpangoft2-1.0-0"),
            "fedora": ("pango",),
            "macos": ("pango",),
            "windows": ("mingw-w64-ucrt-x86_64-pango",),
        },
        otherwise="install Pango 1.44 or newer",
    ),
    Need(
        name="HarfBuzz subset",
        why="it leaves out the letters that a leaflet does not use; without it the same leaflet has other bytes",
        found=_harfbuzz_subset,
        packages={
            "debian": ("libharfbuzz-subset0",),
            "fedora": ("harfbuzz",),
            "macos": ("harfbuzz",),
            "windows": ("mingw-w64-ucrt-x86_64-harfbuzz",),
        },
        otherwise="install HarfBuzz 4.1 or newer",
    ),
    Need(
        name="press profile",
        why="files for print shops are separated into four inks with the colour profile that Ghostscript brings",
        found=lambda: press_profile() is not None,
        packages={"debian": ("libgs-common",), "fedora": ("ghostscript",), "macos": ("ghostscript",)},
        commands={"windows": "winget install ArtifexSoftware.GhostScript"},
        otherwise="install Ghostscript",
    ),
)
PROGRAMS_OF_TESTS: tuple[Need, ...] = (
    _for_tests(
        "chromium",
        "a browser draws the same pictures, and they are compared",
        {},
        {"macos": "brew install --cask chromium", "windows": "winget install Hibbiki.Chromium"},
    ),
    _for_tests("qpdf", "it checks the PDF files", {"macos": ("qpdf",)}, {"windows": "winget install QPDF.QPDF"}),
    _for_tests(
        "ghostscript",
        "it prints the PDF files as a print shop would",
        {"macos": ("ghostscript",)},
        {"windows": "winget install ArtifexSoftware.GhostScript"},
    ),
    _for_tests(
        "espeak-ng",
        "it reads the radio scripts aloud",
        {"macos": ("espeak-ng",)},
        {"windows": "winget install eSpeak-NG.eSpeak-NG"},
    ),
)
FONTS_OF_TESTS: tuple[Need, ...] = (
    Need(
        name="Noto fonts",
        why="letters that Manrope lacks, from Arabic to Thai, are set in them",
        found=_has_noto,
        packages={
            "debian": ("fonts-noto-core", "fonts-noto-cjk"),
            "fedora": ("google-noto-sans-arabic-fonts", "google-noto-sans-thai-fonts", "google-noto-sans-cjk-fonts"),
        },
        commands={
            "macos": "brew install --cask font-noto-sans-arabic font-noto-sans-thai font-noto-sans-cjk",
            "windows": "start https://fonts.google.com/noto",
        },
        otherwise="install Noto Sans CJK and the Noto Sans fonts of Arabic and Thai",
        tests_only=True,
    ),
)


def needs(output: Path) -> tuple[Need, ...]:
    """Everything that building into ``output``, and testing, needs on this machine."""
    return (
        *LIBRARIES,
        Need("Manrope", "all type is set in it", _has_fonts, otherwise="python -m pip install font-manrope"),
        Need(
            "output folder",
            f"the build writes into {output}",
            partial(writable, output),
            otherwise=(f"choose a folder that you may write into: campaign build --output FOLDER (not {output})"),
        ),
        *PROGRAMS_OF_TESTS,
        *FONTS_OF_TESTS,
    )


def missing(wanted: Iterable[Need]) -> tuple[Need, ...]:
    """Those that are not there."""
    return tuple(need for need in wanted if not need.found())


def packages(wanted: Iterable[Need], system: System) -> tuple[str, ...]:
    """The names that the system's package manager knows them by, each once."""
    return tuple(dict.fromkeys(name for need in wanted for name in need.packages.get(system, ())))


def mending(wanted: Iterable[Need], system: System, as_root: bool = False) -> tuple[str, ...]:
    """What to type to bring what is wanted, or what to do where no command brings it.

    ``as_root`` leaves out sudo, which a container seldom has. On a system that we do not know, the commands of all
    those that we know, each with the system's name.
    """
    wanted = tuple(wanted)
    if system == "other":
        known = ((name, _commands(wanted, each)) for each, name in SYSTEM_NAMES.items())
        lines = [f"{name}: {command}" for name, commands in known for command in commands]
    else:
        lines = list(_commands(wanted, system))
    if as_root:
        lines = [line.removeprefix("sudo ") for line in lines]
    helped = [need for need in wanted if system in need.packages or system in need.commands]
    return (*lines, *(need.otherwise for need in wanted if need not in helped))


def _commands(wanted: tuple[Need, ...], system: System) -> tuple[str, ...]:
    names = packages(wanted, system)
    together = (f"{INSTALL[system]} {' '.join(names)}",) if names else ()
    if names and system == "windows":
        together = ("winget install MSYS2.MSYS2", *together)
    return (*together, *(need.commands[system] for need in wanted if system in need.commands))


def is_root() -> bool:
    """Whether this process may install packages without sudo."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def this_system(platform: str = sys.platform, os_release: Path = Path("/etc/os-release")) -> System:
    """Which package manager this machine has, as ``platform`` and the distribution's own file tell it."""
    if platform == "darwin":
        return "macos"
    if platform in ("win32", "cygwin"):
        return "windows"
    text = os_release.read_text(encoding="utf-8") if os_release.is_file() else ""
    pairs = (line.partition("=") for line in text.splitlines())
    values = {key: value.strip("\"'") for key, _, value in pairs}
    families = {values.get("ID", ""), *values.get("ID_LIKE", "").split()}
    if families & {"debian", "ubuntu"}:
        return "debian"
    return "fedora" if families & {"fedora", "rhel"} else "other"
