"""What every analysis keeps to, whatever the text: claims about the whole border, over articles of many kinds."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections import Counter
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from nlp.analyze import analyze
from nlp.model import Analysis, Span, TimeType
from nlp.readers import read_pasted
from nlp.serial import analysis_from_json, analysis_to_json

if TYPE_CHECKING:
    from spacy.language import Language

_CASES = tomllib.loads((Path(__file__).parent / "cases" / "contract.toml").read_text("utf-8"))["case"]
TEXTS: dict[str, tuple[str, date | None]] = {case["id"]: (case["text"], case.get("published")) for case in _CASES} | {
    # What TOML cannot hold, or should not.
    "lone surrogates": ("Talks \ud83d began in Oslo on 4 July 2025, \udfffthe Norwegian king said.", None),
    "the first day there is": ("Oslo fell last week, yesterday, two years ago and in the spring.", date.min),
    "the last day there is": ("Oslo falls next week, tomorrow, in two years and in the autumn.", date.max),
    "a ruled line": ("Oslo, 4 July 2025\n" + "=" * 2_000 + "Bergen agreed on Monday.", date(2025, 7, 7)),
    "longer than a part": (
        "Ana Silva flew to Lima on Friday.\n\nChile answers on 9 July. " * 200,
        date(2025, 7, 7),
    ),
}
ROUNDING = 0.00005

# TIMEX3 values (ISO-TimeML, TimeML 1.2.1), as strictly as the alphabet of the contract's examples can be written.
_DAY = (
    r"(?:\d{4}|XXXX)(?:-(?:0[1-9]|1[0-2]|XX)(?:-(?:0[1-9]|[12]\d|3[01]|XX))?"
    r"|-W(?:[0-5]\d|XX)(?:-(?:[1-7]|WE))?|-Q[1-4X]|-H[12X]|-(?:SP|SU|FA|WI))?"
)
_DATE = rf"(?:FY)?{_DAY}|BC\d{{1,4}}|\d{{2,3}}|XX|XXX"
_CLOCK = r"T(?:(?:[01]\d|2[0-4])(?::[0-5]\d(?::[0-5]\d)?)?(?:Z|[+-]\d\d(?::?\d\d)?)?|MO|MI|AF|EV|NI|DT)"
_NUMBER = r"(?:\d+(?:\.\d+)?|X)"
_PERIOD = rf"P(?=.)(?:{_NUMBER}(?:DE|CE|WE|Y|Q|M|W|D))*(?:T(?:{_NUMBER}[HMS])+|T(?:MO|AF|EV|NI))?"
VALUES = {
    TimeType.DATE: rf"(?:{_DATE})(?:/(?:{_DATE}))?|(?:PAST|PRESENT|FUTURE)_REF",
    TimeType.TIME: rf"(?:{_DAY})?{_CLOCK}(?:/(?:{_DAY})?{_CLOCK})?|PRESENT_REF",
    TimeType.DURATION: _PERIOD,
    TimeType.SET: rf"{_PERIOD}|{_DAY}(?:{_CLOCK})?",
}


@pytest.fixture(scope="module", params=TEXTS)
def analysis(request: pytest.FixtureRequest, nlp_pipeline: Language) -> Analysis:
    """The analysis of one of the texts."""
    text, published = TEXTS[request.param]
    return analyze(read_pasted(text, published=published), nlp_pipeline)


pytestmark = pytest.mark.model


def test_the_texts_hold_every_kind_of_finding(nlp_pipeline: Language) -> None:
    text, published = TEXTS["report with a date"]
    found = analyze(read_pasted(text, published=published), nlp_pipeline)
    assert all((found.sentences, found.mentions, found.entities, found.places, found.countries, found.times))
    assert found.relations
    assert len(found.events) >= 2


def test_words_are_quoted_from_where_they_stand(analysis: Analysis) -> None:
    text = analysis.article.text
    for found in (*analysis.mentions, *analysis.places, *analysis.times):
        assert found.start < found.end
        assert text[found.start : found.end] == found.text
        assert found.text == found.text.strip()


def test_lists_are_in_text_order_without_repeats(analysis: Analysis) -> None:
    for found in (analysis.mentions, analysis.places, analysis.times):
        spans = [Span(item.start, item.end) for item in found]
        assert not any(one.end > other.start for one, other in pairwise(spans))
    assert list(analysis.sentences) == sorted(set(analysis.sentences))
    starts = {mention.entity: mention.start for mention in reversed(analysis.mentions)}
    order = [starts[entity.id] for entity in analysis.entities]
    assert order == sorted(order)


def test_every_finding_stands_in_a_sentence(analysis: Analysis) -> None:
    for found in (*analysis.mentions, *analysis.places, *analysis.times):
        assert analysis.sentence_at(found.start) is not None


def test_entities_are_those_of_the_mentions(analysis: Analysis) -> None:
    counts = Counter(mention.entity for mention in analysis.mentions)
    assert {entity.id: entity.mentions for entity in analysis.entities} == dict(counts)
    assert len({entity.id for entity in analysis.entities}) == len(analysis.entities)
    for entity in analysis.entities:
        assert entity.name.strip()
        assert entity.role is None or entity.role.strip()
        assert 0 <= entity.salience <= 1


def test_countries_add_up_to_the_places(analysis: Analysis) -> None:
    kinds = Counter((place.country, place.kind.value) for place in analysis.places if place.country)
    assert kinds == {(c.country, kind): count for c in analysis.countries for kind, count in c.by_kind}
    for country in analysis.countries:
        assert country.mentions == sum(count for _, count in country.by_kind)
        assert 1 <= country.sentences <= country.mentions
        assert re.fullmatch("[A-Z]{3}", country.country)
    total = sum(country.mentions for country in analysis.countries)
    for country in analysis.countries:
        assert country.share == pytest.approx(country.mentions / total, abs=ROUNDING)


def test_roles_add_up_to_the_places(analysis: Analysis) -> None:
    roles = Counter((place.country, place.role.value) for place in analysis.places if place.country)
    assert roles == {(c.country, role): count for c in analysis.countries for role, count in c.by_role}
    for country in analysis.countries:
        assert country.mentions == sum(count for _, count in country.by_role)
        assert country.role.value in dict(country.by_role)


def test_relations_join_two_parties_in_one_sentence(analysis: Analysis) -> None:
    entities = {entity.id for entity in analysis.entities}
    seen = set()
    for relation in analysis.relations:
        assert relation.sentence in analysis.sentences
        assert relation.sentence.contains(relation.verb)
        assert relation.label
        assert relation.label == " ".join(relation.label.split())
        for party in (relation.subject, relation.object):
            assert party.entity or party.country
            assert party.entity is None or party.entity in entities
            assert party.country is None or re.fullmatch("[A-Z]{3}", party.country)
            assert analysis.article.text[party.start : party.end].strip()
        assert relation.subject != relation.object
        key = (relation.subject, relation.verb, relation.object)
        assert key not in seen
        seen.add(key)
    verbs = [relation.verb for relation in analysis.relations]
    assert verbs == sorted(verbs)


def test_quotes_are_told_where_they_stand(analysis: Analysis) -> None:
    text, entities = analysis.article.text, {entity.id for entity in analysis.entities}
    for quote in analysis.quotes:
        assert all(text[part.start : part.end].strip() == text[part.start : part.end] for part in quote.parts)
        assert all(one.end <= other.start for one, other in pairwise(quote.parts))
        assert quote.speaker is None or quote.speaker in entities
        assert (quote.source is None) == (quote.basis is None)
        assert quote.source is not None or (quote.direct and quote.speaker is None and quote.cue is None)
        assert quote.direct or (quote.cue is not None and not quote.partly)
        for span in (quote.source, quote.cue):
            assert span is None or any(sentence.contains(span) for sentence in analysis.sentences)
            assert span is None or text[span.start : span.end].strip()
        assert quote.cue is None or not any(part.contains(quote.cue) for part in quote.parts)
    assert [quote.start for quote in analysis.quotes] == sorted(quote.start for quote in analysis.quotes)


def test_places_point_somewhere(analysis: Analysis) -> None:
    for place in analysis.places:
        assert 0 <= place.confidence <= 1
        assert place.rule
        assert (place.latitude is None) == (place.longitude is None)
        assert -90 <= (place.latitude or 0) <= 90
        assert -180 <= (place.longitude or 0) <= 180


def test_times_have_a_timex3_value_of_their_type(analysis: Analysis) -> None:
    for time in analysis.times:
        assert re.fullmatch(VALUES[time.type], time.value), (time.text, time.type, time.value)
        assert time.rule


def test_days_begin_before_they_end(analysis: Analysis) -> None:
    for found in (*analysis.times, *analysis.events):
        assert (found.first_day or date.min) <= (found.last_day or found.first_day or date.max)


def test_a_day_is_the_day_that_is_covered_unless_there_is_no_such_day(analysis: Analysis) -> None:
    for time in analysis.times:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", time.value):
            days = [day.isoformat() for day in (time.first_day, time.last_day) if day]
            assert days == ([] if time.rule.endswith("no such day") else [time.value, time.value])


def test_events_are_by_calendar_and_dated(analysis: Analysis) -> None:
    days = [(event.first_day or event.last_day, event.last_day or date.max) for event in analysis.events]
    assert all(first is not None for first, _ in days)
    assert days == sorted(days)


def test_events_point_to_what_is_there(analysis: Analysis) -> None:
    entities, countries = {e.id for e in analysis.entities}, {c.country for c in analysis.countries}
    times = {Span(time.start, time.end) for time in analysis.times}
    for event in analysis.events:
        assert event.time in times
        assert event.sentence in analysis.sentences
        assert event.trigger is None or event.sentence.contains(event.trigger)
        # A date above a list is the date of each of its entries.
        assert event.sentence.contains(event.time) or event.rule == "list entry"
        assert set(event.entities) <= entities
        assert set(event.countries) <= countries
        assert len(set(event.entities)) == len(event.entities)
        assert len(set(event.countries)) == len(event.countries)


def test_event_labels_are_one_readable_line(analysis: Analysis) -> None:
    for event in analysis.events:
        assert event.label
        assert event.label == " ".join(event.label.split())
        assert not {"Cc", "Cs", "Zl", "Zp"}.intersection(map(unicodedata.category, event.label))


def test_the_analysis_survives_its_json(analysis: Analysis) -> None:
    assert analysis_from_json(analysis_to_json(analysis)) == analysis
