"""Decisions in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from nlp.corrections.decisions import Decision, EventDecision, NameDecision, PlaceDecision, StatementDecision
from nlp.gazetteer import country_name
from nlp.kinds import kind_words
from nlp.wording import count, day_range

_MOST_NAMES = 4


def decision_words(decision: Decision, titles: Mapping[str, str]) -> str:
    """What a decision says, as a sentence without a full stop.

    Args:
        decision: what was decided.
        titles: what the page calls its articles, by id.

    >>> from nlp.corrections.decisions import Reach
    >>> decision_words(NameDecision(Reach.ENTRIES, ("Annan",), ("People",), "Kofi Annan", "PERSON"), {})
    '“Annan” is Kofi Annan, a person'
    >>> decision_words(PlaceDecision(("Georgia", "Athens"), "USA"), {})
    '“Georgia” and “Athens” count for: United States'
    """
    if isinstance(decision, NameDecision):
        return _name_words(decision, titles)
    if isinstance(decision, PlaceDecision):
        return _place_words(decision, titles)
    where = _where((decision.article,), 0, titles)
    if isinstance(decision, EventDecision):
        return _event_words(decision) + where
    return _statement_words(decision) + where


def _name_words(decision: NameDecision, titles: Mapping[str, str]) -> str:
    others = tuple(name for name in decision.names if name != decision.means) or decision.names
    one = len(others) == 1
    own = "a different " if decision.apart else ""
    none = "no name" if one else "no names"
    meaning = none if decision.means is None else f"{own}{decision.means}, {kind_words(decision.label)}"
    where = _where(decision.articles, len(decision.spans), titles)
    return f"{_names(others)} {'is' if one else 'are'} {meaning}{where}"


def _place_words(decision: PlaceDecision, titles: Mapping[str, str]) -> str:
    one = len(decision.names) == 1
    if not decision.place:
        meaning = "is no place" if one else "are no places"
    else:
        country = country_name(decision.country) if decision.country else "no country"
        meaning = f"{'counts' if one else 'count'} for: {country}"
    return f"{_names(decision.names)} {meaning}{_where(decision.articles, len(decision.spans), titles)}"


def _event_words(decision: EventDecision) -> str:
    if not decision.kept:
        return f"“{decision.label}” is no event"
    days = day_range(decision.first_day, decision.last_day) or "no date"
    return f"“{decision.label}”: {days}, {decision.status.value}"


def _statement_words(decision: StatementDecision) -> str:
    if not decision.kept:
        return f"no statement: {decision.words}"
    return f"said by {decision.speaker or 'nobody who is named'}: {decision.words}"


def _names(names: Sequence[str]) -> str:
    shown = [f"“{name}”" for name in names[:_MOST_NAMES]]
    if more := len(names) - len(shown):
        return f"{', '.join(shown)} and {more} more"
    return " and ".join(part for part in (", ".join(shown[:-1]), shown[-1]) if part)


def _where(articles: Sequence[str], places: int, titles: Mapping[str, str]) -> str:
    if not articles:
        return ""
    at = f" at {count(places, 'place')}" if places else ""
    named = f"“{titles.get(articles[0], articles[0])}”" if len(articles) == 1 else f"{len(articles)} articles"
    return f"{at} in {named}"
