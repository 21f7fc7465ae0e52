"""Templates filled in: what they print is noted, and their errors are found at their line."""

from datetime import date

import pytest
from small_campaign import FILES, released, write

from campaign.filling.filler import Filler, appears
from campaign.model.library import Library
from campaign.model.register import Channel
from campaign.model.work import Workshop
from campaign.planning.plan import Selection, plan
from campaign.problems import CampaignError
from campaign.reading.folder import read_campaign

DAY = date(2026, 11, 22)


@pytest.fixture
def fill(tmp_path):
    """Fill the small campaign's portrait of high-pay, with some content and some templates replaced."""

    def filled(templates=None, content=None, language="id", as_of=DAY, format="instagram-portrait"):
        reading = read_campaign(write(tmp_path, content))
        library = Library({**reading.library.files, **{k: v.encode() for k, v in (templates or {}).items()}})
        [job] = plan(reading.campaign, Selection((format,), ("high-pay",), (language,)), as_of).jobs
        return Filler(Workshop(reading.campaign, library, as_of)).fill(job)

    return filled


def problem_of(fill, template: str):
    with pytest.raises(CampaignError) as caught:
        fill({"templates/social/tactic.html": template})
    [problem] = caught.value.problems
    return problem


def test_tags_carry_the_line_where_their_author_wrote_them(fill):
    """What layout refuses later is found in the template, not in the HTML made from it."""
    body = fill(
        {"templates/social/tactic.html": "{# one\ntwo #}\n<div>\n  {% if 1 < 2 %}<p>x</p>{% endif %}\n</div>\n"}
    ).body
    assert '<div data-at="templates/social/tactic.html:3">' in body
    assert '<p data-at="templates/social/tactic.html:4">' in body


def test_copy_is_escaped_once(fill):
    """An ampersand in a title is an ampersand on the card."""
    title = {
        "content/tactics/high-pay.id.md": FILES["content/tactics/high-pay.id.md"].replace("Gaji besar", "A & B <b>")
    }
    assert "<p>A &amp; B &lt;b&gt;, langsung berangkat?</p>" in fill(
        {"templates/social/tactic.html": "{% set x %}<p>{{ message.title }}</p>{% endset %}{{ x }}"}, title
    ).body.replace(' data-at="templates/social/tactic.html:1"', "")


def test_the_channels_that_a_template_prints_are_noted(fill):
    """``where-used`` can answer from what was printed, not from what might have been."""
    template = "<p>{{ call.value }}</p>{{ message.section('warning-signs')['items'][0].text }}"
    assert fill({"templates/social/tactic.html": template}).channels == ("call-centre", "siskop2mi")


def test_a_channel_that_is_not_printed_is_not_noted(fill):
    """A contact's name alone is no contact."""
    assert fill({"templates/social/tactic.html": "<p>{{ call.name }}</p>"}).channels == ()


def test_an_unverified_contact_makes_a_draft(fill):
    """The strip says what is missing."""
    assert fill({"templates/social/tactic.html": "{{ call.value }}"}).draft == "DRAF – kontak belum diverifikasi"


def test_a_template_that_calls_a_contact_of_its_own_is_a_draft_too(fill):
    """The strip counts what the template prints, wherever it took it from."""
    ready = released()
    later = ready["content/channels.yaml"].replace("2026-11-20", "2026-12-20").replace("2026-12-20", "2026-11-20", 1)
    content = {**ready, "content/channels.yaml": later}
    assert fill({"templates/social/tactic.html": "{{ call.value }}"}, content).draft == ""
    own = "{{ call.value }}{{ channel('siskop2mi').value }}"
    assert fill({"templates/social/tactic.html": own}, content).draft == "DRAF – kontak belum diverifikasi"


def test_a_verification_holds_for_its_term(fill):
    """Ninety days after it was dialled, a number has to be dialled again."""
    content = {"content/channels.yaml": released()["content/channels.yaml"]}
    template = {"templates/social/tactic.html": "{{ call.value }}"}
    assert "kontak" not in fill(template, content, as_of=date(2027, 2, 18)).draft
    assert "kontak" in fill(template, content, as_of=date(2027, 2, 19)).draft


def test_an_unread_translation_is_a_draft(fill):
    """English that no native speaker has read says so on the picture."""
    assert fill({"templates/social/tactic.html": "x"}, language="en").draft == (
        "DRAFT – language not yet reviewed by a native speaker"
    )


@pytest.mark.parametrize(
    ("template", "line", "code"),
    [
        ("<div>\n{% if message %}\n</div>", 3, "JT002"),
        ("<div>\n{{ mesage.title }}\n</div>", 2, "JT005"),
        ("<div>\n\n{{ words['no-such-word'] }}", 3, "JT005"),
        ("<div>\n{{ words.no_such_word }}", 2, "JT005"),
        ("{{ channel('nobody').value }}", 1, "JT004"),
        ("<p>\n{{ icon('no-such-icon') }}", 2, "JT003"),
        ("{{ 1 / 0 }}", 1, "JT006"),
        ("{% include 'social/nothing.html' %}", 1, "JT001"),
        ("{{ message.__class__ }}", 1, "JT005"),
    ],
)
def test_a_mistake_in_a_template_is_found_at_its_line(fill, template, line, code):
    """A designer reads file and line, not a traceback."""
    problem = problem_of(fill, template)
    assert (problem.file, problem.line, problem.code) == ("templates/social/tactic.html", line, code)


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("Telepon 0800-1000.", True),
        ("Telepon 0800-1000, gratis", True),
        ("10800-1000", False),
        ("0800-10001", False),
        ("0800-1000-22", False),
        ("0800-1000/lowongan", False),
    ],
)
def test_a_number_is_found_in_text_only_as_a_whole(text, there):
    """Part of a longer number is not the number."""
    fields = {"id": "x", "name": {"*": "x"}, "kind": "call", "value": "0800-1000", "source": "s", "source-date": DAY}
    channel = Channel.model_validate(fields)
    assert appears(channel, text) is there
