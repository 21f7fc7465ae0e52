"""The same HTML and CSS through WeasyPrint as its first page of documentation says, one document after the other."""

import time

import timing
from weasyprint import HTML

faces = "".join(
    f"@font-face {{ font-family: Manrope; font-weight: {weight}; src: url({file.as_uri()}) }}"
    for weight in (500, 800)
    for file in [(timing.folder() / "fonts" / f"{weight}.ttf").absolute()]
)
material = timing.material("leaflets")
style = f"<style>{faces}{material['css']}</style></head>"


def draw(page: str) -> bytes:
    pdf: bytes = HTML(string=page.replace("</head>", style, 1)).write_pdf()
    return pdf


timing.run("leaflet-weasyprint", material["pages"], draw, time.process_time, "pdf")
