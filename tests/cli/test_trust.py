"""Verifying, translating, approving, releasing, recalling: as somebody in an office does it, command by command."""

import json
from hashlib import sha256
from pathlib import Path

import pytest
from small_campaign import FILES, write
from typer.testing import CliRunner

from campaign.cli import app

DAY = "2026-11-22"
ID, EN = "content/tactics/high-pay.id.md", "content/tactics/high-pay.en.md"
ALONE = {"content/figures/takedowns.id.md": None, EN: None}


class Office:
    """The small campaign in a folder, and the command in it."""

    def __init__(self, root: Path) -> None:
        self.root, self.output = root, root.parent / "published"

    def run(self, *arguments: str, code: int = 0, as_of: str = DAY):
        """Run a command; what it said. Fails when it ends with another exit code."""
        line = [*arguments[:1], *arguments[1:]]
        days = {"build": "--as-of", "check": "--as-of", "channels": "--as-of", "recall": "--as-of"}
        days |= {"verify-channel": "--on", "approve": "--on", "translated": "--on"}
        if option := days.get(arguments[0]):
            line += [option, as_of]
        if arguments[0] in ("build", "recall"):
            line += ["--output", str(self.output)]
        if arguments[0] == "build":
            line += ["--format", "caption", "--jobs", "1"]
        result = CliRunner().invoke(app, [line[0], *self._with_root(line[1:])], catch_exceptions=False)
        assert result.exit_code == code, result.output
        return result

    def _with_root(self, line: list[str]) -> list[str]:
        """The campaign's folder stands behind the other arguments and before the options."""
        first = next((i for i, word in enumerate(line) if word.startswith("--")), len(line))
        return [*line[:first], str(self.root), *line[first:]]

    def json(self, *arguments: str, code: int = 0, as_of: str = DAY):
        return json.loads(self.run(*arguments, "--json", code=code, as_of=as_of).stdout)

    def read(self, file: str) -> str:
        return (self.root / file).read_text(encoding="utf-8")

    def edit(self, file: str, old: str, new: str) -> None:
        text = self.read(file)
        assert old in text
        (self.root / file).write_text(text.replace(old, new, 1), encoding="utf-8")

    def verify_all(self) -> None:
        for id in ("call-centre", "siskop2mi"):
            self.run("verify-channel", id, "--by", "Siti Rahmawati")
        self.approve("campaign")

    def approve(self, slug: str, *options: str) -> None:
        self.run("approve", slug, "--by", "Siti Rahmawati", "--reviewed", *options)
        self.run("approve", slug, "--by", "Budi Santoso", *options)

    def published(self) -> dict[str, str]:
        """Every file of the published folder with its hash."""
        files = sorted(path for path in self.output.rglob("*") if path.is_file())
        return {path.relative_to(self.output).as_posix(): sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.fixture
def office(tmp_path):
    """The small campaign: a tactic in two languages, and a figure."""
    return Office(write(tmp_path / "kampanye"))


@pytest.fixture
def ready(tmp_path):
    """One message, its contacts verified, reviewed and approved: nothing is missing."""
    office = Office(write(tmp_path / "kampanye", ALONE))
    office.verify_all()
    office.approve("high-pay")
    return office


# Contacts -------------------------------------------------------------------------------------------------------------


def test_a_check_is_written_beside_the_contact_and_nowhere_else(office):
    """Name and day, and what was checked; the rest of the file stays as it is, byte for byte."""
    before = office.read("content/channels.yaml")
    said = office.run("verify-channel", "call-centre", "--by", "Siti Rahmawati", "--note", "diangkat: 2 kali berdering")
    after = office.read("content/channels.yaml")
    [of] = [line for line in after.splitlines() if "verified-of" in line]
    assert after == before.replace(
        "  verified-by:\n  verified-on:\n",
        f'  verified-by: Siti Rahmawati\n  verified-on: {DAY}\n{of}\n  verified-note: "diangkat: 2 kali berdering"\n',
    )
    assert said.stdout == f"call-centre (0800-1000): verified by Siti Rahmawati on {DAY}; that holds until 2027-02-20\n"


def test_a_second_check_takes_the_place_of_the_first_and_of_its_note(office):
    """The note of November says nothing about February."""
    office.run("verify-channel", "call-centre", "--by", "Siti", "--note", "ok")
    office.run("verify-channel", "call-centre", "--by", "Budi", as_of="2027-02-01")
    [row] = [row for row in office.json("channels") if row["id"] == "call-centre"]
    assert (row["verified_by"], row["verified_on"], row["verified_note"]) == ("Budi", "2027-02-01", "")


def test_channels_lists_what_is_due_first(office):
    """Never checked, then by the last day of the check."""
    office.run("verify-channel", "call-centre", "--by", "Siti")
    rows = [line.split()[:3] for line in office.run("channels").stdout.splitlines()]
    assert rows[1:] == [["siskop2mi", "unverified", "now"], ["call-centre", "verified", "2027-02-20"]]


def test_only_what_is_due_is_listed_on_that_day(office):
    """The list to work through."""
    office.verify_all()
    assert office.json("channels", "--due") == []
    due = office.json("channels", "--due", as_of="2027-02-21")
    assert [(row["id"], row["state"], row["due_on"]) for row in due] == [
        ("call-centre", "expired", "2027-02-20"),
        ("siskop2mi", "expired", "2027-02-20"),
    ]


def test_a_changed_digit_takes_the_verification_back(office):
    """Nobody dialled the new number."""
    office.verify_all()
    office.edit("content/channels.yaml", "value: 0800-1000", "value: 1500-630")
    [row] = office.json("channels", "--due")
    assert (row["id"], row["state"], row["verified"]) == ("call-centre", "changed", False)


@pytest.mark.parametrize(
    ("id", "by", "code"),
    [("nope", "Siti", "US012"), ("call-centre", "  ", "US019"), ("call-centre", "123", "US019"),
     ("call-centre", "Si\u200bti", "US020"), ("call-centre", "x" * 121, "US020")],
)  # fmt: skip
def test_nothing_is_written_for_a_contact_or_a_name_that_is_none(office, id, by, code):
    """A person answers for it, with a name that can be read."""
    before = office.read("content/channels.yaml")
    report = office.json("verify-channel", id, "--by", by, code=2)
    assert [problem["code"] for problem in report["problems"]] == [code]
    assert office.read("content/channels.yaml") == before


def test_a_contact_with_an_error_cannot_be_verified(office):
    """What is verified must be what is printed."""
    office.edit("content/channels.yaml", "value: 0800-1000", "value: 0800-1001")
    report = office.json("verify-channel", "call-centre", "--by", "Siti", code=2)
    assert [problem["code"] for problem in report["problems"]] == ["CH006", "US011"]


def test_nothing_is_written_into_the_bundled_campaign(tmp_path, monkeypatch):
    """Outside of a campaign's folder there is nothing to put a name to."""
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(app, ["verify-channel", "call-centre", "--by", "Siti", "--json"])
    assert result.exit_code == 2
    assert [problem["code"] for problem in json.loads(result.stdout)["problems"]] == ["US010"]


@pytest.mark.parametrize("how", ["valid-until: 2026-11-21", "status: withdrawn"])
def test_a_contact_that_is_over_is_an_error_at_each_line_that_names_it(office, how):
    """And what names it is not made, not even as a draft."""
    office.run("build")
    (office.root / "content/channels.yaml").write_text(f"{FILES['content/channels.yaml']}  {how}\n", encoding="utf-8")
    found = [(one["file"], one["line"], one["code"]) for one in office.json("check", code=1)["problems"]]
    files = ("content/figures/takedowns.id.md", EN, ID)
    named = [(file, number) for file in files for number, line in enumerate(FILES[file].splitlines(), 1)
             if "check: siskop2mi" in line or "channel:siskop2mi" in line]  # fmt: skip
    assert found == [(file, number, "CH020") for file, number in named]
    assert len(named) == 5
    assert office.json("build", code=1)["made"] == []


# Translations ---------------------------------------------------------------------------------------------------------


def test_a_translation_records_what_it_translates_in_one_line(office):
    """Part by part; nothing else of the file changes, and a second time nothing at all."""
    before = office.read(EN)
    office.run("translated", "high-pay", "en")
    once = office.read(EN)
    added = [line for line in once.splitlines() if line not in before.splitlines()]
    assert once == before.replace("review: native-needed\n", f"review: native-needed\n{added[0]}\n")
    assert added[0].startswith("translates: {title: ")
    office.run("translated", "high-pay", "en")
    assert office.read(EN) == once


def test_exactly_the_changed_section_is_stale(office):
    """With its line in the translation; the draft is still made."""
    office.run("translated", "high-pay", "en")
    assert office.json("check")["problems"] == []
    office.edit(ID, "Jangan kirim apa pun.", "Jangan kirim apa pun, juga fotomu.")
    line = office.read(EN).splitlines().index("## Warning signs {#warning-signs}") + 1
    report = office.json("check")
    assert [(one["file"], one["line"], one["code"], one["level"]) for one in report["problems"]] == [
        (EN, line, "TR001", "warning")
    ]
    assert "en/high-pay/caption.txt" in office.json("build")["made"]


@pytest.mark.parametrize(
    ("old", "new", "stale"),
    [
        ("title: Gaji besar", "title: Gaji tinggi", ["title"]),
        ("summary: Tawaran", "summary: Penawaran", ["summary"]),
        ("## Tanda bahaya", "## Tanda jebakan", ["warning-signs"]),
        ("illustration: chat-lure", "illustration: chat-lure\nalt: Sebuah ponsel.", ["alt"]),
        ("## Yang harus", "## Katanya {#myth}\nSemua resmi.\n\n## Yang harus", ["myth"]),
        ("{icon=hand}", "{icon=octagon-x}", []),
        ("code: UJI-001", "code: UJI-009", []),
        ("Butuh CS di luar negeri, ==gaji", "Butuh CS di luar\nnegeri, ==gaji", []),
    ],
)
def test_what_a_translation_has_to_follow_is_its_words(office, old, new, stale):
    """Not icons, codes or where a line ends."""
    office.run("translated", "high-pay", "en")
    office.edit(ID, old, new)
    [row] = [row for row in office.json("translations") if row["message"] == "high-pay"]
    assert [part["part"] for part in row["stale"]] == stale
    assert row["state"] == ("stale" if stale else "whole")


def test_a_changed_number_in_the_register_makes_no_translation_stale(office):
    """Both languages print it from the register."""
    office.run("translated", "high-pay", "en")
    office.edit("content/channels.yaml", "value: 0800-1000", "value: 1500-630")
    assert [row["state"] for row in office.json("translations") if row["message"] == "high-pay"] == ["whole"]


def test_a_section_that_the_source_no_longer_has_is_stale_where_it_stands(office):
    """What was taken back is still said in the other language."""
    for file in (ID, EN):
        (office.root / file).write_text(office.read(file) + "\n## X {#truth}\nX.\n", encoding="utf-8")
    office.run("translated", "high-pay", "en")
    office.edit(ID, "\n## X {#truth}\nX.\n", "")
    [problem] = office.json("check")["problems"]
    assert (problem["code"], problem["line"]) == ("TR001", office.read(EN).splitlines().index("## X {#truth}") + 1)


def test_the_table_of_translations_has_a_cell_for_each_message_and_language(office):
    """Whole, stale, not recorded, missing, not reviewed."""
    assert office.run("translations").stdout.splitlines() == [
        "MESSAGE    en",
        "high-pay   not recorded, not reviewed",
        "takedowns  missing",
    ]
    office.run("translated", "high-pay", "en")
    office.edit(EN, "native-needed", "native-done")
    office.edit(ID, "title: Gaji besar", "title: Gaji tinggi")
    assert office.run("translations").stdout.splitlines()[1] == "high-pay   stale: title"


@pytest.mark.parametrize(
    ("slug", "language", "code"),
    [("high-pay", "id", "US014"), ("high-pay", "fr", "US015"), ("takedowns", "en", "US018"), ("nope", "en", "US018")],
)
def test_only_a_translation_that_is_there_can_be_recorded(office, slug, language, code):
    """With what to do instead."""
    report = office.json("translated", slug, language, code=2)
    assert [problem["code"] for problem in report["problems"]] == [code]


# Approval -------------------------------------------------------------------------------------------------------------


def test_approval_comes_after_a_review_of_the_same_words(office):
    """Draft, reviewed, approved; each with a name, a day and the hash of what was read."""
    assert [one["code"] for one in office.json("approve", "high-pay", "--by", "Budi", code=2)["problems"]] == [
        "US016",
        "US016",
    ]
    office.approve("high-pay", "--language", "id")
    front = dict(line.split(": ", 1) for line in office.read(ID).split("---")[1].strip().splitlines())
    assert (front["reviewed-by"], front["approved-by"], front["approved-on"]) == ("Siti Rahmawati", "Budi Santoso", DAY)
    assert front["reviewed-of"] == front["approved-of"]
    assert "approved" not in office.read(EN)


def release_codes(office, **given) -> list[str]:
    return [problem["code"] for problem in office.json("build", "--release", code=4, **given)["problems"]]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Jangan kirim apa pun.", "Jangan kirim apapun."),
        ("gaji 25 juta", "gaji 26 juta"),
        ("code: UJI-001", "code: UJI-002"),
        ("sources: [\"Kemnaker, 2022\"]", "sources: [\"Kemnaker, 2023\"]"),
        ("{icon=hand}", "{icon=octagon-x}"),
        ("call: call-centre", "call: siskop2mi"),
        ("approved-of: ", "approved-of: 0"),
    ],
)  # fmt: skip
def test_an_edit_takes_the_approval_back(ready, old, new):
    """Whatever is printed other than it was approved, one digit included."""
    ready.edit(ID, old, new)
    codes = release_codes(ready)
    assert [code for code in codes if code.startswith("RL")] == ["RL008"]


@pytest.mark.parametrize(
    ("old", "new"), [("---\ntitle", "---\n# catatan\naudience: [families]\ntitle"), ("\n\n## Tanda", "\n\n\n## Tanda")]
)
def test_a_comment_or_a_blank_line_does_not(ready, old, new):
    """Nothing printed is other than it was."""
    ready.edit(ID, old, new)
    assert ready.json("build", "--release")["drafts"] == 0


def test_a_changed_figure_takes_back_the_approval_of_what_quotes_it(tmp_path):
    """Nobody approved the new number."""
    office = Office(write(tmp_path / "kampanye", {ID: None, EN: None}))
    office.verify_all()
    office.approve("takedowns")
    office.run("build", "--release")
    office.edit("content/facts.yaml", "value: 23–27", "value: 23–28")
    assert release_codes(office) == ["RL008"]


def test_an_approval_without_the_words_that_were_approved_is_none(ready):
    """Written by hand, it would hold for whatever comes later."""
    text = ready.read(ID)
    [line] = [line for line in text.splitlines() if line.startswith("approved-of")]
    ready.edit(ID, f"{line}\n", "")
    assert release_codes(ready) == ["RL008"]


def test_an_approval_counts_from_its_day_on(ready):
    """Not on the day before."""
    assert release_codes(ready, as_of="2026-11-21") == ["RL013", "RL001", "RL001", "RL003"]


def test_a_publication_is_approved_as_a_message_is(tmp_path):
    """By its own words and their order; its messages are approved by themselves."""
    slides = (
        "title: Akun\nsummary: Satu akun.\nformat: carousel\ncode: C1\nupdated: 2026-11-22\nlanguages: [id]\n"
        'call: call-centre\ncheck: siskop2mi\nslides:\n  - {id: cover, title: "Akun ini?"}\n'
        "  - {id: m, message: high-pay}\n"
    )
    office = Office(write(tmp_path / "kampanye", {**ALONE, "content/publications/akun.yaml": slides}))
    office.verify_all()
    office.approve("high-pay")
    assert release_codes(office) == ["RL003"]
    office.approve("akun")
    assert office.json("build", "--release")["drafts"] == 0
    office.edit("content/publications/akun.yaml", "Akun ini?", "Akun itu?")
    assert release_codes(office) == ["RL008"]


# Release --------------------------------------------------------------------------------------------------------------


def test_what_is_verified_reviewed_and_approved_is_released_without_a_strip(ready):
    """The way out of the draft state, from the first command to the last."""
    report = ready.json("build", "--release")
    assert (report["problems"], report["drafts"], report["made"]) == ([], 0, ["id/high-pay/caption.txt"])
    assert "DRAF" not in (ready.output / "id/high-pay/caption.txt").read_text(encoding="utf-8")


def test_a_refused_release_names_every_reason_at_its_line_and_touches_nothing(office):
    """Contacts, figures, translations, approvals: all at once, each with file and line, and the folder is as it was."""
    office.run("build")
    before = office.published()
    office.run("verify-channel", "call-centre", "--by", "Siti", as_of="2026-01-01")
    office.run("translated", "high-pay", "en")
    office.edit(ID, "Jangan kirim apa pun.", "Jangan kirim apa pun, ya.")
    office.approve("high-pay", "--language", "id")
    office.edit(ID, "gaji 25 juta", "gaji 26 juta")
    office.edit("content/facts.yaml", "source-date: 2025-03-07", "source-date: 2025-03-07\n  term-days: 90")
    problems = office.json("build", "--release", code=4)["problems"]
    assert [(one["file"], one["code"]) for one in problems if one["level"] == "error"] == [
        ("content/campaign.yaml", "RL013"),
        ("content/channels.yaml", "RL004"),
        ("content/channels.yaml", "RL001"),
        ("content/figures/takedowns.id.md", "FA002"),
        ("content/figures/takedowns.id.md", "FA002"),
        (EN, "RL003"),
        (EN, "RL002"),
        (EN, "RL009"),
        (EN, "RL009"),
        (ID, "RL008"),
    ]
    assert [one for one in problems if not one["line"]] == []
    assert office.published() == before


def test_a_release_of_nothing_but_errors_makes_no_folder(office):
    """Not even a lock."""
    office.run("build", "--release", code=4)
    assert not office.output.exists()


def test_an_embargoed_message_is_marked_in_drafts_and_left_out_of_a_release(ready):
    """Until its day."""
    ready.edit(ID, "version: 1\n", "version: 1\npublish: 2026-12-01\n")
    ready.approve("high-pay")
    ready.run("build")
    assert "belum waktunya terbit" in (ready.output / "id/high-pay/caption.txt").read_text(encoding="utf-8")
    assert ready.json("build", "--release")["assets"] == 0
    assert ready.json("build", "--release", as_of="2026-12-01")["drafts"] == 0


# Recall ---------------------------------------------------------------------------------------------------------------


def recalled(office, code: int = 1, as_of: str = DAY) -> list[str]:
    return [why for one in office.json("recall", code=code, as_of=as_of)["recall"] for why in one["why"]]


def test_nothing_is_recalled_while_everything_holds(ready):
    """Not the same evening, not after a draft build into the same folder."""
    ready.run("build", "--release")
    ready.run("build")
    assert recalled(ready, code=0) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "why"),
    [
        ("content/channels.yaml", "0800-1000", "1500-630",
         "the channel “call-centre” was changed; today it is 1500-630"),
        ("content/channels.yaml", "  kind: web\n", "  kind: web\n  status: withdrawn\n",
         "the channel “siskop2mi” (siskop2mi.bp2mi.go.id) was withdrawn"),
        ("content/channels.yaml", "  kind: web\n", "  kind: web\n  valid-until: 2026-11-21\n",
         "the channel “siskop2mi” (siskop2mi.bp2mi.go.id) was valid until 2026-11-21"),
        (ID, "Jangan kirim apa pun.", "Jangan kirim apapun.", f"{ID} was changed"),
        (ID, "approved-by: Budi Santoso\n", "", f"{ID} is no longer approved"),
    ],
)  # fmt: skip
def test_what_was_released_and_is_wrong_now_is_recalled(ready, file, old, new, why):
    """With the reason; whatever was built into the folder since."""
    ready.run("build", "--release")
    ready.edit(file, old, new)
    CliRunner().invoke(app, ["build", str(ready.root), "--output", str(ready.output), "--format", "caption"])
    assert recalled(ready) == [why]


def test_an_expired_message_leaves_the_output_and_the_build_says_what_to_recall(ready):
    """Somebody may have passed it on."""
    ready.edit(ID, "version: 1\n", "version: 1\nexpires: 2026-12-31\n")
    ready.approve("high-pay")
    ready.run("build", "--release")
    report = ready.json("build", "--release", as_of="2027-01-01")
    assert (report["removed"], report["recall"]) == (["id/high-pay/caption.txt"],) * 2
    assert not (ready.output / "id/high-pay/caption.txt").exists()


def test_an_expired_message_is_recalled_before_anything_is_built(ready):
    """The day decides."""
    ready.edit(ID, "version: 1\n", "version: 1\nexpires: 2026-12-31\n")
    ready.approve("high-pay")
    ready.run("build", "--release")
    assert recalled(ready, code=0, as_of="2026-12-31") == []
    assert recalled(ready, as_of="2027-01-01") == [f"{ID} expired on 2026-12-31"]


def test_a_figure_past_its_term_and_a_message_that_is_gone_are_recalled(tmp_path):
    """The figure by its day, the message because nobody answers for it any more."""
    office = Office(write(tmp_path / "kampanye", {ID: None, EN: None}))
    office.verify_all()
    office.approve("takedowns")
    office.run("build", "--release")
    assert recalled(office, as_of="2027-03-08") == ["the figure “takedowns” may be quoted until 2027-03-07"]
    (office.root / "content/figures/takedowns.id.md").unlink()
    assert recalled(office) == ["content/figures/takedowns.id.md was removed, or can no longer be read"]


def test_where_nothing_was_released_nothing_can_be_recalled(office):
    """A draft is no release."""
    office.run("build")
    assert [one["code"] for one in office.json("recall", code=6)["problems"]] == ["ST023"]


def test_a_part_released_later_does_not_forget_the_rest(ready):
    """Each asset is remembered as it was when it was released."""
    write(ready.root, {"content/figures/takedowns.id.md": FILES["content/figures/takedowns.id.md"], EN: None,
                       ID: ready.read(ID), "content/channels.yaml": ready.read("content/channels.yaml")})  # fmt: skip
    ready.approve("campaign")
    ready.approve("takedowns")
    ready.run("build", "--release")
    ready.edit(ID, "gaji 25 juta", "gaji 26 juta")
    ready.approve("high-pay")
    ready.run("build", "--release", "--message", "takedowns")
    assert recalled(ready) == [f"{ID} was changed"]
