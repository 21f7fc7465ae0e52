"""What is kept between the layouts of one picture, so that each size that is tried works out only what it changes."""

from collections.abc import Callable, Hashable

from campaign.layout.boxes import Box
from campaign.layout.cascade import Declared
from campaign.layout.chunks import Chunk
from campaign.layout.fragments import Fragment
from campaign.layout.lines import Widths
from campaign.layout.style import Style


class Memory:
    """Styles, and whatever follows from the styles of a subtree.

    Equal inputs give one and the same style, so a number can stand for "this box with these styles in it": its
    version. Two settings of font sizes that round to the same sizes inside a box have the same version of it, and
    what one of them laid out there holds for the other.
    """

    def __init__(self, styles: dict[Hashable, Style] | None = None) -> None:
        """``styles`` may be known from other pictures with the same sheets on the same canvas."""
        self._styles: dict[Hashable, Style] = {} if styles is None else styles
        self._anonymous: dict[Style, Style] = {}
        self._versions: dict[Hashable, int] = {}
        self.chunks: dict[int, tuple[Chunk, ...]] = {}  # by the box's index: no size changes them
        self.innocent: dict[int, bool] = {}  # by version: see ``Flow.is_innocent``
        self.fragments: dict[Hashable, Fragment] = {}
        self.widths: dict[Hashable, Widths] = {}
        self.lengths: dict[Hashable, float] = {}
        self.by_height: dict[int, bool] = {}  # by version: whether its width may depend on the height around it

    def style(
        self, declared: Declared, parent: Style | None, size: float, root: float, make: Callable[[], Style]
    ) -> Style:
        key = (declared, parent, size, root)
        found = self._styles.get(key)
        if found is None:
            found = self._styles[key] = make()
        return found

    def anonymous(self, parent: Style, make: Callable[[], Style]) -> Style:
        found = self._anonymous.get(parent)
        if found is None:
            found = self._anonymous[parent] = make()
        return found

    def version(self, box: Box, style: Style, inside: tuple[int, ...]) -> int:
        """A number for the box with its style and the versions of the boxes in it."""
        return self._versions.setdefault((box.index, style, inside), len(self._versions))
