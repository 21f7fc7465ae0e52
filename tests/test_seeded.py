"""A campaign with one fault, a hundred and more times: each is caught, at its file and line, by its own code."""

from datetime import date

import pytest
from seeds import CHECKED, EN, ID, REFUSED
from small_campaign import ENGLISH, released, write
from whole_campaign import WHOLE

from campaign.building.check import find_problems
from campaign.building.content import checked
from campaign.building.drafts import refuse_drafts
from campaign.building.marking import record_translation
from campaign.model.work import Workshop
from campaign.planning.plan import Selection, plan
from campaign.problems import CampaignError, ReleaseRefusedError
from campaign.reading.folder import understood
from campaign.reading.library import bundled, read_folder, read_library

DAY = date(2026, 11, 22)
FORMATS = ("caption", "carousel", "leaflet-trifold-a4", "running-text")


@pytest.fixture(scope="module")
def campaign(tmp_path_factory):
    """The whole campaign in two languages, verified, translated and approved: every file that a fault may be in."""
    root = write(tmp_path_factory.mktemp("seeded"), WHOLE)
    (root / EN).write_text(ENGLISH.replace("native-needed", "native-done"), encoding="utf-8")
    record_translation(root, "high-pay", "en")
    ready = {path: (root / path).read_text(encoding="utf-8") for path in (EN,)}
    write(root, released({**WHOLE, **ready}))
    return read_folder(root, "content"), read_library(root)


def line_of(text: str, part: str) -> int:
    return text[: text.index(part)].count("\n") + 1


def changed(campaign, fault):
    """The files with the fault in them, and the place where it must be found."""
    files, library = dict(campaign[0]), dict(campaign[1].files)
    _, file, old, new, code, *place = fault
    where = files if file.startswith("content/") else library
    text = where.get(file, b"").decode()
    assert old in text, fault[0]
    where[file] = (text.replace(old, new, 1) if old else text + new).encode()
    line: int | None = line_of(text, old) if old else text.count("\n") + 1
    if place and place[0] is None:
        line = None
    elif place and isinstance(place[0], int):
        line = line + place[0]
    if len(place) == 2:
        file = place[0] or file
        line = line_of(where[file].decode() if file in where else files[file].decode(), place[1])
    return files, type(campaign[1])(library), (file, line, code)


def read(files, library):
    """What was read, or what kept it from being read at all."""
    try:
        return checked(understood(files, library), DAY)
    except CampaignError as error:
        return error


def places(problems):
    return {(problem.file, problem.line, problem.code) for problem in problems}


def refusal(files, library):
    """Every reason against a release, as `campaign build --release` lists them."""
    reading = checked(understood(files, library), DAY)
    planned = plan(reading.campaign, Selection(formats=FORMATS), DAY, release=True, broken=reading.broken)
    try:
        refuse_drafts(planned.jobs, Workshop(reading.campaign, library, DAY), (*reading.problems, *planned.problems))
    except ReleaseRefusedError as error:
        return error.problems
    return ()


def test_without_a_fault_nothing_is_found_and_nothing_is_refused(campaign):
    """Otherwise the faults below would prove nothing."""
    assert read(*campaign).problems == ()
    assert refusal(*campaign) == ()


def test_there_are_many_and_each_has_a_name_of_its_own():
    """Every code of a guard several ways."""
    names = [fault[0] for fault in (*CHECKED, *REFUSED)]
    assert len(names) == len(set(names)) >= 130


@pytest.mark.parametrize("fault", CHECKED, ids=lambda fault: fault[0])
def test_a_fault_is_found_at_its_place(campaign, fault):
    """File, line and code."""
    files, library, place = changed(campaign, fault)
    assert place in places(read(files, library).problems)


@pytest.mark.parametrize("fault", REFUSED, ids=lambda fault: fault[0])
def test_a_release_of_it_is_refused_at_its_place(campaign, fault):
    """File, line and code."""
    files, library, place = changed(campaign, fault)
    assert place in places(refusal(files, library))


@pytest.mark.parametrize("fault", [one for one in CHECKED if one[1] == ID == (*one, ID)[5]], ids=lambda one: one[0])
def test_what_has_a_fault_is_not_made(campaign, fault):
    """An error costs the message that it is in; a release is refused as a whole."""
    files, library, _ = changed(campaign, fault)
    reading = read(files, library)
    assert ("high-pay", "id") not in reading.campaign.messages


def test_the_bundled_campaign_has_no_fault():
    """Not one error, not one warning: a guard that cries wolf is switched off."""
    found = find_problems(bundled(), DAY)
    assert found.problems == ()
    assert found.assets > 2000
