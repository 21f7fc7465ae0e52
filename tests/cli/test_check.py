"""What ``campaign check`` prints: for people, for code review, for pipelines; and what ``--fix`` does."""

import json
from xml.etree import ElementTree

import pytest
from small_campaign import TACTIC, write
from typer.testing import CliRunner

from campaign.cli import app

FILE = "content/tactics/high-pay.id.md"
WRONG = TACTIC.replace("Jangan kirim apa pun.", "Telepon 08**00**-1000.")
LINE = TACTIC[: TACTIC.index("Jangan kirim apa pun.")].count("\n") + 1


@pytest.fixture
def check(tmp_path, monkeypatch):
    """Run ``campaign check`` on the small campaign with a number typed by hand, from the folder above it."""
    write(tmp_path / "mine", {FILE: WRONG})
    monkeypatch.chdir(tmp_path)
    return lambda *options: CliRunner().invoke(app, ["check", "mine", "--as-of", "2026-11-22", *options])


def test_the_offending_piece_is_marked_below_its_line(check):
    """File, line, what is wrong, what to do, and where to look."""
    done = check()
    source = WRONG.splitlines()[LINE - 1]
    marked = " " * source.index("08**") + "^" * len("08**00**-1000")
    assert (
        f"{FILE}:{LINE}: the number “0800-1000” is typed by hand\n"
        "  hint: take it from the register: [words](channel:id), with … where the number or address stands\n"
        f"  HN001 | {source}\n        | {marked}\n"
    ) in done.stderr
    assert done.exit_code == 1


def test_json_has_column_and_length(check):
    """A program marks the same piece."""
    [problem] = json.loads(check("--json").stdout)["problems"]
    column = WRONG.splitlines()[LINE - 1].index("08**") + 1
    assert (problem["line"], problem["column"], problem["length"]) == (LINE, column, 13)
    assert check("--json").stdout == check("--format", "json").stdout


def test_sarif_is_a_log_of_one_run(check):
    """The parts that SARIF 2.1.0 requires, each of its type, and every result points to its rule and its place."""
    log = json.loads(check("--format", "sarif").stdout)
    assert (log["version"], len(log["runs"])) == ("2.1.0", 1)
    driver = log["runs"][0]["tool"]["driver"]
    assert (driver["name"], [rule["id"] for rule in driver["rules"]]) == ("campaign", ["HN001"])
    assert all(set(rule) <= SARIF_RULE and rule["help"]["text"] for rule in driver["rules"])
    [result] = log["runs"][0]["results"]
    assert set(result) == {"ruleId", "ruleIndex", "level", "message", "locations"}
    assert (result["ruleId"], result["ruleIndex"], result["level"]) == ("HN001", 0, "error")
    assert isinstance(result["message"]["text"], str)
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": f"mine/{FILE}"}
    region = place["region"]
    assert (region["startLine"], region["endColumn"] - region["startColumn"]) == (LINE, 13)


SARIF_RULE = {"id", "shortDescription", "fullDescription", "help", "defaultConfiguration"}


def test_github_shows_the_problem_beside_the_line(check):
    """A workflow command: file, line, columns, and the text with its line break escaped."""
    [line] = [line for line in check("--format", "github").stdout.splitlines() if line.startswith("::")]
    assert line.startswith(f"::error file=mine/{FILE},line={LINE},col=")
    assert ",title=HN001::the number “0800-1000” is typed by hand%0Atake it from the register" in line


def test_junit_has_a_failure_for_each_error(check, tmp_path):
    """Test reports of pipelines read it."""
    suites = ElementTree.fromstring(check("--format", "junit").stdout)
    assert (suites.tag, suites.get("tests"), suites.get("failures")) == ("testsuites", "1", "1")
    [case] = suites.findall("testsuite/testcase")
    assert case.get("classname") == f"mine/{FILE}"
    [failure] = case.findall("failure")
    assert failure.get("type") == "HN001"


def test_junit_without_problems_has_a_case_that_passes(tmp_path):
    """An empty report would look like a check that never ran."""
    write(tmp_path)
    done = CliRunner().invoke(app, ["check", str(tmp_path), "--format", "junit"])
    [case] = ElementTree.fromstring(done.stdout).findall("testsuite/testcase")
    assert (list(case), done.exit_code) == ([], 0)


def test_a_form_that_does_not_exist_is_wrong_usage(check):
    """Its hint lists those that do."""
    done = check("--format", "xml")
    assert (done.exit_code, "text, json, sarif, github, junit" in done.stderr) == (2, True)


def test_fix_mends_what_is_safe_says_so_and_leaves_the_rest(tmp_path):
    """The spaces and the quotation marks go; the number stays, since only its author knows what it should be."""
    there = write(tmp_path, {FILE: WRONG.replace("**Berhenti.** Jangan", '**Berhenti.**  "Jangan"')})
    done = CliRunner().invoke(app, ["check", str(there), "--fix"])
    assert f"{FILE}:{LINE + 3}: mended: spaces, quotation marks\n" in done.stderr
    assert "typed by hand" in done.stderr
    text = (there / FILE).read_text(encoding="utf-8")
    assert text == WRONG.replace("**Berhenti.** Jangan", "**Berhenti.** “Jangan”")
    again = CliRunner().invoke(app, ["check", str(there), "--fix"])
    assert "mended" not in again.stderr
    assert sorted(path.name for path in (there / FILE).parent.iterdir()) == ["high-pay.en.md", "high-pay.id.md"]
