"""What all tests share: programs and fonts that only tests need, and the rule that nothing is skipped where CI=true."""

import os
from collections.abc import Callable, Generator

import pytest

from campaign.building import machine
from campaign.painting.folders import font_folders
from campaign.painting.installed import InstalledFonts


@pytest.fixture(scope="session")
def program() -> Callable[[str], str]:
    """``program("qpdf")`` is its path; without it the test is skipped, naming the command that installs it.

    The names are those of ``campaign.building.machine.PROGRAMS``.
    """

    def find(name: str) -> str:
        path = machine.program(name)
        if path is None:
            wanted = [need for need in machine.PROGRAMS_OF_TESTS if need.name == name]
            pytest.skip(f"{name} is not on this machine; {'; '.join(machine.mending(wanted, machine.this_system()))}")
        return path

    return find


@pytest.fixture(scope="session")
def noto() -> InstalledFonts:
    """The Noto fonts of this machine; without them the test is skipped, naming the command that installs them."""
    if wanted := machine.missing(machine.FONTS_OF_TESTS):
        pytest.skip(f"no Noto fonts on this machine; {'; '.join(machine.mending(wanted, machine.this_system()))}")
    return InstalledFonts(font_folders())


def _failed_instead_of_skipped(report: pytest.TestReport | pytest.CollectReport) -> None:
    """What a pipeline does not run, it has not tested. Expected failures are no skips."""
    if report.skipped and os.environ.get("CI") == "true" and not hasattr(report, "wasxfail"):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        report.outcome = "failed"
        report.longrepr = f"CI=true, and this was not run. {reason}"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    _failed_instead_of_skipped(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    report = yield
    _failed_instead_of_skipped(report)
    return report
