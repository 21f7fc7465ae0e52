"""The rule of the pipeline: what was not run was not tested."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

TESTS = {
    "a test that is skipped": "import pytest\n\ndef test_it():\n    pytest.skip('no browser')\n",
    "a file that is skipped": "import pytest\n\npytest.skip('no browser', allow_module_level=True)\n",
    "a test with a mark": "import pytest\n\n@pytest.mark.skip('no browser')\ndef test_it():\n    pass\n",
}


def run_pytest(folder: Path, code: str, ci: str) -> subprocess.CompletedProcess[str]:
    shutil.copy(Path(__file__).with_name("conftest.py"), folder)
    (folder / "test_one.py").write_text(code)
    (folder / "test_another.py").write_text("def test_that_passes():\n    pass\n")
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", str(folder)],
        cwd=folder,
        env={**os.environ, "CI": ci},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("code", TESTS.values(), ids=TESTS)
def test_a_skip_fails_in_the_pipeline(tmp_path: Path, code: str) -> None:
    """With CI=true every kind of skip is a failure that gives its reason."""
    done = run_pytest(tmp_path, code, ci="true")
    assert done.returncode != 0
    assert "no browser" in done.stdout


@pytest.mark.parametrize("code", TESTS.values(), ids=TESTS)
def test_a_skip_is_a_skip_elsewhere(tmp_path: Path, code: str) -> None:
    """On a desk that lacks a program, the tests that need it are skipped."""
    assert run_pytest(tmp_path, code, ci="").returncode == 0


def test_an_expected_failure_is_no_skip(tmp_path: Path) -> None:
    """What is known to fail was run."""
    code = "import pytest\n\n@pytest.mark.xfail\ndef test_it():\n    assert False\n"
    assert run_pytest(tmp_path, code, ci="true").returncode == 0


def test_a_program_that_is_missing_is_skipped_with_its_command(tmp_path: Path) -> None:
    """The reason of a skip says how to end it."""
    code = "def test_it(program, monkeypatch):\n    monkeypatch.setenv('PATH', '')\n    program('qpdf')\n"
    assert "qpdf is not on this machine; " in run_pytest(tmp_path, code, ci="true").stdout
