"""Doing the jobs: in this process, or in a pool of fresh ones. What comes out is the same."""

import importlib
import multiprocessing
import traceback
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from typing import Any

from campaign.building.readback import read_back
from campaign.filling.filler import Filler
from campaign.model.work import Job, Made, Workshop
from campaign.problems import CampaignError, Problem

JOBS_PER_WORKER = 400
"""WeasyPrint keeps memory, so a pool is replaced before that matters.

Not by ``max_tasks_per_child``: with it ProcessPoolExecutor can wait for ever (python/cpython#115634).
"""


def make_all(
    jobs: Sequence[Job], workshop: Workshop, processes: int, jobs_per_worker: int = JOBS_PER_WORKER
) -> Iterator[Made]:
    """Every job's result as it is done, in no particular order; a job that fails brings its problems."""
    if processes <= 1 or len(jobs) <= 1 or not _can_share():
        filler = Filler(workshop)
        yield from (make(job, workshop, filler) for job in jobs)
        return
    batch = processes * jobs_per_worker
    for start in range(0, len(jobs), batch):
        yield from _batch(jobs[start : start + batch], workshop, processes)


def _batch(jobs: Sequence[Job], workshop: Workshop, processes: int) -> Iterator[Made]:
    """The jobs of one pool; those that a killed worker left are tried again."""
    done: set[str] = set()
    try:
        for made in _pooled(jobs, workshop, processes):
            done.add(made.job.path)
            yield made
    except BrokenProcessPool:
        # A worker was killed (out of memory, a signal). Which job it had is not known: those left are tried one by
        # one, each in a process of its own, so that only the guilty one is lost.
        for job in jobs:
            if job.path not in done:
                yield _alone(job, workshop)


def make(job: Job, workshop: Workshop, filler: Filler) -> Made:
    """One asset. A bug in our code is reported with its traceback and stops nothing else."""
    try:
        medium = _medium(job)
        made: Made = read_back(medium.make(filler.fill(job), workshop), workshop)
    except CampaignError as error:
        return Made(job, b"", problems=error.problems)
    except Exception as error:
        where = "".join(traceback.format_exception(error)[-4:])
        name = f"{job.language}/{job.subject}/{job.format.name}"
        text = f"{name} could not be made: {type(error).__name__}: {error} (a bug in campaign, not in the content)"
        return Made(job, b"", problems=(Problem(_file(job, workshop), None, "BUG", text, where),))
    return made


def _medium(job: Job) -> Any:
    """The module that makes the format's medium. Raises CampaignError when there is none of that name."""
    try:
        return importlib.import_module(f"campaign.media.{job.format.medium}")
    except ModuleNotFoundError:
        file = f"templates/{job.format.family}/format.yaml"
        text = f"{job.format.name}: there is no medium “{job.format.medium}”"
        hint = "image, document or script"
        raise CampaignError(Problem(file, job.format.line or None, "FM004", text, hint)) from None


def _file(job: Job, workshop: Workshop) -> str:
    campaign = workshop.campaign
    if job.subject in campaign.publications:
        return campaign.publications[job.subject].file
    return campaign.messages[job.subject, job.language].file


class _Worker:
    """What a worker process keeps between its jobs."""

    filler: Filler


def _start(workshop: Workshop) -> None:
    _Worker.filler = Filler(workshop)


def _work(job: Job) -> Made:
    return make(job, _Worker.filler.workshop, _Worker.filler)


def _pooled(jobs: Sequence[Job], workshop: Workshop, processes: int) -> Iterator[Made]:
    with _pool(workshop, processes) as pool:
        futures: list[Future[Made]] = [pool.submit(_work, job) for job in jobs]
        try:
            for future in as_completed(futures):
                yield future.result()
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _alone(job: Job, workshop: Workshop) -> Made:
    try:
        with _pool(workshop, 1) as pool:
            return pool.submit(_work, job).result()
    except BrokenProcessPool:
        hint = "it may need more memory than there is: make it alone with --message and --format"
        text = f"{job.path} could not be made: its process was killed"
        return Made(job, b"", problems=(Problem(_file(job, workshop), None, "WK001", text, hint),))


def _can_share() -> bool:
    """Whether this machine lets processes talk to each other; a container without /dev/shm does not."""
    try:
        multiprocessing.get_context("spawn").Lock()
    except (OSError, ImportError):
        return False
    return True


def _pool(workshop: Workshop, processes: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(
        processes,
        mp_context=multiprocessing.get_context("spawn"),
        initializer=_start,
        initargs=(workshop,),
    )
