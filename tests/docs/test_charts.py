"""What ``docs/templates.md`` says of charts is what the macros take."""

import re

from doc_pages import Page, listed

from campaign.filling.charts import CROWDS, FEWEST_BARS, MOST_BARS, MOST_PICTOGRAMS
from campaign.reading.library import bundled

PAGE = Page("templates.md")
INSIDE = {"told", "source_of", "side"}  # what the macros use themselves


def test_every_chart_is_on_the_page_with_its_arguments():
    """And no other."""
    macros = (bundled() / "templates/_shared/charts.html").read_text(encoding="utf-8")
    there = [call for call in re.findall(r"\{% macro (\w+\(.*?\)) -?%\}", macros) if call.split("(")[0] not in INSIDE]
    assert listed(PAGE.table("chart")) == [f"charts.{call}" for call in there]


def test_the_limits_of_charts_are_those_of_the_code():
    """How many bars, pictograms and people."""
    chart = {row[0].partition("(")[0].removeprefix("`charts."): row[1] for row in PAGE.table("chart")}
    assert (FEWEST_BARS, MOST_BARS, MOST_PICTOGRAMS, CROWDS) == (2, 6, 60, (10, 20, 100))
    assert "two to six" in chart["bars"]
    assert "up to sixty" in chart["pictograms"]
    assert "`of` 10 or 20 draws fewer" in chart["people"]


def test_the_example_is_refused_as_the_page_says():
    """The two figures of the example count different things."""
    facts = (bundled() / "content/facts.yaml").read_text(encoding="utf-8")
    ids = re.findall(r'fact_of\("([a-z0-9-]+)"\)', PAGE.text.partition("For example `{{ charts.bars(")[2][:120])
    units = {re.search(rf"^{id}:\n(?:  .*\n)*?  unit: (.*)$", facts, re.MULTILINE)[1] for id in ids}
    assert (len(ids), len(units)) == (2, 2)
