"""Filled templates on their way to print: nothing is fetched from elsewhere, nothing gets lost, nothing is ignored."""

import logging

import pytest
from small_documents import page

from campaign.media import typesetting
from campaign.media.fitting_pages import Setting
from campaign.media.manuscripts import Manuscript

PICTURE = {"assets/illustrations/a.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"/>'}


def manuscript(body: str, style: str = "", **parts) -> Manuscript:
    filled, library = page(body, style, **parts)
    return Manuscript(filled.body, filled.template, filled.styles, library)


def laid_out(body: str, style: str = "", **parts) -> Manuscript:
    made = manuscript(body, style, **parts)
    made.lay_out(Setting())
    return made


def printed(made: Manuscript, setting: Setting) -> list[str]:
    return [text.text for text in made.lay_out(setting).texts]


def test_text_that_leaves_the_page_is_missed():
    """WeasyPrint drops what runs over the page's end in an absolute box, and says nothing."""
    lines = "".join(f"<p>Baris nomor {number} di sini</p>" for number in range(40))
    made = laid_out(f'<div style="position: absolute; top: 0; height: 30mm">{lines}</div>')
    lost = list(made.lost)
    assert {problem.code for problem in lost} == {"PR009"}
    assert "“Baris nomor 39 di sini”" in lost[-1].message


def test_text_that_is_there_is_not_missed():
    """Broken into lines, hyphenated, in another case or in a table."""
    body = (
        "<p style='width: 20mm'>Pusat panggilan per\u00adlindungan</p><table><tr><td>Satu<td>Dua</table>"
        "<p style='text-transform: uppercase'>ditulis besar</p><svg viewBox='0 0 9 9'><text>x</text></svg>"
    )
    assert list(laid_out(body).lost) == []


def test_a_picture_that_leaves_the_page_is_missed():
    """At the line of the template where it stands."""
    body = (
        '<div style="position: absolute; top: 0"><p style="height: 50mm">a</p>'
        '<img data-at="templates/uji/uji.html:3" alt="" src="assets/illustrations/a.svg" style="height: 30mm"></div>'
    )
    [problem] = laid_out(body, files=PICTURE).lost
    assert (problem.code, problem.line) == ("PR009", 3)


def test_a_picture_without_alternative_text_is_an_error_unless_it_is_decoration():
    """``alt=""`` says that it is."""
    bare = laid_out('<p>a</p><img src="assets/illustrations/a.svg">', files=PICTURE)
    bare.write()
    assert ["no required alt" in problem.message for problem in bare.complaints] == [True]
    decoration = laid_out('<p>a</p><img alt="" src="assets/illustrations/a.svg">', files=PICTURE)
    decoration.write()
    assert list(decoration.complaints) == []


def test_a_style_sheet_that_is_not_there_is_an_error():
    """The page would come out bare."""
    filled, library = page("<p>a</p>")
    [problem] = Manuscript(filled.body, filled.template, ("templates/uji/other.css",), library).complaints
    assert (problem.code, problem.file) == ("PR008", "templates/uji/other.css")


def test_a_picture_is_looked_up_anew_in_every_library():
    """A side is kept by what it is made from: a replaced picture is another one, a removed one is missed."""
    body = '<p>a</p><img alt="" src="assets/illustrations/a.svg">'
    assert list(laid_out(body, files=PICTURE).complaints) == []
    assert [problem.code for problem in laid_out(body).complaints] == ["PR008"]
    assert [problem.code for problem in laid_out(body).complaints] == ["PR008"]


def test_an_unchanged_side_is_laid_out_once():
    """Regional copies differ on the outside only."""
    typesetting.laid_out.cache_clear()
    for region in ("Aceh", "Bali", "Riau"):
        laid_out(f"<section data-side='a'><p>{region}</p></section><section data-side='b'><p>Sama</p></section>")
    counts = typesetting.laid_out.cache_info()
    assert (counts.misses, counts.hits) == (4, 2)


def test_sides_follow_one_another_in_one_file():
    """In their order, with the first one's title."""
    made = manuscript("<section data-side='a'><p>Satu</p></section><section data-side='b'><p>Dua</p></section>")
    proof = made.lay_out(Setting())
    assert [[text.text for text in side.texts] for side in proof.pages] == [["Satu"], ["Dua"]]


def test_a_setting_changes_size_and_air():
    """``rem`` follows the size, ``var(--air)`` the panel's air."""
    style = "p { font-size: 1rem; margin-top: calc(var(--air) * 2mm) } section { --air: 1; display: inline-block }"
    made = manuscript('<section data-panel="p"><p data-air>Kata</p></section>', style)
    [panel] = made.lay_out(Setting(9.5)).panels
    assert panel.air == pytest.approx(2)
    proof = made.lay_out(Setting(10, (("p", 3),)))
    assert proof.texts[0].size == pytest.approx(10)
    assert proof.panels[0].air == pytest.approx(6)


def test_a_spare_picture_shows_only_where_the_setting_says():
    """And is not missed where it does not."""
    made = manuscript(
        '<section data-panel="p"><p>Kata</p><div data-spare="20"><p>Cadangan</p></div></section>',
        "section { display: inline-block }",
    )
    assert made.spares == {"p": 20}
    assert printed(made, Setting()) == ["Kata"]
    assert list(made.lost) == []
    assert printed(made, Setting(spares=("p",))) == ["Kata", "Cadangan"]


def test_a_short_last_word_does_not_stand_alone():
    """It takes the word before it along; in headings as in paragraphs."""
    made = manuscript("<h1>Cari nama perusahaannya, huruf demi huruf.</h1>", "h1 { font-size: 11pt; width: 70mm }")
    assert printed(made, Setting())[-1].split() == ["demi", "huruf."]


def test_a_number_in_running_text_is_never_broken():
    """Its parts go to the next line together."""
    number = '<p>Hubungi KP2MI di <span class="channel">+62 21 2924 4800</span> dari sana</p>'
    lines = printed(manuscript(number, "p { width: 48mm }"), Setting())
    assert [line.replace("\u00a0", " ") for line in lines if "62" in line] == ["+62 21 2924 4800"]


@pytest.mark.parametrize("attribute", ['data-air="padd"', 'data-spare="a lot"', 'data-air-most="-1"', 'data-panel=""'])
def test_an_attribute_that_is_not_understood_is_an_error_at_its_line(attribute):
    """A slip of the template's author is not guessed at."""
    [problem] = manuscript(f'<p data-at="templates/uji/uji.html:4" {attribute}>Kata</p>').misuses
    assert (problem.code, problem.file, problem.line) == ("PR016", "templates/uji/uji.html", 4)
    assert problem.message.startswith(attribute.split("=")[0])


def test_what_others_log_is_not_taken_for_a_complaint():
    """Only WeasyPrint's own words, and only while it works."""
    with typesetting.listening() as heard:
        logging.getLogger("other").warning("noise")
    typesetting.LOGGER.warning("late")
    assert heard == []
