"""Remembering what pure functions returned, up to a number of bytes: pictures differ in size a thousandfold."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from functools import wraps
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
V = TypeVar("V")


def remembered(limit: int, weigh: Callable[[V], int]) -> Callable[[Callable[P, V]], Callable[P, V]]:
    """Like ``functools.lru_cache`` for a pure function, bounded by the bytes that ``weigh`` finds in its values.

    A value heavier than the whole limit is returned and not kept. Arguments must be hashable; as with
    ``lru_cache``, naming one makes it another call. None is not remembered.
    """

    def decorate(function: Callable[P, V]) -> Callable[P, V]:
        kept: OrderedDict[Hashable, V] = OrderedDict()
        used = 0

        @wraps(function)
        def recall(*args: P.args, **kwargs: P.kwargs) -> V:
            nonlocal used
            key = (args, tuple(kwargs.items())) if kwargs else args
            known = kept.get(key)
            if known is not None:
                kept.move_to_end(key)
                return known
            value = function(*args, **kwargs)
            weight = weigh(value)
            if weight <= limit:
                kept[key] = value
                used += weight
                while used > limit:
                    used -= weigh(kept.popitem(last=False)[1])
            return value

        return recall

    return decorate
