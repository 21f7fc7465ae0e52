"""What people put their names to: a contact was checked, a translation follows its text, a text was approved.

Each writes a few keys into the file that staff keep, and nothing else.
"""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from campaign.building.amending import Value, amended, amended_front
from campaign.building.content import read_checked
from campaign.building.store import store
from campaign.model.approval import FRAME, Subject, content_of, frame_standing, standing
from campaign.model.message import Message
from campaign.model.register import Channel
from campaign.problems import CampaignError, Problem, StorageError, UsageError
from campaign.reading.entries import nearest
from campaign.reading.folder import Reading, read_campaign

CHANNELS = "content/channels.yaml"
FRAME_FILES = ("content/campaign.yaml", "content/platforms.yaml", "content/regions.csv")
LONGEST = 120  # characters of a name or a note


@dataclass(frozen=True)
class Marked:
    """A file that was written, or that said so already."""

    file: str
    changed: bool


def own_root(given: Path | None) -> Path:
    """The folder to write into: the given one, or the current one. Never the bundled campaign of an installation.

    Raises UsageError when it holds no campaign.
    """
    root = given or Path.cwd()
    if (root / "content" / "campaign.yaml").is_file():
        return root
    hint = "change into your campaign's folder, or name it behind the command"
    raise UsageError(Problem(str(root), None, "US010", "there is no content/campaign.yaml in this folder", hint))


def verify_channel(root: Path, id: str, by: str, on: date, note: str = "") -> tuple[Channel, Marked]:
    """Record that a person dialled or opened a contact on a day; the contact as it is from now on.

    Raises UsageError for a contact that is not there or has an error, and for a name that is none.
    """
    reading = read_campaign(root)
    channel = reading.campaign.channels.get(id)
    if channel is None:
        known = reading.campaign.channels
        wrong = [problem for problem in reading.problems if problem.file == CHANNELS]
        if id in reading.broken or wrong:
            raise UsageError([*wrong, Problem("ID", None, "US011", f"“{id}” cannot be verified before it is mended")])
        raise UsageError(Problem("ID", None, "US012", f"no channel is called “{id}”", nearest(id, known)))
    if channel.status == "withdrawn":
        hint = "if it is in use again, correct its status and its source first"
        raise UsageError(Problem(CHANNELS, channel.line, "US013", f"“{id}” is withdrawn", hint))
    values = {"verified-by": _name(by), "verified-on": on.isoformat(), "verified-of": channel.revision}
    if note or channel.verified_note:
        values["verified-note"] = _line(note, "--note") if note else ""
    marked = _write(root, CHANNELS, lambda data: amended(data, CHANNELS, (id,), values))
    update = {"verified_by": by, "verified_on": on, "verified_of": channel.revision, "verified_note": note}
    return channel.model_copy(update=update), marked


def record_translation(root: Path, slug: str, language: str, by: str = "", on: date | None = None) -> Marked:
    """Record which revision of each part the translation translates: the one that stands there now.

    Whether a native speaker has read it, ``review`` says; this does not touch it. Raises UsageError.
    """
    reading = read_campaign(root)
    campaign = reading.campaign
    _check_language(reading, language)
    if language == campaign.first_language:
        text = f"“{language}” is the language that the others translate"
        raise UsageError(Problem("LANGUAGE", None, "US014", text, "name the translation's language"))
    first, translation = (_message(reading, slug, tag) for tag in (campaign.first_language, language))
    values: dict[str, Value] = {"translates": first.revisions}
    if by and on is not None:
        values |= {"translated-by": _name(by), "translated-on": on.isoformat()}
    return _write(root, translation.file, lambda data: amended_front(data, translation.file, values))


def approve(root: Path, slug: str, by: str, on: date, language: str = "", *, reviewed: bool = False) -> list[Marked]:
    """Record a review, or the approval that follows it, of a message in one language or all, of a publication, or of
    the campaign's frame: its settings, its platforms and all offices, in ``campaign.yaml``.

    Raises UsageError, before anything is written, when something was not reviewed as it stands now, or has errors.
    """
    reading = read_checked(root, on)
    campaign = reading.campaign
    step = "reviewed" if reviewed else "approved"
    subjects: list[Subject] = []
    if slug == FRAME and not any(known == FRAME for known, _ in campaign.messages):
        return [_approve_frame(root, reading, by, on, step)]
    if slug in campaign.publications:
        subjects.append(campaign.publications[slug])
    else:
        if language:
            _check_language(reading, language)
        there = [tag for known, tag in campaign.messages if known == slug]
        there += [name.split(".", 1)[1] for name in reading.broken if name.split(".")[0] == slug and "." in name]
        subjects += [_message(reading, slug, tag) for tag in ([language] if language else there or [""])]
    problems = [
        Problem(subject.file, None, "US016", "this text was not reviewed as it stands now", _first_review(subject))
        for subject in subjects
        if not reviewed and standing(subject, campaign, on).state == "draft"
    ]
    if problems:
        raise UsageError(problems)
    marked = []
    for subject in subjects:
        content = content_of(subject, campaign)
        values = {f"{step}-by": _name(by), f"{step}-on": on.isoformat(), f"{step}-of": content}
        marked.append(_write(root, subject.file, _amending(subject, values)))
    return marked


def _approve_frame(root: Path, reading: Reading, by: str, on: date, step: str) -> Marked:
    """Raises UsageError while a row or a setting has an error: what is approved must be what is printed."""
    campaign = reading.campaign
    wrong = [problem for problem in reading.problems if problem.file in FRAME_FILES and problem.level == "error"]
    if wrong:
        raise UsageError([*wrong, Problem("MESSAGE", None, "US017", f"“{FRAME}” has errors: mend them first")])
    if step == "approved" and frame_standing(campaign.frame, campaign, on).state == "draft":
        hint = f"somebody reads it first: campaign approve {FRAME} --reviewed --by NAME"
        raise UsageError(Problem(FRAME_FILES[0], None, "US016", "this text was not reviewed as it stands now", hint))
    values: dict[str, Value] = {f"{step}-by": _name(by), f"{step}-on": on.isoformat(), f"{step}-of": campaign.frame}
    return _write(root, FRAME_FILES[0], lambda data: amended(data, FRAME_FILES[0], (), values))


def _amending(subject: Subject, values: dict[str, str]) -> Callable[[bytes], bytes]:
    if isinstance(subject, Message):
        return lambda data: amended_front(data, subject.file, values)
    return lambda data: amended(data, subject.file, (), values)


def _first_review(subject: Subject) -> str:
    tag = f" --language {subject.language}" if isinstance(subject, Message) else ""
    return f"somebody reads it first: campaign approve {subject.slug}{tag} --reviewed --by NAME"


def _check_language(reading: Reading, language: str) -> None:
    tags = [known.tag for known in reading.campaign.settings.languages]
    if language not in tags:
        text = f"the campaign does not speak “{language}”"
        raise UsageError(Problem("LANGUAGE", None, "US015", text, f"it speaks {', '.join(tags)}"))


def _message(reading: Reading, slug: str, language: str) -> Message:
    messages = reading.campaign.messages
    if (slug, language) in messages:
        return messages[slug, language]
    name = f"{slug}.{language}" if language else slug
    if name in reading.broken:
        wrong = [problem for problem in reading.problems if problem.level == "error"]
        own = [problem for problem in wrong if f"/{name}." in problem.file] or wrong
        raise UsageError([*own, Problem("MESSAGE", None, "US017", f"“{name}” has errors: mend them first")])
    known = {one for one, _ in messages} | set(reading.campaign.publications)
    hint = nearest(slug, known) if slug not in known else f"translate it first: {slug}.{language}.md"
    raise UsageError(Problem("MESSAGE", None, "US018", f"there is no message “{name}”", hint))


def _name(text: str) -> str:
    """A person's name on one line. Raises UsageError."""
    name = _line(text, "--by")
    if not any(letter.isalpha() for letter in name):
        hint = "the name of the person who did it, not of an office"
        raise UsageError(Problem("--by", None, "US019", f"“{text}” is no name", hint))
    return name


def _line(text: str, option: str) -> str:
    line = " ".join(text.split())
    if len(line) > LONGEST or any(unicodedata.category(letter)[0] == "C" for letter in line):
        hint = f"one line of at most {LONGEST} characters, without invisible ones"
        raise UsageError(Problem(option, None, "US020", "this cannot be written into a file", hint))
    return line


def _write(root: Path, file: str, change: Callable[[bytes], bytes]) -> Marked:
    """Replace a file whole. Raises StorageError when somebody saved it at the same time."""
    path = (root / file).resolve()
    try:
        data = path.read_bytes()
        mode = path.stat().st_mode
        new = change(data)
        if path.read_bytes() != data:
            hint = "nothing was written; do it again"
            raise StorageError(Problem(file, None, "ST022", "somebody else saved this file just now", hint))
        changed = store(path.parent, path.name, new)
        path.chmod(mode)
    except OSError as error:
        hint = error.strerror or str(error)
        raise StorageError(Problem(file, None, "ST001", "the file cannot be read or written", hint)) from None
    except UnicodeDecodeError:
        raise CampaignError(Problem(file, None, "YM005", "the file is not UTF-8 text", "save it as UTF-8")) from None
    return Marked(file, changed)
