"""``campaign formats``, ``messages``, ``regions``: what there is, as tables or JSON."""

from pathlib import Path

from campaign.building.content import read_checked
from campaign.cli.console import errors_as_exit_codes, show_json, show_problems, show_table
from campaign.reading.folder import Reading
from campaign.reading.library import find_root


def formats(root: Path | None, as_json: bool) -> None:
    with errors_as_exit_codes(as_json):
        found = _read(root, as_json)
    rows = [
        {
            "name": format.name,
            "title": format.title,
            "medium": format.medium,
            "files": list(format.files),
            "width": format.width,
            "height": format.height,
            "unit": format.unit,
            "platform": format.platform,
            "accepts": list(format.accepts),
            "series": format.series,
            "regional": format.regional,
        }
        for format in found.campaign.formats.values()
    ]
    if as_json:
        show_json(rows)
        return
    show_table(
        ("FORMAT", "MEDIUM", "SIZE", "FILES", "WHAT IT IS"),
        [
            (
                format.name,
                format.medium,
                f"{format.width:g}×{format.height:g} {format.unit}" if format.width and format.height else "",
                " ".join(format.files),
                format.title,
            )
            for format in found.campaign.formats.values()
        ],
    )


def messages(root: Path | None, as_json: bool) -> None:
    with errors_as_exit_codes(as_json):
        found = _read(root, as_json)
    campaign = found.campaign
    rows = []
    for slug in sorted({slug for slug, _ in campaign.messages}):
        languages = campaign.languages_of(slug)
        message = campaign.messages[slug, languages[0]]
        drafts = [tag for tag in languages if not campaign.messages[slug, tag].native_review]
        rows.append({"slug": slug, "kind": message.kind, "title": message.title, "languages": list(languages),
                     "native_review_needed": drafts, "file": message.file})  # fmt: skip
    for publication in campaign.publications.values():
        title = campaign.local(publication.title, publication.languages[0])
        rows.append({"slug": publication.slug, "kind": "publication", "title": title,
                     "languages": list(publication.languages), "native_review_needed": [],
                     "file": publication.file})  # fmt: skip
    if as_json:
        show_json(rows)
        return
    table = [(str(row["slug"]), str(row["kind"]), " ".join(row["languages"]), str(row["title"])) for row in rows]
    show_table(("MESSAGE", "KIND", "LANGUAGES", "TITLE"), table)


def regions(root: Path | None, as_json: bool) -> None:
    with errors_as_exit_codes(as_json):
        found = _read(root, as_json)
    rows = [region.model_dump(exclude={"line"}) for region in found.campaign.regions.values()]
    if as_json:
        show_json(rows)
        return
    show_table(
        ("REGION", "OFFICE", "LANGUAGES", "COPIES", "PUBLICATIONS"),
        [
            (region.id, region.office or region.name, " ".join(region.languages), str(region.copies),
             " ".join(region.publications))
            for region in found.campaign.regions.values()
        ],
    )  # fmt: skip


def _read(root: Path | None, as_json: bool) -> Reading:
    """The campaign; its problems are told on standard error, so that a list is never short in silence."""
    reading = read_checked(find_root(root))
    if not as_json:
        show_problems(reading.problems)
    return reading
