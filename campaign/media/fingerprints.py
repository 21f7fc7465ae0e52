"""Fingerprints of what a document is made from: two with the same come out the same, so one can be kept for both."""

from collections.abc import Sequence
from functools import lru_cache
from hashlib import sha256

from campaign.model.library import Library


def fingerprint(body: str, template: str, styles: Sequence[str], library: Library) -> str:
    """Of all that a manuscript is made from."""
    texts = [library.text(path) if path in library else "" for path in styles]
    return sha256(repr([body, template, styles, texts, fingerprint_of_assets(library)]).encode()).hexdigest()


@lru_cache(maxsize=1)
def _digest(files: tuple[tuple[str, bytes], ...]) -> str:
    return sha256(repr(files).encode()).hexdigest()


def fingerprint_of_assets(library: Library) -> str:
    """Of everything that a page may fetch."""
    return _digest(tuple((path, library.files[path]) for path in library.under("assets")))
