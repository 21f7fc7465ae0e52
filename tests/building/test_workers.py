"""Doing jobs in a pool."""

from dataclasses import replace
from datetime import date

import pytest
from small_campaign import write

from campaign.building.content import read_checked
from campaign.building.workers import make_all
from campaign.model.work import Workshop
from campaign.planning.plan import Selection, plan

DAY = date(2026, 11, 22)


@pytest.fixture
def texts(tmp_path):
    """The small campaign's captions and radio texts as jobs."""
    reading = read_checked(write(tmp_path))
    jobs = plan(reading.campaign, Selection(formats=("caption",)), DAY).jobs
    return jobs, Workshop(reading.campaign, reading.library, DAY)


def test_four_workers_make_what_one_makes(texts):
    """The number of processes does not show in any byte."""
    jobs, workshop = texts
    alone, together = ({made.job.path: made.data for made in make_all(jobs, workshop, n)} for n in (1, 4))
    assert alone == together


def test_no_job_is_lost_when_workers_are_replaced(texts):
    """A long build goes through many pools and makes each job once."""
    jobs, workshop = texts
    made = [made.job.path for made in make_all(jobs, workshop, 2, jobs_per_worker=1)]
    assert sorted(made) == [job.path for job in jobs]


def test_a_bug_in_one_job_is_told_and_stops_nothing_else(texts, monkeypatch):
    """Our own mistake costs one asset, and is named with its traceback."""
    jobs, workshop = texts

    from campaign.media import script

    right = script.make

    def wrong(filled, workshop):
        if filled.job.language == "en":
            raise ZeroDivisionError("our own mistake")
        return right(filled, workshop)

    monkeypatch.setattr(script, "make", wrong)
    results = {made.job.path: made for made in make_all(jobs, workshop, 1)}
    [problem] = results["en/high-pay/caption.txt"].problems
    assert (
        problem.code,
        "our own mistake" in problem.message,
        "Traceback" in problem.hint or "File" in problem.hint,
    ) == (
        "BUG",
        True,
        True,
    )
    assert all(made.data for path, made in results.items() if path != "en/high-pay/caption.txt")


def test_a_medium_that_is_not_there_is_told_at_its_format(texts):
    """A misspelt medium is the designer's mistake, not a bug."""
    jobs, workshop = texts
    wrong = replace(jobs[0], format=jobs[0].format.model_copy(update={"medium": "scrpt"}))
    [made] = make_all([wrong], workshop, 1)
    assert [(problem.file, problem.code) for problem in made.problems] == [("templates/caption/format.yaml", "FM004")]
