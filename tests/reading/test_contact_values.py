"""Numbers and addresses of the register: what can exist passes, everything else is refused with its own code."""

from datetime import date

import pytest

from campaign.model.library import Library
from campaign.model.register import Channel
from campaign.reading.contact_values import SHORT_CODES, Trusted, is_host, matches, read_short_codes, value_problem
from campaign.reading.folder import read_campaign
from campaign.reading.library import bundled

CAMPAIGN = read_campaign(bundled())
CODES, _ = read_short_codes(CAMPAIGN.library)
TRUSTED = Trusted(CAMPAIGN.campaign.settings.allowed_hosts, CODES)
REGISTERED = sorted(CAMPAIGN.campaign.channels.values(), key=lambda channel: channel.id)


def channel(value, kind="call", country="ID", reachable="") -> Channel:
    """A contact with that value, to be reached from its own country."""
    given = {
        "id": "a",
        "name": {"*": "A"},
        "source": "s",
        "source_date": date(2026, 1, 1),
        "kind": kind,
        "value": value,
    }
    where = {"country": country, "reachable_from": reachable or country}
    return Channel.model_validate({**given, **where}, by_name=True)


def code(one: Channel) -> str:
    problem = value_problem(one, TRUSTED)
    return problem.code if problem else ""


@pytest.mark.parametrize("one", REGISTERED, ids=lambda one: one.id)
def test_every_contact_of_the_bundled_campaign_passes(one):
    """No false alarm."""
    assert code(one) == ""


@pytest.mark.parametrize(
    ("value", "country", "wanted"),
    [
        ("+65 92-903-1103", "TH", "CH005"),
        ("+65929031103", "TH", "CH005"),
        ("+62 21 2924 4800", "TH", "CH005"),
        ("+1 416-555-0123", "US", "CH005"),  # Canada shares the code
        ("+66 92-903-110", "TH", "CH006"),
        ("+66 92-903-11033", "TH", "CH006"),
        ("+999 1234 5678", "ID", "CH006"),
        ("0811-8080-14", "ID", ""),  # eleven digits: there are such numbers as well
        ("0811-80", "ID", "CH006"),
        ("0800-1001", "ID", "CH006"),
        ("111", "ID", "CH007"),
        ("1500-631", "ID", "CH007"),
        ("157O", "ID", "CH002"),
        ("l57", "ID", "CH002"),
        ("0811--8080-141", "ID", "CH002"),
        ("0811  8080 141", "ID", "CH002"),
        ("(021 2924 4800", "ID", "CH002"),
        ("021) 2924 4800", "ID", "CH002"),
        ("021 2924 4800-", "ID", "CH002"),
        ("021/2924 4800", "ID", "CH002"),
        ("++62 21 2924 4800", "ID", "CH002"),
        ("62+21 2924 4800", "ID", "CH002"),
        ("0811 8080 141 ext 2", "ID", "CH002"),
        ("٠٨١١", "ID", "CH001"),
        ("０８１１-8080-141", "ID", "CH001"),
        ("0811‑8080‑141", "ID", "CH001"),  # hyphens that do not break
        ("0811\u200b8080141", "ID", "CH001"),
        ("0811\u202e8080141", "ID", "CH001"),
        ("0811\u00a08080\u00a0141", "ID", "CH001"),  # a space that does not break
        ("(021) 2924 4800", "ID", ""),
        ("+62 (21) 2924-4800", "ID", ""),
    ],
)
def test_a_number_that_cannot_be_is_refused(value, country, wanted):
    """A lost digit, a digit too many, another country, a letter, a character that nobody sees."""
    assert code(channel(value, country=country)) == wanted


def test_a_number_abroad_has_its_countrys_code_unless_only_people_there_dial_it():
    """Read in Lombok, a Thai number without +66 is somebody else's."""
    assert code(channel("092-903-1103", country="TH", reachable="anywhere")) == "CH008"
    assert code(channel("092-903-1103", country="TH")) == ""
    assert code(channel("+66 92-903-1103", country="TH", reachable="abroad")) == ""


def test_a_short_number_is_not_for_people_abroad():
    """110 in Malaysia is another service."""
    assert code(channel("110", reachable="anywhere")) == "CH009"
    assert code(channel("0800-1000", reachable="abroad")) == "CH009"


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        ("siskop2mi.bp2mi.go.id", ""),
        ("siskop2mi.bp2mi.go.id/lowongan/list", ""),
        ("siskop2mi.go.id", "CH004"),
        ("bp2mi.go.id.situs-resmi.com", "CH004"),
        ("evilbp2mi.go.id", "CH004"),
        ("siskop2mi.bp2mi.go.id.co", "CH004"),
        ("https://kp2mi.go.id", "CH003"),
        ("KP2MI.go.id", "CH003"),
        ("kp2mi", "CH003"),
        ("user@kp2mi.go.id", "CH003"),
        ("kp2mi.go.id:8080", "CH003"),
        ("kp2mi.go.id//palsu", "CH003"),
        ("kp2mi.go.id/../x", "CH003"),
        ("kp2mi.go.id?next=x", "CH003"),
        ("-kp2mi.go.id", "CH003"),
        ("kp2mi..go.id", "CH003"),
        ("kp2mi.go.id ", "CH003"),
        ("kp2mі.go.id", "CH001"),  # a Cyrillic і
        ("kp2mi.go\u2024id", "CH001"),
    ],
)
def test_an_address_is_one_of_the_allowed_hosts_written_plainly(value, wanted):
    """One label too few or too many is a fraudster's page."""
    assert code(channel(value, kind="web")) == wanted


def test_an_offices_address_has_plain_digits_and_no_hidden_characters():
    """Letters may be of any alphabet."""
    assert code(channel("Jl. MT Haryono Kav. 52, Jakarta – Kav. é", kind="office")) == ""
    assert code(channel("Jl. MT Haryono Kav. ５２", kind="office")) == "CH001"
    assert code(channel("Jl. MT\u200b Haryono Kav. 52", kind="office")) == "CH001"


def test_one_wrong_digit_of_a_short_number_is_never_another_known_one():
    """Every change of one digit in every short and toll-free number of the register is caught."""
    short = [one for one in REGISTERED if one.value in CODES.get(one.country, ())]
    assert len(short) >= 5
    for one in short:
        for i, digit in enumerate(one.value):
            for other in "0123456789" if digit.isdigit() else "":
                if other != digit:
                    wrong = one.value[:i] + other + one.value[i + 1 :]
                    if wrong not in CODES[one.country]:
                        assert code(one.model_copy(update={"value": wrong})) in ("CH006", "CH007"), wrong


HEAD = "country,value,name,source,source-date\n"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (HEAD + "ID,110,Polisi,,2026-01-01\n", [(2, "CH011")]),
        (HEAD + "ID,110,Polisi,polri.go.id,\n", [(2, "CH011")]),
        (HEAD + "ID,11O,Polisi,polri.go.id,2026-01-01\n", [(2, "CH002")]),
        ("country,value\nID,110\n", [(1, "CH010")]),
        (HEAD + "ID,110,Polisi,polri.go.id,2026-01-01\n", []),
    ],
)
def test_a_short_number_without_a_source_is_not_trusted(text, wanted):
    """The list is data that a campaign may bring itself."""
    found, problems = read_short_codes(Library({SHORT_CODES: text.encode()}))
    assert [(problem.line, problem.code) for problem in problems] == wanted
    assert found == ({} if wanted else {"ID": ("110",)})


def test_a_list_of_short_numbers_may_be_missing_or_broken():
    """Without it none is known; one that cannot be read is said with its place."""
    assert read_short_codes(Library({})) == ({}, [])
    found, problems = read_short_codes(Library({SHORT_CODES: b"\xff\xfe"}))
    assert found == {}
    assert [problem.file for problem in problems] == [SHORT_CODES]
    assert value_problem(channel("110"), Trusted()).code == "CH007"


def test_rows_of_several_countries_are_kept_apart():
    """And in their order."""
    rows = "ID,110,Polisi,a.id,2026-01-01\nMY,999,Polis,b.my,2026-01-01\nID,129,SAPA,c.id,2026-01-01\n"
    assert read_short_codes(Library({SHORT_CODES: (HEAD + rows).encode()}))[0] == {"ID": ("110", "129"), "MY": ("999",)}


@pytest.mark.parametrize("kind", ["call", "whatsapp", "sms"])
def test_whatever_is_dialled_is_held_to_the_same(kind):
    """A chat has a telephone number."""
    assert code(channel("0811-8080-141", kind=kind)) == ""
    assert code(channel("0811-80", kind=kind)) == "CH006"
    assert code(channel("kp2mi.go.id", kind=kind)) == "CH002"


@pytest.mark.parametrize("kind", ["office", "call", "web"])
def test_the_odd_character_is_named(kind):
    """Author and reviewer see nothing there."""
    problem = value_problem(channel("Kantor\u200b 1", kind=kind), TRUSTED)
    assert "U+200B (ZERO WIDTH SPACE)" in problem.message
    control = value_problem(channel("Kantor\x07 1", kind=kind), TRUSTED)
    assert "U+0007 (no name)" in control.message


@pytest.mark.parametrize("digit", ["\u0661", "\u2167", "\u00bd", "\uff11"])
def test_an_offices_address_has_no_digits_of_other_kinds(digit):
    """Arabic, Roman, a half, full-width."""
    assert code(channel(f"Jalan Contoh {digit}", kind="office")) == "CH001"


@pytest.mark.parametrize(
    ("value", "is_written"),
    [("0", False), ("12", True), ("1" * 30, True), ("1" * 31, False), ("+" + "6" * 31, False), (" 021", False),
     ("-021", False), (")021(1", False), ("(021)(22) 1", False), ("() 021", False), ("021 () 22", False),
     ("(021", False), ("021)", False), ("021 - 22", False), ("021 -22", False), ("021(22)33", True)],
)  # fmt: skip
def test_how_a_number_is_written(value, is_written):
    """Two to thirty characters, one pair of brackets with something in it, no gap twice, digits at the end."""
    assert (code(channel(value)) != "CH002") is is_written


@pytest.mark.parametrize(
    ("value", "country", "wanted"),
    [("99999", "MY", "CH007"), ("999999", "MY", "CH006"), ("999", "MY", "CH007"), ("021-2924-4800", "ID", ""),
     ("2924-4800", "ID", "CH007")],
)  # fmt: skip
def test_what_is_short_is_told_by_its_first_digit_at_home_and_by_its_length_elsewhere(value, country, wanted):
    """A service number is listed or refused."""
    assert code(channel(value, country=country)) == wanted


def test_each_refusal_says_what_to_do():
    """With the code of the contact's own country, or the nearest number or host that is known."""
    said = {
        ("092-903-1103", "call", "TH", "anywhere"): "+66 …",
        ("+999 1234 5678", "call", "ID", "ID"): "ID has +62",
        ("+65 92-903-1103", "call", "TH", "TH"): "TH has +66",
        ("1500-631", "call", "ID", "ID"): "1500-630",
        ("999", "call", "MY", "MY"): SHORT_CODES,
        ("kp2mi.go.ib", "web", "ID", "ID"): "kp2mi.go.id",
    }
    for (value, kind, country, reachable), hint in said.items():
        assert hint in value_problem(channel(value, kind, country, reachable), TRUSTED).hint


def test_a_number_of_a_country_says_which_country_it_is_of():
    """Its own region where the plan tells it, else those that share the code."""
    assert "is a number of SG (+65)" in value_problem(channel("+65 6737 7422", country="TH"), TRUSTED).message
    shared = value_problem(channel("+1 200 555 0100", country="TH"), TRUSTED).message
    assert shared.count(",") == 3
    assert "US" in shared


@pytest.mark.parametrize(
    ("value", "country", "why"),
    [
        ("+65 92", "SG", "too few digits"),
        ("+65 6737 7422 1123 45", "SG", "too many digits"),
        ("0800-1001", "ID", "no network"),
    ],
)
def test_a_number_that_cannot_exist_says_why(value, country, why):
    """A lost digit reads otherwise than a doubled one."""
    assert why in value_problem(channel(value, country=country), TRUSTED).message


def test_what_values_are_compared_with_does_not_change():
    """Frozen."""
    with pytest.raises(AttributeError):
        TRUSTED.hosts = ()


def test_a_wildcard_allows_what_is_below_it_only():
    """Neither the host itself nor one that only ends like it."""
    assert matches("a.kp2mi.go.id", "*.kp2mi.go.id")
    assert matches("kp2mi.go.id", "kp2mi.go.id")
    assert not matches("kp2mi.go.id", "*.kp2mi.go.id")
    assert not matches("xkp2mi.go.id", "*.kp2mi.go.id")
    assert not matches("a.kp2mi.go.id", "kp2mi.go.id")
    assert is_host("kp2mi.go.id")
    assert not is_host("kp2mi")
