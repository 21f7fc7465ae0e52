"""YAML as text with lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.problems import CampaignError
from campaign.reading.yaml_file import read_yaml


def problem_of(text: str):
    with pytest.raises(CampaignError) as caught:
        read_yaml(text.encode(), "content/channels.yaml")
    [problem] = caught.value.problems
    return problem


@pytest.mark.parametrize("value", ["0800-1000", "+62811", "0811", "1_000", "1e3", "0x1F", "yes", "null", "2026-01-01"])
def test_scalars_stay_as_they_were_typed(value):
    """No loader's cleverness takes a zero, a plus or a word away."""
    assert read_yaml(f"value: {value}".encode(), "f").tree == {"value": value}


@given(st.from_regex(r"\+?[0-9]{1,15}", fullmatch=True))
def test_any_number_survives_reading(number):
    """A telephone number comes out digit by digit as it went in."""
    assert read_yaml(f"value: {number}".encode(), "f").tree == {"value": number}


def test_every_key_and_item_has_a_line():
    """A problem can point at the line of any place in the tree."""
    read = read_yaml(b"a:\n  b:\n    - x\n    - y\n", "f")
    assert [read.line(path) for path in [("a",), ("a", "b"), ("a", "b", 1)]] == [1, 2, 4]


def test_a_path_that_is_not_there_takes_the_line_above_it():
    """A missing key is reported where its entry begins."""
    assert read_yaml(b"a:\n  b: 1\n", "f").line(("a", "missing")) == 1


def test_lines_count_from_where_the_document_starts():
    """Front matter that starts in line 2 of its file reports lines of the file."""
    assert read_yaml(b"a: 1\nb: 2\n", "f", first_line=2).line(("b",)) == 3


def test_a_key_that_stands_twice_is_refused():
    """The last of two equal keys does not win in silence."""
    problem = problem_of("police:\n  value: 110\n  value: 119\n")
    assert (problem.line, problem.code) == (3, "YM002")
    assert "line 2" in problem.message


@pytest.mark.parametrize(("text", "code"), [("a: &x 1\nb: 2\n", "YM003"), ("a: !!int 1\n", "YM004")])
def test_anchors_and_tags_are_refused(text, code):
    """A value never comes from another place in the file, and never changes its type."""
    problem = problem_of(text)
    assert (problem.line, problem.code) == (1, code)


def test_an_alias_is_refused_where_it_stands():
    """Both the anchor and what refers to it are named."""
    with pytest.raises(CampaignError) as caught:
        read_yaml(b"a: &x 1\nb: *x\n", "f")
    assert [(problem.line, problem.code) for problem in caught.value.problems] == [(1, "YM003"), (2, "YM003")]


def test_a_syntax_error_names_its_line():
    """An unclosed quotation mark or bracket is found at its line."""
    assert (problem_of("a: 1\nb: [1, 2\nc: 3\n").line, problem_of("a: 1\nb: [1, 2\nc: 3\n").code) == (3, "YM001")


def test_bytes_that_are_no_utf8_name_their_line():
    """A file saved in Windows-1252 is refused at the first bad byte."""
    with pytest.raises(CampaignError) as caught:
        read_yaml("a: 1\nb: caf\xe9\n".encode("cp1252"), "f")
    assert [(problem.line, problem.code) for problem in caught.value.problems] == [(2, "YM005")]


def test_a_byte_order_mark_is_no_part_of_the_first_key():
    """Files saved by Windows editors read like all others."""
    assert read_yaml(b"\xef\xbb\xbfa: 1\n", "f").tree == {"a": "1"}


def test_a_file_too_large_to_be_a_register_is_refused():
    """A hostile megabyte is not parsed."""
    assert problem_of("a: " + "x" * 1_000_001).code == "YM006"
