"""How a language says what is not a plain word: abbreviations, web addresses, money, dates, hours.

The data is ``templates/radio/lexicon.yaml``; an office adds a word there, not here.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import yaml
from pydantic import Field, ValidationError

from campaign.model.register import Entry
from campaign.problems import CampaignError, Problem
from campaign.speaking.numbers import spell_digits

PATH = "templates/radio/lexicon.yaml"


class Lexicon(Entry):
    """One language. Keys of ``words`` are matched with their capitals, keys of ``labels`` without."""

    language: str
    group: str = Field(min_length=1, max_length=1)  # between thousands: "." in 1.500
    decimal: str = Field(min_length=1, max_length=1)
    months: tuple[str, ...] = Field(min_length=12, max_length=12)
    short_months: Mapping[str, int] = {}  # "Des": 12
    date: str  # "{day} {month}": what is said before the year
    clock: str  # "pukul {hour}"
    clock_minutes: str  # "pukul {hour} lewat {minute} menit"
    day_parts: Mapping[int, str] = {}  # from this hour on: "in the morning"; with them, hours count to twelve
    zones: Mapping[str, str] = {}  # "WIB": "waktu Indonesia barat"
    clock_words: tuple[str, ...] = ()  # what may stand before an hour: "pukul"
    phone_words: tuple[str, ...] = ()  # what may stand before a telephone number: "hubungi"
    ordinal: str = ""  # what stands before an ordinal's digits: "ke-"
    laws: tuple[str, ...] = ()  # "UU" in "UU 18/2017"
    number_words: tuple[str, ...] = ()  # "No." in "No. 18 Tahun 2017"
    year_words: tuple[str, ...] = ()
    currencies: dict[str, str]  # "Rp": "rupiah"
    magnitudes: dict[str, str]  # "jt": "juta"
    phrases: dict[str, str]  # to, percent, point, times, number, year, and, dot, slash, hyphen, underscore, at
    letters: dict[str, str]  # a-z
    labels: Mapping[str, str] = {}  # parts of web addresses and handles
    words: Mapping[str, str] = {}

    def __hash__(self) -> int:
        """Its tables are read once and never change; a campaign has one lexicon for each language."""
        return hash(self.language)

    def spelled(self, written: str) -> str:
        """A part of an address or a handle letter by letter: "kp2mi" is "ka-pe-dua-em-i"."""
        sounds = (self.letters.get(c) or spell_digits(c, self.language) for c in written.lower())
        return "-".join(sounds)


PHRASES = ("to", "percent", "point", "times", "number", "year", "and", "dot", "slash", "hyphen", "underscore", "at")


@lru_cache(maxsize=4)
def read_lexicons(text: str, file: str = PATH) -> Mapping[str, Lexicon]:
    """The lexicons of a YAML text by language tag. A language may start from another one: ``base: id``.

    Raises CampaignError with file and line for broken YAML, a key twice, an unknown key or a missing one.
    """
    try:
        node = _composed(text)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        raise CampaignError(Problem(file, line, "SP003", f"not readable as YAML: {error.problem}")) from error
    if not isinstance(node, yaml.MappingNode):
        raise CampaignError(Problem(file, 1, "SP003", "a lexicon is a list of languages, each with its words"))
    raw = _plain(node, file)
    lexicons: dict[str, Lexicon] = {}
    for key, _ in node.value:
        own = dict(raw[key.value])
        base = own.pop("base", "")
        try:
            start = lexicons[base].model_dump(by_alias=True) if base else {}
            merged = {name: _over(start.get(name), value) for name, value in {**start, **own}.items()}
            lexicons[key.value] = Lexicon.model_validate({**merged, "language": key.value})
        except KeyError as error:
            raise _broken(file, key, f"the base {base!r} does not come before {key.value}") from error
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(str(part) for part in first["loc"])
            raise _broken(file, key, f"{key.value}: {where}: {first['msg']}") from error
        missing = [name for name in PHRASES if name not in lexicons[key.value].phrases]
        if missing:
            raise _broken(file, key, f"{key.value}: phrases lacks {', '.join(missing)}")
    return lexicons


def _composed(text: str) -> yaml.Node | None:
    """By libyaml where it is there; what it refuses is read again in Python, whose errors say more."""
    try:
        return yaml.compose(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    except yaml.YAMLError:
        return yaml.compose(text, Loader=yaml.BaseLoader)


def _broken(file: str, node: yaml.Node, message: str) -> CampaignError:
    return CampaignError(Problem(file, node.start_mark.line + 1, "SP003", message))


def _over(start: Any, own: Any) -> Any:
    """A language's own entries win over those of its base."""
    return {**start, **own} if isinstance(start, dict) and isinstance(own, dict) else own


def _plain(node: yaml.Node, file: str) -> Any:
    """Scalars stay text: "no" is a word here, not a truth value. The same key twice is refused."""
    if isinstance(node, yaml.MappingNode):
        values: dict[str, Any] = {}
        for key, value in node.value:
            if key.value in values:
                raise _broken(file, key, f"{key.value!r} stands here twice")
            values[key.value] = _plain(value, file)
        return values
    if isinstance(node, yaml.SequenceNode):
        return [_plain(value, file) for value in node.value]
    return node.value
