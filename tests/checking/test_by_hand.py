"""Contacts come from the register, never from the keyboard."""

import pytest
from checking.test_rules import faults
from hypothesis import given
from hypothesis import strategies as st
from small_campaign import TACTIC, write

from campaign.building.content import read_checked
from campaign.checking.example import placed
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
        ("Telepon 0800\u00a01000.", "HN001"),
        ("Telepon 0800\u200b1000.", "HN001"),
        ("Telepon O8OO1OOO ya.", "HN001"),
        ("Telepon 0-8-0-0-1-0-0-0.", "HN001"),
        ("Telepon l10.", "HN006"),
        ("Telepon 110 dan 3 hari.", "HN006"),
        ("Hubungi satu satu nol.", "HN008"),
        ("Kata delapan puluh persen korban.", "HN005"),
        ("Ada tiga dari empat pekerja.", "HN007"),
        ("Ada 2000 orang.", "HN007"),
        ("Ada 3 orang.", "HN007"),
        ("Buka siskop2mi[.]go[.]id.", "HN002"),
        ("Buka http://contoh.", "HN002"),
        ("Kir\u00adim.", "LT001"),
        ("Kir\u3164im.", "LT001"),
        ("\u0440\u0430\u0455\u0440\u043e\u0433 itu.", "LT004"),
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
        "Pasal 81 dan 86, ayat 1.",
        "Tunggu 2 atau 3 hari, atau 1,5 tahun.",
        "Usia 21–35 tahun, pukul 8, tanggal 1/2/2026.",
        "Café dan sékolah, “satu–dua”, 2½ tahun…",
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


@pytest.mark.parametrize(
    ("slot", "snippet", "code", "column"),
    [
        ("title", 'title: "Telp 0800-1000?"', "HN001", 14),
        ("front", "alt: Foto dengan nomor 0800-1000", "HN001", 24),
        ("front", 'hashtags: ["#0800-1000"]', "HN001", 14),
        ("front", 'sources: ["kompas.com, 2025"]', "HN002", 12),
        ("summary", "summary: >\n  Hubungi 0800\n  1000 ya.", "HN001", 11),
        ("lure heading", '## Rayuan {#lure from="+62 812 3456 7890"}', "HN001", 24),
        ("signs heading", "## Tanda 0800-1000 {#warning-signs}", "HN001", 10),
        ("region", "ntb,NTB,BP3MI,Jalan A 12 Telp. 0370-623456,,id,akun,500", "HN001", 32),
        ("region", "ntb,NTB,BP3MI wa.me/x,,,id,akun,500", "HN002", 15),
        ("slide", '  - {id: cover, title: "WA 0812 3456 7890", text: "Geser."}', "HN001", 28),
        ("settings", "words: {free: {id: hubungi 110, en: free}}", "HN006", 28),
        ("fact", "x: {value: 5, unit: orang di 0800-1000, source: A, source-date: 2026-01-01}", "HN001", 30),
        ("assets/illustrations/a.svg", "<svg xmlns='x'><text>08</text><text>00-1000</text></svg>", "HN001", 22),
        ("assets/illustrations/a.svg", "<svg xmlns='x' aria-label='0800-1000'/>", "HN001", 28),
        ("assets/illustrations/a.svg", "<svg xmlns='x'><desc>di 0800-1000</desc></svg>", "HN001", 25),
    ],
)
def test_it_is_found_wherever_words_are_printed(tmp_path, slot, snippet, code, column):
    """Front matter, attributes, publications, tables, words of the interface, registers, drawings: with its place."""
    there = placed(slot, snippet)
    line = there.line + (1 if ">\n" in snippet else 0)
    found = [(p.code, p.file, p.line, p.column) for p in faults(tmp_path, there.files)]
    assert found == [(code, there.file, line, column)]


@given(st.from_regex(r"\A(0|\+62)8[0-9]{8,10}\Z"), st.integers(2, 5), st.sampled_from([" ", "-", ".", " - ", "–", "/"]))
def test_a_mobile_number_is_found_however_it_is_grouped(number, size, separator):
    """Spaces, dots and dashes hide nothing, in a fraudster's words neither."""
    grouped = separator.join(number[i : i + size] for i in range(0, len(number), size))
    for section in ("warning-signs", "lure"):
        piece = Piece("content/tactics/x.id.md", f"Telepon {grouped} ya", "copy", (section, "item", 0))
        assert [one.kind for one in numerals_of(piece)] == ["phone"]
