"""What is not worked out again is what it would have been."""

import random

import pytest
from layout.generated import flex_pages, text_pages
from layout.laid import Page

from campaign.layout.flow import Flow
from campaign.layout.fragments import Fragment
from campaign.layout.still import still

Places = list[tuple[int, float, float, float, float]]


def places(fragment: Fragment, x: float = 0.0, y: float = 0.0) -> Places:
    """Every box and where it lies."""
    found = [(fragment.box.index, *(round(side, 6) for side in (x, y, fragment.width, fragment.height)))]
    for child in fragment.children:
        found += places(child.fragment, x + child.x, y + child.y)
    return found


class Asking(Flow):
    """A flow that works everything out anew."""

    def is_innocent(self, box: object) -> bool:
        return False


@pytest.mark.parametrize("pages", [flex_pages, text_pages])
def test_what_no_height_changes_is_laid_out_once(pages) -> None:
    """Pages made at random lie as they do where every box is laid out again for each height around it."""
    for html in pages(random.Random(11), 150):
        page = Page(html)
        _, root = page.laid()
        again = Page(html)
        asking = Asking(again.declared, again.canvas, again.styler, again.ruler, again.memory, {})
        assert places(root) == places(asking.root(again.tree.root)), html


@pytest.mark.parametrize(
    ("style", "innocent"),
    [
        ("", True),
        ("height:20px", True),
        ("height:50%", False),
        ("max-height:50%", False),
        ("position:relative;top:10%", False),
        ("aspect-ratio:2", False),
        ("flex:1", False),
        ("row-gap:5%", False),
    ],
)
def test_whoever_asks_for_a_height_is_no_innocent(style: str, innocent: bool) -> None:
    """Nor is what holds it."""
    page = Page(f'<div style="display:flex;flex-direction:column"><p style="{style}">a</p></div>')
    flow = page.flow({})
    [column] = [box for box in page.tree.boxes if box.kind == "flex"]
    assert flow.is_innocent(column) == flow.is_innocent(column.children[0]) == innocent


ROLE = "h1 { font-size: 40px; --fit-min: 10px } h1 span { padding: 0.1em } p { font-size: 12px }"


def test_only_what_is_in_a_role_moves() -> None:
    """Elements outside of roles keep their style; what holds a role is still laid out anew."""
    page = Page("<section><h1>a <span>b</span></h1></section><section><p>c</p></section>", ROLE)
    kept = still(page.flow({}), page.tree, page.roles.values())
    assert {element.tag for element in kept.by_element} == {"html", "body", "section", "p"}
    versions = [box.element.tag for box in page.tree.boxes if box.index in kept.versions and box.kind != "text"]
    assert versions == ["section", "p"]


def test_sizes_are_taken_all_the_same() -> None:
    """A layout that knows what is still is the one that knows nothing."""
    page = Page("<section><h1>a <span>b</span></h1></section><section><p>c</p></section>", ROLE)
    sizes = {page.roles["h1"]: 25.0}
    kept = still(page.flow({}), page.tree, page.roles.values())
    flow = Flow(page.declared, page.canvas, page.styler, page.ruler, page.memory, sizes, kept)
    other = Page("<section><h1>a <span>b</span></h1></section><section><p>c</p></section>", ROLE)
    assert places(flow.root(page.tree.root)) == places(other.laid(h1=25.0)[1])
