"""What a printer would send back is found before anything is written."""

from dataclasses import replace

from campaign.media.page_proofs import Area, Page, Panel, Proof, Text
from campaign.media.proofreading import Sheet, faults

LEFT = Panel(
    "left", Area(0, 0, 100, 210), Area(9, 13, 91, 201), bottom=150, floor=201, air=20, most_air=2,
    at="templates/uji/uji.html:3",
)  # fmt: skip
RIGHT = replace(LEFT, name="right", area=Area(100, 0, 200, 210), column=Area(109, 13, 191, 201))
SHEET = Sheet(
    name="leaflet (id)",
    width=200,
    height=210,
    pages=1,
    template="templates/uji/uji.html",
    place=lambda panel: ("content/publications/uji.yaml", {"left": 7, "right": 9}.get(panel)),
    covers=lambda character: character != "漢",
)


def text(words: str, left: float, top: float, width: float = 40, **more) -> Text:
    """A line of 11 pt in the left panel."""
    line = Text(
        words, Area(left, top, left + width, top + 4), 11, "left", True, False, None, "templates/uji/uji.html:5"
    )
    return replace(line, **more)


def page(*texts: Text, panels=(LEFT, RIGHT), width: float = 200) -> Page:
    return Page(width, 210, 3, tuple(panels), texts)


def told(*pages: Page) -> list[tuple[str, str | None, int | None]]:
    return [(problem.code, problem.file.rsplit("/", 1)[-1], problem.line) for problem in faults(Proof(pages), SHEET)]


def test_a_clean_proof_has_no_faults():
    """Nothing is found where nothing is wrong."""
    assert told(page(text("Kata", 9, 20), text("Lagi", 9, 26))) == []


def test_panels_fold_where_they_meet():
    """The cut edges are no folds."""
    assert page().folds == (100,)


def test_a_panel_that_is_too_long_is_told_once():
    """Its texts, which then stand in the wrong places, are not."""
    long = replace(LEFT, bottom=213)
    assert told(page(text("Di luar", 9, 207), panels=(long, RIGHT))) == [("PR001", "uji.yaml", 7)]


def test_a_panel_beside_the_page_is_told_once():
    """A style that makes one panel too wide pushes the next one off the paper, with all its text."""
    pushed = replace(RIGHT, area=Area(150, 0, 250, 210), column=Area(159, 13, 241, 201))
    words = [text("Hilang", 160, 20, panel="right"), text("Hilang juga", 160, 30, panel="right")]
    assert told(page(*words, panels=(LEFT, pushed))) == [("PR017", "uji.html", 3)]


def test_a_panel_on_another_is_an_error():
    """Even where their texts do not touch."""
    wide = replace(LEFT, area=Area(0, 0, 140, 210))
    assert told(page(panels=(wide, RIGHT))) == [("PR017", "uji.html", 3)]


def test_text_wider_than_its_column_is_too_wide():
    """A number that never breaks would run into the next panel."""
    assert told(page(text("0800-1000", 60, 20))) == [("PR002", "uji.yaml", 7)]
    [problem] = faults(Proof((page(text("0800-1000", 60, 20)),)), SHEET)
    assert "9.0 mm too wide" in problem.message


def test_a_page_too_many_and_a_page_too_few_are_errors():
    """The template says how many there must be."""
    assert told(page(), page()) == [("PR003", "uji.yaml", None)]
    assert told() == [("PR003", "uji.yaml", None)]


def test_text_stays_five_millimetres_from_the_cut():
    """Also what is placed by hand, as a foot is."""
    assert told(page(text("Kaki", 9, 203, in_flow=False))) == [("PR004", "uji.yaml", 7)]
    assert told(page(text("Kaki", 9, 200.5, in_flow=False))) == []


def test_text_stays_four_millimetres_from_a_fold():
    """Ink cracks in the fold; at the cut it is five."""
    assert told(page(text("Lipat", 57, 20, in_flow=False))) == [("PR004", "uji.yaml", 7)]
    assert told(page(text("Lipat", 55.9, 20, in_flow=False))) == []
    assert told(page(text("Potong", 104.1, 20, panel="right", in_flow=False))) == []


def test_a_template_may_ask_for_more_room_at_the_cut():
    """A banner's eyelets take more than a guillotine."""
    line = Proof((page(text("Kata", 11, 20)),))
    assert [problem.code for problem in faults(line, SHEET)] == []
    [problem] = faults(line, replace(SHEET, safe=12))
    assert (problem.code, "12 mm from the edge" in problem.hint) == ("PR004", True)


def test_where_nothing_is_folded_text_may_stand_where_panels_meet():
    """The columns of a poster are no panels of a leaflet."""
    line = Proof((page(text("Kata", 50, 20, in_flow=False, width=48)),))
    assert [problem.code for problem in faults(line, SHEET)] == ["PR004"]
    assert list(faults(line, replace(SHEET, folded=False))) == []


def test_text_that_is_cut_off_is_an_error():
    """A clipped number can still be found by searching the file, and not be read on paper."""
    assert told(page(text("Terpotong", 20, 20, clip=Area(9, 10, 50, 30)))) == [("PR005", "uji.yaml", 7)]


def test_a_character_without_a_glyph_is_told_once():
    """With its code point, however often it stands there."""
    assert told(page(text("漢", 9, 20), text("漢漢", 9, 30, panel="left"))) == [("PR006", "uji.yaml", 7)]


def test_the_sign_for_what_could_not_be_read_is_refused():
    """Fonts have it, and a reader sees a black lozenge."""
    assert told(page(text("Kata \ufffd", 9, 20))) == [("PR006", "uji.yaml", 7)]


def test_a_page_of_another_size_is_an_error():
    """The print shop ordered paper for the format."""
    assert told(page(width=210)) == [("PR011", "uji.html", None)]


def test_small_print_is_nine_points_and_imprints_seven():
    """At the template's line, because type sizes are the designer's."""
    assert told(page(text("Kecil", 9, 20, size=8.8))) == [("PR012", "uji.html", 5)]
    assert told(page(text("Imprint", 9, 20, size=7.2, small=True))) == []
    assert told(page(text("Imprint", 9, 20, size=6.5, small=True))) == [("PR012", "uji.html", 5)]


def test_text_on_text_is_an_error():
    """Two lines that touch at their descenders are none."""
    assert told(page(text("Atas", 9, 20), text("Bawah", 20, 22))) == [("PR013", "uji.yaml", 7)]
    assert told(page(text("Atas", 9, 20), text("Bawah", 9, 23.6))) == []
