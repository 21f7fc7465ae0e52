"""Photographs and drawings in their boxes: sizes of their own, object-fit, object-position, round corners."""

from collections.abc import Callable

import pytest

from campaign.layout.commands import Box, DrawImage, Drawing, DrawSvg, Photo, Pop, PushClip

WIDE = {"a.jpg": Photo("a.jpg", 200, 100)}
SVG = {"a.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"/>'}
SQUARE = "img { display: block; width: 40px; height: 40px; %s }"


@pytest.fixture
def photo(lay) -> Callable[[str], DrawImage | None]:
    """The one photograph of 200 by 100 px in a box of 40 by 40, placed by the CSS; None where it is not to be seen."""

    def draw(css: str) -> DrawImage | None:
        commands = lay('<img src="a.jpg" alt="A street">', SQUARE % css, pictures=WIDE).commands
        return commands[0] if commands else None

    return draw


@pytest.mark.parametrize(
    ("css", "width", "height"),
    [("", 200, 100), ("width: 50px", 50, 25), ("height: 50px", 100, 50), ("max-width: 100px", 100, 50)],
)
def test_a_photograph_has_its_own_size(lay, rect, css: str, width: float, height: float) -> None:
    """Its upright size in px; with one side the other follows."""
    drawing: Drawing = lay(f'<img id=a src="a.jpg" style="{css}">', pictures=WIDE)
    assert rect(drawing, "a")[2:] == (width, height)


def test_a_photograph_brings_its_name_and_alternative_text(lay) -> None:
    """Painting looks it up by its src."""
    [command] = lay('<img src="a.jpg" alt="A street">', "img { display: block }", pictures=WIDE).commands
    assert command == DrawImage("a.jpg", Box(0, 0, 200, 100), Box(0, 0, 200, 100), "A street")


@pytest.mark.parametrize(
    ("fit", "box", "shown"),
    [
        ("fill", Box(0, 0, 40, 40), Box(0, 0, 200, 100)),
        ("contain", Box(0, 10, 40, 20), Box(0, 0, 200, 100)),
        ("cover", Box(0, 0, 40, 40), Box(50, 0, 100, 100)),
        ("none", Box(0, 0, 40, 40), Box(80, 30, 40, 40)),
        ("scale-down", Box(0, 10, 40, 20), Box(0, 0, 200, 100)),
    ],
)
def test_object_fit_says_how_much_is_seen(photo, fit: str, box: Box, shown: Box) -> None:
    """The part of the photograph that is seen, and where."""
    command = photo(f"object-fit: {fit}")
    assert (command.box, command.shown) == (box, shown)


@pytest.mark.parametrize(
    ("position", "left"),
    [
        ("left", 0), ("0%", 0), ("right", 100), ("100% 50%", 100), ("40% 30%", 40), ("center", 50), ("top", 50),
        ("0 0", 0), ("-8px 0", 20), ("calc(100% + 4px) 0", 90), ("top right", 100), ("bottom left", 0),
    ],
)  # fmt: skip
def test_object_position_is_a_focal_point(photo, position: str, left: float) -> None:
    """Covering 40 px, the photograph is 80 px wide: 40 % of the 40 px too many are lost on the left."""
    command = photo(f"object-fit: cover; object-position: {position}")
    assert command.shown == Box(pytest.approx(left), 0, 100, 100)


@pytest.mark.parametrize(
    ("position", "top"), [("top", 0), ("bottom", 20), ("left", 10), ("right 25%", 5), ("0 6px", 6), ("1em 1em", 10)]
)
def test_object_position_shares_out_the_room_that_is_left(photo, position: str, top: float) -> None:
    """Contained, it is 20 px high in 40; em are the element's own."""
    command = photo(f"object-fit: contain; object-position: {position}")
    assert command.box.y == pytest.approx(top)


def test_what_leaves_the_box_is_cut(photo) -> None:
    """Contained and moved by half its width, half of it is to be seen; moved out, nothing."""
    command = photo("object-fit: contain; object-position: 20px 0")
    assert (command.box, command.shown) == (Box(20, 0, 20, 20), Box(0, 0, 100, 100))
    assert photo("object-fit: contain; object-position: 40px 0") is None


@pytest.mark.parametrize("position", ["middle", "left left", "top 20px", "20px left", "left 1px top 2px", "1 2", "5s"])
def test_positions_that_are_none_are_refused(refused, position: str) -> None:
    """By name, with what was written."""
    [problem] = refused('<img src="a.jpg">', SQUARE % f"object-position: {position}", pictures=WIDE)
    assert problem.file == "page.css" and "object-position" in problem.message


def test_drawings_are_placed_alike(lay) -> None:
    """An SVG that covers its box stands where object-position says, and the box cuts it."""
    css = SQUARE % "object-fit: cover; object-position: right"
    opening, command, closing = lay('<img src="a.svg">', css, pictures=SVG).commands
    assert isinstance(command, DrawSvg)
    assert (opening, command.box, closing) == (PushClip(Box(0, 0, 40, 40)), Box(-40, 0, 80, 40), Pop())


@pytest.mark.parametrize(("src", "pictures"), [("a.jpg", WIDE), ("a.svg", SVG)])
def test_round_corners_cut_a_picture_at_its_content_box(lay, src: str, pictures: dict[str, object]) -> None:
    """A radius of 10 px less a border of 2 and a padding of 3 leaves 5."""
    css = SQUARE % "border-radius: 10px; border: 2px solid red; padding: 3px; object-fit: cover"
    commands = lay(f'<img src="{src}">', css, pictures=pictures).commands
    assert PushClip(Box(5, 5, 40, 40), (5, 5, 5, 5)) in commands


def test_oval_pictures_are_refused(refused) -> None:
    """Half of a side that is longer than the other is no circle."""
    css = "img { display: block; width: 80px; height: 40px; border-radius: 50% }"
    assert refused('<img src="a.jpg">', css, pictures=WIDE)
