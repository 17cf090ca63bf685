"""Whole analyses as JSON: the same that the command line writes and that a program can read back."""

from __future__ import annotations

from nlp.export.view import View
from nlp.serial import analysis_to_line, analysis_to_page


def analyses_json(view: View) -> bytes:
    """An array of the whole analyses of the articles that are shown; a filter does not cut into an analysis."""
    pages = ",\n".join(map(analysis_to_page, view.analyses))
    return (f"[\n{pages}\n]\n" if pages else "[]\n").encode()


def analyses_jsonl(view: View) -> bytes:
    """The same, one analysis a line."""
    return "".join(analysis_to_line(analysis) + "\n" for analysis in view.analyses).encode()
