"""Whatever would print an error of a rule is left out, and nothing else."""

import pytest
from checking.test_rules import written

from campaign.building.content import read_checked
from campaign.checking.example import FILES, MESSAGE, placed


def checked(tmp_path, slot, snippet):
    return read_checked(written(tmp_path, placed(slot, snippet).files))


def test_the_example_campaign_is_whole(tmp_path):
    """Two messages, a publication, an office."""
    campaign = read_checked(written(tmp_path, FILES)).campaign
    assert (len(campaign.messages), len(campaign.publications), len(campaign.regions)) == (2, 1, 1)


def test_a_message_with_an_error_leaves_its_translation_in(tmp_path):
    """One broken file costs only its own pictures."""
    reading = checked(tmp_path, "do", "- **Tanya.** Hubungi 0800-1000.")
    assert list(reading.campaign.messages) == [("high-pay", "en")]
    assert "high-pay.id" in reading.broken


def test_an_entry_with_an_error_takes_out_what_prints_it(tmp_path):
    """A wrong note beside a contact is on every picture that shows the contact."""
    files = dict(FILES)
    files["content/channels.yaml"] = files["content/channels.yaml"].replace(
        "  country: ID\n", "  note: WA 0812 3456 7890\n"
    )
    files[MESSAGE] = (
        files[MESSAGE].replace("call: call-centre", "call: other").replace("channel:call-centre", "channel:other")
    )
    files["content/channels.yaml"] += (
        "other: {name: Lain, kind: call, value: 0800-1000, source: a.id, source-date: 2026-01-01}\n"
    )
    files["content/tactics/second.id.md"] = FILES[MESSAGE]
    reading = read_checked(written(tmp_path, files))
    assert {slug for slug, _ in reading.campaign.messages} == {"high-pay"}
    assert reading.campaign.publications == {}


@pytest.mark.parametrize(
    ("slot", "snippet"),
    [
        ("settings", "words: {free: {id: GRATIS 0800-1000, en: FREE}}"),
        ("assets/illustrations/own.svg", "<svg xmlns='http://www.w3.org/2000/svg'><text>0800-1000</text></svg>"),
    ],
)
def test_words_of_the_interface_take_out_everything_and_drawings_what_shows_them(tmp_path, slot, snippet):
    """A number in a word of the interface would be on every asset; one in a drawing, where the drawing is."""
    files = dict(placed(slot, snippet).files)
    files[MESSAGE] = files[MESSAGE].replace("version: 1", "illustration: own")
    assert read_checked(written(tmp_path, files)).campaign.messages == {}


def test_an_office_with_an_error_is_left_out(tmp_path):
    """Its leaflet would print the number."""
    row = "ntb,Nusa Tenggara Barat,BP3MI NTB,Jalan Contoh 12 telp (0370) 623456,,id,akun,500"
    reading = checked(tmp_path, "region", row)
    assert reading.campaign.regions == {}
    assert len(reading.campaign.messages) == 2
