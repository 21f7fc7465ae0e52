"""The search for the last setting that fits."""

from math import ceil, inf, log2

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.layout.search import Search

EXCESSES = st.lists(st.floats(0, 1e6), min_size=1, max_size=20)
FORECASTS = st.lists(st.floats(-1e6, 1e6) | st.just(inf), min_size=1, max_size=20)


def searched(count: int, fitting: int, excesses: list[float], forecasts: list[float]) -> tuple[int, int]:
    """The last setting found to fit, and how many were tried, when the first ``fitting`` ones fit."""
    search = Search(count, lambda index: forecasts[index % len(forecasts)])
    tries = 0
    while (index := search.next()) is not None:
        assert search.low < index < search.high
        tries += 1
        if index < fitting:
            search.fitted(index)
        else:
            search.failed(index, excesses[tries % len(excesses)])
    return search.low, tries


@given(st.integers(1, 200), st.data(), EXCESSES, FORECASTS)
def test_the_last_setting_that_fits_is_found(
    count: int, data: st.DataObject, excesses: list[float], forecasts: list[float]
) -> None:
    """Whatever stands out by how much, and whatever was forecast: it ends at the last setting that fits."""
    fitting = data.draw(st.integers(0, count))
    assert searched(count, fitting, excesses, forecasts)[0] == fitting - 1


@given(st.integers(1, 200), st.data(), EXCESSES, FORECASTS)
def test_wrong_forecasts_cost_little(
    count: int, data: st.DataObject, excesses: list[float], forecasts: list[float]
) -> None:
    """However misleading the forecasts, it takes no more tries than halving does and those few guesses."""
    fitting = data.draw(st.integers(0, count))
    assert searched(count, fitting, excesses, forecasts)[1] <= ceil(log2(count + 1)) + Search.GUESSES


@pytest.mark.parametrize(("fitting", "tries"), [(0, 1), (1, 2), (25, 2), (49, 2), (50, 1)])
def test_a_right_forecast_is_found_at_once(fitting: int, tries: int) -> None:
    """The setting that fits and the one above it are tried, no other."""
    excesses = [float(index - fitting + 1) for index in range(50)]
    search = Search(50, excesses.__getitem__, slack=0.5)
    found = 0
    while (index := search.next()) is not None:
        found += 1
        if index < fitting:
            search.fitted(index)
        else:
            search.failed(index, excesses[index])
    assert (search.low, found) == (fitting - 1, tries)


def test_a_forecast_that_is_wrong_by_so_much_everywhere_is_corrected_once() -> None:
    """What the first try shows holds for the next."""
    search = Search(50, lambda index: index - 40.0)
    assert search.next() == 40
    search.failed(40, 12.0)
    assert search.next() == 28
