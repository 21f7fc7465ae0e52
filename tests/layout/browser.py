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
    (folder / "page.html").write_text(
        PAGE.format(css=css, fixtures="".join(framed(fixture, size) for fixture in fixtures)), "utf-8"
    )
    return _dumped(program, size, folder)


def _dumped(program: str, size: tuple[int, int], folder: Path) -> list[Boxes]:
    """What the page in the folder wrote into its result."""
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
        (folder / "page.html").as_uri(),
    ]
    run = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
    result = re.search(r'<pre id="result">(.*?)</pre>', run.stdout, re.DOTALL)
    assert result is not None, run.stdout[-2000:] + run.stderr[-2000:]
    return [[tuple(box) for box in boxes] for boxes in json.loads(entities.unescape(result[1]))]


PAGES = """<!doctype html><meta charset="utf-8"><body style="margin:0">
<script id="pages" type="application/json">{pages}</script><script>
async function measure() {{
  const frame = document.createElement("iframe");
  frame.style = "border:0;position:absolute;left:0;top:0;width:{width}px;height:{height}px";
  document.body.append(frame);
  const all = [];
  for (const page of JSON.parse(document.getElementById("pages").textContent)) {{
    const inside = frame.contentDocument;
    inside.open();
    inside.write(page);
    inside.close();
    const faces = [...inside.fonts].map(face => face.load());
    await Promise.all(faces);
    const shown = element => (!element.closest("svg") || element.tagName == "svg") && element.tagName != "STYLE";
    const elements = [inside.body, ...inside.body.querySelectorAll(":not(br)")].filter(shown);
    all.push(elements.map(element => {{
      const box = element.getBoundingClientRect();
      return [element.tagName.toLowerCase(), box.x, box.y, box.width, box.height];
    }}));
  }}
  const result = document.createElement("pre");
  result.id = "result";
  result.textContent = JSON.stringify(all);
  document.body.append(result);
}}
measure();
</script>"""


def measured_pages(program: str, pages: Sequence[str], size: tuple[int, int], folder: Path) -> list[Boxes]:
    """The same of whole pages, body first, each alone on a canvas; their fonts are loaded."""
    listed = json.dumps(pages).replace("<", "\\u003c")
    (folder / "page.html").write_text(PAGES.format(pages=listed, width=size[0], height=size[1]), "utf-8")
    return _dumped(program, size, folder)
