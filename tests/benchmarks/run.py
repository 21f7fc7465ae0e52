"""Measure our pictures beside other tools: ``make bench``.

All engines draw the same portrait pictures of the bundled tactics, each with another text, one engine after the other
and several times round, so that a slow moment of the machine spoils one round of all and not all rounds of one. What
counts is each engine's best round, as the median of its pictures after some to warm up.

The npm packages are installed into a folder of their own. A tool that cannot be had is named and left out.

Then one worker makes two thousand pictures: its peak memory must stay what it was after a hundred. Our PNGs are held
against Pillow's for the same pixels.

Regional copies of the tri-fold are measured in the same way, in processor time, beside WeasyPrint called plainly and
Chromium's print to PDF; one worker then makes five hundred of them.

Prints ``card vs takumi: 0.93`` for each (ours ÷ theirs: under 1, ours is faster) and writes output/bench.json. It is no
test: it never fails for being slow.
"""

import argparse
import json
import shutil
import statistics
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import font_manrope
from cards import ROOT, all_cards
from leaflets import all_leaflets

from campaign.building import machine

HERE = Path(__file__).parent
PEERS = HERE / ".peers"
ENGINES = HERE / "engines"
WARM, TIMED = 6, 20


@dataclass
class Engine:
    name: str
    command: list[str]
    rounds: list[list[float]] = field(default_factory=list)  # milliseconds of each picture

    @property
    def best(self) -> float:
        return min(statistics.median(times) for times in self.rounds)


class LeftOutError(Exception):
    """An engine that cannot be measured on this machine, and why."""


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure our pictures beside other tools.")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", nargs="*", default=(), metavar="PEER", help="only these peers")
    parser.add_argument("--what", nargs="*", default=("cards", "leaflets"), choices=("cards", "leaflets"))
    parser.add_argument("--copies", type=int, default=500, help="leaflets that one worker makes; 0: leave that out")
    parser.add_argument("--pictures", type=int, default=2000, help="how many one worker makes; 0: leave that out")
    options = parser.parse_args()
    count = options.rounds * (WARM + TIMED)
    write_fonts()
    rows = []
    if "cards" in options.what:
        rows += of_cards(options.rounds, count, options.only, options.pictures)
    if "leaflets" in options.what:
        rows += of_leaflets(options.rounds, count, options.only, options.copies)
    report(rows)


def of_cards(rounds: int, count: int, only: Sequence[str], pictures: int) -> list[dict[str, Any]]:
    write("cards", all_cards(count))
    ours, *peers = measure(list(engines(only)), rounds)
    say(f"ours: {ours.best:.1f} ms for a card")
    return [compared("card", ours, peer) for peer in peers] + (all_day(pictures) if pictures else [])


def of_leaflets(rounds: int, count: int, only: Sequence[str], copies: int) -> list[dict[str, Any]]:
    write("leaflets", all_leaflets(count))
    ours, *peers = measure(list(leaflet_engines(only)), rounds)
    say(f"ours: {ours.best:.1f} ms for a copy of a leaflet")
    return [compared("leaflet copy", ours, peer) for peer in peers] + (leaflets_all_day(copies) if copies else [])


def write_fonts() -> None:
    """Two weights, which all engines share."""
    (PEERS / "fonts").mkdir(parents=True, exist_ok=True)
    shutil.copy(font_manrope.ManropeMedium, PEERS / "fonts" / "500.ttf")
    shutil.copy(font_manrope.ManropeExtraBold, PEERS / "fonts" / "800.ttf")


def write(name: str, material: dict[str, Any]) -> None:
    """What all engines draw."""
    (PEERS / f"{name}.json").write_text(json.dumps(material, ensure_ascii=False), encoding="utf-8")


def leaflet_engines(only: Sequence[str]) -> Iterator[Engine]:
    """Ours first, then WeasyPrint, and Chromium where it and its processor time can be had."""
    for name in ("ours", "weasyprint", "chromium"):
        if name != "ours" and only and name not in only:
            continue
        if name == "chromium" and (machine.program("chromium") is None or not Path("/proc/self/stat").exists()):
            say("left out: chromium (it, or its processor time, is not to be had on this machine)")
        else:
            yield Engine(name, [sys.executable, str(ENGINES / f"leaflet_{name}.py")])


def engines(only: Sequence[str]) -> Iterator[Engine]:
    """Ours first, then every peer that can be had."""
    python = {"ours": "ours", "chromium": "chromium", "weasyprint": "weasyprint_to_pixels", "pillow": "pillow_by_hand"}
    for name, script in python.items():
        if name == "ours" or not only or name in only:
            if name == "chromium" and machine.program("chromium") is None:
                say("left out: chromium (it is not on this machine)")
            else:
                yield Engine(name, [sys.executable, str(ENGINES / f"{script}.py")])
    npm_peers = [name for name in ("takumi", "satori") if not only or name in only]
    if npm_peers:
        try:
            install_npm_peers()
        except LeftOutError as reason:
            say(f"left out: {', '.join(npm_peers)} ({reason})")
        else:
            yield from (Engine(name, ["node", str(PEERS / f"{name}.mjs")]) for name in npm_peers)


def install_npm_peers() -> None:
    """Node looks for packages beside the script, so the scripts are copied to where npm puts them."""
    if not (shutil.which("node") and shutil.which("npm")):
        raise LeftOutError("Node.js with npm is not on this machine")
    for script in (*ENGINES.glob("*.mjs"), HERE / "package.json"):
        shutil.copy(script, PEERS)
    done = subprocess.run(
        ["npm", "install", "--no-audit", "--no-fund", "--no-package-lock", "--loglevel=error"],
        cwd=PEERS,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise LeftOutError("npm could not install them: " + " ".join(done.stderr.split())[-200:])


def measure(wanted: list[Engine], rounds: int) -> list[Engine]:
    """Round after round; an engine that fails is named and left out of the rest."""
    for number in range(rounds):
        for engine in list(wanted):
            say(f"round {number + 1} of {rounds}: {engine.name}")
            first = number * (WARM + TIMED)
            command = [*engine.command, str(PEERS), str(first), str(WARM), str(TIMED)]
            done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
            if done.returncode == 0:
                engine.rounds.append(json.loads(done.stdout.splitlines()[-1]))
                continue
            if engine.name == "ours":
                sys.exit(done.stderr)
            wanted.remove(engine)
            say(f"left out: {engine.name} (it failed: {' '.join(done.stderr.split())[-300:]})")
    return wanted


def compared(what: str, ours: Engine, peer: Engine) -> dict[str, Any]:
    return row(what, peer.name, ours.best, peer.best, "ms", sum(map(len, peer.rounds)))


def all_day(pictures: int) -> list[dict[str, Any]]:
    """Memory late against memory early, and the size of files."""
    say(f"{pictures} pictures by one worker")
    command = [sys.executable, str(ENGINES / "ours_all_day.py"), str(PEERS), str(max(pictures, 101))]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stderr)
    found = json.loads(done.stdout.splitlines()[-1])
    early, late = found["peaks"]
    mine, pillows = found["bytes"]
    return [
        row("memory", "its 100th picture", late, early, "MB", pictures),
        row("png size", "pillow", mine, pillows, "bytes", pictures),
    ]


def leaflets_all_day(copies: int) -> list[dict[str, Any]]:
    """Memory late against memory early."""
    say(f"{copies} copies of a leaflet by one worker")
    command = [sys.executable, str(ENGINES / "leaflets_all_day.py"), str(max(copies, 101))]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stderr)
    early, late = json.loads(done.stdout.splitlines()[-1])
    return [row("leaflet memory", "its 100th copy", late, early, "MB", copies)]


def row(what: str, peer: str, ours: float, theirs: float, unit: str, runs: int) -> dict[str, Any]:
    return {
        "what": what,
        "peer": peer,
        "ratio": round(ours / theirs, 3),
        "ours": round(ours, 2),
        "theirs": round(theirs, 2),
        "unit": unit,
        "runs": runs,
    }


def report(rows: list[dict[str, Any]]) -> None:
    (ROOT / "output").mkdir(exist_ok=True)
    (ROOT / "output" / "bench.json").write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")
    for each in rows:
        figures = f"{each['ours']:,.1f} against {each['theirs']:,.1f} {each['unit']}"
        say(f"{each['what']}, {each['peer']}: {figures}")
        print(f"{each['what']} vs {each['peer']}: {each['ratio']:.2f}")


def say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
