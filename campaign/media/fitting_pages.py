"""Fit or fail, in print: the space between things gives way first, then the size of the text, then it is an error.

Equal text everywhere looks like one leaflet, so the size is the document's; space is each panel's own, and grows as
well. A panel with so few words that a hole would be left shows its spare picture.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from campaign.media.page_proofs import Panel, Proof

LEAST_AIR = 0.66  # of the space that the style sheet asks for
WIDTH_TOLERANCE = 0.3  # mm, of roundings
SLACK = 0.4  # mm left free: rows of a table grow by more than their padding


@dataclass(frozen=True, slots=True)
class Setting:
    """What may be changed about a document.

    ``size`` of its text is in pt (None: as its styles say); ``air`` says how many times a panel's air is taken (once
    where it says nothing); ``spares`` are the panels that show their spare picture.
    """

    size: float | None = None
    air: tuple[tuple[str, float], ...] = ()
    spares: tuple[str, ...] = ()

    def only(self, panels: Collection[str]) -> "Setting":
        """What of it concerns these panels."""
        air = tuple((name, air) for name, air in self.air if name in panels)
        return Setting(self.size, air, tuple(name for name in self.spares if name in panels))


def fit(lay_out: Callable[[Setting], Proof], sizes: Sequence[float], spares: Mapping[str, float]) -> Proof:
    """The layout with the largest of ``sizes`` (falling, pt) at which every panel holds its text and its widest word.

    When there is none, the tightest layout: proofreading tells how much is too long. ``spares`` maps panels that have
    a spare picture to the room that must be left for it, mm. The last call of ``lay_out`` makes what is returned.
    """
    for size in sizes or (None,):
        proof = lay_out(Setting(size))
        if all(_air(panel) >= LEAST_AIR for panel in proof.panels) and proof.excess <= WIDTH_TOLERANCE:
            break
    shown = tuple(panel.name for panel in proof.panels if _left(panel) > spares.get(panel.name, float("inf")))
    if shown:
        proof = lay_out(Setting(size, spares=shown))
    air = tuple((panel.name, max(_air(panel), LEAST_AIR)) for panel in proof.panels)
    return lay_out(Setting(size, air, shown)) if any(times != 1 for _, times in air) else proof


def _air(panel: Panel) -> float:
    """How many times a panel's air must be taken for the panel to be full."""
    room = panel.room - SLACK
    if panel.air <= 0:
        return 1 if room >= -SLACK else 0
    return round(min(panel.most_air, 1 + room / panel.air), 3)


def _left(panel: Panel) -> float:
    """What is left below a panel's text when it takes all the air that it may, mm."""
    return panel.room - panel.air * (panel.most_air - 1)
