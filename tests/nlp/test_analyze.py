"""Article -> Analysis, for one and for many."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from nlp.analyze import Failure, _parts, _read, analyze, analyze_many, rules_version
from nlp.model import Analysis, Article
from nlp.pipeline import COMPONENTS
from nlp.store import Workspace, open_workspace, save_workspace

if TYPE_CHECKING:
    from spacy.language import Language

STORY = (
    "LIMA, July 7, 2025 – Ana Silva, Peru's foreign minister, met envoys of Chile in Lima on Friday. “We made "
    "progress,” Silva told reporters. The next round is planned for 9 July in Santiago, the Chilean ministry said.\n\n"
)  # fmt: skip


def test_rules_version_is_short_and_the_same_twice() -> None:
    assert len(rules_version()) == 12
    assert rules_version() == rules_version()


def test_analyze_many_loads_no_model_for_no_articles(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_MODEL", "no_such_model")
    assert list(analyze_many(())) == []


@pytest.mark.model
@pytest.mark.parametrize("text", ["", " ", "\n\n", "\ud800", "\x00", "a", "2.", ".", "🇵🇪"], ids=repr)
def test_analyze_gives_an_analysis_of_any_text(nlp_pipeline: Language, text: str) -> None:
    analysis = analyze(Article("a", text), nlp_pipeline)
    assert analysis.article.text == text
    assert open_workspace(save_workspace(Workspace((analysis,)))).analyses == (analysis,)


@pytest.mark.model
def test_analyze_keeps_offsets_true_in_a_text_that_is_read_in_parts(nlp_pipeline: Language) -> None:
    text = STORY * 120
    analysis = analyze(Article("a", text), nlp_pipeline)
    assert analysis.mentions[-1].start > len(text) - len(STORY)
    for found in (*analysis.mentions, *analysis.places, *analysis.times):
        assert text[found.start : found.end] == found.text
    assert list(analysis.sentences) == sorted(set(analysis.sentences))


@pytest.mark.model
def test_components_take_time_in_proportion_to_the_text(nlp_pipeline: Language) -> None:
    """Eight times the text takes about eight times as long; what walks all the text for each name takes sixty."""

    def seconds(copies: int) -> float:
        doc = _read(Article("a", STORY * copies), nlp_pipeline)
        start = time.process_time()
        for name in COMPONENTS:
            doc = nlp_pipeline.get_pipe(name)(doc)
        return time.process_time() - start

    seconds(1)  # tables are read
    assert any(seconds(480) < 16 * seconds(60) + 0.3 for _ in range(2))  # a pause may fall into one


@pytest.mark.model
def test_analyze_reads_around_a_long_stretch_without_a_blank(nlp_pipeline: Language) -> None:
    text = f"{STORY}{'=' * 5_000}\n\n{STORY}{'“' * 1_200} {STORY}"
    analysis = analyze(Article("a", text), nlp_pipeline)
    assert [place.text for place in analysis.places].count("Santiago") == 3
    assert all(text[found.start : found.end] == found.text for found in analysis.places)


@pytest.mark.parametrize(
    ("text", "lengths"),
    [
        ("", []),
        ("=" * 499, [499]),
        ("=" * 1_001, [500, 500, 1]),
        ("a b " * 200 + "$" * 600, [800 + 500, 100]),
        ("word " * 2_000, [8_000, 2_000]),
        ("A line.\n\n" + "word " * 1_000 + "\n\n" + "word " * 1_000, [5_011, 5_000]),
    ],
    ids=["empty", "short stretch", "ruled line", "stretch behind words", "words", "paragraphs"],
)
def test_parts_are_short_and_hold_no_long_stretch_without_a_blank(text: str, lengths: list[int]) -> None:
    parts = list(_parts(text))
    assert "".join(parts) == text
    assert list(map(len, parts)) == lengths


@pytest.mark.model
def test_analyze_says_the_same_twice(nlp_pipeline: Language) -> None:
    article = Article("a", STORY * 3)
    assert analyze(article, nlp_pipeline) == analyze(article, nlp_pipeline)


@pytest.mark.model
def test_analyze_many_gives_one_result_an_article_in_order_and_takes_no_more_than_asked() -> None:
    taken: list[str] = []

    def articles() -> Iterator[Article]:
        for number in range(5):
            taken.append(str(number))
            yield Article(str(number), STORY)

    results = analyze_many(articles())
    first = next(results)
    assert isinstance(first, Analysis)
    assert (first.article.id, taken) == ("0", ["0"])
    assert [result.article.id for result in results] == ["1", "2", "3", "4"]


@pytest.mark.model
def test_analyze_many_puts_a_failure_in_the_place_of_an_article_that_breaks_it() -> None:
    broken = replace(Article("b", STORY), text=None)  # type: ignore[arg-type]
    good, bad, last = analyze_many([Article("a", STORY), broken, Article("c", STORY)])
    assert isinstance(good, Analysis)
    assert isinstance(last, Analysis)
    assert isinstance(bad, Failure)
    assert bad.article.id == "b"
    assert "TypeError" in bad.reason
    assert "nlp/" in bad.reason
