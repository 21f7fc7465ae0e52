"""Data files of this room: lists of words, by language where it matters."""

from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def read_data(name: str) -> dict[str, Any]:
    """A YAML file beside this one, every scalar as text."""
    read = yaml.load(files("campaign.checking").joinpath(name).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    if not isinstance(read, dict):
        raise TypeError(f"{name} holds no mapping")
    return read


@cache
def numbers(key: str) -> frozenset[str]:
    """The words of ``numbers.yaml`` under a key, of all languages."""
    entry = read_data("numbers.yaml")[key]
    lists = entry.values() if isinstance(entry, dict) else [entry]
    return frozenset(word for words in lists for word in words)
