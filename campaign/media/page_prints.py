"""A page's fingerprint: two pages with the same one look the same, whatever else their files hold.

It is taken from the bytes of the finished file, of everything that the page draws and draws with; so what was once
measured on a page holds for every copy that has the same page.
"""

import re
from hashlib import sha256
from typing import Any

import pikepdf

REFERENCE = re.compile(rb"\b(\d+) (\d+) R\b")
DRAWN = ("/Contents", "/Resources", "/Group", "/Annots", "/CropBox", "/Rotate", "/UserUnit")


def page_print(pdf: pikepdf.Pdf, page: pikepdf.Page) -> str:
    """Objects count by what they are, not by their numbers, which differ from file to file."""
    digest = sha256(page.mediabox.unparse(resolved=True))
    numbers: dict[tuple[bytes, bytes], int] = {}
    waiting: list[tuple[bytes, bytes]] = []

    def numbered(match: re.Match[bytes]) -> bytes:
        reference = match[1], match[2]
        if reference not in numbers:
            numbers[reference] = len(numbers)
            waiting.append(reference)
        return b"#%d" % numbers[reference]

    for name in DRAWN:
        if name in page.obj:
            digest.update(name.encode() + REFERENCE.sub(numbered, page.obj[name].unparse()))
    while waiting:
        number, generation = waiting.pop()
        thing: Any = pdf.get_object(int(number), int(generation))
        stream = isinstance(thing, pikepdf.Stream)
        written = (thing.stream_dict if stream else thing).unparse(resolved=True)
        digest.update(b"\n%d " % numbers[number, generation] + REFERENCE.sub(numbered, written))
        if stream:
            digest.update(thing.read_raw_bytes())
    return digest.hexdigest()
