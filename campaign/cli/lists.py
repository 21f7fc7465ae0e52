"""``campaign formats``, ``messages``, ``channels``, ``regions``: what there is, as tables or JSON."""

from pathlib import Path

from campaign.building.content import read_checked
from campaign.cli.console import day, errors_as_exit_codes, show_json, show_problems, show_table
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


def channels(root: Path | None, as_of: str | None, as_json: bool) -> None:
    with errors_as_exit_codes(as_json):
        found = _read(root, as_json)
        today = day(as_of, found.campaign.settings.time_zone)
    campaign = found.campaign
    rows = [
        {
            "id": channel.id,
            "name": campaign.local(channel.name, campaign.first_language),
            "kind": channel.kind,
            "value": channel.value,
            "country": channel.country,
            "source": channel.source,
            "source_date": channel.source_date.isoformat(),
            "verified": channel.is_verified(today),
            "verified_by": channel.verified_by,
            "verified_on": channel.verified_on.isoformat() if channel.verified_on else "",
        }
        for channel in campaign.channels.values()
    ]
    if as_json:
        show_json(rows)
        return
    show_table(
        ("CHANNEL", "KIND", "VALUE", "VERIFIED", "SOURCE", "NAME"),
        [
            (
                str(row["id"]),
                str(row["kind"]),
                str(row["value"]),
                f"{row['verified_on']} {row['verified_by']}" if row["verified"] else "no",
                f"{row['source']}, {row['source_date']}",
                str(row["name"]),
            )
            for row in rows
        ],
    )


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
