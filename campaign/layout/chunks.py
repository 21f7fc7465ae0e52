"""Inline content → chunks: stretches that no line break may split, found once for all font sizes that are tried.

White space collapses here (CSS Text 3, 4.1), text is transformed, and break opportunities are found. Where we differ
from a browser on purpose: a hyphen or dash breaks between letters only, and a slash never, so that phone numbers,
ranges of figures and addresses stay whole. Chinese, Japanese and Korean break between letters; scripts that need a
dictionary (Thai, Lao, Khmer, Burmese, Javanese) break at spaces and U+200B only.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Literal

from campaign.layout.bidi import LRE, LRI, PDF, PDI, RLE, RLI, is_plain, levels
from campaign.layout.boxes import Box
from campaign.layout.scripts import may_part
from campaign.layout.style import Style

OBJECT = "\ufffc"  # stands for a picture or an inline-block among characters
DASHES = "-\u2010\u2013\u2014"
ZERO_WIDTH_SPACE = "\u200b"
NEVER_BEFORE = frozenset("!?)]}.,;:…%/”’»\u00a0\u202f\u2060")  # UAX 14: CL, CP, EX, IS, SY, PO, closing quotes, GL, WJ
NEVER_BEFORE_AFTER_SPACE = frozenset("!?)]}/")
NEVER_AFTER = frozenset("([{“‘«\u00a0\u202f\u2060")  # UAX 14: OP, opening quotes, GL, WJ
WORDS = re.compile(" |[^ ]+")

PieceKind = Literal["text", "space", "open", "close", "atom", "absolute"]


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """A part of a chunk: a word or space of the text box, an inline box's edge, an atom, or an absolute box's place."""

    kind: PieceKind
    box: Box
    text: str = ""
    underline: bool = False
    kerns_with: str = ""  # of a space: the letters before and after it in the same box
    level: int = 0  # UAX 9: even runs rightwards, odd leftwards


@dataclass(frozen=True, slots=True, eq=False)
class Chunk:
    """``hard`` ends the line. ``before`` and ``after`` are the inline boxes open at its start and at its end."""

    pieces: tuple[Piece, ...]
    hard: bool
    before: tuple[Box, ...]
    after: tuple[Box, ...]
    visible: int  # pieces that remain when the spaces at the end of a line are left out are those before this
    turned: bool = False  # whether any piece is not at level 0


def chunks_of(container: Box, style_of: Callable[[Box], Style]) -> tuple[Chunk, ...]:
    """The chunks of a block container whose content is lines."""
    builder = _Builder(style_of)
    builder.children(container, _underlined(container, style_of))
    builder.finish()
    return _kerned(_levelled(builder.chunks, style_of(container).leftwards, style_of))


def _underlined(container: Box, style_of: Callable[[Box], Style]) -> bool:
    """Whether a line under the text comes from around the container (CSS Text Decoration 3, 2.1): it passes through
    blocks in the flow, not into inline-blocks and absolute boxes."""
    box: Box | None = container
    while box is not None:
        if not box.anonymous and _decorates(style_of(box)):
            return True
        if box.absolute or not box.block_level:
            return False
        box = box.parent
    return False


def _decorates(style: Style) -> bool:
    return style.text_decoration == "underline"


class _Builder:
    def __init__(self, style_of: Callable[[Box], Style]) -> None:
        self.style_of = style_of
        self.chunks: list[Chunk] = []
        self.current: list[Piece] = []
        self.pending: list[Piece] = []  # edges that go wherever the next content goes
        self.open: list[Box] = []
        self.before: tuple[Box, ...] = ()
        self.tail = ""  # the last two characters of content
        self.tail_wraps = True
        self.at_start = True  # nothing but collapsed spaces on this line so far

    def children(self, parent: Box, underline: bool) -> None:
        for box in parent.children:
            style = self.style_of(box)
            if box.kind == "text":
                self._text(box, style, underline)
            elif box.absolute:
                self.pending.append(Piece("absolute", box))
            elif box.kind == "break":
                self._end(hard=True)
            elif box.kind == "inline":
                self.pending.append(Piece("open", box))
                self.children(box, underline or _decorates(style))
                self._close(box)
            else:
                self._content("atom", box, OBJECT, False, self.style_of(parent).wraps)

    def _close(self, box: Box) -> None:
        piece = Piece("close", box)
        last = self.chunks[-1] if self.chunks else None
        if last and last.hard and not self.current and not self.pending and box in last.after:
            # It ends on the line that the forced break ended.
            after = tuple(inner for inner in last.after if inner is not box)
            self.chunks[-1] = replace(last, pieces=(*last.pieces, piece), after=after)
            self.open.remove(box)
            return
        if any(p.kind == "open" and p.box is box for p in self.pending):
            self.pending.append(piece)
        else:
            self._flush()
            self._push(piece)

    def _text(self, box: Box, style: Style, underline: bool) -> None:
        for line, text in enumerate(_lines(box.text, style)):
            if line:
                self._end(hard=True)
            for word in WORDS.findall(_transformed(text, style.text_transform, self.tail)):
                if word == " ":
                    self._space(box, style, underline)
                    continue
                for part in _breakable(word, style.keeps_words):
                    self._content("text", box, part, underline, style.wraps, style.keeps_words)

    def _space(self, box: Box, style: Style, underline: bool) -> None:
        if self.at_start or self.tail[-1:] == " ":
            return
        self._flush()
        self._push(Piece("space", box, " ", underline))
        self.tail, self.tail_wraps = " ", style.wraps

    def _content(self, kind: PieceKind, box: Box, text: str, underline: bool, wraps: bool, keeps: bool = False) -> None:
        shown = text.replace(ZERO_WIDTH_SPACE, "")
        if not self.at_start and self._may_break(text, wraps, keeps):
            self._flush_empty()
            self._end(hard=False)
        self._flush()
        if shown:
            self._push(Piece(kind, box, shown if kind == "text" else "", underline))
        self.tail, self.tail_wraps, self.at_start = (self.tail + text)[-2:], wraps, False

    def _may_break(self, text: str, wraps: bool, keeps: bool) -> bool:
        first, last = text[0], self.tail[-1:]
        if last == " ":
            return self.tail_wraps and first not in NEVER_BEFORE_AFTER_SPACE
        if not (wraps or self.tail_wraps) or first in NEVER_BEFORE or last in NEVER_AFTER:
            return False
        if OBJECT in (first, last) or last == ZERO_WIDTH_SPACE or may_part(last, first, keeps):
            return True
        return last in DASHES and len(self.tail) > 1 and self.tail[-2].isalpha() and first.isalpha()

    def _flush_empty(self) -> None:
        """Inline boxes that hold nothing stay on the line before a break."""
        whole, opened = 0, 0
        for index, piece in enumerate(self.pending):
            if piece.kind == "absolute":
                break
            opened += 1 if piece.kind == "open" else -1
            if not opened:
                whole = index + 1
        waiting, self.pending = self.pending[whole:], self.pending[:whole]
        self._flush()
        self.pending = waiting

    def _flush(self) -> None:
        for piece in self.pending:
            self._push(piece)
        self.pending.clear()

    def _push(self, piece: Piece) -> None:
        if not self.current:
            self.before = tuple(self.open)
        self.current.append(piece)
        if piece.kind == "open":
            self.open.append(piece.box)
        elif piece.kind == "close":
            self.open.remove(piece.box)

    def _end(self, hard: bool) -> None:
        if hard:
            self._flush()
            self.at_start, self.tail = True, ""
        if not self.current and not hard:
            return
        if not self.current:
            self.before = tuple(self.open)
        pieces = tuple(self.current)
        self.chunks.append(Chunk(pieces, hard, self.before, tuple(self.open), _visible(pieces)))
        self.current.clear()

    def finish(self) -> None:
        self._flush()
        self._end(hard=False)


def _levelled(chunks: list[Chunk], leftwards: bool, style_of: Callable[[Box], Style]) -> list[Chunk]:
    """The chunks with the direction of every piece. A forced break ends a paragraph (CSS Writing Modes 4, 2.4)."""
    made: list[Chunk] = []
    paragraph: list[Chunk] = []
    for number, chunk in enumerate(chunks):
        paragraph.append(chunk)
        if chunk.hard or number == len(chunks) - 1:
            texts = [[_bidi_text(piece, style_of) for piece in each.pieces] for each in paragraph]
            text = "".join("".join(each) for each in texts)
            if leftwards or not is_plain(text):
                found = iter(levels(text, "rtl" if leftwards else "ltr"))
                paragraph = [_of_levels(each, parts, found) for each, parts in zip(paragraph, texts, strict=True)]
            made += paragraph
            paragraph = []
    return made


def _bidi_text(piece: Piece, style_of: Callable[[Box], Style]) -> str:
    """What stands for a piece in the text that the bidirectional algorithm reads (CSS Writing Modes 4, 2.4.2)."""
    if piece.kind in ("text", "space"):
        return piece.text
    if piece.kind == "atom":
        return OBJECT
    if piece.kind == "absolute":
        return ""
    style = style_of(piece.box)
    if style.unicode_bidi == "normal":
        return ""
    isolates = style.unicode_bidi == "isolate"
    if piece.kind == "close":
        return PDI if isolates else PDF
    return (RLI if isolates else RLE) if style.leftwards else (LRI if isolates else LRE)


def _of_levels(chunk: Chunk, texts: list[str], found: Iterator[int]) -> Chunk:
    """The chunk with each piece cut where its level changes."""
    pieces: list[Piece] = []
    for piece, text in zip(chunk.pieces, texts, strict=True):
        for level, letters in groupby(zip(text, found, strict=False), lambda pair: pair[1]):
            part = "".join(letter for letter, _ in letters)
            pieces.append(replace(piece, level=level, text=part if piece.kind in ("text", "space") else ""))
        if not text:
            pieces.append(piece)
    turned = any(piece.level for piece in pieces)
    return replace(chunk, pieces=tuple(pieces), visible=_visible(tuple(pieces)), turned=turned)


def _kerned(chunks: list[Chunk]) -> tuple[Chunk, ...]:
    """The chunks with each space told its neighbours: fonts kern letters with spaces, and words are measured alone."""
    flat = [piece for chunk in chunks for piece in chunk.pieces]
    told: dict[int, Piece] = {}
    for index in range(1, len(flat) - 1):
        piece = flat[index]
        if piece.kind != "space":
            continue
        left, right = flat[index - 1], flat[index + 1]
        together = left.box is piece.box is right.box and left.level == piece.level == right.level
        if together and left.kind == right.kind == "text":
            told[id(piece)] = replace(piece, kerns_with=left.text[-1] + right.text[0])
    return tuple(
        replace(chunk, pieces=tuple([told.get(id(piece), piece) for piece in chunk.pieces]))
        if any(id(piece) in told for piece in chunk.pieces)
        else chunk
        for chunk in chunks
    )


def _visible(pieces: tuple[Piece, ...]) -> int:
    return max((n + 1 for n, piece in enumerate(pieces) if piece.kind in ("text", "atom")), default=0)


def _lines(text: str, style: Style) -> list[str]:
    """The text with its white space collapsed; several lines where newlines are kept."""
    if style.white_space_collapse == "preserve-breaks":
        kept = re.sub(r"[ \t]*(?:\r\n|\r|\n)[ \t]*", "\n", text)
        return [re.sub(r"[ \t\f]+", " ", line) for line in kept.split("\n")]
    return [re.sub(r"[ \t\n\r\f]+", " ", text)]


def _transformed(text: str, how: str, tail: str) -> str:
    if how == "uppercase":
        return text.upper()
    if how == "lowercase":
        return text.lower()
    if how == "capitalize":
        letters = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
        inside = tail[-1:].isalnum()

        def capital(match: re.Match[str]) -> str:
            word = match[0]
            return word if match.start() == 0 and inside else word[0].upper() + word[1:]

        return letters.sub(capital, text)
    return text


def _breakable(word: str, keeps: bool) -> Iterator[str]:
    """The word's parts between which a line may break: after a hyphen or dash between letters, after U+200B, and
    beside an ideograph."""
    ideographs = not word.isascii()
    if not ideographs and "-" not in word:
        yield word
        return
    start = 0
    for at in range(1, len(word)):
        before = word[at - 1]
        between = at > 1 and word[at - 2].isalpha() and word[at].isalpha()
        parts = before == ZERO_WIDTH_SPACE or (before in DASHES and between)
        if parts or (ideographs and _beside_ideograph(before, word[at], keeps)):
            yield word[start:at]
            start = at
    yield word[start:]


def _beside_ideograph(last: str, first: str, keeps: bool) -> bool:
    return first not in NEVER_BEFORE and last not in NEVER_AFTER and may_part(last, first, keeps)
