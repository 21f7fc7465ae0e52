"""Writing into files that people keep by hand: the new values are there, and no other byte has changed."""

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from campaign.building.amending import amended, amended_front
from campaign.problems import CampaignError

CHECKED = {"verified-by": "Siti Rahmawati", "verified-on": "2026-11-20"}
BY, ON = "verified-by: Siti Rahmawati", "verified-on: 2026-11-20"

FILES = {
    "empty keys": (
        "a:\n  kind: call\n  verified-by:\n  verified-on:\nb:\n  kind: x\n",
        f"a:\n  kind: call\n  {BY}\n  {ON}\nb:\n  kind: x\n",
    ),
    "comments everywhere": (
        "# top\na:   # about a\n  kind: call # k\n\n  # before\n  verified-by:   # nobody yet\n"
        "  verified-on: '2020-01-01' # when\n# after a\n\nb: {kind: x}\n",
        f"# top\na:   # about a\n  kind: call # k\n\n  # before\n  {BY}   # nobody yet\n"
        f"  {ON} # when\n# after a\n\nb: {{kind: x}}\n",
    ),
    "absent keys": (
        "a:\n    kind: call # k\n    # the end of a\n\n# b is next\nb:\n  kind: x\n",
        f"a:\n    kind: call # k\n    {BY}\n    {ON}\n    # the end of a\n\n# b is next\nb:\n  kind: x\n",
    ),
    "one line": (
        "a: {name: {id: x, en: y}, kind: call}  # one\nb: {kind: z}",
        f"a: {{name: {{id: x, en: y}}, kind: call, {BY}, {ON}}}  # one\nb: {{kind: z}}",
    ),
    "one line with empty keys": (
        "a: {kind: call, verified-by:, verified-on: }\n",
        f"a: {{kind: call, {BY}, {ON} }}\n",
    ),
    "one line over several": (
        "a: {kind: call,\n    note: x,   # c\n   }\n",
        f"a: {{kind: call,\n    note: x, {BY}, {ON},   # c\n   }}\n",
    ),
    "no newline at the end": ("a:\n  kind: call", f"a:\n  kind: call\n  {BY}\n  {ON}\n"),
    "Windows": (
        "a:\r\n  kind: call\r\n  verified-by:\r\nb:\r\n  kind: y\r\n",
        f"a:\r\n  kind: call\r\n  {BY}\r\n  {ON}\r\nb:\r\n  kind: y\r\n",
    ),
    "a byte order mark": ("\ufeffa:\n  kind: call\n", f"\ufeffa:\n  kind: call\n  {BY}\n  {ON}\n"),
    "a block of text last": (
        "a:\n  kind: call\n  note: |\n    several\n    lines\n\n# c\nb:\n  kind: y\n",
        f"a:\n  kind: call\n  note: |\n    several\n    lines\n  {BY}\n  {ON}\n\n# c\nb:\n  kind: y\n",
    ),
    "a block of text in its place": (
        "a:\n  verified-by: |\n    Old\n    Name\n  kind: c\n",
        f"a:\n  {BY}\n  kind: c\n  {ON}\n",
    ),
    "a value over two lines": (
        "a:\n  kind: call\n  note: this goes\n    on here\n\nb:\n  kind: y\n",
        f"a:\n  kind: call\n  note: this goes\n    on here\n  {BY}\n  {ON}\n\nb:\n  kind: y\n",
    ),
    "a list last": (
        "a:\n  kind: call\n  list:\n  - 1\n  - 2 # x\n\nb:\n  kind: y\n",
        f"a:\n  kind: call\n  list:\n  - 1\n  - 2 # x\n  {BY}\n  {ON}\n\nb:\n  kind: y\n",
    ),
    "an empty value last, below another key": (
        "a:\n  kind: call\n  name:\n    id: x\n    en: \n\n  # tail\nb:\n  kind: y\n",
        f"a:\n  kind: call\n  name:\n    id: x\n    en: \n  {BY}\n  {ON}\n\n  # tail\nb:\n  kind: y\n",
    ),
    "quotation marks of both kinds": (
        '"a":\n    \'kind\': "ca\\\n      ll"\n    "verified-by":   "Old: # Name"   # x\n',
        '"a":\n    \'kind\': "ca\\\n      ll"\n    "verified-by":   Siti Rahmawati   # x\n    ' + ON + "\n",
    ),
    "letters of four bytes": (
        "a:\n  name: “Pusat” é 𝔸 👋\n  verified-by: Ünï 𝔸\n",
        f"a:\n  name: “Pusat” é 𝔸 👋\n  {BY}\n  {ON}\n",
    ),
    "document marks": ("---\na:\n  kind: call\n...\n", f"---\na:\n  kind: call\n  {BY}\n  {ON}\n...\n"),
    "the same key in another entry": (
        "b:\n  verified-by: Budi\na:\n  verified-by:\n",
        f"b:\n  verified-by: Budi\na:\n  {BY}\n  {ON}\n",
    ),
}


@pytest.mark.parametrize(("before", "after"), FILES.values(), ids=FILES)
def test_two_keys_are_written_and_every_other_byte_stays(before, after):
    """Comments, order, quotation marks, line ends and blank lines are the author's."""
    assert amended(before.encode(), "content/channels.yaml", ("a",), CHECKED).decode() == after


@pytest.mark.parametrize(
    "text",
    ["a: *x\n", "a: [1, 2]\n", "a: x\n", "b:\n  kind: call\n", "? [a]\n: x\n", "a: {}\n"],
    ids=["an alias", "a list", "a text", "no such entry", "a list as a key", "an empty entry"],
)
def test_where_it_is_not_safe_nothing_is_written_and_the_hint_says_what_to_write(text):
    """Better by hand than wrong."""
    with pytest.raises(CampaignError) as caught:
        amended(text.encode(), "content/channels.yaml", ("a",), CHECKED)
    [problem] = caught.value.problems
    assert (problem.code, BY in problem.hint) == ("AM001", True)


def test_front_matter_is_written_and_the_body_stays():
    """A body may hold what looks like the end of a front matter."""
    before = "---\ntitle: x  # short\n---\n\n## A {#lure}\ntext\n\n---\ntitle: y\n---\n"
    wanted = before.replace("---\n\n##", "translates: {title: ab12cd34, lure: 00000001}\n---\n\n##", 1)
    values = {"translates": {"title": "ab12cd34", "lure": "00000001"}}
    assert amended_front(before.encode(), "a.md", values).decode() == wanted
    assert amended_front(wanted.encode(), "a.md", values).decode() == wanted


NAMES = st.text(st.characters(blacklist_categories=("Cs", "Cc", "Cf", "Zl", "Zp", "Co", "Cn")), min_size=1, max_size=30)


@settings(max_examples=150, deadline=None)
@given(NAMES, st.sampled_from(sorted(FILES)))
def test_any_name_is_read_back_as_it_was_given(name, file):
    """Colons, quotation marks, hash signs, brackets, letters of any alphabet."""
    name = " ".join(name.split()) or "x"
    after = amended(FILES[file][0].encode(), "a.yaml", ("a",), {"verified-by": name})
    read = yaml.load(after.decode("utf-8-sig"), Loader=yaml.BaseLoader)
    assert read["a"]["verified-by"] == name
