from __future__ import annotations

import pytest
import spacy

from nlp.pipeline import paragraphs  # noqa: F401  (registers the component)


def sentence_starts(text: str) -> list[str]:
    """The words at which the component lets a sentence start."""
    nlp = spacy.blank("en")
    nlp.add_pipe("dateline_paragraphs")
    return [token.text for token in nlp(text)[1:] if token.is_sent_start is True]


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("A title\n\nThe text.", ["The"]),
        ("It ended.\nIt began.", ["It"]),
        ("a line\nthat goes on", []),
        ("LIMA, April 24 (Agency) - Shares fell.", ["Shares"]),
        ("Quake\n\nNAIROBI — At least 19 died.", ["NAIROBI", "At"]),
        ("Ana Silva - the envoy - spoke.", []),
        ("The well-known envoy spoke.", []),
        ("One.\n\nTwo.\n\nThree.\n\nFour.\n\nLIMA - Five.", ["Two", "Three", "Four", "LIMA"]),
        ("\n", []),
        ("", []),
    ],
    ids=[
        "a blank line", "a line end behind a full stop", "a line that is only broken", "a dateline with day and agency",
        "a dateline under a title", "a name between dashes", "a hyphen", "far from the top",
        "a line end alone", "nothing",
    ],
)  # fmt: skip
def test_sentences_start_where_the_layout_shows_it(text: str, starts: list[str]) -> None:
    assert sentence_starts(text) == starts
