"""Contacts come from the register, never from the keyboard."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_campaign import TACTIC, write

from campaign.building.content import read_checked
from campaign.checking.rules.number_by_hand import NUMBER

FILE = "content/tactics/high-pay.id.md"


def problems_with(tmp_path, typed: str, instead_of: str = "Jangan kirim apa pun."):
    assert instead_of in TACTIC
    reading = read_checked(write(tmp_path, {FILE: TACTIC.replace(instead_of, typed)}))
    return reading, [(problem.file, problem.line, problem.code) for problem in reading.problems]


LINE = TACTIC[: TACTIC.index("Jangan kirim apa pun.")].count("\n") + 1


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("Telepon 0800-1000.", "HN001"),
        ("Telepon 0800 1000.", "HN001"),
        ("WA 0811-8080-141 saja.", "HN001"),
        ("Dari luar: +62 21 2924 4800.", "HN001"),
        ("Buka siskop2mi.bp2mi.go.id.", "HN002"),
        ("Buka https://contoh.com/x sekarang.", "HN002"),
        ("Chat wa.me saja.", "HN002"),
        ("Ikuti @kampanye_uji ya.", "HN003"),
        ("Surat ke tanya@contoh.go.id.", "HN003"),
        ("Jangan ki\u200brim apa pun.", "LT001"),
        ("Jangan \u202ekirim.", "LT001"),
        ("Ada \u0661\u0662 tanda.", "LT002"),
        ("Ada ３ tanda.", "LT002"),
    ],
)
def test_what_is_typed_by_hand_is_found_at_its_line(tmp_path, typed, code):
    """The author reads which words, and in which line."""
    assert (FILE, LINE, code) in problems_with(tmp_path, typed)[1]


def test_a_fraudsters_words_hold_no_usable_contact_either(tmp_path):
    """An invented number may belong to somebody."""
    assert any(code == "HN001" for _, _, code in problems_with(tmp_path, "WA 0812-3456-7890", "ke sini")[1])


@pytest.mark.parametrize(
    "typed",
    [
        "Gaji Rp25.000.000 sebulan.",
        "UU 18/2017 melindungimu.",
        "Umur 18 tahun.",
        "Pukul 08.00–16.00.",
        "Tahun 2025–2026.",
        "Rp1.500.000–Rp2.000.000 diminta.",
    ],
)
def test_money_laws_ages_and_years_are_no_contacts(tmp_path, typed):
    """Numbers that tell something else are left alone."""
    assert problems_with(tmp_path, typed)[1] == []


def test_a_message_with_a_number_typed_by_hand_is_not_made(tmp_path):
    """It stays out of the campaign; its translation and the rest stay in."""
    reading, _ = problems_with(tmp_path, "Telepon 0800-1000.")
    assert sorted(reading.campaign.messages) == [("high-pay", "en"), ("takedowns", "id")]


@given(st.from_regex(r"\A(0|\+62)8[0-9]{8,10}\Z"), st.integers(2, 5))
def test_a_mobile_number_is_found_however_it_is_grouped(number, size):
    """Spaces and hyphens hide nothing."""
    for separator in (" ", "-", "."):
        grouped = separator.join(number[i : i + size] for i in range(0, len(number), size))
        assert NUMBER.search(f"Telepon {grouped} ya")
