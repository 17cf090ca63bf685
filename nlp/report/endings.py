"""The endings of a report's file name: known without loading what writes them."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from nlp.errors import ReportError

ENDINGS = (".html", ".docx", ".pdf")


@contextlib.contextmanager
def writing_report() -> Iterator[None]:
    """Say in a sentence why the operating system does not write."""
    try:
        yield
    except OSError as error:
        raise ReportError(f"The report cannot be written: {error.strerror or error}.") from error
