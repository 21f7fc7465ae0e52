"""Pieces to impose: a card of two sides and a booklet whose pages only say their number, in a small campaign."""

from datetime import date
from pathlib import Path

from small_campaign import FILES, LEAFLET, write

from campaign.building.workers import make
from campaign.filling.filler import Filler
from campaign.model.work import Made, Workshop
from campaign.planning.plan import Selection, plan
from campaign.reading.folder import read_campaign

DAY = date(2026, 11, 22)
PIECE = """\
  medium: document
  files: [pdf]
  template: uji.html
  styles: [uji/uji.css]
  unit: mm
  accepts: [publication]
  regional: true
"""
FORMATS = f"""\
kartu:
  title: Card
  width: 85
  height: 55
{PIECE}
kartu-8:
  title: Eight cards
  sheet: {{of: kartu, paper: a4, columns: 2, rows: 4, gutter: 4, flip: long}}

kartu-tegak:
  title: Eight cards, turned about the short edge
  sheet: {{of: kartu, paper: a4, columns: 2, rows: 4, gutter: 4, flip: short}}

lembar:
  title: Handbill A5
  width: 148
  height: 210
{PIECE}
lembar-2:
  title: Two handbills on A4
  sheet: {{of: lembar, paper: a4, gutter: 1, flip: short}}

lembar-2-f4:
  title: Two handbills on F4
  sheet: {{of: lembar, paper: f4, gutter: 1, flip: short}}

buku:
  title: Booklet A5
  width: 148
  height: 210
{PIECE}
buku-a4:
  title: Booklet on A4
  sheet: {{of: buku, paper: a4, imposition: booklet, flip: short}}

buku-f4:
  title: Booklet on F4
  sheet: {{of: buku, paper: f4, imposition: booklet, flip: long, thickness: 0.2}}
"""
TEMPLATE = """\
<!doctype html>
<html lang="{{ language }}"><head><title>{{ title }}</title>
<style>@page { size: {{ format.width }}mm {{ format.height }}mm }</style></head>
<body>
{% for n in range(PAGES[format.height]) %}<section><h1>H{{ n + 1 }}Z</h1><p>{{ imprint }}</p>\
<p>{{ call.value }}</p></section>{% endfor %}
</body></html>
"""
STYLE = """\
@page { margin: 8mm }
html { font: 500 11pt/1.4 Manrope }
body, p, h1 { margin: 0 }
h1 { font-size: 14pt }
section { break-after: page }
section:last-child { break-after: auto }
"""


class Office:
    """A campaign of one publication in these formats; makes any of them."""

    def __init__(
        self, root: Path, *, pages: int = 2, files: dict[str, str | None] | None = None, region: str = "ntb"
    ) -> None:
        names = ("kartu", "lembar", "buku")
        panels = LEAFLET.replace("format: leaflet-trifold-a4", f"formats: [{', '.join(names)}]")
        template = TEMPLATE.replace("PAGES[format.height]", str(pages))
        changes: dict[str, str | None] = {
            "content/publications/leaflet-uji.yaml": panels,
            "content/regions.csv": FILES["content/regions.csv"].replace(",id,,500", ",id,leaflet-uji,500"),
            "templates/uji/format.yaml": FORMATS,
            "templates/uji/uji.html": template,
            "templates/uji/uji.css": STYLE,
        }
        self.reading = read_campaign(write(root, changes | (files or {})))
        self.region = region

    def make(self, format: str) -> Made:
        campaign = self.reading.campaign
        selection = Selection(formats=(format,), regions=(self.region,) if self.region else ())
        [job] = plan(campaign, selection, DAY).jobs
        workshop = Workshop(campaign, self.reading.library, DAY)
        return make(job, workshop, Filler(workshop))
