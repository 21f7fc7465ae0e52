"""The same HTML and CSS through a warm Chromium: fonts are loaded once, the body is exchanged, and printed to PDF.

What counts is the processor time of all its processes: it lays out in one and writes the file in another.
"""

import base64
import json
import re
import sys
import tempfile

import timing
from browser import Page

from campaign.building import machine


def main() -> None:
    program = machine.program("chromium")
    if program is None:
        sys.exit("Chromium is not on this machine")
    material = timing.material("leaflets")
    faces = "".join(
        f"@font-face {{ font-family: Manrope; font-weight: {weight}; src: url(data:font/ttf;base64,{data}) }}"
        for weight in (500, 800)
        for data in [base64.b64encode((timing.folder() / "fonts" / f"{weight}.ttf").read_bytes()).decode()]
    )
    head, _, rest = material["pages"][0].partition("</head>")
    body_tag = re.findall(r"<body[^>]*>", rest)[0]
    with tempfile.TemporaryDirectory() as profile:
        page = Page(program, profile)
        frame = page.ask("Page.getFrameTree")["frameTree"]["frame"]["id"]
        html = f"{head}<style>{faces}{material['css']}</style></head>{body_tag}"
        page.ask("Page.setDocumentContent", frameId=frame, html=html)
        page.run("Promise.all([...document.fonts].map(font => font.load()))")

        def draw(leaflet: str) -> bytes:
            body = json.dumps(leaflet.partition(body_tag)[2].partition("</body>")[0])
            page.run(
                f"document.body.innerHTML = {body}; Promise.all([...document.images].map(image => image.decode()))"
            )
            printed = page.ask("Page.printToPDF", preferCSSPageSize=True, printBackground=True)
            return base64.b64decode(printed["data"])

        timing.run("leaflet-chromium", material["pages"], draw, page.processor_seconds, "pdf", coarse=True)
        page.ask("Browser.close")
        page.process.wait(timeout=30)


main()
