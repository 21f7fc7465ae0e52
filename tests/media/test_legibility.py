"""What a reader could not read or scan."""

import pytest

from campaign.layout.commands import (
    Box,
    Canvas,
    Color,
    Command,
    Drawing,
    DrawSvg,
    DrawText,
    FillBox,
    Font,
    LaidBox,
    LinearGradient,
    Pop,
    PushClip,
    PushGroup,
    Stop,
)
from campaign.media.legibility import contrast, faults, without_text
from campaign.painting.fonts import FontBook, bundled_fonts
from campaign.painting.paint import painted
from campaign.problems import Problem

WHITE, BLACK, GREY, RED = Color(255, 255, 255), Color(0, 0, 0), Color(0x76, 0x76, 0x76), Color(0xC8, 0x10, 0x2E)
PALE = Color(0x8C, 0x8C, 0x8C)  # 3.4:1 on white
CANVAS = Canvas(400, 200)
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><rect width="4" height="4"/></svg>'


@pytest.fixture(scope="module")
def fonts() -> FontBook:
    return bundled_fonts()


def text(words: str, ink: Color, size: float = 28, weight: int = 500, x: float = 20, baseline: float = 100) -> DrawText:
    font = Font("Manrope", weight, size)
    return DrawText(words, x, baseline, bundled_fonts().advance(words, font), font, ink)


def found(fonts: FontBook, *commands: Command, boxes: tuple[LaidBox, ...] = ()) -> tuple[Problem, ...]:
    drawing = Drawing(CANVAS, commands, boxes, ())
    return faults(drawing, painted(drawing, fonts).pixels, fonts)


def ratio(fonts: FontBook, *commands: Command) -> float:
    """The contrast of the first word, wherever it stands."""
    drawing = Drawing(CANVAS, commands, (), ())
    [word] = [c for c in commands if isinstance(c, DrawText)]
    area = Box(word.x, word.baseline - 0.7 * word.font.size, word.width, 0.7 * word.font.size)
    seen = contrast(painted(drawing, fonts).pixels, painted(without_text(drawing), fonts).pixels, [area])
    assert seen is not None
    return seen.ratio


@pytest.mark.parametrize(
    ("ink", "ground", "expected"),
    [(BLACK, WHITE, 21), (GREY, WHITE, 4.54), (WHITE, RED, 5.88), (Color(255, 199, 44), WHITE, 1.57)],
)
def test_contrast_is_wcags(fonts: FontBook, ink: Color, ground: Color, expected: float) -> None:
    """The ratio of the two luminances, as WCAG 2.2 computes it, in spite of soft edges."""
    painted = ratio(fonts, FillBox(Box(0, 0, 400, 200), ground), text("Gaji", ink))
    assert painted == pytest.approx(expected, rel=0.01)


def test_a_thin_word_has_its_contrast_too(fonts: FontBook) -> None:
    """A dash and a dot are words, and have ink where it is looked for."""
    for word in ("–", "·", "1"):
        assert ratio(fonts, text(word, BLACK)) == pytest.approx(21, rel=0.02)


def test_faded_text_counts_as_it_is_painted(fonts: FontBook) -> None:
    """Black in a group of half opacity is grey."""
    assert ratio(fonts, PushGroup(0.5), text("Gaji", BLACK), Pop()) == pytest.approx(3.95, rel=0.02)


def test_pale_text_is_a_problem_with_colours_and_ratio(fonts: FontBook) -> None:
    """The words, both colours, what was measured and what is needed, at the innermost element."""
    boxes = (
        LaidBox("div", "", "card", Box(0, 0, 400, 200), "templates/social/tactic.html", 3),
        LaidBox("p", "", "sub", Box(20, 70, 300, 40), "templates/social/tactic.html", 9),
        LaidBox("p", "", "foot", Box(20, 150, 300, 40), "templates/social/tactic.html", 12),
    )
    [problem] = found(fonts, text("Gaji besar", PALE), boxes=boxes)
    assert str(problem) == (
        "templates/social/tactic.html:9: “Gaji besar” is hard to read: #8C8C8C on #FFFFFF "
        "has a contrast of 3.4:1, and 28 px need 4.5:1"
    )
    assert problem.code == "CT001"


@pytest.mark.parametrize(
    ("size", "weight", "passes"), [(31, 500, False), (32, 500, True), (23, 800, False), (24, 800, True)]
)
def test_large_text_may_be_paler(fonts: FontBook, size: float, weight: int, passes: bool) -> None:
    """From 32 px, or 24 px in bold, 3:1 is enough."""
    assert (found(fonts, text("Gaji besar", PALE, size, weight)) == ()) is passes


def test_one_bad_word_is_enough(fonts: FontBook) -> None:
    """A line that runs from a dark box onto a light ground is measured word by word."""
    line = text("putih putih", WHITE)
    half = FillBox(Box(0, 0, 20 + line.width / 2, 200), BLACK)
    [problem] = found(fonts, half, line)
    assert "cannot be seen on #FFFFFF" in problem.message


def test_a_gradient_is_measured_where_the_words_are(fonts: FontBook) -> None:
    """White words at the dark end of a gradient are fine, at its light end they are not."""
    ramp = FillBox(Box(0, 0, 400, 200), LinearGradient(90, (Stop(0, BLACK), Stop(1, WHITE))))
    assert found(fonts, ramp, text("Gaji", WHITE)) == ()
    assert [p.code for p in found(fonts, ramp, text("Gaji", WHITE, x=300))] == ["CT001"]


@pytest.mark.parametrize("how", ["covered", "clipped", "transparent"])
def test_text_that_is_not_there_to_see_is_a_problem(fonts: FontBook, how: str) -> None:
    """Painted over, clipped away, or in ink without colour: all are text that nobody reads."""
    word = text("0800-1000", BLACK)
    commands: dict[str, tuple[Command, ...]] = {
        "covered": (word, FillBox(Box(0, 50, 400, 80), RED)),
        "clipped": (PushClip(Box(0, 0, 400, 50)), word, Pop()),
        "transparent": (text("0800-1000", Color(0, 0, 0, 0)),),
    }
    [problem] = found(fonts, *commands[how])
    assert problem.message.startswith("“0800-1000” cannot be seen on ")


def test_text_leaves_the_picture_nowhere(fonts: FontBook) -> None:
    """Past an edge, also by turning or moving the group it stands in."""
    inside, outside = text("Gaji", BLACK), text("Gaji", BLACK, x=360)
    assert found(fonts, inside) == ()
    assert [p.code for p in found(fonts, outside)] == ["IM002"]
    assert [p.code for p in found(fonts, PushGroup(1, (1, 0, 0, 1, 340, 0)), inside, Pop())] == ["IM002"]
    assert found(fonts, PushGroup(1, (1, 0, 0, 1, -340, 0)), outside, Pop()) == ()


@pytest.mark.parametrize(
    ("side", "scale", "codes"), [(160, 1, []), (155, 1, ["QR001"]), (200, 0.5, ["QR001"]), (110, 1.5, [])]
)
def test_codes_are_large_enough_to_scan(fonts: FontBook, side: float, scale: float, codes: list[str]) -> None:
    """4.8 px for each module, 33 of them here, as painted; other drawings may be smaller."""
    code = DrawSvg(SVG.replace("0 0 4 4", "0 0 33 33"), Box(10, 10, side, side), "https://kp2mi.go.id", is_qr=True)
    icon = DrawSvg(SVG, Box(200, 10, 20, 20), "segitiga")
    got = found(fonts, icon, PushGroup(1, (scale, 0, 0, scale, 0, 0)), code, Pop())
    assert [problem.code for problem in got] == codes
    assert all("https://kp2mi.go.id" in problem.message for problem in got)
