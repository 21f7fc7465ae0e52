"""The same content gives the same bytes, wherever and whenever it is built."""

import os
import subprocess
import sys
from pathlib import Path

from small_campaign import WITH_LEAFLET, write

FORMATS = (
    "instagram-portrait",
    "whatsapp-chat",
    "leaflet-trifold-a4",
    "leaflet-trifold-a4-press",
    "radio-30s",
    "caption",
    "kit",
)


def built(base: Path, **env: str) -> dict[str, bytes]:
    """The small campaign with its leaflet, built by the command in folders of its own: path -> bytes."""
    root, output = write(base / "root", WITH_LEAFLET), base / "out"
    command = [sys.executable, "-m", "campaign", "build", str(root), "-o", str(output), "--as-of", "2026-11-22"]
    for format in FORMATS:
        command += ["--format", format]
    subprocess.run(command, cwd=base, env={**os.environ, **env}, check=True, capture_output=True, timeout=300)
    return {str(path.relative_to(output)): path.read_bytes() for path in sorted(output.rglob("*")) if path.is_file()}


def test_two_builds_in_different_surroundings_give_identical_trees(tmp_path):
    """Folder, time zone, locale, hash seed and the number of processes show in no byte of any medium."""
    one = built(tmp_path / "one", TZ="Asia/Jakarta", PYTHONHASHSEED="1", LC_ALL="C.UTF-8")
    two = built(tmp_path / "another folder/two", TZ="Pacific/Kiritimati", PYTHONHASHSEED="4242", LC_ALL="C")
    assert sorted(one) == sorted(two)
    assert [path for path in one if one[path] != two[path]] == []
    assert {Path(path).suffix for path in one} >= {".png", ".jpg", ".pdf", ".txt", ".json", ".zip"}
