"""The registers: the only source of contacts and figures."""

from datetime import date, timedelta
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

Local = dict[str, str]  # language tag -> text; the tag "*" holds for every language


class Entry(BaseModel):
    """Read from YAML: keys are written with hyphens, unknown ones are refused, values never change."""

    model_config = ConfigDict(frozen=True, extra="forbid", alias_generator=lambda name: name.replace("_", "-"))


class Channel(Entry):
    """An official contact."""

    id: str
    name: Local
    kind: Literal["call", "whatsapp", "web", "sms", "office"]
    value: str = Field(min_length=1)
    country: str = Field(default="ID", pattern=r"^[A-Z]{2}$")
    reachable_from: str = "ID"  # a country, or "abroad", or "anywhere"
    hours: Local | None = None
    cost: Local | None = None
    note: Local | None = None
    source: str = Field(min_length=1)
    source_date: date
    status: Literal["confirmed-twice", "one-source", "weak"] = "confirmed-twice"
    verified_by: str = ""
    verified_on: date | None = None
    term_days: int = Field(default=90, gt=0)  # how long a verification holds
    valid_until: date | None = None

    @property
    def href(self) -> str:
        """What a tap or a QR code opens."""
        digits = "".join(c for c in self.value if c in "+0123456789")
        match self.kind:
            case "web":
                return f"https://{self.value}"
            case "whatsapp":
                international = digits.removeprefix("+") if digits.startswith("+") else "62" + digits.removeprefix("0")
                return f"https://wa.me/{international}"
            case "sms":
                return f"sms:{digits}"
            case "call":
                return f"tel:{digits}"
            case _:
                return ""

    def is_verified(self, as_of: date) -> bool:
        """Whether a named person checked it, and the check still holds on that day."""
        if not self.verified_by or self.verified_on is None:
            return False
        if self.valid_until is not None and as_of > self.valid_until:
            return False
        return self.verified_on <= as_of <= self.verified_on + timedelta(days=self.term_days)


class Fact(Entry):
    """A figure with its source. ``value`` is a number or a range as typed in the source, ASCII digits, no grouping."""

    id: str
    value: str = Field(pattern=r"^[0-9]+([.][0-9]+)?([–-][0-9]+([.][0-9]+)?)?$")
    qualifier: Literal["", "more-than", "about", "at-least", "up-to"] = ""
    compact: bool = False  # "5 juta" instead of "5.000.000"
    unit: Local
    scope: Local | None = None
    source: Local
    source_date: date
    source_url: str = ""
    status: Literal["confirmed-twice", "one-source", "weak"] = "confirmed-twice"

    @property
    def bounds(self) -> tuple[float, float]:
        """The lowest and highest number that the value names."""
        low, _, high = self.value.replace("–", "-").partition("-")
        return float(low), float(high or low)
