"""LG006: one number to call."""

from collections.abc import Iterator

from campaign.checking.rule import Example, Material, Rule
from campaign.problems import Problem

CODE = "LG006"
KINDS = ("tactic", "figure", "notice")
MOST = 2  # from the same country: the one that is set large, and one for another moment
TO_CALL = ("call", "whatsapp", "sms")


def find(material: Material) -> Iterator[Problem]:
    channels = material.campaign.channels
    for message in material.campaign.messages.values():
        section = message.section("what-to-do")
        if message.kind not in KINDS or section is None:
            continue
        seen: dict[str, list[str]] = {channels[message.call].reachable_from: [message.call]}
        for item in section.items:
            numbers = [id for id in item.channels if channels[id].kind in TO_CALL]
            for id in numbers:
                known = seen.setdefault(channels[id].reachable_from, [])
                if id in known:
                    continue
                known.append(id)
                if len(known) > MOST or len(numbers) > 1:
                    said = (
                        f"“{id}” is one number to call too many, beside {', '.join(f'“{one}”' for one in known[:-1])}"
                    )
                    hint = "whom else to call belongs into a message of contacts"
                    yield Problem(message.file, item.line, CODE, said, hint)


RULE = Rule(
    code=CODE,
    title="More than one call to action",
    why="Who is afraid and has three numbers to choose from calls none. A tactic, a figure or a notice has one that is "
    "set large (`call`), at most one more in an item of its own, and one for those who are abroad. Websites to look "
    "something up or to report an account are not counted.",
    guards="language",
    level="warning",
    find=find,
    examples=(
        Example(
            "do",
            wrong="- **Tanya dulu.** Hubungi [KP2MI di …](channel:call-centre) atau [polisi di …](channel:police).\n"
            "- **Cari.** Buka [](channel:siskop2mi).",
            right="- **Tanya dulu.** Hubungi [KP2MI di …](channel:call-centre).\n"
            "- **Lapor.** Hubungi [polisi di …](channel:police).",
            changes=(
                (
                    "channel",
                    "police: {name: Polisi, kind: call, value: 110, source: polri.go.id, source-date: 2026-01-01}",
                ),
                ("en do", "- **Ask first.** Call [KP2MI at …](channel:call-centre).\n- **Look.** Search the list."),
            ),
        ),
    ),
)
