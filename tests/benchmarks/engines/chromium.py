"""The same page in a warm Chromium: the body is exchanged, then a screenshot is taken with its quickest encoder.

Spoken to through DevTools on a pipe, so that nothing has to be installed beside the browser.
"""

import base64
import json
import os
import subprocess
import sys
import tempfile
from typing import Any

import timing

from campaign.building import machine


class Page:
    """A page of a browser without a window, 1080 x 1350."""

    def __init__(self, program: str, profile: str) -> None:
        orders, self._out = os.pipe()
        self._in, answers = os.pipe()
        # Chromium reads orders from descriptor 3 and answers on 4.
        command = f'exec "$0" "$@" 3<&{orders} 4>&{answers}'
        options = [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--remote-debugging-pipe",
            f"--user-data-dir={profile}",
        ]
        self.process = subprocess.Popen(
            ["bash", "-c", command, program, *options, "about:blank"],
            pass_fds=(orders, answers),
            stderr=subprocess.DEVNULL,
        )
        os.close(orders)
        os.close(answers)
        self._rest, self._number, self._session = b"", 0, ""
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self.ask("Emulation.setScrollbarsHidden", hidden=True)
        self.ask("Emulation.setDeviceMetricsOverride", width=1080, height=1350, deviceScaleFactor=1, mobile=False)

    def ask(self, method: str, **params: Any) -> Any:
        self._number += 1
        order = {"id": self._number, "method": method, "params": params}
        if self._session:
            order["sessionId"] = self._session
        data = json.dumps(order).encode() + b"\0"
        while data:
            data = data[os.write(self._out, data) :]
        while True:
            answer = json.loads(self._read())
            if answer.get("id") == self._number:
                if "error" in answer:
                    sys.exit(str(answer["error"]))
                return answer["result"]

    def run(self, code: str) -> None:
        done = self.ask("Runtime.evaluate", expression=code, awaitPromise=True)
        if "exceptionDetails" in done:
            sys.exit(str(done["exceptionDetails"]))

    def _read(self) -> bytes:
        parts = [self._rest]
        while b"\0" not in parts[-1]:
            part = os.read(self._in, 1 << 20)
            if not part:
                sys.exit("the browser has gone")
            parts.append(part)
        answer, _, self._rest = b"".join(parts).partition(b"\0")
        return answer


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
