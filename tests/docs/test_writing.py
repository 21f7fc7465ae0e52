"""``docs/writing.md`` is true: its examples are built, its errors are made, its tables are compared with the code."""

import json
import re
import shlex
from dataclasses import fields
from datetime import date

import pytest
from doc_pages import Page, code, listed
from PIL import Image
from typer.testing import CliRunner

from campaign.building.build import BuildRequest, build
from campaign.building.content import read_checked
from campaign.building.starter import make_starter
from campaign.cli import app
from campaign.filling.views import Words
from campaign.model.campaign import Panel, Publication
from campaign.model.kinds import ANYWHERE, KINDS, SectionRule
from campaign.model.message import Message
from campaign.model.register import FACT_TERM, TERM, TERM_ABROAD, Channel, Entry, Fact
from campaign.planning.plan import Selection
from campaign.reading.copy import CopyReader, Registers
from campaign.reading.folder import read_campaign
from campaign.reading.library import bundled
from campaign.reading.messages import FrontMatter
from campaign.reading.regions import COLUMNS
from campaign.reading.registers import fallbacks_of

PAGE = Page("writing.md")
FILE = "content/tactics/akun-lowongan.id.md"
EXAMPLE = PAGE.one(FILE)
DAY = date(2026, 11, 22)


@pytest.fixture
def starter(tmp_path):
    """A starter campaign with the page's example in it."""
    make_starter(tmp_path / "mine")
    (tmp_path / "mine" / FILE).write_text(EXAMPLE, encoding="utf-8")
    return tmp_path / "mine"


@pytest.fixture
def whole(tmp_path):
    """A starter campaign with everything that the page writes."""
    make_starter(tmp_path / "mine")
    return PAGE.write(tmp_path / "mine")


def make(root, *, formats, subjects, regions=(), release=False):
    """Build a selection into ``root/output``."""
    selection = Selection(formats=formats, subjects=subjects, regions=regions)
    return build(BuildRequest(root, root / "output", DAY, selection, release=release))


def aliases(model: type[Entry], *given: str) -> set[str]:
    """The keys that authors write; ``given`` are those that the program fills in."""
    return {name.replace("_", "-") for name in model.model_fields} - set(given)


# Examples -------------------------------------------------------------------------------------------------------------


def test_the_example_becomes_a_caption_and_a_picture_without_a_problem(starter):
    """Whoever copies the example has something to post."""
    report = make(starter, formats=("caption", "instagram-portrait"), subjects=("akun-lowongan",))
    assert (report.problems, len(report.made)) == ((), 2)
    caption = (starter / "output/id/akun-lowongan/caption.txt").read_text(encoding="utf-8")
    assert "1. Hanya ada di media sosial." in caption
    assert "Hubungi KP2MI di 0800-1000, bebas pulsa." in caption
    with Image.open(starter / "output/id/akun-lowongan/instagram-portrait.png") as picture:
        assert picture.size == (1080, 1350)


def test_everything_on_the_page_is_read_without_a_problem(whole):
    """Translation, publications, contact, figure and office fit together."""
    reading = read_checked(whole)
    assert reading.problems == ()
    assert reading.campaign.languages_of("akun-lowongan") == ("id", "en")
    assert {"disnaker", "pembekalan-2026"} <= reading.campaign.channels.keys() | reading.campaign.facts.keys()


def test_the_translation_takes_over_what_it_leaves_out(whole):
    """Contacts, icons and code come from the Indonesian file."""
    messages = read_checked(whole).campaign.messages
    first, translation = (messages["akun-lowongan", tag] for tag in ("id", "en"))
    icons = [[item.icon for section in message.sections for item in section.items] for message in (first, translation)]
    assert icons[0] == icons[1]
    assert (translation.code, translation.call, translation.native_review) == ("KA-101", "call-centre", False)


def test_the_publications_become_slides_and_a_leaflet_of_the_office(whole):
    """The carousel has a picture for each slide, the office's leaflet its two pages."""
    slides = make(whole, formats=("carousel",), subjects=("akun",))
    leaflet = make(whole, formats=("leaflet-trifold-a4",), subjects=("leaflet-akun",), regions=("ntb",))
    assert (slides.problems, leaflet.problems) == ((), ())
    assert slides.made == tuple(f"id/akun/carousel-{n}.png" for n in (1, 2, 3))
    assert leaflet.made == ("regions/ntb/id/leaflet-akun/leaflet-trifold-a4.pdf",)
    poster = make(whole, formats=("poster-a3", "poster-a2-press"), subjects=("poster-akun",))
    assert poster.problems == ()
    assert poster.made == ("id/poster-akun/poster-a2-press.pdf", "id/poster-akun/poster-a3.pdf")


def test_an_own_radio_text_is_read_as_it_stands(starter):
    """The paragraphs of the section are the lines of the script, numbers in words."""
    (starter / FILE).write_text(f"{EXAMPLE}\n{PAGE.one('radio')}", encoding="utf-8")
    report = make(starter, formats=("radio-30s",), subjects=("akun-lowongan",))
    assert report.problems == ()
    script = " ".join((starter / "output/id/akun-lowongan/radio-30s.txt").read_text(encoding="utf-8").split())
    assert "SFX nada pesan masuk di ponsel TOKOH Gaji dua puluh juta! Kirim foto KTP, ya." in script
    assert "Hubungi KP2MI di nol delapan nol nol, satu nol nol nol." in script


def test_the_roles_of_a_radio_text_are_those_of_the_page(whole):
    """A word that is no role is read aloud."""
    words = Words(read_campaign(whole).campaign, "id")
    roles = {f"{words[f'radio-{role}']}:" for role in ("announcer", "voice", "effect", "music")}
    assert roles == set(code(PAGE.text.partition("A paragraph may begin with ")[2].partition(".\n")[0]))


# Errors ---------------------------------------------------------------------------------------------------------------

ERRORS = list(zip(PAGE.all("wrong"), PAGE.all("said"), PAGE.all("right"), strict=True))


@pytest.mark.parametrize(("wrong", "said", "right"), ERRORS, ids=["first", "second", "third"])
def test_check_says_of_each_mistake_what_the_page_shows(starter, wrong, said, right):
    """Word for word; and what the page calls right is the example's own line."""
    assert right in EXAMPLE
    (starter / FILE).write_text(EXAMPLE.replace(right, wrong), encoding="utf-8")
    result = CliRunner().invoke(app, ["check", str(starter), "--as-of", DAY.isoformat()])
    assert (result.stderr, result.exit_code) == (said, 1)


def test_a_text_that_does_not_fit_is_said_as_the_page_says_it(starter):
    """With its field, and about how much is too much."""
    long = "Rekrutmenbesarbesaran di perusahaan perikanan internasional: asli, palsu, atau jebakan?"
    (starter / FILE).write_text(EXAMPLE.replace("Akun lowongan: asli atau palsu?", long), encoding="utf-8")
    report = make(starter, formats=("instagram-portrait",), subjects=("akun-lowongan",))
    shown = re.search(r"“The (text does not fit: title, about )[0-9]+( characters too many)”", PAGE.text)
    assert [problem.message.startswith(f"the {shown[1]}") for problem in report.problems] == [True]
    assert shown[2] in report.problems[0].message


# Tables ---------------------------------------------------------------------------------------------------------------


def holds(rule: SectionRule) -> str:
    what = f"{rule.least} to {rule.most} items" if rule.is_list else "text"
    return what if rule.required else f"{what}; may be absent"


def test_the_table_of_sections_is_that_of_the_kinds():
    """Each kind, its folder, its sections, and how many items they take."""
    lines = ["| kind | section | heading, for example | holds |", "|---|---|---|---|"]
    for kind, rules in KINDS.items():
        first = f"**{kind}**, in `content/{rules.folder}/`"
        for id, rule in rules.sections.items():
            if id not in ANYWHERE:
                lines.append(f"| {first} | `{{#{id}}}` | {rule.example} | {holds(rule)} |")
                first = ""
    first = "**any kind**"
    for id, rule in ANYWHERE.items():
        lines.append(f"| {first} | `{{#{id}}}` | {rule.example} | {holds(rule)} |")
        first = ""
    PAGE.holds("\n".join(lines) + "\n\n")


FRONT = {key: row[1:] for row in PAGE.table("key | what it says") for key in code(row[0])}
FILLED = {
    "title": "Judul", "summary": "Ringkasan.", "code": "KA-1", "updated": "2026-11-22", "call": "call-centre",
    "check": "siskop2mi", "fact": "takedowns-per-month", "share": "phnom-penh-scam-share",
    "seconds": "30", "version": "7", "illustration": "chat-lure", "photo": "street.jpg", "focus": "40% 30%",
    "sources": "[Sumber]", "hashtags": "['#Uji']", "audience": "[families]", "publish": "2026-11-01",
    "expires": "2027-11-01", "alt": "Gambar.", "review": "native-needed", "approved-by": "Budi",
    "approved-on": "2026-11-21", "approved-of": "0123456789ab", "reviewed-by": "Siti", "reviewed-on": "2026-11-20",
    "reviewed-of": "0123456789ab", "translates": "{title: 01234567}", "translated-by": "Ani",
    "translated-on": "2026-11-19", "destinations": "[KH]",
}  # fmt: skip
BODY = "\n## Artinya {#meaning}\nArtinya.\n\n## Lakukan {#what-to-do}\n- **Tanya.**\n"


def figure(root, keys, language="id") -> None:
    """Write a figure message with those keys of the front matter."""
    (root / "content/figures").mkdir(exist_ok=True)
    (root / "assets/photos").mkdir(parents=True, exist_ok=True)
    (root / "assets/photos/street.jpg").write_bytes(b"a photograph")
    front = "".join(f"{key}: {FILLED[key]}\n" for key in keys)
    (root / f"content/figures/angka.{language}.md").write_text(f"---\n{front}---\n{BODY}", encoding="utf-8")


def test_the_table_of_front_matter_has_every_key():
    """What can be written is on the page, and nothing else is."""
    assert FRONT.keys() == aliases(FrontMatter)


def test_what_the_table_calls_needed_is_needed(starter):
    """A message with the needed keys alone is whole; without any one of them it is not."""
    needed = [key for key, (_, needed, _) in FRONT.items() if needed != "no"]
    figure(starter, needed)
    assert read_campaign(starter).problems == ()
    for key in needed:
        figure(starter, [other for other in needed if other != key])
        assert [f"“{key}” is missing"] == [problem.message for problem in read_campaign(starter).problems]


def test_a_translation_takes_over_what_the_table_says(starter):
    """And nothing else: an approval of one text is none of its translation."""
    figure(starter, FILLED)
    figure(starter, ("title", "summary"), "en")
    messages = read_campaign(starter).campaign.messages
    first, other = messages["angka", "id"], messages["angka", "en"]
    defaults = {field.name: field.default for field in fields(Message)}
    for key, (_, _, taken) in FRONT.items():
        if key in ("title", "summary"):
            continue
        name = {"review": "native_review"}.get(key, key.replace("-", "_"))
        assert (getattr(other, name) == getattr(first, name)) is (taken == "yes"), key
        assert getattr(first, name) != defaults[name]


def test_the_lengths_on_the_page_are_the_limits():
    """Title and summary."""
    for key in ("title", "summary"):
        [limit] = [rule.max_length for rule in FrontMatter.model_fields[key].metadata if hasattr(rule, "max_length")]
        assert f"at most {limit} characters" in FRONT[key][0]


@pytest.fixture(scope="module")
def copy():
    """Reads copy with the bundled registers: ``copy("id").block("…", 1)``."""
    campaign = read_campaign(bundled()).campaign
    registers = Registers(campaign.channels, campaign.facts, campaign.words, fallbacks_of(campaign.settings))
    return lambda language: CopyReader(registers, language, "a file")


LINKS = PAGE.table("you write | it prints")


@pytest.mark.parametrize(("written", "printed"), LINKS, ids=[code(written)[0] for written, _ in LINKS])
def test_each_link_prints_what_the_page_says(copy, written, printed):
    """From the registers of the bundled campaign."""
    reader = copy("id")
    assert (reader.block(code(written)[0], 1).plain, reader.problems) == (printed, [])


def test_the_page_names_every_part_of_a_contact_and_of_a_figure(copy):
    """A part that a register entry has and a link can print is on the page."""
    for register, id, model in (("channel", "call-centre", Channel), ("fact", "nonprocedural-2023", Fact)):
        shown = {part for row in LINKS for part in re.findall(rf"\({register}:[a-z0-9-]+#([a-z]+)\)", row[0])}
        known = {*model.model_fields, "number", "date", "year", "name", "href"}
        there = {part for part in known if part.isalpha() and copy("id").block(f"[]({register}:{id}#{part})", 1)}
        assert shown == there


def test_other_languages_print_their_own_words(copy):
    """The sentence below the table of links."""
    written = next(code(row[0])[0] for row in LINKS if row[1] == "lebih dari 5 juta orang" and "[]" in row[0])
    assert f"in English the same link prints “{copy('en').block(written, 1).plain}”" in PAGE.text


def test_the_marks_of_running_text_are_those_of_the_page(copy):
    """Bold, emphasis, highlighter, a line break."""
    runs = copy("id").block("**bold** *emphasis* ==highlighter==  \nnext", 1).runs
    styles = [(run.text.strip(), run.bold, run.italic, run.mark) for run in runs if run.text.strip()]
    assert styles[:3] == [("bold", 1, 0, 0), ("emphasis", 0, 1, 0), ("highlighter", 0, 0, 1)]
    assert runs[-1].line_break
    assert "`**bold**`, `*emphasis*`, `==highlighter==`" in PAGE.text


@pytest.mark.parametrize(
    ("head", "keys"),
    [
        ("a panel or slide may have", aliases(Panel, "line")),
        ("a contact has", aliases(Channel, "id", "line")),
        ("a figure has", aliases(Fact, "id", "line")),
    ],
    ids=["panel", "contact", "figure"],
)
def test_each_table_of_keys_is_complete(head, keys):
    """What the model knows is on the page, and nothing else is."""
    assert set(listed(PAGE.table(head))) == keys


def test_the_choices_on_the_page_are_the_models():
    """Kinds of contacts, qualifiers of figures."""
    rows = {row[0]: row[1] for row in (*PAGE.table("a contact has"), *PAGE.table("a figure has"))}
    assert set(code(rows["`kind`"])) == set(Channel.model_fields["kind"].annotation.__args__)
    assert set(code(rows["`qualifier`"])) | {""} == set(Fact.model_fields["qualifier"].annotation.__args__)
    assert set(code(rows["`status`"])) <= set(Channel.model_fields["status"].annotation.__args__)


def test_the_keys_of_a_publication_are_on_the_page():
    """In the examples, of one format and of several, or in the sentence about the others."""
    examples = "".join(PAGE.one(f"content/publications/{slug}-akun.yaml") for slug in ("leaflet", "poster"))
    example = set(re.findall(r"^([a-z-]+):", examples, re.MULTILINE))
    others = set(code(PAGE.text.partition("A publication takes ")[2].partition("as a message does")[0]))
    assert example | others == {*aliases(Publication, "slug", "file"), "format"}


def test_the_columns_of_offices_are_those_that_are_read():
    """In the example's first line."""
    columns = PAGE.one("content/regions.csv").splitlines()[0].split(",")
    assert columns == list(COLUMNS)


def test_the_panels_of_the_example_are_those_that_the_leaflet_prints():
    """A panel by another name would be left out."""
    template = (bundled() / "templates/leaflet/leaflet.html").read_text(encoding="utf-8")
    ids = re.findall(r"- id: (\S+)", PAGE.one("content/publications/leaflet-akun.yaml"))
    assert sorted(ids) == sorted(re.findall(r'panels\["([a-z-]+)"\]', template))


# The draft strip ------------------------------------------------------------------------------------------------------


def test_the_strips_on_the_page_are_the_ones_that_are_printed(whole):
    """Word for word."""
    words = Words(read_campaign(whole).campaign, "id")
    strips = {words[key] for key in words if key.startswith("draft-")}
    assert {row[0] for row in PAGE.table("the strip says | what is missing")} == strips


def test_after_checking_and_approving_as_the_page_says_nothing_is_a_draft(starter):
    """The commands that it shows make a release possible."""
    assert [make(starter, formats=("caption",), subjects=("akun-lowongan",)).drafts] == [1]
    for line in PAGE.one("approve").splitlines():
        command, id, *options = shlex.split(line)[1:]
        result = CliRunner().invoke(app, [command, id, str(starter), *options, "--on", DAY.isoformat()])
        assert result.exit_code == 0, result.output
    report = make(starter, formats=("caption", "instagram-portrait"), subjects=("akun-lowongan",), release=True)
    assert (report.problems, report.drafts) == ((), 0)
    manifest = json.loads((starter / "output/manifest.json").read_text(encoding="utf-8"))
    assert [asset for asset in manifest["assets"] if "draft" in asset] == []


def test_a_verification_holds_as_long_as_the_page_says():
    """Unless the register says otherwise."""
    assert f"A verification holds for {TERM} days, of missions abroad for {TERM_ABROAD}" in PAGE.text
    assert f"if not {TERM} days (abroad {TERM_ABROAD})" in PAGE.text
    assert f"it may be quoted, if not {FACT_TERM}" in PAGE.text
