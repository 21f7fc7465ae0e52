"""What needs more than the core: left out, with a warning that names it and the command, where it is not installed."""

from dataclasses import replace
from importlib.util import find_spec

from campaign.planning.plan import Plan
from campaign.problems import Problem
from campaign.sounding.voice import has_voice

NEEDS_SOUND = frozenset({"sound", "film"})
COMMAND = 'pip install "campaign[broadcast]"'


def without_extras(planned: Plan) -> Plan:
    """The jobs that this machine can do. Sound and film need PyAV and a voice; all else comes with the core."""
    if find_spec("av") is not None and has_voice():
        return planned
    left_out = [job for job in planned.jobs if job.format.medium in NEEDS_SOUND]
    if not left_out:
        return planned
    formats = ", ".join(sorted({job.format.name for job in left_out}))
    text = f"left out, {len(left_out)} files: sound and film need the extra [broadcast] ({formats})"
    problem = Problem("this machine", None, "EX001", text, COMMAND, "warning")
    jobs = tuple(job for job in planned.jobs if job.format.medium not in NEEDS_SOUND)
    return replace(planned, jobs=jobs, problems=(*planned.problems, problem))
