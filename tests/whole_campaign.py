"""The small campaign with one of everything that may hold a number: a spot, a carousel, words of its own, two offices,
lists of authorities, a drawing. Nothing is wrong with it."""

from small_campaign import FILES, LEAFLET, released

SPOT = """\
---
title: Lowongan di grup, cek dulu
summary: Lowongan yang ramai di grup belum tentu asli. Cek dulu.
code: UJI-003
version: 1
updated: 2026-11-22
seconds: 15
call: call-centre
check: siskop2mi
illustration: chat-lure
sources: ["Kemnaker, 2025"]
---

## Di grup {#group look=chat}
Ada lowongan luar negeri di grup chat? Jangan kirim foto KTP.

- Kerja luar negeri! ==Kirim foto KTP==, ya.

## Cek {#call look=call}
Cek dulu. Telepon KP2MI, […](channel:call-centre).

- Cek dulu lowongannya.
"""
NOTICE = """\
---
title: Tujuan yang ditutup
summary: Penempatan ke negara itu sedang ditutup.
code: UJI-004
version: 1
updated: 2026-11-22
call: call-centre
check: siskop2mi
destinations: [KH]
sources: ["Menteri P2MI, 2025"]
---

## Pengumuman {#notice}
Sejak 29 Oktober 2025 penempatan ke Kamboja ditutup.

## Yang harus dilakukan {#what-to-do}
- **Batalkan.** Jangan berangkat, walau sudah membayar.
"""
CAROUSEL = """\
title: Akun lowongan
summary: Satu akun dan tiga tanda bahaya.
format: carousel
code: UJI-C1
version: 3
updated: 2026-11-22
languages: [id]
call: call-centre
check: siskop2mi
alt: {id: "Gambar berseri tentang akun lowongan palsu."}
hashtags: ["#KerjaAman"]
slides:
  - {id: cover, title: "Akun ini menawarimu kerja?", text: "Geser dan bagikan."}
  - {id: account, message: high-pay}
  - {id: contacts, title: "Ragu? Tanya dulu.", contacts: [call-centre, siskop2mi]}
"""
DRAWING = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 480">
<title>Papan lowongan</title>
<rect width="480" height="480" fill="#0B6E4F"/>
<text x="40" y="80">Cek dulu</text>
<text x="40" y="160">lalu berangkat</text>
</svg>
"""
CAMPAIGN = FILES["content/campaign.yaml"].replace("Kampanye Uji", "Kampanye 2026").replace("Test C", "2026 C")
WHOLE: dict[str, str | None] = {
    "content/campaign.yaml": CAMPAIGN + "words:\n  draft-contacts: {id: Draf uji, en: Test draft}\n",
    "content/spots/group-15.id.md": SPOT,
    "content/notices/closed.id.md": NOTICE,
    "content/publications/akun.yaml": CAROUSEL,
    "content/publications/leaflet-uji.yaml": LEAFLET,
    "content/agencies-to-avoid.csv": "licence,name,decision,date,source,source-date\n"
    "SIP-012/2024,PT Contoh Jaya,Keputusan 7/2025,2025-03-01,kp2mi.go.id,2025-03-02\n",
    "content/closed-destinations.csv": "country,jobs,from,until,decision,source,source-date\n"
    "KH,,2025-10-29,,pernyataan menteri,harianjogja.com,2025-10-29\n",
    "content/regions.csv": "id,name,office,address,channels,languages,publications,copies\n"
    "ntb,Nusa Tenggara Barat,BP3MI Nusa Tenggara Barat,Jalan Contoh 14 Mataram 83124,call-centre,id,leaflet-uji,500\n"
    "jatim,Jawa Timur,BP3MI Jawa Timur,Jalan Jambangan 2 Surabaya 60232,,id,,250\n",
    "assets/illustrations/board.svg": DRAWING,
}


def ready() -> dict[str, str | None]:
    """The whole campaign in one language, verified and approved."""
    return released({**WHOLE, "content/tactics/high-pay.en.md": None})
