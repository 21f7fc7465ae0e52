"""What `campaign check --fix` changes, and what it never does."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.checking.mends import mended

HEADINGS = {"tanda bahaya": "warning-signs"}


def mend(text: str, language: str = "id") -> str:
    return mended(text, language, HEADINGS)[0]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Satu  kata.   ", "Satu kata."),
        ("Satu ,dua , tiga .", "Satu ,dua, tiga."),
        ('Kata "gaji besar" itu.', "Kata “gaji besar” itu."),
        ('1. **"Cepat".** Lalu "pergi".', "1. **“Cepat”.** Lalu “pergi”."),
        ("Hari Jum'at...", "Hari Jum’at…"),
        ("## Tanda bahaya", "## Tanda bahaya {#warning-signs}"),
        ("baris satu  \nbaris dua", "baris satu  \nbaris dua"),
        ("baris satu  \n\nbaris dua", "baris satu\n\nbaris dua"),
    ],
)
def test_what_is_safe_is_mended(before, after):
    """Spaces, quotation marks, apostrophes, ellipses, names of headings, blanks at the end of lines."""
    assert mend(before) == after


@pytest.mark.parametrize(
    "text",
    [
        "0811  8080   141",
        '[Hubungi  "…"](channel:call-centre)',
        '## Rayuannya {#lure from="Nomor  tak dikenal"}',
        'Satu " saja.',
        "## Judul lain",
        '---\ntitle: "Akun  palsu"\n---\n',
        'Sudah “begini” dan "begitu".',
    ],
)
def test_what_is_not_safe_stays(text):
    """Digits, links, braces, YAML, marks without a partner, headings that nobody knows."""
    assert mend(text) == text


def test_each_changed_line_is_named():
    """The author sees what happened."""
    _, mends = mended('Satu  kata.\nLurus.\n"Dua" kata. ', "id", {})
    assert [(one.line, one.what) for one in mends] == [(1, "spaces"), (3, "blanks at its end, quotation marks")]


def test_a_language_whose_quotation_marks_nobody_told_keeps_them():
    """French has others."""
    assert mend('Mot "un" ici.', "fr") == 'Mot "un" ici.'


TEXTS = st.lists(
    st.sampled_from(
        [*"ab12 .,\"'*=\n{}[]()#-", "…", "  ", "...", "](channel:x)", "0811 8080", "## Tanda bahaya", "\r\n"]
    ),
    max_size=40,
).map("".join)


@given(TEXTS)
def test_mending_twice_is_mending_once(text):
    """And no digit and no link is ever another."""
    once = mend(text)
    assert mend(once) == once
    kept = re.compile(r"[0-9]+|\]\([^()]*\)")
    assert kept.findall(once) == kept.findall(text)
