"""Rows as bytes that leave the page: what is exported is what is shown."""

from __future__ import annotations

from nlp.export.archive import zip_bytes
from nlp.export.csv_table import csv_bytes
from nlp.export.registry import EXPORTS, Export, export_files
from nlp.export.view import View, view_of

__all__ = ["EXPORTS", "Export", "View", "csv_bytes", "export_files", "view_of", "zip_bytes"]
