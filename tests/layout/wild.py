"""Pages of other kinds than flexbox, and of flexbox among them, as people write them to try a layout engine.

Paragraphs with odd inline boxes, blocks and lists with browsers' own margins, pictures, calculated lengths, sides by
the text's direction, boxes placed in boxes, ratios. The same for the same seed.
"""

from collections.abc import Callable

from layout.fixtures import ALIGN, DIRECTIONS, PACK, Chance, div, style

PAGE = "<!doctype html>\n<style>\n{sheet}html {{ font: 16px/20px Manrope }}\n</style>\n{inside}\n"
SHEETS = (
    "",
    "body { margin: 0 }\n",
    "* { margin: 0; padding: 0; box-sizing: border-box }\n",
    "body { padding: 5px }\n",
)


def page(chance: Chance, inside: str) -> str:
    return PAGE.format(sheet=chance.one(*SHEETS), inside=inside)


def length(chance: Chance, most: int = 120) -> str:
    """A length in any unit, written plainly."""
    return chance.one(
        chance.px(0, most),
        chance.px(0, most),
        f"{chance.randint(1, most // 12)}em",
        f"{chance.choice([5, 10, 25, 33.3, 50])}%",
        f"{chance.randint(1, 12)}vw",
        f"{chance.randint(1, 5)}rem",
    )


def calculated(chance: Chance, depth: int = 2) -> str:
    """A length that is worked out of others."""
    if not depth or chance.random() < 0.3:
        return length(chance, 200)
    a, b, c = (calculated(chance, depth - 1) for _ in range(3))
    return chance.one(
        f"calc({a} + {b})",
        f"calc(({a} + {b}) / 2)",
        f"calc({a} * 0.5 + 3px)",
        f"min({a}, {b})",
        f"max({a}, {b})",
        f"clamp({a}, {b}, {c})",
        f"min({a}, {b}, {c})",
    )


def inline_look(chance: Chance) -> str:
    return style(
        chance.maybe(
            0.4,
            "vertical-align: top",
            "vertical-align: bottom",
            "vertical-align: middle",
            "vertical-align: text-top",
            "vertical-align: text-bottom",
            "vertical-align: super",
            "vertical-align: 3px",
            "vertical-align: -20%",
        ),
        chance.maybe(0.3, "font-size: 10px", "font-size: 1.6em", "font-size: 24px", "font-size: 75%"),
        chance.maybe(0.25, "line-height: 1", "line-height: 32px", "line-height: 2", "line-height: normal"),
        chance.maybe(0.25, "padding: 4px", "padding: 0 6px", "border: 1px solid", "margin: 0 5px", "margin-left: 5%"),
        chance.maybe(0.15, "letter-spacing: 2px", "word-spacing: 5px", "font-weight: 800", "text-transform: uppercase"),
        chance.maybe(0.15, "position: relative; top: 3px", "position: relative; left: 5%", "white-space: nowrap"),
    )


def inline(chance: Chance, depth: int = 1) -> str:
    kind = chance.random()
    if kind < 0.35 or not depth:
        return chance.words(5)
    inside = " ".join(inline(chance, depth - 1) for _ in range(chance.randint(1, 2)))
    if kind < 0.65:
        tag = chance.one("span", "b", "em", "i", "small", "a", "strong")
        return f'<{tag} style="{inline_look(chance)}">{inside}</{tag}>'
    if kind < 0.72:
        tag = chance.one("sub", "sup", "u", "mark")
        return f"{chance.words(1)}<{tag}>{chance.words(1)}</{tag}>"
    if kind < 0.86:
        sizes = style(
            chance.maybe(0.5, "width: 40px", "width: 30%", "width: min-content"),
            chance.maybe(0.4, "height: 30px", "height: 8px"),
            chance.maybe(0.3, "overflow: hidden", "margin: 4px", "padding: 5%"),
        )
        return f'<span style="display: inline-block; {sizes}; {inline_look(chance)}">{inside}</span>'
    if kind < 0.92:
        inside = f"<i>{chance.words(1)}</i><b>a</b>"
        return f'<span style="display: inline-flex; gap: 3px; {inline_look(chance)}">{inside}</span>'
    return chance.one("<br>", picture(chance), "&amp;", "<!-- nothing -->")


def block_look(chance: Chance) -> str:
    return style(
        chance.maybe(0.3, "text-align: center", "text-align: right", "text-align: end"),
        chance.maybe(0.2, "text-indent: 20px", "text-indent: 5%", "word-spacing: 4px", "letter-spacing: 0.05em"),
        chance.maybe(0.25, "line-height: 1.2", "line-height: 150%", "line-height: 2em", "line-height: 1"),
        chance.maybe(0.2, "font-size: 20px", "font-size: 0.8em", "font: bold 18px/1.3 Manrope"),
        chance.maybe(0.1, "white-space: nowrap", "white-space: pre-line"),
        chance.maybe(0.1, "direction: rtl"),
        chance.maybe(0.3, "width: 180px", "width: 60%", "max-width: 250px", "width: min-content", "width: fit-content"),
    )


def texts(chance: Chance) -> str:
    """Paragraphs of mixed inline boxes."""
    parts = [
        f'<p style="{block_look(chance)}">{" ".join(inline(chance, 2) for _ in range(chance.randint(1, 6)))}</p>'
        for _ in range(chance.randint(1, 3))
    ]
    return page(chance, div(chance.one("width: 300px", "width: 200px", ""), "".join(parts)))


def blocks(chance: Chance) -> str:
    """Blocks in blocks, with the margins that browsers give them and others."""
    return page(chance, "".join(_block(chance, 3) for _ in range(chance.randint(1, 3))))


def _block(chance: Chance, depth: int) -> str:
    look = style(
        chance.maybe(0.35, *(f"margin: {m}" for m in ("10px", "-8px", "auto", "0 auto", "2em 5%", "20px 0 -10px"))),
        chance.maybe(
            0.25, "padding: 6px", "padding: 0 0 1px", "padding: 5%", "border: 2px solid", "border-top: 1px solid"
        ),
        chance.maybe(0.3, f"width: {length(chance, 300)}", "width: max-content", "min-width: 50%", "max-width: 120px"),
        chance.maybe(0.25, f"height: {length(chance, 60)}", "min-height: 40px", "max-height: 20px", "height: 50%"),
        chance.maybe(0.12, "overflow: hidden", "display: flow-root", "display: flex", "display: inline-block"),
        chance.maybe(0.1, "position: relative; top: 5px", "box-sizing: border-box", "display: none", "opacity: 0.5"),
    )
    if not depth or chance.random() < 0.25:
        return div(look, chance.maybe(0.7, chance.words(6)))
    inside = "".join(_block(chance, depth - 1) for _ in range(chance.randint(0, 3)))
    kind = chance.random()
    if kind < 0.5:
        return div(look, inside)
    if kind < 0.6:
        tag = chance.one("h1", "h2", "h3", "p", "h5", "blockquote", "figure", "hr")
        return "<hr>" if tag == "hr" else f'<{tag} style="{look}">{chance.words(5)}</{tag}>'
    if kind < 0.75:
        tag = chance.one("ul", "ol")
        return f"<{tag}><li>{chance.words(4)}</li><li>{inside or 'a'}</li></{tag}>"
    if kind < 0.8:
        return f"<dl><dt>{chance.words(2)}</dt><dd>{inside or 'a'}</dd></dl>"
    tag = chance.one("section", "article", "main", "header")
    return f'<{tag} style="{look}">{chance.words(3)}{inside}</{tag}>'


def picture(chance: Chance) -> str:
    written = chance.one('width="40" height="20"', 'width="30"', 'height="25"', "", 'width="50%"')
    view = chance.one('viewBox="0 0 40 20"', 'viewBox="0 0 10 20"', "")
    look = style(
        chance.maybe(0.3, "width: 60px", "width: 50%", "width: auto", "max-width: 100%", "width: 100%; height: auto"),
        chance.maybe(0.25, "height: 30px", "height: 100%", "max-height: 15px", "height: 50%"),
        chance.maybe(0.2, "display: block", "vertical-align: middle", "vertical-align: top", "margin: 5px"),
        chance.maybe(0.15, "aspect-ratio: 1", "padding: 3px", "border: 2px solid; box-sizing: border-box", "flex: 1"),
        chance.maybe(0.1, *(f"align-self: {how}" for how in ALIGN)),
    )
    return f'<svg {written} {view} style="{look}"></svg>'


def pictures(chance: Chance) -> str:
    """Pictures in lines, in flex containers and in boxes of known height."""
    inside = "".join(
        chance.one(picture(chance), picture(chance), div("", picture(chance)), chance.words(2)) for _ in "abc"
    )
    kind = chance.one("", "display: flex", "display: flex; flex-direction: column", "display: inline-block")
    css = style(
        kind,
        chance.maybe(0.7, "width: 200px", "width: 50%", "width: fit-content"),
        chance.maybe(0.6, "height: 80px", "min-height: 60px", "height: 25vh"),
        chance.maybe(0.3, *(f"align-items: {how}" for how in ALIGN)),
    )
    return page(chance, div("height: 200px", div(css, inside)))


def maths(chance: Chance) -> str:
    """calc(), min(), max() and clamp() wherever a length may stand."""
    items = []
    for _ in range(chance.randint(1, 4)):
        css = style(
            chance.maybe(0.7, f"width: {calculated(chance)}", f"flex: 1 1 {calculated(chance)}"),
            chance.maybe(0.5, f"height: {calculated(chance)}"),
            chance.maybe(0.3, f"margin: {calculated(chance, 1)}", f"margin-left: calc(-1 * {length(chance, 40)})"),
            chance.maybe(0.3, f"padding: {calculated(chance, 1)}"),
            chance.maybe(0.2, f"min-width: {calculated(chance)}", f"max-width: {calculated(chance)}"),
            chance.maybe(
                0.15, f"max-height: {calculated(chance)}", f"font-size: clamp(8px, {length(chance, 60)}, 30px)"
            ),
            chance.maybe(0.15, f"position: absolute; left: {calculated(chance)}; top: {calculated(chance, 1)}"),
        )
        items.append(div(css, chance.maybe(0.5, chance.words(3))))
    kind = chance.one("", "display: flex", "display: flex; flex-wrap: wrap", "display: flex; flex-direction: column")
    css = style(
        kind, f"width: {calculated(chance)}", chance.maybe(0.5, "height: 200px"), f"gap: {calculated(chance, 1)}"
    )
    return page(chance, div(style(css, "position: relative"), "".join(items)))


def sides(chance: Chance) -> str:
    """Both directions, with sides named by the text's and by the page's."""
    items = []
    for _ in range(chance.randint(1, 4)):
        css = style(
            chance.maybe(0.7, "width: 70px", "inline-size: 25%", "max-inline-size: 60px"),
            chance.maybe(
                0.4, "margin-inline-start: 10px", "margin-inline: 5px auto", "margin-left: auto", "margin: 0 auto"
            ),
            chance.maybe(0.3, "padding-inline: 8px 3px", "padding-block-end: 6px", "border-inline-start: 4px solid"),
            chance.maybe(0.15, "margin-right: 12px", "margin-inline-end: -6px", "border-block: 2px solid"),
            chance.maybe(
                0.2,
                "position: absolute",
                "position: absolute; inset-inline-start: 5px",
                "position: relative; left: 4px",
            ),
            chance.maybe(0.1, "position: absolute; left: 5px; right: 10%", "position: relative; left: 4px; right: 9px"),
            chance.maybe(0.2, *(f"align-self: {how}" for how in ALIGN)),
            chance.maybe(0.1, "direction: ltr", "direction: rtl"),
        )
        items.append(div(css, chance.words(2)))
    kind = chance.one(
        "",
        "display: flex",
        "display: flex; flex-wrap: wrap",
        *(f"display: flex; flex-direction: {d}" for d in DIRECTIONS),
    )
    css = style(
        kind,
        chance.one("width: 220px", "width: 50%", ""),
        chance.maybe(0.5, "height: 120px"),
        chance.maybe(0.4, *(f"justify-content: {how}" for how in (*PACK, "left", "right"))),
        chance.maybe(0.3, *(f"align-items: {how}" for how in ALIGN)),
        chance.maybe(0.3, "position: relative"),
    )
    return page(chance, f'<div dir="{chance.one("rtl", "rtl", "ltr")}" style="{css}">{"".join(items)}</div>')


def placed(chance: Chance) -> str:
    """Boxes placed in boxes, and where they would have stood."""
    return page(
        chance, div("position: relative; width: 400px; height: 300px", "".join(_placed(chance, 2) for _ in "ab"))
    )


def _placed(chance: Chance, depth: int) -> str:
    sides = ("top", "right", "bottom", "left")
    css = style(
        chance.one(
            "position: absolute",
            "position: absolute",
            "position: absolute",
            "position: fixed",
            "position: relative",
            "position: static",
            "display: flex",
            "display: flex; position: relative",
        ),
        *(chance.maybe(0.35, f"{side}: {length(chance, 60)}", f"{side}: -5px") for side in sides),
        chance.maybe(0.5, f"width: {length(chance, 200)}", "width: max-content", "max-width: 80px"),
        chance.maybe(0.5, f"height: {length(chance, 120)}", "min-height: 30px"),
        chance.maybe(0.25, "margin: auto", "margin: 5px", "margin: 0 auto", "margin-top: -10px"),
        chance.maybe(0.25, "padding: 5px", "padding: 5%", "border: 3px solid", "box-sizing: border-box; padding: 8px"),
        chance.maybe(
            0.1, "overflow: hidden", "display: inline-block", "justify-content: center", "align-items: flex-end"
        ),
    )
    inside = "".join(
        chance.one(_placed(chance, depth - 1), _placed(chance, depth - 1), f"<p>{chance.words(3)}</p>", chance.words(3))
        for _ in range(chance.randint(0, 2) if depth else 0)
    )
    return div(css, inside or chance.maybe(0.4, chance.words(3)))


def shaped(chance: Chance) -> str:
    """Ratios of blocks, inline-blocks and placed boxes, against limits, content and paddings."""
    items = []
    for _ in range(chance.randint(1, 3)):
        css = style(
            chance.one("aspect-ratio: 2", "aspect-ratio: 1 / 2", "aspect-ratio: 16 / 9", "aspect-ratio: auto 1"),
            chance.maybe(0.5, f"width: {length(chance, 150)}", "width: min-content", "width: auto"),
            chance.maybe(0.4, f"height: {length(chance, 90)}", "height: 50%"),
            chance.maybe(0.25, "min-width: 60px", "max-width: 90px", "min-width: 30%"),
            chance.maybe(0.25, "min-height: 50px", "max-height: 30px", "max-height: 20%"),
            chance.maybe(
                0.25, "padding: 6px", "padding: 10% 0", "border: 4px solid", "box-sizing: border-box; padding: 9px"
            ),
            chance.maybe(
                0.3, "display: inline-block", "position: absolute; left: 5px", "position: absolute; inset: 10px"
            ),
            chance.maybe(0.1, "overflow: hidden"),
        )
        items.append(div(css, chance.maybe(0.4, chance.words(4), div("height: 40px"), div("height: 50%; width: 50%"))))
    outer = style("position: relative", chance.one("width: 300px", "width: 50%"), chance.maybe(0.5, "height: 150px"))
    return page(chance, div(outer, "".join(items)))


FAMILIES: tuple[Callable[[Chance], str], ...] = (texts, blocks, pictures, maths, sides, placed, shaped)


def pages(seed: int, each: int) -> list[str]:
    """``each`` pages of every family."""
    chance = Chance(seed)
    return [family(chance) for family in FAMILIES for _ in range(each)]
