"""A released campaign in which one digit is another: nothing of it reaches what is published."""

import random
import re
from datetime import date

import pytest
from small_campaign import write
from whole_campaign import ready

from campaign.building.content import checked
from campaign.building.drafts import refuse_drafts
from campaign.filling.filler import Filler
from campaign.model.work import Workshop
from campaign.planning.plan import Selection, plan
from campaign.problems import CampaignError
from campaign.reading.folder import understood
from campaign.reading.library import read_folder, read_library

DAY = date(2026, 11, 22)
FORMATS = ("caption", "carousel", "leaflet-trifold-a4")
MUTATIONS = 2000
Published = dict[str, tuple[str, str, str]]  # path -> what is laid out, the caption and the alternative text beside it


@pytest.fixture(scope="module")
def campaign(tmp_path_factory):
    """The whole campaign, verified and approved: its content, and the library."""
    root = write(tmp_path_factory.mktemp("ready"), ready())
    return read_folder(root, "content"), read_library(root)


def publish(files, library) -> Published | None:
    """What a release would hand to the painters, or None where it is refused: the steps of ``build``, without paint."""
    try:
        reading = checked(understood(files, library), DAY)
        if any(problem.level == "error" for problem in reading.problems):
            return None  # as refuse_drafts does, after it has filled in everything for its list
        planned = plan(reading.campaign, Selection(formats=FORMATS), DAY, release=True, broken=reading.broken)
        workshop = Workshop(reading.campaign, library, DAY)
        refuse_drafts(planned.jobs, workshop, (*reading.problems, *planned.problems))
        filler = Filler(workshop)
        filled = [filler.fill(job) for job in planned.jobs]
    except CampaignError:
        return None
    return {one.job.path: (one.body, one.caption, one.alt) for one in filled}


def test_without_a_change_it_is_released(campaign):
    """Otherwise the next test would hold for nothing."""
    published = publish(*campaign)
    text = " ".join(word for words in published.values() for word in words)
    assert {path.rsplit(".", 1)[1] for path in published} == {"txt", "png", "pdf"}
    for printed in ("0800-1000", "siskop2mi.bp2mi.go.id", "23–27", "83124", "Kampanye 2026", "UJI-C1", "29 Oktober"):
        assert printed in text


def test_no_other_digit_is_ever_published(campaign):
    """Of all numbers below content/, one digit is another: the release is refused, or not a letter of it is other."""
    files, library = campaign
    approved = publish(files, library)
    digits = [(file, match.start()) for file, data in files.items() for match in re.finditer(rb"[0-9]", data)]
    random.seed(20261122)
    escaped = []
    for _ in range(MUTATIONS):
        file, at = random.choice(digits)
        was = files[file][at : at + 1]
        other = random.choice([digit for digit in "0123456789" if digit != was.decode()]).encode()
        mutated = {**files, file: files[file][:at] + other + files[file][at + 1 :]}
        published = publish(mutated, library)
        if published is not None and any(published[path] != approved.get(path) for path in published):
            escaped.append((file, files[file][:at].count(b"\n") + 1, other))
    assert escaped == []
    assert len(digits) > 300
