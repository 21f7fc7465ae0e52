"""Fit or fail, in print: the space between things gives way first, then the size of the text, then it is an error.

Equal text everywhere looks like one leaflet, so the size is the document's; space is each panel's own, and grows as
well, so that a panel with few words has no hole at its end.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from campaign.media.page_proofs import Panel, Proof

LEAST_AIR = 0.66  # of the space that the style sheet asks for
SLACK = 0.4  # mm left free: rows of a table grow by more than their padding


@dataclass(frozen=True, slots=True)
class Setting:
    """What may be changed about a document: ``size`` of its text, pt (None: as its styles say), and how many times a
    panel's air is taken (1 where it does not say)."""

    size: float | None = None
    air: tuple[tuple[str, float], ...] = ()

    def only(self, panels: Collection[str]) -> "Setting":
        """What of it concerns these panels."""
        return Setting(self.size, tuple((name, air) for name, air in self.air if name in panels))


def fit(lay_out: Callable[[Setting], Proof], sizes: Sequence[float]) -> Proof:
    """The layout with the largest of ``sizes`` (falling, pt) at which every panel holds its text.

    When there is none, the tightest layout: proofreading tells how much is too long. Calls ``lay_out`` once for each
    size that is tried, and once more when the air changes; the last call is the one whose proof is returned.
    """
    for size in sizes or (None,):
        proof = lay_out(Setting(size))
        wanted = {panel.name: _air(panel) for panel in proof.panels}
        if all(air >= LEAST_AIR for air in wanted.values()):
            break
    if not wanted or all(air == 1 for air in wanted.values()):
        return proof
    return lay_out(Setting(size, tuple((name, max(air, LEAST_AIR)) for name, air in wanted.items())))


def _air(panel: Panel) -> float:
    """By how much its air would have to grow or shrink so that the panel is full."""
    room = panel.room - SLACK
    if panel.air <= 0:
        return 1 if room >= -SLACK else 0
    return round(min(panel.most_air, 1 + room / panel.air), 3)
