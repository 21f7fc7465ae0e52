"""``campaign doctor``: what this machine lacks, and the command that mends it."""

import json
import platform
from pathlib import Path

import typer

from campaign import __version__
from campaign.building import machine
from campaign.building.machine import Need, System

ALL_THERE = 0
SOMETHING_LACKS = 3


def doctor(as_json: bool = False, output: Path = Path("output")) -> int:
    """Print what is there and what is missing; the exit code is 3 when a build would fail for it, else 0.

    What only tests need never makes the code 3. With ``as_json`` standard output is one JSON document.
    """
    system = machine.this_system()
    wanted = machine.needs(output)
    lacking = machine.missing(wanted)
    typer.echo(_document(system, wanted, lacking) if as_json else _page(system, wanted, lacking))
    return SOMETHING_LACKS if any(not need.tests_only for need in lacking) else ALL_THERE


def _document(system: System, wanted: tuple[Need, ...], lacking: tuple[Need, ...]) -> str:
    return json.dumps(
        {
            "tool": f"campaign {__version__}",
            "python": platform.python_version(),
            "system": system,
            "ready": all(need.tests_only for need in lacking),
            "needs": [
                {"name": n.name, "why": n.why, "found": n not in lacking, "for": "tests" if n.tests_only else "build"}
                for n in wanted
            ],
            "mend": _mending(lacking, system, tests_only=False),
            "mend-tests": _mending(lacking, system, tests_only=True),
        },
        ensure_ascii=False,
        indent=2,
    )


def _page(system: System, wanted: tuple[Need, ...], lacking: tuple[Need, ...]) -> str:
    name = machine.SYSTEM_NAMES.get(system, platform.system())
    lines = [f"campaign {__version__}, Python {platform.python_version()}, {name}"]
    for title, tests_only in (("To build", False), ("Only for tests (those that need it are skipped)", True)):
        lines += ["", f"{title}:"]
        lines += [
            f"  missing  {need.name}: {need.why}" if need in lacking else f"  there    {need.name}"
            for need in wanted
            if need.tests_only is tests_only
        ]
        commands = _mending(lacking, system, tests_only)
        if commands:
            lines += ["", "To mend it:", *(f"  {command}" for command in commands)]
    return "\n".join(lines)


def _mending(lacking: tuple[Need, ...], system: System, tests_only: bool) -> tuple[str, ...]:
    asked = (need for need in lacking if need.tests_only is tests_only)
    return machine.mending(asked, system, as_root=machine.is_root())
