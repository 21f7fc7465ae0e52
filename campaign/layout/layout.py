"""HTML and style sheets → a drawing: the room's one entrance."""

from collections.abc import Sequence

from campaign.layout.boxes import Tree, build
from campaign.layout.cascade import cascade
from campaign.layout.commands import Canvas, Drawing
from campaign.layout.draw import draw
from campaign.layout.elements import Document, Element, parse
from campaign.layout.fit import Fitter, Sizes
from campaign.layout.flow import Flow
from campaign.layout.memory import Memory
from campaign.layout.refusals import refusals
from campaign.layout.replaced import Pictures, Replaced, replaced_of
from campaign.layout.ruler import Measure, Ruler
from campaign.layout.scripts import package_of
from campaign.layout.sheets import Sheet, stylesheet
from campaign.layout.still import still
from campaign.layout.style import Styler
from campaign.problems import CampaignError, Problem, in_order

BLANK = '<svg xmlns="http://www.w3.org/2000/svg" width="0" height="0"/>'


def lay_out(
    html: str,
    *,
    name: str,
    sheets: Sequence[Sheet],
    canvas: Canvas,
    measure: Measure,
    pictures: Pictures,
    min_text: float = 0,
) -> Drawing:
    """Lays a page out on a canvas.

    ``name`` is the file that problems name where an element carries no ``data-at``. ``min_text`` is the smallest text
    that may be painted, px. Raises CampaignError with every problem found: what the subset does not know, pictures that
    are missing, characters that no font has, and text that does not fit.
    """
    drawing, problems = lay_out_anyway(
        html, name=name, sheets=sheets, canvas=canvas, measure=measure, pictures=pictures, min_text=min_text
    )
    if problems:
        raise CampaignError(problems)
    return drawing


def lay_out_anyway(
    html: str,
    *,
    name: str,
    sheets: Sequence[Sheet],
    canvas: Canvas,
    measure: Measure,
    pictures: Pictures,
    min_text: float = 0,
    guess: bool = False,
) -> tuple[Drawing, tuple[Problem, ...]]:
    """Like ``lay_out``, but draws what does not fit as well, at its smallest, beside the problems: for looking at.

    Raises CampaignError for what is not understood; with ``guess`` that is left out instead, and its problems come
    with the others.
    """
    document = parse(html, name)
    inner = tuple(Sheet(style.place.file, style.text, style.place.line or 0) for style in document.styles)
    sheet = stylesheet((*sheets, *inner), canvas.width, canvas.height)
    declared, problems = cascade(document, sheet)
    problems = [*document.problems, *sheet.problems, *problems]
    styler, ruler = Styler(canvas), Ruler(measure)
    memory = Memory(sheet.known.styles)

    natural = Flow(declared, canvas, styler, ruler, memory, {})
    tree = _tree(document, natural, pictures, problems)
    problems.extend(_missing(tree, natural, measure))
    if problems and not guess:
        raise CampaignError(in_order(problems))
    roles = {element: entry.role for element, entry in declared.items() if entry.role is not None}
    kept = still(natural, tree, roles)

    def flow_of(sizes: Sizes) -> Flow:
        return Flow(declared, canvas, styler, ruler, memory, sizes, kept)

    attempt = Fitter(tree, canvas, min_text, roles, flow_of).best()
    misfits = refusals(attempt, roles, min_text)
    drawing = draw(attempt.flow, attempt.root, canvas)
    _let_go(document, tree)
    return drawing, in_order([*problems, *misfits])


def _let_go(document: Document, tree: Tree) -> None:
    """Unties what holds each other, so that its memory is free at once, and not when Python next looks for it."""
    for box in tree.boxes:
        box.parent = None
        box.children.clear()
    for element in list(document.root.descendants()):
        element.parent = None
        element.children.clear()


def _tree(document: Document, flow: Flow, pictures: Pictures, problems: list[Problem]) -> Tree:
    """The boxes; pictures that are missing are noted, and a blank stands in until the problems are raised."""

    def picture_of(element: Element) -> Replaced:
        try:
            return replaced_of(element, pictures)
        except CampaignError as error:
            problems.extend(error.problems)
            return replaced_of(element, lambda _: BLANK)

    tree = build(document.root, flow.element_style, picture_of)
    problems.extend(tree.problems)
    return tree


def _missing(tree: Tree, flow: Flow, measure: Measure) -> list[Problem]:
    """Characters that would be painted as empty boxes."""
    problems: list[Problem] = []
    for box in tree.boxes:
        if box.kind == "block" and box.lines:
            for chunk in flow.chunks(box):
                for piece in chunk.pieces:
                    if piece.kind == "text":
                        lost = measure.missing(piece.text, flow.style(piece.box).font)
                        problems.extend(_no_glyph(character, piece.box.element) for character in lost)
    return problems


def _no_glyph(character: str, element: Element) -> Problem:
    code = f"U+{ord(character):04X}"
    message = f"no font has the character {character!r} ({code}): {element.label}"
    package = package_of(character)
    hint = f"the package {package} of Debian and Ubuntu has it (elsewhere: the Noto fonts of that script), or write"
    return element.place.problem("TX001", message, f"{hint} it another way" if package else "write it another way")
