"""How long a text is in the eyes of a platform."""

import re
import unicodedata

_X_ADDRESS = 23  # every link that X shortens
_X_SINGLE = ((0, 4351), (8192, 8205), (8208, 8223), (8242, 8247))  # code points that X counts once, all others twice
_ADDRESS = re.compile(r"(?P<scheme>https?://)?(?<![\w@.-])(?:[\w-]+\.)+[a-z]{2,}(?![\w-])(?:/\S*[\w/])?", re.I)


def length(platform: str, text: str) -> int:
    """A text's length as a platform counts it: X in weighted characters with links at 23, Threads emoji by their
    bytes, all others in UTF-16 units, which is never less than what they count."""
    if platform == "x":
        addresses = list(_ADDRESS.finditer(text))
        rest = _ADDRESS.sub("", text)
        # A bare address may stay as it is where X does not know its last label, so it counts at least its length.
        linked = sum(_X_ADDRESS if m["scheme"] else max(_X_ADDRESS, len(m[0])) for m in addresses)
        return linked + sum(_weight(letter) for letter in unicodedata.normalize("NFC", rest))
    units = len(text.encode("utf-16-le")) // 2
    if platform == "threads":
        units += sum(len(c.encode()) - 1 for c in text if unicodedata.category(c) == "So")
    return units


def _weight(letter: str) -> int:
    if letter == "\ufe0f":  # asks for an emoji's colours; the emoji before it is already counted
        return 0
    return 1 if any(low <= ord(letter) <= high for low, high in _X_SINGLE) else 2
