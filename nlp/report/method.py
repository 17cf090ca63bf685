"""How the report was made, what its words and marks mean, and what it cannot know."""

from __future__ import annotations

from collections.abc import Sequence

from nlp.disputes import DisputePolicy
from nlp.model import Analysis
from nlp.report.safe_text import readable
from nlp.wording import count

DISPUTE_WORDS = {
    DisputePolicy.RECOGNISED: "Count for the state that the United Nations recognise there, or, where they take no "
    "side, for the one that administers it",
    DisputePolicy.SEPARATE: "Count separately",
}
MARKS = (
    ("[1]", "The number of a sentence under “Cited sentences”, where every statement can be checked."),
    ("+ 3 more", "Further sentences say the same; they are counted, but not listed one by one."),
    ("*", "The text leaves out the year, or the order of day and month: it was inferred from the context."),
    ("about", "The text leaves an end of the dates to judgement, as in “early June” or “the coming days”."),
    ("occurred, ongoing", "The text tells it as having happened, or as going on."),
    ("planned", "The text expects or announces it; whether it took place is not known from the text."),
    ("hypothetical", "The text only supposes it: if, could, might."),
    ("denied", "The text says that it did not happen, or somebody denies it."),
    ("acting, acted on", "The country or its people do something, or something is done to them."),
    ("where it happens", "The country is the scene, and not a party."),
    ("only named", "The country is named, and the text says nothing of what it does."),
)
LIMITS = (
    "The report says what the articles say. It does not know whether that is true, and it does not grade sources.",
    "Names, roles, dates and relations were read by a program. Check each against its sentence before it is published.",
    "Mentions count words in articles, not events: one event that ten articles report is mentioned ten times or more.",
    "A happening that several articles report may stand in the chronology once for each of them.",
    "Names that the language model has never met may be missed, or get the wrong kind.",
    "Only what is written in English is read.",
)


def method_facts(
    analyses: Sequence[Analysis],
    disputes: DisputePolicy,
    settings: Sequence[str],
    corrections: Sequence[str],
    version: str,
) -> tuple[tuple[str, str], ...]:
    """Tool, language model, tables, settings and corrections; several of one kind are all named."""
    models = dict.fromkeys(f"{a.model.name} {a.model.version}" for a in analyses)
    rules = dict.fromkeys(a.model.rules for a in analyses)
    corrected = ", and corrected by hand where it says so above" if corrections else ""
    facts = [
        ("Tool", f"Dateline {version}, on one computer, without network access"),
        ("Language model", ", ".join(map(readable, models)) or "none"),
        ("Rules and tables", ", ".join(map(readable, rules)) or "none"),
        ("Disputed areas", DISPUTE_WORDS[disputes]),
        *(("Setting", readable(setting)) for setting in settings),
        *(("Corrected by hand", readable(words)) for words in corrections),
        ("Review", f"Made by a program{corrected}; the sentences are quoted as they stand in the articles"),
    ]
    return tuple(facts)


def limits(report_has_pictures: bool, undated: int, unpublished: int) -> tuple[str, ...]:
    """What a reader must know before relying on it, the particular to these articles first."""
    own = []
    if undated:
        own.append(f"{count(undated, 'date')} in these articles could not be placed in the calendar.")
    if unpublished:
        articles = count(unpublished, "article has", "articles have")
        own.append(f"{articles} no publication date: dates that count from it stay open.")
    if not report_has_pictures:
        own.append("The report was made without charts; its tables hold everything that the charts would show.")
    return (*own, *LIMITS)
