"""What Chromium makes of whole pictures: boxes, and where lines of text break, in one start of the browser."""

import html as entities
import json
import re
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

SCRIPT = """
const SHOWN = element => (!element.closest("svg") || element.tagName == "svg") && element.tagName != "STYLE";

function sized(elements, sizes) {
  let changed = 0;
  elements.forEach((element, index) => {
    const wanted = sizes[index];
    if (Math.abs(parseFloat(getComputedStyle(element).fontSize) - wanted) > 0.01) {
      element.style.fontSize = wanted + "px";
      changed += 1;
    }
  });
  return changed;
}

function block(node) {
  let element = node.parentElement;
  while (getComputedStyle(element).display == "inline") element = element.parentElement;
  return element;
}

function paragraphs(body) {
  const found = new Map();
  const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  const range = body.ownerDocument.createRange();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement.closest("svg, style")) continue;
    const around = block(node);
    for (let at = 0; at < node.length; at += 1) {
      if (!node.data[at].trim()) continue;
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const box = range.getBoundingClientRect();
      if (!box.width) continue;
      const middle = box.y + box.height / 2;
      const lines = found.get(around) || [];
      const last = lines[lines.length - 1];
      if (last && middle < last.middle + Math.min(box.height, last.height) / 2) last.text += node.data[at];
      else lines.push({ text: node.data[at], middle: middle, height: box.height });
      found.set(around, lines);
    }
  }
  return [...found.values()].map(lines => lines.map(line => line.text));
}

async function measure(cards) {
  const frame = document.createElement("iframe");
  document.body.append(frame);
  const all = [];
  for (const card of cards) {
    frame.style = `border:0;position:absolute;left:0;top:0;width:${card.width}px;height:${card.height}px`;
    const inside = frame.contentDocument;
    inside.open();
    inside.write(card.html);
    inside.close();
    await Promise.all([...inside.fonts].map(face => face.load()));
    await Promise.all([...inside.images].map(image => image.decode()));
    const elements = [inside.body, ...inside.body.querySelectorAll(":not(br)")].filter(SHOWN);
    const changed = sized(elements, card.sizes);
    const boxes = elements.map(element => {
      const box = element.getBoundingClientRect();
      return [box.x, box.y, box.width, box.height];
    });
    all.push({ boxes: boxes, paragraphs: paragraphs(inside.body), changed: changed });
  }
  const result = document.createElement("pre");
  result.id = "result";
  result.textContent = JSON.stringify(all);
  document.body.append(result);
}
measure(JSON.parse(document.getElementById("cards").textContent));
"""


@dataclass(frozen=True)
class Card:
    """A picture's page for the browser, and the font size of each of its elements, body first, as it was fitted."""

    html: str
    width: int
    height: int
    sizes: list[float]


@dataclass(frozen=True)
class Seen:
    """What the browser made of a card. ``changed`` is how many elements had to be told their font size."""

    boxes: list[list[float]]
    paragraphs: list[list[str]]
    changed: int


def seen(program: str, cards: Sequence[Card], folder: Path) -> list[Seen]:
    """Every card alone on its canvas, its fonts and pictures loaded."""
    listed = json.dumps([card.__dict__ for card in cards]).replace("<", "\\u003c")
    page = f'<!doctype html><meta charset="utf-8"><body><script id="cards" type="application/json">{listed}</script>'
    (folder / "cards.html").write_text(f"{page}<script>{SCRIPT}</script>", "utf-8")
    command = [
        program,
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--allow-file-access-from-files",
        "--hide-scrollbars",
        "--virtual-time-budget=60000",
        "--window-size=1200,2000",
        f"--user-data-dir={folder / 'profile'}",
        "--dump-dom",
        (folder / "cards.html").as_uri(),
    ]
    run = subprocess.run(command, capture_output=True, text=True, timeout=240, check=True)
    result = re.search(r'<pre id="result">(.*?)</pre>', run.stdout, re.DOTALL)
    assert result is not None, run.stdout[-1000:] + run.stderr[-2000:]
    return [Seen(**card) for card in json.loads(entities.unescape(result[1]))]
