"""Rows as bytes that leave the page: what is exported is what is shown."""

from __future__ import annotations

from nlp.export.archive import zip_bytes
from nlp.export.csv_table import csv_bytes
from nlp.export.view import View, view_of

__all__ = ["View", "csv_bytes", "view_of", "zip_bytes"]
