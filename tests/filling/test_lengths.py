"""How platforms count."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.filling.lengths import length


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Gaji besar?", 11),
        ("Cek: https://siskop2mi.bp2mi.go.id/lowongan/list", 5 + 23),
        ("Cek https://a.id.", 4 + 23 + 1),  # the full stop belongs to the sentence
        ("Cek: kp2mi.go.id", 5 + 23),  # a bare address becomes a link as well
        ("https://a.id https://b.id", 23 + 1 + 23),
        ("“Benar” – ya", 12),
        ("…", 2),
        ("⚠️", 2),
        ("☎️ 110", 6),
        ("e\u0301", 1),  # composed before it is counted
    ],
)
def test_x_counts_links_as_23_and_signs_beyond_latin_twice(text, count):
    """As twitter-text's configuration 3 has it."""
    assert length("x", text) == count


def test_a_long_bare_address_counts_at_least_its_letters():
    """Where X knows no link in it, it stays as long as it is."""
    bare = "siskop2mi.bp2mi.go.id/lowongan/list"
    assert length("x", bare) == len(bare)


def test_threads_counts_emoji_by_their_bytes():
    """An emoji is as long as its UTF-8; letters with accents are one."""
    assert length("threads", "é") == 1
    assert length("threads", "✅") == 3


def test_others_count_utf16_units():
    """Emoji beyond the first plane are two, as editors on phones count them."""
    assert (length("instagram-feed", "aé…"), length("telegram", "😀")) == (3, 2)


@given(st.text(max_size=80), st.sampled_from(["facebook", "threads"]))
def test_no_letter_counts_less_than_once(text, platform):
    """A count that is too low would let a platform cut the text."""
    assert length(platform, text) >= len(text)


@given(st.text(st.characters(max_codepoint=126, exclude_characters="."), max_size=80))
def test_x_counts_plain_latin_as_it_stands(text):
    """Without an address, each letter of plain Latin text is one."""
    assert length("x", text) == len(text)
