"""A campaign folder: what is read, and where each mistake is reported."""

import pytest
from small_campaign import FIGURE, FILES, TACTIC, write

from campaign.problems import CampaignError, Problem
from campaign.reading.folder import read_campaign


def changed(path: str, old: str, new: str) -> dict[str, str]:
    text = FILES[path]
    assert old in text
    return {path: text.replace(old, new, 1)}


def line_of(text: str, part: str) -> int:
    return text[: text.index(part)].count("\n") + 1


TACTIC_FILE = "content/tactics/high-pay.id.md"


@pytest.fixture
def reading(tmp_path):
    def read(changes=None):
        return read_campaign(write(tmp_path, changes))

    return read


def only(reading) -> Problem:
    [problem] = reading.problems
    return problem


def test_the_small_campaign_has_no_problems(reading):
    """What the other tests change one thing of is whole."""
    read = reading()
    assert read.problems == ()
    assert sorted(read.campaign.messages) == [("high-pay", "en"), ("high-pay", "id"), ("takedowns", "id")]


def test_a_section_has_its_id_heading_attributes_and_items(reading):
    """What an author writes under a heading is what templates get."""
    message = reading().campaign.messages["high-pay", "id"]
    lure, signs = message.section("lure"), message.section("warning-signs")
    assert (lure.heading, lure.attribute("from"), lure.text.marks) == ("Rayuannya", "Nomor tak dikenal", 3)
    assert [(item.title.plain, item.icon) for item in signs.items] == [
        ("Gaji jauh di atas wajar", "banknote"),
        ("Serba cepat, tanpa seleksi", "timer"),
        ("Minta data pribadi lewat chat", "id-card"),
    ]


def test_a_translation_inherits_what_it_leaves_out(reading):
    """Contacts, code and icons are written once, in the first language."""
    message = reading().campaign.messages["high-pay", "en"]
    assert (message.call, message.code, message.section("warning-signs").items[0].icon) == (
        "call-centre",
        "UJI-001",
        "banknote",
    )


def test_a_translation_marked_for_review_is_a_draft(reading):
    """``review: native-needed`` is kept with the message."""
    assert not reading().campaign.messages["high-pay", "en"].native_review


def test_the_ellipsis_in_a_link_becomes_the_channels_value(reading):
    """Nobody types a number: it comes from the register."""
    item = reading().campaign.messages["high-pay", "id"].section("what-to-do").items[1]
    assert item.text.plain == "Hubungi KP2MI di 0800-1000, bebas pulsa."
    assert item.text.channels == ("call-centre",)


def test_a_translation_takes_over_the_photograph_with_its_focus(reading):
    """Or brings a photograph of its own, whose point of interest lies elsewhere."""
    photos = {f"assets/photos/{name}": "a photograph" for name in ("street.jpg", "jalan.jpg")}
    first = changed(TACTIC_FILE, "illustration: chat-lure", "photo: street.jpg\nfocus: 40% 30%")
    message = reading({**first, **photos}).campaign.messages["high-pay", "en"]
    assert (message.photo, message.focus) == ("street.jpg", "40% 30%")
    own = changed("content/tactics/high-pay.en.md", "review:", "photo: jalan.jpg\nreview:")
    message = reading({**first, **own, **photos}).campaign.messages["high-pay", "en"]
    assert (message.photo, message.focus) == ("jalan.jpg", "")


def test_facts_print_in_the_languages_own_form(reading):
    """Value, source and date of a figure come from the register."""
    text = reading().campaign.messages["takedowns", "id"].section("meaning").text
    assert text.plain == "Ada 23–27 setiap bulan, kata Menteri P2MI pada 7 Maret 2025."


def test_a_misspelt_channel_proposes_the_nearest(reading):
    """An unknown id is an error at its line, with the id that was probably meant."""
    problem = only(reading(changed(TACTIC_FILE, "(channel:siskop2mi)", "(channel:siskop2m)")))
    assert (problem.file, problem.line, problem.code) == (TACTIC_FILE, line_of(TACTIC, "(channel:siskop2mi)"), "RG001")
    assert "siskop2mi" in problem.hint


def test_a_deleted_section_is_named(reading):
    """A tactic without warning signs is no tactic."""
    text = TACTIC[: TACTIC.index("## Tanda bahaya")] + TACTIC[TACTIC.index("## Yang harus") :]
    problem = only(reading({TACTIC_FILE: text, "content/tactics/high-pay.en.md": None}))
    assert (problem.file, problem.code) == (TACTIC_FILE, "MS030")
    assert "{#warning-signs}" in problem.message


def test_a_broken_message_takes_no_other_with_it(reading):
    """The other messages are still there to be made, translations included."""
    read = reading(changed(TACTIC_FILE, "(channel:siskop2mi)", "(channel:nobody)"))
    assert sorted(read.campaign.messages) == [("high-pay", "en"), ("takedowns", "id")]


def test_a_broken_register_entry_is_reported_once(reading):
    """The messages that use it are left out without a second problem each."""
    read = reading(changed("content/channels.yaml", "kind: web", "kind: webb"))
    assert [(problem.file, problem.line, problem.code) for problem in read.problems] == [
        ("content/channels.yaml", 13, "CM004")
    ]
    assert read.campaign.messages == {}


def test_an_address_outside_the_allowed_hosts_is_refused(reading):
    """One wrong label in a domain is a place for a phisher."""
    problem = only(reading(changed("content/channels.yaml", "siskop2mi.bp2mi.go.id", "siskop2mi.go.id")))
    assert (problem.line, problem.code) == (14, "CH004")


def test_a_translation_with_fewer_items_is_refused(reading):
    """Signs and their icons would no longer belong together."""
    path = "content/tactics/high-pay.en.md"
    problem = only(reading(changed(path, "3. **Asks for personal data by chat.** Send nothing.\n", "")))
    assert (problem.code, problem.line) == ("MS032", 10)


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("## Tanda bahaya {#warning-signs}", "## Tanda bahaya", "MS002"),
        ("## Tanda bahaya {#warning-signs}", "### Tanda bahaya {#warning-signs}", "MS001"),
        ("{#lure from", "{#bait from", "MS031"),
        ("{icon=banknote}", "{icon=bank-notes}", "MS022"),
        ("{icon=banknote}", "{ikon=banknote}", "MS005"),
        ("illustration: chat-lure", "illustration: chat-lur", "MS021"),
        ("illustration: chat-lure", "photo: street.jpg", "MS023"),
        ("illustration: chat-lure", "focus: 40% 30%", "MS024"),
        ("illustration: chat-lure", "focus: top left", "CM004"),
        ("illustration: chat-lure", "focus: 140% 30%", "CM004"),
        ("title: Gaji besar, langsung berangkat?\n", "", "CM002"),
        ("call: call-centre", "call: callcentre", "RG001"),
        ("summary:", "sumary:", "CM003"),
        ("updated: 2026-11-22", "updated: besok", "CM004"),
        ("Butuh CS", "<script>alert(1)</script> Butuh CS", "MD002"),
        ("Butuh CS", "![gambar](foto.jpg) Butuh CS", "MD002"),
        ("[SISKOP2MI](channel:siskop2mi)", "[SISKOP2MI](https://siskop2mi.go.id)", "MD003"),
        ("[SISKOP2MI](channel:siskop2mi)", "[SISKOP2MI](javascript:alert(1))", "MD003"),
        ("- **Tanya.**", "  - **Tanya.**", "MD001"),
        ("---\n\n## Rayuannya", "---\n\nTeks lepas.\n\n## Rayuannya", "MS004"),
        ("---\ntitle", "title", "MS014"),
    ],
)
def test_each_mistake_in_a_message_has_its_code_and_the_line_where_it_stands(reading, old, new, code):
    """An author finds every mistake at its place."""
    assert old in TACTIC
    text = TACTIC.replace(old, new, 1)
    read = reading({TACTIC_FILE: text, "content/tactics/high-pay.en.md": None})
    found = next(problem for problem in read.problems if problem.code == code)
    differing = next(
        (i for i, (a, b) in enumerate(zip(TACTIC.splitlines(), text.splitlines(), strict=False), 1) if a != b), 1
    )
    allowed = {differing, 1} if code in ("CM002", "MS014") else {differing}
    assert found.file == TACTIC_FILE
    assert found.line in allowed


def test_all_problems_of_a_folder_come_at_once(reading):
    """Nobody mends one mistake only to be told the next."""
    read = reading(
        {
            TACTIC_FILE: TACTIC.replace("channel:siskop2mi", "channel:nobody"),
            "content/figures/takedowns.id.md": FIGURE.replace("fact:takedowns#date", "fact:takedown#date"),
            "content/tactics/other.xx.md": TACTIC,
            **changed("content/facts.yaml", "source-date: 2025-03-07", "source-date: 2025-13-07"),
        }
    )
    assert {problem.file for problem in read.problems} == {
        TACTIC_FILE,
        "content/figures/takedowns.id.md",
        "content/tactics/other.xx.md",
        "content/facts.yaml",
    }


def test_without_campaign_yaml_there_is_nothing_to_read(tmp_path):
    """The one file that everything needs is named."""
    write(tmp_path, {"content/campaign.yaml": None})
    with pytest.raises(CampaignError) as caught:
        read_campaign(tmp_path)
    assert [problem.file for problem in caught.value.problems] == ["content/campaign.yaml"]


def test_a_text_missing_in_a_language_without_fallback_is_named(reading):
    """An English card never prints an Indonesian name by accident."""
    problem = only(reading(changed("content/channels.yaml", ", en: 24 hours", "")))
    assert (problem.line, problem.code) == (5, "RG014")


def test_a_day_that_is_no_day_says_how_to_write_it(reading):
    """Staff who write 22-11-2026 are told the form."""
    text = TACTIC.replace("updated: 2026-11-22", "updated: 22-11-2026")
    problem = reading({TACTIC_FILE: text, "content/tactics/high-pay.en.md": None}).problems[0]
    assert (problem.code, problem.hint) == ("CM004", "write the day as 2026-12-31")
