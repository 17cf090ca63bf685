"""How fast articles are analysed, and what each component costs on top of the language model.

`python -m benchmarks.speed [CORPUS.jsonl …]`: with corpora the components are measured on the texts of them all.
"""

from __future__ import annotations

import argparse
import gc
import json
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
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
_MOST_TEXTS, _LONGEST_TEXT = 25, 8_000


def main() -> None:
    """Print seconds to load, then for texts of several lengths seconds and characters a second, then who spent them."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=__doc__)
    parser.add_argument("--repeat", type=int, default=5, help="runs of each short text, of which the median counts")
    parser.add_argument("corpora", nargs="*", type=Path, help="JSON Lines with a text each, to measure components on")
    options = parser.parse_args()

    start = time.perf_counter()
    from nlp.analyze import analyze
    from nlp.pipeline import build_pipeline
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

    texts = [text for path in options.corpora for text in texts_of(path)]
    articles = [read(text) for text in texts or [prose(3_000)]]
    length = sum(len(article.text) for article in articles)
    print(f"\nWho spends the time on {length:,} characters in {len(articles)} texts, beside the language model:")
    spent = spenders(articles, pipeline, options.repeat)
    model = spent.pop("language model")
    print(f"{'language model':20} {model:7.3f} s  100.0 %")
    for name, seconds in (*spent.items(), ("all rules together", sum(spent.values()))):
        print(f"{name:20} {seconds:7.3f} s  {100 * seconds / model:5.1f} %")


def texts_of(path: Path) -> list[str]:
    """The first texts of a corpus of JSON Lines with a `text` each, cut where they are long."""
    lines = [line for line in path.read_text("utf-8").split("\n") if line.strip()]
    return [text for line in lines[:_MOST_TEXTS] if (text := json.loads(line)["text"][:_LONGEST_TEXT]).strip()]


def spenders(articles: Sequence[Article], pipeline: Language, repeat: int) -> dict[str, float]:
    """The processor's seconds for the language model and for each component: the best of `repeat` rounds."""
    from nlp.pipeline import COMPONENTS

    rounds = []
    gc.collect()
    gc.freeze()  # else a pause that walks all tables is charged to whichever component it falls into
    for _ in range(repeat):
        spent: dict[str, float] = defaultdict(float)
        for article in articles:
            start = time.process_time()
            doc = parse(article, pipeline)
            spent["language model"] += time.process_time() - start
            for name in COMPONENTS:
                start = time.process_time()
                doc = pipeline.get_pipe(name)(doc)
                spent[name] += time.process_time() - start
        rounds.append(spent)
    return min(rounds, key=lambda spent: sum(spent.values()))


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
