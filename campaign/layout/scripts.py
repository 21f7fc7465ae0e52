"""What layout knows of the world's scripts: where their lines break, which letters stand apart, who has their glyphs.

Ranges are whole blocks of Unicode: finer than that only fonts need to know.
"""

from bisect import bisect_right
from functools import lru_cache
from unicodedata import category, combining

# Block by block: the first character and the script, "" for what all scripts share. ISO 15924 codes.
_BLOCKS: tuple[tuple[int, str], ...] = (
    (0x0000, "Latn"),
    (0x0300, ""),
    (0x0370, "Grek"),
    (0x0400, "Cyrl"),
    (0x0530, "Armn"),
    (0x0590, "Hebr"),
    (0x0600, "Arab"),
    (0x0700, "Syrc"),
    (0x0750, "Arab"),
    (0x0780, "Thaa"),
    (0x07C0, "Nkoo"),
    (0x0800, "Samr"),
    (0x0840, "Mand"),
    (0x0860, "Syrc"),
    (0x0870, "Arab"),
    (0x0900, "Deva"),
    (0x0980, "Beng"),
    (0x0A00, "Guru"),
    (0x0A80, "Gujr"),
    (0x0B00, "Orya"),
    (0x0B80, "Taml"),
    (0x0C00, "Telu"),
    (0x0C80, "Knda"),
    (0x0D00, "Mlym"),
    (0x0D80, "Sinh"),
    (0x0E00, "Thai"),
    (0x0E80, "Laoo"),
    (0x0F00, "Tibt"),
    (0x1000, "Mymr"),
    (0x10A0, "Geor"),
    (0x1100, "Hang"),
    (0x1200, "Ethi"),
    (0x13A0, ""),
    (0x1780, "Khmr"),
    (0x1800, "Mong"),
    (0x18B0, ""),
    (0x19E0, "Khmr"),
    (0x1A00, ""),
    (0x1B00, "Bali"),
    (0x1B80, "Sund"),
    (0x1BC0, ""),
    (0x1C80, "Cyrl"),
    (0x1C90, "Geor"),
    (0x1CC0, "Sund"),
    (0x1CD0, "Deva"),
    (0x1D00, "Latn"),
    (0x1DC0, ""),
    (0x1E00, "Latn"),
    (0x1F00, "Grek"),
    (0x2000, ""),
    (0x2C60, "Latn"),
    (0x2C80, ""),
    (0x2DE0, "Cyrl"),
    (0x2E00, ""),
    (0x2E80, "Hani"),
    (0x3000, ""),
    (0x3005, "Hani"),
    (0x3008, ""),
    (0x3040, "Kana"),
    (0x3100, "Bopo"),
    (0x3130, "Hang"),
    (0x3190, "Hani"),
    (0x31A0, "Bopo"),
    (0x31C0, "Hani"),
    (0x31F0, "Kana"),
    (0x3200, "Hani"),
    (0xA000, ""),
    (0xA640, "Cyrl"),
    (0xA6A0, ""),
    (0xA720, "Latn"),
    (0xA800, ""),
    (0xA8E0, "Deva"),
    (0xA900, ""),
    (0xA960, "Hang"),
    (0xA980, "Java"),
    (0xA9E0, "Mymr"),
    (0xAA00, ""),
    (0xAA60, "Mymr"),
    (0xAA80, ""),
    (0xAC00, "Hang"),
    (0xD800, ""),
    (0xF900, "Hani"),
    (0xFB00, "Latn"),
    (0xFB13, "Armn"),
    (0xFB1D, "Hebr"),
    (0xFB50, "Arab"),
    (0xFE00, ""),
    (0xFE30, "Hani"),
    (0xFE50, ""),
    (0xFE70, "Arab"),
    (0xFEFF, ""),
    (0xFF01, "Hani"),
    (0xFFE7, ""),
    (0x1B000, "Kana"),
    (0x1B170, ""),
    (0x20000, "Hani"),
    (0x32000, ""),
)
_STARTS = [start for start, _ in _BLOCKS]

JOINING = frozenset({"Arab", "Syrc", "Nkoo", "Mand", "Mong"})  # letters that are written together
HANGING = frozenset({"Deva", "Beng", "Guru"})  # letters that hang from a common line, which spacing would tear
IDEOGRAPHIC = frozenset({"Hani", "Kana", "Bopo", "Hang"})  # a line may break between any two letters
UNSPACED = frozenset({"Thai", "Laoo", "Khmr", "Mymr", "Java", "Bali"})  # words without spaces: only a dictionary tells
CHINESE = "fonts-noto-cjk"
OTHERS = "fonts-noto-core"

# Kinsoku: what may not start a line, and what may not end one (JIS X 4051, GB/T 15834; CSS's line-break: strict).
NEVER_FIRST = frozenset(
    "、。，．・：；？！）］｝｠〕〉》」』】〙〗〟｡｣､･ー゛゜ヽヾゝゞ々〻〜゠…‥％‰℃｜～\u3000"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ"
)
NEVER_LAST = frozenset("（［｛｟〔〈《「『【〘〖〝｢￥＄￡＃")
STANDS_ALONE = frozenset({0x17D2, 0x1039, 0xA9C0, 0x1B44, 0x1BAB})  # these put the letter after them below another
SARA_AM = "\u0e33\u0eb3"  # Thai and Lao vowels that begin above the letter before them


@lru_cache(maxsize=8192)
def script_of(character: str) -> str:
    """The script of a letter by its block; "" for what all scripts share: digits, spaces, punctuation, marks."""
    code = ord(character)
    kind = category(character)
    if code < 0x300 and not kind.startswith("L"):
        return ""
    if character in "،؛؟ـ۔":  # shared by scripts, but only fonts of these have them
        return "Arab"
    return _BLOCKS[bisect_right(_STARTS, code) - 1][1]


def is_ideographic(character: str) -> bool:
    """Whether lines break beside the character without a space: ideographs, kana, Korean syllables, their marks."""
    return character >= "\u2e80" and (script_of(character) in IDEOGRAPHIC or "\u3000" <= character <= "\u303f")


def may_part(last: str, first: str, keeps_words: bool = False) -> bool:
    """Whether a line may end after ``last`` and the next start with ``first`` because of an ideograph among them.

    ``keeps_words`` is CSS's word-break: keep-all, which leaves only breaks beside punctuation.
    """
    if keeps_words and category(last)[0] in "LMN" and category(first)[0] in "LMN":
        return False
    if first in NEVER_FIRST or last in NEVER_LAST or category(first) in ("Mn", "Mc", "Me"):
        return False
    return is_ideographic(last) or is_ideographic(first)


def has_spacing(text: str) -> list[bool]:
    """For each character, whether letter spacing comes after it: not after marks, nor inside a word that is joined."""
    if text.isascii():
        return [True] * len(text)
    return [_is_spaced(character, text[index - 1] if index else "") for index, character in enumerate(text)]


def _is_spaced(character: str, before: str) -> bool:
    if category(character) in ("Mn", "Mc", "Me", "Cf") or character in SARA_AM:
        return False
    if before and ord(before) in STANDS_ALONE and combining(before) == 9:
        return False
    return script_of(character) not in JOINING | HANGING


def package_of(character: str) -> str:
    """The Debian package with a font that has the character; "" for what no font of letters would have."""
    if is_ideographic(character):
        return CHINESE
    return OTHERS if script_of(character) else ""
