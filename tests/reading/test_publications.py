"""A publication has the panels that its formats print, and on them what is printed there."""

import pytest
from small_campaign import write

from campaign.reading.folder import read_campaign

POSTER = """\
title: Poster uji
summary: Satu kalimat untuk uji.
formats: [poster-a3, poster-a2]
code: UJI-P1
updated: 2026-11-22
languages: [id]
call: call-centre
check: siskop2mi
panels:
  - {id: cover, title: "Gaji besar?"}
  - {id: main, message: high-pay}
  - {id: contacts, title: "Ragu?", contacts: [call-centre]}
"""


def problems(root, poster):
    return read_campaign(write(root, {"content/publications/poster-uji.yaml": poster})).problems


def test_a_publication_may_have_several_formats(tmp_path):
    """A poster in two sizes is one publication."""
    reading = read_campaign(write(tmp_path, {"content/publications/poster-uji.yaml": POSTER}))
    assert reading.problems == ()
    assert reading.campaign.publications["poster-uji"].formats == ("poster-a3", "poster-a2")


def test_a_panel_that_a_format_prints_must_be_there(tmp_path):
    """Each format tells, with its panels in the hint."""
    found = problems(tmp_path, POSTER.rsplit("\n  - ", 1)[0] + "\n")
    assert [(problem.code, problem.message) for problem in found] == [
        ("PB005", "there is no panel “contacts” for poster-a2"),
        ("PB005", "there is no panel “contacts” for poster-a3"),
    ]
    assert "cover, main, contacts" in found[0].hint


@pytest.mark.parametrize(
    ("whole", "lacking", "what"),
    [
        ("message: high-pay", "title: Tanpa pesan", "message"),
        (', contacts: [call-centre]"', "", "contacts"),
        (', title: "Gaji besar?"', "", "title"),
    ],
)
def test_a_panel_has_what_is_printed_on_it(tmp_path, whole, lacking, what):
    """At the panel's line."""
    poster = POSTER.replace(whole.removesuffix('"') if what == "contacts" else whole, lacking)
    found = problems(tmp_path, poster)
    assert {problem.code for problem in found} == {"PB006"}
    assert all(f"has no {what}" in problem.message and problem.line for problem in found)
