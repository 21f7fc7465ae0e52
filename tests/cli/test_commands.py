"""The command as a user calls it: in a process of its own, by its standard output, standard error and exit code."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from small_campaign import FILES, TACTIC, write

from campaign.building.store import only_build

FILE = "content/tactics/high-pay.id.md"


@pytest.fixture
def campaign(tmp_path):
    """Run ``campaign`` in an empty folder; ``root`` is the small campaign, with changes."""

    def run(*arguments: str, changes=None, **env: str) -> subprocess.CompletedProcess[str]:
        write(tmp_path / "root", changes)
        here = tmp_path / "here"
        here.mkdir(exist_ok=True)
        return subprocess.run(
            [sys.executable, "-m", "campaign", *arguments],
            cwd=here,
            env={**os.environ, **env},
            capture_output=True,
            text=True,
            timeout=300,
        )

    run.root, run.here = str(tmp_path / "root"), tmp_path / "here"
    return run


def test_help_names_every_command(campaign):
    """What there is can be found out from the command itself."""
    said = campaign("--help").stdout
    for command in ("build", "check", "formats", "messages", "channels", "regions", "where-used", "new", "doctor"):
        assert f"  {command}" in said


def test_help_imports_nothing_heavy():
    """``campaign --help`` answers at once: no Pillow, WeasyPrint, Jinja, Babel or pydantic is loaded for it."""
    code = (
        "import sys, campaign.cli\n"
        "heavy = {'PIL', 'weasyprint', 'jinja2', 'babel', 'pydantic', 'numpy', 'uharfbuzz', 'markdown', 'rich'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout == "[]\n"


def test_build_with_json_prints_one_document_and_nothing_else(campaign):
    """A program can read standard output; progress goes to standard error."""
    done = campaign("build", campaign.root, "--format", "caption", "--json")
    report = json.loads(done.stdout)
    assert (done.returncode, report["exit_code"], len(report["made"])) == (0, 0, 3)
    assert "3/3" in done.stderr


def test_build_without_a_root_takes_the_current_folder(campaign):
    """Staff change into their campaign's folder and type ``campaign build``."""
    write(campaign.here)
    done = campaign("build", "--format", "caption", "--message", "takedowns")
    assert (done.returncode, done.stderr) == (0, "1/1\n")
    assert (campaign.here / "output/id/takedowns/caption.txt").is_file()


def test_without_a_campaign_the_bundled_one_is_taken(campaign):
    """An installed ``campaign`` works in any folder."""
    messages = json.loads(campaign("messages", "--json").stdout)
    assert {"high-pay", "before-leaving", "whom-to-call"} <= {message["slug"] for message in messages}


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("build", "nowhere"), 2),
        (("build", "ROOT", "--format", "no-such-format"), 2),
        (("build", "ROOT", "--as-of", "tomorrow"), 2),
        (("build", "ROOT", "--no-such-option"), 2),
        (("build", "ROOT", "--release"), 4),
        (("where-used", "call-centre"), 6),
        (("new", "ROOT"), 2),
    ],
)
def test_each_kind_of_failure_has_its_exit_code(campaign, arguments, code):
    """A nightly script can tell a wrong option from a refused release."""
    done = campaign(*(campaign.root if argument == "ROOT" else argument for argument in arguments))
    assert done.returncode == code
    assert done.stderr != ""


def test_a_locked_output_folder_has_exit_code_5(campaign):
    """Two scheduled builds do not write into each other."""
    with only_build(campaign.here / "output"):
        assert campaign("build", campaign.root, "--format", "caption").returncode == 5


def test_problems_print_file_line_message_and_hint(campaign):
    """The form that editors and people know."""
    done = campaign("check", campaign.root, changes={FILE: TACTIC.replace("channel:siskop2mi", "channel:siskop2m")})
    line = TACTIC[: TACTIC.index("channel:siskop2mi")].count("\n") + 1
    assert done.returncode == 1
    assert f"{FILE}:{line}: no channel is called “siskop2m”\n  hint: did you mean “siskop2mi”?\n" in done.stderr
    assert done.stdout.startswith("1 error, no warnings")


def test_check_makes_nothing(campaign):
    """It only looks."""
    done = campaign("check", campaign.root)
    assert (done.returncode, list(campaign.here.iterdir())) == (0, [])


def test_check_with_json_lists_problems_as_objects(campaign):
    """The keys of the contract."""
    done = campaign("check", campaign.root, "--json", changes={FILE: TACTIC.replace("channel:siskop2mi", "channel:x")})
    [problem] = json.loads(done.stdout)["problems"]
    assert {"code", "file", "line", "message", "hint"} <= problem.keys()
    assert (problem["code"], problem["file"]) == ("RG001", FILE)


def test_where_used_answers_from_the_manifest(campaign):
    """When a number changes, staff know which files to recall."""
    campaign("build", campaign.root, "--format", "caption")
    answer = json.loads(campaign("where-used", "takedowns", "--json").stdout)
    assert [asset["path"] for asset in answer["assets"]] == ["id/takedowns/caption.txt"]


@pytest.mark.parametrize("command", ["formats", "messages", "channels", "regions"])
def test_each_list_prints_a_table_and_json(campaign, command):
    """For people and for programs."""
    rows = json.loads(campaign(command, campaign.root, "--json").stdout)
    table = campaign(command, campaign.root).stdout.splitlines()
    assert rows
    assert len(table) == len(rows) + 1


def test_new_makes_a_campaign_that_builds(campaign):
    """The starter is whole: it checks without a problem and makes its captions."""
    assert campaign("new", "mine").returncode == 0
    assert campaign("check", "mine").returncode == 0
    done = campaign("build", "mine", "--format", "caption")
    assert (done.returncode, Path(campaign.here / "output/id/high-pay/caption.txt").is_file()) == (0, True)


def test_new_leaves_a_folder_with_content_alone(campaign):
    """Nobody's campaign is overwritten by a starter."""
    before = {path: path.read_bytes() for path in Path(campaign.root).rglob("*.*")} or write(Path(campaign.root))
    assert campaign("new", campaign.root).returncode == 2
    assert Path(campaign.root, FILE).read_text() == FILES[FILE]
    assert before


def test_today_is_the_campaigns_day_whatever_the_machines_zone(campaign):
    """Two machines at the two ends of the world build the same day."""
    days = []
    for zone in ("Pacific/Kiritimati", "Pacific/Midway"):  # 25 hours apart: never the same date
        campaign("build", campaign.root, "--format", "caption", TZ=zone)
        days.append(json.loads((campaign.here / "output/manifest.json").read_text())["as_of"])
    assert days[0] == days[1]


def test_inspect_lists_boxes_of_any_page(campaign, tmp_path) -> None:
    """The document has exactly what template authors were promised."""
    page = tmp_path / "page.html"
    page.write_text("<style>body{margin:0}</style><div id=a class='x y' style='width:300px'>Gaji</div>", "utf-8")
    done = campaign("inspect", str(page), "--canvas", "800x600", "--json")
    found = json.loads(done.stdout)
    assert done.returncode == 0
    assert list(found) == ["boxes", "lines", "problems"]
    box = {"tag": "div", "id": "a", "class": "x y", "x": 0, "y": 0, "width": 300, "height": 22}
    assert found["boxes"][1] == box
    assert [(line["text"], line["size"]) for line in found["lines"]] == [("Gaji", 16)]
    page.write_text("<div style='float:left'></div>", "utf-8")
    assert campaign("inspect", str(page), "--json").returncode == 1


def test_inspect_lists_a_picture_of_a_message(campaign) -> None:
    """Boxes, lines, and the size that fit chose."""
    done = campaign("inspect", "high-pay", "instagram-portrait", "../root", "--language", "id")
    assert done.stdout.startswith("id/high-pay/instagram-portrait.png: 1080 × 1350 px\n")
    assert "\nfitted " in done.stdout
    assert done.returncode == 0
