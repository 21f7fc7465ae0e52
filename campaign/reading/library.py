"""Where a campaign's files are, and their bytes."""

import os
from pathlib import Path

from campaign.model.library import Library
from campaign.problems import CampaignError, Problem, StorageError, UsageError

PACKAGE = Path(__file__).resolve().parent.parent
PICTURES = 10_000_000  # bytes; a larger template, font or illustration is a mistake


def bundled() -> Path:
    """The root of the bundled campaign: inside an installed wheel, else the checkout."""
    inside = PACKAGE / "_bundled"
    return inside if inside.is_dir() else PACKAGE.parent


def find_root(given: Path | None) -> Path:
    """The folder that holds ``content/campaign.yaml``: the given one, else the current one, else the bundled campaign.

    Raises UsageError when a folder is given that holds none.
    """
    if given is None:
        here = Path.cwd()
        return here if (here / "content" / "campaign.yaml").is_file() else bundled()
    if (given / "content" / "campaign.yaml").is_file():
        return given
    hint = "name the folder above content/, or make a starter with: campaign new DIR"
    raise UsageError(Problem(str(given), None, "US001", "there is no content/campaign.yaml in this folder", hint))


def read_library(root: Path) -> Library:
    """All templates and assets: the bundled ones, and over them those that the campaign's own folder brings."""
    files: dict[str, bytes] = {}
    for base in dict.fromkeys((bundled(), root)):
        for folder in ("templates", "assets"):
            files.update(read_folder(base, folder))
    return Library(files)


def read_folder(root: Path, folder: str) -> dict[str, bytes]:
    """Every file below ``root/folder`` by its path from the root, sorted; hidden files are left out.

    Links that lead out of the root are refused. Raises StorageError when a file cannot be read.
    """
    files: dict[str, bytes] = {}
    top = root / folder
    for where, folders, names in os.walk(top):
        folders[:] = sorted(name for name in folders if not name.startswith((".", "__")))
        for name in sorted(names):
            if name.startswith((".", "~")) or name.endswith(("~", ".bak", ".swp", ".pyc")):
                continue
            path = Path(where) / name
            relative = path.relative_to(root).as_posix()
            if path.is_symlink() and not path.resolve().is_relative_to(root.resolve()):
                raise CampaignError(Problem(relative, None, "ST002", "this link leads out of the campaign's folder"))
            try:
                if path.stat().st_size > PICTURES:
                    raise CampaignError(Problem(relative, None, "ST003", "the file is larger than 10 MB"))
                files[relative] = path.read_bytes()
            except OSError as error:
                hint = error.strerror or str(error)
                raise StorageError(Problem(relative, None, "ST001", "the file cannot be read", hint)) from None
    return files
