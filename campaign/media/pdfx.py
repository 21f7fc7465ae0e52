"""What makes a PDF a PDF/X-4: which press it is for, and that it says so (ISO 15930-7).

The profile of the press is inside the file (the output intent), so that a print shop sees the colours that were meant.
Dates and identifiers come from the content: the same leaflet has the same bytes on any day.
"""

import uuid
from datetime import date
from typing import Any
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from campaign.media.inks import Inks

VERSION = "PDF/X-4"
PDF = "1.6"  # what PDF/X-4 is a part of
XMP = """\
<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" \
xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" \
xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<pdf:Producer>{producer}</pdf:Producer>
<pdf:Trapped>False</pdf:Trapped>
<pdfxid:GTS_PDFXVersion>{version}</pdfxid:GTS_PDFXVersion>
<xmp:CreateDate>{day}T00:00:00Z</xmp:CreateDate>
<xmp:ModifyDate>{day}T00:00:00Z</xmp:ModifyDate>
<xmp:MetadataDate>{day}T00:00:00Z</xmp:MetadataDate>
<xmpMM:DocumentID>uuid:{document}</xmpMM:DocumentID>
<xmpMM:InstanceID>uuid:{instance}</xmpMM:InstanceID>
<xmpMM:RenditionClass>default</xmpMM:RenditionClass>
<xmpMM:VersionID>1</xmpMM:VersionID>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>
"""


def declare(pdf: pikepdf.Pdf, inks: Inks, day: date, digest: bytes) -> None:
    """Embed the press's profile and write the metadata. ``day`` is when the content was changed; the identifiers are
    made from ``digest``, of 32 bytes."""
    profile = pdf.make_stream(inks.packed, N=4, Alternate=Name.DeviceCMYK, Filter=Name.FlateDecode)
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFX,
        OutputConditionIdentifier=String("Custom"),
        OutputCondition=String(inks.name),
        Info=String(inks.name),
        DestOutputProfile=profile,
    )
    pdf.Root.OutputIntents = Array([pdf.make_indirect(intent)])
    info: Any = pdf.docinfo
    title, producer = str(info.get("/Title", "")), str(info.get("/Producer", ""))
    for name in ("/CreationDate", "/ModDate"):
        info[name] = String(f"D:{day:%Y%m%d}000000Z")
    info["/Creator"] = String("campaign")
    info["/Trapped"] = Name("/False")
    info["/GTS_PDFXVersion"] = String(VERSION)
    xmp = XMP.format(
        title=escape(title),
        producer=escape(producer),
        version=VERSION,
        day=day.isoformat(),
        document=uuid.UUID(bytes=digest[:16]),
        instance=uuid.UUID(bytes=digest[16:]),
    )
    pdf.Root.Metadata = pdf.make_stream(xmp.encode(), Type=Name.Metadata, Subtype=Name.XML)
