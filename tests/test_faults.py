"""What staff and designers get wrong: one clear problem at its place, everything else made, nothing lost."""

import json
import subprocess
import sys

import pytest
from small_campaign import FILES, TACTIC, write

from campaign.reading.library import bundled

TACTIC_FILE = "content/tactics/high-pay.id.md"
FORMATS = ("instagram-square", "caption")


def template(path: str) -> str:
    return (bundled() / path).read_text()


def line_of(text: str, part: str) -> int:
    return text[: text.index(part)].count("\n") + 1


SIGNS = TACTIC[TACTIC.index("## Tanda bahaya") : TACTIC.index("## Yang harus")]
SQUARE = template("templates/social/tactic.html")
BASE = template("templates/social/base.css")
FAULTS = {
    "a deleted section": (
        {TACTIC_FILE: TACTIC.replace(SIGNS, "")}, TACTIC_FILE, line_of(TACTIC, "\n## Rayuannya"), "MS030",
        ["id/high-pay"],
    ),
    "a misspelt channel": (
        {TACTIC_FILE: TACTIC.replace("channel:siskop2mi", "channel:siskop2m")}, TACTIC_FILE,
        line_of(TACTIC, "channel:siskop2mi"), "RG001", ["id/high-pay"],
    ),
    "broken YAML in the front matter": (
        {TACTIC_FILE: TACTIC.replace("title: Gaji", "title: [Gaji")}, TACTIC_FILE, 2, "YM001",
        ["id/high-pay", "en/high-pay"],
    ),
    "an unclosed Jinja block": (
        {"templates/social/tactic.html": SQUARE.replace("{% endblock %}", "", 1)}, "templates/social/tactic.html",
        None, "JT002", ["id/high-pay/instagram-square", "en/high-pay/instagram-square"],
    ),
    "a property that the engine does not know": (
        {"templates/social/tactic.css": template("templates/social/tactic.css") + "\n.chat { filter: blur(2px) }\n"},
        "templates/social/tactic.css", len(template("templates/social/tactic.css").splitlines()) + 2, "TP002",
        ["instagram-square"],
    ),
    "a headline of 300 characters": (
        {TACTIC_FILE: TACTIC.replace("Gaji besar, langsung berangkat?", "Gaji besar sekali " * 17)}, TACTIC_FILE,
        2, "CM004", ["high-pay"],
    ),
    "a sign that fits no square": (
        {TACTIC_FILE: TACTIC.replace("**Gaji jauh di atas wajar.**", f"**{'Gaji jauh di atas wajar ' * 24}.**")},
        TACTIC_FILE, None, "FT001", ["id/high-pay/instagram-square"],
    ),
    "an illustration that is not there": (
        {TACTIC_FILE: TACTIC.replace("illustration: chat-lure", "illustration: chat-lurre")}, TACTIC_FILE,
        line_of(TACTIC, "illustration:"), "MS021", ["high-pay"],
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def build(tmp_path_factory):
    def run(root, output):
        command = [sys.executable, "-m", "campaign", "build", str(root), "-o", str(output), "--json", "--jobs", "1"]
        for format in FORMATS:
            command += ["--format", format]
        done = subprocess.run(command, capture_output=True, text=True, timeout=300)
        assert done.stdout, done.stderr
        return done.returncode, json.loads(done.stdout)

    return run


@pytest.fixture(scope="module")
def whole(build, tmp_path_factory):
    """The small campaign built without a fault: path -> bytes."""
    base = tmp_path_factory.mktemp("whole")
    code, _ = build(write(base / "root"), base / "out")
    assert code == 0
    return base


def tree(folder):
    paths = (path for path in sorted(folder.rglob("*")) if path.is_file() and path.name != "manifest.json")
    return {str(path.relative_to(folder)): path.read_bytes() for path in paths}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_one_problem_at_its_place_and_costs_only_its_own(build, whole, tmp_path, fault):
    """File, line and code are right; exit code 1; all other assets are made. Remarks on style may go along."""
    changes, file, line, code, costs = FAULTS[fault]
    status, report = build(write(tmp_path / "root", changes), tmp_path / "out")
    assert status == 1
    errors = [problem for problem in report["problems"] if problem["level"] == "error"]
    assert {(problem["file"], problem["code"]) for problem in errors} == {(file, code)}
    if line is not None:
        assert {problem["line"] for problem in errors} == {line}
    expected = {path for path in tree(whole / "out") if not any(cost in path for cost in costs)}
    assert set(tree(tmp_path / "out")) == expected


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_leaves_the_files_of_the_build_before_whole(build, whole, tmp_path, fault):
    """Last night's files are byte for byte what they were."""
    output = tmp_path / "out"
    for path, data in tree(whole / "out").items():
        (output / path).parent.mkdir(parents=True, exist_ok=True)
        (output / path).write_bytes(data)
    (output / "manifest.json").write_bytes((whole / "out/manifest.json").read_bytes())
    build(write(tmp_path / "root", FAULTS[fault][0]), output)
    before, after = tree(whole / "out"), tree(output)
    lost = [
        path for path in before if any(cost in path for cost in FAULTS[fault][4]) and after.get(path) != before[path]
    ]
    assert lost == []
    assert after.keys() == before.keys()


def test_a_broken_register_makes_nothing_and_loses_nothing(build, whole, tmp_path):
    """When channels.yaml cannot be read, no asset can be trusted: none is made, none is removed."""
    output = tmp_path / "out"
    build(write(tmp_path / "root"), output)
    before = tree(output)
    broken = FILES["content/channels.yaml"].replace("value: 0800-1000", "value: 0800-1000\n  value: 0800-1001")
    status, report = build(write(tmp_path / "root", {"content/channels.yaml": broken}), output)
    assert (status, [problem["code"] for problem in report["problems"]]) == (1, ["YM002"])
    assert tree(output) == before
