"""LG007: abbreviations are known, or explained."""

import re
from collections.abc import Iterator

from campaign.checking.plain import said_by_us, texts
from campaign.checking.rule import Example, Material, Rule
from campaign.problems import Problem

CODE = "LG007"
SHORT = re.compile(r"(?<![\w-])(?:[A-Z]-)?[A-Z](?:[A-Z0-9]|[a-z](?=[A-Z]))+[A-Z0-9](?![\w])|(?<![\w-])[A-Z]{2}(?!\w)")


def find(material: Material) -> Iterator[Problem]:
    if not material.campaign.channels:  # a register that cannot be read has no names to know abbreviations by
        return
    told: dict[str, str] = {}
    for piece in material.copy:
        told[piece.file] = f"{told.get(piece.file, '')}\n{piece.text}"
    names = _names(material)
    seen: set[tuple[str, str]] = set()
    for piece, plain in texts(material):
        own = said_by_us(piece.text)
        for match in () if own.isupper() else SHORT.finditer(own):
            short = match[0]
            if short in plain.known or any(short in name for name in names) or (piece.file, short) in seen:
                continue
            seen.add((piece.file, short))
            if not plain.forbidden.any.search(short) and not _is_explained(short, told[piece.file]):
                hint = f"write it out once, “the whole name ({short})”, or say behind it what it is"
                yield piece.problem(CODE, match.start(), match.end(), f"“{short}” is explained nowhere", hint)


def _names(material: Material) -> frozenset[str]:
    """Abbreviations in the names of the campaign, its contacts and offices: readers see them on every piece."""
    campaign = material.campaign
    texts = [text for channel in campaign.channels.values() for text in channel.name.values()]
    texts += [text for local in (campaign.settings.name, campaign.settings.publisher) for text in local.values()]
    texts += [region.office for region in campaign.regions.values()]
    return frozenset(match[0] for text in texts for match in SHORT.finditer(text))


def _is_explained(short: str, text: str) -> bool:
    """ "layanan satu atap (LTSA)", "SIP3MI (izin perusahaan)", "E-PMI adalah …" """
    here = re.escape(short)
    means = r"\s+(?:adalah|artinya|ialah|yaitu|is|means|iku|yaiku|tegese|téh|nyaéta|hartina)\b"
    return re.search(rf"\w[^()\n]*\({here}\)|(?<!\w){here}\s*\(\w|(?<!\w){here}{means}", text) is not None


RULE = Rule(
    code=CODE,
    title="An abbreviation that is explained nowhere",
    why="Offices know it, readers do not. The whole name once in the same message is enough, or a bracket behind it. "
    "What everybody knows, and what stands in the names of contacts and offices, needs none.",
    guards="language",
    level="warning",
    find=find,
    examples=(
        Example(
            "truth",
            wrong="Perusahaan resmi punya SIP3MI.",
            right="Perusahaan resmi punya izin penempatan (SIP3MI).",
        ),
    ),
)
