"""SVG that templates ask for: icons, QR codes, illustrations.

Colours are written in: WeasyPrint knows no currentColor in inline SVG.
"""

from functools import cache, lru_cache
from html import escape
from importlib.resources import files
from io import BytesIO
from zipfile import ZipFile

import segno
from lucide import IconDoesNotExist
from markupsafe import Markup

from campaign.filling.views import ChannelView

QR_INK = "#0B1F3A"
QUIET_ZONE = 4  # modules, ISO/IEC 18004


@lru_cache(maxsize=512)
def icon(name: str, *, size: int = 24, color: str = "#0B1F3A", stroke: float = 2) -> Markup:
    """A Lucide icon as inline SVG, ``size`` px square. Raises lucide.IconDoesNotExist."""
    return Markup(
        f'<svg class="icon" aria-hidden="true" width="{size}" height="{size}" viewBox="0 0 24 24" fill="none" '
        f'stroke="{escape(color)}" stroke-width="{stroke:g}" stroke-linecap="round" stroke-linejoin="round">'
        f"{icon_shapes(name)}</svg>"
    )


@lru_cache(maxsize=512)
def icon_shapes(name: str) -> str:
    """What a Lucide icon is drawn of, on 24 × 24 units, without the ``<svg>`` around it."""
    try:
        drawn = _lucide().read(f"{name}.svg").decode()
    except KeyError:
        raise IconDoesNotExist(name) from None
    return drawn[drawn.index(">", drawn.index("<svg")) + 1 : drawn.rindex("</svg>")].strip()


@cache
def _lucide() -> ZipFile:
    """The package's archive, opened once: its directory alone takes 30 ms to read."""
    return ZipFile(BytesIO(files("lucide").joinpath("lucide.zip").read_bytes()))


def qr(channel: ChannelView, size: float = 176, color: str = QR_INK) -> Markup:
    """A QR code of a channel's address with its quiet zone, on white, ``size`` px square with the zone."""
    return qr_svg(channel.href, size, color)


@lru_cache(maxsize=256)
def qr_svg(payload: str, size: float, color: str = QR_INK) -> Markup:
    """Error level M at least; ``data-qr`` carries the payload for tests and checks."""
    code = segno.make(payload, error="m", micro=False)
    width = code.symbol_size(border=QUIET_ZONE)[0]
    stream = BytesIO()
    code.save(stream, kind="svg", border=QUIET_ZONE, dark=color, light="#ffffff", xmldecl=False, svgns=True,
              svgclass=None, lineclass=None, omitsize=True, nl=False)  # fmt: skip
    drawn = stream.getvalue().decode()
    inner = drawn[drawn.index(">") + 1 :]
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="qr" role="img" width="{size:g}" height="{size:g}" '
        f'viewBox="0 0 {width} {width}" shape-rendering="crispEdges" data-qr="{escape(payload)}">'
    )
    return Markup(head + inner)


def illustration(name: str, alt: str = "") -> Markup:
    """An image of ``assets/illustrations``; the medium reports one that is not there, with the template's line."""
    return Markup(f'<img src="assets/illustrations/{escape(name)}.svg" alt="{escape(alt)}">')
