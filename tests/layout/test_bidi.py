"""The bidirectional algorithm, on cases worked out by its rules; letters of one direction stand for words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.layout.bidi import Direction, is_plain, levels, runs_leftwards, visual_order

LETTERS = st.text("ab1אבعب٣()[].,+-% \u0301\u2066\u2067\u2068\u2069\u202a\u202b\u202c", max_size=12)
DIRECTIONS = st.sampled_from(("ltr", "rtl"))


def seen(text: str, direction: Direction) -> str:
    """The text from left to right; brackets as they would be drawn."""
    found = levels(text, direction)
    mirror = str.maketrans("()[]", ")(][")
    letters = [letter.translate(mirror) if level % 2 else letter for letter, level in zip(text, found, strict=True)]
    return "".join(letters[index] for index in visual_order(found))


@pytest.mark.parametrize(
    ("text", "direction", "found"),
    [
        ("abc", "ltr", [0, 0, 0]),
        ("abc", "rtl", [2, 2, 2]),
        ("אבג", "ltr", [1, 1, 1]),
        ("אב 12", "rtl", [1, 1, 1, 2, 2]),
        ("عب 12", "ltr", [1, 1, 1, 2, 2]),  # W2: an Arabic number
        ("a אב c", "ltr", [0, 0, 1, 1, 0, 0]),
        ("1.2 א", "rtl", [2, 2, 2, 1, 1]),  # W4
        ("א 50%", "rtl", [1, 1, 2, 2, 2]),  # W5
        ("א-1", "rtl", [1, 1, 2]),  # W6: a sign that joins nothing is neutral
        ("a 1", "rtl", [2, 2, 2]),  # W7
        ("אב  ", "ltr", [1, 1, 0, 0]),  # L1
    ],
)
def test_levels(text: str, direction: Direction, found: list[int]) -> None:
    """Letters, numbers and what stands between them."""
    assert levels(text, direction) == found


@pytest.mark.parametrize(
    ("text", "direction", "shown"),
    [
        ("אב (12) גד", "rtl", "דג (12) בא"),
        ("אב (KP 12) גד", "rtl", "דג (KP 12) בא"),
        ("kata (אב) di", "ltr", "kata (בא) di"),
        ("kata (אב cd) di", "ltr", "kata (בא cd) di"),
        ("אב (cd", "rtl", "cd) בא"),  # a bracket without its pair is as neutral as a comma
        ("אב [cd (ef] gh)", "rtl", "(gh [cd (ef] בא"),  # the last one has no pair
        ("a(ב)c", "rtl", "c(ב)a"),
        ("ב (c) ד", "ltr", "ב (c) ד"),
        ("a (ב) ג", "ltr", "a (ב) ג"),  # N0: the other direction inside, but not before it
        ("ב (ג)", "ltr", "(ג) ב"),  # inside and before it
    ],
)
def test_brackets_belong_to_what_they_hold(text: str, direction: Direction, shown: str) -> None:
    """A pair takes the paragraph's direction when anything in it has that, else that of its content's surroundings."""
    assert seen(text, direction) == shown


def test_an_isolate_does_not_touch_what_is_around_it() -> None:
    """A Latin name with a number stays whole among Hebrew words, and they keep their order."""
    assert levels("א\u2066b 1\u2069ג", "rtl") == [1, 1, 2, 2, 2, 1, 1]
    assert levels("a\u2067ב\u2069 1", "ltr") == [0, 0, 1, 0, 0, 0]


def test_the_first_letter_directs_an_isolate_of_unknown_direction() -> None:
    """FSI looks inside."""
    assert levels("\u2068אb\u2069", "ltr")[1:3] == [1, 2]
    assert levels("\u2068bא\u2069", "rtl")[1:3] == [2, 3]


def test_embeddings_nest() -> None:
    """Latin in Hebrew in Latin: three levels."""
    assert levels("a\u202bב\u202ac\u202c\u202cd", "ltr") == [0, 0, 1, 1, 2, 2, 2, 0]


def test_marks_go_with_their_letters() -> None:
    """W1."""
    assert levels("a\u0301ב\u05b0", "ltr") == [0, 0, 1, 1]


def test_things_are_reversed_level_by_level() -> None:
    """L2: numbers inside a leftward run are turned twice."""
    assert visual_order([0, 1, 1, 2, 2, 1, 0]) == [0, 5, 3, 4, 2, 1, 6]
    assert visual_order([1, 2, 2]) == [1, 2, 0]


@given(LETTERS, DIRECTIONS)
def test_every_character_has_one_place(text: str, direction: Direction) -> None:
    """Nothing is lost, doubled or below the paragraph's level."""
    found = levels(text, direction)
    assert sorted(visual_order(found)) == list(range(len(text)))
    assert all(level >= (direction == "rtl") for level in found)


@given(st.text("ab12 ().,-", max_size=12))
def test_plain_text_needs_no_algorithm(text: str) -> None:
    """What is taken for plain is at level 0 throughout."""
    assert is_plain(text)
    assert set(levels(text, "ltr")) <= {0}


def test_a_text_knows_which_way_its_letters_run() -> None:
    """Hebrew and Arabic leftwards; numbers and signs do not decide."""
    assert runs_leftwards("א 1") and runs_leftwards("(عب)")
    assert not runs_leftwards("٣ (1)") and not runs_leftwards("é")
