"""Which stretches stand in quotation marks; nothing here needs the language model."""

from __future__ import annotations

from itertools import pairwise

import pytest

from nlp.pipeline.quote_marks import find_quoted


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('He said "no", then "yes."', ['"no"', '"yes."']),
        ("«Non», „nein“, »jaja« and ‹ok›", ["«Non»", "„nein“", "»jaja«", "‹ok›"]),
        ("``We won,'' he said", ["``We won,''"]),
        ("‘the workers’ rights’ came first", ["‘the workers’ rights’"]),
        ("'we won't go,' he said", ["'we won't go,'"]),
        ("“outer ‘inner’ end”", ["“outer ‘inner’ end”"]),
        ("‘outer “inner” end’", ["‘outer “inner” end’"]),
        ("“One.\n\n“Two,” he said. “Three”", ["“One.\n\n“Two,”", "“Three”"]),
        ("“Never closed\n\nA new paragraph", ["“Never closed"]),
        ('A 6\'2" man, a 32" screen', []),
        ("The '60s, 'tis 'em, the boys' choice", []),
        ("It’s the ’90s", []),
        ('""', []),
        ("", []),
    ],
)
def test_find_quoted_gives_the_outermost_quotations(text: str, quoted: list[str]) -> None:
    assert [text[q.start : q.end] for q in find_quoted(text)] == quoted


def test_find_quoted_says_what_was_never_closed() -> None:
    assert [q.closed for q in find_quoted("“One” and “two")] == [True, False]


@pytest.mark.parametrize("unit", ['"', "'", "“", "‘a ", "'s ", '"a\n', "“\n\n", '" ', "''", "„«"])
def test_find_quoted_passes_once_over_any_text(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    found = find_quoted(text)
    assert all(one.end <= other.start for one, other in pairwise(found))
