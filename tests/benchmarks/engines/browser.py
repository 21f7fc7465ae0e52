"""A warm Chromium without a window, spoken to through DevTools on a pipe: nothing is installed beside the browser."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any


class Page:
    """A page of a browser without a window, 1080 x 1350. ``program`` is the browser; it keeps ``profile``, a folder."""

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

    def processor_seconds(self) -> float:
        """What all processes of the browser have taken up to now; Linux only."""
        return sum(map(_seconds, _family(self.process.pid)))


def _family(pid: int) -> Iterator[int]:
    yield pid
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        with suppress(OSError):
            for child in task.read_text().split():
                yield from _family(int(child))


def _seconds(pid: int) -> float:
    """What one process took, with its threads and children that have ended, in hundredths; 0 when it has gone."""
    with suppress(OSError):
        parts = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        return sum(map(int, parts[11:15])) / os.sysconf("SC_CLK_TCK")
    return 0.0
