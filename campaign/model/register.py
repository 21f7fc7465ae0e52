"""The registers: the only source of contacts and figures."""

from datetime import date, timedelta
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from campaign.model.revisions import digest

Local = dict[str, str]  # language tag -> text; the tag "*" holds for every language
Status = Literal["confirmed-twice", "one-source", "weak", "withdrawn"]
ChannelState = Literal["verified", "embargoed", "expired", "changed", "unverified", "ended", "withdrawn"]

HOME = "ID"
TERM = 90  # days that a verification holds
TERM_ABROAD = 30  # of missions abroad, whose numbers change often
FACT_TERM = 730  # days that a figure may be quoted after its source's date


class Entry(BaseModel):
    """Read from YAML: keys are written with hyphens, unknown ones are refused, values never change."""

    model_config = ConfigDict(frozen=True, extra="forbid", alias_generator=lambda name: name.replace("_", "-"))


class Channel(Entry):
    """An official contact."""

    id: str
    name: Local
    kind: Literal["call", "whatsapp", "web", "sms", "office"]
    value: str = Field(min_length=1)
    country: str = Field(default=HOME, pattern=r"^[A-Z]{2}$")
    reachable_from: str = Field(default=HOME, pattern=r"^([A-Z]{2}|abroad|anywhere)$")
    hours: Local | None = None
    cost: Local | None = None
    note: Local | None = None
    source: str = Field(min_length=1)
    source_date: date
    status: Status = "confirmed-twice"
    verified_by: str = ""
    verified_on: date | None = None
    verified_of: str = ""  # the revision that was checked; ``campaign verify-channel`` writes it
    verified_note: str = ""  # what the person heard; never printed
    term_days: int | None = Field(default=None, gt=0)  # how long a verification holds, if not ``term``'s default
    publish: date | None = None  # in no release before this day
    valid_until: date | None = None  # printed nowhere after this day
    line: int = 0

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

    @property
    def term(self) -> timedelta:
        """How long a verification holds."""
        return timedelta(days=self.term_days or (TERM if self.country == HOME else TERM_ABROAD))

    @property
    def revision(self) -> str:
        """Of all that is printed of it: whoever verified it verified these words and digits, and no others."""
        printed = (
            self.kind,
            self.value,
            self.country,
            self.reachable_from,
            self.name,
            self.hours,
            self.cost,
            self.note,
        )
        return digest(printed)

    @property
    def holds_until(self) -> date | None:
        """The last day of its verification; None when there is none, or what is printed was changed since."""
        if not self.verified_by or self.verified_on is None or self.verified_of != self.revision:
            return None
        last = self.verified_on + self.term
        return min(last, self.valid_until) if self.valid_until else last

    def state(self, as_of: date) -> ChannelState:
        """What keeps it from being printed on that day, the strongest reason first; "verified" when nothing does."""
        if self.status == "withdrawn":
            return "withdrawn"
        if self.valid_until is not None and as_of > self.valid_until:
            return "ended"
        if not (self.verified_by and self.verified_of) or self.verified_on is None or self.verified_on > as_of:
            return "unverified"  # a name typed in by hand does not say which digits were dialled
        if self.holds_until is None:
            return "changed"
        if as_of > self.holds_until:
            return "expired"
        return "embargoed" if self.publish is not None and as_of < self.publish else "verified"

    def is_verified(self, as_of: date) -> bool:
        """Whether a named person checked what is printed, the check still holds, and it may be published that day."""
        return self.state(as_of) == "verified"

    def is_over(self, as_of: date) -> bool:
        """Whether nothing may print it any more, not even a draft."""
        return self.state(as_of) in ("withdrawn", "ended")


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
    status: Status = "confirmed-twice"
    term_days: int = Field(default=FACT_TERM, gt=0)  # how long after its date it may be quoted
    line: int = 0

    @property
    def quotable_until(self) -> date:
        """The last day on which it may be quoted."""
        return self.source_date + timedelta(days=self.term_days)

    def is_over(self, as_of: date) -> bool:
        """Whether it is past its term, or withdrawn: nothing may print it any more."""
        return self.status == "withdrawn" or as_of > self.quotable_until

    @property
    def revision(self) -> str:
        """Of all that is printed of it."""
        return digest(
            (self.value, self.qualifier, self.compact, self.unit, self.scope, self.source, str(self.source_date))
        )

    @property
    def bounds(self) -> tuple[float, float]:
        """The lowest and highest number that the value names."""
        low, _, high = self.value.replace("–", "-").partition("-")
        return float(low), float(high or low)
