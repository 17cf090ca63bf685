"""How fast an article is analysed: `python -m benchmarks.speed`."""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from statistics import median
from typing import TYPE_CHECKING

from benchmarks.prose import prose
from nlp.model import Article

if TYPE_CHECKING:  # what takes long to import is imported where its time is taken
    from spacy.language import Language
    from spacy.tokens import Doc

LENGTHS = (300, 3_000, 20_000, 200_000)
PUBLISHED = date(2025, 7, 7)
_PIECE = 5_000


def main() -> None:
    """Print seconds to load, then for texts of several lengths seconds and characters a second, then who spent them."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=__doc__)
    parser.add_argument("--repeat", type=int, default=5, help="runs of each short text, of which the median counts")
    options = parser.parse_args()

    start = time.perf_counter()
    from nlp.analyze import analyze
    from nlp.pipeline import COMPONENTS, build_pipeline
    from nlp.readers import check_article, read_pasted

    def read(text: str) -> Article:
        article = read_pasted(text, published=PUBLISHED)
        check_article(article)
        return article

    imported = time.perf_counter()
    pipeline = build_pipeline()
    loaded = time.perf_counter()
    analyze(read_pasted(prose(300), published=PUBLISHED), pipeline)
    ready = time.perf_counter()
    print(f"import {imported - start:.2f} s · load {loaded - imported:.2f} s · first analysis {ready - loaded:.2f} s\n")

    print("characters    reading      analysis   characters a second")
    for length in LENGTHS:
        text = prose(length)
        repeat = options.repeat if length <= 20_000 else 1
        reading = timed(partial(read, text), repeat)
        article = read(text)
        analysis = timed(partial(analyze, article, pipeline), repeat)
        print(f"{len(text):10,}  {reading:7.3f} s  {analysis:10.3f} s  {len(text) / analysis:20,.0f}")

    article = read(prose(3_000))
    print(f"\nWho spends the time on {len(article.text):,} characters:")
    spent = {"language model": timed(partial(parse, article, pipeline), options.repeat)}
    doc = parse(article, pipeline)
    for name in COMPONENTS:
        component = pipeline.get_pipe(name)
        spent[name] = timed(partial(component, doc), options.repeat)
    total = sum(spent.values())
    spent["all rules together"] = total - spent["language model"]
    for name, seconds in spent.items():
        print(f"{name:20} {seconds:7.3f} s  {100 * seconds / total:3.0f} %")


def parse(article: Article, pipeline: Language) -> Doc:
    """The article as the language model alone reads it, in pieces short enough for its memory."""
    from spacy.tokens import Doc

    from nlp.pipeline import COMPONENTS

    pieces = [article.text[start : start + _PIECE] for start in range(0, len(article.text), _PIECE)]
    with pipeline.select_pipes(disable=list(COMPONENTS)):
        doc = Doc.from_docs(list(pipeline.pipe(pieces)), ensure_whitespace=False)
    doc._.article = article
    return doc


def timed(work: Callable[[], object], repeat: int) -> float:
    """The median of `repeat` runs, in seconds."""
    seconds = []
    for _ in range(repeat):
        start = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - start)
    return median(seconds)


if __name__ == "__main__":
    main()
