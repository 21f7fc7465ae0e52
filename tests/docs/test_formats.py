"""``docs/formats.md`` is generated: when formats change, this test prints how the page must read."""

from doc_pages import Page

from campaign.model.campaign import Campaign, Format
from campaign.model.kinds import KINDS
from campaign.reading.folder import read_campaign
from campaign.reading.library import bundled

TITLES = {
    "image": "Pictures",
    "document": "Documents for print",
    "sheet": "Sheets of several pieces, for office printers",
    "order": "Print orders",
    "kit": "Kits",
    "script": "Texts",
    "storyboard": "Storyboards",
    "sound": "Sound, with the extra `[broadcast]`",
    "film": "Films, with the extra `[broadcast]`",
}
HEAD = """\
# Formats

What `campaign build` makes of the bundled templates. `campaign formats` lists them as well, with your own:
see [templates.md](templates.md). This page is generated; `tests/docs/test_formats.py` prints it anew.
"""


def size(format: Format) -> str:
    if format.width is None or ("pdf" not in format.files and format.medium == "script"):
        return "–"
    return f"{format.width:g} × {format.height:g} {format.unit}"


def accepted(format: Format) -> str:
    """What it is made of, in words."""
    kinds = [kind for kind in format.accepts if kind != "publication"]
    words = ["every message"] if set(kinds) == set(KINDS) else list(kinds)
    if "publication" in format.accepts:
        words.append("publications")
    return ", ".join(words)


def remarks(format: Format, campaign: Campaign) -> str:
    """What else is to be known of it."""
    found = []
    if format.sheet:
        found.append(f"pieces of `{format.sheet.of}` on {format.sheet.paper.upper()}")
    if format.series:
        found.append("one picture for each slide")
    if format.regional:
        found.append("a copy for each office of `regions.csv`")
    if format.needs:
        found.append("for messages with " + ", ".join(f"`{{#{id}}}`" for id in format.needs))
    if format.scale > 1:
        found.append(f"drawn at 1 : {format.scale}")
    if format.panels:
        found.append("panels " + ", ".join(f"`{id}`" for id in format.panels))
    if format.min_words:
        found.append(f"for messages of {format.min_words} words and more")
    if format.seconds:
        found.append(f"fits {format.seconds:g} seconds when read aloud")
    if format.platforms:
        found.append("for " + ", ".join(campaign.platforms[id].name for id in format.platforms))
    if format.platform:
        platform = campaign.platforms[format.platform]
        edges = [(edge, getattr(platform, f"safe_{edge}")) for edge in ("top", "right", "bottom", "left")]
        covered = ", ".join(f"{share:.0%} {edge}" for edge, share in edges if share)
        if covered:
            found.append(f"kept free for {platform.name}: {covered}")
        limit = min(filter(None, (platform.max_bytes, format.max_bytes)), default=None)
        if limit:
            found.append(f"at most {limit // 1000} kB")
    return "; ".join(found)


def expected() -> str:
    campaign = read_campaign(bundled()).campaign
    parts = [HEAD]
    media = dict.fromkeys([*TITLES, *(format.medium for format in campaign.formats.values())])
    for medium in media:
        title = TITLES.get(medium, medium.capitalize())
        parts.append(f"## {title}\n\n| format | what it is | size | files | made of | |\n|---|---|---|---|---|---|\n")
        for format in campaign.formats.values():
            if format.medium == medium:
                files = ", ".join(format.files)
                cells = (f"`{format.name}`", format.title, size(format), files, accepted(format))
                parts[-1] += f"| {' | '.join(cells)} | {remarks(format, campaign)} |\n"
    return "\n".join(parts)


def test_the_page_lists_the_formats_as_they_are():
    """Copy what the failure prints into docs/formats.md."""
    assert Page("formats.md").text == expected(), f"docs/formats.md must read:\n\n{expected()}"
