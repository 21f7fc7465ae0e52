"""The output folder: files appear whole or not at all, and one build at a time writes there."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from filelock import FileLock, Timeout

from campaign.problems import LockedError, Problem, StorageError

LOCK = ".campaign.lock"
PART = ".campaign-part"  # the suffix of a file that is being written


@contextmanager
def only_build(output: Path) -> Iterator[None]:
    """Hold the output folder's lock; the system releases it even after kill -9. Raises LockedError or StorageError."""
    try:
        output.mkdir(parents=True, exist_ok=True)
        lock = FileLock(output / LOCK, timeout=0)
        lock.acquire()
    except Timeout:
        hint = "wait until it has ended, or give this build a folder of its own: --output DIR"
        raise LockedError(
            Problem(output.name, None, "ST010", "another build is writing into this folder", hint)
        ) from None
    except OSError as error:
        raise _failed(output.name, error) from None
    try:
        yield
    finally:
        lock.release()


def remove_leftovers(output: Path) -> None:
    """Half-written files of a build that was killed."""
    for path in sorted(output.rglob(f"*{PART}")):
        path.unlink(missing_ok=True)


def store(output: Path, relative: str, data: bytes) -> bool:
    """Write a file whole: beside it first, then in its place. False when the same bytes are there already.

    Raises StorageError; what was there before is then still there.
    """
    path = inside(output, relative)
    try:
        if path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data:
            return False
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_name(f"{path.name}{PART}")
        try:
            with part.open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            part.replace(path)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise _failed(relative, error) from None
    return True


def discard(output: Path, relative: str) -> None:
    """Remove an asset that nothing makes any more, and the folders that it leaves empty."""
    path = inside(output, relative)
    try:
        path.unlink(missing_ok=True)
        for folder in path.parents:
            if folder == output or any(folder.iterdir()):
                break
            folder.rmdir()
    except OSError as error:
        raise _failed(relative, error) from None


def hash_of(output: Path, relative: str) -> str:
    """A stored file's sha256 in hex; empty when it is not there."""
    try:
        return sha256(inside(output, relative).read_bytes()).hexdigest()
    except OSError:
        return ""


def inside(output: Path, relative: str) -> Path:
    """The path below the output folder. Raises StorageError when it would lead out of it."""
    path = (output / relative).resolve()
    if not path.is_relative_to(output.resolve()):
        raise StorageError(Problem(relative, None, "ST011", "this path leads out of the output folder"))
    return output / relative


def _failed(what: str, error: OSError) -> StorageError:
    hint = "is the disk full, or the folder write-protected?"
    return StorageError(Problem(what, None, "ST012", f"writing failed: {error.strerror or error}", hint))
