"""Elements → boxes: which element is a block, a flex item or a piece of a line, and what is anonymous between them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from campaign.layout.elements import Element
from campaign.layout.replaced import Replaced
from campaign.layout.style import Style
from campaign.problems import CampaignError, Problem

Kind = Literal["block", "flex", "inline", "text", "replaced", "break"]
SPACE = " \t\n\r\f"
BLOCKS = ("block", "flex", "list-item", "flow-root")  # what starts a line of its own


@dataclass(eq=False, slots=True)
class Box:
    """A node of the box tree, the same for every font size that is tried.

    ``element`` is the one that the box stands for; for text and anonymous boxes the one around it.
    """

    index: int  # in document order
    kind: Kind
    element: Element
    parent: "Box | None"
    block_level: bool
    anonymous: bool = False
    absolute: bool = False
    text: str = ""
    replaced: Replaced | None = None
    children: list["Box"] = field(default_factory=list)

    @property
    def lines(self) -> bool:
        """Whether the content is lines of text: a block container with inline content only."""
        return (
            self.kind == "block"
            and bool(self.children)
            and not any(child.block_level and not child.absolute for child in self.children)
            and any(not child.absolute for child in self.children)
        )


@dataclass(frozen=True, slots=True)
class Tree:
    root: Box
    boxes: tuple[Box, ...]
    problems: tuple[Problem, ...]


def build(root: Element, style_of: Callable[[Element], Style], replaced_of: Callable[[Element], Replaced]) -> Tree:
    """The boxes of a document. Raises CampaignError when there are none."""
    builder = _Builder(style_of, replaced_of)
    box = builder.element(root, None, blockify=True)
    if box is None:
        raise CampaignError(root.place.problem("TP008", "the whole picture is display: none", "show the html element"))
    return Tree(box, tuple(builder.boxes), tuple(builder.problems))


class _Builder:
    def __init__(self, style_of: Callable[[Element], Style], replaced_of: Callable[[Element], Replaced]) -> None:
        self.style_of, self.replaced_of = style_of, replaced_of
        self.boxes: list[Box] = []
        self.problems: list[Problem] = []

    def _new(self, kind: Kind, element: Element, parent: Box | None, block_level: bool) -> Box:
        box = Box(len(self.boxes), kind, element, parent, block_level)
        self.boxes.append(box)
        return box

    def element(self, element: Element, parent: Box | None, blockify: bool) -> Box | None:
        style = self.style_of(element)
        if style.display == "none":
            return None
        if element.tag == "br":
            return self._new("break", element, parent, False)
        absolute = not style.in_flow
        block_level = blockify or absolute or style.display in BLOCKS
        if element.tag in ("svg", "img"):
            kind: Kind = "replaced"
        elif style.display in ("flex", "inline-flex"):
            kind = "flex"
        elif style.display == "inline" and not block_level:
            kind = "inline"
        else:
            kind = "block"
        box = self._new(kind, element, parent, block_level)
        box.absolute = absolute
        self._check(box, style)
        if kind == "replaced":
            box.replaced = self.replaced_of(element)
        elif kind == "flex":
            self._flex_children(box)
        else:
            self._children(box)
        return box

    def _check(self, box: Box, style: Style) -> None:
        element, kind, place = box.element, box.kind, box.element.place
        if style.position == "absolute":
            self._check_holder(box)
        if kind == "inline" and style.transform:
            hint = "make it inline-block"
            self.problems.append(place.problem("TP008", f"transform on inline text: {element.name}", hint))
        if element.attributes.get("dir", "ltr") not in ("ltr", "rtl"):
            written = element.attributes["dir"]
            self.problems.append(place.problem("TP008", f'pictures do not know dir="{written}"', "write ltr or rtl"))

    def _check_holder(self, box: Box) -> None:
        """An absolute box cannot lie in a stretch of text that may be broken over lines."""
        element, around = box.element, box.parent
        while around is not None and around.kind == "inline":
            if self.style_of(around.element).position == "relative":
                message = f"an absolute box in inline text that is relative: {element.name} in {around.element.name}"
                hint = f"make {around.element.name} inline-block"
                self.problems.append(element.place.problem("TP008", message, hint))
                return
            around = around.parent

    def _flex_children(self, box: Box) -> None:
        run: Box | None = None
        for child in self._content(box.element):
            if isinstance(child, str) or child.tag == "br":
                if isinstance(child, str) and not child.strip(SPACE) and run is None:
                    continue
                run = run or self._anonymous(box)
                self._inline(child, run)
                continue
            if self.style_of(child).display == "none":
                continue
            run = None
            item = self.element(child, box, blockify=True)
            if item is not None:
                box.children.append(item)

    def _content(self, element: Element) -> list[Element | str]:
        """An element's children; those of one that is display: contents stand in its place."""
        found: list[Element | str] = []
        for child in element.children:
            if isinstance(child, str) or self.style_of(child).display != "contents":
                found.append(child)
                continue
            if any(isinstance(part, str) and part.strip(SPACE) for part in child.children):
                message = f"words in an element that is display: contents: {child.name}"
                self.problems.append(child.place.problem("TP008", message, "put them into a <span>"))
            found.extend(self._content(child))
        return found

    def _anonymous(self, parent: Box) -> Box:
        box = self._new("block", parent.element, parent, True)
        box.anonymous = True
        parent.children.append(box)
        return box

    def _inline(self, child: Element | str, parent: Box) -> None:
        if isinstance(child, str):
            box: Box | None = self._new("text", parent.element, parent, False)
            assert box is not None
            box.text = child
        else:
            box = self.element(child, parent, blockify=False)
        if box is not None:
            parent.children.append(box)

    def _children(self, box: Box) -> None:
        """A block container's or inline box's children; inline content beside blocks gets anonymous blocks."""
        content = self._content(box.element)
        children = [c for c in content if isinstance(c, str) or self.style_of(c).display != "none"]
        if not any(self._is_block(child) for child in children):
            for child in children:
                self._inline(child, box)
            return
        if box.kind == "inline":
            block = next(c for c in children if self._is_block(c) and isinstance(c, Element))
            hint = "make it inline-block, or the element around it a block"
            message = f"a block inside inline text: {block.name} in {box.element.name}"
            self.problems.append(block.place.problem("TP008", message, hint))
            return
        run: Box | None = None
        for child in children:
            if isinstance(child, Element) and (self._is_block(child) or self._is_absolute(child)):
                run = None if self._is_block(child) else run
                found = self.element(child, box, blockify=False)
                if found is not None:
                    box.children.append(found)
            elif run is not None or not isinstance(child, str) or child.strip(SPACE):
                run = run or self._anonymous(box)
                self._inline(child, run)

    def _is_absolute(self, child: Element) -> bool:
        return not self.style_of(child).in_flow

    def _is_block(self, child: Element | str) -> bool:
        """In-flow and block-level."""
        if isinstance(child, str) or child.tag == "br":
            return False
        style = self.style_of(child)
        return style.display in BLOCKS and style.in_flow
