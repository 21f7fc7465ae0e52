"""``docs/checking.md`` is generated from the rules: ``make pages`` writes it anew."""

from doc_pages import DOCS, Page

from campaign.checking.codes import ROOMS, Explanation, all_codes
from campaign.checking.rule import Example

HEAD = """\
# Checking

`campaign check` reads everything, looks at every word, fills in every template with every trait that messages have
(each section, each length of a list, a photograph, a figure …), tries every caption and every spoken text, and
reports all problems at once: the file, the line, the piece that is wrong, and what to do. It makes nothing. A build
and a release obey the same rules: whatever has an error is left out, and everything else is made.

This page is generated from the program: `make pages` writes it anew.

```text
content/tactics/akun-lowongan.id.md:23: the number “0800-1000” is typed by hand
  hint: take it from the register: [words](channel:id), with … where the number or address stands
  HN001 | - **Tanya dulu.** Hubungi KP2MI di 0800-1000, bebas pulsa. {icon=phone}
        |                                    ^^^^^^^^^
```

| command | what it does |
|---|---|
| `campaign check` | tells all problems; exit code 1 when there is an error |
| `campaign check --thorough` | also makes each asset in memory, to see what does not fit |
| `campaign check --fix` | first mends what is safe, and says what |
| `campaign check --json` | one JSON document; each problem has `code`, `file`, `line`, `column`, `message`, `hint` |
| `campaign check --format sarif` | SARIF 2.1.0, for code review |
| `campaign check --format github` | lines that GitHub shows beside a change |
| `campaign check --format junit` | JUnit's XML, for the reports of pipelines |
| `campaign explain HN001` | what a code means, with a wrong and a right example; without a code, the list |
| `campaign score high-pay` | the Clear Communication Index of a message, with questions for a person |

`--fix` mends spaces, straight quotation marks, apostrophes and ellipses, blanks at the end of lines, and headings
without their fixed name. It never touches a digit or a link, and done twice it changes nothing more.

## How heavy a rule weighs

In `content/campaign.yaml`, each rule of this page can be an `error`, a `warning` or `off`:

```yaml
rules: {LG001: off, LG004: error}
```

What guards contacts, numbers and characters is always an error, and says so. What is not a rule (a file that cannot be
read, a picture that cannot be painted) cannot be set either.

## How the guards are tested

- `tests/test_seeded.py`: more than 140 faults, each as one small change to a whole campaign, are found at their file
  and line; the bundled campaign has no error and no warning.
- `tests/building/test_mutations.py`: one digit below `content/` of a released campaign is another, 2,000 times; a
  release refuses, or hands over not one letter that is other.
- `python tests/benchmarks/mutants.py`: small mistakes are put into the guards themselves, and their tests must
  notice. On 2026-11-22, of 223 mistakes (another 64 were not tried for want of time) in what reads finished assets
  and in what judges the register's values, 215 were noticed (96 %). Two of the other eight have got a test since. Six
  change nothing that can be seen: another text in the place of what was taken out of a line (three), another limit of
  a split of which only the first part is used, a character more in a set that no number can hold, and a question that
  was always answered yes (it is gone). The rules for copy were not measured to the end.
"""


def fenced(text: str) -> str:
    """A code block; a snippet that holds a fence of its own gets a longer one."""
    return f"```text\n{text.rstrip()}\n```"


def shown(example: Example) -> str:
    place = f" `{example.slot}`" if "/" in example.slot else ""
    given = "\n".join(words for _, words in example.changes)
    text = f"Where there is:\n\n{fenced(given)}\n\n" if given else ""
    text += f"Wrong{f' on {example.as_of}' if example.as_of else ''}:{place}\n\n{fenced(visible(example.wrong))}\n"
    return f"{text}\nRight:\n\n{fenced(visible(example.right))}\n" if example.right.strip() else text


def visible(text: str) -> str:
    """What nobody sees, as its number: the page must not hold what it warns of."""
    return "".join(f"<{ord(letter):04X}>" if letter in "\u200b\u202e\u2066" else letter for letter in text)


def rule_text(explained: Explanation) -> str:
    rule = explained.rule
    assert rule is not None
    weight = (
        f"always an error, guards {rule.guards}" if rule.is_fixed else f"{rule.level} by default, guards {rule.guards}"
    )
    examples = "\n".join(shown(example) for example in rule.examples)
    return f"### {rule.code}: {rule.title}\n\n*{weight}*\n\n{rule.why}\n\n{examples}"


def expected() -> str:
    codes = all_codes().values()
    parts = [HEAD, "## The rules\n", *(rule_text(one) for one in codes if one.rule)]
    parts.append("## Everything else that can be reported\n\n`campaign explain CODE` shows examples of each.\n")
    for room, title in ROOMS.items():
        rows = [f"| `{one.code}` | {one.title} | {one.why} |" for one in codes if one.room == room and not one.rule]
        if rows:
            parts.append(f"### {title}\n\n| code | what is wrong | why |\n|---|---|---|\n" + "\n".join(rows) + "\n")
    return "\n".join(parts)


def test_the_page_lists_the_rules_as_they_are():
    """Run ``make pages`` when a rule or a code has changed."""
    assert Page("checking.md").text == expected()


def test_every_command_on_the_page_is_one():
    """What the page promises can be typed."""
    from typer.testing import CliRunner

    from campaign.cli import app

    said = CliRunner().invoke(app, ["check", "--help"], env={"COLUMNS": "200"}).output
    assert all(option in said for option in ("--thorough", "--fix", "--json", "--format"))
    for command in ("explain", "score"):
        assert CliRunner().invoke(app, [command, "--help"]).exit_code == 0


if __name__ == "__main__":
    (DOCS / "checking.md").write_text(expected(), encoding="utf-8")
