"""The same card as a script would draw it with Pillow alone: fixed places, no layout, Pillow's own shaping."""

import io
from functools import cache
from typing import Any

import resvg_py
import timing
from PIL import Image, ImageDraw, ImageFont

WIDTH, HEIGHT, MARGIN = 1080, 1350, 64
PAPER, WASH, WHITE, INK, SOFT, MUTE = "#fffbf2", "#f4ecdc", "#ffffff", "#0b1f3a", "#24344f", "#4f5b70"
WARN, MARK, SAFE = "#c8102e", "#ffc72c", "#0b6e4f"


@cache
def font(weight: int, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(timing.folder() / "fonts" / f"{weight}.ttf", size)


@cache
def drawing(svg: str, size: int) -> Image.Image:
    png = bytes(resvg_py.svg_to_bytes(svg_string=svg, width=size, height=size))
    return Image.open(io.BytesIO(png)).convert("RGBA")


def lines_of(text: str, face: ImageFont.FreeTypeFont, width: float) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and face.getlength(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def paragraph(
    pen: ImageDraw.ImageDraw,
    at: tuple[float, float],
    text: str,
    width: float,
    weight: int,
    size: int,
    ink: str,
    leading: float,
) -> float:
    """Set text and return where the next begins."""
    x, y = at
    for line in lines_of(text, font(weight, size), width):
        pen.text((x, y), line, ink, font(weight, size))
        y += size * leading
    return y


def headline(pen: ImageDraw.ImageDraw, text: str, y: float) -> float:
    size = next(s for s in range(104, 50, -2) if len(lines_of(text, font(800, s), 952)) <= 2 or s <= 60)
    return paragraph(pen, (MARGIN, y), text, 952, 800, size, INK, 1.06)


def chat(pen: ImageDraw.ImageDraw, card: Any, y: float) -> float:
    rows: list[list[tuple[str, bool, float]]] = [[]]
    x = 0.0
    for word, marked in card["lure"]:
        width = font(800 if marked else 500, 36).getlength(word)
        if x + width > 850:
            rows.append([])
            x = 0.0
        rows[-1].append((word, marked, x))
        x += width + 10
    bottom = y + 110 + 54 * len(rows)
    pen.rounded_rectangle((MARGIN, y, WIDTH - MARGIN, bottom), 28, WASH)
    pen.ellipse((88, y + 18, 132, y + 62), "#a89b80")
    pen.text((146, y + 22), card["sender"], MUTE, font(500, 28))
    pen.rounded_rectangle((88, y + 74, WIDTH - 88, bottom - 20), 28, WHITE)
    for number, row in enumerate(rows):
        top = y + 84 + 54 * number
        for word, marked, left in row:
            face = font(800 if marked else 500, 36)
            if marked:
                pen.rounded_rectangle((108 + left, top + 2, 124 + left + face.getlength(word), top + 50), 6, MARK)
            pen.text((116 + left, top), word, INK, face)
    return bottom


def draw(card: Any) -> bytes:
    picture = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, 0, WIDTH, 48), MARK)
    pen.text((MARGIN, 6), card["strip"], INK, font(800, 26))
    pen.rounded_rectangle((MARGIN, 84, MARGIN + 110 + font(800, 32).getlength(card["tag"]), 146), 12, WARN)
    icon = drawing(card["tag-svg"], 36)
    picture.paste(icon, (84, 97), icon)
    pen.text((134, 93), card["tag"], WHITE, font(800, 32))
    paragraph(pen, (720, 84), card["publisher"], 300, 500, 26, MUTE, 1.25)
    y = chat(pen, card, headline(pen, card["title"], 172) + 30) + 24
    for number, (title, text) in enumerate(card["signs"], 1):
        pen.ellipse((MARGIN, y, MARGIN + 64, y + 64), WARN)
        pen.text((MARGIN + 32, y + 32), str(number), WHITE, font(800, 34), anchor="mm")
        after = paragraph(pen, (152, y), title, 864, 800, 42, INK, 1.15)
        y = max(paragraph(pen, (152, after), text, 864, 500, 32, SOFT, 1.36), y + 64) + 18
    pen.rounded_rectangle((MARGIN, 1052, WIDTH - MARGIN, 1264), 28, SAFE)
    icon = drawing(card["label-svg"], 34)
    picture.paste(icon, (100, 1076), icon)
    pen.text((146, 1073), card["label"], WHITE, font(800, 28))
    pen.text((100, 1106), card["value"], WHITE, font(800, 80))
    pen.text((100, 1200), card["who"], WHITE, font(500, 22))
    pen.text((100, 1228), card["where"], WHITE, font(500, 22))
    picture.paste(drawing(card["code-svg"], 176), (818, 1070))
    pen.text((MARGIN, 1290), card["from"], MUTE, font(500, 24))
    pen.text((WIDTH - MARGIN, 1290), card["imprint"], MUTE, font(500, 24), anchor="ra")
    file = io.BytesIO()
    picture.save(file, "PNG", compress_level=1)
    return file.getvalue()


timing.run("pillow", timing.material()["cards"], draw)
