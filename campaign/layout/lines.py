"""Lines: where they break, how wide they are, and the balance of ragged text."""

from collections.abc import Callable
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from campaign.layout.boxes import Box
from campaign.layout.chunks import Piece
from campaign.layout.fragments import Fragment
from campaign.layout.line import LineMaker
from campaign.layout.sizing import edges_of, fit_width, margin, margins_across
from campaign.layout.style import Share, Style, resolved
from campaign.layout.visual import Side

if TYPE_CHECKING:
    from campaign.layout.flow import Flow

SLACK = 0.017
"""A line may be this much wider than its room, px: Blink's smallest unit, 1/64, and what its advances round off."""

HALF = 0.5  # px: how exactly the narrowest room for balanced lines is looked for
WIDOW = 0.3  # of the room: a last line of one word that is shorter than this is no line of a headline
HEADLINES = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})

LONELY = 10_000.0  # px²: what a last line of one word costs when lines are balanced, as in Chromium
FEW = 4  # words; fewer are balanced whatever stands on their last line

MOST_BALANCED_LINES = 6  # longer text is left as it falls, as in Chromium

Range = tuple[int, int]


class Widths(NamedTuple):
    """How wide chunks are at one setting of font sizes, px: ``pieces`` each, and the chunks in order."""

    pieces: dict[Piece, float]
    full: list[float]  # with the spaces at the end
    trimmed: list[float]  # without
    until: list[float]  # the width of all chunks before each
    starts: list[float]  # edges that a line adds which starts with the chunk
    ends: list[float]


class Breaker:
    """Chunks with their widths at one setting of font sizes, for one content width."""

    def __init__(
        self,
        flow: "Flow",
        box: Box,
        room: float,
        down: float | None = None,
        atom_width: Callable[[Box], float] | None = None,
        how: str = "",
    ) -> None:
        """``down`` is the content's height where it is known. ``atom_width`` gives other widths of inline-blocks and
        pictures; ``how`` names them."""
        self.flow, self.chunks, self.room, self.down = flow, flow.chunks(box), room, down
        self._atom_width = atom_width
        self.indent = resolved(flow.style(box).text_indent, room)
        version, known = flow.version(box), flow.memory.widths
        found = known.get(version) or known.get((version, room, down, how))
        if found is None:
            # Atoms may depend on the room, and so may edges in percent; words do not.
            varies = isinstance(flow.style(box).text_indent, Share) or any(
                piece.kind not in ("text", "space") for chunk in self.chunks for piece in chunk.pieces
            )
            found = known[(version, room, down, how) if varies else version] = self._measured()
        self.width_of = found.pieces
        self.full, self.trimmed, self.until = found.full, found.trimmed, found.until
        self.starts, self.ends = found.starts, found.ends

    def _measured(self) -> Widths:
        widths = {piece: self.piece_width(piece) for chunk in self.chunks for piece in chunk.pieces}
        full_widths, trimmed_widths = [], []
        for chunk in self.chunks:
            full = trimmed = 0.0
            for index, piece in enumerate(chunk.pieces):
                width = widths[piece]
                full += width
                if piece.kind != "space" or index < chunk.visible:
                    trimmed += width
            full_widths.append(full)
            trimmed_widths.append(trimmed)
        clones = any(self._clones(box) for chunk in self.chunks for box in (*chunk.before, *chunk.after))
        starts = [self._clone_edges(chunk.before, True) if clones else 0.0 for chunk in self.chunks]
        ends = [self._clone_edges(chunk.after, False) if clones else 0.0 for chunk in self.chunks]
        if starts:
            starts[0] += self.indent
        return Widths(widths, full_widths, trimmed_widths, [0.0, *accumulate(full_widths)], starts, ends)

    def piece_width(self, piece: Piece) -> float:
        style = self.flow.style(piece.box)
        if piece.kind == "space":
            return self.flow.ruler.space(piece.kerns_with, style.font, style.letter_spacing) + style.word_spacing
        if piece.kind == "text":
            return self.flow.ruler.advance(piece.text, style.font, style.letter_spacing)
        if piece.kind == "atom":
            return self.atom_width(piece.box) + margins_across(style, self.room)
        if piece.kind == "absolute":
            return 0.0
        return self.edge(piece.box, piece.kind == "open")

    def atom_width(self, box: Box) -> float:
        """The border box's width of an inline-block or picture."""
        if self._atom_width is not None:
            return self._atom_width(box)
        style = self.flow.style(box)
        room = self.room - margins_across(style, self.room)
        return fit_width(self.flow, box, style, room, self.room, self.down)

    def edge(self, box: Box, start: bool) -> float:
        """Margin, border and padding on the side of an inline box that is read first, or last."""
        return self.side(box, start != self.flow.style(box).leftwards).whole

    def side(self, box: Box, left: bool) -> Side:
        """The same of its left or right side."""
        style = self.flow.style(box)
        edges = edges_of(style, self.room)
        outer = margin(style.margin_left if left else style.margin_right, self.room)
        return Side(outer, outer + (edges.left if left else edges.right))

    def _clones(self, box: Box) -> bool:
        return self.flow.style(box).box_decoration_break == "clone"

    def _clone_edges(self, boxes: tuple[Box, ...], start: bool) -> float:
        return sum(self.edge(box, start) for box in boxes if self._clones(box))

    def ranges(self, width: float, start: int = 0, stop: int | None = None) -> list[Range]:
        """First and last-plus-one chunk of each line of some chunks, filling ``width`` greedily."""
        lines: list[Range] = []
        stop = len(self.chunks) if stop is None else stop
        first, used = start, 0.0
        for index in range(start, stop):
            chunk = self.chunks[index]
            needs = used + self.trimmed[index] + self.ends[index]
            if index > first and needs > width + SLACK:
                lines.append((first, index))
                first, used = index, 0.0
            if index == first:
                used = self.starts[index]
            used += self.full[index]
            if chunk.hard:
                lines.append((first, index + 1))
                first, used = index + 1, 0.0
        if first < stop:
            lines.append((first, stop))
        return lines

    def line_width(self, line: Range) -> float:
        first, end = line
        inside = self.until[end - 1] - self.until[first] + self.trimmed[end - 1]
        return self.starts[first] + inside + self.ends[end - 1]

    def balanced(self) -> list[Range]:
        """The same number of lines, broken so that the room left over at their ends is shared out.

        The sum of the squares of what each line leaves free is the smallest there is, which is how Chromium fills
        ``text-wrap: balance`` (CSS Text 4, 6.4 leaves the way to us). Each stretch between forced breaks counts alone.
        """
        lines: list[Range] = []
        stretch: list[Range] = []
        for line in self.ranges(self.room):
            stretch.append(line)
            if self.chunks[line[1] - 1].hard:
                lines.extend(self._shared_out(stretch))
                stretch = []
        return lines + self._shared_out(stretch)

    def _shared_out(self, greedy: list[Range]) -> list[Range]:
        if not 1 < len(greedy) <= MOST_BALANCED_LINES:
            return greedy
        if any(self.line_width(line) > self.room + SLACK for line in greedy):
            return greedy
        if any(piece.kind == "open" and self._clones(piece.box) for chunk in self.chunks for piece in chunk.pieces):
            return self._narrowest(greedy)
        return self._least_free(greedy[0][0], greedy[-1][1], len(greedy))

    def _narrowest(self, greedy: list[Range]) -> list[Range]:
        """As in the narrowest room that takes no more lines: so Chromium balances text with edges that are cloned."""
        start, stop = greedy[0][0], greedy[-1][1]
        low, high = 0.0, self.room
        while high - low > HALF:
            middle = (low + high) / 2
            wide = self.ranges(middle, start, stop)
            if len(wide) > len(greedy) or any(self.line_width(line) > middle + SLACK for line in wide):
                low = middle
            else:
                high = middle
        return self.ranges(high, start, stop)

    def without_widow(self) -> list[Range]:
        """Greedy lines, but balanced where else the last one would be one short word alone."""
        lines = self.ranges(self.room)
        first, end = lines[-1] if lines else (0, 0)
        if len(lines) > 1 and end - first == 1 and self.line_width(lines[-1]) < WIDOW * self.room:
            return self.balanced()
        return lines

    def _least_free(self, start: int, stop: int, count: int) -> list[Range]:
        """The best ``count`` lines of the chunks, by the best ways to make fewer lines of the first of them."""
        best: dict[int, tuple[float, list[Range]]] = {start: (0.0, [])}  # by where the last line ends
        for _ in range(count):
            longer: dict[int, tuple[float, list[Range]]] = {}
            for first, (cost, lines) in best.items():
                for end in range(first + 1, stop + 1):
                    free = self.room - self.line_width((first, end))
                    if free < -SLACK:
                        break
                    price = cost + free * free
                    if end == stop and end - first == 1 and stop - start >= FEW:
                        price += LONELY
                    if end not in longer or price <= longer[end][0]:
                        longer[end] = (price, [*lines, (first, end)])
            best = longer
        return best[stop][1]


def lay(flow: "Flow", box: Box, style: Style, fragment: Fragment, room: float, down: float | None) -> float | None:
    """Puts the lines of a block container into its fragment.

    Returns their height; None when there is no line at all, so that margins may pass through the box.
    """
    breaker = Breaker(flow, box, room, down)
    chunks = breaker.chunks
    if style.text_wrap_style == "balance":
        ranges = breaker.balanced()
    elif box.element.tag in HEADLINES and flow.declared[box.element].role is not None:
        ranges = breaker.without_widow()
    else:
        ranges = breaker.ranges(room)
    left, top = fragment.edges.left, fragment.edges.top
    y = top
    for line in ranges:
        indent = 0.0 if line[0] else breaker.indent
        made = LineMaker(flow, box, style, breaker, fragment, left, y, down).make(chunks[line[0] : line[1]], indent)
        if made is not None:
            fragment.lines.append(made)
            y += made.height
    if not fragment.lines:
        return None
    fragment.baseline = fragment.lines[0].baseline
    fragment.last_baseline = fragment.lines[-1].baseline
    return y - top


def content_width(flow: "Flow", box: Box, smallest: bool, down: float | None) -> float:
    """The widest chunk, or the widest line when only hard breaks break; ``down`` is the content's height if known."""
    # Percentages inside count as 0: what they are of is what is being asked for.
    atom_width, how = (flow.min_content, "min-content") if smallest else (flow.max_content, "max-content")
    breaker = Breaker(flow, box, 0.0, down, lambda atom: atom_width(atom, down), how)
    if smallest:
        singles = [(index, index + 1) for index in range(len(breaker.chunks))]
        return max((breaker.line_width(line) for line in singles), default=0.0)
    return max((breaker.line_width(line) for line in breaker.ranges(float("inf"))), default=0.0)
