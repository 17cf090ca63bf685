"""The article behind "Try a sample": written for this tool, so that a newcomer sees a full page with one press."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from nlp.model import Article
from nlp.readers import read_pasted

TITLE = "Freed Russian soldiers recover in Belarus as new talks near"
PUBLISHED = date(2025, 7, 7)


def sample_article() -> Article:
    """The sample with its publication date."""
    text = (Path(__file__).parent / "sample_article.txt").read_text("utf-8")
    return read_pasted(text, title=TITLE, source="Dateline sample", published=PUBLISHED, article_id="sample")
