"""CH020: a contact that is withdrawn, or past its last day, is printed nowhere."""

from collections.abc import Iterator
from datetime import date

from campaign.checking.mentions import contacts_of, mentions
from campaign.checking.rule import Example, Material, Rule
from campaign.model.contents import channels_of_message
from campaign.model.register import Channel
from campaign.problems import Problem

CODE = "CH020"
HINT = "name another contact here; campaign channels lists them"


def find(material: Material) -> Iterator[Problem]:
    over = {id: said for id, channel in material.campaign.channels.items() if (said := _over(channel, material.as_of))}
    if not over:
        return
    for message in material.campaign.messages.values():
        for id in channels_of_message(message):
            if id in over:
                for line in mentions(material, message, "channel", id):
                    yield Problem(message.file, line, CODE, over[id], HINT)
    for publication in material.campaign.publications.values():
        for id, line in contacts_of(material, publication):
            if id in over:
                yield Problem(publication.file, line, CODE, over[id], HINT)
    for region in material.campaign.regions.values():
        for id in region.channels:
            if id in over:
                yield Problem("content/regions.csv", region.line, CODE, over[id], HINT)


def _over(channel: Channel, as_of: date | None) -> str:
    if channel.status == "withdrawn":
        return f"“{channel.id}” ({channel.value}) is withdrawn"
    if as_of is not None and channel.is_over(as_of):
        return f"“{channel.id}” ({channel.value}) was valid until {channel.valid_until}"
    return ""


RULE = Rule(
    code=CODE,
    title="A contact is no longer in use",
    why="A number that was given up may belong to somebody else tomorrow. Whatever prints it is left out, drafts too.",
    guards="contacts",
    find=find,
    examples=(
        Example(
            "do",
            wrong="- **Tanya dulu.** Hubungi [Polisi di …](channel:police).",
            right="- **Tanya dulu.** Hubungi [KP2MI di …](channel:call-centre), bebas pulsa.",
            changes=(
                (
                    "channel",
                    'police:\n  name: Polisi\n  kind: call\n  value: "110"\n  source: polri.go.id\n'
                    "  source-date: 2026-01-01\n  valid-until: 2026-06-30\n",
                ),
            ),
            as_of=date(2026, 11, 22),
        ),
    ),
)
