"""Contacts come from the register, never from the keyboard."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_campaign import TACTIC, write

from campaign.building.content import read_checked
from campaign.checking.numerals import numerals_of
from campaign.model.piece import Piece

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
        ("Telepon 0800\n   1000.", "HN001"),
        ("Telepon 08**00**-10*00*.", "HN001"),
        ("Telepon 0800&#45;1000.", "HN001"),
        ("Telepon O8OO-1O00-2.", "HN001"),
        ("Telepon [0800-1000](channel:call-centre).", "HN001"),
        ("Hubungi 110.", "HN006"),
        ("Hubungi 1500-630.", "HN001"),
        ("Hubungi nol delapan nol nol satu nol nol nol.", "HN008"),
        ("Transfer ke BCA 7310252527.", "HN004"),
        ("Ada 82% kasus.", "HN005"),
        ("Ada 82 persen kasus.", "HN005"),
        ("Ada 5.088 kasus.", "HN007"),
        ("Lima juta orang tertipu.", "HN007"),
        ("Buka siskop2mi titik go titik id.", "HN002"),
        ("Buka t.me/lowongan.", "HN002"),
        ("Tulis ke tanya (at) contoh.go.id.", "HN003"),
        ("J\u0430ngan kirim.", "LT003"),
        ("Jangan ｋirim.", "LT004"),
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
        "Kalimat “gaji Rp25.000.000” adalah umpan.",
        "UU 18/2017 melindungimu.",
        "Umur 18 tahun.",
        "Pukul 08.00–16.00.",
        "Tahun 2025–2026.",
        "Hari ke-3 dari 7 hari, 3 langkah.",
        "KP2MI dan SP4N-LAPOR ada di halaman 4.",
        "Sejak 7 Maret 2025.",
    ],
)
def test_money_laws_ages_and_years_are_no_contacts(tmp_path, typed):
    """Numbers that tell something else are left alone."""
    assert [code for _, _, code in problems_with(tmp_path, typed)[1] if code[:2] in ("HN", "LT")] == []


def test_a_message_with_a_number_typed_by_hand_is_not_made(tmp_path):
    """It stays out of the campaign; its translation and the rest stay in."""
    reading, _ = problems_with(tmp_path, "Telepon 0800-1000.")
    assert sorted(reading.campaign.messages) == [("high-pay", "en"), ("takedowns", "id")]


@given(st.from_regex(r"\A(0|\+62)8[0-9]{8,10}\Z"), st.integers(2, 5), st.sampled_from([" ", "-", ".", " - ", "–", "/"]))
def test_a_mobile_number_is_found_however_it_is_grouped(number, size, separator):
    """Spaces, dots and dashes hide nothing, in a fraudster's words neither."""
    grouped = separator.join(number[i : i + size] for i in range(0, len(number), size))
    for section in ("warning-signs", "lure"):
        piece = Piece("content/tactics/x.id.md", f"Telepon {grouped} ya", "copy", (section, "item", 0))
        assert [one.kind for one in numerals_of(piece)] == ["phone"]
