"""What stands on an asset is what it lists, digit by digit."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.checking.printed import Printed, contacts_in, printed_problems, shown
from campaign.model.register import Channel


def channel(id: str, kind: str, value: str) -> Channel:
    return Channel.model_validate(
        {"id": id, "name": {"*": id}, "kind": kind, "value": value, "source": "uji", "source_date": date(2026, 1, 1)},
        by_name=True,
    )


CALL = channel("call-centre", "call", "0800-1000")
ABROAD = channel("from-abroad", "call", "+62 21 2924 4800")
WEB = channel("siskop2mi", "web", "siskop2mi.bp2mi.go.id")
LISTED = (CALL, ABROAD, WEB)


def codes(*lines: str, links=(), listed=LISTED, required=()):
    return [
        problem.code for problem in printed_problems(Printed(lines, tuple(links)), listed, required, "a.png", "a.md")
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Telepon 0800-1000, bebas pulsa.",
        "Telepon 0800‑1000.",  # hyphens that do not break
        "Dari luar negeri: +62 21 2924 4800",
        "Buka siskop2mi.bp2mi.go.id sekarang.",
        "Gaji Rp25.000.000 sebulan, 2025–2026, 22/11/2026.",
        "UU 18/2017, KA-014 · v1 · id · Nov 2026",
    ],
)
def test_what_is_listed_and_whole_passes(line):
    """Registered contacts, amounts, years and dates are no strangers."""
    assert codes(line) == []


@pytest.mark.parametrize(
    "line",
    [
        "Telepon 0800-1001.",
        "Telepon 0800 1008",
        "Dari luar negeri: +65 21 2924 4800",
        "WA 0812 3456 7890",
        "Buka siskop2mi.go.id sekarang.",
        "Buka siskop2mi.bp2mi.co.id",
        "Ikuti @kp2mi_resmi",
        "tanya@contoh.go.id",
        "bit.ly/kerja-aman cekaman.link",
    ],
)
def test_a_stranger_is_found(line):
    """One wrong digit or label makes it somebody else's contact."""
    assert "PT001" in codes(line)


def test_a_number_over_two_lines_is_not_whole():
    """Half a number on each of two lines is not a number that anybody dials."""
    assert codes("Telepon 0800-", "1000 sekarang") == ["PT003"]


def test_an_address_cut_off_is_not_whole():
    """The end that was clipped leads elsewhere."""
    assert codes("Buka siskop2mi.bp2mi.go") == ["PT003"]


def test_a_required_contact_that_is_nowhere_is_missed():
    """A page whose number got lost is worse than none."""
    assert codes("Telepon kami.", required={"call-centre"}) == ["PT003"]


def test_a_contact_that_copy_only_names_is_not_missed():
    """ "Lapor ke Aduan Konten" prints a name, no address."""
    assert codes("Lapor ke pusat panggilan.") == []


def test_a_code_leads_to_a_listed_contact():
    """A code that nobody can read with the eye is checked like the words."""
    assert codes("Pindai", links=["https://siskop2mi.bp2mi.go.id"]) == []
    assert codes("Pindai", links=["https://siskop2mi.bp2mi.co.id"]) == ["PT002"]


def test_a_contact_behind_a_code_counts_as_shown():
    """Small canvases have the code without the letters."""
    assert shown(Printed((), ("https://siskop2mi.bp2mi.go.id",)), WEB)


@given(at=st.integers(0, 9), digit=st.sampled_from("0123456789"))
def test_any_other_digit_in_a_number_is_a_stranger(at, digit):
    """No single mistyped digit passes."""
    places = [i for i, c in enumerate(ABROAD.value) if c.isdigit()]
    place = places[at]
    typed = ABROAD.value[:place] + digit + ABROAD.value[place + 1 :]
    found = codes(f"Telepon {typed} sekarang")
    assert ("PT001" in found) is (typed != ABROAD.value)


@given(st.text(max_size=60))
def test_any_text_can_be_read(text):
    """Hostile words make no crash, and what is found stands in the text."""
    assert all(contact in text for contact in contacts_in(text))
