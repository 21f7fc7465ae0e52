"""Captions and alternative texts: whole parts, within every platform's limits."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from campaign.filling.caption_parts import CaptionParts, Entry, parts_of, tags
from campaign.filling.captions import alt_text, caption_for, captions_of, fitted
from campaign.filling.lengths import length
from campaign.model.campaign import Platform
from campaign.model.message import Item, Message, Section
from campaign.model.text import RichText, Run
from campaign.problems import CampaignError
from campaign.reading.registers import read_words

ROOT = Path(__file__).parents[2]
FILE = "templates/_shared/words.yaml"
WORDS = {key: texts["id"] for key, texts in read_words(FILE, (ROOT / FILE).read_bytes()).items()}
SOURCE = {"source": "vendor", "source-date": date(2026, 1, 1)}
PARTS = CaptionParts(
    file="content/tactics/high-pay.id.md",
    hook="Gaji besar, langsung berangkat?",
    summary="Gaji tinggi, tanpa tes, dan serba cepat adalah umpan.",
    points_heading="Tanda bahaya",
    points=tuple(Entry(f"Tanda nomor {n}", f"Tanda nomor {n}. Penjelasannya satu kalimat lagi.") for n in (1, 2, 3, 4)),
    numbered=True,
    deeds_heading="Yang harus dilakukan",
    deeds=(Entry("Berhenti", "Berhenti. Jangan kirim data."), Entry("Lapor", "Lapor. Simpan buktinya.")),
    call="Pusat panggilan KP2MI: 0800-1000",
    check="Cek: {}",
    check_value="siskop2mi.bp2mi.go.id",
    source="Sumber: Kemnaker, 2022",
    hashtags=("#A", "#B", "#C", "#D", "#E", "#F"),
    sign="⚠️",
)


def platform(id="facebook", **limits):
    return Platform(id=id, name=id.capitalize(), **SOURCE, **limits)


def caption(parts=PARTS, **limits):
    return caption_for(platform(**limits), parts, language="id", words=WORDS)


def test_without_a_limit_everything_is_said():
    """The whole message stands beside the picture, the number to call and the sources included."""
    text = caption().text
    for part in (PARTS.hook, PARTS.summary, PARTS.points[3].full, PARTS.deeds[1].full, PARTS.call, PARTS.source):
        assert part in text
    assert text.endswith("#A #B #C #D #E")


def test_the_order_is_that_of_reading():
    """Hook and summary first: some platforms show only a line and a half before “more”."""
    text = caption().text
    order = [PARTS.hook, PARTS.summary, "Tanda bahaya", "Yang harus dilakukan", "0800-1000", "Cek:", "Sumber", "#A"]
    assert sorted(order, key=text.index) == order


def test_what_matters_least_goes_first():
    """A little too long: the explanations go, leads and contact stay."""
    full = caption().count
    shorter = caption(caption=full - 1).text
    assert "Penjelasannya" in shorter
    assert "Simpan buktinya" not in shorter
    shortest = caption(caption=length("", PARTS.hook) + length("", f"☎️ {PARTS.call}") + 2).text
    assert shortest.split("\n\n") == [PARTS.hook, PARTS.call]


def test_short_captions_do_without_emoji():
    """They count double on X and by their bytes on Threads."""
    assert "⚠️" in caption(caption=2200).text
    assert not any(sign in caption(caption=500).text for sign in "⚠✅☎")


@pytest.mark.parametrize(("limit", "count"), [(None, 5), (1, 1), (0, 0), (3, 3)])
def test_hashtags_stay_within_the_platform_s_number(limit, count):
    """Five where a platform names no limit; the message's own come first."""
    made = caption(hashtags=limit)
    assert made.hashtags == PARTS.hashtags[:count]
    assert made.text.count("#") == count


def test_a_part_of_the_steps_would_mislead():
    """Steps and contacts are printed all or not at all; of signs, some are better than none."""
    tight = {"caption": 225}
    assert 0 < caption(**tight).text.count("Tanda nomor") < 4
    assert caption(replace(PARTS, whole_list=True), **tight).text.count("Tanda nomor") == 0


def test_a_figure_never_stands_without_its_source():
    """Number and source are never left out, however short the caption."""
    parts = replace(PARTS, figure="Lebih dari 20 situs.", must_cite=True)
    text = caption(parts, caption=120).text
    assert "Lebih dari 20 situs." in text
    assert "Sumber: Kemnaker, 2022" in text


@pytest.mark.parametrize(
    ("id", "address"),
    [("instagram-feed", "Cek: siskop2mi"), ("tiktok", "Cek: siskop2mi"), ("whatsapp", "Cek: https://siskop2mi")],
)
def test_addresses_are_links_where_they_can_be_tapped(id, address):
    """Instagram and TikTok link nothing in captions: there the address is written to be typed."""
    assert address in caption(id=id).text


def test_whatsapp_sets_the_hook_in_bold():
    """Asterisks are WhatsApp's own markup, and nobody else's."""
    assert caption(id="whatsapp").text.startswith("*Gaji besar, langsung berangkat?*\n")
    assert "*" not in caption(id="telegram").text


def test_the_measure_is_printed_as_the_language_writes_numbers():
    """Staff see at once how much room is left."""
    made = caption(caption=2200)
    assert made.measure == f"{made.count} dari 2.200 karakter"
    assert caption().measure == f"{caption().count} karakter, tanpa batas resmi"


def test_what_cannot_be_short_enough_is_a_problem_for_each_platform():
    """Nothing is cut: the author hears how much too long the least is, for all platforms at once."""
    platforms = [platform("x", caption=40), platform("threads", caption=50)]
    with pytest.raises(CampaignError) as caught:
        captions_of(platforms, PARTS, lambda limit: "", language="id", words=WORDS)
    assert [(p.code, p.file) for p in caught.value.problems] == [("CP001", PARTS.file)] * 2
    assert "X cannot get shorter than 25 characters over its limit" in caught.value.problems[0].message


@settings(deadline=None)
@given(
    texts=st.lists(
        st.text(st.characters(codec="utf-8", exclude_characters="\r\n"), max_size=120), min_size=9, max_size=9
    ),
    id=st.sampled_from(["x", "threads", "instagram-feed", "whatsapp"]),
    limit=st.integers(150, 900),
    most=st.integers(0, 5),
)
def test_captions_never_exceed_their_limits(texts, id, limit, most):
    """Whatever the copy: within characters and hashtags by the platform's own count, or a problem."""
    hook, summary, heading, one, two, deed, call, source, tag = texts
    parts = replace(
        PARTS,
        hook=hook,
        summary=summary,
        points_heading=heading,
        points=(Entry(one, one + two), Entry(two, two + one)),
        deeds=(Entry(deed, deed + one),),
        call=call,
        source=source,
        hashtags=tags(("#Satu", tag)),
    )
    try:
        made = caption(parts, id=id, caption=limit, hashtags=most)
    except CampaignError as error:
        assert [problem.code for problem in error.problems] == ["CP001"]
        return
    assert length(id, made.text) <= limit
    assert len(made.hashtags) <= most
    assert made.count == length(id, made.text)


@settings(deadline=None)
@given(limit=st.integers(70, 900))
def test_no_sentence_is_cut(limit):
    """Every line of a caption is a whole part, at any limit."""
    whole = {
        PARTS.hook,
        PARTS.summary,
        PARTS.call,
        f"☎️ {PARTS.call}",
        PARTS.source,
        "Cek: https://siskop2mi.bp2mi.go.id",
    }
    whole |= {
        f"{sign}{heading}:" for sign in ("", "⚠️ ", "✅ ") for heading in (PARTS.points_heading, PARTS.deeds_heading)
    }
    whole |= {f"{n}. {text}" for n, p in enumerate(PARTS.points, 1) for text in (p.short, p.full)}
    whole |= {f"- {text}" for deed in PARTS.deeds for text in (deed.short, deed.full)}
    whole |= {" ".join(PARTS.hashtags[:n]) for n in range(6)}
    assert set(caption(caption=limit).text.split("\n")) <= whole | {""}


# --- from a message


def message(kind="tactic", **changes) -> Message:
    number = RichText((Run("Hubungi "), Run("bank", channel="bank")))
    signs = (Item(RichText.of("Gaji besar"), RichText.of("Terlalu besar.")), Item(RichText.of("Sudah bayar?"), number))
    id = {"tactic": "warning-signs", "contacts": "contacts"}[kind]
    fields = {
        "slug": "a", "language": "id", "kind": kind, "file": "content/tactics/a.id.md", "title": "Benarkah?",
        "summary": "Tidak.", "code": "K", "version": 1, "updated": date(2026, 1, 1), "call": "c", "check": "s",
        "sections": (Section(id, "Tanda", (), (), signs, True, 5),), "lines": (("alt", 4),), "hashtags": ("Satu",),
    }  # fmt: skip
    return Message(**{**fields, **changes})


def taken_apart(message: Message) -> CaptionParts:
    return parts_of(
        message,
        words=WORDS,
        call="KP2MI: 0800-1000",
        check_value="kp2mi.go.id",
        hashtags=["#Dua #Tiga"],
        sources=["OJK, 2025"],
        value_of=lambda id: "14000" if id == "bank" else "",
    )


def test_a_lead_that_asks_keeps_its_answer():
    """“Sudah bayar?” alone helps nobody; other leads stand by themselves."""
    assert [entry.short for entry in taken_apart(message()).points] == ["Gaji besar", "Sudah bayar? Hubungi bank"]


def test_contacts_are_listed_with_their_numbers():
    """A list of contacts gives the register's value even where the copy prints only a name."""
    contact = Item(RichText((Run("Bank", channel="bank"),)), RichText.of("Buka 24 jam."))
    parts = taken_apart(message("contacts", sections=(Section("contacts", "Kontak", (), (), (contact,), False, 5),)))
    assert parts.points == (Entry("Bank: 14000", "Bank. Buka 24 jam: 14000"),)
    assert parts.whole_list


def test_the_message_s_hashtags_come_before_the_campaign_s():
    """Written with or without their sign, several in one text, each once."""
    assert taken_apart(message()).hashtags == ("#Satu", "#Dua", "#Tiga")
    assert tags(["Satu #Satu", "#", ""]) == ("#Satu",)


# --- alternative texts


def alt(message: Message, limit: int | None = None) -> str:
    return alt_text(message, limit=limit, words=WORDS, call="KP2MI: 0800-1000", value_of=lambda id: "14000")


def test_an_alternative_text_says_what_the_picture_says():
    """Title, signs and contact, for those who do not see them."""
    assert alt(message()) == (
        "Gambar berjudul “Benarkah?” Tanda: 1) Gaji besar; 2) Sudah bayar? Hubungi bank. KP2MI: 0800-1000."
    )


def test_the_author_s_own_alternative_text_comes_first():
    """It replaces the title."""
    assert alt(message(alt="Gambar percakapan.")).startswith("Gambar percakapan. Tanda:")


def test_an_own_alternative_text_over_the_limit_is_refused_at_its_line():
    """It is the author's to shorten, not ours to cut."""
    with pytest.raises(CampaignError) as caught:
        alt(message(alt="a" * 101), 100)
    [problem] = caught.value.problems
    assert (problem.code, problem.line) == ("CP002", 4)


def test_a_long_title_stands_alone():
    """Where “picture titled …” is too long, the title by itself is the text."""
    title = "Tawaran kerja yang terlalu indah?"
    assert alt(message(title=title), len(title)) == title


@given(st.lists(st.text(max_size=60), max_size=6), st.integers(20, 200))
def test_alternative_texts_never_exceed_their_limit(parts, limit):
    """Parts are added whole or not at all."""
    assert length("", fitted("Judul.", parts, limit)) <= limit


def test_platforms_without_a_place_for_it_have_no_alternative_text():
    """WhatsApp has no field for it: the caption says everything."""
    made = captions_of(
        [platform("whatsapp"), platform("x", alt=300)], PARTS, lambda limit: "Alt.", language="id", words=WORDS
    )
    assert [(one.alt, one.alt_measure) for one in made] == [("", ""), ("Alt.", "4 dari 300 karakter")]
