"""``campaign kit``: one ZIP for one office."""

import json
from hashlib import sha256
from zipfile import ZipFile

import pytest
from building.test_kits import BASE, HEADER, NTB
from small_campaign import write
from typer.testing import CliRunner

from campaign.cli import app


@pytest.fixture
def kit(tmp_path):
    """Run ``campaign kit`` on a small campaign with two offices: ntb prints, bali does not."""
    bali = "bali,Bali,BP3MI Bali,,,id,,0,office\n"
    root = write(tmp_path / "root", BASE | {"content/regions.csv": HEADER + NTB + bali})

    def run(*arguments: str):
        there = [arguments[0], str(root), *arguments[1:], "-o", str(tmp_path / "out"), "--as-of", "2026-11-22"]
        return CliRunner().invoke(app, ["kit", *there, "--jobs", "1"])

    run.folder = tmp_path
    return run


def test_it_makes_what_is_missing_and_says_where_the_zip_is(kit):
    """In an empty folder, with one command."""
    done = kit("ntb")
    assert (done.exit_code, done.stdout.split()[0].endswith("out/regions/ntb/uji-ntb.zip")) == (0, True)
    assert "drafts" in done.stdout
    with ZipFile(kit.folder / "out/regions/ntb/uji-ntb.zip") as file:
        assert file.testzip() is None


def test_a_copy_goes_into_a_folder_or_under_a_name(kit):
    """To mail it."""
    kit("ntb", "--to", str(kit.folder))
    kit("ntb", "--to", str(kit.folder / "new" / "ntb.zip"))
    made = (kit.folder / "out/regions/ntb/uji-ntb.zip").read_bytes()
    assert (kit.folder / "uji-ntb.zip").read_bytes() == made
    assert (kit.folder / "new" / "ntb.zip").read_bytes() == made


def test_json_holds_the_manifests_entry(kit):
    """For a script that mails them all."""
    said = json.loads(kit("ntb", "--json").stdout)
    assert (said["exit_code"], said["problems"], said["kit"]["region"]) == (0, [], "ntb")
    data = (kit.folder / "out" / said["kit"]["path"]).read_bytes()
    assert said["kit"]["sha256"] == sha256(data).hexdigest()


@pytest.mark.parametrize(("region", "says"), [("xx", "there is no region"), ("bali", "this office prints nothing")])
def test_an_office_that_has_no_kit_is_a_wrong_question(kit, region, says):
    """Exit code 2, and where to look."""
    done = kit(region)
    assert done.exit_code == 2
    assert says in done.stderr


def test_a_release_of_drafts_is_refused(kit):
    """Nothing leaves the house unverified."""
    done = kit("ntb", "--release")
    assert done.exit_code == 4
    assert not (kit.folder / "out/regions").exists()
