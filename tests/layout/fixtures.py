"""Small whole pages around flexbox, as people write them to try a layout engine: the same for the same seed.

Each family leans on another part of the specification. Units, spellings and nesting vary on purpose.
"""

import random
from collections.abc import Callable, Sequence

DIRECTIONS = ("row", "row-reverse", "column", "column-reverse")
PACK = ("flex-start", "flex-end", "center", "space-between", "space-around", "space-evenly", "start", "end")
ALIGN = ("stretch", "flex-start", "flex-end", "center", "baseline", "start", "end")
WORDS = ("aa", "Bekerja", "aman", "di", "luar", "negeri", "kontrak", "resmi", "tanpa", "biaya")
PAGE = '<!doctype html>\n<style>\n{css}</style>\n<div id="a" style="{style}">{inside}</div>\n'


class Chance(random.Random):
    """Chances with the words that the families need."""

    def one(self, *values: str) -> str:
        return self.choice(values)

    def px(self, low: int, high: int) -> str:
        return f"{self.randrange(low, high + 1)}px"

    def maybe(self, share: float, *values: str) -> str:
        """One of the values, or "" most of the time."""
        return self.choice(values) if self.random() < share else ""

    def words(self, most: int) -> str:
        return " ".join(self.choice(WORDS) for _ in range(self.randint(1, most)))


def style(*parts: str) -> str:
    return "; ".join(part for part in parts if part)


def div(css: str, inside: str = "") -> str:
    return f'<div style="{css}">{inside}</div>'


def page(chance: Chance, css: str, items: Sequence[str]) -> str:
    sheet = chance.one("body { margin: 0 }\n", "body{margin:0}\n", "", "BODY { MARGIN: 0 } /* none */\n")
    return PAGE.format(css=sheet + "html { font: 16px/20px Manrope }\n", style=css, inside="".join(items))


def size(chance: Chance, low: int = 10, high: int = 120) -> str:
    """A box's sizes, in some unit, with or without edges."""
    width = chance.one(chance.px(low, high), f"{chance.randint(1, 6)}em", f"{chance.randint(5, 60)}%")
    height = chance.one(chance.px(low, high // 2 + 10), chance.px(low, high // 2 + 10), f"{chance.randint(1, 3)}em")
    return style(f"width: {width}", f"height: {height}")


def edges(chance: Chance, share: float = 0.3) -> str:
    return style(
        chance.maybe(share, "padding: 5px", "padding: 3px 8px 0", "padding: 5%", "padding-left: 10%"),
        chance.maybe(
            share,
            "border: 2px solid",
            "border-left: 7px solid red",
            "border-width: 1px 2px 3px 4px; border-style: solid",
        ),
        chance.maybe(
            share, "margin: 4px", "margin: 0 -6px 0 3px", "margin: 2% 0", "margin-top: -5px", "margin: 1em 5%"
        ),
        chance.maybe(share, "box-sizing: border-box", "box-sizing: content-box"),
    )


def limits(chance: Chance, share: float = 0.25) -> str:
    return style(
        chance.maybe(share, "min-width: 40px", "min-width: 25%", "min-width: 0", "min-width: 5em"),
        chance.maybe(share, "max-width: 60px", "max-width: 30%", "max-width: none"),
        chance.maybe(share, "min-height: 30px", "min-height: 20%", "min-height: 0"),
        chance.maybe(share, "max-height: 25px", "max-height: 40%", "max-height: none"),
    )


def room(chance: Chance, height: float = 0.6) -> str:
    """A container's own size."""
    return style(
        chance.one(
            "width: 300px",
            "width: 417px",
            "width: 50%",
            "max-width: 333px",
            "width: 20em",
            "width: calc(100% - 3 * 50px)",
        ),
        chance.maybe(height, "height: 120px", "height: 233px", "min-height: 150px", "height: 10em", "height: 25vh"),
        chance.maybe(0.3, "padding: 10px", "padding: 5px 0 2px 7px", "padding: 3%"),
        chance.maybe(0.2, "border: 3px solid", "border-top: 10px solid"),
        chance.maybe(0.2, "box-sizing: border-box"),
    )


def gaps(chance: Chance, share: float = 0.5) -> str:
    return chance.maybe(
        share, "gap: 10px", "gap: 10px 5%", "gap: 3px 11px", "row-gap: 7px", "column-gap: 1em", "gap: 5%"
    )


def flexing(chance: Chance, share: float = 0.7) -> str:
    return chance.maybe(
        share,
        "flex: 1",
        "flex: 1 1 0",
        "flex: 2 1 0px",
        "flex: 0 0 60px",
        "flex: 1 0 auto",
        "flex: auto",
        "flex: none",
        "flex: 0 1 40%",
        "flex: 1 1 content",
        "flex: initial",
        "flex-grow: 0.4",
        "flex-grow: 2",
        "flex-shrink: 0",
        "flex-shrink: 3",
        "flex-basis: 0",
        "flex-basis: 80px",
        "flex-basis: 30%",
        "flex-basis: content",
        "flex: 3",
        "flex: 1 20px",
        "flex: 50px",
        "flex: 0 0 calc(50% - 10px)",
        "flex-basis: max-content",
        "flex-basis: min-content",
    )


def container(chance: Chance) -> str:
    return style(
        chance.one("display: flex", "display:flex", "DISPLAY: FLEX"),
        chance.maybe(0.6, *(f"flex-direction: {direction}" for direction in DIRECTIONS)),
        chance.maybe(0.35, *(f"justify-content: {how}" for how in PACK)),
        chance.maybe(0.35, *(f"align-items: {how}" for how in ALIGN)),
        gaps(chance, 0.3),
    )


def growing(chance: Chance) -> str:
    """Grow, shrink, basis, with limits and edges."""
    items = [
        div(style(size(chance), flexing(chance), limits(chance), edges(chance, 0.2)))
        for _ in range(chance.randint(1, 5))
    ]
    return page(chance, style(container(chance), room(chance)), items)


def wrapping(chance: Chance) -> str:
    """Rows and columns that wrap, packed every way."""
    css = style(
        "display: flex",
        chance.one(
            "flex-wrap: wrap",
            "flex-flow: wrap",
            "flex-flow: row wrap-reverse",
            "flex-flow: column wrap",
            "flex-flow: row-reverse wrap",
            "flex-flow: column-reverse wrap-reverse",
            "flex-wrap: wrap-reverse",
        ),
        room(chance, 1.0).replace("min-height: 150px", "height: 150px"),
        chance.maybe(0.6, *(f"align-content: {how}" for how in (*PACK, "stretch", "normal"))),
        chance.maybe(0.4, *(f"align-items: {how}" for how in ALIGN)),
        chance.maybe(0.4, *(f"justify-content: {how}" for how in PACK)),
        chance.maybe(
            0.2,
            "place-content: center",
            "place-content: space-between end",
            "place-items: center",
            "place-content: space-evenly",
        ),
        gaps(chance),
    )
    items = [
        div(style(size(chance, 20, 150), chance.maybe(0.3, "height: auto"), flexing(chance, 0.3), edges(chance, 0.15)))
        for _ in range(chance.randint(2, 9))
    ]
    return page(chance, css, items)


def words(chance: Chance) -> str:
    """Items of text: floors of min-content, runs that no element holds, spans that become boxes."""
    items = []
    for _ in range(chance.randint(1, 5)):
        kind = chance.random()
        if kind < 0.2:
            items.append(f" {chance.words(4)} ")
        elif kind < 0.4:
            items.append(f'<span style="{flexing(chance, 0.5)}">{chance.words(4)}</span>')
        elif kind < 0.5:
            items.append(f"{chance.words(2)} <br> {chance.words(2)}")
        else:
            css = style(
                flexing(chance),
                chance.maybe(0.3, "overflow: hidden"),
                chance.maybe(
                    0.3, "width: 40px", "width: 60%", "width: min-content", "width: max-content", "width: fit-content"
                ),
                limits(chance, 0.15),
                edges(chance, 0.2),
                chance.maybe(0.3, *(f"align-self: {how}" for how in (*ALIGN, "auto"))),
                chance.maybe(0.15, "font-size: 24px; line-height: 30px", "white-space: nowrap"),
            )
            items.append(div(css, chance.words(6)))
    return page(chance, style(container(chance), room(chance, 0.3), chance.maybe(0.3, "flex-wrap: wrap")), items)


def margins(chance: Chance) -> str:
    """Auto and negative margins on both axes, order, items that are not there."""
    items = []
    for _ in range(chance.randint(1, 5)):
        css = style(
            size(chance, 10, 90),
            chance.maybe(
                0.6,
                "margin: auto",
                "margin-left: auto",
                "margin: auto 0",
                "margin: 0 auto",
                "margin-top: auto",
                "margin: 0 0 auto auto",
                "margin-inline: auto",
                "margin-block: auto 3px",
                "margin-bottom: auto",
                "margin: -10px",
                "margin-right: -20px",
                "margin-inline-start: 10%",
            ),
            chance.maybe(0.3, "order: 1", "order: -1", "order: 2", "order: 1"),
            chance.maybe(0.1, "display: none"),
            chance.maybe(0.2, *(f"align-self: {how}" for how in ALIGN)),
            flexing(chance, 0.2),
        )
        items.append(div(css))
    return page(chance, style(container(chance), room(chance), chance.maybe(0.3, "flex-wrap: wrap")), items)


def absolute(chance: Chance) -> str:
    """Absolute children: static places, insets, auto margins, stretched between insets."""
    items = [div(size(chance, 20, 80))] if chance.random() < 0.5 else []
    for _ in range(chance.randint(1, 3)):
        css = style(
            "position: absolute",
            chance.maybe(
                0.8,
                size(chance, 10, 80),
                "width: 50%; height: 25%",
                "width: 40px",
                "height: 30px",
                "width: fit-content",
            ),
            chance.maybe(
                0.7,
                "top: 5px",
                "inset: 0",
                "left: 10%; right: 10%",
                "bottom: 0; right: 0",
                "inset: 10px auto auto 5px",
                "top: 0; bottom: 0",
                "left: 0; right: 0",
                "inset: 5% 10px",
                "inset-inline: 5px",
                "top: 50%; left: 50%",
            ),
            chance.maybe(
                0.2, "justify-self: center", "justify-self: end", "place-self: center", "justify-self: stretch"
            ),
            chance.maybe(
                0.4,
                "margin: auto",
                "margin: 5px",
                "margin-left: auto",
                "margin: 0 auto",
                "margin: -8px",
                "margin-top: auto",
            ),
            chance.maybe(0.4, *(f"align-self: {how}" for how in ALIGN)),
            limits(chance, 0.1),
            edges(chance, 0.1),
            chance.maybe(0.1, "aspect-ratio: 2 / 1", "aspect-ratio: 1"),
        )
        inside = chance.maybe(0.4, div("width: 30px; height: 12px"), chance.words(3), div("width: 50%; height: 50%"))
        items.append(div(css, inside))
    position = chance.one("position: relative", "position: relative", "position: absolute; top: 10px", "")
    css = style(
        container(chance), room(chance), position, chance.maybe(0.2, "flex-wrap: wrap", "flex-wrap: wrap-reverse")
    )
    return page(chance, css, items)


def ratios(chance: Chance) -> str:
    """aspect-ratio against sizes, limits, stretching and flexing."""
    items = []
    for _ in range(chance.randint(1, 4)):
        css = style(
            chance.one("aspect-ratio: 2 / 1", "aspect-ratio: 1", "aspect-ratio: 0.5", "aspect-ratio: 16/9"),
            chance.maybe(0.8, "width: 60px", "height: 40px", "width: 30%", "height: 50%", "flex: 1", "flex: 0 0 50px"),
            limits(chance, 0.2),
            chance.maybe(0.2, "padding: 6px", "border: 3px solid", "padding: 4px; box-sizing: border-box"),
            chance.maybe(0.4, *(f"align-self: {how}" for how in ALIGN)),
        )
        items.append(div(css, chance.maybe(0.2, div("width: 33px; height: 21px"))))
    return page(chance, style(container(chance), room(chance), chance.maybe(0.2, "flex-wrap: wrap")), items)


def nested(chance: Chance) -> str:
    """Containers in containers, percentages through them."""
    items = [_nest(chance, 2) for _ in range(chance.randint(1, 3))]
    return page(chance, style(container(chance), room(chance)), items)


def _nest(chance: Chance, depth: int) -> str:
    own = style(
        flexing(chance, 0.5),
        chance.maybe(0.3, "width: 100%", "width: 50%", "height: 100%", "height: 50%", "width: 120px"),
        edges(chance, 0.15),
        chance.maybe(0.2, *(f"align-self: {how}" for how in ALIGN)),
        chance.maybe(0.1, "overflow: hidden"),
    )
    if not depth or chance.random() < 0.3:
        return div(style(own, chance.maybe(0.7, size(chance, 10, 60))), chance.maybe(0.3, chance.words(3)))
    kind = container(chance).replace("baseline", "center") if chance.random() < 0.75 else ""
    inside = [_nest(chance, depth - 1) for _ in range(chance.randint(1, 3))]
    return div(style(kind, own), "".join(inside))


def stacked(chance: Chance) -> str:
    """Columns: heights in percent, limits, shrinking to the content, blocks with margins inside."""
    items = []
    for _ in range(chance.randint(1, 4)):
        inside = chance.maybe(
            0.6,
            div("height: 30px; margin: 10px 0"),
            div("height: 50%"),
            chance.words(8),
            "<p>aa</p><p>Bekerja aman</p>",
            div("width: 50%; height: 20px", div("height: 100%")),
        )
        css = style(
            chance.maybe(0.5, "height: 50px", "height: 30%", "height: 100%", "height: fit-content"),
            flexing(chance),
            limits(chance, 0.2),
            edges(chance, 0.2),
            chance.maybe(0.2, "overflow: hidden"),
            chance.maybe(0.2, *(f"align-self: {how}" for how in ALIGN)),
        )
        items.append(div(css, inside))
    css = style(
        "display: flex",
        chance.one("flex-direction: column", "flex-flow: column nowrap", "flex-direction: column-reverse"),
        room(chance, 0.8),
        gaps(chance),
        chance.maybe(0.3, *(f"justify-content: {how}" for how in PACK)),
        chance.maybe(0.3, *(f"align-items: {how}" for how in ALIGN)),
    )
    return page(chance, css, items)


def inline(chance: Chance) -> str:
    """Inline flex containers and pictures among words."""
    items = [
        chance.one(
            chance.words(4),
            f'<span style="display: inline-flex; {size(chance, 10, 60)}">{div("width: 10px; height: 10px")}</span>',
            f'<span style="display: inline-block; {edges(chance)}">{chance.words(2)}</span>',
            '<svg viewBox="0 0 20 10" width="40"></svg>',
        )
        for _ in range(chance.randint(1, 4))
    ]
    return page(chance, style(chance.maybe(0.5, container(chance)), room(chance, 0.2)), items)


FAMILIES: tuple[Callable[[Chance], str], ...] = (
    growing,
    wrapping,
    words,
    margins,
    absolute,
    ratios,
    nested,
    stacked,
    inline,
)


def fixtures(seed: int, each: int) -> list[str]:
    """``each`` pages of every family."""
    chance = Chance(seed)
    return [family(chance) for family in FAMILIES for _ in range(each)]
