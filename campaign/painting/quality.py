"""Files of limited size: the finest that fits."""

from collections.abc import Callable

FINEST, COARSEST = 92, 60  # above, files grow and nothing is to be seen; below, letters get a rim


def finest(encode: Callable[[int], bytes], limit: int | None) -> bytes:
    """What ``encode`` gives at the highest quality whose bytes are within ``limit`` (None: any number).

    Where not even the coarsest is, that one: the caller sees that it is too large.
    """
    best = encode(FINEST)
    if limit is None or len(best) <= limit:
        return best
    best = encode(COARSEST)
    fits, too_large = COARSEST, FINEST  # sizes rise with quality, so the edge is found by halving
    while len(best) <= limit and too_large - fits > 1:
        middle = (fits + too_large) // 2
        data = encode(middle)
        if len(data) <= limit:
            best, fits = data, middle
        else:
            too_large = middle
    return best
