"""``campaign.yaml``, ``channels.yaml``, ``facts.yaml``, ``platforms.yaml`` and the words of the interface."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from pydantic import Field

from campaign.model.campaign import THEMES, Platform, Settings
from campaign.model.library import Library
from campaign.model.register import Channel, Entry, Fact, Local
from campaign.model.revisions import digest
from campaign.problems import CampaignError, Problem
from campaign.reading.contact_values import Trusted, is_host, value_problem
from campaign.reading.entries import entry, nearest
from campaign.reading.yaml_file import YamlFile, read_yaml

E = TypeVar("E", bound=Entry)
# Second labels under which a country gives out names: "*.go.id" is anybody with an office.
REGISTRIES = frozenset(
    {"ac", "biz", "co", "com", "desa", "edu", "go", "gov", "mil", "my", "net", "or", "org", "ponpes", "sch", "web"}
)


@dataclass
class Entries(Generic[E]):
    """What could be read of a register, and the ids of what could not."""

    good: dict[str, E] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)
    source: YamlFile | None = None

    @property
    def unreadable(self) -> bool:
        """Whether the whole file has an error, so that any entry may have been in it."""
        return self.source is None and bool(self.problems)


def read_settings(files: Mapping[str, bytes]) -> Settings:
    """``content/campaign.yaml``. Raises CampaignError: without it nothing can be made."""
    file = "content/campaign.yaml"
    if file not in files:
        raise CampaignError(
            Problem(file, None, "RG010", "the file is missing", "make a starter with: campaign new DIR")
        )
    source = read_yaml(files[file], file)
    settings = entry(Settings, source, ())
    problems = []
    seen: set[str] = set()
    for i, language in enumerate(settings.languages):
        line = source.line(("languages", i))
        if language.tag in seen:
            problems.append(Problem(file, line, "RG011", f"the language “{language.tag}” stands here twice"))
        for key, other in (("fallback", language.fallback), ("beside", language.beside)):
            if other and other not in seen:
                hint = f"a {key} is a language that stands above"
                problems.append(Problem(file, line, "RG012", f"“{other}” cannot be the {key}", hint))
        seen.add(language.tag)
    problems += _host_problems(settings, source)
    fallbacks = fallbacks_of(settings)
    for name in ("name", "publisher"):
        problems += missing_texts(getattr(settings, name), fallbacks, file, source.line((name,)), name)
    if problems:
        raise CampaignError(problems)
    return settings


def _host_problems(settings: Settings, source: YamlFile) -> list[Problem]:
    """Hosts that are none, and wildcards under which anybody can register a name."""
    problems = []
    for i, host in enumerate(settings.allowed_hosts):
        line, below = source.line(("allowed-hosts", i)), host.removeprefix("*.")
        first, _, rest = below.partition(".")
        if not is_host(below):
            problems.append(Problem(source.file, line, "RG018", f"“{host}” is no host", "write it as kp2mi.go.id"))
        elif below != host and "." not in rest and first in REGISTRIES:
            hint = "name the institution as well: *.kp2mi.go.id"
            problems.append(Problem(source.file, line, "RG016", f"“{host}” allows anybody who registers a name", hint))
    return problems


def check_theme(settings: Settings, files: Mapping[str, bytes], library: Library) -> None:
    """Raises CampaignError, at its line, for a theme that has no file."""
    if f"templates/{THEMES}/{settings.theme}.css" in library:
        return
    file = "content/campaign.yaml"
    known = [path.rsplit("/", 1)[1].removesuffix(".css") for path in library.under(f"templates/{THEMES}", ".css")]
    message = f"there is no theme “{settings.theme}”: templates/{THEMES}/{settings.theme}.css is missing"
    hint = f"write that file, or take one of: {', '.join(known)}"
    raise CampaignError(Problem(file, read_yaml(files[file], file).line(("theme",)), "RG015", message, hint))


def fallbacks_of(settings: Settings) -> dict[str, str]:
    """Each language's fallback, "" where it has none."""
    return {language.tag: language.fallback for language in settings.languages}


def read_entries(model: type[E], files: Mapping[str, bytes], file: str, fallbacks: Mapping[str, str]) -> Entries[E]:
    """A register: id -> entry. A broken entry is left out and named; a broken file leaves everything out."""
    result: Entries[E] = Entries()
    if file not in files:
        result.problems.append(Problem(file, None, "RG010", "the file is missing", "an empty one holds: {}"))
        return result
    try:
        source = read_yaml(files[file], file)
    except CampaignError as error:
        result.problems += error.problems
        return result
    if not isinstance(source.tree, dict):
        result.problems.append(Problem(file, 1, "CM001", "the file must hold entries, each under its id"))
        return result
    result.source = source
    for id in source.tree:
        try:
            given = {"line": source.line((id,))} if "line" in model.model_fields else {}
            read = entry(model, source, (id,), id=id, **given)
            wrong = _texts_problems(read, fallbacks, source, id)
            if wrong:
                raise CampaignError(wrong)
            result.good[id] = read
        except CampaignError as error:
            result.broken.add(id)
            result.problems += error.problems
    return result


def read_channels(files: Mapping[str, bytes], fallbacks: Mapping[str, str], trusted: Trusted) -> Entries[Channel]:
    """The contacts. A number that cannot exist, and a web address outside ``allowed-hosts``, is an error."""
    channels = read_entries(Channel, files, "content/channels.yaml", fallbacks)
    for id, channel in list(channels.good.items()):
        problem = value_problem(channel, trusted)
        if problem is not None and channels.source is not None:
            channels.problems.append(problem.at("content/channels.yaml", channels.source.line((id, "value"))))
            channels.broken.add(id)
            del channels.good[id]
    return channels


def read_facts(files: Mapping[str, bytes], fallbacks: Mapping[str, str]) -> Entries[Fact]:
    """The figures. Two entries that give one thing two values are both an error: nobody knows which is true."""
    facts = read_entries(Fact, files, "content/facts.yaml", fallbacks)
    first: dict[str, Fact] = {}
    for id, fact in list(facts.good.items()):
        other = first.setdefault(_what_is_counted(fact), fact)
        if (other.value, other.qualifier) != (fact.value, fact.qualifier):
            text = f"“{id}” gives {fact.value} for what is {other.value} in “{other.id}” (line {other.line})"
            hint = "keep the one that its source confirms; where both count, say in “scope” what each counts"
            facts.problems.append(Problem("content/facts.yaml", fact.line, "FA001", text, hint))
            facts.broken |= {id, other.id}
    for id in facts.broken:
        facts.good.pop(id, None)
    return facts


def _what_is_counted(fact: Fact) -> str:
    """Unit, scope and date: two figures that share them speak of the same thing."""
    words = [
        (tag, " ".join(text.casefold().split()))
        for texts in (fact.unit, fact.scope or {})
        for tag, text in texts.items()
    ]
    return digest([words, str(fact.source_date)], 64)


def read_platforms(files: Mapping[str, bytes], fallbacks: Mapping[str, str]) -> Entries[Platform]:
    return read_entries(Platform, files, "content/platforms.yaml", fallbacks)


class _Word(Entry):
    texts: Local = Field(default_factory=dict)


def read_words(file: str, data: bytes) -> dict[str, Local]:
    """``templates/_shared/words.yaml``: key -> language -> word. Raises CampaignError."""
    source = read_yaml(data, file)
    problems, words = [], {}
    for key, texts in source.tree.items() if isinstance(source.tree, dict) else ():
        if isinstance(texts, str):
            words[key] = {"*": texts}
        elif isinstance(texts, dict) and all(isinstance(text, str) for text in texts.values()):
            words[key] = {tag: str(text) for tag, text in texts.items()}
        else:
            problems.append(Problem(file, source.line((key,)), "CM001", f"“{key}” must hold a text for each language"))
    if problems:
        raise CampaignError(problems)
    return words


def missing_texts(texts: Local, fallbacks: Mapping[str, str], file: str, line: int | None, name: str) -> list[Problem]:
    """A problem for each language that a text neither has nor falls back for."""
    problems = [
        Problem(file, line, "RG013", f"the campaign does not speak “{tag}”", nearest(tag, fallbacks))
        for tag in sorted(texts.keys() - fallbacks.keys() - {"*"})
    ]
    for language in fallbacks:
        tag = language
        while tag and tag not in texts and "*" not in texts:
            tag = fallbacks[tag]
        if not tag:
            hint = f"add “{language}: …”, or give the language a fallback in campaign.yaml"
            problems.append(Problem(file, line, "RG014", f"“{name}” has no text in “{language}”", hint))
    return problems


def _texts_problems(read: Entry, fallbacks: Mapping[str, str], source: YamlFile, id: str) -> list[Problem]:
    problems = []
    for name, info in type(read).model_fields.items():
        texts = getattr(read, name)
        if isinstance(texts, dict):
            key = info.alias or name
            line = source.line((id, key))
            if not all(text.strip() for text in texts.values()):
                problems.append(
                    Problem(source.file, line, "RG017", f"“{id}.{key}” is empty", "write it, or remove the key")
                )
                continue
            problems += missing_texts(texts, fallbacks, source.file, line, f"{id}.{key}")
    return problems
