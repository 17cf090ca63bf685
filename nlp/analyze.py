"""Article -> Doc -> Analysis, for one article or for a corpus."""

from __future__ import annotations

import functools
import hashlib
import re
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from importlib import resources
from itertools import chain
from multiprocessing import get_context
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from nlp.errors import DatelineError
from nlp.model import Analysis, Article, ModelInfo, Span
from nlp.pipeline import COMPONENTS, build_pipeline
from nlp.pipeline.language_model import model_warning
from nlp.pipeline.surface import analysable

# The model's memory grows with the length of what it sees at once; longer articles go through it in parts.
_PART_LENGTH = 8_000
# The tokenizer takes the square of the length of a stretch of signs without a blank, like a ruled line.
_UNBROKEN = re.compile(r"\S{500}")
# Articles that each worker is given before the first of them is asked for.
_AHEAD = 4


def analyze(article: Article, nlp: Language) -> Analysis:
    """Analyse one article with a pipeline from `nlp.pipeline.build_pipeline`. An empty text gives an empty analysis."""
    doc = _read(article, nlp)
    for name in COMPONENTS:
        doc = nlp.get_pipe(name)(doc)
    doc._.reading = None  # its tokens hold the document: memory would wait for the collector of cycles
    return Analysis(
        article=article,
        model=ModelInfo(nlp.meta["lang"] + "_" + nlp.meta["name"], nlp.meta["version"], rules_version()),
        sentences=tuple(_sentences(doc)),
        mentions=doc._.mentions,
        entities=doc._.entities,
        places=doc._.places,
        countries=doc._.countries,
        times=doc._.times,
        events=doc._.events,
        quotes=doc._.quotes,
        relations=doc._.relations,
    )


@dataclass(frozen=True, slots=True)
class Failure:
    """An article that the analysis could not get through: a fault of Dateline's, with the place in its code."""

    article: Article
    reason: str


def analyze_many(
    articles: Iterable[Article], *, workers: int = 1, warn: Callable[[str], object] | None = None
) -> Iterator[Analysis | Failure]:
    """Analyse a corpus: one result an article, in the articles' order, with any number of `workers` (processes).

    Articles are taken only as fast as they are analysed, so that a corpus of any size fits into memory. Each worker
    loads the model once. A fault in one article is a `Failure` in its place and does not cost the others. `warn` is
    given the sentence of `model_warning`, where there is one.

    Raises:
        nlp.errors.ModelError: the model is missing or cannot be used.
        nlp.errors.DatelineError: a worker was ended from outside.
    """
    remaining = iter(articles)
    first = next(remaining, None)
    if first is None:  # the model is not loaded for nothing
        return
    remaining = chain([first], remaining)
    if workers <= 1:
        _pass_on(_own_model_warning(), warn)
        yield from map(_attempt, remaining)
        return
    # Fresh processes, not copies of this one: a copy would share locks with threads that it does not have.
    # An interrupt is this process's to answer; the workers end with it, without a word.
    quiet = (signal.SIGINT, signal.SIG_IGN)
    with ProcessPoolExecutor(workers, get_context("spawn"), signal.signal, quiet) as pool:
        try:
            _pass_on(pool.submit(_own_model_warning).result(), warn)
            yield from _in_order(pool, remaining, _AHEAD * workers)
        except BrokenProcessPool as error:
            raise DatelineError("A worker process was ended, perhaps for want of memory. Use fewer workers.") from error


def _in_order(pool: ProcessPoolExecutor, articles: Iterable[Article], ahead: int) -> Iterator[Analysis | Failure]:
    waiting: deque[Future[Analysis | Failure]] = deque()
    try:
        for article in articles:
            waiting.append(pool.submit(_attempt, article))
            if len(waiting) >= ahead:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        for future in waiting:  # whoever asked has stopped asking
            future.cancel()


def _attempt(article: Article) -> Analysis | Failure:
    nlp = _own_pipeline()
    try:
        return analyze(article, nlp)
    except Exception as error:  # noqa: BLE001  (whatever it is, it must not cost the rest)
        return Failure(article, f"{type(error).__name__}: {error} ({_place_in_code(error)})")


@functools.cache
def _own_pipeline() -> Language:
    """This process's pipeline, loaded once."""
    return build_pipeline()


def _own_model_warning() -> str | None:
    return model_warning(_own_pipeline())


def _pass_on(warning: str | None, warn: Callable[[str], object] | None) -> None:
    if warning and warn:
        warn(warning)


def _place_in_code(error: Exception) -> str:
    """The innermost line of Dateline's own code that the error passed through, as `events.py:31`."""
    trace, place = error.__traceback__, "unknown place"
    while trace is not None:
        path = Path(trace.tb_frame.f_code.co_filename)
        if path.is_relative_to(Path(__file__).parent):
            place = f"{path.relative_to(Path(__file__).parent.parent).as_posix()}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place


@functools.cache
def rules_version() -> str:
    """A short hash over the project's own tables: it changes when an analysis may."""
    digest = hashlib.sha256()
    folder = resources.files("nlp") / "resources"
    for entry in sorted(folder.iterdir(), key=lambda e: e.name):
        if entry.name.endswith((".csv", ".toml", ".gz")):
            digest.update(entry.name.encode() + b"\0" + entry.read_bytes())
    return digest.hexdigest()[:12]


def _read(article: Article, nlp: Language) -> Doc:
    """The model's half: the article's text as one Doc, with Dateline's components still to come."""
    text = analysable(article.text)
    with nlp.select_pipes(disable=[name for name in COMPONENTS if name in nlp.pipe_names]):
        docs = list(nlp.pipe(_parts(text), batch_size=1))
    doc = docs[0] if len(docs) == 1 else Doc.from_docs(docs, ensure_whitespace=False) if docs else Doc(nlp.vocab)
    if doc is None or doc.text != text:
        raise RuntimeError("the model changed the text")  # offsets would lie: stop here
    doc._.article = article
    return doc


def _parts(text: str) -> Iterator[str]:
    """Cut a text into pieces that the model can take: none is long, none holds a long stretch without a blank."""
    start = 0
    for unbroken in _UNBROKEN.finditer(text):
        yield from _short_parts(text[start : unbroken.end()])
        start = unbroken.end()
    yield from _short_parts(text[start:])


def _short_parts(text: str) -> Iterator[str]:
    """Cut a text into pieces of at most about `_PART_LENGTH` code points, at the best boundary near each end."""
    start = 0
    while len(text) - start > _PART_LENGTH:
        window = text[start : start + _PART_LENGTH]
        best = 0
        for boundary in ("\n\n", "\n", ". ", " "):
            at = window.rfind(boundary, _PART_LENGTH // 2)
            if at >= 0:
                best = at + len(boundary)
                break
        end = start + (best or _PART_LENGTH)
        yield text[start:end]
        start = end
    if start < len(text):
        yield text[start:]


def _sentences(doc: Doc) -> Iterator[Span]:
    """Sentences without the white space around them; blank ones are left out."""
    for sent in doc.sents if len(doc) else ():
        words = [token for token in sent if not token.is_space]
        if words:
            yield Span(words[0].idx, words[-1].idx + len(words[-1]))
