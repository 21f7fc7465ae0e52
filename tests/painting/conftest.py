"""Fonts and small helpers of the painting tests."""

from collections.abc import Callable

import pytest
from PIL import Image

from campaign.layout.commands import Canvas, Command, Drawing
from campaign.painting.fonts import FontBook, bundled_fonts
from campaign.painting.paint import paint

Painter = Callable[..., Image.Image]


@pytest.fixture(scope="session")
def fonts() -> FontBook:
    return bundled_fonts()


@pytest.fixture(scope="session")
def painted(fonts: FontBook) -> Painter:
    """``painted(command, …, size=(40, 30))`` is the picture of these commands."""

    def paint_commands(*commands: Command, size: tuple[int, int] = (40, 30)) -> Image.Image:
        return paint(Drawing(Canvas(*size), commands, (), ()), fonts)

    return paint_commands


@pytest.fixture(scope="session")
def drawn() -> Callable[..., Drawing]:
    """``drawn(command, …, size=(40, 30))`` is the drawing of these commands alone."""

    def draw(*commands: Command, size: tuple[int, int] = (40, 30)) -> Drawing:
        return Drawing(Canvas(*size), commands, (), ())

    return draw
