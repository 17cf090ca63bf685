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
    where = _where(decision.articles, len(decision.spans), titles)
    if decision.means is None:
        return f"{_names(others)} {'is no name' if one else 'are no names'}{where}"
    verb = ("stands" if one else "stand") + " apart as" if decision.apart else "is" if one else "are"
    return f"{_names(others)} {verb} {decision.means}, {kind_words(decision.label)}{where}"


def _place_words(decision: PlaceDecision, titles: Mapping[str, str]) -> str:
    one = len(decision.names) == 1
    if not decision.place:
        meaning = "is no place" if one else "are no places"
    else:
        country = country_name(decision.country) if decision.country else "no country"
        meaning = f"{'counts' if one else 'count'} for: {country}"
    return f"{_names(decision.names)} {meaning}{_where(decision.articles, len(decision.spans), titles)}"


def _event_words(decision: EventDecision) -> str:
    if decision.added:
        days, status = day_range(decision.first_day, decision.last_day), decision.status
        return f"added “{decision.label}”: {days}{f', {status.value}' if status else ''}"
    if not decision.kept:
        return f"“{decision.words}” is no event"
    changes = [f"“{decision.label}”"] if decision.label else []
    if decision.dated:
        changes.append(day_range(decision.first_day, decision.last_day) or "no date")
    if decision.status is not None:
        changes.append(decision.status.value)
    return f"“{decision.words}”: {', '.join(changes) or 'as it was'}"


def _statement_words(decision: StatementDecision) -> str:
    words = f"“{decision.words.strip('“”')}”"
    if not decision.kept:
        return f"no statement: {words}"
    return f"said by {decision.speaker or 'nobody who is named'}: {words}"


def _names(names: Sequence[str]) -> str:
    shown = [f"“{name}”" for name in names[:_MOST_NAMES]]
    if more := len(names) - len(shown):
        return f"{', '.join(shown)} and {more} more"
    return " and ".join(part for part in (", ".join(shown[:-1]), shown[-1]) if part)


def _where(articles: Sequence[str], places: int, titles: Mapping[str, str]) -> str:
    if not articles:
        return ""
    at = f" at {count(places, 'place')}" if places else ""
    if len(articles) > 1:
        return f"{at} in {count(len(articles), 'article')}"
    return f"{at} in “{titles[articles[0]]}”" if articles[0] in titles else f"{at} in an article that was removed"
