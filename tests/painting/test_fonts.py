"""Faces, weights, widths, and characters that are not there."""

import pytest

from campaign.layout.commands import Font, FontMetrics
from campaign.painting.fonts import FontBook, clusters, nearest_weight
from campaign.problems import CampaignError

BODY = Font("Manrope", 500, 32)


def face_name(fonts: FontBook, font: Font) -> str:
    return fonts.shape("a", font).glyphs[0].face.name


@pytest.mark.parametrize(
    ("weight", "name"),
    [(400, "Regular"), (500, "Medium"), (700, "Bold"), (800, "ExtraBold"), (900, "ExtraBold"), (100, "ExtraLight")],
)
def test_a_weight_finds_its_face(fonts: FontBook, weight: int, name: str) -> None:
    """Each CSS weight is set in Manrope's face of that weight, or in the nearest there is."""
    assert face_name(fonts, Font("Manrope", weight, 20)) == f"Manrope {name}"


@pytest.mark.parametrize(
    ("wanted", "there", "taken"),
    [
        (500, (400, 600), 400),  # CSS tries lighter ones before bolder ones here
        (400, (500, 300), 500),
        (450, (400, 600), 400),
        (300, (200, 400), 200),
        (300, (400, 500), 400),
        (600, (500, 800), 800),
        (900, (400, 700), 700),
    ],
)
def test_weights_stand_in_as_css_says(wanted: int, there: tuple[int, ...], taken: int) -> None:
    """The rules of CSS Fonts 4, 5.2, for weights that a family does not have."""
    assert nearest_weight(wanted, dict.fromkeys(there)) == taken


def test_family_names_are_css_names(fonts: FontBook) -> None:
    """Case and quotes do not matter, and sans-serif is Manrope too."""
    for family in ("Manrope", "manrope", '"Manrope"', "sans-serif"):
        assert face_name(fonts, Font(family, 500, 20)) == "Manrope Medium"


def test_an_unknown_family_is_an_error_with_the_known_ones(fonts: FontBook) -> None:
    """No font stands in for a family that does not exist."""
    with pytest.raises(CampaignError) as caught:
        fonts.advance("a", Font("Comic Sans", 400, 20))
    [problem] = caught.value.problems
    assert (problem.code, problem.hint) == ("FN001", "use one of: manrope, sans-serif")


@pytest.mark.parametrize(
    ("size", "ascent", "descent"), [(10, 11, 3), (13, 14, 4), (24, 26, 7), (32, 34, 10), (44.5, 47, 13), (98, 104, 29)]
)
def test_metrics_are_those_of_browsers(fonts: FontBook, size: float, ascent: int, descent: int) -> None:
    """Recorded in Chromium 156: the height of a normal line, and where its baseline lies."""
    metrics = fonts.metrics(Font("Manrope", 500, size))
    assert metrics == FontMetrics(ascent, descent, pytest.approx(size * 0.54))


@pytest.mark.parametrize(("size", "width"), [(10, 142.546875), (24, 342.109375), (32, 456.140625)])
def test_advances_are_those_of_browsers(fonts: FontBook, size: float, width: float) -> None:
    """Recorded in Chromium 156, which rounds to 1/64 px; kerning and ligatures included."""
    text = "Hamburgefonstiv, AVATAR fi To"
    assert fonts.advance(text, Font("Manrope", 500, size)) == pytest.approx(width, abs=1 / 64)


def test_pairs_are_kerned(fonts: FontBook) -> None:
    """A and V move together."""
    alone = fonts.advance("A", BODY) + fonts.advance("V", BODY)
    assert fonts.advance("AV", BODY) < alone - 1


def test_spaced_letters_have_no_ligatures(fonts: FontBook) -> None:
    """One glyph for tt, two where letters are spaced; both are as wide as measured."""
    joined, apart = fonts.shape("tt", BODY), fonts.shape("tt", BODY, ligatures=False)
    assert (len(joined.glyphs), len(apart.glyphs)) == (1, 2)
    assert fonts.advance("tt", BODY, ligatures=False) == pytest.approx(apart.advance * 32)
    assert apart.advance > joined.advance


def test_missing_characters_are_named_once_in_order(fonts: FontBook) -> None:
    """What Manrope cannot draw is listed; white space and joined accents can do without a glyph of their own."""
    assert fonts.missing("✓ Gaji ✓ 高い\n\tdi sini", BODY) == "✓高い"
    assert fonts.missing("Jalur résmi – “aman” · e\u0301\u00a0", BODY) == ""


def test_marks_stay_with_their_letters() -> None:
    """A letter and what is written on it are set in one face."""
    assert list(clusters("ae\u0301 ก่า")) == [(0, "a"), (1, "e\u0301"), (3, " "), (4, "ก่"), (6, "า")]
