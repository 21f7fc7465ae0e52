"""The search for the last setting that fits."""

from math import ceil, log2

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.layout.fit import Search


def searched(count: int, fitting: int, excesses: list[float]) -> tuple[int, int]:
    """The last setting found to fit, and how many were tried, when the first ``fitting`` ones fit."""
    search = Search(count, excesses[0])
    tries = 0
    while (index := search.next()) is not None:
        assert search.low < index < search.high
        tries += 1
        if index < fitting:
            search.fitted(index)
        else:
            search.failed(index, excesses[tries % len(excesses)])
    return search.low, tries


@given(st.integers(1, 200), st.data(), st.lists(st.floats(0, 1e6), min_size=1, max_size=20))
def test_the_last_setting_that_fits_is_found(count: int, data: st.DataObject, excesses: list[float]) -> None:
    """Whatever stands out by how much, it ends at the last setting that fits, or before the first."""
    fitting = data.draw(st.integers(0, count))
    assert searched(count, fitting, excesses)[0] == fitting - 1


@given(st.integers(1, 200), st.data(), st.lists(st.floats(0, 1e6), min_size=1, max_size=20))
def test_wrong_guesses_cost_little(count: int, data: st.DataObject, excesses: list[float]) -> None:
    """However misleading the guesses, it takes no more tries than halving does and those few guesses."""
    fitting = data.draw(st.integers(0, count))
    assert searched(count, fitting, excesses)[1] <= ceil(log2(count + 1)) + Search.GUESSES


@pytest.mark.parametrize("fitting", [10, 25, 38, 47])
def test_an_even_fall_is_found_at_once(fitting: int) -> None:
    """Where each setting stands out by the same more than the one before, four tries are enough."""
    search = Search(50, (50 - fitting + 1) * 2.0)
    tries = 0
    while (index := search.next()) is not None:
        tries += 1
        if index < fitting:
            search.fitted(index)
        else:
            search.failed(index, (index - fitting + 1) * 2.0)
    assert (search.low, tries <= 4) == (fitting - 1, True)
