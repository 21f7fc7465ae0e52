"""Where systems keep their fonts. Only the standard library, so that a machine can be asked before all else works."""

import os
import sys
from pathlib import Path


def font_folders() -> tuple[Path, ...]:
    """The folders of this system, in the order in which we look: what a person installed, then what the system has."""
    home = Path.home()
    if sys.platform == "darwin":
        return (home / "Library/Fonts", Path("/Library/Fonts"), Path("/System/Library/Fonts"))
    if sys.platform == "win32":
        local = Path(os.environ.get("LOCALAPPDATA", home / "AppData/Local"))
        return (local / "Microsoft/Windows/Fonts", Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts")
    return (home / ".local/share/fonts", home / ".fonts", Path("/usr/local/share/fonts"), Path("/usr/share/fonts"))
