"""What stands on an asset is what it lists, digit by digit."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.checking.printed import Printed, contacts_in, printed_problems, shown, strangers
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


ENDINGS = (
    "id com org net info me co gov my sg tv xyz site online app link biz shop store click live top page vip asia tw hk"
    " jp kr cn kh th mm ph vn sa ae cc io ly gl gd be us uk de nl au"
)


@pytest.mark.parametrize("ending", ENDINGS.split())
def test_an_address_is_found_whatever_it_ends_in(ending):
    """Registries of the countries where people go, and those that fraudsters like."""
    assert codes(f"Buka lowongan.{ending}") == ["PT001"]
    assert codes(f"Buka LOWONGAN.{ending.upper()}/daftar") == ["PT001"]


@pytest.mark.parametrize("gap", ["\u2010", "\u2011", "\u2012", "\u00a0", "\u202f", "\u2009", "\u00ad"])
def test_gaps_that_typography_makes_are_gaps(gap):
    """In the number that is listed, and in one that is not."""
    value = "0800\u00ad-1000" if gap == "\u00ad" else f"0800{gap}1000"
    spaced = channel("spaced", "call", "0800 1000" if gap in "\u00a0\u202f\u2009" else "0800-1000")
    assert shown(Printed((f"Telepon {value}.",)), spaced)
    assert "PT001" in codes(f"Telepon 0811{gap}808{gap}0141.")


@pytest.mark.parametrize(
    "line", ["Gaji 1.500.000", "Gaji 12,500,000", "2025-11-22", "22.11.2026", "2025–2026", "1998 - 2026"]
)
def test_amounts_years_and_days_are_no_numbers_to_call(line):
    """Exactly these."""
    assert list(contacts_in(line)) == []


@pytest.mark.parametrize(
    "line", ["15.00.000", "1.500.0000", "2025-11-222", "3025–2026", "1 2 3 4 5 6", "(021) 2924.480"]
)
def test_what_is_nearly_an_amount_or_a_day_is_a_number(line):
    """A telephone number may be grouped with dots as well."""
    assert len(list(contacts_in(line))) == 1


def test_a_number_has_six_digits_at_least():
    """Short ones are looked for as the register writes them."""
    assert list(contacts_in("12 34 5")) == []
    assert list(contacts_in("12 34 56")) == ["12 34 56"]


def test_half_a_contact_on_any_line_is_not_whole():
    """The first half and the last, of even and odd lengths; a short number has no halves that mean anything."""
    odd, even = channel("odd", "call", "0800-1000"), channel("even", "call", "1500-630x"[:8])
    assert codes("Telepon 0800-", listed=[odd]) == ["PT003"]
    assert codes("dan -1000", listed=[odd]) == ["PT003"]
    assert codes("Tahun 0800", listed=[odd]) == []
    assert codes("lalu 01000", listed=[channel("o", "call", "0801-01000")]) == ["PT003"]
    assert codes("Telepon 1500", listed=[even]) == ["PT003"]
    assert codes("Nomor 110", listed=[channel("six", "call", "110123")]) == ["PT003"]
    assert codes("Nomor 110", listed=[channel("five", "call", "11012")]) == []
    assert codes("A 0800-1000 B", "Telepon x0800-", "80800-", listed=[odd]) == []


def test_a_contact_is_shown_where_one_line_of_many_has_it():
    """Not on every line."""
    assert shown(Printed(("Ragu?", "Telepon 0800-1000.", "Cek dulu.")), CALL)
    assert not shown(Printed(("Ragu?", "Cek dulu.")), CALL)


@pytest.mark.parametrize(
    "line", ["x0800-1000", "0800-1000-2", "0800-10000", "+0800-1000", "0800-1000/2", "0800-1000.5"]
)
def test_a_part_of_a_longer_number_is_not_shown(line):
    """It would be somebody else's."""
    assert not shown(Printed((line,)), CALL)


@pytest.mark.parametrize(
    "line",
    ["https://siskop2mi.bp2mi.go.id", "www.siskop2mi.bp2mi.go.id", "siskop2mi.bp2mi.go.id/", "SISKOP2MI.BP2MI.GO.ID"],
)
def test_one_address_in_several_spellings_is_the_same(line):
    """Nobody is led elsewhere."""
    assert list(strangers([line], [WEB], "a.png", "a.md")) == []


def test_one_number_in_several_groups_is_the_same():
    """Who reads it dials the same digits."""
    assert list(strangers(["0800 1000 dan (0800) 1000 dan 08001000"], [CALL], "a.png", "a.md")) == []
    assert list(strangers(["+0800 1000"], [CALL], "a.png", "a.md")) != []


def test_an_e_mail_is_one_stranger():
    """Not its host once more, and not its name as a number."""
    assert list(contacts_in("tanya.081180801@contoh.go.id ya")) == ["tanya.081180801@contoh.go.id"]
    assert list(contacts_in("Ikuti @kp2mi.resmi_08112345 ya")) == ["@kp2mi.resmi_08112345"]


def test_what_was_read_back_does_not_change():
    """Frozen, without room for more."""
    printed = Printed(("a",))
    with pytest.raises(AttributeError):
        printed.lines = ()
    assert not hasattr(printed, "__dict__")


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
