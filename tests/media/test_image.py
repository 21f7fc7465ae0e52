"""Pictures from filled templates."""

import io
from dataclasses import replace
from datetime import date

import pytest
import zxingcpp
from PIL import Image

from campaign.filling.graphics import icon, qr_svg
from campaign.media.image import make
from campaign.model.campaign import Campaign, Format, Language, Platform, Settings
from campaign.model.library import Library
from campaign.model.message import Message, Section
from campaign.model.work import Filled, Job, Made, Workshop

STYLE = """\
body { font-family: Manrope; font-weight: 500; color: #0B1F3A; background: #FFFBF2; margin: 0 }
.card { width: 100vw; height: 100vh; box-sizing: border-box; padding: 60px }
.card { display: flex; flex-direction: column; gap: 24px }
h1 { font-size: 72px; font-weight: 800; line-height: 1.1; margin: 0; --fit-min: 40px; --fit-lines: 2 }
p { font-size: 32px; margin: 0 }
.pale { color: #C9BFA9 }
svg, img { display: block }
"""
OPEN = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8">'
LIBRARY = {
    "templates/social/base.css": STYLE.encode(),
    "assets/illustrations/sun.svg": f'{OPEN}<circle cx="4" cy="4" r="4" fill="#FFC72C"/></svg>'.encode(),
    "assets/illustrations/words.svg": f"{OPEN}<text>A</text></svg>".encode(),
}
FORMAT = Format.model_validate(
    {
        "name": "square",
        "family": "social",
        "title": "Square",
        "medium": "image",
        "files": ["png"],
        "template": "tactic.html",
        "width": 600,
        "height": 600,
        "platform": "feed",
        "accepts": ["tactic"],
    }
)
TITLE = "Gaji besar, langsung berangkat?"
MESSAGE = Message(
    slug="high-pay",
    language="jv",
    kind="tactic",
    file="content/tactics/high-pay.jv.md",
    title=TITLE,
    summary="",
    code="UJI-1",
    version=1,
    updated=date(2026, 11, 22),
    call="c",
    check="c",
    lines=(("title", 2),),
    sections=(Section("warning-signs", "Tandha", (), (), (), True, 9),),
)


def workshop(**platform: object) -> Workshop:
    feed = {"id": "feed", "name": "Feed", "source": "uji", "source-date": "2026-01-01", **platform}
    settings = Settings(
        id="uji",
        name={"*": "Kampanye Uji"},
        publisher={"*": "Kantor Uji"},
        languages=(Language(tag="id", name="Bahasa Indonesia"), Language(tag="jv", name="Basa Jawa", fallback="id")),
    )
    messages = {("high-pay", "jv"): MESSAGE}
    campaign = Campaign(settings, {}, {}, {"feed": Platform.model_validate(feed)}, {}, {}, messages, {}, {})
    return Workshop(campaign, Library(LIBRARY), date(2026, 11, 22))


def filled(body: str, format: Format = FORMAT) -> Filled:
    job = Job("jv/high-pay/square.png", format, "png", "high-pay", "jv")
    page = f'<!doctype html><html lang="jv"><body><div class="card">{body}</div></body></html>'
    return Filled(
        job=job,
        template="templates/social/tactic.html",
        body=page,
        styles=("templates/social/base.css",),
        channels=(),
        facts=(),
        sources=("KP2MI, 2025",),
        alt="Gambar: awas",
        caption="",
        draft="",
        file=MESSAGE.file,
        line=1,
        made_from=(),
    )


def made(body: str, format: Format = FORMAT, **platform: object) -> Made:
    return make(filled(body, format), workshop(**platform))


def made_as(extension: str, body: str, format: Format = FORMAT, **platform: object) -> Made:
    """The same as a file of another kind."""
    page = filled(body, format)
    job = replace(page.job, extension=extension, path=f"jv/high-pay/square.{extension}")
    return make(replace(page, job=job), workshop(**platform))


def image(result: Made) -> Image.Image:
    assert result.problems == ()
    picture = Image.open(io.BytesIO(result.data))
    picture.load()
    return picture


def test_a_page_becomes_a_picture_of_the_formats_size() -> None:
    """PNG in RGB; the result says what it is."""
    result = made(f"<h1>{TITLE}</h1>")
    picture = image(result)
    assert (picture.format, picture.mode, picture.size) == ("PNG", "RGB", (600, 600))
    assert (result.media_type, result.width, result.height) == ("image/png", 600, 600)
    assert picture.getpixel((5, 5)) == (0xFF, 0xFB, 0xF2)
    assert picture.crop((60, 60, 540, 240)).getextrema()[0][0] == 0x0B


def test_a_picture_says_what_it_shows() -> None:
    """Alternative text, publisher, sources and language are in the file."""
    notes = image(made(f"<h1>{TITLE}</h1>")).text  # type: ignore[attr-defined]
    assert notes == {
        "Description": "Gambar: awas",
        "Author": "Kantor Uji",
        "Publisher": "Kantor Uji",
        "Source": "KP2MI, 2025",
        "Language": "jv",
    }


def test_codes_can_be_scanned() -> None:
    """A QR code at its smallest size decodes to its address."""
    address = "https://siskop2mi.bp2mi.go.id/lowongan/list"
    codes = zxingcpp.read_barcodes(image(made(f"<p>Cek</p>{qr_svg(address, 205)}")))
    assert [code.text for code in codes] == [address]


@pytest.mark.parametrize("extension", ["png", "jpg", "webp"])
def test_the_same_job_gives_the_same_bytes(extension: str) -> None:
    """Twice, with icons, codes and illustrations in it."""
    body = f"<h1>{TITLE}</h1>{icon('shield-check', size=60)}{qr_svg('https://kp2mi.go.id', 165)}"
    body += '<img src="assets/illustrations/sun.svg" alt="" style="width: 80px; height: 80px">'
    assert made_as(extension, body).data == made_as(extension, body).data != b""


def test_illustrations_come_from_the_library() -> None:
    """A drawing of the library is painted where the template puts it."""
    picture = image(made('<img src="assets/illustrations/sun.svg" alt="" style="width: 80px; height: 80px">'))
    assert picture.getpixel((100, 100)) == (0xFF, 0xC7, 0x2C)


def test_a_drawing_with_letters_is_refused_by_its_name() -> None:
    """What is wrong with an illustration is a problem of its file."""
    result = made('<img src="assets/illustrations/words.svg" alt="" style="width: 80px; height: 80px">')
    [problem] = result.problems
    assert (problem.code, problem.file, result.data) == ("SV002", "assets/illustrations/words.svg", b"")


def test_copy_that_does_not_fit_names_its_line_format_and_language() -> None:
    """A title that is too long is a problem of the content file, at the title."""
    result = made(f'<h1 data-field="title">{TITLE * 6}</h1>')
    [problem] = result.problems
    assert (problem.code, problem.file, problem.line) == ("FT001", "content/tactics/high-pay.jv.md", 2)
    assert "title" in problem.message and problem.message.endswith("(square, Basa Jawa)")
    assert result.data == b""


def test_a_section_that_does_not_fit_is_found_by_its_heading() -> None:
    """data-field may name a section."""
    text = " ".join(["lowongan"] * 300)
    [problem] = made(f'<p data-field="warning-signs">{text}</p>').problems
    assert (problem.file, problem.line) == ("content/tactics/high-pay.jv.md", 9)


def test_pale_text_is_the_templates_problem() -> None:
    """Contrast is measured on the picture, and reported at the template."""
    [problem] = made('<p class="pale">Sumber: KP2MI</p>').problems
    assert (problem.code, problem.file) == ("CT001", "templates/social/tactic.html")
    assert "#C9BFA9" in problem.message and problem.message.endswith("(square, Basa Jawa)")


@pytest.mark.parametrize(
    ("width", "size", "fits"), [(1080, 24, True), (1080, 23, False), (600, 20, True), (600, 19, False)]
)
def test_text_has_a_smallest_size(width: int, size: int, fits: bool) -> None:
    """24 px on a canvas of 1080 px and more, 20 px on smaller ones."""
    format = FORMAT.model_copy(update={"width": width, "height": 600})
    result = made(f'<p style="font-size: {size}px">Sumber: KP2MI</p>', format)
    assert (result.problems == ()) is fits
    assert (result.data != b"") is fits


def test_the_platforms_buttons_cover_no_text() -> None:
    """Insets are shares of the canvas's sides: a third at the top is 200 px of 600."""
    high, low = "<p>Sumber</p>", '<div style="height: 150px"></div><p>Sumber</p>'
    assert made(high).problems == ()
    assert made(high, **{"safe-top": 1 / 3}).problems != ()
    assert made(low, **{"safe-top": 1 / 3}).problems == ()


def test_a_picture_is_no_heavier_than_its_platform_takes() -> None:
    """Over the platform's limit there is no picture, but a problem with both numbers."""
    size = len(made(f"<h1>{TITLE}</h1>").data)
    assert made(f"<h1>{TITLE}</h1>", **{"max-bytes": size}).data != b""
    result = made(f"<h1>{TITLE}</h1>", **{"max-bytes": size - 1})
    [problem] = result.problems
    assert (problem.code, result.data) == ("IM004", b"")
    assert f"has {size:,} bytes" in problem.message


@pytest.mark.parametrize(
    ("extension", "kind", "media_type"), [("jpg", "JPEG", "image/jpeg"), ("webp", "WEBP", "image/webp")]
)
def test_the_extension_is_the_kind_of_file(extension: str, kind: str, media_type: str) -> None:
    """JPEG and WebP as well, of the same size, saying the same of themselves."""
    result = made_as(extension, f"<h1>{TITLE}</h1>")
    picture = image(result)
    assert (picture.format, result.media_type, picture.size) == (kind, media_type, (600, 600))
    assert "Gambar: awas" in picture.info["xmp"].decode() and "Kantor Uji" in picture.info["xmp"].decode()


def test_an_unknown_kind_of_file_is_the_formats_problem() -> None:
    """At the format's line, with what may stand there."""
    result = made_as("bmp", "<p>Cek</p>", FORMAT.model_copy(update={"line": 7}))
    [problem] = result.problems
    assert (problem.code, problem.file, problem.line) == ("IM005", "templates/social/format.yaml", 7)
    assert ".bmp" in problem.message and "png, jpg, webp" in problem.hint


def test_a_jpeg_gives_up_quality_to_keep_a_limit() -> None:
    """The format's limit, or the platform's where that is lower."""
    free = len(made_as("jpg", f"<h1>{TITLE}</h1>").data)
    tight = FORMAT.model_copy(update={"max_bytes": free - 500})
    by_format = made_as("jpg", f"<h1>{TITLE}</h1>", tight, **{"max-bytes": free})
    by_platform = made_as("jpg", f"<h1>{TITLE}</h1>", tight, **{"max-bytes": free - 1500})
    assert image(by_format).size == image(by_platform).size == (600, 600)
    assert free - 1500 < len(by_format.data) <= free - 500
    assert len(by_platform.data) <= free - 1500


def test_a_jpeg_that_would_be_ugly_is_a_problem() -> None:
    """Below the coarsest quality there is no file; the problem says whose limit it was."""
    result = made_as("jpg", f"<h1>{TITLE}</h1>", FORMAT.model_copy(update={"max_bytes": 3000}), **{"max-bytes": 9000})
    [problem] = result.problems
    assert (problem.code, result.data) == ("IM004", b"")
    assert "the format square takes 3,000 at most" in problem.message


def test_all_problems_of_a_picture_come_at_once() -> None:
    """Two pale lines are two problems."""
    result = made('<p class="pale">Sumber</p><p class="pale">Tanggal</p>')
    assert [problem.code for problem in result.problems] == ["CT001", "CT001"]


def test_a_format_without_a_size_is_refused() -> None:
    """An image needs width and height in px: the format's file says so, at its line."""
    format = FORMAT.model_copy(update={"height": None, "line": 7})
    [problem] = made("<p>Sumber</p>", format).problems
    assert (problem.code, problem.file, problem.line) == ("IM001", "templates/social/format.yaml", 7)


def test_a_format_without_a_platform_has_the_whole_canvas() -> None:
    """Nothing covers it, and nothing limits its bytes."""
    format = FORMAT.model_copy(update={"platform": ""})
    result = make(replace(filled("<p>Sumber</p>"), job=Job("a.png", format, "png", "x", "jv")), workshop())
    assert result.problems == () and result.data


def test_spaced_letters_are_measured_without_ligatures():
    """Manrope's fi is one glyph; with letter spacing it is two, in measuring as in painting."""
    from campaign.layout.commands import Font
    from campaign.layout.ruler import Ruler
    from campaign.painting.fonts import bundled_fonts

    ruler, font = Ruler(bundled_fonts()), Font("Manrope", 800, 72)
    spaced = ruler.advance("Letter offer fits tt", font, -1.8)
    assert spaced == pytest.approx(bundled_fonts().advance("Letter offer fits tt", font, False) - 20 * 1.8)
    assert spaced > ruler.advance("Letter offer fits tt", font, 0.0) - 20 * 1.8
