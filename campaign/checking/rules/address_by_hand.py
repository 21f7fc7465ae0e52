"""HN002: addresses on the web come from the register, never from the keyboard."""

import re
from collections.abc import Iterator

from campaign.checking.rule import Example, Material, Rule
from campaign.checking.vocabulary import read_data
from campaign.problems import Problem

CODE = "HN002"
LABEL = r"[a-z0-9\u00e0-\u024f](?:[a-z0-9\u00e0-\u024f_-]*[a-z0-9\u00e0-\u024f])?"
ENDINGS = "|".join(sorted(read_data("domains.yaml")["endings"], key=len, reverse=True))
ADDRESS = re.compile(
    rf"""
    (?:\w+://|(?:tel|sms|mailto|whatsapp|tg):)[^\s<>()“”"]+                  # any scheme
  | (?<![\w@])www\.[^\s<>()“”"]+
  | (?<![\w@.-])(?:{LABEL}\.)+(?:{ENDINGS})(?![\w-])(?:[/?][^\s<>()“”"]*)?    # a host, and what follows it
  | (?<![\w@.-])(?:{LABEL}\.)+[a-z]{{2,12}}/[^\s<>()“”"]*                      # any host before a path
  | (?<![\w@.-]){LABEL}(?:\s?[\[(]?(?:\.|titik|dot)[\])]?\s?{LABEL}){{0,3}}
      \s?[\[(]?(?:\.|titik|dot)[\])]?\s?(?:go|co|or|ac|web|sch|mil|my)\s?[\[(]?(?:\.|titik|dot)[\])]?\s?id(?!\w)
  | (?<!\w){LABEL}\s(?:titik|dot)\s(?:com|net|org|id|me|info|xyz|site|online)(?!\w)
    """,
    re.VERBOSE | re.IGNORECASE,
)
# Without one of these there is no address; most texts have none, and the pattern above is not quick.
LIKELY = re.compile(r"\.\w|:\S|www|titik|dot|\[\.|\(\.|\b(?:go|co|or|ac|web|sch|mil|my)\b", re.IGNORECASE)
HINT = "take it from the register: [words](channel:id), with … where the number or address stands"


def find(material: Material) -> Iterator[Problem]:
    for piece in material.copy:
        if LIKELY.search(piece.text):
            for match in ADDRESS.finditer(piece.text):
                said = match[0].rstrip(".,;:!?")
                message = f"the web address “{said}” is typed by hand"
                yield piece.problem(CODE, match.start(), match.start() + len(said), message, HINT)


RULE = Rule(
    code=CODE,
    title="A web address is typed by hand",
    why="One wrong label leads to a fraudster's page. Addresses come from `channels.yaml`, and their hosts from "
    "`allowed-hosts` in `campaign.yaml`. With or without https://, with “titik” for a dot, links to chats as well.",
    guards="contacts",
    find=find,
    examples=(
        Example(
            "sign",
            wrong="2. **Serba cepat.** Periksa di siskop2mi.go.id.",
            right="2. **Serba cepat.** Periksa di [SISKOP2MI](channel:siskop2mi).",
        ),
        Example(
            "lure",
            wrong="Butuh pelayan, ==gaji 25 juta==. ==Tanpa tes==. ==Klik wa.me/lowongan==.",
            right="Butuh pelayan, ==gaji 25 juta==. ==Tanpa tes==. ==Klik tautan ini==.",
        ),
    ),
)
