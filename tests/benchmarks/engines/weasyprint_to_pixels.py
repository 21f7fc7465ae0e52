"""The same card through WeasyPrint to a PDF file, and that through PDFium to pixels.

Set as one would for WeasyPrint, with blocks and tables: our own page, with its flex boxes, takes it several times as
long. The style sheet and the fonts are read once. Text is not fitted.
"""

import base64
import io
from html import escape
from typing import Any

import pypdfium2
import timing
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

STYLE = """
@page { size: 1080px 1350px; margin: 0 }
* { margin: 0; padding: 0 }
body { font: 500 32px/1.36 Manrope; color: #0b1f3a; background: #fffbf2 }
b, h1, h2 { font-weight: 800 }
.strip { height: 48px; padding-left: 64px; line-height: 48px; background: #ffc72c; font-size: 26px }
.page { padding: 36px 64px 0 }
table { width: 100%; border-spacing: 0 }
td { vertical-align: middle }
.tag { padding: 11px 26px 11px 20px; border-radius: 12px; background: #c8102e; color: #fff; letter-spacing: 2px }
.tag img, .label img { vertical-align: middle; margin-right: 14px }
.publisher { width: 300px; text-align: right; font-size: 26px; line-height: 1.25; color: #4f5b70 }
h1 { margin: 32px 0 30px; line-height: 1.06; letter-spacing: -0.025em }
.chat { padding: 18px 24px 24px; border-radius: 28px; background: #f4ecdc; font-size: 28px; color: #4f5b70 }
.bubble { margin-top: 12px; padding: 14px 28px 16px; border-radius: 28px; background: #fff }
.bubble { font-size: 36px; line-height: 1.5; color: #0b1f3a }
.bubble b { padding: 2px 8px; border-radius: 6px; background: #ffc72c; box-decoration-break: clone }
.sign { margin-top: 14px }
.sign td { vertical-align: top }
.number { width: 64px }
.disc { width: 64px; height: 64px; border-radius: 32px; background: #c8102e; color: #fff }
.disc { text-align: center; line-height: 64px; font-weight: 800 }
.sign td + td { padding-left: 24px }
h2 { font-size: 42px; line-height: 1.15 }
.call { position: absolute; top: 1046px; left: 64px; right: 64px; padding: 18px 22px 18px 36px }
.call { border-radius: 28px; background: #0b6e4f; color: #fff; font-size: 27px; line-height: 1.32 }
.value { font-size: 80px; line-height: 1.1; font-weight: 800 }
.code { width: 176px }
.foot { position: absolute; top: 1290px; left: 64px; right: 64px; font-size: 26px; line-height: 1.25; color: #4f5b70 }
"""

fonts = FontConfiguration()
faces = "".join(
    f"@font-face {{ font-family: Manrope; font-weight: {weight}; src: url({file.as_uri()}) }}"
    for weight in (500, 800)
    for file in [timing.folder() / "fonts" / f"{weight}.ttf"]
)
sheet = CSS(string=faces + STYLE, font_config=fonts)


def page(card: Any) -> str:
    said = {name: escape(text) for name, text in card.items() if isinstance(text, str)}
    image = {
        name: f'<img src="data:image/svg+xml;base64,{base64.b64encode(card[name + "-svg"].encode()).decode()}">'
        for name in ("tag", "label", "code")
    }
    lure = " ".join(f"<b>{escape(word)}</b>" if marked else escape(word) for word, marked in card["lure"])
    signs = "".join(
        f'<table class="sign"><tr><td class="number"><div class="disc">{number}</div></td>'
        f"<td><h2>{escape(title)}</h2>{escape(text)}</td></tr></table>"
        for number, (title, text) in enumerate(card["signs"], 1)
    )
    size = 104 if len(card["title"]) <= 22 else 78 if len(card["title"]) > 34 else 90
    return f"""
<div class="strip"><b>{said["strip"]}</b></div>
<div class="page">
<table><tr><td><b class="tag">{image["tag"]}{said["tag"]}</b></td>
<td class="publisher">{said["publisher"]}</td></tr></table>
<h1 style="font-size: {size}px">{said["title"]}</h1>
<div class="chat">{said["sender"]}<p class="bubble">{lure}</p></div>
{signs}
</div>
<div class="call"><table><tr>
<td><b class="label">{image["label"]}{said["label"]}</b><p class="value">{said["value"]}</p>
<p>{said["who"]}</p><p>{said["where"]}</p></td><td class="code">{image["code"]}</td>
</tr></table></div>
<div class="foot"><table><tr><td>{said["from"]}</td><td align="right">{said["imprint"]}</td></tr></table></div>
"""


def draw(card: Any) -> bytes:
    pdf = HTML(string=page(card)).write_pdf(stylesheets=[sheet], font_config=fonts)
    picture = pypdfium2.PdfDocument(pdf)[0].render(scale=96 / 72).to_pil()
    file = io.BytesIO()
    picture.save(file, "PNG", compress_level=1)
    return file.getvalue()


timing.run("weasyprint", timing.material()["cards"], draw)
