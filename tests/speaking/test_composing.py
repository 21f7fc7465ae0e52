"""Beats: how copy is taken apart, and which of them fill a slot."""

import pytest

from campaign.model.text import RichText, Run
from campaign.speaking.composing import Beat, Composer, Material, contacts_in, ended, sentences


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Berhenti", "Berhenti."),
        ("Berhenti!", "Berhenti!"),
        ("Sudah?", "Sudah?"),
        ("“Langsung ke majikan.”", "“Langsung ke majikan.”"),
        ("dan seterusnya …", "dan seterusnya …"),
        ("  ", ""),
    ],
)
def test_every_text_ends_so_that_a_voice_can_end_it(text, whole):
    """A full stop is added where the author left none, inside or outside quotation marks."""
    assert ended(text) == whole


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Jangan kirim. Jangan bayar.", ("Jangan kirim.", "Jangan bayar.")),
        ("Sudah? Lapor! Segera.", ("Sudah?", "Lapor!", "Segera.")),
        ("UU No. 18 berlaku. Baca.", ("UU No. 18 berlaku.", "Baca.")),
        ("“Berangkat saja.” Jangan mau.", ("“Berangkat saja.”", "Jangan mau.")),
        ("Bayar 2.5 juta. Lalu?", ("Bayar 2.5 juta.", "Lalu?")),
        ("", ()),
    ],
)
def test_sentences_are_parted_where_one_ends(text, parts):
    """Shortened words and numbers hold a dot without ending a sentence."""
    assert sentences(text) == parts


def test_contacts_are_what_a_register_printed():
    """Numbers and addresses count only in words that come from a channel."""
    text = RichText(
        (Run("Tahun 2025: "), Run("KP2MI di 0800-1000", channel="a"), Run(" atau "), Run("iasc.ojk.go.id", channel="b"))
    )
    assert contacts_in(text) == ("0800-1000", "iasc.ojk.go.id")


def offered(*point_costs: float):
    """Material whose needed beats take 10 seconds, with one-beat points and second deeds as given."""
    base = Beat("announcer", "dasar")
    none = Beat("announcer", "")
    deeds = tuple((Beat("announcer", f"tindakan {n}"),) for n in range(len(point_costs)))
    material = Material(
        hook=base, gist=none, intro_all=none, intro_some=none, points=(), deeds=((none,), *deeds),
        thought=(), lure=(), closing=(), opening=(),
    )  # fmt: skip
    cost = {base: 10.0, none: 0.0, **{deed[0]: value for deed, value in zip(deeds, point_costs, strict=True)}}
    return material, cost, [deed[0] for deed in deeds]


def test_what_comes_first_is_taken_first():
    """Extras are added in their order as long as they fit."""
    material, cost, [a, b, c] = offered(9, 8, 7)
    chosen = Composer(material, 30, cost).chosen()
    assert (a in chosen, b in chosen, c in chosen) == (True, True, False)


def test_a_slot_left_too_empty_is_filled_with_others():
    """Where the first extra keeps two others out that would fill the slot, they are taken instead."""
    material, cost, [a, b, c] = offered(11, 9.5, 9.4)
    chosen = Composer(material, 30, cost).chosen()
    assert (a in chosen, b in chosen, c in chosen) == (False, True, True)
    assert sum(cost[beat] for beat in chosen) >= 0.85 * 30
