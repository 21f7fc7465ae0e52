"""The Unicode bidirectional algorithm (UAX #9): which characters of a line run right to left.

A paragraph gets an embedding level for each character, even ones read left to right, odd ones right to left. Lines are
broken in the order of reading; only then are the parts of each line put in the order of seeing (``visual_order``).
The direction of a paragraph is always given (CSS ``direction``), so P2 and P3 serve only FSI.
"""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple
from unicodedata import bidirectional, normalize

Direction = Literal["ltr", "rtl"]

DEEPEST = 125  # BD2: max_depth
LRI, RLI, FSI, PDI = "\u2066", "\u2067", "\u2068", "\u2069"
LRE, RLE, PDF = "\u202a", "\u202b", "\u202c"
ISOLATE_STARTS = frozenset({"LRI", "RLI", "FSI"})
EMBEDDINGS = {"LRE": (0, ""), "RLE": (1, ""), "LRO": (0, "L"), "RLO": (1, "R")}
REMOVED = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "BN"})  # X9
NEUTRAL = frozenset({"B", "S", "WS", "ON", "LRI", "RLI", "FSI", "PDI"})
RIGHT_TO_LEFT = frozenset({"R", "AL", "AN", "RLE", "RLO", "RLI"})
DEEPEST_BRACKETS = 63  # BD16

# BD14 and BD15, Bidi_Paired_Bracket of the brackets that are written today (Unicode's BidiBrackets.txt).
OPENING = "([{\u0f3a\u0f3c\u169b\u2045\u207d\u208d\u2308\u230a\u2329\u27e6\u27e8\u27ea\u27ec\u27ee\u3008\u300a\u300c"
OPENING += "\u300e\u3010\u3014\u3016\u3018\u301a\uff08\uff3b\uff5b\uff5f\uff62"
CLOSING = ")]}\u0f3b\u0f3d\u169c\u2046\u207e\u208e\u2309\u230b\u232a\u27e7\u27e9\u27eb\u27ed\u27ef\u3009\u300b\u300d"
CLOSING += "\u300f\u3011\u3015\u3017\u3019\u301b\uff09\uff3d\uff5d\uff60\uff63"
CLOSES = {opening: normalize("NFC", closing) for opening, closing in zip(OPENING, CLOSING, strict=True)}


def is_plain(text: str) -> bool:
    """Whether every character of a left-to-right paragraph is at level 0: no letter in it runs the other way."""
    return text.isascii() or not any(bidirectional(character) in RIGHT_TO_LEFT for character in text)


def runs_leftwards(text: str) -> bool:
    """Whether a text of one level has a letter that is read right to left."""
    return not text.isascii() and any(bidirectional(character) in ("R", "AL") for character in text)


def levels(text: str, direction: Direction) -> list[int]:
    """The level of each character of a paragraph. Formatting characters get that of what stands before them."""
    base = 1 if direction == "rtl" else 0
    classes = [bidirectional(character) or "L" for character in text]
    explicit, kinds = _explicit(classes, base)
    result = list(explicit)
    for sequence in _sequences(classes, explicit, base):
        _resolve(sequence, text, kinds, result)
    _separators(classes, result, base)
    for index, kind in enumerate(classes):
        if kind in REMOVED:
            result[index] = result[index - 1] if index else base
    return result


def visual_order(found: Sequence[int]) -> list[int]:
    """L2: the indices of things with these levels, from left to right."""
    order = list(range(len(found)))
    for level in range(max(found, default=0), 0, -1):
        start = 0
        while start < len(order):
            if found[order[start]] < level:
                start += 1
                continue
            end = start
            while end < len(order) and found[order[end]] >= level:
                end += 1
            order[start:end] = order[start:end][::-1]
            start = end
    return order


class _Status(NamedTuple):
    level: int
    override: str
    isolate: bool


def _explicit(classes: Sequence[str], base: int) -> tuple[list[int], list[str]]:
    """X1 to X8: the level that embeddings and isolates give each character, and its class after overrides."""
    stack = [_Status(base, "", False)]
    overflowing_isolates = overflowing_embeddings = isolates = 0
    found: list[int] = []
    kinds = list(classes)
    ends = _matching(classes)
    for index, kind in enumerate(classes):
        top = stack[-1]
        if kind in EMBEDDINGS:
            odd, override = EMBEDDINGS[kind]
            found.append(top.level)
            level = _next(top.level, odd)
            if level <= DEEPEST and not overflowing_isolates and not overflowing_embeddings:
                stack.append(_Status(level, override, False))
            elif not overflowing_isolates:
                overflowing_embeddings += 1
        elif kind in ISOLATE_STARTS:
            found.append(top.level)
            kinds[index] = top.override or kind
            inner = classes[index + 1 : ends.get(index, len(classes))]
            odd = kind == "RLI" or (kind == "FSI" and _first_strong(inner) == 1)
            level = _next(top.level, int(odd))
            if level <= DEEPEST and not overflowing_isolates and not overflowing_embeddings:
                isolates += 1
                stack.append(_Status(level, "", True))
            else:
                overflowing_isolates += 1
        elif kind == "PDI":
            if overflowing_isolates:
                overflowing_isolates -= 1
            elif isolates:
                overflowing_embeddings = 0
                while not stack[-1].isolate:
                    stack.pop()
                stack.pop()
                isolates -= 1
            top = stack[-1]
            found.append(top.level)
            kinds[index] = top.override or kind
        elif kind == "PDF":
            found.append(top.level)
            if not overflowing_isolates:
                if overflowing_embeddings:
                    overflowing_embeddings -= 1
                elif not top.isolate and len(stack) > 1:
                    stack.pop()
        else:
            found.append(base if kind == "B" else top.level)
            kinds[index] = top.override if top.override and kind not in ("B", "BN") else kind
    return found, kinds


def _next(level: int, odd: int) -> int:
    """The next level that is odd, or even."""
    return level + 1 if (level + 1) % 2 == odd else level + 2


def _matching(classes: Sequence[str]) -> dict[int, int]:
    """BD9: where the isolate that starts at an index ends."""
    waiting: list[int] = []
    ends: dict[int, int] = {}
    for index, kind in enumerate(classes):
        if kind in ISOLATE_STARTS:
            waiting.append(index)
        elif kind == "PDI" and waiting:
            ends[waiting.pop()] = index
    return ends


def _first_strong(classes: Sequence[str]) -> int:
    """P2 and P3: 1 where the first letter outside isolates runs right to left."""
    depth = 0
    for kind in classes:
        if kind in ISOLATE_STARTS:
            depth += 1
        elif kind == "PDI":
            depth = max(depth - 1, 0)
        elif not depth and kind in ("L", "R", "AL"):
            return int(kind != "L")
    return 0


class _Sequence(NamedTuple):
    """BD13: an isolating run sequence, and the direction on either side of it."""

    indices: list[int]
    level: int
    before: str
    after: str


def _sequences(classes: Sequence[str], found: Sequence[int], base: int) -> Iterator[_Sequence]:
    kept = [index for index, kind in enumerate(classes) if kind not in REMOVED]
    runs: list[list[int]] = []
    for index in kept:
        if runs and found[runs[-1][-1]] == found[index] and classes[runs[-1][-1]] != "B":
            runs[-1].append(index)
        else:
            runs.append([index])
    ends = _matching(classes)
    starts = {end: start for start, end in ends.items()}
    by_first = {run[0]: run for run in runs}
    place = {index: number for number, index in enumerate(kept)}
    for run in runs:
        if run[0] in starts:
            continue  # goes on from the run of the isolate's start
        whole = list(run)
        while whole[-1] in ends and ends[whole[-1]] in by_first:
            whole += by_first[ends[whole[-1]]]
        level = found[whole[0]]
        first, last = place[whole[0]], place[whole[-1]]
        above = found[kept[first - 1]] if first else base
        open_ended = classes[whole[-1]] in ISOLATE_STARTS
        below = base if open_ended or last + 1 == len(kept) else found[kept[last + 1]]
        yield _Sequence(whole, level, _side(max(level, above)), _side(max(level, below)))


def _side(level: int) -> str:
    return "R" if level % 2 else "L"


def _resolve(sequence: _Sequence, text: str, classes: Sequence[str], result: list[int]) -> None:
    """W1 to W7, N0 to N2, I1 and I2 for one sequence."""
    original = [classes[index] for index in sequence.indices]
    kinds = _weak(original, sequence.before)
    side = _side(sequence.level)
    _brackets(kinds, original, [text[index] for index in sequence.indices], sequence, side)
    _neutral(kinds, sequence, side)
    for index, kind in zip(sequence.indices, kinds, strict=True):
        if sequence.level % 2:
            result[index] = sequence.level + (kind != "R")
        else:
            result[index] = sequence.level + {"L": 0, "R": 1}.get(kind, 2)


def _weak(original: Sequence[str], before: str) -> list[str]:
    """W1 to W7: marks, numbers, and what stands between and beside numbers."""
    kinds = list(original)
    previous = before
    for index, kind in enumerate(kinds):  # W1
        if kind == "NSM":
            kinds[index] = "ON" if previous in ISOLATE_STARTS or previous == "PDI" else previous
        previous = kinds[index]
    strong = before
    for index, kind in enumerate(kinds):  # W2 and W3
        if kind in ("L", "R", "AL"):
            strong = kind
            kinds[index] = "R" if kind == "AL" else kind
        elif kind == "EN" and strong == "AL":
            kinds[index] = "AN"
    for index in range(1, len(kinds) - 1):  # W4
        left, kind, right = kinds[index - 1 : index + 2]
        if left == right and ((kind == "CS" and left in ("EN", "AN")) or (kind == "ES" and left == "EN")):
            kinds[index] = left
    for index, kind in enumerate(kinds):  # W5
        if kind == "ET":
            end = next((n for n in range(index, len(kinds)) if kinds[n] != "ET"), len(kinds))
            if (index and kinds[index - 1] == "EN") or (end < len(kinds) and kinds[end] == "EN"):
                kinds[index] = "EN"
    strong = before
    for index, kind in enumerate(kinds):  # W6 and W7
        if kind in ("L", "R"):
            strong = kind
        elif kind in ("ES", "ET", "CS"):
            kinds[index] = "ON"
        elif kind == "EN" and strong == "L":
            kinds[index] = "L"
    return kinds


def _strong(kind: str) -> str:
    """The direction that a class has for the neutrals beside it: numbers count as right to left."""
    return "R" if kind in ("R", "EN", "AN") else kind if kind == "L" else ""


def _brackets(
    kinds: list[str], original: Sequence[str], characters: Sequence[str], sequence: _Sequence, side: str
) -> None:
    """N0: a pair of brackets takes the direction of what is in it, else of what stands before it."""
    for start, end in _pairs(kinds, characters):
        inside = {_strong(kind) for kind in kinds[start + 1 : end]} - {""}
        if side in inside:
            found = side
        elif inside:
            outside = (strong for kind in reversed(kinds[:start]) if (strong := _strong(kind)))
            opposite = "L" if side == "R" else "R"
            found = opposite if next(outside, sequence.before) == opposite else side
        else:
            continue
        for at in (start, end):
            kinds[at] = found
            for mark in range(at + 1, len(kinds)):
                if original[mark] != "NSM":
                    break
                kinds[mark] = found


def _pairs(kinds: Sequence[str], characters: Sequence[str]) -> list[tuple[int, int]]:
    """BD16: opening and closing brackets that belong together, in the order of the opening ones."""
    waiting: list[tuple[str, int]] = []
    pairs: list[tuple[int, int]] = []
    for index, character in enumerate(characters):
        if kinds[index] != "ON":
            continue
        if character in CLOSES:
            if len(waiting) == DEEPEST_BRACKETS:
                break
            waiting.append((CLOSES[character], index))
        else:
            closing = normalize("NFC", character)
            match = next((n for n in reversed(range(len(waiting))) if waiting[n][0] == closing), None)
            if match is not None:
                pairs.append((waiting[match][1], index))
                del waiting[match:]
    return sorted(pairs)


def _neutral(kinds: list[str], sequence: _Sequence, side: str) -> None:
    """N1 and N2: neutrals between two of one direction take it, others that of the paragraph around them."""
    index = 0
    while index < len(kinds):
        if kinds[index] not in NEUTRAL:
            index += 1
            continue
        end = index
        while end < len(kinds) and kinds[end] in NEUTRAL:
            end += 1
        left = _strong(kinds[index - 1]) if index else sequence.before
        right = _strong(kinds[end]) if end < len(kinds) else sequence.after
        kinds[index:end] = [left if left == right else side] * (end - index)
        index = end


def _separators(classes: Sequence[str], result: list[int], base: int) -> None:
    """L1: separators, and the white space before them and at the end, stand at the paragraph's level."""
    trailing = True
    for index in reversed(range(len(classes))):
        kind = classes[index]
        if kind in ("B", "S"):
            trailing = True
        elif kind not in REMOVED and kind not in ISOLATE_STARTS and kind not in ("WS", "PDI"):
            trailing = False
        if trailing:
            result[index] = base
