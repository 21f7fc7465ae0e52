"""Pages with many properties at once on every box, under style sheets that make everything a flex container."""

from layout.fixtures import ALIGN, DIRECTIONS, PACK, Chance, div, style

SHEETS = (
    "* { box-sizing: border-box } body { margin: 0 } div { display: flex }",
    "div { box-sizing: border-box; position: relative; border: 0 solid black; display: flex; flex-direction: column;"
    " align-content: flex-start; flex-shrink: 0; min-width: 0; min-height: 0 } body { margin: 0 }",
    "div { position: relative; display: flex } body { margin: 0 }",
    "body { margin: 0 } #a { display: flex } #a > div { display: flex; flex: 1 1 auto }",
    "",
)
PAGE = """<!doctype html>
<style>
{sheet} html {{ font: 16px/20px Manrope }}</style>
<div id="a" style="{css}">{inside}</div>
"""


def pages(seed: int, count: int) -> list[str]:
    chance = Chance(seed)
    return [_page(chance) for _ in range(count)]


def _page(chance: Chance) -> str:
    css = style(
        chance.maybe(0.6, "width: 300px", "width: 50%", "height: 200px; width: 400px", "height: 100%"),
        chance.maybe(0.4, "flex-direction: column", "flex-wrap: wrap", "align-items: center", "display: flex"),
    )
    inside = "".join(_box(chance, chance.randint(0, 2)) for _ in range(chance.randint(1, 3)))
    return PAGE.format(sheet=chance.one(*SHEETS), css=css, inside=inside)


def _length(chance: Chance) -> str:
    return chance.one(chance.px(0, 120), chance.px(0, 120), f"{chance.choice([5, 10, 20, 25, 33.3, 50, 75, 100])}%")


def _box(chance: Chance, depth: int) -> str:
    inside = "".join(_box(chance, depth - 1) for _ in range(chance.randint(0, 3))) if depth else ""
    if not depth:
        inside = chance.maybe(0.25, chance.words(3))
    return div(style(_sizes(chance), _flexing(chance), _aligning(chance), _placing(chance)), inside)


def _sizes(chance: Chance) -> str:
    limits = ("min-width", "max-width", "min-height", "max-height")
    return style(
        chance.maybe(0.45, f"width: {_length(chance)}"),
        chance.maybe(0.45, f"height: {_length(chance)}"),
        *(chance.maybe(0.12, f"{limit}: {_length(chance)}") for limit in limits),
        chance.maybe(0.2, f"margin: {_length(chance)}", "margin: auto", "margin-left: auto", "margin: -10px"),
        chance.maybe(0.2, f"padding: {_length(chance)}", "padding: 10px", "padding-left: 5px"),
        chance.maybe(0.12, "border: 3px solid", "border-left-width: 10px; border-left-style: solid"),
        chance.maybe(0.08, "aspect-ratio: 2", "aspect-ratio: 1 / 2"),
        chance.maybe(0.05, "box-sizing: content-box", "box-sizing: border-box"),
    )


def _flexing(chance: Chance) -> str:
    return style(
        chance.maybe(0.3, "flex-grow: 1", "flex-grow: 2", "flex-grow: 0.5"),
        chance.maybe(0.2, "flex-shrink: 1", "flex-shrink: 0", "flex-shrink: 2"),
        chance.maybe(0.2, f"flex-basis: {_length(chance)}"),
        chance.maybe(0.1, "flex: 1", "flex: 1 1 0", "flex: none"),
        chance.maybe(0.3, *(f"flex-direction: {direction}" for direction in DIRECTIONS)),
        chance.maybe(0.2, "flex-wrap: wrap", "flex-wrap: wrap-reverse"),
        chance.maybe(0.15, "gap: 10px", "gap: 10%", "column-gap: 8px"),
    )


def _aligning(chance: Chance) -> str:
    return style(
        chance.maybe(0.25, *(f"justify-content: {how}" for how in PACK)),
        chance.maybe(0.25, *(f"align-items: {how}" for how in ALIGN)),
        chance.maybe(0.15, *(f"align-content: {how}" for how in PACK)),
        chance.maybe(0.15, *(f"align-self: {how}" for how in ALIGN)),
    )


def _placing(chance: Chance) -> str:
    return style(
        chance.maybe(
            0.12,
            "position: absolute",
            "position: absolute; left: 10px",
            "position: absolute; right: 0; bottom: 10%",
            "position: absolute; inset: 5px",
            "position: absolute; top: 10px; bottom: 10px",
            "position: relative; left: 5px; top: -3px",
        ),
        chance.maybe(0.06, "overflow: hidden"),
        chance.maybe(0.04, "display: none"),
        chance.maybe(0.06, "order: -1", "order: 1"),
        chance.maybe(0.06, "display: block"),
    )
