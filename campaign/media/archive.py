"""ZIP archives whose bytes depend on nothing but what is in them."""

from collections.abc import Iterable
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile, ZipInfo

BEGINNING = (1980, 1, 1, 0, 0, 0)  # the first moment that ZIP knows: files carry no clock
UNIX, READABLE = 3, 0o100644 << 16


def archive(files: Iterable[tuple[str, bytes]]) -> bytes:
    """A ZIP of (path, bytes), sorted by path.

    Stored, not deflated: PDFs are compressed already, and zlib's bytes differ between its versions. Raises ValueError
    for a path that leads out of the folder in which it is unpacked.
    """
    out = BytesIO()
    with ZipFile(out, "w", ZIP_STORED) as zipped:
        for path, data in sorted(files):
            if path.startswith(("/", "\\")) or ".." in path.split("/"):
                raise ValueError(f"“{path}” is no path for an archive")
            info = ZipInfo(path, BEGINNING)
            info.create_system, info.external_attr = UNIX, READABLE
            zipped.writestr(info, data)
    return out.getvalue()
