"""Contacts and figures as they are read: what may be left out, what contradicts itself, which hosts are too wide."""

from datetime import date

import pytest
from small_campaign import FILES, write

from campaign.problems import CampaignError
from campaign.reading.folder import read_campaign

FACTS = FILES["content/facts.yaml"]
CHANNELS = FILES["content/channels.yaml"]
DAY = date(2026, 11, 22)


def read(tmp_path, changes=None):
    return read_campaign(write(tmp_path, changes))


def codes(reading):
    return [(problem.file, problem.line, problem.code) for problem in reading.problems]


AGAIN = """\
again:
  value: {value}
  unit: {{id: Situs dan  akun, en: sites and accounts}}
  source: Antara
  source-date: {day}
"""


def test_one_figure_with_two_values_is_an_error_and_neither_is_printed(tmp_path):
    """Unit, scope and date are the same, in other capitals and with another gap: somebody is wrong."""
    reading = read(tmp_path, {"content/facts.yaml": FACTS + AGAIN.format(value=32, day="2025-03-07")})
    assert codes(reading) == [("content/facts.yaml", FACTS.count("\n") + 1, "FA001")]
    assert "line 1" in reading.problems[0].message
    assert reading.campaign.facts == {}
    assert ("takedowns", "id") not in reading.campaign.messages


@pytest.mark.parametrize(("value", "day"), [("23–27", "2025-03-07"), ("32", "2025-04-07")])
def test_the_same_value_twice_or_another_day_is_no_contradiction(tmp_path, value, day):
    """Two newspapers may report one figure, and figures change."""
    reading = read(tmp_path, {"content/facts.yaml": FACTS + AGAIN.format(value=value, day=day)})
    assert codes(reading) == []


@pytest.mark.parametrize("source", ["", '""', "{id: Menteri, en: }", '{id: " ", en: Minister}'])
def test_a_figure_without_a_source_is_refused(tmp_path, source):
    """In any language."""
    wrong = FACTS.replace("source: {id: Menteri P2MI, en: Minister of P2MI}", f"source: {source}")
    reading = read(tmp_path, {"content/facts.yaml": wrong})
    assert codes(reading) == [("content/facts.yaml", 4, "RG017")]
    assert reading.campaign.facts == {}


def test_a_figure_may_be_quoted_for_two_years_or_for_its_own_term(tmp_path):
    """The last day is one of them."""
    fact = read(tmp_path).campaign.facts["takedowns"]
    assert fact.quotable_until == date(2027, 3, 7)
    assert [fact.is_over(day) for day in (date(2027, 3, 7), date(2027, 3, 8))] == [False, True]
    own = read(tmp_path, {"content/facts.yaml": FACTS + "  term-days: 30\n"}).campaign.facts["takedowns"]
    assert own.quotable_until == date(2025, 4, 6)


BY_HAND = "verified-by: Siti\n  verified-on: 2026-11-20\n"
VERIFIED = BY_HAND + "  verified-of: @\n"


@pytest.mark.parametrize(
    ("added", "day", "state"),
    [
        ("", "2026-11-22", "unverified"),
        ("  verified-by: Siti\n", "2026-11-22", "unverified"),
        ("  " + BY_HAND, "2026-11-22", "unverified"),
        ("  " + VERIFIED, "2026-11-19", "unverified"),
        ("  " + VERIFIED, "2026-11-20", "verified"),
        ("  " + VERIFIED, "2027-02-18", "verified"),
        ("  " + VERIFIED, "2027-02-19", "expired"),
        ("  " + BY_HAND + "  verified-of: 00000000\n", "2026-11-22", "changed"),
        ("  " + VERIFIED + "  publish: 2026-12-01\n", "2026-11-30", "embargoed"),
        ("  " + VERIFIED + "  publish: 2026-12-01\n", "2026-12-01", "verified"),
        ("  " + VERIFIED + "  valid-until: 2026-12-31\n", "2026-12-31", "verified"),
        ("  " + VERIFIED + "  valid-until: 2026-12-31\n", "2027-01-01", "ended"),
        ("  " + VERIFIED + "  status: withdrawn\n", "2026-11-22", "withdrawn"),
        ("  " + VERIFIED + "  term-days: 7\n", "2026-11-28", "expired"),
    ],
)
def test_a_contact_has_one_state_on_each_day(tmp_path, added, day, state):
    """The day decides, and the words that were checked; a name typed by hand says nothing of these."""
    checked = read(tmp_path).campaign.channels["siskop2mi"].revision
    channels = read(tmp_path, {"content/channels.yaml": CHANNELS + added.replace("@", checked)}).campaign.channels
    assert channels["siskop2mi"].state(date.fromisoformat(day)) == state


def test_a_verification_of_a_mission_abroad_holds_thirty_days(tmp_path):
    """Their numbers change often; at home it is ninety."""
    mission = """\
bangkok:
  name: KBRI Bangkok
  kind: call
  value: +66 92-903-1103
  country: TH
  reachable-from: anywhere
  source: merahputih.com
  source-date: 2025-07-01
"""
    channels = read(tmp_path, {"content/channels.yaml": CHANNELS + mission}).campaign.channels
    assert [channels[id].term.days for id in ("call-centre", "bangkok")] == [90, 30]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("0800-1000", "1500-630"),
        ("24 jam", "21 jam"),
        ("Pusat panggilan KP2MI", "Pusat panggilan KP2M1"),
        ("en: free", "en: cheap"),
        ("kind: call", "kind: sms"),
    ],
)
def test_a_verification_is_of_all_that_is_printed(tmp_path, old, new):
    """One other letter or digit, and nobody has checked it."""
    codes = {"content/channels.yaml": CHANNELS}
    before = read(tmp_path, codes).campaign.channels["call-centre"].revision
    after = read(tmp_path, {"content/channels.yaml": CHANNELS.replace(old, new, 1)}).campaign.channels["call-centre"]
    assert after.revision != before


def test_a_verification_is_not_of_what_is_not_printed(tmp_path):
    """The newspaper that a number was found in is no part of it."""
    before = read(tmp_path).campaign.channels["call-centre"].revision
    other = CHANNELS.replace("mediamasakini.id", "antaranews.com").replace("2025-04-10", "2026-04-10")
    assert read(tmp_path, {"content/channels.yaml": other}).campaign.channels["call-centre"].revision == before


@pytest.mark.parametrize(
    ("host", "code"),
    [
        ("*.go.id", "RG016"),
        ("*.co.id", "RG016"),
        ("*.id", "RG018"),
        ("*", "RG018"),
        ("https://kp2mi.go.id", "RG018"),
        ("kp2mi.go.id/a", "RG018"),
        ("KP2MI.go.id", "RG018"),
        ("kp2mі.go.id", "RG018"),
    ],
)
def test_a_host_that_anybody_could_have_is_not_allowed(tmp_path, host, code):
    """One wrong label in a domain is a place for a phisher."""
    wrong = FILES["content/campaign.yaml"].replace('["*.bp2mi.go.id"', f'["*.bp2mi.go.id", "{host}"')
    with pytest.raises(CampaignError) as caught:
        read(tmp_path, {"content/campaign.yaml": wrong})
    assert [(problem.line, problem.code) for problem in caught.value.problems] == [(8, code)]
