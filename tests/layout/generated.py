"""Pages made at random from what templates are made of, the same for the same seed.

Left out is where Chromium itself leaves the specification or lets words leave their box: edges of inline boxes at the
very end of a line, the intrinsic widths of columns that wrap, percentages of sizes that depend on them, baselines of
containers in containers that are reversed, and where exactly balanced lines break.
"""

import random

WORDS = (
    "Gaji",
    "besar",
    "langsung",
    "berangkat",
    "tanpa",
    "tes",
    "luar",
    "negeri",
    "KP2MI",
    "resmi",
    "lowongan",
    "kontrak",
)
Choices = dict[str, list[str]]

ITEM: Choices = {
    "flex-grow": ["1", "2", "0.3"],
    "flex-shrink": ["0", "2"],
    "flex-basis": ["0", "60px", "auto", "content"],
    "width": ["20px", "50px", "90px", "8em"],
    "height": ["20px", "70px"],
    "min-width": ["0", "30px"],
    "max-width": ["120px"],
    "min-height": ["0", "40px"],
    "margin": ["4px", "0 auto", "auto", "10px 5px 0"],
    "padding": ["5px", "0 8px"],
    "border": ["2px solid red"],
    "align-self": ["center", "flex-end", "stretch", "baseline", "flex-start"],
    "order": ["1", "-1"],
    "box-sizing": ["border-box"],
    "margin-left": ["auto", "12px"],
    "overflow": ["hidden"],
    "font-size": ["12px", "30px"],
    "position": ["relative;top:3px;left:2px", "absolute"],
}
CONTAINER: Choices = {
    "flex-direction": ["column", "row-reverse", "column-reverse", "column"],
    "justify-content": ["center", "flex-end", "space-between", "space-around", "space-evenly", "end"],
    "align-items": ["center", "flex-start", "flex-end", "baseline", "stretch"],
    "align-content": ["center", "space-between", "flex-end", "stretch", "space-around"],
    "gap": ["5px", "10px 3px"],
    "padding": ["6px"],
    "width": ["300px", "200px"],
    "height": ["150px", "260px"],
    "min-height": ["200px"],
    "position": ["relative"],
    "box-sizing": ["border-box"],
}
BLOCK: Choices = {
    "margin": ["10px", "20px 0", "-5px 0", "0 auto"],
    "padding": ["8px", "0 0 5px", "3px 0 0"],
    "border": ["1px solid red"],
    "width": ["200px", "50%", "300px"],
    "height": ["40px"],
    "min-height": ["60px"],
    "text-align": ["center", "right"],
    "line-height": ["1", "1.5", "20px", "normal"],
    "font-size": ["14px", "22px", "40px"],
    "overflow": ["hidden"],
    "max-width": ["250px"],
    "font-weight": ["800", "500"],
    "position": ["relative;top:4px"],
    "text-transform": ["uppercase"],
}
ATOM: Choices = {
    "width": ["80px", "100px"],
    "height": ["30px"],
    "vertical-align": ["middle", "6px", "-4px"],
    "margin": ["3px"],
    "padding": ["4px"],
}


def flex_pages(chance: random.Random, count: int) -> list[str]:
    """Flex containers in flex containers, with words, pictures and empty boxes."""
    return [_container(chance, 2, "") for _ in range(count)]


def text_pages(chance: random.Random, count: int) -> list[str]:
    """Blocks in blocks, with mixed inline content."""
    return [f'<div style="width:400px">{_block(chance, 2)}{_block(chance, 1)}</div>' for _ in range(count)]


def balanced_pages(chance: random.Random, count: int) -> list[str]:
    """Balanced paragraphs: their heights tell how many lines they take."""
    style = "width:{}px;font-size:{}px;text-wrap:balance;text-align:center"
    return [
        f'<p style="{style.format(chance.randint(180, 420), chance.choice([16, 24, 31]))}">{_words(chance, 16)}</p>'
        for _ in range(count)
    ]


def _some(chance: random.Random, choices: Choices, share: float) -> str:
    return ";".join(f"{name}:{chance.choice(values)}" for name, values in choices.items() if chance.random() < share)


def _words(chance: random.Random, most: int = 8) -> str:
    return " ".join(chance.choice(WORDS) for _ in range(chance.randint(1, most)))


def _container(chance: random.Random, depth: int, style: str) -> str:
    own = _some(chance, CONTAINER, 0.35)
    if depth:
        own = own.replace("align-items:baseline", "align-items:normal")
    if "column" not in own and chance.random() < 0.35:
        own += ";flex-wrap:" + chance.choice(["wrap", "wrap-reverse"])
    inside = "".join(_item(chance, depth) for _ in range(chance.randint(1, 4)))
    return f'<div style="display:flex;{own};{style}">{inside}</div>'


def _item(chance: random.Random, depth: int) -> str:
    style, kind = _some(chance, ITEM, 0.12), chance.random()
    if depth and kind < 0.35:
        return _container(chance, depth - 1, style)
    if kind < 0.45:
        return f'<svg viewBox="0 0 24 24" width="30" height="30" style="{style}"></svg>'
    return f'<div style="{style}">{"" if kind < 0.55 else _words(chance)}</div>'


def _block(chance: random.Random, depth: int) -> str:
    style = _some(chance, BLOCK, 0.15)
    tag = chance.choice(["div", "div", "h1", "h2", "section", "figure"])
    if depth and chance.random() < 0.55:
        # No heading holds another: a browser's parser would close it.
        inside = "".join(_block(chance, depth - 1) for _ in range(chance.randint(1, 4)))
        return f'<section style="{style}">{inside}</section>'
    return f'<{tag} style="{style}">{_inline(chance) if chance.random() > 0.1 else ""}</{tag}>'


def _inline(chance: random.Random) -> str:
    return " ".join(_inline_part(chance) for _ in range(chance.randint(1, 5)))


def _inline_part(chance: random.Random) -> str:
    kind = chance.random()
    if kind < 0.5:
        return _words(chance)
    if kind < 0.6:
        return f"<b>{_words(chance)}</b>"
    if kind < 0.7:
        size, spacing = chance.choice([12, 24, 31]), chance.choice(["0", "0.05em", "-1px"])
        return f'<span style="font-size:{size}px;letter-spacing:{spacing}">{_words(chance)}</span>'
    if kind < 0.78:
        return f"<mark>{_words(chance)}</mark>"
    if kind < 0.86:
        return f'<span style="display:inline-block;{_some(chance, ATOM, 0.3)}">{_words(chance, 2)}</span>'
    if kind < 0.93:
        return f'<svg width="24" height="24" viewBox="0 0 24 24" style="{_some(chance, ATOM, 0.2)}"></svg>'
    if kind < 0.96:
        return "<br>"
    return (
        '<span style="display:inline-flex;width:34px;height:34px;vertical-align:6px;'
        'align-items:center;justify-content:center">1</span>'
    )
