"""Documents to print, small enough to read: a leaflet of one campaign, and pages of a few words."""

from datetime import date
from pathlib import Path

from small_campaign import write

from campaign.filling.filler import Filler
from campaign.media import document
from campaign.model.campaign import Format
from campaign.model.library import Library
from campaign.model.work import Filled, Job, Made, Workshop
from campaign.reading.folder import read_campaign

DAY = date(2026, 11, 22)

ROUTE = """\
---
title: Tiga langkah sebelum terbang
summary: Setiap langkah meninggalkan bukti tertulis.
code: UJI-003
version: 1
updated: 2026-11-22
call: call-centre
check: siskop2mi
---

## Langkahnya {#steps}
1. **Cari lowongan resmi.** Lihat [SISKOP2MI](channel:siskop2mi). {icon=search}
2. **Minta izin keluarga.** Izinnya ditulis, dan kepala desa mengetahuinya. {icon=users}
3. **Tunggu visa kerja.** Bukan visa wisata, bukan visa umrah. {icon=stamp}

## Yang harus dilakukan {#what-to-do}
- **Tanya kalau ragu.** Hubungi [KP2MI di …](channel:call-centre). {icon=phone}

## Ingat {#remember}
Satu langkah hilang, tunda keberangkatanmu.
"""

CHECKLIST = """\
---
title: Tiga surat yang kamu pegang
summary: Satu surat belum ada berarti belum siap.
code: UJI-004
version: 1
updated: 2026-11-22
call: call-centre
check: siskop2mi
---

## Yang harus ada {#items}
1. **Paspor asli.** Diterbitkan kantor imigrasi. {icon=book-user}
2. **Visa kerja.** Sesuai jabatan di perjanjian kerja. {icon=stamp}
3. **Perjanjian kerja.** Sudah kamu baca sendiri. {icon=signature}

## Yang harus dilakukan {#what-to-do}
- **Foto semuanya.** Kirim kepada keluarga. {icon=camera}
"""

PUBLICATION = """\
title: {id: Kenali jebakannya}
summary: {id: Tanda bahaya dan jalur resmi.}
format: leaflet-trifold-a4
code: UJI-L1
version: 1
updated: 2026-11-22
languages: [id]
call: call-centre
check: siskop2mi

panels:
  - id: cover
    title: {id: "Mau kerja jauh? Kenali jebakannya."}
    text: {id: Kenali tandanya. Pulang dengan selamat.}
    illustration: journey-cover
  - id: flap
    message: high-pay
    sections: [lure, what-to-do]
  - id: inside-left
    message: high-pay
    sections: [warning-signs, what-to-do]
  - id: inside-middle
    message: before-leaving
    sections: [steps, remember]
  - id: inside-right
    message: documents
    sections: [items, what-to-do]
  - id: back
    title: {id: "Ragu? Tanya dulu."}
    contacts: [call-centre, siskop2mi]
    office: yes
"""

LEAFLET: dict[str, str | None] = {
    "content/routes/before-leaving.id.md": ROUTE,
    "content/checklists/documents.id.md": CHECKLIST,
    "content/publications/kenali.yaml": PUBLICATION,
}


class Press:
    """Makes the leaflet "kenali" of a small campaign below ``root``, with some of its files replaced."""

    def __init__(self, root: Path, content: dict[str, str | None] | None = None) -> None:
        reading = read_campaign(write(root, LEAFLET | (content or {})))
        assert not reading.problems, reading.problems
        self.campaign, self.library = reading.campaign, reading.library

    def workshop(self, files: dict[str, str] | None = None) -> Workshop:
        """``files`` of the library are replaced or added."""
        library = {**self.library.files, **{path: text.encode() for path, text in (files or {}).items()}}
        return Workshop(self.campaign, Library(library), DAY)

    def make(self, region: str = "", files: dict[str, str] | None = None, format: str = "leaflet-trifold-a4") -> Made:
        workshop = self.workshop(files)
        job = Job(f"id/kenali/{format}.pdf", self.campaign.formats[format], "pdf", "kenali", "id", region)
        return document.make(Filler(workshop).fill(job), workshop)


def page(
    body: str, style: str = "", *, head: str = '<html lang="id"><title>Uji</title>', files: dict[str, str] | None = None
) -> tuple[Filled, Library]:
    """A document of 100 × 60 mm whose template, ``templates/uji/uji.html``, was filled in with ``body``."""
    format = Format(
        name="uji", family="uji", title="Uji", medium="document", files=("pdf",), template="uji.html",
        styles=("uji/uji.css",), width=100, height=60, unit="mm", accepts=("tactic",),
    )  # fmt: skip
    base = "@page { size: 100mm 60mm; margin: 8mm }\nhtml { font: 500 11pt/1.4 Manrope }\nbody { margin: 0 }\n"
    library = {"templates/uji/uji.css": base + style, **(files or {})}
    filled = Filled(
        job=Job("id/uji/uji.pdf", format, "pdf", "uji", "id"),
        template="templates/uji/uji.html",
        body=f"<!doctype html>{head}{body}",
        styles=("templates/uji/uji.css",),
        channels=(), facts=(), sources=(), alt="", caption="", draft="",
        file="content/tactics/uji.id.md", line=1, made_from=(),
    )  # fmt: skip
    return filled, Library({path: text.encode() for path, text in library.items()})
