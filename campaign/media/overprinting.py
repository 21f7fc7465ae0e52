"""Printing one PDF onto another, as a press overprints a shell: drawings, what they are drawn with, and tags.

The result is one document: what is laid on a panel is read aloud after what the panel had.
"""

import re
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

NAME = re.compile(rb"/([A-Za-z0-9_.+-]+)(?=\s)")
MARK = re.compile(rb"/MCID (\d+)")
END = "-own"  # of names, so that those of two layers are never the same


def overprint(shell: pikepdf.Pdf, own: pikepdf.Pdf, number: int) -> None:
    """Print the only page of ``own`` onto a page of ``shell``, counted from 0.

    Both are laid out from the same page with the same panels, so their structures have the same sections. Raises
    ValueError for links and notes: they are not carried over.
    """
    page, top = shell.pages[number], own.pages[0]
    if "/Annots" in top:
        raise ValueError("a panel of the office's own has links")
    _add_resources(shell, own, page, top)
    elements = shell.Root.StructTreeRoot.ParentTree.Nums[2 * number + 1]
    first = len(elements)
    names = {str(name)[1:].encode() for kind in _kinds(top) for name in kind}
    content = top.Contents.read_bytes()
    content = NAME.sub(lambda match: match[0] + END.encode() if match[1] in names else match[0], content)
    content = MARK.sub(lambda match: b"/MCID %d" % (int(match[1]) + first), content)
    # What the page below leaves set must not reach what lies on it.
    page.contents_add(b"q\n", prepend=True)
    page.contents_add(b"\nQ\n" + content)
    if "/Group" in top and "/Group" not in page:
        page.Group = Dictionary(Type=Name.Group, S=Name.Transparency, CS=top.Group.CS)
    _Tags(shell, page, elements, first, len(own.Root.StructTreeRoot.ParentTree.Nums[1])).graft(own, number)


def _kinds(page: Any) -> list[Any]:
    return [kind for kind in page.Resources.values() if isinstance(kind, Dictionary)]


def _add_resources(shell: pikepdf.Pdf, own: pikepdf.Pdf, page: Any, top: Any) -> None:
    """The page gets resources of its own: those that the shell's pages share stay as they are."""
    resources = Dictionary()
    for kind, things in page.Resources.items():
        resources[kind] = Dictionary(dict(things.items())) if isinstance(things, Dictionary) else things
    for kind, things in top.Resources.items():
        if not isinstance(things, Dictionary):
            continue
        if kind not in resources:
            resources[kind] = Dictionary()
        for name, thing in things.items():
            lasting = thing if thing.is_indirect else own.make_indirect(thing)
            resources[kind][name + END] = shell.copy_foreign(lasting)
    page.Resources = resources


class _Tags:
    """Carries the structure of what is laid on top over to the panels below."""

    def __init__(self, shell: pikepdf.Pdf, page: Any, elements: Any, first: int, marks: int) -> None:
        self.shell, self.page, self.elements, self.first = shell, page, elements, first
        for _ in range(marks):
            elements.append(None)

    def graft(self, own: pikepdf.Pdf, number: int) -> None:
        sides = self.shell.Root.StructTreeRoot.K[0].K
        side = next(side for side in sides if side.Pg.objgen == self.page.obj.objgen)
        for panel, top in zip(side.K, own.Root.StructTreeRoot.K[0].K[0].K, strict=True):
            for element in top.K:
                del element.P
                copy = self.shell.copy_foreign(element)
                copy.P = panel
                self._adopt(copy)
                panel.K.append(copy)

    def _adopt(self, element: Any) -> None:
        """Everything in it belongs to the page below: its number, and the marks' numbers."""
        element.Pg = self.page.obj
        if "/ID" in element:
            element.ID = _renamed(element.ID)
        if "/Headers" in element.get("/A", ()):
            element.A.Headers = Array([_renamed(header) for header in element.A.Headers])
        kids: list[Any] = []
        for kid in element.K:
            if isinstance(kid, Dictionary):
                self._adopt(kid)
                kids.append(kid)
            else:
                mark = int(kid) + self.first
                self.elements[mark] = element
                kids.append(mark)
        element.K = Array(kids)


def _renamed(id: Any) -> String:
    return String(str(id) + END)
