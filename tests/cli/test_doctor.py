"""``campaign doctor`` on this machine: what it prints and the exit code that follows."""

import json
from pathlib import Path

import pytest

from campaign.building import machine
from campaign.cli.doctor import doctor


def test_the_exit_code_follows_what_a_build_needs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A machine where Pango can be opened is ready, whatever only tests lack."""
    ready = not machine.missing(need for need in machine.needs(tmp_path) if not need.tests_only)
    assert doctor(output=tmp_path) == (0 if ready else 3)
    assert capsys.readouterr().out.startswith("campaign ")


def test_an_output_folder_that_cannot_be_written_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The one thing that this machine lacks is marked, and what to do about it follows."""
    (tmp_path / "output").write_text("")
    assert doctor(output=tmp_path / "output") == 3
    printed = capsys.readouterr().out
    assert "  missing  output folder" in printed
    assert "campaign build --output FOLDER" in printed


def test_json_is_one_document_with_every_need(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A script can read what is missing and what it is for."""
    (tmp_path / "output").write_text("")
    doctor(as_json=True, output=tmp_path / "output")
    document = json.loads(capsys.readouterr().out)
    needs = {need["name"]: need for need in document["needs"]}
    assert not document["ready"]
    assert needs["output folder"]["found"] is False
    assert needs["Manrope"] == {"name": "Manrope", "why": "all type is set in it", "found": True, "for": "build"}
    assert needs["qpdf"]["for"] == "tests"
    assert any("--output FOLDER" in line for line in document["mend"])
