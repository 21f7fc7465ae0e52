"""What is known from the pictures before changes no picture."""

import dataclasses
import random

import pytest

from campaign.layout.cascade import cascade
from campaign.layout.elements import parse
from campaign.layout.known import MOST_PLACES, Known
from campaign.layout.sheets import Sheet, Stylesheet, stylesheet

SELECTORS = (
    ".a",
    ".a .b",
    ".a > .b",
    ".b + .c",
    ".a ~ p",
    "p:nth-child(2)",
    ":first-child",
    "p:last-child",
    ":only-child",
    "[data-x]",
    '[data-x="2"] p',
    ":not(.a)",
    "div:is(.b, .c) > p",
    "#one",
)
AHEAD = (":empty", "div:has(> .b)", "p:last-of-type", ".a:not(:empty)", ":lang(id)")


def css(selectors: tuple[str, ...]) -> str:
    """Each rule sets another property, so that every match shows."""
    names = ("color", "opacity", "order", "flex-grow", "z-index", "padding-top", "padding-left", "margin-top", "width")
    values = {"color": "#{:06x}", "opacity": "0.{:03}"}
    return "\n".join(
        f"{selector} {{ {names[n % len(names)]}: {values.get(names[n % len(names)], '{}').format(n + 1)}"
        f"{'px' if names[n % len(names)][0] in 'pmw' else ''}; --v{n}: {n}; --both: var(--v0, none) }}"
        for n, selector in enumerate(selectors)
    )


def element(chance: random.Random, depth: int) -> str:
    tag = chance.choice(["div", "div", "section", "p"]) if depth else "p"
    said = "".join(
        f' {name}="{chance.choice(values)}"'
        for name, values in (("class", "abc"), ("data-x", "12"), ("lang", ["id", "en"]), ("style", ["order:1"]))
        if chance.random() < (0.6 if name == "class" else 0.15)
    )
    if tag == "p":
        return f"<p{said}>{chance.choice(['', 'Gaji'])}</p>"
    return f"<{tag}{said}>{''.join(element(chance, depth - 1) for _ in range(chance.randint(0, 4)))}</{tag}>"


def told(html: str, sheet: Stylesheet) -> list[object]:
    """All that is declared for the elements, in document order."""
    document = parse(html, "page.html")
    declared, problems = cascade(document, sheet)
    found: list[object] = [
        (dict(declared[e].values), declared[e].role, sorted(declared[e].custom)) for e in document.root.descendants()
    ]
    return [*found, problems]


@pytest.mark.parametrize("selectors", [SELECTORS, SELECTORS + AHEAD])
def test_every_selector_still_decides(selectors: tuple[str, ...]) -> None:
    """Pages made at random, one after the other with one sheet: each is told as if it were the first."""
    chance = random.Random(3)
    sheet = stylesheet((Sheet("page.css", css(selectors)),), 400, 300)
    for _ in range(150):
        html = element(chance, 4)
        assert told(html, sheet) == told(html, dataclasses.replace(sheet, known=Known())), html


def test_a_problem_is_told_of_every_picture() -> None:
    """Not only of the first that has it, and wherever it has it."""
    sheet = stylesheet((Sheet("page.css", ".a { color: var(--missing) }"),), 400, 300)
    pages = ['<p class="a">x</p><div><p class="a">y</p></div>', '<p>x</p><div><p class="a">y</p></div>']
    assert [len(told(html, sheet)[-1]) for html in (*pages, *pages)] == [1, 1, 1, 1]


def test_a_sheet_inside_the_page_is_a_sibling() -> None:
    """It is no element of the picture, and selectors count it all the same."""
    sheet = stylesheet((Sheet("page.css", "p:first-child { order: 2 }"),), 400, 300)
    for html in ("<p>x</p>", "<style>b {}</style><p>x</p>", "<p>x</p>"):
        body = f"<!doctype html><html><head></head><body>{html}</body></html>"
        assert told(body, sheet) == told(body, dataclasses.replace(sheet, known=Known()))


def test_what_is_known_is_bounded() -> None:
    """However many different pages there are."""
    known = Known()
    for number in range(MOST_PLACES + 2):
        known.note(number, None)
    known.forget()
    assert not known.places
    assert known.note(0, None) == MOST_PLACES + 3  # no number comes again
