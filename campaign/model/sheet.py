"""Sheets of paper that several pages are printed on, to be cut or folded."""

from typing import Literal

from pydantic import Field

from campaign.model.register import Entry


class Sheet(Entry):
    """What a format of medium "sheet" imposes, and on what. Lengths in mm."""

    of: str  # the format of the piece; it stands in the same format.yaml
    paper: Literal["a4", "f4", "a3"] = "a4"
    imposition: Literal["n-up", "booklet"] = "n-up"
    columns: int | None = Field(default=None, gt=0)  # None: as many as there is room for
    rows: int | None = Field(default=None, gt=0)
    gutter: float = Field(default=4, ge=0, le=20)  # between two pieces
    flip: Literal["long", "short"] = "long"  # the edge about which the printer turns the sheet
    thickness: float = Field(default=0.1, ge=0, le=0.5)  # of one sheet: 80 g/m² has 0.1
