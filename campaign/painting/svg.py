"""SVG to pixels by resvg, for drawings that bring all they need: no fonts, no files, no scripts."""

import io
import re
from dataclasses import replace
from xml.etree import ElementTree

import resvg_py
from PIL import Image

from campaign.painting.gradients import Picture
from campaign.painting.memory import remembered
from campaign.problems import CampaignError, Problem

NAMESPACE = "http://www.w3.org/2000/svg"
SVG_MEMORY = 24 * 2**20

# What would draw with the machine's fonts, run, or load something. Text belongs into the HTML around the drawing,
# where its fonts, its fit and its language are looked after.
REFUSED = {
    "text": "convert the letters to paths, or put them into the template",
    "tspan": "convert the letters to paths, or put them into the template",
    "textPath": "convert the letters to paths, or put them into the template",
    "script": "a drawing does nothing by itself",
    "foreignObject": "draw it in the template instead",
    "image": "draw it with paths: a drawing holds no pictures",
    "animate": "a drawing stands still",
    "animateTransform": "a drawing stands still",
    "animateMotion": "a drawing stands still",
    "set": "a drawing stands still",
}
_ELSEWHERE = re.compile(r"@import|url\(\s*['\"]?\s*(?!['\"]?\s*#)", re.IGNORECASE)


def check_svg(svg: str, file: str) -> tuple[Problem, ...]:
    """What in a drawing cannot be drawn, or must not be: SV001 broken, SV002 refused."""
    try:
        root = _parsed(svg)
    except ElementTree.ParseError as error:
        return (Problem(file, error.position[0], "SV001", f"this drawing is not well-formed SVG: {error}"),)
    except _DeclaredError as error:
        return (Problem(file, None, "SV002", f"this drawing declares {error}", "save it as plain SVG"),)
    if root.tag != f"{{{NAMESPACE}}}svg":
        hint = f'start with <svg xmlns="{NAMESPACE}">'
        return (Problem(file, None, "SV001", f"this drawing is no SVG: it starts with <{_plain(root.tag)}>", hint),)
    return tuple(
        replace(problem, line=_line_of(svg, _plain(element.tag)))
        for element in root.iter()
        for problem in _refusals(element, file)
    )


@remembered(SVG_MEMORY, Picture.weight)
def svg_picture(svg: str, width: int, height: int) -> Picture:
    """The drawing at exactly that size, px. Raises CampaignError (file ""), with what ``check_svg`` finds."""
    problems = check_svg(svg, "")
    if problems:
        raise CampaignError(problems)
    try:
        png = resvg_py.svg_to_bytes(svg_string=_sized(svg, width, height), skip_system_fonts=True)
    except ValueError as error:
        raise CampaignError(Problem("", None, "SV001", f"this drawing cannot be drawn: {error}")) from error
    image = Image.open(io.BytesIO(png))
    return Picture(image.convert("RGB"), image.getchannel("A"))


class _DeclaredError(Exception):
    """A document type or an entity: nothing that a drawing needs, and a way to blow up a parser."""


def _parsed(svg: str) -> ElementTree.Element:
    for declaration in ("<!DOCTYPE", "<!ENTITY"):
        if declaration.lower() in svg.lower():
            raise _DeclaredError(declaration)
    return ElementTree.fromstring(svg)


def _refusals(element: ElementTree.Element, file: str) -> list[Problem]:
    tag = _plain(element.tag)
    found = []
    if tag in REFUSED:
        found.append(Problem(file, None, "SV002", f"this drawing has a <{tag}>", REFUSED[tag]))
    if tag == "style" and _ELSEWHERE.search(element.text or ""):
        found.append(Problem(file, None, "SV002", "this drawing's <style> loads another file", "keep all in one file"))
    for name, value in element.attrib.items():
        name = _plain(name)
        if name.lower().startswith("on"):
            found.append(Problem(file, None, "SV002", f"this drawing runs a script: {name} of <{tag}>", "remove it"))
        elif (name in ("href", "src") and not value.strip().startswith("#")) or _ELSEWHERE.search(value):
            message = f"this drawing loads something from elsewhere: {name} of <{tag}>"
            found.append(Problem(file, None, "SV002", message, "keep all in one file"))
    return found


def _sized(svg: str, width: int, height: int) -> str:
    """The drawing with the outer size set, so that resvg fits the view box into it as ``preserveAspectRatio`` says."""
    root = _parsed(svg)
    if "viewBox" not in root.attrib:
        own = [re.match(r"\s*([0-9.]+)(px)?\s*$", root.get(side, "")) for side in ("width", "height")]
        if own[0] and own[1]:
            root.set("viewBox", f"0 0 {own[0][1]} {own[1][1]}")
    root.set("width", str(width))
    root.set("height", str(height))
    return ElementTree.tostring(root, encoding="unicode")


def _line_of(svg: str, tag: str) -> int | None:
    """The first line with such a tag: ElementTree keeps no places, and the first is where to start mending."""
    found = re.search(rf"<(\w+:)?{re.escape(tag)}\b", svg)
    return svg.count("\n", 0, found.start()) + 1 if found else None


def _plain(name: object) -> str:
    """A name without its namespace; comments and instructions have none."""
    return name.rpartition("}")[2] if isinstance(name, str) else ""
