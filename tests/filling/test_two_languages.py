"""Panels in two languages: the same panel in the one that stands first, and what happens without a translation."""

from datetime import date

from small_campaign import FILES, LEAFLET, write

from campaign.filling.filler import Filler
from campaign.model.work import Job, Workshop
from campaign.reading.folder import read_campaign

WITH_JAVANESE = {
    "content/campaign.yaml": FILES["content/campaign.yaml"].replace(
        "hashtags:", "  - {tag: jv, name: Basa Jawa, fallback: id, beside: id}\nhashtags:"
    ),
    "content/tactics/high-pay.jv.md": FILES["content/tactics/high-pay.en.md"]
    .replace("Big pay, leave at once?", "Gaji gedhe, langsung budhal?")
    .replace("**Stop.** Send no data, pay nothing.", "**Mandheg.** Aja ngirim data, aja mbayar."),
    "content/publications/leaflet-uji.yaml": LEAFLET.replace("languages: [id]", "languages: [id, jv]"),
}


def fill(root, changes=None, language="jv"):
    reading = read_campaign(write(root, {**WITH_JAVANESE, **(changes or {})}))
    campaign = reading.campaign
    job = Job("leaflet.pdf", campaign.formats["leaflet-trifold-a4"], "pdf", "leaflet-uji", language)
    return reading, Filler(Workshop(campaign, reading.library, date(2026, 11, 22))).fill(job)


def test_a_panel_says_it_in_the_first_language_before_the_second(tmp_path):
    """The original comes first, the second one is marked as the language that it is."""
    _, filled = fill(tmp_path)
    assert filled.body.index("Berhenti") < filled.body.index("Mandheg")
    assert 'lang="jv"' in filled.body


def test_both_files_of_a_message_are_what_it_was_made_from(tmp_path):
    """A change of either makes the piece anew."""
    _, filled = fill(tmp_path)
    assert {"content/tactics/high-pay.id.md", "content/tactics/high-pay.jv.md"} <= set(filled.made_from)


def test_a_message_without_a_translation_stands_in_the_first_language_alone(tmp_path):
    """The piece is made all the same, and a warning names publication, panel, message and language."""
    reading, filled = fill(tmp_path)
    [problem] = reading.problems
    assert (problem.code, problem.level) == ("PB004", "warning")
    assert problem.file == "content/publications/leaflet-uji.yaml"
    assert reading.campaign.publications["leaflet-uji"].panels[4].line == problem.line
    assert "“takedowns” is not there in “jv”" in problem.message
    assert "Setiap bulan muncul jebakan baru" in filled.body


def test_a_language_that_stands_alone_needs_the_translation(tmp_path):
    """English has nothing to fall back to."""
    leaflet = LEAFLET.replace("languages: [id]", "languages: [id, en]")
    reading = read_campaign(write(tmp_path, {"content/publications/leaflet-uji.yaml": leaflet}))
    assert [problem.code for problem in reading.problems] == ["PB001"]


def test_a_section_for_two_languages_that_a_message_lacks_is_told(tmp_path):
    """Also where the one-language copies do not need it."""
    leaflet = WITH_JAVANESE["content/publications/leaflet-uji.yaml"].replace(
        "message: high-pay, sections: [lure]}", "message: high-pay, sections: [lure], sections-beside: [lur]}"
    )
    reading = read_campaign(write(tmp_path, {**WITH_JAVANESE, "content/publications/leaflet-uji.yaml": leaflet}))
    assert [problem.code for problem in reading.problems if problem.level == "error"] == ["PB002"]
