"""SVG to pixels, and what is refused."""

import numpy as np
import pytest

from campaign.painting.svg import check_svg, svg_picture
from campaign.problems import CampaignError

OPEN = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">'


def drawing(body: str) -> str:
    return f"{OPEN}\n{body}\n</svg>"


def test_a_drawing_has_exactly_the_size_asked_for() -> None:
    """A square in the upper left quarter, at twice the size; no pixel more or less."""
    picture = svg_picture(drawing('<rect width="5" height="5" fill="#C8102E"/>'), 20, 20)
    assert picture.alpha is not None
    alpha = np.asarray(picture.alpha)
    assert alpha.shape == (20, 20)
    assert alpha[:10, :10].min() == 255 and alpha.sum() == 255 * 100
    assert picture.color.getpixel((3, 3)) == (0xC8, 0x10, 0x2E)


def test_a_drawing_keeps_its_proportions() -> None:
    """In a box of another shape it stands in the middle, as preserveAspectRatio says."""
    picture = svg_picture(drawing('<rect width="10" height="10"/>'), 40, 20)
    assert picture.alpha is not None and picture.alpha.getbbox() == (10, 0, 30, 20)


def test_a_drawing_without_a_view_box_is_scaled_by_its_own_size() -> None:
    """width and height of the root are its view box then."""
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><rect width="5" height="10"/></svg>'
    picture = svg_picture(svg, 40, 40)
    assert picture.alpha is not None and picture.alpha.getbbox() == (0, 0, 20, 40)


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ("<text>WASPADA</text>", "has a <text>"),
        ("<script>1</script>", "has a <script>"),
        ('<image href="#a"/>', "has a <image>"),
        ("<foreignObject/>", "has a <foreignObject>"),
        ('<use href="other.svg#a"/>', "href of <use>"),
        ('<use xmlns:x="http://www.w3.org/1999/xlink" x:href="http://a.b/c"/>', "href of <use>"),
        ('<rect fill="url(http://a.b/c#d)"/>', "fill of <rect>"),
        ("<rect style=\"fill: url( 'a.svg#b' )\"/>", "style of <rect>"),
        ('<rect onclick="go()"/>', "onclick of <rect>"),
        ("<style>@import 'a.css';</style>", "<style> loads another file"),
    ],
)
def test_what_reaches_out_is_refused(body: str, says: str) -> None:
    """Letters without our fonts, scripts, and anything from elsewhere: named, with the line."""
    [problem] = check_svg(drawing(body), "assets/illustrations/a.svg")
    assert (problem.file, problem.line, problem.code) == ("assets/illustrations/a.svg", 2, "SV002")
    assert says in problem.message
    with pytest.raises(CampaignError):
        svg_picture(drawing(body), 10, 10)


def test_what_stays_inside_is_drawn() -> None:
    """Gradients, symbols and styles of its own are fine."""
    body = (
        '<linearGradient id="g"><stop stop-color="#f00"/></linearGradient><style>.a{opacity:.5}</style>'
        '<rect id="r" class="a" width="5" height="5" fill="url(#g)"/><use href="#r" x="5"/>'
    )
    assert check_svg(drawing(body), "a.svg") == ()
    assert svg_picture(drawing(body), 10, 10).alpha is not None


@pytest.mark.parametrize(
    ("svg", "line", "code", "says"),
    [
        (OPEN + "\n<rect>\n</svg>", 3, "SV001", "not well-formed"),
        ("<div/>", None, "SV001", "starts with <div>"),
        ("", 1, "SV001", "not well-formed"),
        ("<!DOCTYPE svg>" + OPEN + "</svg>", None, "SV002", "declares"),
    ],
)
def test_what_is_no_drawing_is_named(svg: str, line: int | None, code: str, says: str) -> None:
    """Broken files are errors of the file, with the line where reading stopped."""
    [problem] = check_svg(svg, "a.svg")
    assert (problem.line, problem.code) == (line, code)
    assert says in problem.message
