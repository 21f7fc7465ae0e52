"""``docs/third-party.md`` names everything that an installation brings, with the licence that it came under."""

import re
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement

PAGE = (Path(__file__).parents[1] / "docs" / "third-party.md").read_text(encoding="utf-8")

# How a licence shows itself in a package that does not state an SPDX expression.
SIGNS = {
    "Apache-2.0": ("apache-2.0", "apache license 2.0", "apache license"),
    "BSD-2-Clause": ("bsd-2-clause", "bsd 2-clause"),
    "BSD-3-Clause": ("bsd-3-clause", "neither the name"),
    "GPL-2.0-or-later": ("gplv2+",),
    "ISC": ("isc license",),
    "LGPL-2.1-or-later": ("lgplv2+",),
    "MIT": ("mit license", "license: mit", "permission is hereby granted, free of charge"),
    "MPL-1.1": ("mpl 1.1",),
    "OFL-1.1": ("ofl-1.1",),
    "PSF-2.0": ("psf-2.0",),
}


def installed_with(package: str, extras: frozenset[str] = frozenset()) -> Iterator[str]:
    """The names of all that a package brings, one for each way that leads to it."""
    for line in metadata.requires(package) or ():
        requirement = Requirement(line)
        if requirement.marker and not any(requirement.marker.evaluate({"extra": e}) for e in extras or {""}):
            continue
        yield metadata.metadata(requirement.name)["Name"]
        yield from installed_with(requirement.name, frozenset(requirement.extras))


def licences_on_page() -> dict[str, str]:
    table = PAGE.partition("## Installed beside it")[2].partition("\n## ")[0]
    return dict(re.findall(r"^\| (\S+) \| (.+?) \| .+ \|$", table.partition("|---|")[2], re.MULTILINE))


def evidence(package: str) -> str:
    """What the package says of its licence: its metadata and its licence files, in lower case."""
    files = metadata.files(package) or ()
    texts = [p.read_text(encoding="utf-8") for p in files if re.search(r"licen[cs]e|copying", p.name, re.IGNORECASE)]
    fields = metadata.metadata(package)
    said = [f"License: {fields['License']}", *(fields.get_all("Classifier") or ())]
    return " ".join("\n".join([*said, *(text or "" for text in texts)]).lower().split())


LICENCES = licences_on_page()


def test_the_page_lists_what_is_installed_and_nothing_else() -> None:
    """Whoever adds a dependency also says on which terms it comes."""
    assert sorted(LICENCES, key=str.lower) == sorted(set(installed_with("campaign")), key=str.lower)


@pytest.mark.parametrize("package", LICENCES)
def test_the_licence_on_the_page_is_the_one_of_the_package(package: str) -> None:
    """An SPDX expression is repeated to the letter; otherwise each licence named shows in the package's own words."""
    stated = metadata.metadata(package).get("License-Expression")
    if stated:
        assert LICENCES[package] == stated
        return
    said = evidence(package)
    for licence in re.split(r" AND | OR ", LICENCES[package]):
        assert any(sign in said for sign in SIGNS[licence]), f"{package} does not say {licence}"


def test_what_only_developers_need_is_named_too() -> None:
    """The development tools stand on the page as well."""
    tools = PAGE.partition("## For those who work on it")[2].lower()
    wanted = {
        Requirement(r).name for r in metadata.requires("campaign") or () if 'extra == "dev"' in r.replace("'", '"')
    }
    assert [tool for tool in sorted(wanted) if tool.lower() not in tools] == []
