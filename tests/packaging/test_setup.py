"""``.ci/setup`` on machines that lack something. The machine is made of the commands that PATH holds, nothing else."""

import shutil
import subprocess
from pathlib import Path

import pytest

SETUP = Path(__file__).parents[2] / ".ci" / "setup"
TOOLS = ("sh", "cat", "cksum", "cut", "dirname", "env", "rm")


class Machine:
    """A checkout, and a PATH with the few commands that every system has."""

    def __init__(self, folder: Path) -> None:
        self.checkout = folder / "checkout"
        self.commands = folder / "commands"
        self.commands.mkdir()
        (self.checkout / ".ci").mkdir(parents=True)
        shutil.copy(SETUP, self.checkout / ".ci" / "setup")
        for name in ("pyproject.toml", "constraints.txt"):
            (self.checkout / name).write_text("")
        for tool in TOOLS:
            (self.commands / tool).symlink_to(str(shutil.which(tool)))

    def has(self, command: str, script: str) -> None:
        """Put a command on PATH that notes how it was called, then does what the shell script says."""
        file = self.commands / command
        file.write_text(f'#!{self.commands}/sh\necho "{command} $*" >>"{self.calls_file}"\n{script}\n')
        file.chmod(0o755)

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [str(self.commands / "sh"), *command],
            cwd=self.checkout,
            env={"PATH": str(self.commands), "LC_ALL": "C"},
            capture_output=True,
            text=True,
            check=False,
        )

    def call(self, function: str) -> subprocess.CompletedProcess[str]:
        """Call one function of the script in a shell of its own."""
        return self.run("-c", f". .ci/setup; {function}")

    @property
    def calls_file(self) -> Path:
        return self.checkout / "calls"

    @property
    def installs(self) -> list[str]:
        """What was asked of apt-get, without the options that are always there."""
        lines = self.calls_file.read_text().splitlines() if self.calls_file.exists() else []
        kept = [[word for word in line.split() if not word.startswith(("-", "DPkg"))] for line in lines]
        return [" ".join(words[1:]) for words in kept if words[0] == "apt-get"]


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def test_without_python_the_command_that_installs_it_is_named(machine: Machine) -> None:
    """No Python, no apt-get: exit code 3, and a command for each system."""
    done = machine.run(".ci/setup", "build")
    assert done.returncode == 3
    for words in ("apt-get install", "dnf install", "brew install", "winget install"):
        assert words in done.stderr


def test_a_python_that_is_too_old_or_lacks_venv_is_passed_over(machine: Machine) -> None:
    """The first interpreter that can make an environment is taken, not the first by name."""
    machine.has("python3", "exit 1")
    machine.has("python3.12", "exit 0")
    assert machine.call("find_python").stdout == "python3.12\n"


def test_nothing_is_installed_without_the_right_to(machine: Machine) -> None:
    """A user without root and without sudo is not asked for a password, and apt-get is not touched."""
    machine.has("id", "echo 1000")
    machine.has("apt-get", "exit 0")
    assert machine.call("install_packages libpango-1.0-0").returncode == 1
    assert machine.installs == []


def test_nothing_is_installed_with_a_sudo_that_asks_for_a_password(machine: Machine) -> None:
    """Setting up never waits for somebody to type."""
    machine.has("id", "echo 1000")
    machine.has("apt-get", "exit 0")
    machine.has("sudo", "exit 1")
    assert machine.call("install_packages libpango-1.0-0").returncode == 1
    assert machine.installs == []


def test_sudo_without_a_password_installs(machine: Machine) -> None:
    """With passwordless sudo the packages are asked of apt-get in one go."""
    machine.has("id", "echo 1000")
    machine.has("apt-get", "exit 0")
    machine.has("sudo", '[ "$1" = -n ] && exit 0; exec "$@"')
    assert machine.call("install_packages libpango-1.0-0 qpdf").returncode == 0
    assert machine.installs == ["install libpango-1.0-0 qpdf"]


def test_a_fresh_image_gets_its_package_lists_first(machine: Machine) -> None:
    """Container images come without lists of packages: they are fetched once, when the first try fails."""
    machine.has("id", "echo 0")
    machine.has("apt-get", 'case "$*" in *update*) : >lists ;; *) [ -e lists ] ;; esac')
    assert machine.call("install_packages qpdf").returncode == 0
    assert machine.installs == ["install qpdf", "update", "install qpdf"]


def test_one_package_that_is_not_to_be_had_does_not_keep_the_others_away(machine: Machine) -> None:
    """Ubuntu has no package chromium; qpdf is installed all the same."""
    machine.has("id", "echo 0")
    machine.has("apt-get", 'case "$*" in *chromium*) exit 100 ;; esac')
    machine.call("install_packages chromium qpdf")
    assert machine.installs[-2:] == ["install chromium", "install qpdf"]


def test_a_word_that_is_no_goal_is_refused(machine: Machine) -> None:
    """Wrong usage is exit code 2, as everywhere."""
    done = machine.run(".ci/setup", "everything")
    assert (done.returncode, done.stderr) == (2, "usage: .ci/setup build|check|test\n")
