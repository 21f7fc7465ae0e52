# ruff: noqa: E501 - pages read better whole
"""Pages that run from right to left lie as they do in a browser."""

import pytest
from layout.browser import measured_pages
from layout.test_browser import faces

from campaign.layout import lay_out
from campaign.layout.commands import Canvas, DrawText
from campaign.painting.fonts import bundled_fonts

SIZE = (800, 900)
HEAD = """<!doctype html><html dir="rtl" lang="ar"><style>
html { font: 500 20px/1.5 Manrope, "Noto Sans Arabic"; }
body { margin: 10px 30px 0 0; }
</style>"""
PAGES = {
    "a row of a flex container": """<div style="display:flex;gap:10px"><div style="width:100px;margin-right:7px">a</div>
        <div style="flex:1">b</div><div style="width:60px;margin-left:9px">c</div></div>
        <div style="display:flex;justify-content:flex-end"><div style="width:100px">a</div><div style="width:50px">b</div></div>
        <div style="display:flex;justify-content:left"><div style="width:100px">a</div><div style="width:50px">b</div></div>
        <div style="display:flex;flex-direction:row-reverse;justify-content:start;gap:5px"><div style="width:100px">a</div>
        <div style="width:50px">b</div></div><div style="display:flex"><div style="width:90px;margin-left:auto">a</div></div>""",
    "lines of a flex container": """<div style="display:flex;flex-wrap:wrap;justify-content:space-between">
        <div style="width:300px">a</div><div style="width:300px">b</div><div style="width:400px">c</div></div>
        <div style="display:flex;flex-wrap:wrap-reverse"><div style="width:500px">a</div><div style="width:300px">b</div></div>""",
    "a column of a flex container": """<div style="display:flex;flex-direction:column;align-items:flex-start">
        <div style="width:100px;margin-right:8px">a</div><div style="width:50px;align-self:flex-end">b</div>
        <div style="width:50px;align-self:center">c</div><div>dd</div></div>""",
    "blocks that are narrower than their container": """<div style="width:200px">a</div>
        <div style="width:200px;margin-left:auto">a</div><div style="width:200px;margin-right:auto">a</div>
        <div style="width:200px;margin:0 20px 0 40px">a</div><div style="width:200px;margin:0 auto">a</div>""",
    "sides by the direction": """<div style="width:200px;margin-inline-start:30px;padding-inline:5px 9px">a</div>
        <div style="margin-inline:12px 40px;border-right:3px solid">a</div><div dir="ltr" style="margin-inline-start:30px">a</div>
        <div style="position:relative;height:40px"><div style="position:absolute;inset-inline-start:20px;width:50px">a</div></div>""",
    "absolute boxes": """<div style="position:relative;height:90px;padding:5px"><div style="position:absolute;width:50px">a</div>
        <div style="position:absolute;width:50px;left:10px;right:20px;bottom:0">b</div>
        <div style="position:absolute;left:10px;bottom:0">c</div></div>
        <div style="position:relative;display:flex;height:90px"><div style="position:absolute;width:50px">a</div></div>""",
    "inline boxes": """<p>abc <span style="padding-left:20px;margin-right:4px">def 12</span> ghi, <b style="padding-right:9px">(jkl)</b>.</p>
        <p style="width:200px">abc <span style="padding:0 12px">def ghi jkl mno pqr stu vwx</span> yz <b>12</b></p>
        <p dir="ltr">abc <span dir="rtl" style="padding-left:20px">def (<b>ghi</b>)</span> 12.</p>
        <p style="text-align:left">abc <b>def</b></p><p style="text-align:end">abc <b>def</b></p>""",
    "Arabic with numbers": """<p>راتب <b>25</b> مليون <span style="padding-left:20px">بدون (<i>KP2MI</i>) اختبار</span> الآن <b>abc</b> <b>2026</b>.</p>
        <p dir="ltr">Kata <b>راتب <i>2026</i> اختبار</b> di sini <span style="padding:0 8px">مليون 25</span>, ya.</p>""",
}  # fmt: skip


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_pages_that_run_leftwards_lie_as_in_a_browser(page: str, program, noto, tmp_path) -> None:
    """Every box within a pixel."""
    whole = f"{HEAD}<body>{page}</body></html>"
    shown = whole.replace("<style>\n", f"<style>\n{faces()}\n", 1)
    [boxes] = measured_pages(program("chromium"), [shown], SIZE, tmp_path)
    drawing = lay_out(
        whole, name="page.html", sheets=[], canvas=Canvas(*SIZE), measure=bundled_fonts(noto), pictures={}.__getitem__
    )
    ours = [laid for laid in drawing.boxes if laid.tag != "html"]
    theirs = dict(enumerate(boxes))
    wrong = [
        (laid.tag, laid.box, theirs[number][1:])
        for number, laid in enumerate(ours)
        if [laid.box.x, laid.box.y, laid.box.width, laid.box.height] != pytest.approx(theirs[number][1:], abs=1)
    ]
    assert wrong == []


def test_a_line_is_read_in_order_and_seen_from_the_right(lay) -> None:
    """Words of one direction stay one run; the first word of an rtl line stands at its right end."""
    drawing = lay('<p dir="rtl" style="width:200px;margin:0">אב 12 <b>גד</b></p>')
    runs = [(c.text, c.x, c.direction) for c in drawing.commands if isinstance(c, DrawText)]
    assert runs == [("גד", 120, "rtl"), ("12", 150, "ltr"), ("אב ", 170, "rtl")]
    assert [line.text for line in drawing.lines] == ["אב 12 גד"]


def test_a_number_among_hebrew_words_runs_rightwards(lay) -> None:
    """Its brackets run leftwards with the words around them."""
    drawing = lay('<p dir="rtl" style="width:90px;margin:0">אב (25) ג</p>')
    runs = [(c.text, c.x, c.direction) for c in drawing.commands if isinstance(c, DrawText)]
    assert runs == [(") ג", 0, "rtl"), ("25", 30, "ltr"), ("אב (", 50, "rtl")]


def test_a_word_too_wide_for_a_line_from_the_right_is_told(refused) -> None:
    """It stands out at the left, and is an error like any other."""
    [problem] = refused('<p dir="rtl" style="width:30px;margin-left:100px">אבגדהו</p>')
    assert problem.code == "FT001"


@pytest.mark.parametrize("written", ["auto", "RTL", ""])
def test_other_directions_are_refused(refused, written: str) -> None:
    """dir takes ltr or rtl."""
    [problem] = refused(f'<p dir="{written}">a</p>')
    assert problem.code == "TP008"
