"""What Chromium makes of pages: the boxes of many fixtures, in one start of the browser."""

import html as entities
import json
import re
import subprocess
from collections.abc import Sequence
from pathlib import Path

PAGE = """<!doctype html><meta charset="utf-8"><style>{css}</style><body>{fixtures}<script>
document.fonts.ready.then(() => {{
  const seen = element => !element.closest("svg") || element.tagName == "svg";
  const sides = element => {{
    const box = element.getBoundingClientRect();
    return [element.tagName.toLowerCase(), box.x, box.y, box.width, box.height];
  }};
  const boxes = [...document.querySelectorAll(".fixture")].map(
    fixture => [...fixture.querySelectorAll(":not(br)")].filter(seen).map(sides));
  const result = document.createElement("pre");
  result.id = "result";
  result.textContent = JSON.stringify(boxes);
  document.body.append(result);
}});
</script>"""

Boxes = list[tuple[str, float, float, float, float]]


def framed(fixture: str, size: tuple[int, int]) -> str:
    """The fixture in a corner of the page: all lie over each other, and none moves another."""
    width, height = size
    style = f"position:absolute;left:0;top:0;width:{width}px;height:{height}px"
    return f'<div class="fixture" style="{style}">{fixture}</div>'


def measured(program: str, fixtures: Sequence[str], css: str, size: tuple[int, int], folder: Path) -> list[Boxes]:
    """The tag and border box of every element of each fixture, in document order, px."""
    page = folder / "page.html"
    page.write_text(PAGE.format(css=css, fixtures="".join(framed(fixture, size) for fixture in fixtures)), "utf-8")
    command = [
        program,
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--allow-file-access-from-files",
        "--hide-scrollbars",
        "--virtual-time-budget=5000",
        f"--window-size={size[0]},{size[1]}",
        f"--user-data-dir={folder / 'profile'}",
        "--dump-dom",
        page.as_uri(),
    ]
    run = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
    result = re.search(r'<pre id="result">(.*?)</pre>', run.stdout, re.DOTALL)
    assert result is not None, run.stdout[-2000:] + run.stderr[-2000:]
    return [[tuple(box) for box in boxes] for boxes in json.loads(entities.unescape(result[1]))]
