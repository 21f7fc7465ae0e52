"""The search for the largest setting that fits, in as few layouts as it can be found in."""

from bisect import bisect_right
from collections.abc import Callable
from math import isfinite


class Search:
    """Looks for the last of ``count`` settings that fits, when the one after them does not.

    ``forecast`` tells of a setting how far it would stand out at the bottom, px; up to ``slack`` px fit. It need not
    be right: what a try shows corrects it, and after a few guesses the search goes on by halving. The picture alone
    decides what is tried, never a picture before it.
    """

    GUESSES = 5

    def __init__(self, count: int, forecast: Callable[[int], float], slack: float = 0.0) -> None:
        self.low, self.high = -1, count  # low fits, high does not
        self.forecast, self.slack = forecast, slack
        self.drift = 0.0  # how much more stands out than was forecast
        self.blind = False  # whether something failed that the forecast knows nothing of
        self.stride = 0  # above a guess that fits
        self.tries = 0

    def next(self) -> int | None:
        """The setting to try; None when ``low`` is the one looked for."""
        if self.high - self.low <= 1:
            return None
        self.tries += 1
        middle = (self.low + self.high) // 2
        if self.tries > self.GUESSES or self.blind:
            return middle
        if self.stride:
            return min(self.low + self.stride, middle)
        between = range(self.low + 1, self.high)
        fitting = bisect_right(between, self.slack, key=lambda index: self.forecast(index) + self.drift)
        return between[max(fitting - 1, 0)]

    def fitted(self, index: int) -> None:
        self.low = index
        self.stride = self.stride * 2 or 1

    def failed(self, index: int, excess: float) -> None:
        self.high = index
        self.stride = 0
        self.blind = excess <= 0
        forecast = self.forecast(index)
        if isfinite(forecast):
            self.drift = excess - forecast
