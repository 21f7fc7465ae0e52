"""``docs/nightly.md`` is true: what it says of exit codes, files and the manifest is tried."""

import json
import re
from configparser import ConfigParser
from datetime import date

import pytest
from doc_pages import Page, code, listed
from small_campaign import FILES, TACTIC, write
from typer.testing import CliRunner

from campaign.building.build import BuildRequest, build
from campaign.building.starter import make_starter
from campaign.building.store import LOCK, PART, only_build
from campaign.cli import app
from campaign.planning.plan import Selection
from campaign.problems import CampaignError, Problem
from campaign.reading.library import bundled

PAGE = Page("nightly.md")
MESSAGE = "content/tactics/high-pay.id.md"
FIGURE = "content/figures/takedowns.id.md"
NOTICE = "content/notices/pengumuman.id.md"
DAY = date(2026, 11, 22)
OTHER = """\
---
title: Kantor pindah
summary: Alamat baru mulai besok.
code: UJI-9
updated: 2026-11-22
call: call-centre
check: siskop2mi
---

## Pengumuman {#notice}
Kantor kami pindah.

## Lakukan {#what-to-do}
- **Tanya alamat.**
"""


def test_the_table_of_exit_codes_is_that_of_the_errors():
    """One for each class of errors, and 0."""
    codes = {kind.exit_code for kind in (CampaignError, *CampaignError.__subclasses__())}
    assert [int(row[0]) for row in PAGE.table("code")] == sorted({0, *codes})


def captions_only() -> dict[str, str]:
    """Own templates that leave no format but captions: a whole build of them takes no time."""
    folders = (path.parent.name for path in sorted((bundled() / "templates").glob("*/format.yaml")))
    return {f"templates/{folder}/format.yaml": "{}\n" for folder in folders if folder != "caption"}


BROKEN = TACTIC.replace("channel:siskop2mi", "channel:siskop2m")
EXPIRED = FILES[FIGURE].replace("version: 2", "version: 2\nexpires: 2026-11-01")
OLD = FILES["content/facts.yaml"] + "  term-days: 30\n"
SCENARIOS = {
    # row: (what is changed, arguments, slug of what is concerned)
    "a message is broken": ({MESSAGE: BROKEN}, [], "id/high-pay"),
    "`channels.yaml` cannot be read": ({"content/channels.yaml": "a: [\n"}, [], "id/high-pay"),
    "a message was deleted": ({FIGURE: None}, [], "id/takedowns"),
    "a message was deleted, and another one is broken": ({FIGURE: None, MESSAGE: BROKEN}, [], "id/takedowns"),
    "a message has expired": ({FIGURE: EXPIRED}, [], "id/takedowns"),
    "a figure is past its term": ({"content/facts.yaml": OLD}, [], "id/takedowns"),
    "only another message was asked for": ({}, ["--message", "pengumuman"], "id/takedowns"),
    "`--release`, and something is a draft": ({}, ["--release"], "id/takedowns"),
    "another build is running": ({}, [], "id/takedowns"),
}
FATES = {row[0]: row[1:] for row in PAGE.table("what happened")}


def fate(before: bytes, path) -> str:
    """What became of a file that should be made anew."""
    if not path.exists():
        return "go"
    return "stay" if path.read_bytes() == before else "made"


@pytest.mark.parametrize("what", SCENARIOS)
def test_files_fare_as_the_table_says(tmp_path, what):
    """The files concerned, a file that is not, and the exit code."""
    changes, arguments, slug = SCENARIOS[what]
    output = tmp_path / "out"
    command = ["build", str(tmp_path), "--output", str(output), "--as-of", DAY.isoformat(), "--jobs", "1"]
    write(tmp_path, {**captions_only(), NOTICE: OTHER})
    assert CliRunner().invoke(app, command).exit_code == 0
    concerned, other = output / slug / "caption.txt", output / "id/pengumuman/caption.txt"
    before = concerned.read_bytes(), other.read_bytes()

    new = FILES["content/campaign.yaml"].replace("#Uji", "#Baru")  # changes every caption
    write(tmp_path, {"content/campaign.yaml": new, **changes})
    for path, text in changes.items():
        if text is None:
            (tmp_path / path).unlink()
    if what == "another build is running":
        with only_build(output):
            result = CliRunner().invoke(app, command + arguments)
    else:
        result = CliRunner().invoke(app, command + arguments)
    assert (fate(before[0], concerned), fate(before[1], other), str(result.exit_code)) == FATES[what]


def test_every_row_about_files_is_tried():
    """A new row needs a new scenario."""
    assert FATES.keys() == SCENARIOS.keys()


def test_what_a_killed_build_left_is_removed(tmp_path):
    """And its lock file keeps nobody out."""
    root = write(tmp_path, captions_only())
    output = tmp_path / "output"
    output.mkdir()
    (output / f"caption.txt{PART}").write_text("half")
    (output / LOCK).write_text("")
    assert f"`{LOCK}`" in PAGE.text
    assert build(BuildRequest(root, output, DAY)).exit_code == 0
    assert list(output.glob(f"*{PART}")) == []


# What can be read -----------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def manifest(tmp_path_factory):
    """A real one: pictures, scripts and an office's leaflet, and a message that is broken."""
    root = tmp_path_factory.mktemp("nightly")
    make_starter(root)
    Page("writing.md").write(root)
    (root / "content/tactics/rusak.id.md").write_text("rusak\n", encoding="utf-8")
    for selection in (
        Selection(formats=("instagram-square", "radio-30s"), subjects=("akun-lowongan",), languages=("id",)),
        Selection(formats=("leaflet-trifold-a4",), subjects=("leaflet-akun",), regions=("ntb",)),
    ):
        build(BuildRequest(root, root / "output", DAY, selection))
    return json.loads((root / "output/manifest.json").read_text(encoding="utf-8"))


def test_the_keys_of_the_manifest_are_on_the_page(manifest):
    """No more and no less."""
    below = PAGE.text.partition("## manifest.json")[2]
    rows = re.findall(r"^\| (`[^|]+) \|", below.partition("\n| of an asset")[0], re.MULTILINE)
    assert {word for row in rows for word in code(row)} == manifest.keys()


def test_the_keys_of_an_asset_are_on_the_page(manifest):
    """Those of pictures, scripts and leaflets together."""
    keys = {key for asset in manifest["assets"] for key in asset}
    assert set(listed(PAGE.table("of an asset"))) == keys


def test_the_examples_of_formats_and_media_are_real(manifest):
    """A name, a medium, a media type."""
    row = next(row for row in PAGE.table("of an asset") if "`medium`" in row[0])
    [format, medium, media_type] = code(row[1])
    assert medium in {asset["medium"] for asset in manifest["assets"]}
    assert media_type in {asset["media_type"] for asset in manifest["assets"]}
    assert (bundled() / "templates/social/format.yaml").read_text(encoding="utf-8").count(f"\n{format}:") == 1


def test_the_keys_of_a_problem_are_on_the_page(manifest):
    """As the manifest has them, and the model."""
    shown = set(listed(PAGE.table("of a problem")))
    assert shown == set(Problem.__match_args__)
    assert [set(problem) - shown for problem in manifest["problems"]] == [set()]


def test_the_keys_of_the_report_are_on_the_page(tmp_path):
    """Of a build that went through, and of one that could not begin."""
    write(tmp_path, captions_only())
    command = ["build", str(tmp_path), "--json", "--jobs", "1", "--output", str(tmp_path / "out")]
    report = json.loads(CliRunner().invoke(app, command).stdout)
    assert set(listed(PAGE.table("key | what it says"))) == report.keys()
    refused = json.loads(CliRunner().invoke(app, [*command, "--release"]).stdout)
    text = PAGE.text.partition("A build that could not begin has only ")[2].partition(".")[0]
    assert set(code(text)) == refused.keys()


def unit(name: str) -> ConfigParser:
    parsed = ConfigParser(interpolation=None)
    parsed.optionxform = str
    parsed.read_string(PAGE.one(name))
    return parsed


def test_cron_and_systemd_start_the_same_build_at_the_same_time():
    """Two ways to one thing. (That the commands are understood: test_pages.py.)"""
    minute, hour = PAGE.one("crontab").split()[:2]
    assert f" {int(hour):02}:{int(minute):02}:00 " in unit("campaign.timer")["Timer"]["OnCalendar"]
    assert " build " in unit("campaign.service")["Service"]["ExecStart"]
    assert unit("campaign.service")["Service"]["Type"] == "oneshot"
