"""HTML and a subset of CSS → boxes → flexbox → lines of text → draw commands. Arithmetic only: no fonts, no pixels.

The way of a page: ``elements`` parses it, ``cascade`` finds which declarations win, ``boxes`` builds the box tree,
``fit`` tries settings of the font sizes, each laid out by a ``flow`` (``block``, ``flex``, ``lines``, ``absolute``),
``misfits`` looks for what does not fit, and ``draw`` writes the commands. What is not known is refused by name.
"""

from campaign.layout.layout import lay_out, lay_out_anyway
from campaign.layout.replaced import Pictures
from campaign.layout.ruler import Measure
from campaign.layout.sheets import Sheet

__all__ = ["Measure", "Pictures", "Sheet", "lay_out", "lay_out_anyway"]
