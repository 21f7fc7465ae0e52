"""What each kind of message consists of: its folder, and the sections that it must or may have."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from campaign.model.message import Kind


@dataclass(frozen=True, slots=True)
class SectionRule:
    """What a section holds: between ``least`` and ``most`` list items (0 and 0: paragraphs only)."""

    required: bool
    least: int = 0
    most: int = 0
    example: str = ""  # a heading for the hint
    or_items: bool = False  # a list may stand beside the paragraphs, or instead of them

    @property
    def is_list(self) -> bool:
        return self.most > 0


@dataclass(frozen=True, slots=True)
class KindRule:
    folder: str
    main: str  # the section that the kind is about
    sections: Mapping[str, SectionRule]
    other: SectionRule | None = None  # for sections that the author names
    keys: tuple[str, ...] = ()  # of the front matter, that this kind needs


WHAT_TO_DO = SectionRule(True, 1, 4, "Yang harus dilakukan")
REMEMBER = SectionRule(False, example="Ingat")
ANYWHERE = {
    "radio-30s": SectionRule(False, example="Radio 30 detik"),
    "radio-60s": SectionRule(False, example="Radio 60 detik"),
}


def _kind(folder: str, main: str, *keys: str, **sections: SectionRule) -> KindRule:
    rules = {name.replace("_", "-"): rule for name, rule in sections.items()}
    return KindRule(folder, main, MappingProxyType({**rules, **ANYWHERE}), keys=keys)


KINDS: Mapping[Kind, KindRule] = MappingProxyType(
    {
        "tactic": _kind(
            "tactics",
            "warning-signs",
            lure=SectionRule(False, example="Rayuannya"),
            warning_signs=SectionRule(True, 3, 5, "Tanda bahaya"),
            what_to_do=WHAT_TO_DO,
            myth=SectionRule(False, example="Katanya"),
            truth=SectionRule(False, example="Yang benar"),
        ),
        "route": _kind(
            "routes",
            "steps",
            steps=SectionRule(True, 3, 6, "Langkahnya"),
            what_to_do=WHAT_TO_DO,
            remember=REMEMBER,
        ),
        "checklist": _kind(
            "checklists",
            "items",
            items=SectionRule(True, 3, 9, "Daftarnya"),
            what_to_do=WHAT_TO_DO,
            remember=REMEMBER,
        ),
        "contacts": _kind(
            "contacts",
            "contacts",
            contacts=SectionRule(True, 2, 7, "Kontak resmi"),
            remember=REMEMBER,
        ),
        "figure": _kind(
            "figures",
            "meaning",
            "fact",
            meaning=SectionRule(True, example="Artinya"),
            what_to_do=WHAT_TO_DO,
        ),
        "notice": _kind(
            "notices",
            "notice",
            notice=SectionRule(True, example="Pengumuman"),
            what_to_do=WHAT_TO_DO,
        ),
        # Its sections are its scenes, named by the author: paragraphs are heard, list items are seen.
        "spot": KindRule("spots", "", MappingProxyType({}), SectionRule(False, or_items=True), ("seconds",)),
    }
)


def kind_of_folder(folder: str) -> Kind | None:
    return next((kind for kind, rule in KINDS.items() if rule.folder == folder), None)
