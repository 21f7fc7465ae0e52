"""One line of text: what stands on it, left to right, and on which baseline (CSS 2.1, 10.8)."""

import math
from itertools import pairwise
from typing import TYPE_CHECKING

from campaign.layout.boxes import BLOCKS, Box
from campaign.layout.chunks import Chunk, Piece
from campaign.layout.fragments import (
    Atom,
    Fragment,
    GroupEdge,
    InlinePart,
    LineBox,
    LineItem,
    Pending,
    StaticPlace,
    TextRun,
)
from campaign.layout.sizing import edges_of, margin
from campaign.layout.style import Share, Style, resolved
from campaign.layout.visual import Hung, Leaf, Level, Stand, seen

if TYPE_CHECKING:
    from campaign.layout.flow import Flow
    from campaign.layout.lines import Breaker

ALIGN = {"start": 0.0, "left": 0.0, "center": 0.5, "end": 1.0, "right": 1.0}
ALIGN_LEFTWARDS = {**ALIGN, "start": 1.0, "end": 0.0}


HANGING = ("top", "bottom")  # of the line, whose height comes of all the rest
WITH_CONTENT = ("middle", "text-top", "text-bottom")  # in the inline box around


class LineMaker:
    """Makes one line at ``y``, starting at ``left``, in its container's fragment."""

    def __init__(
        self,
        flow: "Flow",
        box: Box,
        style: Style,
        breaker: "Breaker",
        fragment: Fragment,
        left: float,
        y: float,
        down: float | None,
    ) -> None:
        self.flow, self.breaker, self.fragment, self.down = flow, breaker, fragment, down
        self.style, self.left, self.y = style, left, y
        above, below = self.flow.leading(style)
        self.levels = [Level(box, style, 0.0, above, below, None)]
        self.above, self.below = above, below  # the farthest from the baseline so far
        self.x = left
        self.solid = False  # whether the line holds anything that makes it a line
        self.items: list[LineItem] = []
        self.stands: list[Stand] = []
        self.hanging: list[Hung] = []
        self.absolutes: list[tuple[Box, float, bool]] = []  # with where they stand, and whether anything stands before
        self.leaves: list[Leaf] = []  # kept where the line runs both ways
        self.both_ways = False

    def make(self, chunks: tuple[Chunk, ...], indent: float = 0.0) -> LineBox | None:
        """The line, with room before its text; None when nothing on it has a height."""
        start = self.left if self.style.leftwards else self.left + indent
        self.x = start
        self.both_ways = self.style.leftwards or any(chunk.turned for chunk in chunks)
        for box in chunks[0].before:
            self._open(box, first=False)
        last = len(chunks) - 1
        for number, chunk in enumerate(chunks):
            self.solid = self.solid or chunk.hard
            for index, piece in enumerate(chunk.pieces):
                if piece.kind == "space" and number == last and index >= chunk.visible:
                    continue
                self._piece(piece)
        for around, level in reversed(list(pairwise(self.levels))):
            self._settle_with_content(level, around)
            self._end_part(level, last=False)
        used = self.x - start + indent
        self._hang()
        baseline = self.y + self.above
        height = self.above + self.below if self.solid else 0.0
        self._place_absolutes(height)
        if not self.solid:
            hollow = [(item.box, item.x, self.y) for item in self.items if isinstance(item, InlinePart)]
            self.fragment.hollow.extend(hollow)
            return None
        room = self.breaker.room
        share = (ALIGN_LEFTWARDS if self.style.leftwards else ALIGN)[self.style.text_align]
        if used >= room:
            share = 1.0 if self.style.leftwards else 0.0
        offset = (room - used) * share
        read = self._reorder(start) if self.both_ways else ""
        self._settle(baseline, offset)
        return LineBox(start + offset, self.y, used - indent, height, baseline, room - indent, self.items, read)

    def _hang(self) -> None:
        """Makes the line high enough for what hangs from its top and stands on its bottom, and places that."""
        for hung in self.hanging:
            height = hung.above + hung.below
            if hung.word == "top":
                self.below = max(self.below, height - self.above)
            else:
                self.above = max(self.above, height - self.below)
        for hung in self.hanging:
            hung.raised = self.above - hung.above if hung.word == "top" else hung.below - self.below

    def _reorder(self, start: float) -> str:
        """Puts the items in the order of seeing; returns the text in that of reading."""
        read = "".join(leaf.item.text for leaf in self.leaves if isinstance(leaf.item, TextRun))
        self.items, parts = seen(self.leaves, start, self.breaker.side)
        self.stands = [stand for stand in self.stands if not isinstance(stand.item, InlinePart)] + parts
        return read

    def _leaf(self, item: TextRun | Atom | None, level: int, width: float, offset: float = 0.0) -> None:
        if self.both_ways:
            self.leaves.append(Leaf(item, level, width, offset, tuple(self.levels[1:])))

    def _piece(self, piece: Piece) -> None:
        if piece.kind in ("text", "space"):
            self._text(piece)
        elif piece.kind == "open":
            self._open(piece.box, first=True)
        elif piece.kind == "close":
            level = self.levels.pop()
            self._settle_with_content(level, self.levels[-1])
            self._end_part(level, last=True)
        elif piece.kind == "atom":
            self._atom(piece.box, piece.level)
        else:
            self.absolutes.append((piece.box, self.x, self.solid))

    def _text(self, piece: Piece) -> None:
        self.solid = True
        width = self.breaker.width_of[piece]
        last = self.items[-1] if self.items else None
        direction = "" if not self.both_ways else "rtl" if piece.level % 2 else "ltr"
        above, below = (0.0, 0.0) if piece.text.isascii() else self._tall(piece)
        goes_on = not self.leaves or self.leaves[-1].level == piece.level
        goes_on = goes_on and not self.levels[-1].style.word_spacing  # painting spaces letters, not words
        if isinstance(last, TextRun) and last.box is piece.box and last.underline == piece.underline and goes_on:
            last.text += piece.text
            last.width += width
            last.above, last.below = max(last.above, above), max(last.below, below)
            if self.leaves:
                self.leaves[-1] = self.leaves[-1]._replace(width=last.width)
        else:
            run = TextRun(piece.box, piece.text, self.x, 0.0, width, piece.underline, above, below, direction)
            self._add(run, self.levels[-1])
            self._leaf(run, piece.level, width)
        self.x += width

    def _tall(self, piece: Piece) -> tuple[float, float]:
        """Makes the line high enough for letters that its font has not: some scripts stack higher than Latin."""
        above, below = self.flow.ruler.reach(piece.text, self.flow.style(piece.box).font)
        if above or below:
            self._reach(self.levels[-1], math.ceil(above), math.ceil(below))
        return above, below

    def _add(self, item: LineItem, level: Level) -> None:
        self.items.append(item)
        self.stands.append(Stand(item, level.raised, level.hung, level.moved))

    def _reach(self, level: Level, above: float, below: float) -> None:
        """Makes the line, or what hangs in it, high enough for something on a level's baseline."""
        whole = level.hung or self
        whole.above = max(whole.above, above + level.raised)
        whole.below = max(whole.below, below - level.raised)

    def _open(self, box: Box, first: bool) -> None:
        style = self.flow.style(box)
        above, below = self.flow.leading(style)
        level = self._level(box, style, above, below)
        self._reach(level, above, below)
        whole = first or style.box_decoration_break == "clone"
        if style.opacity < 1:
            self.items.append(GroupEdge(box, True))
        part = InlinePart(box, self.x, 0.0, 0.0, 0.0, whole, False)
        if whole:
            edge = self.breaker.edge(box, True)
            part.x += margin(style.margin_left, self.breaker.room)
            self.x += edge
            self.solid = self.solid or edge != 0
        level = level._replace(part=part)
        self._add(part, level)
        self.levels.append(level)

    def _end_part(self, level: Level, last: bool) -> None:
        """Closes an inline box's part on this line: after its end, or where the line breaks."""
        part = level.part
        assert part is not None
        if self.both_ways and not any(inner.part is part for leaf in self.leaves for inner in leaf.around):
            base = 1 if self.style.leftwards else 0
            self.leaves.append(Leaf(None, base, 0.0, 0.0, (*self.levels[1 : self._depth(level)], level)))
        whole = last or level.style.box_decoration_break == "clone"
        if whole:
            edge = self.breaker.edge(level.box, False)
            self.x += edge
            self.solid = self.solid or edge != 0
        part.last = whole
        part.width = self.x - part.x - (margin(level.style.margin_right, self.breaker.room) if whole else 0.0)
        if level.style.opacity < 1:
            self.items.append(GroupEdge(level.box, False))

    def _depth(self, level: Level) -> int:
        """Where a level that is closing, or was just closed, stands among the open ones."""
        return self.levels.index(level) if level in self.levels else len(self.levels)

    def _level(self, box: Box, style: Style, above: float, below: float) -> Level:
        """How a box on the line stands in the inline box around it."""
        around = self.levels[-1]
        hung, raised = around.hung, 0.0
        if style.vertical_align in HANGING:
            hung = Hung(str(style.vertical_align), above, below, around.hung, along=around.raised)
            self.hanging.append(hung)
        elif style.vertical_align in WITH_CONTENT and box.kind == "inline":
            hung = Hung(str(style.vertical_align), above, below, around.hung)
        else:
            raised = around.raised + self._raise(style, above, below, around)
        moved = around.moved
        if box.kind == "inline" and style.position == "relative":
            x, y = self.flow.shift(style, self.breaker.room, self.down, self.style.leftwards)
            moved = (moved[0] + x, moved[1] + y)
        return Level(box, style, raised, above, below, None, hung, moved)

    def _settle_with_content(self, level: Level, around: Level) -> None:
        """Aligns an inline box in the one around it, now that all that is in it is known."""
        hung = level.hung
        if hung is None or hung is around.hung or hung.word in HANGING:
            return
        hung.raised = around.raised + self._raise(level.style, hung.above, hung.below, around)
        self._reach(around, hung.above + hung.raised - around.raised, hung.below - hung.raised + around.raised)

    def _raise(self, style: Style, above: float, below: float, parent: Level) -> float:
        """How far vertical-align raises a box above its parent's baseline; sub and super as Blink has them."""
        align = style.vertical_align
        if align == "baseline":
            return 0.0
        if isinstance(align, str):
            font = parent.style.font
            around = self.flow.ruler.strike(font)
            raised = {
                "middle": around.x_height / 2 - (above - below) / 2,
                "text-top": around.ascent - above,
                "text-bottom": below - around.descent,
                "sub": -(font.size / 5 + 1),
                "super": font.size / 3 + 1,
            }
            return raised[align]
        if isinstance(align, Share):
            return resolved(align, self.flow.line_height(style))
        return align

    def _atom(self, box: Box, level: int) -> None:
        self.solid = True
        style, room = self.flow.style(box), self.breaker.room
        fragment = self.flow.lay(box, self.breaker.atom_width(box), room, self.down)
        top, bottom = margin(style.margin_top, room), margin(style.margin_bottom, room)
        left, right = margin(style.margin_left, room), margin(style.margin_right, room)
        above = self._atom_baseline(fragment, style)
        above, below = above + top, fragment.height - above + bottom
        stands = self._level(box, style, above, below)
        self._reach(stands, above, below)
        # y is for now the distance from the line's baseline down to the border box's top
        atom = Atom(fragment, self.x + left, -(above - top))
        self._add(atom, stands)
        self._leaf(atom, level, left + fragment.width + right, left)
        self.x += left + fragment.width + right

    def _atom_baseline(self, fragment: Fragment, style: Style) -> float:
        """From the border box's top: a block's last line or a flex container's first; else its lower margin edge."""
        found = fragment.baseline if fragment.box.kind == "flex" else fragment.last_baseline
        if found is None or (style.overflow == "hidden" and fragment.box.kind == "block"):
            return fragment.height + margin(style.margin_bottom, self.breaker.room)
        return found

    def _place_absolutes(self, height: float) -> None:
        """Where absolute boxes would have stood; one that was a block would have started a line of its own."""
        for box, x, behind in self.absolutes:
            declared = self.flow.declared[box.element].values.get("display", "inline")
            block = declared in BLOCKS
            below = height if block and behind else 0.0
            place = StaticPlace(self.left if block else x, self.y + below)
            if self.style.leftwards:
                used = 0.0 if block else x - self.left
                place = StaticPlace(self.left, self.y + below, self.breaker.room - used, align_x=1.0)
            self.fragment.pending.append(Pending(box, place))

    def _settle(self, baseline: float, offset: float) -> None:
        """Now that the line's baseline is known, moves what stands on it there."""
        for item, raised, hung, moved in self.stands:
            on = baseline - raised - (hung.total if hung else 0.0) + moved[1]
            if isinstance(item, TextRun):
                item.x += offset + moved[0]
                item.baseline = on
            elif isinstance(item, InlinePart):
                style = self.flow.style(item.box)
                strike = self.flow.ruler.strike(style.font)
                edges = edges_of(style, self.breaker.room)
                item.x += offset + moved[0]
                item.y = on - strike.ascent - edges.top
                item.height = strike.ascent + strike.descent + edges.down
            elif isinstance(item, Atom):
                self._settle_atom(item, on, offset + moved[0])

    def _settle_atom(self, item: Atom, baseline: float, offset: float) -> None:
        style = self.flow.style(item.fragment.box)
        shift = self.flow.shift(style, self.breaker.room, self.down, self.style.leftwards)
        item.x += offset + shift[0]
        item.y += baseline + shift[1]
        self.fragment.pending.extend(Pending(p.box, p.place.moved(item.x, item.y)) for p in item.fragment.pending)
