"""Noto fonts that this machine has: found by their file names, only when a text needs a letter that Manrope lacks."""

import os
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache
from pathlib import Path

from campaign.painting.face import Face

BOLD_FROM = 600  # from this CSS weight on letters are set in Bold, below in Regular: Noto's two weights everywhere

# For each script (ISO 15924), the families to look for, best first, as their files begin.
FAMILIES: dict[str, tuple[str, ...]] = {
    "Arab": ("NotoSansArabic", "NotoNaskhArabic"),
    "Armn": ("NotoSansArmenian",),
    "Bali": ("NotoSansBalinese", "NotoSerifBalinese"),
    "Beng": ("NotoSansBengali",),
    "Cyrl": ("NotoSans",),
    "Deva": ("NotoSansDevanagari",),
    "Ethi": ("NotoSansEthiopic",),
    "Geor": ("NotoSansGeorgian",),
    "Grek": ("NotoSans",),
    "Gujr": ("NotoSansGujarati",),
    "Guru": ("NotoSansGurmukhi",),
    "Hebr": ("NotoSansHebrew",),
    "Java": ("NotoSansJavanese",),
    "Khmr": ("NotoSansKhmer",),
    "Knda": ("NotoSansKannada",),
    "Laoo": ("NotoSansLao",),
    "Latn": ("NotoSans",),
    "Mlym": ("NotoSansMalayalam",),
    "Mong": ("NotoSansMongolian",),
    "Mymr": ("NotoSansMyanmar",),
    "Nkoo": ("NotoSansNKo",),
    "Orya": ("NotoSansOriya",),
    "Sinh": ("NotoSansSinhala",),
    "Sund": ("NotoSansSundanese",),
    "Syrc": ("NotoSansSyriac",),
    "Taml": ("NotoSansTamil",),
    "Telu": ("NotoSansTelugu",),
    "Thaa": ("NotoSansThaana",),
    "Thai": ("NotoSansThai",),
    "Tibt": ("NotoSerifTibetan",),
}
CHINESE = ("JP", "KR", "SC", "TC", "HK")
SHARED = ("NotoSans",)  # marks and signs that belong to no script


class InstalledFonts:
    """The Noto faces below some folders. Nothing is read before the first question; what was read is kept."""

    def __init__(self, folders: Iterable[Path]) -> None:
        self._folders = tuple(folders)
        self._opened = lru_cache(maxsize=64)(_opened)

    @cached_property
    def _files(self) -> dict[str, Path]:
        """Font files by name. The first folder that has a name wins; inside one, the first path in the alphabet."""
        found: dict[str, Path] = {}
        for folder in self._folders:
            paths = (Path(place, name) for place, _, names in os.walk(folder) for name in names)
            for path in sorted(path for path in paths if path.name.startswith("Noto")):
                found.setdefault(path.name, path)
        return found

    def faces(self, script: str, language: str, weight: int) -> Sequence[Face]:
        """Faces that may have letters of a script ("" for what all scripts share), best first.

        ``language`` is a BCP 47 tag: Chinese, Japanese and Korean draw some ideographs differently.
        """
        if script in ("Hani", "Kana", "Bopo", "Hang"):
            return self._chinese(_region(script, language), weight)
        stems = FAMILIES.get(script, SHARED)
        return [face for stem in stems if (face := self._face(stem, weight)) is not None]

    def _face(self, stem: str, weight: int) -> Face | None:
        """A family's Bold or Regular; where it has no Bold, its Regular. Letters are never made bold by force."""
        for style in ("Bold", "Regular") if weight >= BOLD_FROM else ("Regular", "Bold"):
            for ending in ("ttf", "otf"):
                path = self._files.get(f"{stem}-{style}.{ending}")
                if path is not None:
                    return self._opened(path, "")
        return None

    def _chinese(self, region: str, weight: int) -> list[Face]:
        """The collection of all five regions, or else the files of one."""
        for style in ("Bold", "Regular") if weight >= BOLD_FROM else ("Regular", "Bold"):
            path = self._files.get(f"NotoSansCJK-{style}.ttc")
            if path is not None:
                return [self._opened(path, f"Noto Sans CJK {region}")]
        names = (f"NotoSansCJK{region.lower()}", f"NotoSans{region}", f"NotoSansCJK{region}")
        faces = [face for name in names if (face := self._face(name, weight)) is not None]
        return faces[:1]


def _opened(path: Path, family: str) -> Face:
    return Face.from_file(path, family)


def _region(script: str, language: str) -> str:
    """Whose shapes of ideographs: by language, else by what the script says; simplified Chinese where nothing does."""
    parts = language.lower().replace("_", "-").split("-")
    if parts[0] == "ja":
        return "JP"
    if parts[0] == "ko":
        return "KR"
    if parts[0] in ("zh", "yue"):
        if "hk" in parts or "mo" in parts or parts[0] == "yue":
            return "HK"
        return "TC" if "tw" in parts or "hant" in parts else "SC"
    return {"Kana": "JP", "Hang": "KR", "Bopo": "TC"}.get(script, "SC")
