"""What a JPEG or WebP says of itself wherever it goes: Exif for cameras' readers, XMP for everyone else's.

The notes are those of PNG ("Description", "Publisher", …, see ``png``), so that one picture says the same in each
file. No clock, no name of a tool: the same notes are the same bytes.
"""

from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

from PIL import Image

IMAGE_DESCRIPTION, ARTIST, EXIF_IFD, COLOR_SPACE = 0x010E, 0x013B, 0x8769, 0xA001
SRGB_SPACE = 1
NAMESPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "Iptc4xmpCore": "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/",
}


def exif_of(notes: Mapping[str, str]) -> bytes:
    """Description and author, and that the colours are sRGB.

    Text is UTF-8 under the type for ASCII, as everyone writes it; Exif 3's own type is read by hardly any program.
    """
    exif = Image.Exif()
    for tag, key in ((IMAGE_DESCRIPTION, "Description"), (ARTIST, "Author")):
        if notes.get(key):
            exif[tag] = notes[key].encode("utf-8")
    exif.get_ifd(EXIF_IFD)[COLOR_SPACE] = SRGB_SPACE
    return exif.tobytes()


def xmp_of(notes: Mapping[str, str], language: str) -> bytes:
    """An XMP packet with Dublin Core's description, publisher, creator, source and language, and IPTC's alt text.

    "Description" is the alt text; screen readers' makers look for it under IPTC's name.
    """
    description = _localised(notes.get("Description", ""), language)
    properties = (
        ("dc:description", description),
        ("Iptc4xmpCore:AltTextAccessibility", description),
        ("dc:publisher", _listed("Bag", notes.get("Publisher", ""))),
        ("dc:creator", _listed("Seq", notes.get("Author", ""))),
        ("dc:source", escape(notes.get("Source", ""))),
        ("dc:language", _listed("Bag", language)),
    )
    body = "".join(f"<{name}>{value}</{name}>" for name, value in properties if value)
    declared = "".join(f" xmlns:{prefix}={quoteattr(uri)}" for prefix, uri in NAMESPACES.items() if prefix != "rdf")
    packet = (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="{NAMESPACES["rdf"]}">'
        f'<rdf:Description rdf:about=""{declared}>{body}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>'
    )
    return packet.encode("utf-8")


def _listed(kind: str, text: str) -> str:
    return f"<rdf:{kind}><rdf:li>{escape(text)}</rdf:li></rdf:{kind}>" if text else ""


def _localised(text: str, language: str) -> str:
    """A text with its language; "x-default" is what programs show that do not choose, and XMP wants it first."""
    tags = ["x-default", language] if language else ["x-default"]
    items = "".join(f"<rdf:li xml:lang={quoteattr(tag)}>{escape(text)}</rdf:li>" for tag in tags)
    return f"<rdf:Alt>{items}</rdf:Alt>" if text else ""
