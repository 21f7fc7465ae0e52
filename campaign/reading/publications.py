"""Publications: ``content/publications/<slug>.yaml``, which messages go on which panel or slide."""

from collections.abc import Mapping
from typing import Any

from campaign.model.campaign import Campaign, Format, Panel, Publication
from campaign.model.library import Library
from campaign.problems import CampaignError, Problem
from campaign.reading.entries import entry, nearest, validated
from campaign.reading.yaml_file import Path, YamlFile, read_yaml


def read_publication(file: str, data: bytes, fallbacks: Mapping[str, str]) -> Publication:
    """One publication by its panels. Raises CampaignError with all its problems."""
    source = read_yaml(data, file)
    slug = file.rsplit("/", 1)[1].removesuffix(".yaml")
    tree = source.tree if isinstance(source.tree, dict) else {}
    problems: list[Problem] = []
    panels = []
    rows = tree.get("panels", tree.get("slides"))
    key = "panels" if "panels" in tree else "slides"
    for i, _ in enumerate(rows if isinstance(rows, list) else ()):
        try:
            panels.append(entry(Panel, source, (key, i), line=source.line((key, i))))
        except CampaignError as error:
            problems += error.problems
    plain: Any = {name: value for name, value in tree.items() if name not in ("panels", "slides") and value != ""}
    for name in ("title", "summary", "alt"):
        if isinstance(plain.get(name), str):
            plain[name] = {"*": plain[name]}
    if isinstance(plain.get("format"), str):
        plain["formats"] = [plain.pop("format")]
    if not problems:
        try:
            publication = validated(Publication, source, (), {**plain, "slug": slug, "file": file, "panels": panels})
            problems += _texts(publication, source, key, fallbacks)
        except CampaignError as error:
            problems += error.problems
    if problems:
        raise CampaignError(problems)
    return publication


def _texts(publication: Publication, source: YamlFile, key: str, fallbacks: Mapping[str, str]) -> list[Problem]:
    """Texts that are missing in one of the publication's own languages."""
    problems = []
    for i, tag in enumerate(publication.languages):
        if tag not in fallbacks:
            line = source.line(("languages", i))
            problems.append(
                Problem(source.file, line, "RG013", f"the campaign does not speak “{tag}”", nearest(tag, fallbacks))
            )
    if problems:
        return problems
    texts: list[tuple[Path, str, Any]] = [((name,), name, getattr(publication, name)) for name in ("title", "summary")]
    for i, panel in enumerate(publication.panels):
        texts += [((key, i, name), f"{panel.id}.{name}", getattr(panel, name)) for name in ("title", "text")]
    for path, name, text in texts:
        if text is None:
            continue
        for tag in publication.languages:
            if not _resolves(text, tag, fallbacks):
                message = f"“{name}” has no text in “{tag}”"
                problems.append(Problem(source.file, source.line(path), "RG014", message, f"add “{tag}: …”"))
    return problems


def _resolves(texts: Mapping[str, str], tag: str, fallbacks: Mapping[str, str]) -> bool:
    while tag and tag not in texts and "*" not in texts:
        tag = fallbacks[tag]
    return bool(tag)


def publication_problems(
    publication: Publication, campaign: Campaign, library: Library, broken: set[str]
) -> list[Problem]:
    """References of a publication that lead nowhere. ``broken`` holds ids and slugs with problems of their own."""
    problems: list[Problem] = []
    slugs = {slug for slug, _ in campaign.messages} | {name.split(".")[0] for name in broken if "." in name}
    pictures = {path.rsplit("/", 1)[1].removesuffix(".svg") for path in library.under("assets/illustrations", ".svg")}

    def check(id: str, known: Any, what: str, line: int | None) -> bool:
        if not id or id in known:
            return bool(id)
        if id not in broken:
            problems.append(Problem(publication.file, line, "RG001", f"no {what} is called “{id}”", nearest(id, known)))
        return False

    designs = {known.design: known for known in campaign.formats.values()}
    for format in publication.formats:
        if check(format, designs, "format", None):
            problems += _lacking(publication, designs[format])
    check(publication.call, campaign.channels, "channel", None)
    check(publication.check, campaign.channels, "channel", None)
    for panel in publication.panels:
        for contact in panel.contacts:
            check(contact, campaign.channels, "channel", panel.line)
        check(panel.illustration, pictures, "illustration", panel.line)
        if check(panel.message, slugs, "message", panel.line):
            problems += _panel_problems(publication, panel, campaign, broken)
    return problems


def _lacking(publication: Publication, format: Format) -> list[Problem]:
    """Panels that the format's template sets and the publication does not have, or has without what is set there."""
    there = {panel.id: panel for panel in publication.panels}
    problems = []
    for id, need in format.panels.items():
        hint = f"{format.design} has the panels {', '.join(format.panels)}"
        if id not in there:
            text = f"there is no panel “{id}” for {format.design}"
            problems.append(Problem(publication.file, None, "PB005", text, hint))
        elif need and not getattr(there[id], need):
            text = f"the panel “{id}” has no {need}, which {format.design} prints"
            problems.append(Problem(publication.file, there[id].line, "PB006", text, f"add “{need}: …”"))
    return problems


def _panel_problems(publication: Publication, panel: Panel, campaign: Campaign, broken: set[str]) -> list[Problem]:
    problems = []
    for tag in publication.languages:
        message = campaign.messages.get((panel.message, tag))
        first = campaign.beside(tag)
        if message is None and (panel.message, first) in campaign.messages and f"{panel.message}.{tag}" not in broken:
            text = f"“{panel.message}” is not there in “{tag}”: that panel stands in “{first}” alone"
            hint = f"translate it, or take “{tag}” out of languages"
            problems.append(Problem(publication.file, panel.line, "PB004", text, hint, "warning"))
            message = campaign.messages[panel.message, first]
        if message is None:
            if f"{panel.message}.{tag}" not in broken:
                text = f"“{panel.message}” is not there in “{tag}”"
                hint = f"translate it, or take “{tag}” out of languages"
                problems.append(Problem(publication.file, panel.line, "PB001", text, hint))
            continue
        for id in dict.fromkeys((*panel.sections, *(panel.sections_beside if first else ()))):
            if message.section(id) is None:
                text = f"“{panel.message}” has no section {{#{id}}}"
                hint = nearest(id, [section.id for section in message.sections])
                problems.append(Problem(publication.file, panel.line, "PB002", text, hint))
    return problems
