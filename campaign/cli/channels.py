"""``campaign channels`` and ``campaign verify-channel``: which contacts are due, and that somebody checked one."""

from datetime import date
from pathlib import Path

import typer

from campaign.building.content import read_checked
from campaign.building.marking import own_root, verify_channel
from campaign.cli.console import day, errors_as_exit_codes, show_json, show_problems, show_table
from campaign.model.campaign import Campaign
from campaign.model.register import Channel, ChannelState
from campaign.reading.library import find_root, read_folder
from campaign.reading.registers import read_settings

OVER: tuple[ChannelState, ...] = ("withdrawn", "ended")


def run(root: Path | None, as_of: str | None, due: bool, as_json: bool) -> None:
    with errors_as_exit_codes(as_json):
        reading = read_checked(find_root(root))
        today = day(as_of, reading.campaign.settings.time_zone)
    if not as_json:  # a list is never short in silence
        show_problems(reading.problems)
    channels = [one for one in reading.campaign.channels.values() if not due or _is_due(one, today)]
    channels.sort(key=lambda channel: (_due_on(channel, today) or date.min, channel.id))
    if as_json:
        show_json([_row(channel, reading.campaign, today) for channel in channels])
        return
    show_table(
        ("CHANNEL", "STATE", "DUE", "KIND", "VALUE", "VERIFIED", "SOURCE", "NAME"),
        [
            (
                channel.id,
                channel.state(today),
                _due_text(channel, today),
                channel.kind,
                channel.value,
                f"{channel.verified_on} {channel.verified_by}" if channel.verified_by else "",
                f"{channel.source}, {channel.source_date}",
                reading.campaign.local(channel.name, reading.campaign.first_language),
            )
            for channel in channels
        ],
    )


def _due_on(channel: Channel, today: date) -> date | None:
    """The last day on which it need not be checked again; None where that is at once."""
    if channel.state(today) in OVER:
        return date.max
    return channel.holds_until if channel.state(today) in ("verified", "embargoed", "expired") else None


def _is_due(channel: Channel, today: date) -> bool:
    return channel.state(today) in ("unverified", "changed", "expired")


def _due_text(channel: Channel, today: date) -> str:
    due = _due_on(channel, today)
    return "now" if due is None else "" if due == date.max else due.isoformat()


def _row(channel: Channel, campaign: Campaign, today: date) -> dict[str, object]:
    due = _due_on(channel, today)
    return {
        "id": channel.id,
        "name": campaign.local(channel.name, campaign.first_language),
        "kind": channel.kind,
        "value": channel.value,
        "country": channel.country,
        "reachable_from": channel.reachable_from,
        "source": channel.source,
        "source_date": channel.source_date.isoformat(),
        "status": channel.status,
        "state": channel.state(today),
        "due": _is_due(channel, today),
        "due_on": due.isoformat() if due not in (None, date.max) else None,
        "term_days": channel.term.days,
        "valid_until": channel.valid_until.isoformat() if channel.valid_until else None,
        "verified": channel.is_verified(today),
        "verified_by": channel.verified_by,
        "verified_on": channel.verified_on.isoformat() if channel.verified_on else "",
        "verified_note": channel.verified_note,
    }


def verify(id: str, root: Path | None, by: str, on: str | None, note: str, as_json: bool) -> None:
    with errors_as_exit_codes(as_json):
        place = own_root(root)
        today = day(on, read_settings(read_folder(place, "content")).time_zone, "--on")
        channel, marked = verify_channel(place, id, by, today, note)
    if as_json:
        last = channel.holds_until
        show_json({"id": id, "verified_by": by, "verified_on": today, "holds_until": last, "file": marked.file})
        return
    typer.echo(f"{id} ({channel.value}): verified by {by} on {today}; that holds until {channel.holds_until}")
