"""A finished PDF opened again, and what stands in it as plain values. Nothing comes from the program that made it."""

import re
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from typing import Any

import numpy as np
import pikepdf
from pikepdf import Array, Dictionary, Stream
from PIL import Image

from campaign.media.painted_colours import Colour, colours, has_missing_glyph, spaces_of
from campaign.media.placed_pictures import PlacedPicture, pictures_on

POINTS = 72 / 25.4  # per mm
SCREEN = (b"/DeviceRGB", b"/CalRGB", b"/Lab ")
ENDS = re.compile(rb"/C[01] \[ ([^\]]*) \]")  # of a gradient's function
LOOKED_AT = 1000  # pixels along a picture's longer side: ink that does not dry is a matter of areas
Box = tuple[float, float, float, float]  # left, bottom, right, top: mm


@dataclass(frozen=True, slots=True)
class FinishedPage:
    """``boxes`` by their names; ``links`` are its annotations; ``group`` the space in which transparency is mixed."""

    boxes: dict[str, Box]
    links: int
    group: str
    pictures: tuple[PlacedPicture, ...]


@dataclass(frozen=True, slots=True)
class Tagged:
    """An element of the structure: what it is, and whether it has what its kind needs."""

    kind: str  # "H2", "Figure", "TH"
    described: bool  # has an alternative text
    scoped: bool  # says which cells a header belongs to


class FinishedFile:
    """A PDF's bytes, read once. Raises pikepdf.PdfError for what is no PDF."""

    def __init__(self, data: bytes) -> None:
        self._pdf = pikepdf.open(BytesIO(data))
        self._objects = list(self._pdf.objects)
        self._root: Any = self._pdf.Root
        self._info: Any = self._pdf.trailer.get("/Info", Dictionary())
        self.pages = tuple(_page(page) for page in self._pdf.pages)

    @property
    def language(self) -> str:
        return str(self._root.get("/Lang", ""))

    @property
    def title(self) -> str:
        return str(self._info.get("/Title", ""))

    @cached_property
    def metadata(self) -> bytes:
        """The XMP packet."""
        return bytes(self._root.Metadata.read_bytes()) if "/Metadata" in self._root else b""

    @property
    def trapped(self) -> str:
        return str(self._info.get("/Trapped", ""))

    @property
    def intent(self) -> tuple[str, bytes]:
        """What the file was made for: the kind of output intent and the head of its embedded profile."""
        for intent in self._root.get("/OutputIntents", ()):
            profile = intent.get("/DestOutputProfile")
            return str(intent.get("/S", "")), _head(profile) if profile is not None else b""
        return "", b""

    @cached_property
    def fonts(self) -> dict[str, bool]:
        """Each font's name, and whether it is inside the file."""
        found = {}
        for thing in self._objects:
            if isinstance(thing, Dictionary) and thing.get("/Type") == "/FontDescriptor":
                found[str(thing.FontName)] = any(f"/FontFile{end}" in thing for end in ("", "2", "3"))
            elif isinstance(thing, Dictionary) and thing.get("/Type") == "/Font" and "/BaseFont" in thing:
                found.setdefault(str(thing.BaseFont), "/DescendantFonts" in thing or "/FontDescriptor" in thing)
        return found

    @cached_property
    def _drawings(self) -> tuple[tuple[bytes, frozenset[tuple[str, str]]], ...]:
        """Every stream that may paint, with the colour spaces that it may name."""
        found = []
        for page in self._pdf.pages:
            content = page.Contents
            parts = content if isinstance(content, Array) else [content]
            found.append(
                (b"\n".join(part.read_bytes() for part in parts), frozenset(spaces_of(page.get("/Resources"))))
            )
        for thing in self._objects:
            if isinstance(thing, Stream) and ("/BBox" in thing or thing.get("/PatternType") == 1):
                found.append((thing.read_bytes(), frozenset(spaces_of(thing.get("/Resources")))))
            elif isinstance(thing, Dictionary) and "/CharProcs" in thing:
                found += [(glyph.read_bytes(), frozenset()) for glyph in thing.CharProcs.values()]
        return tuple(found)

    @cached_property
    def colours(self) -> frozenset[Colour]:
        """All that anything is painted with, in every page, form, pattern and glyph."""
        return frozenset().union(*(colours(content, spaces) for content, spaces in self._drawings))

    @cached_property
    def _dictionaries(self) -> tuple[tuple[Any, bytes], ...]:
        """Every object without what its streams hold, as PDF writes it."""
        return tuple((thing, _dictionary(thing)) for thing in self._objects)

    @cached_property
    def gradient_inks(self) -> frozenset[tuple[float, ...]]:
        """The colours between which gradients run."""
        ends = (end for _, written in self._dictionaries for end in ENDS.findall(written))
        return frozenset(tuple(float(part) for part in end.split()) for end in ends)

    @cached_property
    def screen_colours(self) -> tuple[str, ...]:
        """What still has colours of a screen, apart from drawings' operators: “a picture”, “a gradient”, …"""
        found = (_what(thing) for thing, written in self._dictionaries if _is_of_screen(thing, written))
        return tuple(dict.fromkeys(found))

    @cached_property
    def most_ink_in_pictures(self) -> float:
        """The most of four inks on top of each other in a picture, 1 each, over areas of a few dots."""
        pictures = (thing for thing in self._objects if isinstance(thing, Stream) and _is_of_inks(thing))
        return max((_most_ink(pikepdf.PdfImage(picture).as_pil_image()) for picture in pictures), default=0.0)

    @property
    def missing_glyph(self) -> bool:
        return any(has_missing_glyph(content) for content, _ in self._drawings)

    @cached_property
    def structure(self) -> tuple[Tagged, ...]:
        """The tags in reading order; none when the file is not tagged."""
        root = self._root.get("/StructTreeRoot")
        marked = bool(self._root.get("/MarkInfo", Dictionary()).get("/Marked", False))
        return tuple(_tags(root.get("/K"))) if root is not None and marked else ()


def _page(page: Any) -> FinishedPage:
    names = ("MediaBox", "CropBox", "BleedBox", "TrimBox", "ArtBox")
    boxes = {name: _box(page.obj[f"/{name}"]) for name in names if f"/{name}" in page.obj}
    boxes.setdefault("MediaBox", _box(page.mediabox))
    group = str(page.obj.get("/Group", {}).get("/CS", ""))
    return FinishedPage(boxes, len(page.obj.get("/Annots", ())), group, tuple(pictures_on(page)))


def _head(profile: Stream) -> bytes:
    """The first 128 bytes of a profile, without unpacking all of it."""
    if profile.get("/Filter") == "/FlateDecode" and "/DecodeParms" not in profile:
        with suppress(zlib.error):
            return zlib.decompressobj().decompress(profile.read_raw_bytes(), 128)
    return bytes(profile.read_bytes()[:128])


def _box(edges: Any) -> Box:
    left, bottom, right, top = (float(edge) / POINTS for edge in edges)
    return (left, bottom, right, top)


def _dictionary(thing: Any) -> bytes:
    written: bytes = (thing.stream_dict if isinstance(thing, Stream) else thing).unparse(resolved=True)
    return written


def _is_of_screen(thing: Any, written: bytes) -> bool:
    if b"/N 3" in written and isinstance(thing, Stream) and thing.get("/N") == 3 and "/Type" not in thing:
        return True  # an ICC profile of three colours
    return any(space in written for space in SCREEN)


def _is_of_inks(thing: Any) -> bool:
    return bool(thing.get("/Subtype") == "/Image" and thing.get("/ColorSpace") == "/DeviceCMYK")


def _most_ink(picture: Image.Image) -> float:
    side = max(picture.size) // LOOKED_AT
    inks = np.asarray(picture.reduce(side) if side > 1 else picture, dtype=np.float32)
    return float(inks.sum(axis=-1).max() / 255)


def _what(thing: Any) -> str:
    if "/ShadingType" in thing:
        return "a gradient"
    if thing.get("/Subtype") == "/Image":
        return "a picture"
    if "/Group" in thing:
        return "a group of transparent things"
    return "a colour space" if isinstance(thing, Array | Stream) else "its resources"


def _tags(kid: Any) -> Iterator[Tagged]:
    if isinstance(kid, Array):
        for one in kid:
            yield from _tags(one)
    elif isinstance(kid, Dictionary) and "/S" in kid:
        kind = str(kid.S)[1:]
        needs = kind in ("Figure", "TH")
        yield Tagged(kind, needs and bool(str(kid.get("/Alt", ""))), needs and _has_scope(kid.get("/A")))
        yield from _tags(kid.get("/K"))


def _has_scope(attributes: Any) -> bool:
    several = attributes if isinstance(attributes, Array) else [attributes]
    return any(isinstance(one, Dictionary) and "/Scope" in one for one in several)
