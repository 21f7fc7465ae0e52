"""Soft shadows."""

from campaign.layout.commands import SQUARE, Box, CastShadow, Color, FillBox

BLACK = Color(0, 0, 0)
CARD = Box(10, 10, 20, 10)


def test_a_hard_shadow_is_a_moved_box(painted) -> None:
    """Without blur its edges are sharp."""
    picture = painted(CastShadow(Box(14, 14, 20, 10), SQUARE, 0, BLACK, CARD, SQUARE))
    assert picture.getpixel((33, 23)) == (0, 0, 0)
    assert picture.getpixel((34, 23)) == (255, 255, 255)


def test_nothing_is_painted_under_the_box(painted) -> None:
    """A box that one sees through shows no shadow."""
    picture = painted(CastShadow(CARD, SQUARE, 8, BLACK, CARD, SQUARE))
    assert {picture.getpixel((x, y)) for x in range(10, 30) for y in range(10, 20)} == {(255, 255, 255)}


def test_a_blurred_edge_is_half_covered(painted) -> None:
    """And fades outwards, to nothing past three standard deviations."""
    picture = painted(CastShadow(Box(20, 0, 60, 60), SQUARE, 8, BLACK, Box(0, 0, 0, 0), SQUARE), size=(80, 60))
    row = [255 - picture.getpixel((x, 30))[0] for x in range(40)]
    assert 115 < row[19] < 128 < row[20] < 140
    assert row == sorted(row)
    assert row[6] == 0
    assert row[33] == 255


def test_a_shadow_leaves_the_picture_around_it_alone(painted) -> None:
    """Past its reach the ground shows."""
    ground = FillBox(Box(0, 0, 40, 30), Color(200, 100, 50))
    picture = painted(ground, CastShadow(CARD, SQUARE, 2, BLACK, CARD, SQUARE))
    assert picture.getpixel((2, 2)) == (200, 100, 50)
