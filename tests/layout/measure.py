"""Measures ``flex_cases.py`` in Chromium and writes ``flex_measured.json``: ``python tests/layout/measure.py``."""

import json
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from layout.browser import measured  # noqa: E402 - the path is set above
from layout.flex_cases import CASES, html  # noqa: E402

SIZE = (400, 300)
CSS = "body { margin: 0; }"


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        found = measured("chromium", [html(case) for case in CASES], CSS, SIZE, Path(folder))
    lines = [
        f"{json.dumps(case)}: {json.dumps([[round(side, 2) for side in box[1:]] for box in boxes])}"
        for case, boxes in zip(CASES, found, strict=True)
    ]
    (HERE / "flex_measured.json").write_text("{\n" + ",\n".join(lines) + "\n}\n", "utf-8")


if __name__ == "__main__":
    main()
