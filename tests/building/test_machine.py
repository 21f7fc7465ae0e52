"""What the machine must have: noticed when missing, and named with the command that brings it."""

import subprocess
import sys
from pathlib import Path

import pytest

from campaign.building import machine
from campaign.building.machine import Need

NEEDS = (*machine.LIBRARIES, *machine.PROGRAMS_OF_TESTS, *machine.FONTS_OF_TESTS)
PANGO = Need(
    name="Pango",
    why="leaflets",
    found=lambda: False,
    packages={"debian": ("libpango-1.0-0", "libpangoft2-1.0-0"), "fedora": ("pango",), "windows": ("mingw-pango",)},
    otherwise="install Pango",
)
BROWSER = Need(
    name="chromium",
    why="pictures",
    found=lambda: False,
    packages={"debian": ("chromium",), "fedora": ("chromium",)},
    commands={"macos": "brew install --cask chromium"},
    otherwise="install a browser",
    tests_only=True,
)


def test_one_command_brings_all_packages() -> None:
    """What a package manager brings is asked of it in one command."""
    assert machine.mending([PANGO, BROWSER], "debian") == (
        "sudo apt-get install -y --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0 chromium",
    )


def test_root_is_not_told_to_use_sudo() -> None:
    """A container's root seldom has sudo, and never needs it."""
    assert machine.mending([PANGO], "fedora", as_root=True) == ("dnf install -y pango",)


def test_windows_gets_its_package_manager_first() -> None:
    """Windows has no pacman until MSYS2 is there, so the command for MSYS2 comes first."""
    first, second = machine.mending([PANGO], "windows")
    assert first == "winget install MSYS2.MSYS2"
    assert second.endswith("pacman -S --noconfirm mingw-pango")


def test_what_no_command_brings_is_said_in_words() -> None:
    """A need without a package on this system still says what to do."""
    assert machine.mending([PANGO, BROWSER], "macos") == ("brew install --cask chromium", "install Pango")


def test_an_unknown_system_gets_every_command_by_name() -> None:
    """Where we know no package manager, the reader sees all commands that we know and what to look for."""
    assert machine.mending([BROWSER], "other") == (
        "Debian or Ubuntu: sudo apt-get install -y --no-install-recommends chromium",
        "Fedora: sudo dnf install -y chromium",
        "macOS: brew install --cask chromium",
        "install a browser",
    )


@pytest.mark.parametrize("system", machine.SYSTEM_NAMES)
@pytest.mark.parametrize("need", NEEDS, ids=lambda need: need.name)
def test_every_need_has_a_command_on_every_system(need: Need, system: machine.System) -> None:
    """Nobody is left with the name of a library and no command."""
    assert machine.mending([need], system) != (need.otherwise,)


@pytest.mark.parametrize(
    ("os_release", "system"),
    [
        ("ID=debian\nVERSION_ID=13\n", "debian"),
        ('ID=linuxmint\nID_LIKE="ubuntu debian"\n', "debian"),
        ("ID=fedora\n", "fedora"),
        ('ID="rocky"\nID_LIKE="rhel centos fedora"\n', "fedora"),
        ("ID=arch\n", "other"),
    ],
)
def test_the_distribution_tells_its_package_manager(tmp_path: Path, os_release: str, system: str) -> None:
    """Derived distributions are served by their family's commands."""
    file = tmp_path / "os-release"
    file.write_text(os_release)
    assert machine.this_system("linux", file) == system


def test_other_platforms_are_known_without_a_file(tmp_path: Path) -> None:
    """macOS and Windows have no os-release; a Linux without one is unknown."""
    nowhere = tmp_path / "os-release"
    assert [machine.this_system(platform, nowhere) for platform in ("darwin", "win32", "linux")] == [
        "macos",
        "windows",
        "other",
    ]


def test_a_library_is_looked_for_by_opening_it() -> None:
    """The C library can be opened; a made-up one cannot."""
    assert machine.opens("c", "libc.so.6")
    assert not machine.opens("no-such-library-of-ours", "libno-such-library-of-ours.so.0")


def test_pango_is_found_exactly_where_weasyprint_can_be_imported() -> None:
    """Our look at the libraries agrees with WeasyPrint's own."""
    imported = subprocess.run([sys.executable, "-c", "import weasyprint"], capture_output=True, check=False)
    pango = next(need for need in machine.LIBRARIES if need.name == "Pango")
    assert pango.found() is (imported.returncode == 0)


def test_a_folder_that_is_not_there_yet_counts_as_its_parent(tmp_path: Path) -> None:
    """A build makes its output folder, so only the nearest existing one must be writable."""
    assert machine.writable(tmp_path / "output" / "nightly")


def test_a_file_is_no_output_folder(tmp_path: Path) -> None:
    """A file of that name is noticed before the build trips over it."""
    (tmp_path / "output").write_text("")
    assert not machine.writable(tmp_path / "output" / "nightly")


def test_only_what_is_missing_is_named() -> None:
    """A thing that is there is not asked for again."""
    there = Need("there", "", lambda: True)
    assert machine.missing([there, PANGO]) == (PANGO,)


def test_asking_the_machine_imports_nothing_heavy() -> None:
    """make asks at every run, so no library of ours is imported for it."""
    code = "import sys; from campaign.building import machine; print(*sys.modules, sep='\\n')"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert {"weasyprint", "PIL", "numpy", "pydantic", "typer", "jinja2"}.isdisjoint(loaded)
