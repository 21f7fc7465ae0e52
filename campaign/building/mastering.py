"""A take for a spot becomes what a station is sent: Broadcast Wave, MP3, and a report of its quality."""

import json
from dataclasses import dataclass
from pathlib import Path

from campaign.building.content import read_checked
from campaign.building.store import store
from campaign.model.message import Message
from campaign.problems import Problem, StorageError, UsageError
from campaign.sounding import RATE
from campaign.sounding.bwf import Origin, wave
from campaign.sounding.conversion import mp3
from campaign.sounding.loudness import PROFILES, Profile
from campaign.sounding.mastering import LEAST_NOISE_GAP, Master, master, read_take


@dataclass(frozen=True)
class Mastered:
    """The files that were written, and what was measured."""

    files: tuple[Path, ...]
    report: dict[str, object]
    problems: tuple[Problem, ...]  # warnings


def master_take(root: Path, take: Path, spot: str, language: str, profile: str, output: Path) -> Mastered:
    """Write ``<spot>-<language>-<profile>`` .wav, .mp3 and .qc.json beside each other.

    Raises UsageError for a spot or profile that does not exist, CampaignError for a take that is refused, StorageError.
    """
    campaign = read_checked(root).campaign
    message = campaign.messages.get((spot, language))
    if message is None or message.kind != "spot" or message.seconds is None:
        known = sorted({message.slug for message in campaign.messages.values() if message.kind == "spot"})
        text = f"there is no spot “{spot}” in “{language}”"
        raise UsageError(Problem("--spot", None, "US002", text, f"spots: {', '.join(known)}"))
    if profile not in PROFILES:
        text = f"there is no profile “{profile}”"
        raise UsageError(Problem("--profile", None, "US002", text, f"one of: {', '.join(PROFILES)}"))
    try:
        data = take.read_bytes()
    except OSError as error:
        raise StorageError(Problem(str(take), None, "ST014", f"the take cannot be read: {error.strerror}")) from None
    sound, rate = read_take(data, take.name)
    made = master(sound, rate, message.seconds, PROFILES[profile], take.name)
    name = f"{spot}-{language}-{profile}"
    publisher = campaign.local(campaign.settings.publisher, language)
    origin = Origin(message.title, publisher, f"{message.code} v{message.version}", str(message.updated))
    tags = {"title": message.title, "artist": publisher, "language": language, "comment": origin.reference}
    report = _report(message, made, PROFILES[profile], rate)
    files = {
        f"{name}.wav": wave(made.sound, origin, made.master),
        f"{name}.mp3": mp3(made.sound, tags),
        f"{name}.qc.json": (json.dumps(report, ensure_ascii=False, indent=2) + "\n").encode(),
    }
    for file, content in files.items():
        store(output, file, content)
    paths = tuple(output / file for file in files)
    return Mastered(paths, report, tuple(_warnings(made, PROFILES[profile], take.name)))


def _report(message: Message, made: Master, profile: Profile, rate: int) -> dict[str, object]:
    return {
        "spot": message.slug,
        "language": message.language,
        "code": f"{message.code} v{message.version}",
        "profile": profile.id,
        "seconds": made.sound.shape[1] / RATE,
        "samples": made.sound.shape[1],
        "samples_a_second": RATE,
        "loudness_lufs": round(made.master.integrated, 2),
        "loudness_wanted_lufs": profile.loudness,
        "true_peak_dbtp": round(made.master.peak, 2),
        "true_peak_most_dbtp": profile.peak,
        "loudest_short_term_lufs": round(made.master.short, 2),
        "loudness_range_lu": round(made.master.range, 2),
        "take": {
            "samples_a_second": rate,
            "loudness_lufs": round(made.take.integrated, 2),
            "true_peak_dbtp": round(made.take.peak, 2),
            "words_from_s": round(made.words_from, 2),
            "words_to_s": round(made.words_to, 2),
            "speech_over_noise_db": round(made.noise_gap, 1),
        },
    }


def _warnings(made: Master, profile: Profile, name: str) -> list[Problem]:
    problems = []
    if made.noise_gap < LEAST_NOISE_GAP:
        text = f"the pauses are only {made.noise_gap:.0f} dB softer than the words"
        hint = "record in a quieter room, nearer to the microphone"
        problems.append(Problem(name, None, "MA006", text, hint, "warning"))
    if profile.short is not None and made.master.short > profile.short:
        text = f"the loudest three seconds are {made.master.short:.1f} LUFS; short spots may have {profile.short:g}"
        problems.append(Problem(name, None, "MA007", text, "speak more evenly, or ask the station", "warning"))
    return problems
