"""Flex lines: flexible lengths, packing along the main axis, the lines' own alignment (CSS Flexbox 1, 9.5 to 9.7)."""

from dataclasses import dataclass

from campaign.layout.flex_items import FlexItem, Frame

SPREAD = frozenset({"space-between", "space-around", "space-evenly"})


@dataclass(slots=True)
class Line:
    """One flex line: its cross size, where it starts, and how far its baselines reach up."""

    items: list[FlexItem]
    cross: float = 0.0
    at: float = 0.0
    ascent: float = 0.0

    def outer_hypothetical(self, gap: float) -> float:
        """The items' outer hypothetical main sizes with the gaps between them."""
        return sum(item.outer_main(item.hypothetical) for item in self.items) + gap * max(len(self.items) - 1, 0)

    def measure(self, frame: Frame) -> None:
        """Step 8: the largest outer cross size; items on one baseline count together."""
        ascents: list[float] = []
        below: list[float] = []
        self.cross = 0.0
        for item in self.items:
            outer = item.cross + item.cross_margins
            if item.align == "baseline" and not any(item.cross_auto_margins):
                ascents.append(item.ascent)
                below.append(outer - item.ascent)
            else:
                self.cross = max(self.cross, outer)
        self.ascent = max(ascents, default=0.0)
        self.cross = max(self.cross, self.ascent + max(below, default=0.0))


def flexed(line: Line, main: float, gap: float) -> None:
    """Section 9.7: resolves the flexible lengths of a line in a container ``main`` px long."""
    items = line.items
    gaps = gap * max(len(items) - 1, 0)
    growing = line.outer_hypothetical(gap) < main
    for item in items:
        factor = item.style.flex_grow if growing else item.style.flex_shrink
        stuck = item.base > item.hypothetical if growing else item.base < item.hypothetical
        item.frozen = factor == 0 or stuck
        item.main = item.hypothetical if item.frozen else item.base

    def free() -> float:
        return main - gaps - sum(item.outer_main(item.main if item.frozen else item.base) for item in items)

    initial = free()
    while not all(item.frozen for item in items):
        loose = [item for item in items if not item.frozen]
        room = _room(loose, free(), initial, growing)
        _distribute(loose, room, growing)
        total = 0.0
        for item in loose:
            limited = item.clamped_main(item.main)
            item.violation = limited - item.main
            item.main = limited
            total += item.violation
        for item in loose:
            item.frozen = total == 0 or (item.violation > 0 if total > 0 else item.violation < 0)


def _room(loose: list[FlexItem], room: float, initial: float, growing: bool) -> float:
    """Factors that add up to less than 1 take only their share of the initial room."""
    factors = sum(item.style.flex_grow if growing else item.style.flex_shrink for item in loose)
    if factors < 1 and abs(initial * factors) < abs(room):
        return initial * factors
    return room


def _distribute(loose: list[FlexItem], room: float, growing: bool) -> None:
    if growing:
        factors = sum(item.style.flex_grow for item in loose)
        for item in loose:
            item.main = item.base + (room * item.style.flex_grow / factors if factors else 0.0)
        return
    # Shrinking is in proportion to the inner base sizes, so that small items do not vanish first.
    scaled = [item.style.flex_shrink * (item.base - item.main_edges) for item in loose]
    total = sum(scaled)
    for item, share in zip(loose, scaled, strict=True):
        item.main = item.base + (room * share / total if total else 0.0)


def justified(line: Line, main: float, frame: Frame) -> None:
    """Step 12: auto margins take the free room, else justify-content spreads it."""
    items = line.items
    used = sum(item.outer_main(item.main) for item in items) + frame.main_gap * max(len(items) - 1, 0)
    free = main - used
    autos = sum(sum(item.main_auto_margins) for item in items)
    share = free / autos if autos and free > 0 else 0.0
    how = "flex-start" if share else _logical(frame.justify, frame.main_reversed)
    at, between = _spread(how, free if not share else 0.0, len(items), frame.main_reversed)
    for item in items:
        at += item.main_before + (share if item.main_auto_margins[0] else 0.0)
        item.main_at = at
        at += item.main + item.main_after + (share if item.main_auto_margins[1] else 0.0) + frame.main_gap + between


def _logical(how: str, is_reversed: bool) -> str:
    """start and end are of the writing mode, flex-start and flex-end of the flex direction."""
    how = {"left": "start", "right": "end", "stretch": "flex-start"}.get(how, how)
    if how in ("start", "end") and is_reversed:
        return {"start": "flex-end", "end": "flex-start"}[how]
    return {"start": "flex-start", "end": "flex-end", "normal": "flex-start"}.get(how, how)


def _spread(how: str, free: float, count: int, is_reversed: bool) -> tuple[float, float]:
    """Where the first of ``count`` things starts, and what comes between two.

    When they overflow, space-between falls back to flex-start, the others to start (CSS Align 3, 5.3).
    """
    if how == "center":
        return free / 2, 0.0
    if how == "flex-end":
        return free, 0.0
    if how not in SPREAD or not count:
        return 0.0, 0.0
    if free <= 0:
        return (free if is_reversed and how != "space-between" else 0.0), 0.0
    if how == "space-between":
        return 0.0, free / (count - 1) if count > 1 else 0.0
    if how == "space-around":
        return free / count / 2, free / count
    return free / (count + 1), free / (count + 1)


def align_lines(lines: list[Line], cross: float, frame: Frame) -> None:
    """Steps 9 and 16: align-content stretches the lines, or packs them."""
    if not frame.wraps:
        return
    how = frame.style.align_content
    free = cross - sum(line.cross for line in lines) - frame.cross_gap * max(len(lines) - 1, 0)
    if how in ("normal", "stretch"):
        for line in lines:
            line.cross += max(free, 0.0) / len(lines)
        how, free = "flex-start", 0.0
    at, between = _spread(_logical(how, frame.cross_reversed), free, len(lines), frame.cross_reversed)
    for line in lines:
        line.at = at
        at += line.cross + frame.cross_gap + between
