"""An analysis for reading in a terminal: who, where, when and who said what, each with its evidence."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from datetime import date

from nlp.conventions import explain_conventions
from nlp.model import Analysis, CountryRole, Entity, Event, EventStatus, PublishedBasis, Span
from nlp.quote_wording import cue_words, speaker_words, statement_words
from nlp.role_wording import ROLE_WORDS
from nlp.tellings import is_undated
from nlp.temporal.day_words import short_date

WIDTH = 100
_MOST_ENTITIES = 15
_GROUPS = (
    ("People", ("PERSON",)),
    ("Organisations", ("ORG",)),
)
_BASIS = {
    PublishedBasis.GIVEN: "as given",
    PublishedBasis.DATELINE: "read from the dateline",
    PublishedBasis.TEXT: "read from the text",
    PublishedBasis.ASSUMED: "assumed",
}


def format_analysis(analysis: Analysis) -> str:
    """Who, where and when, each with its evidence, in lines of at most `WIDTH` characters.

    What a terminal would obey instead of show is replaced by white space.
    """
    blocks = [_heading(analysis), _who(analysis), _where(analysis), _when(analysis), _said(analysis)]
    return "\n\n".join("\n".join(lines) for lines in map(list, blocks) if lines)


def _heading(analysis: Analysis) -> Iterator[str]:
    article = analysis.article
    yield from _wrap(article.title or article.id)
    facts = [article.id] if article.title else []
    if article.source:
        facts.append(article.source)
    if article.published:
        facts.append(f"published {short_date(article.published)} ({_BASIS.get(article.published_basis, 'unknown')})")
    else:
        facts.append("publication date unknown: relative dates are not placed")
    yield from _wrap(" · ".join(facts))


def _who(analysis: Analysis) -> Iterator[str]:
    yield "WHO"
    ranked = sorted(analysis.entities, key=lambda e: (-e.salience, -e.mentions, e.name))
    listed = 0
    for heading, labels in _GROUPS:
        chosen = [entity for entity in ranked if entity.label in labels][:_MOST_ENTITIES]
        if chosen:
            yield f"  {heading}"
            for entity in chosen:
                yield from _wrap(_entity_line(entity), "    ", "      ")
            listed += len(chosen)
    if not listed:
        yield "  Nobody and nothing is named."


def _entity_line(entity: Entity) -> str:
    role = f", {entity.role}" if entity.role else ""
    others = [alias for alias in entity.aliases if alias != entity.name]
    known = f" (also: {'; '.join(others)})" if others else ""
    return f"{entity.name}{role}{known} · {_count(entity.mentions, 'mention')}"


def _where(analysis: Analysis) -> Iterator[str]:
    yield "WHERE"
    has_roles = any(country.role is not CountryRole.MENTIONED for country in analysis.countries)
    for country in analysis.countries:
        places = [place for place in analysis.places if place.country == country.country]
        role = f" · {ROLE_WORDS[country.role]}" if has_roles else ""
        counts = f"{_count(country.sentences, 'sentence')}, {_count(country.mentions, 'mention')}"
        words = dict.fromkeys(place.text for place in places)
        yield from _wrap(f"{country.name}{role} · {counts}: {', '.join(words)}", "  ", "      ")
        yield from _wrap(explain_conventions(places), "      ", "      ")
    if not analysis.countries:
        yield "  No country is named."


def _when(analysis: Analysis) -> Iterator[str]:
    yield "WHEN"
    for event in analysis.events:
        yield from _wrap(f"{_days(event)} · {event.label}{_status(event.status)}", "  ", "      ")
        for evidence in event.evidence:
            yield from _wrap(_quote(analysis, evidence.sentence), "      ", "      ")
    if not analysis.events:
        yield "  Nothing is dated."
    unplaced = [time for time in analysis.times if is_undated(time)]
    if unplaced and analysis.article.published is None:
        words = ", ".join(dict.fromkeys(time.text for time in unplaced))
        yield from _wrap(f"Not placed for want of a publication date (--published): {words}", "  ", "      ")


def _said(analysis: Analysis) -> Iterator[str]:
    """Every statement with its speaker and the word that says so."""
    text = analysis.article.text
    names = {entity.id: entity.name for entity in analysis.entities}
    if analysis.quotes:
        yield "SAID"
    for quote in analysis.quotes:
        who = names.get(quote.speaker or "") or speaker_words(text, quote)
        cue = cue_words(text, quote)
        yield from _wrap(f"{who}{f' · {cue}' if cue else ''}: {statement_words(text, quote)}", "  ", "      ")


def _quote(analysis: Analysis, span: Span) -> str:
    text = analysis.article.text[span.start : span.end].strip().strip('"“”')
    return f"“{text}”"


def _status(status: EventStatus) -> str:
    return "" if status is EventStatus.OCCURRED else f" [{status.value}]"


def _days(event: Event) -> str:
    first, last = _edge(event.first_day, vague=event.first_vague), _edge(event.last_day, vague=event.last_vague)
    if not first or not last:
        return f"from {first}" if first else f"until {last}" if last else "undated"
    return first if event.first_day == event.last_day else f"{first} – {last}"


def _edge(day: date | None, *, vague: bool) -> str:
    """A day, with "about" where the text leaves it open; empty where there is none."""
    return "" if day is None else f"about {short_date(day)}" if vague else short_date(day)


def _count(number: int, unit: str) -> str:
    return f"{number} {unit}{'' if number == 1 else 's'}"


def _wrap(text: str, first: str = "", rest: str = "") -> list[str]:
    shown = "".join(c if c.isprintable() else " " for c in text)
    return textwrap.wrap(" ".join(shown.split()), WIDTH, initial_indent=first, subsequent_indent=rest)
