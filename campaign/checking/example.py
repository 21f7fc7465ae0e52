"""The campaign that examples of rules stand in: whole, small, and without a fault.

A slot is a line (or a few) of one of its files that a snippet takes the place of. A slot with a "/" in its name is a
whole file.
"""

from collections.abc import Mapping
from dataclasses import dataclass

MESSAGE = "content/tactics/high-pay.id.md"
TRANSLATION = "content/tactics/high-pay.en.md"
PUBLICATION = "content/publications/akun.yaml"

FILES: Mapping[str, str] = {
    "content/campaign.yaml": """\
id: contoh
name: {id: Kampanye Contoh, en: Example Campaign}
publisher: {id: Kampanye Contoh, en: Example Campaign}
languages:
  - {tag: id, name: Bahasa Indonesia}
  - {tag: en, name: English}
allowed-hosts: ["*.bp2mi.go.id"]
theme: warning
""",
    "content/channels.yaml": """\
call-centre:
  name: {id: Pusat panggilan KP2MI, en: KP2MI call centre}
  kind: call
  value: 0800-1000
  country: ID
  hours: {id: 24 jam, en: 24 hours}
  cost: {id: bebas pulsa, en: free of charge}
  source: mediamasakini.id
  source-date: 2025-04-10
siskop2mi:
  name: SISKOP2MI
  kind: web
  value: siskop2mi.bp2mi.go.id
  source: harianjogja.com
  source-date: 2025-10-29
# another contact
""",
    "content/facts.yaml": """\
takedowns:
  value: 23–27
  unit: {id: situs dan akun, en: sites and accounts}
  source: {id: Menteri P2MI, en: Minister of P2MI}
  source-date: 2025-03-07
# another figure
""",
    "content/platforms.yaml": "{}\n",
    "content/regions.csv": """\
id,name,office,address,channels,languages,publications,copies
ntb,Nusa Tenggara Barat,BP3MI NTB,Jalan Contoh 12 Mataram 83115,,id,akun,500
""",
    MESSAGE: """\
---
title: Gaji besar, langsung berangkat?
summary: Tawaran bergaji tinggi tanpa tes hampir selalu jebakan.
code: CTH-001
updated: 2026-11-22
call: call-centre
check: siskop2mi
version: 1
---

## Rayuannya {#lure from="Nomor tak dikenal"}
Butuh pelayan di luar negeri, ==gaji 25 juta==. ==Tanpa tes==. ==Kirim foto KTP== ke sini.

## Tanda bahaya {#warning-signs}
1. **Gaji jauh di atas wajar.** Bandingkan di [SISKOP2MI](channel:siskop2mi).
2. **Serba cepat.** Jalur resmi selalu ada tes.
3. **Minta data pribadi.** Jangan kirim apa pun.

## Yang harus dilakukan {#what-to-do}
- **Tanya dulu.** Hubungi [KP2MI di …](channel:call-centre), bebas pulsa.

## Yang benar {#truth}
Perusahaan resmi tidak pernah minta uang lewat chat.
""",
    TRANSLATION: """\
---
title: Big pay, leave at once?
summary: High pay without a test is nearly always a trap.
review: native-needed
---

## The bait {#lure from="Unknown number"}
Waiters needed abroad, ==25 million pay==. ==No test==. ==Send a photo of your ID==.

## Warning signs {#warning-signs}
1. **Pay far above normal.** Compare at [SISKOP2MI](channel:siskop2mi).
2. **All in a hurry.** The official way always has a test.
3. **Asks for personal data.** Send nothing.

## What to do {#what-to-do}
- **Ask first.** Call [KP2MI at …](channel:call-centre), free of charge.

## The truth {#truth}
An official company never asks for money by chat.
""",
    PUBLICATION: """\
title: Akun lowongan
summary: Satu akun dan tiga tanda bahaya.
format: carousel
code: CTH-C1
updated: 2026-11-22
languages: [id]
call: call-centre
check: siskop2mi
slides:
  - {id: cover, title: "Akun ini menawarimu kerja?", text: "Geser dan bagikan."}
  - {id: contacts, title: "Ragu? Tanya dulu.", contacts: [call-centre, siskop2mi]}
""",
}

SLOTS: Mapping[str, tuple[str, str]] = {
    "title": (MESSAGE, "title: Gaji besar, langsung berangkat?"),
    "summary": (MESSAGE, "summary: Tawaran bergaji tinggi tanpa tes hampir selalu jebakan."),
    "front": (MESSAGE, "version: 1"),
    "lure": (MESSAGE, "Butuh pelayan di luar negeri, ==gaji 25 juta==. ==Tanpa tes==. ==Kirim foto KTP== ke sini."),
    "lure heading": (MESSAGE, '## Rayuannya {#lure from="Nomor tak dikenal"}'),
    "signs heading": (MESSAGE, "## Tanda bahaya {#warning-signs}"),
    "sign": (MESSAGE, "2. **Serba cepat.** Jalur resmi selalu ada tes."),
    "do": (MESSAGE, "- **Tanya dulu.** Hubungi [KP2MI di …](channel:call-centre), bebas pulsa."),
    "truth": (MESSAGE, "Perusahaan resmi tidak pernah minta uang lewat chat."),
    "en title": (TRANSLATION, "title: Big pay, leave at once?"),
    "en sign": (TRANSLATION, "2. **All in a hurry.** The official way always has a test."),
    "en do": (TRANSLATION, "- **Ask first.** Call [KP2MI at …](channel:call-centre), free of charge."),
    "en truth": (TRANSLATION, "An official company never asks for money by chat."),
    "settings": ("content/campaign.yaml", "theme: warning"),
    "hosts": ("content/campaign.yaml", 'allowed-hosts: ["*.bp2mi.go.id"]'),
    "channel": ("content/channels.yaml", "# another contact"),
    "fact": ("content/facts.yaml", "# another figure"),
    "region": (
        "content/regions.csv",
        "ntb,Nusa Tenggara Barat,BP3MI NTB,Jalan Contoh 12 Mataram 83115,,id,akun,500",
    ),
    "slide": (PUBLICATION, '  - {id: cover, title: "Akun ini menawarimu kerja?", text: "Geser dan bagikan."}'),
}


@dataclass(frozen=True)
class Placed:
    """The example campaign with a snippet in it: ``file`` and ``line`` say where the snippet begins."""

    files: Mapping[str, str]
    file: str
    line: int


def placed(slot: str, snippet: str, changes: tuple[tuple[str, str], ...] = ()) -> Placed:
    """Put a snippet, and what else it needs, into the example campaign. Raises KeyError for an unknown slot."""
    files = dict(FILES)
    for other, words in changes:
        files = dict(placed_in(files, other, words).files)
    return placed_in(files, slot, snippet)


def placed_in(files: Mapping[str, str], slot: str, snippet: str) -> Placed:
    """The same with files of one's own that have the slot's line."""
    if "/" in slot:
        return Placed({**files, slot: snippet}, slot, 1)
    file, line = SLOTS[slot]
    before, found, after = files[file].partition(line)
    if not found:
        raise KeyError(slot)
    return Placed({**files, file: before + snippet.rstrip("\n") + after}, file, before.count("\n") + 1)


def whole(slot: str, snippet: str, changes: tuple[tuple[str, str], ...] = ()) -> Mapping[str, str]:
    """The files with a right snippet; one that is empty is no file at all."""
    return placed(slot, snippet, changes).files if snippet else FILES
