"""The same page in a warm Chromium: the body is exchanged, then a screenshot is taken with its quickest encoder."""

import base64
import json
import sys
import tempfile
from typing import Any

import timing
from browser import Page

from campaign.building import machine


def style() -> str:
    faces = "".join(
        f"@font-face {{ font-family: Manrope; font-weight: {weight}; src: url(data:font/ttf;base64,{data}) }}"
        for weight in (500, 800)
        for data in [base64.b64encode((timing.folder() / "fonts" / f"{weight}.ttf").read_bytes()).decode()]
    )
    return faces + timing.material()["css"]


def main() -> None:
    program = machine.program("chromium")
    if program is None:
        sys.exit("Chromium is not on this machine")
    with tempfile.TemporaryDirectory() as profile:
        page = Page(program, profile)
        frame = page.ask("Page.getFrameTree")["frameTree"]["frame"]["id"]
        page.ask("Page.setDocumentContent", frameId=frame, html=f"<!doctype html><style>{style()}</style><body>")
        page.run("Promise.all([...document.fonts].map(font => font.load()))")

        def draw(card: Any) -> bytes:
            body = json.dumps(card["body"])
            page.run(
                f"document.body.innerHTML = {body}; Promise.all([...document.images].map(image => image.decode()))"
            )
            shot = page.ask("Page.captureScreenshot", format="png", optimizeForSpeed=True)
            return base64.b64decode(shot["data"])

        timing.run("chromium", timing.material()["cards"], draw)
        page.ask("Browser.close")
        page.process.wait(timeout=30)


main()
