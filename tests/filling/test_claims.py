"""The last gate before an asset is made: only contacts and figures that hold, each figure with its source and year."""

from datetime import date

import pytest
from small_campaign import FILES, write

from campaign.filling.filler import Filler
from campaign.model.library import Library
from campaign.model.work import Workshop
from campaign.planning.plan import Selection, plan
from campaign.problems import CampaignError
from campaign.reading.folder import read_campaign

DAY = date(2026, 11, 22)


@pytest.fixture
def codes(tmp_path):
    """The codes of what is wrong with a portrait of the figure, made from a template of one's own."""

    def filled(template, content=None, language="id"):
        reading = read_campaign(write(tmp_path, content))
        library = Library({**reading.library.files, "templates/social/figure.html": template.encode()})
        [job] = plan(reading.campaign, Selection(("instagram-portrait",), ("takedowns",), (language,)), DAY).jobs
        try:
            Filler(Workshop(reading.campaign, library, DAY)).fill(job)
        except CampaignError as error:
            return [problem.code for problem in error.problems]
        return []

    return filled


@pytest.mark.parametrize(
    ("template", "wanted"),
    [
        ("{{ fact.value }}", ["FA004"]),
        ("{{ fact.value }}, {{ fact.source }}", ["FA004"]),
        ("{{ fact.value }}, {{ fact.year }}", ["FA004"]),
        ("{{ fact.value }} <p>{{ fact.source }}</p> {{ fact.date }}", []),
        ("{{ fact.value }} {{ sources|join }}", []),
        ("{{ fact.value }} {{ fact.source }} 12025", ["FA004"]),
        ("{{ message.title }}", []),
        ("{{ message.section('meaning').text }}", []),  # the copy names source and date itself
    ],
)
def test_a_figure_is_shown_with_its_source_and_its_year(codes, template, wanted):
    """A number that nobody can look up is a rumour."""
    assert codes(template) == wanted


def test_a_source_in_an_attribute_is_not_shown(codes):
    """What nobody sees is not there."""
    assert codes("<p title='{{ fact.source }} {{ fact.year }}'>{{ fact.value }}</p>") == ["FA004"]


@pytest.mark.parametrize("how", ["status: withdrawn", "valid-until: 2026-11-21"])
def test_a_contact_that_is_over_is_printed_by_no_template(codes, how):
    """Not even by one that calls it by itself."""
    content = {"content/channels.yaml": f"{FILES['content/channels.yaml']}  {how}\n"}
    assert codes("{{ channel('siskop2mi').value }}", content) == ["CH021"]
    assert codes("{{ channel('siskop2mi').name }}", content) == []


@pytest.mark.parametrize("how", ["status: withdrawn", "term-days: 100"])
def test_a_figure_that_is_over_is_printed_by_no_template(codes, how):
    """Old figures read like today's."""
    content = {"content/facts.yaml": f"{FILES['content/facts.yaml']}  {how}\n"}
    assert codes("{{ fact_of('takedowns').value }} {{ fact.source }} {{ fact.year }}", content) == ["FA003"]
