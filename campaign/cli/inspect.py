"""``campaign inspect``."""

from pathlib import Path

import typer

from campaign.building.inspect import PAGES, Inspected, canvas_of, inspect_message, inspect_page
from campaign.cli.console import as_object, day, errors_as_exit_codes, show_json, show_problems, show_table
from campaign.layout.commands import Box, Drawing, Fitted, LaidBox, Line
from campaign.problems import Problem, UsageError
from campaign.reading.library import find_root, read_folder
from campaign.reading.registers import read_settings


def run(
    what: str,
    format: str | None,
    root: Path | None,
    language: str | None,
    part: int,
    canvas: str,
    css: list[Path] | None,
    as_of: str | None,
    as_json: bool,
) -> None:
    with errors_as_exit_codes(as_json):
        if what.lower().endswith(PAGES):
            found = inspect_page(Path(what), canvas_of(canvas), tuple(css or ()))
        elif format is None:
            hint = "campaign inspect MESSAGE FORMAT, or campaign inspect FILE.html --canvas 1080x1080"
            raise UsageError(Problem("FORMAT", None, "US006", f"which picture of {what}?", hint))
        else:
            place = find_root(root)
            time_zone = read_settings(read_folder(place, "content")).time_zone
            found = inspect_message(place, day(as_of, time_zone), what, format, language or "", part)
    if as_json:
        show_json(_document(found))
    else:
        show_problems(found.problems)
        if found.drawing is not None:
            _show(found.name, found.drawing)
    raise typer.Exit(1 if any(problem.level == "error" for problem in found.problems) else 0)


def _document(found: Inspected) -> dict[str, object]:
    boxes = _below_the_root(found.drawing) if found.drawing else []
    lines = found.drawing.lines if found.drawing else ()
    return {
        "boxes": [_box(laid) for laid in boxes],
        "lines": [_line(line) for line in lines],
        "problems": [as_object(problem) for problem in found.problems],
    }


def _below_the_root(drawing: Drawing) -> list[LaidBox]:
    return [laid for laid in drawing.boxes if laid.tag != "html"]


def _box(laid: LaidBox) -> dict[str, object]:
    return {"tag": laid.tag, "id": laid.id, "class": laid.classes, **_sides(laid.box)}


def _line(line: Line) -> dict[str, object]:
    return {"text": line.text, **_sides(line.box), "size": round(line.size, 3)}


def _sides(box: Box) -> dict[str, float]:
    sides = {"x": box.x, "y": box.y, "width": box.width, "height": box.height}
    return {name: round(side, 3) for name, side in sides.items()}


def _show(name: str, drawing: Drawing) -> None:
    """The tree of boxes, the lines as they were broken, and the size that each text role got."""
    typer.echo(f"{name}: {drawing.canvas.width} × {drawing.canvas.height} px")
    boxes = _below_the_root(drawing)
    rows = [("  " * (laid.depth - 1) + _name(laid), *_cells(laid.box), f"{laid.size:g}") for laid in boxes]
    show_table(("box", "x", "y", "width", "height", "text"), rows)
    if drawing.lines:
        typer.echo()
        lines = [(line.text, *_cells(line.box), f"{line.size:g}") for line in drawing.lines]
        show_table(("line", "x", "y", "width", "height", "text"), lines)
    if drawing.fitted:
        typer.echo()
        show_table(("fitted", "size", "smallest", "largest"), [_fit(fitted) for fitted in drawing.fitted])


def _name(laid: LaidBox) -> str:
    id = f"#{laid.id}" if laid.id else ""
    return ".".join([laid.tag, *laid.classes.split()]) + id


def _cells(box: Box) -> tuple[str, ...]:
    return tuple(f"{side:.1f}" for side in (box.x, box.y, box.width, box.height))


def _fit(fitted: Fitted) -> tuple[str, ...]:
    return (fitted.name, f"{fitted.size:g}", f"{fitted.smallest:g}", f"{fitted.largest:g}")
