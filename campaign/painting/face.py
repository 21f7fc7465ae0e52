"""One face of a font file, as HarfBuzz reads it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import uharfbuzz as hb

FAMILY_NAME = 1  # the OpenType name that tells a collection's faces apart


@dataclass(frozen=True, eq=False)
class Face:
    """One face. Lengths are in font units, ``upem`` to the em; ``harfbuzz`` is its ``uharfbuzz.Font``."""

    name: str
    weight: int
    harfbuzz: Any
    upem: int
    ascent: int
    descent: int  # positive
    x_height: int

    @classmethod
    def of(cls, name: str, data: bytes) -> "Face":
        """Reads a TrueType or OpenType file."""
        return cls._made(name, hb.Face(data))

    @classmethod
    def from_file(cls, path: Path, family: str = "") -> "Face":
        """A face of a font file, left on the disk until it is used; ``family`` chooses one of a collection."""
        blob = hb.Blob.from_file_path(str(path))
        faces = (hb.Face(blob, index) for index in range(hb.Face(blob, 0).count if family else 1))
        chosen = next((face for face in faces if not family or face.get_name(FAMILY_NAME) == family), hb.Face(blob, 0))
        return cls._made(family or path.stem, chosen)

    @classmethod
    def _made(cls, name: str, face: Any) -> "Face":
        font = hb.Font(face)
        extents = font.get_font_extents("ltr")  # hhea, or typo where the font says so: what browsers take
        return cls(
            name=name,
            weight=round(font.get_style_value(hb.StyleTag.WEIGHT)),
            harfbuzz=font,
            upem=face.upem,
            ascent=extents.ascender,
            descent=-extents.descender,
            x_height=font.get_metric_position_with_fallback(hb.OTMetricsTag.X_HEIGHT),
        )

    def covers(self, text: str) -> bool:
        """Whether the face has a glyph for every character."""
        return all(self.harfbuzz.get_nominal_glyph(ord(character)) is not None for character in text)

    def reach(self, glyph: int) -> tuple[float, float]:
        """How far a glyph's ink reaches above the baseline and below it, ems; never negative."""
        extents = self.harfbuzz.get_glyph_extents(glyph)
        if extents is None or not extents.height:
            return 0.0, 0.0
        top, bottom = extents.y_bearing, extents.y_bearing + extents.height
        return max(top, 0) / self.upem, max(-bottom, 0) / self.upem
