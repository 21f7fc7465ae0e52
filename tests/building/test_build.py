"""A build as a whole: what is written, what stays, and what is never lost."""

import json
from datetime import date
from hashlib import sha256

import pytest
from small_campaign import FILES, TACTIC, released, write

from campaign.building.build import BuildRequest, build
from campaign.building.store import only_build
from campaign.planning.plan import Selection
from campaign.problems import LockedError, MachineError, Problem, ReleaseRefusedError

DAY = date(2026, 11, 22)
FILE = "content/tactics/high-pay.id.md"
BROKEN = {FILE: TACTIC.replace("channel:siskop2mi", "channel:siskop2m")}


@pytest.fixture
def make(tmp_path):
    """Build the small campaign's captions and radio texts into tmp_path/out."""

    def made(changes=None, *, formats=("caption",), processes=1, release=False, output="out", as_of=DAY, subjects=()):
        root = write(tmp_path / "root", changes)
        selection = Selection(formats=formats, subjects=subjects)
        return build(BuildRequest(root, tmp_path / output, as_of, selection, processes, release))

    made.output = tmp_path / "out"
    return made


def manifest(folder):
    return json.loads((folder / "manifest.json").read_text())


def tree(folder) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_the_manifest_lists_every_file_with_its_hash(make):
    """What the manifest says of an asset is true of the file."""
    make()
    for asset in manifest(make.output)["assets"]:
        data = (make.output / asset["path"]).read_bytes()
        assert (asset["sha256"], asset["bytes"]) == (sha256(data).hexdigest(), len(data))
    assert len(manifest(make.output)["assets"]) == 3


def test_an_asset_says_what_it_prints_and_what_it_was_made_from(make):
    """A changed number can be traced to every file that prints it."""
    make()
    asset = next(a for a in manifest(make.output)["assets"] if a["path"] == "id/takedowns/caption.txt")
    assert asset["channels"] == ["call-centre", "siskop2mi"]
    assert asset["made_from"] == ["content/figures/takedowns.id.md", "templates/caption/caption.txt"]
    assert asset["draft"] == "DRAF – kontak belum diverifikasi"


def test_the_same_content_writes_nothing_a_second_time(make):
    """A file that is as it should be is not touched."""
    make()
    before = {path: path.stat().st_mtime_ns for path in make.output.rglob("*.txt")}
    report = make()
    assert (len(report.made), len(report.unchanged)) == (0, 3)
    assert {path: path.stat().st_mtime_ns for path in make.output.rglob("*.txt")} == before


def test_a_broken_message_fails_its_own_assets_only(make):
    """The rest is made, the exit code is 1, and the problem is listed."""
    report = make(BROKEN)
    assert report.exit_code == 1
    assert sorted(report.made) == ["en/high-pay/caption.txt", "id/takedowns/caption.txt"]
    assert [problem["code"] for problem in manifest(make.output)["problems"]] == ["RG001"]


def test_what_was_made_before_survives_a_broken_message(make):
    """Last night's good file is still there, whole and listed."""
    make()
    before = (make.output / "id/high-pay/caption.txt").read_bytes()
    make(BROKEN)
    assert (make.output / "id/high-pay/caption.txt").read_bytes() == before
    assert "id/high-pay/caption.txt" in [asset["path"] for asset in manifest(make.output)["assets"]]


def test_a_filtered_build_keeps_the_rest_of_the_manifest(make):
    """Making one message again loses no other from the list."""
    make()
    make(subjects=("takedowns",))
    assert len(manifest(make.output)["assets"]) == 3


def test_an_expired_message_leaves_the_output(make):
    """An expired asset is removed even while another message is broken."""
    make()
    gone = {**BROKEN, "content/figures/takedowns.id.md": FILES["content/figures/takedowns.id.md"].replace(
        "version: 2", "version: 2\nexpires: 2026-11-01")}  # fmt: skip
    report = make(gone)
    assert report.removed == ("id/takedowns/caption.txt",)
    assert not (make.output / "id/takedowns").exists()


def test_two_builds_give_the_same_bytes(make):
    """Neither the folder nor the number of processes shows in what is made."""
    make(output="one", formats=("caption", "radio-30s"))
    make(output="two", formats=("caption", "radio-30s"), processes=2)
    one, two = (tree(make.output.parent / name) for name in ("one", "two"))
    assert one == two
    assert len(one) > 5


def test_a_second_build_into_the_same_folder_is_refused(make):
    """Two builds never write into one folder at once."""
    make.output.mkdir()
    with only_build(make.output), pytest.raises(LockedError) as caught:
        make()
    assert caught.value.exit_code == 5


def test_a_release_of_drafts_is_refused_with_every_reason(make):
    """Nothing is published while a contact is unverified, a text unapproved, a translation unread."""
    make()
    before = tree(make.output)
    with pytest.raises(ReleaseRefusedError) as caught:
        make(release=True)
    assert tree(make.output) == before
    assert [(problem.file, problem.code) for problem in caught.value.problems] == [
        ("content/campaign.yaml", "RL013"),
        ("content/channels.yaml", "RL001"),
        ("content/channels.yaml", "RL001"),
        ("content/figures/takedowns.id.md", "RL003"),
        ("content/tactics/high-pay.en.md", "RL003"),
        ("content/tactics/high-pay.en.md", "RL010"),
        ("content/tactics/high-pay.en.md", "RL002"),
        ("content/tactics/high-pay.id.md", "RL003"),
    ]


ALONE = {"content/figures/takedowns.id.md": None, "content/tactics/high-pay.en.md": None}


def test_a_release_of_what_is_verified_and_approved_carries_no_strip(make):
    """The way out of the draft state works."""
    report = make(released(ALONE), release=True)
    assert (report.exit_code, report.drafts, len(report.made)) == (0, 0, 1)
    assert "DRAF" not in (make.output / "id/high-pay/caption.txt").read_text()


def test_a_template_that_cannot_be_read_fails_what_it_makes(make):
    """An unclosed Jinja block is one problem at its line, whatever number of assets it costs."""
    make()
    report = make({"templates/caption/caption.txt": "{% if title %}\n{{ title }}\n"})
    assert [(problem.file, problem.line, problem.code) for problem in report.problems] == [
        ("templates/caption/caption.txt", 2, "JT002")
    ]
    assert len(report.failed) == 3
    assert len(manifest(make.output)["assets"]) == 3


def test_leftovers_of_a_killed_build_are_removed(make):
    """A half-written file never stays beside the whole one."""
    make()
    part = make.output / "id/high-pay/caption.txt.campaign-part"
    part.write_bytes(b"half")
    make()
    assert not part.exists()


def test_a_machine_that_lacks_a_library_still_makes_the_rest(make, monkeypatch):
    """Without Pango there are no PDFs; texts are made, and the exit code says that it is the machine."""
    from campaign.media import document

    def no_pango(filled, workshop):
        raise MachineError(Problem("this machine", None, MachineError.code, "Pango is missing", "apt install …"))

    monkeypatch.setattr(document, "make", no_pango)
    report = make(formats=("caption", "radio-30s"), subjects=("high-pay",))
    assert report.exit_code == 3
    assert "id/high-pay/caption.txt" in report.made
    assert "id/high-pay/radio-30s.pdf" in report.failed
