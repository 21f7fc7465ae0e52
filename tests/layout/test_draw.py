"""Commands: what is painted, and in which order."""

import pytest

from campaign.layout.commands import (
    Border,
    Box,
    CastShadow,
    Color,
    DrawSvg,
    DrawText,
    FillBox,
    Font,
    LinearGradient,
    Pop,
    PushClip,
    PushGroup,
    Stop,
    StrokeBox,
)

RED, BLUE, GREEN = Color(255, 0, 0), Color(0, 0, 255), Color(0, 128, 0)


def test_a_box_with_words(lay) -> None:
    """Background, border, text: in this order, each where it lies."""
    css = """
    p { margin: 10px; width: 100px; padding: 5px; border-left: 2px dashed blue; border-radius: 6px;
        background: red; font: none; color: green; }
    """.replace("font: none;", "")
    drawing = lay("<p>ab</p>", css)
    around = Box(10, 10, 112, 20)
    assert drawing.commands == (
        FillBox(around, RED, (6, 6, 6, 6)),
        StrokeBox(around, (None, None, None, Border(2, "dashed", BLUE)), (6, 6, 6, 6)),
        DrawText("ab", 17, 23, 20, Font("Manrope", 400, 10), GREEN),
    )


def test_body_background_covers_the_canvas(lay) -> None:
    """CSS 2.1, 14.2: and it is painted once."""
    fills = [c for c in lay("<p>a</p>", "body { background: red }").commands if isinstance(c, FillBox)]
    assert fills == [FillBox(Box(0, 0, 400, 300), RED)]


@pytest.mark.parametrize(
    ("written", "angle", "places"),
    [
        ("red, blue", 180, (0, 1)),
        ("to right, red, blue", 90, (0, 1)),
        ("45deg, red 10%, blue 60%", 45, (0.1, 0.6)),
        ("0.25turn, red 20px, blue", 90, (0.2, 1)),
        ("red, blue, red", 180, (0, 0.5, 1)),
        ("red 50%, blue 20%", 180, (0.5, 0.5)),
        ("to top right, red, blue", 26.565, (0, 1)),
    ],
)
def test_gradients(lay, written: str, angle: float, places: tuple[float, ...]) -> None:
    """Angles as in CSS, stops as shares of the gradient's line, on a box of 100 by 50."""
    body = f'<div style="width:100px;height:50px;background:linear-gradient({written})"></div>'
    [fill] = lay(body).commands
    assert isinstance(fill.ink, LinearGradient)
    assert fill.ink.angle == pytest.approx(angle, abs=0.01)
    assert [stop.at for stop in fill.ink.stops] == pytest.approx(places)
    assert fill.ink.stops[0] == Stop(fill.ink.stops[0].at, RED)


def test_radii_shrink_where_they_overlap(lay) -> None:
    """A pill: both corners of a side together are as long as the side."""
    [fill] = lay('<div style="width:100px;height:20px;border-radius:99px;background:red"></div>').commands
    assert fill.radii == (10, 10, 10, 10)


def test_percent_radius_of_a_square_is_a_circle(lay) -> None:
    """50 % of a square."""
    [fill] = lay('<div style="width:40px;height:40px;border-radius:50%;background:red"></div>').commands
    assert fill.radii == (20, 20, 20, 20)


def test_overflow_hidden_clips_at_the_padding_box(lay) -> None:
    """The clip's corners are the border's less its width."""
    body = '<p style="margin:0;width:50px;border:2px solid red;border-radius:6px;overflow:hidden">ab</p>'
    _, clip, _, end = lay(body).commands
    assert clip == PushClip(Box(2, 2, 50, 10), (4, 4, 4, 4))
    assert end == Pop()


def test_opacity_groups_a_box_with_its_content(lay) -> None:
    """One group around background and text."""
    commands = lay('<p style="opacity:0.5;background:red">ab</p>').commands
    assert [type(command) for command in commands] == [PushGroup, FillBox, DrawText, Pop]
    assert commands[0] == PushGroup(0.5)


def test_opacity_of_inline_text(lay) -> None:
    """Only the span is grouped."""
    commands = lay('<p>a<span style="opacity:0.5">b</span>c</p>').commands
    assert [type(command) for command in commands] == [DrawText, PushGroup, DrawText, Pop, DrawText]


def test_transforms_turn_about_the_centre(lay) -> None:
    """rotate(90deg) of a box whose centre is (150, 120), and the order of functions."""
    body = '<div style="width:100px;height:40px;background:red;transform:{}"></div>'
    css = "body { padding: 100px }"
    group = lay(body.format("rotate(90deg)"), css).commands[0]
    assert group.matrix == pytest.approx((0, 1, -1, 0, 150 + 120, 120 - 150))
    group = lay(body.format("translate(10px, 50%) scale(2)"), css).commands[0]
    assert group.matrix == pytest.approx((2, 0, 0, 2, 10 - 150, 20 - 120))


def test_nothing_is_grouped_around_nothing(lay) -> None:
    """An empty box with opacity leaves no commands."""
    assert lay('<div style="opacity:0.5;overflow:hidden;height:5px"></div>').commands == ()


def test_positioned_boxes_are_painted_last(lay) -> None:
    """The absolute box comes first in the page and lies on top."""
    body = '<p style="position:absolute;background:red">a</p><p style="background:blue">b</p>'
    inks = [c.ink for c in lay(body).commands if isinstance(c, FillBox)]
    assert inks == [BLUE, RED]


def test_z_index_orders_layers(lay) -> None:
    """Auto counts 0; the same level keeps the document's order."""
    css = "p { position: absolute; margin: 0 } #a { z-index: 2 } #b { z-index: 1 }"
    body = "".join(f'<p id={name} aria-hidden="true">{name}</p>' for name in "abcd")
    texts = [c.text for c in lay(body, css).commands]
    assert texts == ["c", "d", "b", "a"]


def test_a_positioned_box_without_z_index_keeps_no_layers_to_itself(lay) -> None:
    """What lies in it with a z-index rises above its neighbours."""
    css = "div, p { position: relative; margin: 0 } #a { z-index: 1 }"
    texts = [c.text for c in lay("<div><p id=a>a</p></div><div>b</div>", css).commands]
    assert texts == ["b", "a"]


def test_backgrounds_of_blocks_lie_under_all_words(lay) -> None:
    """A descender of the first block is not covered by the background of the second."""
    kinds = [type(c) for c in lay('<p>a</p><p style="background:red;margin:-2px 0">b</p>').commands]
    assert kinds == [FillBox, DrawText, DrawText]


def test_flex_items_are_painted_whole(lay) -> None:
    """Each item with its background, one after another."""
    kinds = [type(c) for c in lay('<div style="display:flex"><p>a</p><p style="background:red">b</p></div>').commands]
    assert kinds == [DrawText, FillBox, DrawText]


def test_italics_lean(lay) -> None:
    """The family has no italics: letters lean about their baseline, as a browser makes them."""
    group, text, end = lay("<p style='margin:0'><i>a</i></p>").commands
    assert group == PushGroup(1.0, (1, 0, -0.25, 1, 0.25 * text.baseline, 0))
    assert end == Pop()


def test_svg_takes_the_text_colour_and_its_size(lay) -> None:
    """currentColor and the class are resolved: painting knows no CSS."""
    css = "p { color: red; margin: 0 } svg { width: 20px; height: 10px; display: block }"
    body = '<p><svg class="x" viewBox="0 0 4 2"><path stroke="currentColor" d="M0 0"/></svg></p>'
    [picture] = lay(body, css).commands
    assert isinstance(picture, DrawSvg)
    assert picture.box == Box(0, 0, 20, 10)
    for part in (
        'xmlns="http://www.w3.org/2000/svg"',
        'width="20"',
        'height="10"',
        'stroke="#ff0000"',
        'viewBox="0 0 4 2"',
    ):
        assert part in picture.svg
    assert "class" not in picture.svg


def test_qr_codes_are_told_by_their_payload(lay) -> None:
    """data-qr is what the code says."""
    [picture] = lay('<svg data-qr="https://example.org" viewBox="0 0 9 9" width="90"></svg>').commands
    assert (picture.label, picture.is_qr) == ("https://example.org", True)


@pytest.mark.parametrize(
    ("fit", "box"),
    [
        ("fill", Box(0, 0, 40, 40)),
        ("contain", Box(0, 10, 40, 20)),
        ("cover", Box(-20, 0, 80, 40)),
        ("none", Box(10, 15, 20, 10)),
        ("scale-down", Box(10, 15, 20, 10)),
    ],
)
def test_object_fit(lay, fit: str, box: Box) -> None:
    """A picture of 20 by 10 in a square of 40; what is larger than the square is clipped."""
    pictures = {"a.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"/>'}
    css = f"img {{ display: block; width: 40px; height: 40px; object-fit: {fit} }}"
    commands = lay('<img src="a.svg" alt="A way">', css, pictures=pictures).commands
    [picture] = [c for c in commands if isinstance(c, DrawSvg)]
    assert (picture.box, picture.label) == (box, "A way")
    assert isinstance(commands[0], PushClip) == (fit == "cover")


def test_laid_boxes_come_in_document_order_with_their_places(lay) -> None:
    """For campaign inspect: tag, id, classes, file and line."""
    words = '<p>a <b data-at="templates/a.html:4">b</b></p>'
    drawing = lay(f'<div id=a class="x y" data-at="templates/a.html:3">{words}</div>')
    found = [(box.tag, box.id, box.classes, box.file, box.line) for box in drawing.boxes]
    assert found[2:] == [
        ("div", "a", "x y", "templates/a.html", 3),
        ("p", "", "", "templates/a.html", 3),
        ("b", "", "", "templates/a.html", 4),
    ]


@pytest.mark.parametrize(
    ("written", "across", "down"),
    [
        ("red, blue", 50 * 2**0.5, 25 * 2**0.5),
        ("circle, red, blue", 3125**0.5, 3125**0.5),
        ("closest-side, red, blue", 50, 25),
        ("circle closest-side, red, blue", 25, 25),
        ("30px, red, blue", 30, 30),
        ("10% 20px, red, blue", 10, 20),
        ("farthest-side at left top, red, blue", 100, 50),
    ],
)
def test_radial_gradients_reach_as_far_as_they_say(written, across, down, lay) -> None:
    """In a box of 100 by 50."""
    body = f'<div style="width:100px;height:50px;background:radial-gradient({written})"></div>'
    [fill] = lay(body).commands
    assert (fill.ink.across, fill.ink.down) == pytest.approx((across, down))


def test_shadows_lie_below_their_box_the_first_on_top(lay) -> None:
    """Moved, widened, and with corners that grow with the spread."""
    css = "div { width: 50px; height: 20px; border-radius: 4px; background: red; color: blue }"
    style = "box-shadow: 1px 2px 6px 3px black, 5px 5px"
    under, over, fill = lay(f'<div style="{style}"></div>', css).commands
    assert under == CastShadow(Box(5, 5, 50, 20), (4,) * 4, 0, Color(0, 0, 255), fill.box, fill.radii)
    assert over == CastShadow(Box(-2, -1, 56, 26), (7,) * 4, 6, Color(0, 0, 0), fill.box, fill.radii)


def test_a_shadow_inside_a_box_is_refused(refused) -> None:
    """By its property, with what to use instead."""
    [problem] = refused('<div style="box-shadow: inset 0 0 3px red"></div>')
    assert (problem.code, problem.hint) == ("TP003", "shadows inside a box are not drawn; use a gradient")


def test_list_items_have_discs_outside_their_box(lay) -> None:
    """As large and as far away as Chromium draws them: by the font's ascent."""
    css = "ul { margin: 0; font-size: 30px }"  # the ascent of this font is 24 px
    disc, text = lay("<ul><li>a</li></ul>", css).commands
    assert disc == FillBox(Box(40 - 16 - 7, text.baseline - 12, 8, 8), Color(0, 0, 0), (4,) * 4)


def test_numbers_of_a_list_count_from_its_start(lay) -> None:
    """They end a space before the item; value sets one of them."""
    body = "<ol start=9><li>a</li><li>b</li><li value=3>c</li></ol>"
    texts = [(c.text, c.x + c.width) for c in lay(body).commands]
    assert texts == [("9.", 30), ("a", 50), ("10.", 30), ("b", 50), ("3.", 30), ("c", 50)]


@pytest.mark.parametrize("style", ["list-style: none", "display: block", "display: flex"])
def test_markers_are_only_of_list_items(style, lay) -> None:
    """Another display has none, as in browsers."""
    assert len(lay(f'<ul><li style="{style}">a</li></ul>').commands) == 1


def test_a_marker_past_the_safe_area_is_refused(refused) -> None:
    """Nothing is cut off in silence."""
    [problem] = refused('<ul style="padding:0"><li>a</li></ul>')
    assert (problem.code, problem.message) == ("FT004", "li reaches 12 px past the left of the safe area")


def test_several_backgrounds_lie_on_each_other(lay) -> None:
    """The first one on top, the colour below all."""
    layers = "linear-gradient(red, blue), radial-gradient(red, blue)"
    for css in (f"background:{layers}, #fff", f"background-color:#fff;background-image:{layers}"):
        drawing = lay(f'<div style="height:9px;{css}"></div>')
        inks = [type(command.ink).__name__ for command in drawing.commands]
        assert inks == ["Color", "RadialGradient", "LinearGradient"]
