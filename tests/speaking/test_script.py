"""Spots: composed from a message, within their slot, ready to be read."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from campaign.model.message import Section
from campaign.model.text import RichText, Run
from campaign.problems import CampaignError
from campaign.speaking.script import radio_script
from campaign.speaking.timing import seconds

CLOSING = "Pesan ini disampaikan oleh Kampanye Uji."
SIGNS = [
    ("Gaji jauh di atas wajar", "Lowongan resmi untuk pekerjaan yang sama tidak setinggi itu."),
    ("Serba cepat, tanpa seleksi", "Jalur resmi selalu ada tes, kontrak, dan visa kerja."),
    ("Minta data pribadi lewat pesan", "Perusahaan resmi punya kantor dan surat tugas."),
    ("Diminta transfer di muka", "Jangan kirim uang ke rekening pribadi siapa pun."),
]
DEEDS = [("Berhenti", "Jangan kirim data, jangan bayar."), ("Bicarakan di rumah", "Tanya juga kantor desa.")]
LURE = "Kerja di luar negeri, gaji 25 juta! Minggu ini terbang, tanpa tes."


@pytest.fixture(scope="session")
def spot(words, lexicons):
    """``spot(message, slot=30)``: its script, calling 0800-1000."""

    def made(message, slot=30, language="id", **more):
        given = {
            "call_name": "Pusat panggilan KP2MI",
            "call_value": "0800-1000",
            "closing": CLOSING,
            "words": words(language),
            "lexicon": lexicons[language],
            **more,
        }
        return radio_script(message, slot=slot, language=language, **given)

    return made


def problems_of(spot, message, **more):
    with pytest.raises(CampaignError) as caught:
        spot(message, **more)
    return caught.value.problems


def parts(script) -> list[str]:
    return [line.part for line in script.lines if line.kind in ("announcer", "voice")]


def test_a_spot_says_who_what_and_whom_to_call_in_that_order(spot, tactic):
    """Hook, gist, signs, what to do, the number, and who says so."""
    script = spot(tactic(signs=SIGNS[:2], deeds=DEEDS))
    assert [part for n, part in enumerate(parts(script)) if n == 0 or parts(script)[n - 1] != part] == [
        "hook", "gist", "intro", "point", "deed", "call", "closing",
    ]  # fmt: skip


@pytest.mark.parametrize(("slot", "times"), [(30, 1), (60, 2)])
def test_the_number_is_said_once_in_half_a_minute_and_twice_in_a_whole(spot, tactic, slot, times):
    """A number costs four seconds, and nobody writes it down at first hearing."""
    script = spot(tactic(signs=SIGNS, deeds=DEEDS, lure=LURE), slot)
    spoken = " ".join(line.spoken for line in script.lines)
    assert spoken.count("nol delapan nol nol, satu nol nol nol") == times


@pytest.mark.parametrize("slot", [30, 60])
def test_a_message_with_enough_to_say_fills_its_slot(spot, tactic, slot):
    """At least 85 % is spoken and at least one second stays silent."""
    script = spot(tactic(signs=SIGNS, deeds=DEEDS, lure=LURE), slot)
    assert 0.85 * slot <= script.seconds <= slot - 1


def test_word_counts_are_those_of_radio(spot, tactic):
    """42 to 48 words in half a minute and 90 to 98 in a whole are what stations count on; ours stay near them."""
    message = tactic(signs=SIGNS, deeds=DEEDS, lure=LURE)
    assert 38 <= spot(message, 30).words <= 52
    assert 84 <= spot(message, 60).words <= 104


def test_the_estimate_is_the_formula_on_what_is_spoken(spot, tactic):
    """Seconds of a script are the reading time of its spoken words and the sounds by themselves."""
    script = spot(tactic(signs=SIGNS, deeds=DEEDS, lure=LURE), 60)
    read = sum(seconds(line.spoken) for line in script.lines)
    effects = sum(line.kind == "effect" for line in script.lines)
    assert script.seconds == pytest.approx(read + effects, abs=0.06)


def test_lines_begin_when_the_ones_before_are_read(spot, tactic):
    """The clock in the margin counts up, without gaps."""
    lines = spot(tactic(signs=SIGNS, deeds=DEEDS, lure=LURE), 60).lines
    for before, line in pairwise(lines):
        assert line.start == pytest.approx(before.start + before.seconds, abs=0.11)
    assert replace(lines[0], start=61.4).clock == "1:01"


def test_the_bait_is_another_voice_after_a_sound(spot, tactic):
    """In a whole minute the fraudster's words come first, so that they are not taken for advice."""
    script = spot(tactic(signs=SIGNS, deeds=DEEDS, lure=LURE), 60)
    assert [line.role for line in script.lines][:4] == ["MUSIK", "SFX", "TOKOH", "ANNCR"]
    assert "dua puluh lima juta" in script.lines[2].printed


def test_signs_are_named_as_signs_before_they_are_read(spot, tactic):
    """“Visa kerja tidak perlu” by itself would be heard as advice."""
    script = spot(tactic(signs=[("Visa kerja tidak perlu", "")]))
    lines = [line.printed for line in script.lines]
    assert lines[lines.index("Visa kerja tidak perlu.") - 1] == "Ini tanda penipuan."


def test_some_steps_are_not_called_all_steps(spot, tactic):
    """When only the first steps fit, the listener hears that there are more."""
    steps = Section("steps", "Langkah", (), (), tactic(signs=SIGNS * 2).sections[0].items, True, 10)
    message = replace(tactic(kind="route"), sections=(steps, *tactic().sections[1:]))
    some = [line.printed for line in spot(message, 30).lines]
    assert "Mulailah dari sini." in some
    few = replace(message, sections=(replace(steps, items=steps.items[:2]), *message.sections[1:]))
    assert "Ini langkahnya." in [line.printed for line in spot(few, 30).lines]


def test_a_lead_that_asks_keeps_its_answer(spot, tactic):
    """“Sudah transfer?” without its answer leaves a listener alone."""
    script = spot(tactic(deeds=[("Sudah transfer?", "Hubungi bankmu sekarang. Simpan buktinya.")]))
    [deed] = [line.printed for line in script.lines if line.part == "deed"]
    assert deed.startswith("Sudah transfer? Hubungi bankmu sekarang.")


def test_other_contacts_stay_out_of_a_spot(spot, tactic):
    """Only one number is called; a sentence that holds another one is not read."""
    message = tactic(signs=SIGNS[:1], deeds=DEEDS[:1])
    told = message.sections[1]
    sentence = RichText((Run("Lapor ke "), Run("aduankonten.id", channel="report"), Run(" juga.")))
    message = replace(
        message, sections=(message.sections[0], replace(told, items=(replace(told.items[0], text=sentence),)))
    )
    assert "aduan" not in " ".join(line.spoken for line in spot(message, 60).lines)


def test_a_web_address_is_opened_not_called(spot, tactic):
    """The words around a contact follow its kind."""
    script = spot(tactic(), call_name="SISKOP2MI", call_value="siskop2mi.bp2mi.go.id")
    [call] = [line.printed for line in script.lines if line.part == "call"]
    assert call.startswith("Buka SISKOP2MI, alamatnya siskop-dua-em-i titik")


def test_a_phrase_loses_its_capital_within_a_sentence(spot, tactic):
    """Names keep theirs: “pusat panggilan KP2MI”, but “Kontak OJK”."""
    assert "Hubungi pusat panggilan KP2MI" in " ".join(line.printed for line in spot(tactic()).lines)
    assert "Hubungi Kontak OJK" in " ".join(line.printed for line in spot(tactic(), call_name="Kontak OJK").lines)


def test_an_author_s_own_text_is_read_as_it_stands(spot, tactic):
    """A section {#radio-30s} replaces the composed text; SFX and its like give the role."""
    own = (RichText.of("SFX: pintu diketuk"), RichText.of("TOKOH: Gaji 25 juta, mau?"), RichText.of("Jangan mau."))
    message = tactic(sections=(Section("radio-30s", "Radio", (), own, (), False, 40),))
    assert [(line.role, line.printed) for line in spot(message).lines] == [
        ("SFX", "pintu diketuk"),
        ("TOKOH", "Gaji dua puluh lima juta, mau?"),
        ("ANNCR", "Jangan mau."),
    ]


def test_a_number_that_the_register_gave_is_read_as_one(spot, tactic):
    """157 in an author's own text is three digits because it comes from a channel."""
    own = (RichText((Run("Tanya OJK di "), Run("157", channel="ojk"), Run("."))),)
    message = tactic(sections=(Section("radio-30s", "Radio", (), own, (), False, 40),))
    assert spot(message).lines[0].spoken == "Tanya o-je-ka di satu lima tujuh."


def test_own_text_that_is_too_long_is_refused_with_the_words_to_save(spot, tactic):
    """The author learns how much is too much, at the section's line."""
    own = (RichText.of("Jangan pernah mengirim data pribadi kepada orang yang tidak kamu kenal. " * 8),)
    message = tactic(sections=(Section("radio-30s", "Radio", (), own, (), False, 40),))
    [problem] = problems_of(spot, message)
    assert (problem.code, problem.file, problem.line) == ("SP001", "content/tactics/high-pay.id.md", 40)
    assert "seconds too long, about" in problem.message
    assert problem.hint == "shorten {#radio-30s}"


def test_a_message_that_cannot_be_short_enough_is_refused(spot, tactic):
    """Even hook, first deed, number and sender can be too long."""
    [problem] = problems_of(spot, tactic(title="Waspadalah terhadap tawaran kerja palsu " * 8))
    assert (problem.code, problem.line) == ("SP001", None)
    assert "write a section {#radio-30s}" in problem.hint


def test_what_cannot_be_read_is_refused_at_its_line(spot, tactic):
    """The announcer must not guess; all such forms of a script are reported at once."""
    message = tactic(title="Kode M01?", signs=[("Bayar 24/7", "")])
    problems = problems_of(spot, message)
    assert [(p.code, p.line, p.message) for p in problems] == [
        ("SP002", 2, "“M01” cannot be read aloud"),
        ("SP002", 11, "“24/7” cannot be read aloud"),
    ]
    assert all("lexicon.yaml under id: words" in problem.hint for problem in problems)


def test_the_head_has_the_dates_in_the_script_s_language(spot, tactic):
    """From when and until when a station may broadcast it; empty where it is open."""
    script = spot(tactic(publish=date(2026, 12, 1), expires=date(2027, 3, 31)))
    assert (script.valid_from, script.valid_until) == ("1 Desember 2026", "31 Maret 2027")
    assert (spot(tactic()).valid_from, spot(tactic()).valid_until) == ("", "")


def test_pronunciations_are_listed_once(spot, tactic):
    """What the announcer needs to know, in the order in which it comes."""
    script = spot(tactic(title="Admin CS, kata PMI?", summary="CS bukan selalu CS."))
    assert [written for written, _ in script.pronunciations] == ["CS", "PMI", "KP2MI", "0800-1000"]


@pytest.mark.parametrize("language", ["id", "en", "jv", "su"])
@pytest.mark.parametrize("slot", [30, 60])
def test_spots_exist_in_every_language_of_the_campaign(spot, tactic, language, slot):
    """Interface words, lexicon and numbers are there for all four."""
    script = spot(tactic(signs=SIGNS, deeds=DEEDS, lure=LURE), slot, language, call_name="KP2MI", closing="Uji.")
    assert script.seconds <= slot - 1


WORD = st.sampled_from(["jangan", "kirim", "data", "pribadi", "lewat", "pesan", "kepada", "siapa", "pun"])
sentence = st.lists(WORD, max_size=14).map(" ".join)
item = st.tuples(sentence.filter(bool), sentence.map(lambda text: f"{text.capitalize()}." if text else ""))


@settings(max_examples=60, deadline=None)
@given(
    title=sentence.filter(bool),
    summary=sentence,
    signs=st.lists(item, max_size=5),
    deeds=st.lists(item, max_size=4),
    lure=sentence,
    slot=st.sampled_from([15, 30, 60]),
)
def test_a_spot_never_exceeds_its_slot(spot, tactic, title, summary, signs, deeds, lure, slot):
    """Whatever the message, its spot leaves a second of air, or there is an error and no spot."""
    message = tactic(title=title, summary=summary, signs=signs, deeds=deeds, lure=lure)
    try:
        assert spot(message, slot).seconds <= slot - 1 + 0.05
    except CampaignError as error:
        assert [problem.code for problem in error.problems] == ["SP001"]


@settings(max_examples=40, deadline=None)
@given(
    signs=st.lists(item.filter(lambda pair: pair[1]), min_size=4, max_size=5),
    deeds=st.lists(item, min_size=2, max_size=3),
)
def test_seconds_are_not_left_lying_about(spot, tactic, signs, deeds):
    """What was left out would not have fitted any more: the slot is full, or everything was said."""
    message = tactic(title="Benarkah?", summary="Hati-hati.", signs=signs, deeds=deeds)
    script = spot(message, 30)
    said = " ".join(line.written for line in script.lines)
    unsaid = [seconds(f"{lead}.") for lead, _ in signs if f"{lead}." not in said]
    assert script.seconds >= 0.85 * 30 or script.seconds + min(unsaid, default=30) > 29 - 0.11
