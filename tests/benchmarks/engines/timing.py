"""The command line of the Python engines: ``ENGINE.py FOLDER FIRST WARM TIMED`` prints the milliseconds of each card.

The cards from FIRST on are drawn: WARM of them before the clock counts, then TIMED, each for the first time. The last
picture is left in FOLDER/pictures to be looked at.
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any


def run(
    engine: str,
    cards: list[Any],
    draw: Callable[[Any], bytes],
    clock: Callable[[], float] = time.perf_counter,
    kind: str = "png",
    coarse: bool = False,
) -> None:
    """``clock`` in seconds: by default what a watch on the wall says. Of a ``coarse`` one only the mean is told."""
    first, warm, timed = map(int, sys.argv[2:5])
    times = []
    for number, card in enumerate(cards[first : first + warm + timed]):
        start = clock()
        picture = draw(card)
        if number >= warm:
            times.append((clock() - start) * 1000)
    pictures = folder() / "pictures"
    pictures.mkdir(exist_ok=True)
    (pictures / f"{engine}.{kind}").write_bytes(picture)
    print(json.dumps([sum(times) / len(times)] if coarse else times))


def folder() -> Path:
    return Path(sys.argv[1])


def material(name: str = "cards") -> Any:
    """What ``cards.all_cards`` or ``leaflets.all_leaflets`` wrote down."""
    return json.loads((folder() / f"{name}.json").read_text(encoding="utf-8"))
