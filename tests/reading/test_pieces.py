"""Every stretch of words is found, as a reader sees it, with the way back to its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.model.piece import FROM_REGISTER
from campaign.reading.pieces import pieces_of

MESSAGE = """\
---
title: "Gaji \\"besar\\""
summary: >
  Satu
  dua
sources: ["Kemnaker, 2022"]
---

## Rayuan {#lure from="Nomor itu"}
Kata ==08**00**-1000== dan
  lanjut.

## Tanda {#warning-signs}
1. **Tebal.** Lihat [SISKOP2MI](channel:siskop2mi), [di …](channel:x) &amp; \\*. {icon=timer}
"""
FILE = "content/tactics/x.id.md"


def pieces(text: str, file: str = FILE):
    return {piece.path: piece for piece in pieces_of(file, text.encode())}


def test_markup_is_gone_and_registers_are_marked():
    """Rules see the words that are printed; what a register prints is no word of the author's."""
    found = pieces(MESSAGE)
    assert found["lure", "heading"].text == "Rayuan"
    assert found["lure", "from"].text == "Nomor itu"
    assert found["lure", "paragraph", 0].text == "Kata 0800-1000 dan lanjut."
    assert found["warning-signs", "item", 0].text == f"Tebal. Lihat SISKOP2MI, di {FROM_REGISTER} & *."
    assert {piece.language for piece in found.values()} == {"id"}


def test_each_character_knows_its_line_and_column():
    """What is marked below a line is what the author typed."""
    lines = MESSAGE.splitlines()
    for piece in pieces_of(FILE, MESSAGE.encode()):
        for offset, letter in enumerate(piece.text):
            line, column = piece.place(offset)
            if letter not in (FROM_REGISTER, " ", "&", "\n"):
                assert lines[line - 1][column - 1] == letter, (piece.path, offset)


def test_a_number_over_tags_is_marked_from_its_first_to_its_last_digit():
    """Tags between belong to it."""
    piece = pieces(MESSAGE)["lure", "paragraph", 0]
    problem = piece.problem("XX001", 5, 14, "x")
    line = MESSAGE.splitlines()[problem.line - 1]
    assert line[problem.column - 1 : problem.column - 1 + problem.length] == "08**00**-1000"


def test_yaml_says_which_values_are_printed_and_in_which_language():
    """Names and notes are copy; ids, values, dates and hosts are data."""
    text = "a:\n  name: {id: Satu, en: One}\n  value: 0800\n  source: kompas.id\n"
    found = pieces(text, "content/channels.yaml")
    assert (found["a", "name", "en"].text, found["a", "name", "en"].language) == ("One", "en")
    assert [found["a", *path].role for path in (("name", "id"), ("value",), ("source",))] == ["copy", "data", "data"]
    assert (found["a", "key"].text, found["a", "key"].role) == ("a", "data")


@pytest.mark.parametrize("start", ["", "sep=;\n"])
def test_cells_of_a_table_know_their_column(start):
    """An address is copy, an id is data; a line that names the separator is no row."""
    table = f"{start}id;name;address\nntb;Nusa;Jalan 1\n"
    found = [piece for piece in pieces_of("content/regions.csv", table.encode()) if piece.text == "Jalan 1"]
    assert [(piece.path[-1], piece.role, piece.place(0)[1]) for piece in found] == [("address", "copy", 10)]
    assert found[0].line == 2 + bool(start)


def test_words_of_a_drawing_are_one_text():
    """A number may stand in an element for each digit."""
    svg = "<svg><style>a{}</style><title>Judul</title>\n<text>08<tspan>00</tspan></text></svg>"
    [piece] = pieces_of("assets/illustrations/x.svg", svg.encode())
    assert piece.text == "Judul 0800"
    assert piece.place(6) == (2, 7)


@given(st.text(alphabet='ab1 *_=<>[]()&;#\\{}"\n-.:', max_size=60))
def test_no_text_breaks_the_reader_of_pieces(body):
    """Places stay inside of the file."""
    text = f"---\ntitle: x\n---\n## A {{#a}}\n{body}"
    lines = text.splitlines()
    for piece in pieces_of(FILE, text.encode()):
        for offset in range(len(piece.text)):
            line, column = piece.place(offset)
            assert 1 <= line <= len(lines)
            assert 1 <= column <= len(lines[line - 1]) + 1
