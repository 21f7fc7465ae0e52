"""Charts say what their facts say: lengths, counts and words, in pictures and in print."""

import re
import subprocess
import sys
from datetime import date
from hashlib import sha256
from xml.etree import ElementTree

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_campaign import FILES, write

from campaign.filling import charts
from campaign.filling.filler import Filler
from campaign.media import document, image
from campaign.model.campaign import Format
from campaign.model.library import Library
from campaign.model.work import Filled, Job, Made, Workshop
from campaign.painting.svg import check_svg, svg_picture
from campaign.problems import CampaignError
from campaign.reading.folder import read_campaign

DAY = date(2026, 11, 22)
FACTS = (
    FILES["content/facts.yaml"]
    + """\
reports:
  value: 300
  qualifier: more-than
  unit: {id: situs dan akun, en: sites and accounts}
  scope: {id: dilaporkan warga, en: reported by the public}
  source: {id: Menteri P2MI, en: Minister of P2MI}
  source-date: 2025-03-07
cases:
  value: 5088
  unit: {id: kasus, en: cases}
  scope: {id: sepanjang 2025, en: in 2025}
  source: {id: Kedutaan, en: Embassy}
  source-date: 2026-01-19
scams:
  value: 82
  unit: {id: dari 100 kasus, en: of 100 cases}
  scope: {id: berkaitan dengan penipuan daring, en: were tied to online scams}
  source: {id: Kedutaan, en: Embassy}
  source-date: 2026-01-19
half:
  value: 40–50
  qualifier: about
  unit: {id: persen, en: per cent}
  source: {id: Kedutaan, en: Embassy}
  source-date: 2026-01-19
"""
)
SHARED = FILES["content/figures/takedowns.id.md"].replace("fact: takedowns\n", "fact: cases\nshare: scams\n")


# What is drawn --------------------------------------------------------------------------------------------------------


def painted(svg: str, width: int, height: int) -> np.ndarray:
    """Alpha of each pixel, 0 to 1, of a drawing in the upper left corner of a canvas that does not clip it."""
    svg = str(svg).replace("<svg ", '<svg overflow="visible" ', 1)
    canvas = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">{svg}</svg>'
    return np.asarray(svg_picture(canvas, width, height).alpha, dtype=float) / 255


def paths(svg: str) -> list[dict[str, str]]:
    """The attributes of all paths, in the order of drawing."""
    return [dict(node.attrib) for node in ElementTree.fromstring(svg).iter() if node.tag.endswith("}path")]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 10**7), min_size=2, max_size=6).filter(any))
def test_bars_are_as_long_as_their_numbers(values):
    """Measured on the pixels of the middle row: from zero, in proportion, to a quarter px, as resvg paints."""
    for value in values:
        row = painted(charts.bar(value, value, max(values), width=300, height=20), 300, 20)[10]
        assert row.sum() == pytest.approx(300 * value / max(values), abs=0.26)


def test_what_a_range_leaves_open_is_not_filled():
    """23 to 27: solid up to 23, an outline from there."""
    row = painted(charts.bar(23, 27, 27, width=270, height=40), 270, 40)[20]
    assert row[:229].min() == 1
    assert row[234:265].max() == 0


@given(st.integers(0, 100), st.sampled_from((10, 20, 25)))
def test_so_many_of_a_hundred_people_are_marked(share, across):
    """Not one more, and a hundred in all."""
    fills = [path["fill"] for path in paths(charts.people(share, share, across=across, color="#111", rest="#ddd"))]
    assert fills == ["#111"] * share + ["#ddd"] * (100 - share)


def test_the_marked_people_take_their_share_of_the_picture():
    """All are of one size, and none lies upon another."""
    marked, others = (charts.people(82, 82, color=one, rest=two) for one, two in (("#000", "none"), ("none", "#000")))
    size = (952, 274)
    covered, uncovered = painted(marked, *size).sum(), painted(others, *size).sum()
    assert covered / (covered + uncovered) == pytest.approx(0.82, abs=0.002)
    assert (painted(marked, *size) * painted(others, *size)).max() == 0


def test_people_of_a_range_are_dashed():
    """Of ten people eight for sure, and perhaps a ninth."""
    drawn = paths(charts.people(80, 90, of=10, color="#111", rest="#ddd"))
    assert [path["fill"] for path in drawn] == ["#111"] * 8 + ["none", "#ddd"]
    assert "stroke-dasharray" in drawn[8]


@pytest.mark.parametrize(
    ("low", "of", "message"),
    [
        (82, 20, "82 of 100 is no whole number of 20 people; draw 100"),
        (0.5, 100, "0.5 of 100 is no whole number of 100 people"),
        (50, 30, "draw 10, 20, 100 people, not 30"),
    ],
)
def test_no_person_is_cut_in_two(low, of, message):
    """Rounding would draw another number than the one that is printed."""
    with pytest.raises(charts.ChartError, match=re.escape(message)):
        charts.people(low, low, of=of)


def test_each_thing_counted_has_its_pictogram():
    """27 icons in turn, 23 on solid cells and four on dashed ones."""
    drawn = charts.pictograms(23, 27, ["globe", "smartphone"], color="#111", cell="#ddd")
    assert len(re.findall("<g transform=", drawn)) == 27
    assert [drawn.count(shape) for shape in ('fill="#ddd"', "stroke-dasharray")] == [23, 4]


@pytest.mark.parametrize(("count", "across"), [(3, 3), (11, 6), (18, 9), (20, 10), (24, 8), (27, 9), (36, 9), (37, 10)])
def test_rows_of_pictograms_are_even(count, across):
    """Where a number divides."""
    assert charts.even_rows(count) == across


def test_too_many_pictograms_are_refused():
    """Nobody counts sixty-one."""
    with pytest.raises(charts.ChartError, match="1 to 60 whole things, not 61"):
        charts.pictograms(61, 61, ["globe"])


DRAWINGS = {
    "bar": lambda: charts.bar(20, 27, 30, label="20–27 situs"),
    "people": lambda: charts.people(82, 84, label="82–84 dari 100"),
    "pictograms": lambda: charts.pictograms(23, 27, ["globe", "smartphone"], label="23–27 situs"),
    "rail": lambda: charts.rail(4),
    "dot": lambda: charts.dot(),
    "nothing": lambda: charts.bar(0, 0, 30, label="0 situs"),
}


@pytest.mark.parametrize("name", DRAWINGS)
def test_charts_are_drawings_that_pictures_take(name):
    """No letters, no script, nothing from elsewhere, no ids that could meet twice on a page; it has a size."""
    svg = DRAWINGS[name]()
    root = ElementTree.fromstring(svg)
    assert check_svg(svg, name) == ()
    assert not [node for node in root.iter() if node.tag.endswith("text") or "id" in node.attrib]
    assert min(float(root.get(side)) for side in ("width", "height")) > 0


@pytest.mark.parametrize("name", DRAWINGS)
def test_charts_say_what_they_show(name):
    """To those who do not see them; rails and dots are ornaments."""
    root = ElementTree.fromstring(DRAWINGS[name]())
    told = (root.get("role"), bool(root.get("aria-label")), root.get("aria-hidden"))
    assert told == ((None, False, "true") if name in ("rail", "dot") else ("img", True, None))


def test_labels_are_escaped():
    """A scope with a quotation mark stays a label."""
    assert ElementTree.fromstring(charts.bar(1, 1, 1, label='"A" & <B>')).get("aria-label") == '"A" & <B>'


def test_another_process_draws_the_same_bytes():
    """Whatever its hash seed."""
    code = (
        "from hashlib import sha256; from campaign.filling import charts as c;"
        "print(sha256((c.bar(20, 27, 30) + c.people(82, 84) + c.pictograms(23, 27, ['globe'])).encode()).hexdigest())"
    )
    there = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()
    drawn = charts.bar(20, 27, 30) + charts.people(82, 84) + charts.pictograms(23, 27, ["globe"])
    assert there == sha256(drawn.encode()).hexdigest()


# What templates get ---------------------------------------------------------------------------------------------------

IMPORT = '{% import "_shared/charts.html" as charts with context %}'
HEAD = '<!doctype html><html lang="{{ language }}"><head><title>{{ title }}</title></head><body><div class="page">'
PICTURE = ".page { width: 100vw; height: 100vh; box-sizing: border-box; padding: 64px; color: #0b1f3a; } .page"
PICTURE += " { font-family: Manrope; font-weight: 500; background: #fffbf2; } body { margin: 0; }"
PRINT = "@page { size: 148mm 105mm; margin: 10mm } html { font: 500 11pt/1.4 Manrope } body, p { margin: 0 }"
MACROS = {
    "number": ("charts.big_number(fact_of('cases'))", {"cases"}),
    "number with a qualifier": ("charts.big_number(fact_of('reports'))", {"reports"}),
    "bars": (
        "charts.bars([fact_of('takedowns'), fact_of('reports')], labels=['Ditindak', 'Dilaporkan'], width=150)",
        {"takedowns", "reports"},
    ),
    "people": ("charts.people(fact_of('scams'), width=380)", {"scams"}),
    "people of ten": ("charts.people(fact_of('half'), of=10, across=10, width=380)", {"half"}),
    "pictograms": (  # beside the number, which names source and year
        "charts.big_number(fact_of('takedowns')) ~ charts.pictograms(fact_of('takedowns'), ['globe'], width=380)",
        {"takedowns"},
    ),
    "timeline": ("charts.timeline(main['items'])", set()),
    "timeline across": (
        "charts.timeline([{'when': fact_of('cases').date, 'title': 'A', 'text': 'B'}, {'title': 'C', 'text': ''}], "
        "direction='horizontal', width=480)",
        set(),
    ),
    "before and after": ("charts.before_after('Kerja ringan.', fact_of('scams'))", {"scams"}),
}


@pytest.fixture(scope="module")
def reading(tmp_path_factory):
    """The small campaign with figures to compare."""
    root = tmp_path_factory.mktemp("campaign")
    content = {"content/facts.yaml": FACTS, "content/figures/takedowns.id.md": SHARED}
    read = read_campaign(write(root, content))
    assert read.problems == ()
    return read


@pytest.fixture
def fill(reading):
    """``fill("{{ charts.… }}", language, print=False)``: the page, and the workshop that makes it."""

    def filled(body: str, language: str = "id", *, print: bool = False) -> tuple[Filled, Workshop]:
        medium, unit, size = ("document", "mm", (148, 105)) if print else ("image", "px", (1080, 1080))
        styles = ("_shared/charts-print.css" if print else "_shared/charts.css", "test/test.css")
        format = Format(
            name="test", family="test", title="Test", medium=medium, files=("pdf" if print else "png",),
            template="test.html", styles=("_shared/theme.css", *styles), width=size[0], height=size[1], unit=unit,
            accepts=("tactic",),
        )  # fmt: skip
        files = {
            "test.html": f"{IMPORT}\n{HEAD}\n{body}\n</div></body></html>",
            "test.css": PRINT if print else PICTURE,
        }
        added = {f"templates/test/{name}": text.encode() for name, text in files.items()}
        workshop = Workshop(reading.campaign, Library({**reading.library.files, **added}), DAY)
        return Filler(workshop).fill(Job("x", format, format.files[0], "high-pay", language)), workshop

    return filled


def words_of(filled: Filled) -> str:
    """What stands beside the drawings, without markup."""
    body = filled.body.partition("<body")[2].partition(">")[2]
    return " ".join(re.sub(r"<[^>]*>", " ", body).split())


def told(filled: Filled) -> list[str]:
    return re.findall(r'aria-label="([^"]*)"', filled.body)


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("macro", MACROS)
def test_every_macro_makes_a_picture(fill, macro, language):
    """Nothing in it is refused, too small, too pale or past the canvas; its figures are noted."""
    call, facts = MACROS[macro]
    filled, workshop = fill(f"{{{{ {call} }}}}", language)
    made: Made = image.make(filled, workshop)
    assert made.problems == ()
    assert set(filled.facts) == facts


@pytest.mark.parametrize("macro", MACROS)
def test_every_macro_is_printed(fill, macro):
    """WeasyPrint knows all of its style, and all of its text is on the page."""
    made = document.make(*fill(f"{{{{ {MACROS[macro][0]} }}}}", print=True))
    assert (made.problems, made.pages) == ((), 1)


@pytest.mark.parametrize(
    ("macro", "language", "words"),
    [
        ("number", "id", "5.088 kasus sepanjang 2025 Sumber: Kedutaan, 19 Januari 2026"),
        ("number", "en", "5,088 cases in 2025 Source: Embassy, January 19, 2026"),
        ("number with a qualifier", "id", "lebih dari 300 situs dan akun dilaporkan warga Sumber: Menteri P2MI"),
        ("bars", "id", "Ditindak 23–27 situs dan akun Dilaporkan lebih dari 300 situs dan akun"),
        ("people", "id", "82 dari 100 kasus berkaitan dengan penipuan daring"),
        ("people of ten", "id", "sekitar 40–50 dari 100"),
        ("people of ten", "en", "about 40–50 of 100"),
        ("before and after", "id", "JANJINYA Kerja ringan. KENYATAANNYA 82 dari 100 kasus"),
    ],
)
def test_numbers_and_their_context_stand_beside_the_drawing(fill, macro, language, words):
    """As the language writes them, with what they count, and who says so."""
    text = words_of(fill(f"{{{{ {MACROS[macro][0]} }}}}", language)[0])
    assert words.replace("January 19, 2026", "19 January 2026") in text


def test_drawings_speak_the_language_of_the_picture(fill):
    """Each bar says its own number."""
    assert told(fill(f"{{{{ {MACROS['people'][0]} }}}}", "en")[0]) == ["82 of 100 cases were tied to online scams"]
    assert told(fill(f"{{{{ {MACROS['bars'][0]} }}}}")[0]) == [
        "Ditindak: 23–27 situs dan akun",
        "Dilaporkan: lebih dari 300 situs dan akun",
    ]


def test_one_source_is_named_once(fill):
    """Two facts of the same day from the same office."""
    assert words_of(fill(f"{{{{ {MACROS['bars'][0]} }}}}")[0]).count("Menteri P2MI") == 1


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (
            "bars([fact_of('cases'), fact_of('reports')])",
            "“cases” counts kasus, “reports” counts situs dan akun: bars compare facts of one unit only",
        ),
        ("bars([fact_of('cases')])", "bars compare 2 to 6 facts, not 1"),
        (
            "people(fact_of('cases'))",
            "“cases” counts kasus: people are drawn for facts whose unit is “persen” or says of 100 what",
        ),
        ("people(fact_of('scams'), of=20)", "82 of 100 is no whole number of 20 people; draw 100"),
        ("pictograms(fact_of('cases'), ['globe'])", "pictograms count 1 to 60 whole things, not 5088"),
        ("timeline([{'title': 'A', 'text': ''}], direction='horizontal')", "a timeline has two steps at least"),
    ],
)
def test_what_would_not_be_true_is_refused_where_it_was_asked_for(fill, call, message):
    """At the line of the author's template, not inside the macros."""
    with pytest.raises(CampaignError) as caught:
        fill(f"<p></p>\n{{{{ charts.{call} }}}}")
    [problem] = caught.value.problems
    assert (problem.file, problem.line, problem.code) == ("templates/test/test.html", 4, "JT007")
    assert problem.message == message


# Shares of figure messages --------------------------------------------------------------------------------------------


def test_a_share_is_drawn_and_told(reading):
    """``share:`` puts a hundred people on the card, and their number into its alternative text."""
    workshop = Workshop(reading.campaign, reading.library, DAY)
    format = reading.campaign.formats["instagram-portrait"].model_copy(update={"platform": ""})
    filled = Filler(workshop).fill(Job("x", format, "png", "takedowns", "id"))
    said = "82 dari 100 kasus berkaitan dengan penipuan daring"
    assert told(filled) == [said]
    assert said in filled.alt
    assert {"cases", "scams"} <= set(filled.facts)
    assert image.make(filled, workshop).problems == ()


def test_a_share_that_the_meaning_tells_is_told_once(tmp_path):
    """By the author's own words, on the card and in its alternative text."""
    meaning = "Artinya [… dari 100](fact:scams) berupa penipuan."
    figure = re.sub("(?<={#meaning}\n).*", meaning, SHARED)
    read = read_campaign(write(tmp_path, {"content/facts.yaml": FACTS, "content/figures/takedowns.id.md": figure}))
    job = Job("x", read.campaign.formats["instagram-portrait"], "png", "takedowns", "id")
    filled = Filler(Workshop(read.campaign, read.library, DAY)).fill(job)
    assert told(filled) == ["82 dari 100 kasus berkaitan dengan penipuan daring"]
    assert words_of(filled).count("82 dari 100") == 1
    assert "penipuan daring" not in filled.alt


def test_a_share_that_is_no_fact_is_found(tmp_path):
    """At its line, with the nearest name."""
    content = {"content/facts.yaml": FACTS, "content/figures/takedowns.id.md": SHARED.replace("scams", "scam")}
    [problem] = read_campaign(write(tmp_path, content)).problems
    assert (problem.code, problem.line, problem.message) == ("RG001", 10, "no fact is called “scam”")
    assert "scams" in problem.hint
