"""Blocks: widths, heights, collapsing margins, absolute boxes."""

import pytest

MARGINS = {
    "the larger of two neighbours' margins counts": (
        '<p style="margin:10px 0;height:5px"></p><p id=a style="margin:15px 0;height:5px"></p>',
        10 + 5 + 15,
    ),
    "a negative margin is added to a positive one": (
        '<p style="margin:20px 0;height:5px"></p><p id=a style="margin:-8px 0;height:5px"></p>',
        20 + 5 + 12,
    ),
    "of two negative margins the more negative counts": (
        '<p style="margin:-4px 0;height:30px"></p><p id=a style="margin:-8px 0;height:5px"></p>',
        -4 + 30 - 8,
    ),
    "a first child's margin goes through its parent": (
        '<div><p style="margin:12px 0 0;height:5px"></p></div><p id=a style="margin:0;height:5px"></p>',
        12 + 5,
    ),
    "padding keeps a first child's margin inside": (
        '<div style="padding-top:1px"><p style="margin:12px 0 0;height:5px"></p></div><p id=a style="margin:0"></p>',
        1 + 12 + 5,
    ),
    "a last child's margin goes through its parent": (
        '<div><p style="margin:0 0 12px;height:5px"></p></div><p id=a style="margin:8px 0;height:5px"></p>',
        5 + 12,
    ),
    "a fixed height keeps a last child's margin inside": (
        '<div style="height:20px"><p style="margin:0 0 12px;height:5px"></p></div><p id=a style="margin:8px 0"></p>',
        20 + 8,
    ),
    "an empty block's margins go through it": (
        '<p style="margin:0;height:5px"></p><p style="margin:9px 0 14px"></p><p id=a style="margin:6px 0">a</p>',
        5 + 14,
    ),
    "overflow hidden keeps margins inside": (
        '<div style="overflow:hidden"><p style="margin:12px 0;height:5px"></p></div><p id=a style="margin:0"></p>',
        12 + 5 + 12,
    ),
    "an inline-block keeps margins inside": (
        '<div><span style="display:inline-block"><p style="margin:12px 0;height:5px"></p></span></div><div id=a></div>',
        12 + 5 + 12 + 2,  # the line's text would reach 2 px below the inline-block's lower edge
    ),
}


@pytest.mark.parametrize("promise", MARGINS)
def test_margins_collapse(promise, lay, rect) -> None:
    """Vertical margins adjoin as CSS 2.1, 8.3.1 says."""
    body, top = MARGINS[promise]
    drawing = lay(f'<div style="padding-top:1px">{body}</div>')
    assert rect(drawing, "a").y == 1 + top


def test_block_fills_its_container(lay, rect) -> None:
    """A block is as wide as its container less its margins."""
    assert rect(lay('<div id=a style="margin:0 30px 0 10px;height:1px"></div>'), "a")[::2] == (10, 360)


def test_auto_margins_centre_a_block(lay, rect) -> None:
    """margin: 0 auto shares what a width leaves."""
    assert rect(lay('<div id=a style="margin:0 auto;width:100px;height:1px"></div>'), "a").x == 150


def test_content_box_adds_padding_and_border(lay, rect) -> None:
    """width is of the content unless box-sizing says otherwise."""
    drawing = lay(
        '<div id=a style="width:50px;height:20px;padding:5px;border:2px solid red"></div>'
        '<div id=b style="width:50px;height:20px;padding:5px;border:2px solid red;box-sizing:border-box"></div>'
    )
    assert rect(drawing, "a")[2:] == (64, 34)
    assert rect(drawing, "b")[2:] == (50, 20)


def test_a_minimum_outweighs_a_maximum(lay, rect) -> None:
    """CSS 2.1, 10.4: the maximum first, then the minimum."""
    assert rect(lay('<div id=a style="width:90px;max-width:50px;min-width:70px;height:1px"></div>'), "a").width == 70


def test_percentages_are_of_the_container(lay, rect) -> None:
    """Widths, paddings on all sides, and heights where the container's is known."""
    drawing = lay(
        '<div style="width:200px;height:100px"><div id=a style="width:50%;height:25%;padding-top:10%"></div></div>'
    )
    assert rect(drawing, "a")[2:] == (100, 45)


def test_height_in_percent_of_an_unknown_height_is_auto(lay, rect) -> None:
    """A percentage of what the content decides means nothing."""
    assert rect(lay('<div><div id=a style="height:50%">aa</div></div>'), "a").height == 10


EXTREMES = {
    "min(50%, 300px)": 200,
    "max(50%, 300px)": 300,
    "clamp(10px, 5%, 40px)": 20,
    "clamp(30px, 5%, 40px)": 30,
    "calc(min(30px, 10%) * 2 + 1px)": 61,
    "max(1em, min(2em, 15px), 3px)": 15,
    "calc(100% - max(10%, 50px))": 350,
    "20vmin": 60,
    "20vmax": 80,
    "min(5vw, 5vh)": 15,
}


@pytest.mark.parametrize("width", EXTREMES)
def test_the_smallest_and_the_largest_of_lengths(width: str, lay, rect) -> None:
    """Of mixed units, nested, percentages of the container: on a canvas of 400 × 300."""
    assert rect(lay(f'<div id=a style="width:{width}"></div>'), "a").width == EXTREMES[width]


def test_calculated_paddings_are_never_negative(lay, rect) -> None:
    """CSS clamps what calc() comes to."""
    assert rect(lay('<div id=a style="padding:calc(5px - 1em) 3px;width:9px"></div>'), "a")[2:] == (15, 0)


def test_a_fixed_box_lies_on_the_canvas(lay, rect) -> None:
    """Whatever it is in, but for what is transformed."""
    fixed = '<i id=a style="position:fixed;right:10px;bottom:20px;width:30px;height:40px"></i>'
    around = "position:relative;margin:50px;width:90px;height:90px"
    assert rect(lay(f'<div style="{around}"><div style="position:absolute">{fixed}</div></div>'), "a")[:2] == (360, 240)
    assert rect(lay(f'<div style="{around};transform:scale(1)">{fixed}</div>'), "a")[:2] == (100, 80)


def test_an_empty_list_item_has_a_line_for_its_marker(lay, rect) -> None:
    """Not so without a marker."""
    drawing = lay("<ul><li id=a></li><li id=b style='list-style:none'></li></ul>")
    assert [rect(drawing, name).height for name in "ab"] == [10, 0]


def test_contents_stand_in_place_of_their_element(lay, rect) -> None:
    """Items of a container that an element between them does not show."""
    drawing = lay('<div style="display:flex"><div style="display:contents"><p id=a>a</p><p id=b>b</p></div></div>')
    assert [rect(drawing, name).x for name in "ab"] == [0, 10]


@pytest.mark.parametrize("height", ["100%", "50%"])
def test_a_picture_is_as_wide_as_its_height_makes_it(height: str, lay, rect) -> None:
    """Also where its container is as wide as it asks for."""
    svg = f'<svg viewBox="0 0 20 10" style="height:{height};display:block"></svg>'
    drawing = lay(f'<div style="position:absolute;height:60px" id=a>{svg}</div>')
    assert rect(drawing, "a").width == {"100%": 120, "50%": 60}[height]


def test_a_pictures_own_ratio_is_of_its_content(lay, rect) -> None:
    """Whatever box-sizing says; a ratio of the style's is of the box that it names."""
    css = "* { box-sizing: border-box } #a, #b { width: 60px; padding: 10px; display: block } #b { aspect-ratio: 2 }"
    drawing = lay('<svg id=a viewBox="0 0 20 10"></svg><svg id=b viewBox="0 0 20 10"></svg>', css)
    assert [rect(drawing, name).height for name in "ab"] == [40, 30]


SIDES = {
    "margin-inline-start:10px": (10, 50),
    "border-inline-start:10px solid": (0, 60),
    "border-inline:5px solid": (0, 60),
    "border-inline-width:5px 0;border-inline-style:solid": (0, 55),
    "margin-left:auto": (350, 50),
    "margin:0 auto": (175, 50),
}


@pytest.mark.parametrize("css", SIDES)
def test_sides_are_mirrored_where_text_runs_leftwards(css: str, lay, rect) -> None:
    """Start and end change places, left and right do not."""
    x, width = SIDES[css]
    box = f'<div id=a style="width:50px;height:1px;{css}"></div>'
    assert rect(lay(box), "a")[::2] == (x, width)
    mirrored = x if "margin-left" in css else 400 - x - width
    assert rect(lay(f'<div dir="rtl">{box}</div>'), "a")[::2] == (mirrored, width)


MEDIA = {
    "(400px <= width < 500px)": True,
    "(width > 400px)": False,
    "(height <= 300px) and (width >= 400px)": True,
    "(orientation: portrait) or (min-width: 10px)": True,
    "not (max-width: 399px)": True,
    "not all and (width: 400px)": False,
    "((width: 1px) or (height: 300px)) and (aspect-ratio > 1)": True,
    "only screen and (2000px > width)": True,
    "(width: 1px), (aspect-ratio: 4/3)": True,
}


@pytest.mark.parametrize("query", MEDIA)
def test_media_conditions_join_as_in_a_browser(query: str, lay, rect) -> None:
    """and, or, not, brackets, ranges, commas: on a canvas of 400 × 300."""
    css = f"#a {{ height: 1px }} @media all {{ @media {query} {{ #a {{ height: 2px }} }} }}"
    assert rect(lay("<div id=a></div>", css), "a").height == (2 if MEDIA[query] else 1)


def test_calc_and_canvas_units(lay, rect) -> None:
    """calc() mixes units; vw and vh are of the canvas; rem is of the root."""
    css = (
        "html { font-size: 20px } #a { width: calc(100% - 2 * 30px); height: calc(10vh + 1rem / 2); margin-left: 5vw }"
    )
    assert rect(lay("<div id=a></div>", css), "a") == (20, 0, 340, 40)


def test_absolute_box_lies_in_its_positioned_ancestor(lay, rect) -> None:
    """Insets count from the padding box of the nearest positioned box."""
    drawing = lay(
        '<div style="position:relative;margin-left:50px;width:200px;height:100px;border:5px solid red">'
        '<div><p id=a style="position:absolute;right:10px;bottom:20px;width:30px;height:10px;margin:0"></p></div></div>'
    )
    assert rect(drawing, "a") == (50 + 5 + 200 - 10 - 30, 5 + 100 - 20 - 10, 30, 10)


def test_absolute_box_without_insets_stays_where_it_was(lay, rect) -> None:
    """The static position."""
    drawing = lay(
        '<p style="margin:0;height:30px"></p><p id=a style="margin:0;position:absolute;width:9px;height:9px"></p>'
    )
    assert rect(drawing, "a") == (0, 30, 9, 9)


def test_absolute_box_shrinks_to_its_text(lay, rect) -> None:
    """Width auto is as wide as the words."""
    assert rect(lay('<p id=a style="position:absolute;right:0;margin:0">aa bb</p>'), "a") == (350, 0, 50, 10)


def test_relative_box_moves_and_leaves_its_place(lay, rect) -> None:
    """Percentages of left are of the container."""
    drawing = lay(
        '<p id=a style="margin:0;height:10px;position:relative;left:5%;top:3px"></p><p id=b style="margin:0">b</p>'
    )
    assert rect(drawing, "a")[:2] == (20, 3)
    assert rect(drawing, "b").y == 10


def test_ratio_makes_the_missing_side(lay, rect) -> None:
    """aspect-ratio is width to height, of the content box unless box-sizing says otherwise."""
    drawing = lay(
        '<div id=a style="width:80px;aspect-ratio:2"></div><div id=b style="height:30px;aspect-ratio:3/2"></div>'
    )
    assert rect(drawing, "a").height == 40
    assert rect(drawing, "b").width == 45


def test_media_queries_are_of_the_canvas(lay, rect) -> None:
    """One template composes itself for each canvas."""
    css = """
    #a { height: 1px } @media (min-width: 400px) and (orientation: landscape) { #a { height: 2px } }
    @media (max-aspect-ratio: 1/1) { #a { height: 3px } } @media (width: 400px), (height: 1px) { #a { width: 7px } }
    """
    assert rect(lay("<div id=a></div>", css, (400, 300)), "a")[2:] == (7, 2)
    assert rect(lay("<div id=a></div>", css, (300, 300)), "a")[2:] == (300, 3)


def test_browser_defaults_hold(lay, rect) -> None:
    """h1 is twice its parent's size with margins of 0.67 em, and a list is indented by 40 px."""
    drawing = lay('<h1 id=a>a</h1><ul style="list-style:none"><li id=b>b</li></ul>')
    assert rect(drawing, "a") == (0, pytest.approx(13.4), 400, 20)
    assert rect(drawing, "b").x == 40


def test_inline_svg_takes_its_size_from_style_then_attributes_then_its_ratio(lay, rect) -> None:
    """CSS goes before the width attribute, and the viewBox gives the missing side."""
    drawing = lay(
        '<svg id=a viewBox="0 0 20 10" width="30" height="40" style="display:block;width:50px"></svg>'
        '<svg id=b viewBox="0 0 20 10" width="30" style="display:block"></svg>'
        '<svg id=c viewBox="0 0 20 10" style="display:block"></svg>'
    )
    assert rect(drawing, "a")[2:] == (50, 40)
    assert rect(drawing, "b")[2:] == (30, 15)
    assert rect(drawing, "c")[2:] == (400, 200)


def test_image_has_its_files_size(lay, rect) -> None:
    """<img> without sizes is as large as its SVG says; with one side the other follows; without any it fills a line."""
    pictures = {
        "a.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="30"/>',
        "b.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 30"/>',
    }
    body = '<img id=a src="a.svg"><img id=b src="a.svg" style="height:10px"><img id=c src="b.svg" height="5">'
    drawing = lay(f'{body}<br><img id=d src="b.svg">', pictures=pictures)
    assert [rect(drawing, name)[2:] for name in "abcd"] == [(60, 30), (20, 10), (10, 5), (400, 200)]
