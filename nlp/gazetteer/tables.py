"""Reading the CSV tables under nlp/resources/."""

from __future__ import annotations

import csv
import functools
import gzip
import io
import tomllib
from collections.abc import Iterator
from importlib import resources


def read_table(name: str) -> Iterator[dict[str, str]]:
    """The rows of one CSV table with a header, packed by gzip or not, in the file's order."""
    data = read_bytes(name)
    text = (gzip.decompress(data) if name.endswith(".gz") else data).decode("utf-8")
    return csv.DictReader(io.StringIO(text))


@functools.cache
def word_set(section: str) -> frozenset[str]:
    """One of the word lists of places_words.toml."""
    return frozenset(tomllib.loads(read_bytes("places_words.toml").decode("utf-8"))[section]["words"])


def read_bytes(name: str) -> bytes:
    """One file of the folder as it is."""
    return (resources.files("nlp") / "resources" / name).read_bytes()
