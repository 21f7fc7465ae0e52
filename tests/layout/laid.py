"""A page laid out at chosen sizes of its text roles, for tests that look at layouts and not at drawings."""

from collections.abc import Mapping

from layout.conftest import PLAIN, SquareFont

from campaign.layout import Sheet
from campaign.layout.boxes import Tree, build
from campaign.layout.cascade import cascade
from campaign.layout.commands import Canvas
from campaign.layout.elements import Element, parse
from campaign.layout.flow import Flow
from campaign.layout.fragments import Fragment
from campaign.layout.memory import Memory
from campaign.layout.replaced import replaced_of
from campaign.layout.ruler import Ruler
from campaign.layout.sheets import stylesheet
from campaign.layout.style import Styler


class Page:
    """A page in the font of squares. ``roles`` are its text roles by their tags."""

    def __init__(self, body: str, css: str = "", canvas: Canvas = Canvas(400, 300)) -> None:  # noqa: B008 - frozen
        document = parse(body, "templates/page.html")
        sheet = stylesheet((Sheet("plain.css", PLAIN), Sheet("page.css", css)), canvas.width, canvas.height)
        self.declared, problems = cascade(document, sheet)
        assert not problems, problems
        self.canvas, self.memory = canvas, Memory()
        self.styler, self.ruler = Styler(canvas), Ruler(SquareFont())
        self.tree: Tree = build(document.root, self.flow({}).element_style, lambda e: replaced_of(e, {}.__getitem__))
        self.roles = {element.tag: element for element, declared in self.declared.items() if declared.role}

    def flow(self, sizes: Mapping[Element, float]) -> Flow:
        return Flow(self.declared, self.canvas, self.styler, self.ruler, self.memory, sizes)

    def laid(self, **sizes: float) -> tuple[Flow, Fragment]:
        """``page.laid(h1=40, p=20)``"""
        flow = self.flow({self.roles[tag]: size for tag, size in sizes.items()})
        return flow, flow.root(self.tree.root)
