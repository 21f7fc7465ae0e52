"""How long a text is in the eyes of a platform."""

import re
import unicodedata

_X_ADDRESS = 23  # every link that X shortens
# X counts these once, a variation selector (it asks for an emoji's colours) not at all, and everything else twice.
_X_DOUBLE = re.compile("[^\x00-\u10ff\u2000-\u200d\u2010-\u201f\u2032-\u2037\ufe0f]")
_ADDRESS = re.compile(r"(?P<scheme>https?://)?(?<![\w@.-])(?:[\w-]+\.)+[a-z]{2,}(?![\w-])(?:/\S*[\w/])?", re.I)


def length(platform: str, text: str) -> int:
    """A text's length as a platform counts it: X in weighted characters with links at 23, Threads emoji by their
    bytes, all others in UTF-16 units, which is never less than what they count."""
    if platform == "x":
        addresses = list(_ADDRESS.finditer(text))
        rest = _ADDRESS.sub("", text)
        # A bare address may stay as it is where X does not know its last label, so it counts at least its length.
        linked = sum(_X_ADDRESS if m["scheme"] else max(_X_ADDRESS, len(m[0])) for m in addresses)
        rest = unicodedata.normalize("NFC", rest)
        return linked + len(rest) - rest.count("\ufe0f") + len(_X_DOUBLE.findall(rest))
    units = len(text.encode("utf-16-le")) // 2
    if platform == "threads" and not text.isascii():
        units += sum(len(c.encode()) - 1 for c in text if unicodedata.category(c) == "So")
    return units
