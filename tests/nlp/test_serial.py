"""An analysis -> JSON -> the same analysis."""

from __future__ import annotations

import copy
import json
from dataclasses import replace
from typing import Any

import pytest

from nlp.errors import StoreError
from nlp.model import Analysis, Article, ModelInfo, Quote, Span
from nlp.serial import analysis_from_json, analysis_to_json, analysis_to_line, analysis_to_page
from tests.builders import analysis, span_of

# The contract, field by field: what must never be renamed or dropped.
CONTRACT = {
    "": "schema article model mentions entities places countries times events quotes",
    "article": "id title source url language sha256 text published published_basis",
    "model": "name version rules",
    "mentions": "start end text label entity rule",
    "entities": "id label name aliases mentions role country salience role_span",
    "places": "start end text kind country latitude longitude geonameid confidence rule",
    "countries": "country name mentions sentences share by_kind",
    "times": "start end text type value first_day last_day",
    "events": "label first_day last_day precision basis status sentence time trigger entities countries rule",
    "quotes": "speaker source cue start end direct",
}
QUOTES = (
    Quote(*span_of("met Peru's envoys"), "e1", Span(*span_of("Ana Silva")), Span(*span_of("met")), True),
    Quote(*span_of("Silva", nth=2), None, None, None, False),
)
FULL = replace(analysis(), quotes=QUOTES)
EMPTY = Analysis(Article("a", ""), ModelInfo("m", "1", "r"))


@pytest.mark.parametrize("part", CONTRACT, ids=lambda part: part or "analysis")
def test_analysis_to_json_holds_every_field_of_the_contract(part: str) -> None:
    data = analysis_to_json(FULL)
    holder = data[part] if part else data
    for item in holder if isinstance(holder, list) else [holder]:
        assert set(CONTRACT[part].split()) <= set(item)


def test_analysis_to_json_writes_days_spans_and_kinds_plainly() -> None:
    data = analysis_to_json(FULL)
    assert data["schema"] == "dateline/analysis/1"
    assert data["article"]["published"] == "2025-07-07"
    assert data["article"]["published_basis"] == "given"
    assert data["events"][0]["sentence"] == {"start": 0, "end": 46}
    assert data["places"][1]["kind"] == "city"
    assert data["countries"][0]["by_kind"] == {"country": 1, "city": 1}
    assert data["quotes"][1]["source"] is None


@pytest.mark.parametrize("original", [FULL, analysis(published=None), EMPTY], ids=["full", "undated", "empty"])
def test_analysis_from_json_gives_back_what_was_written(original: Analysis) -> None:
    assert analysis_from_json(json.loads(analysis_to_line(original))) == original
    assert analysis_from_json(json.loads(analysis_to_page(original))) == original


@pytest.mark.parametrize(
    "odd", ["\ud800", "\u2028", "\u2029", "\x85", "\x0b", "\x1c", "\n", "\r", "\x00", "\x7f", '"', "\\", "𝒳"]
)
def test_analysis_to_line_is_one_line_of_utf_8_whatever_the_text_holds(odd: str) -> None:
    line = analysis_to_line(replace(EMPTY, article=Article(f"a{odd}", f"b{odd}c")))
    assert line.splitlines() == [line]
    assert json.loads(line.encode("utf-8"))["article"]["text"] == f"b{odd}c"


def test_analysis_to_line_writes_other_scripts_as_they_are() -> None:
    assert "Київ – 北京" in analysis_to_line(replace(EMPTY, article=Article("a", "Київ – 北京")))


def test_analysis_to_line_gives_the_same_bytes_twice() -> None:
    assert analysis_to_line(FULL) == analysis_to_line(analysis_from_json(json.loads(analysis_to_line(FULL))))


def test_analysis_from_json_ignores_fields_it_does_not_know() -> None:
    data = analysis_to_json(FULL)
    data["new"] = data["article"]["new"] = data["events"][0]["new"] = {"x": 1}
    assert analysis_from_json(data) == FULL


def test_analysis_from_json_takes_a_whole_number_where_a_number_is_due() -> None:
    data = analysis_to_json(FULL)
    data["entities"][0]["salience"] = 1
    read = analysis_from_json(data).entities[0].salience
    assert (read, type(read)) == (1.0, float)


def changed(path: str, value: Any) -> dict[str, Any]:
    """The full analysis as JSON with one field set to `value`, or taken out where that is `...`."""
    data = copy.deepcopy(analysis_to_json(FULL))
    *way, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    holder: Any = data
    for step in way:
        holder = holder[step]
    if value is ...:
        del holder[last]
    else:
        holder[last] = value
    return data


@pytest.mark.parametrize(
    ("path", "value", "sentence"),
    [
        ("schema", "dateline/analysis/2", "has the schema 'dateline/analysis/2'"),
        ("schema", ..., "has the schema None"),
        ("article", ..., "analysis has no 'article'"),
        ("article.text", ..., "analysis.article has no 'text'"),
        ("article.text", 5, "analysis.article.text is 5, which is not text"),
        ("article.published", "soon", "analysis.article.published is 'soon', which is not a date"),
        ("article.published", 20250707, "is 20250707, which is not a date"),
        ("article.published_basis", "guess", "is 'guess', which is not one of given, dateline"),
        ("events", ..., "analysis has no 'events'"),
        ("quotes", ..., "analysis has no 'quotes'"),
        ("events", {}, "analysis.events is {}, which is not a list"),
        ("events.1.status", "maybe", r"analysis.events\[1\].status is 'maybe'"),
        ("events.0.sentence", None, r"analysis.events\[0\].sentence is None, which is not an object"),
        ("events.0.sentence.start", "0", "which is not a whole number"),
        ("mentions.0.start", True, "is True, which is not a whole number"),
        ("mentions.0", [], r"analysis.mentions\[0\] is \[\], which is not an object"),
        ("entities.0.aliases", "Silva", "which is not a list"),
        ("entities.0.salience", "high", "which is not a number"),
        ("countries.0.by_kind", {"city": "two"}, "which is not a whole number"),
        ("countries.0.by_kind", [1], r"by_kind\[0\] is 1, which is not a pair"),
        ("countries.0.by_kind", [["city"]], r"by_kind\[0\] is \['city'\], which is not a pair"),
        ("quotes.0.direct", 1, "which is not true or false"),
    ],
)
def test_analysis_from_json_says_which_field_is_wrong(path: str, value: Any, sentence: str) -> None:
    with pytest.raises(StoreError, match=sentence):
        analysis_from_json(changed(path, value))


def test_analysis_from_json_reads_files_from_before_rules_and_role_spans() -> None:
    data = analysis_to_json(FULL)
    for mention in data["mentions"]:
        del mention["rule"]
    for entity in data["entities"]:
        del entity["role_span"]
    assert analysis_from_json(data) == FULL


def test_analysis_from_json_lets_only_newer_fields_be_missing() -> None:
    read = analysis_from_json(changed("sentences", ...))
    assert read.sentences == ()
