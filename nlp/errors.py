"""What a reader can mend, in one tree. A `DatelineError` is shown as it is written; anything else propagates."""

from __future__ import annotations


class DatelineError(Exception):
    """Something that the reader can put right; its text says what is wrong, where, and what to do next."""


class ModelError(DatelineError):
    """The language model is missing or cannot be used."""


class InputError(DatelineError):
    """What came in cannot be read as an article."""


class OutputError(DatelineError):
    """The analyses cannot be written to where they should go."""


class ExportError(DatelineError):
    """The files of an export cannot be written to where they should go."""


class ReportError(DatelineError):
    """A report cannot be made or written."""


class StoreError(DatelineError):
    """A saved workspace cannot be opened."""


class FigureError(DatelineError):
    """Charts could not be drawn."""
