"""Files appear whole or not at all."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from campaign.building.store import discard, store
from campaign.problems import StorageError


def test_a_file_is_replaced_whole(tmp_path):
    """The new bytes are there, and nothing else is."""
    store(tmp_path, "a/b.txt", b"old")
    assert store(tmp_path, "a/b.txt", b"new")
    assert [p.name for p in (tmp_path / "a").iterdir()] == ["b.txt"]
    assert (tmp_path / "a/b.txt").read_bytes() == b"new"


def test_the_same_bytes_are_not_written_again(tmp_path):
    """The file keeps its time."""
    store(tmp_path, "b.txt", b"same")
    assert not store(tmp_path, "b.txt", b"same")


@pytest.mark.parametrize("path", ["../x.txt", "a/../../x.txt", "/etc/x.txt"])
def test_a_path_never_leads_out_of_the_folder(tmp_path, path):
    """Whatever a slug may be, it stays in the output."""
    with pytest.raises(StorageError):
        store(tmp_path / "out", path, b"x")
    assert not (tmp_path / "x.txt").exists()


def test_a_failed_write_leaves_the_old_file(tmp_path):
    """A folder in the way is an error with exit code 6, and what was there is still there."""
    (tmp_path / "a").write_bytes(b"a file where a folder should be")
    with pytest.raises(StorageError) as caught:
        store(tmp_path, "a/b.txt", b"x")
    assert caught.value.exit_code == 6
    assert (tmp_path / "a").read_bytes() == b"a file where a folder should be"


def test_discarding_removes_the_folders_that_it_empties(tmp_path):
    """No empty folders stay behind; the output folder itself does."""
    store(tmp_path, "id/fee/story.png", b"x")
    store(tmp_path, "id/other.txt", b"x")
    discard(tmp_path, "id/fee/story.png")
    assert sorted(str(p.relative_to(tmp_path)) for p in tmp_path.rglob("*")) == ["id", "id/other.txt"]


WRITER = """
import sys
from pathlib import Path
from campaign.building.store import store
n = 0
while True:
    n += 1
    for name in "abc":
        store(Path(sys.argv[1]), name, (f"{name}{n % 10}" * 200_000).encode())
    print(n, flush=True)
"""


def test_a_killed_writer_leaves_only_whole_files(tmp_path):
    """kill -9 in the middle of writing damages nothing."""
    for _ in range(5):
        process = subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path)], stdout=subprocess.PIPE)
        assert process.stdout is not None
        process.stdout.readline()
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        for name in "abc":
            text = (Path(tmp_path) / name).read_text()
            assert text == text[:2] * 200_000
