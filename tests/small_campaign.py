"""A campaign of three messages, whole but small, that tests change one thing of."""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from campaign.building.marking import approve, verify_channel

TACTIC = """\
---
title: Gaji besar, langsung berangkat?
summary: Tawaran bergaji tinggi tanpa tes hampir selalu jebakan.
code: UJI-001
version: 1
updated: 2026-11-22
call: call-centre
check: siskop2mi
illustration: chat-lure
sources: ["Kemnaker, 2022"]
---

## Rayuannya {#lure from="Nomor tak dikenal"}
Butuh CS di luar negeri, ==gaji 25 juta==. Minggu ini terbang, ==tanpa tes==. Minat? ==Kirim foto KTP== ke sini.

## Tanda bahaya {#warning-signs}
1. **Gaji jauh di atas wajar.** Bandingkan di [SISKOP2MI](channel:siskop2mi). {icon=banknote}
2. **Serba cepat, tanpa seleksi.** Jalur resmi selalu ada tes dan visa kerja. {icon=timer}
3. **Minta data pribadi lewat chat.** Jangan kirim apa pun. {icon=id-card}

## Yang harus dilakukan {#what-to-do}
- **Berhenti.** Jangan kirim data, jangan bayar. {icon=hand}
- **Tanya.** Hubungi [KP2MI di …](channel:call-centre), bebas pulsa. {icon=phone}
"""

ENGLISH = """\
---
title: Big pay, leave at once?
summary: High pay without a test is nearly always a trap.
review: native-needed
---

## The bait {#lure from="Unknown number"}
CS needed abroad, ==25 million pay==. Fly this week, ==no test==. Keen? ==Send a photo of your ID== here.

## Warning signs {#warning-signs}
1. **Pay far above normal.** Compare at [SISKOP2MI](channel:siskop2mi).
2. **All in a hurry.** The official way always has a test.
3. **Asks for personal data by chat.** Send nothing.

## What to do {#what-to-do}
- **Stop.** Send no data, pay nothing.
- **Ask.** Call [KP2MI at …](channel:call-centre), free of charge.
"""

FIGURE = """\
---
title: Setiap bulan muncul jebakan baru
summary: Situs dan akun perekrut terus bermunculan.
code: UJI-002
version: 2
updated: 2026-11-22
call: call-centre
check: siskop2mi
fact: takedowns
illustration: figure-takedown
---

## Artinya {#meaning}
Ada […](fact:takedowns) setiap bulan, kata [](fact:takedowns#source) pada [](fact:takedowns#date).

## Yang harus dilakukan {#what-to-do}
- **Periksa dulu.** Cari perusahaannya di [SISKOP2MI](channel:siskop2mi).
"""

FILES = {
    "content/campaign.yaml": """\
id: uji
name: {id: Kampanye Uji, en: Test Campaign}
publisher: {id: Kampanye Uji, en: Test Campaign}
languages:
  - {tag: id, name: Bahasa Indonesia}
  - {tag: en, name: English}
hashtags: {id: "#Uji", en: "#Test"}
allowed-hosts: ["*.bp2mi.go.id", aduankonten.id]
""",
    "content/channels.yaml": """\
call-centre:
  name: {id: Pusat panggilan KP2MI, en: KP2MI call centre}
  kind: call
  value: 0800-1000
  hours: {id: 24 jam, en: 24 hours}
  cost: {id: bebas pulsa, en: free}
  source: mediamasakini.id
  source-date: 2025-04-10
  verified-by:
  verified-on:
siskop2mi:
  name: SISKOP2MI
  kind: web
  value: siskop2mi.bp2mi.go.id
  source: harianjogja.com
  source-date: 2025-10-29
""",
    "content/facts.yaml": """\
takedowns:
  value: 23–27
  unit: {id: situs dan akun, en: sites and accounts}
  source: {id: Menteri P2MI, en: Minister of P2MI}
  source-date: 2025-03-07
""",
    "content/platforms.yaml": """\
instagram-feed: {name: Instagram, caption: 2200, hashtags: 5, alt: 100, source: vendor, source-date: 2025-12-19}
instagram-story:
  {name: Instagram Story, safe-top: 0.14, safe-bottom: 0.35, safe-left: 0.06, safe-right: 0.06, source: vendor,
   source-date: 2026-03-01}
facebook: {name: Facebook, caption: 10000, source: vendor, source-date: 2025-12-19}
x: {name: X, caption: 280, alt: 1000, source: vendor, source-date: 2025-12-19}
tiktok: {name: TikTok, caption: 2200, alt: 300, source: vendor, source-date: 2025-12-19}
whatsapp: {name: WhatsApp, caption: 1024, source: vendor, source-date: 2025-12-19}
telegram: {name: Telegram, caption: 1024, source: vendor, source-date: 2025-12-19}
linkedin: {name: LinkedIn, caption: 3000, alt: 120, source: vendor, source-date: 2025-12-19}
threads: {name: Threads, caption: 500, hashtags: 1, source: vendor, source-date: 2025-12-19}
whatsapp-status: {name: whatsapp-status, source: vendor, source-date: 2025-12-19}
youtube: {name: youtube, source: vendor, source-date: 2025-12-19}
link-preview: {name: Pratinjau tautan, source: vendor, source-date: 2025-12-19}
""",
    "content/regions.csv": "id,name,office,address,channels,languages,publications,copies\n"
    "ntb,Nusa Tenggara Barat,BP3MI Nusa Tenggara Barat,,,id,,500\n",
    "content/tactics/high-pay.id.md": TACTIC,
    "content/tactics/high-pay.en.md": ENGLISH,
    "content/figures/takedowns.id.md": FIGURE,
}


LEAFLET = """\
title: Lembar uji
summary: Dua kalimat untuk uji.
format: leaflet-trifold-a4
code: UJI-L1
updated: 2026-11-22
languages: [id]
call: call-centre
check: siskop2mi
panels:
  - {id: cover, title: "Mau kerja di luar negeri?", illustration: journey-cover}
  - {id: flap, message: high-pay, sections: [lure]}
  - {id: inside-left, message: high-pay}
  - {id: inside-middle, message: high-pay, sections: [what-to-do]}
  - {id: inside-right, message: takedowns}
  - {id: back, contacts: [call-centre, siskop2mi], office: true}
"""
REGION = FILES["content/regions.csv"].replace(",id,,500", ",id,leaflet-uji,500")
WITH_LEAFLET = {"content/publications/leaflet-uji.yaml": LEAFLET, "content/regions.csv": REGION}


def write(root: Path, changes: dict[str, str | None] | None = None) -> Path:
    """Write the campaign below ``root``, with some files replaced, added or (None) left out; returns ``root``."""
    for path, text in {**FILES, **(changes or {})}.items():
        if text is not None:
            file = root / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
    return root


def released(changes: dict[str, str | None] | None = None) -> dict[str, str | None]:
    """Changes that make a campaign ready for a release: contacts verified, everything reviewed and approved."""
    with TemporaryDirectory() as folder:
        root = write(Path(folder), changes)
        for id in ("call-centre", "siskop2mi"):
            verify_channel(root, id, "Siti", date(2026, 11, 20))
        for file in sorted(root.glob("content/*/*.*")):
            slug = file.name.split(".")[0]
            for reviewed in (True, False):
                approve(root, slug, "Budi", date(2026, 11, 21), reviewed=reviewed)
        for reviewed in (True, False):
            approve(root, "campaign", "Budi", date(2026, 11, 21), reviewed=reviewed)
        read = {str(f.relative_to(root)): f.read_text(encoding="utf-8") for f in root.glob("content/**/*.*")}
    return {**(changes or {}), **read}
