"""HN001: telephone numbers come from the register, never from the keyboard."""

from collections.abc import Iterator

from campaign.checking.numerals import found
from campaign.checking.rule import Example, Material, Rule
from campaign.problems import Problem

CODE = "HN001"
HINT = "take it from the register: [words](channel:id), with … where the number or address stands"


def find(material: Material) -> Iterator[Problem]:
    return found(material, CODE, "phone", "the number “{}” is typed by hand", HINT)


RULE = Rule(
    code=CODE,
    title="A telephone number is typed by hand",
    why="A wrong digit in copy is found by nobody. It is found however it is grouped: with spaces, dots, dashes and "
    "brackets, over two lines, over bold words, with letters in the place of digits. In a fraudster's words too: an "
    "invented number may be somebody's.",
    guards="contacts",
    find=find,
    examples=(
        Example(
            "do",
            wrong="- **Tanya dulu.** Hubungi KP2MI di 0800-1000, bebas pulsa.",
            right="- **Tanya dulu.** Hubungi [KP2MI di …](channel:call-centre), bebas pulsa.",
        ),
        Example(
            "lure",
            wrong="Butuh pelayan, ==gaji 25 juta==. ==Tanpa tes==. ==WA O8l2 3456\n78**90** ya==.",
            right="Butuh pelayan, ==gaji 25 juta==. ==Tanpa tes==. ==Balas ke nomor ini==.",
        ),
    ),
)
