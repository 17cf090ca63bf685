"""What a file says of itself in words: its days, its filter, its makers, its limits."""

from __future__ import annotations

from nlp.disputes import DisputePolicy
from nlp.export.safe_text import one_line
from nlp.export.view import View
from nlp.filter_words import sentence_words
from nlp.temporal.day_words import short_date
from nlp.version import dateline_version
from nlp.wording import day_range

GENERATOR = "Dateline"
LIMITS = (
    "Everything here was read from the texts by a program. It can be wrong: each row names the sentence that it was "
    "read from, so that you can check it. It says what the articles say, not what is true.",
    "Names of countries and areas, points and borders do not imply that anybody endorses or accepts them.",
    "Names and points of towns: GeoNames (CC BY 4.0). Points of countries: Natural Earth (public domain).",
)


def shown_words(view: View) -> str:
    """What was asked for and, if anything was, what was corrected by hand."""
    return " ".join([filter_words(view), *([correction_words(view)] if view.corrections else [])])


def filter_words(view: View) -> str:
    """What was asked for, in a sentence."""
    selection, words = view.selection, []
    if selection.articles is not None:
        words.append(f"{len(view.shown.articles)} of {len(view.everything.articles)} articles")
    words += map(one_line, sentence_words(selection, view.everything))
    if selection.statuses is not None:
        words.append("events that are " + (" or ".join(selection.statuses) or "nothing"))
    if selection.first_day or selection.last_day:
        days = day_range(selection.first_day, selection.last_day)
        words.append(f"events {'of ' if selection.first_day and selection.last_day else ''}{days}")
    separate = " Disputed areas count separately." if view.disputes is DisputePolicy.SEPARATE else ""
    return ("Only " + "; ".join(words) + "." if words else "Everything: nothing was filtered out.") + separate


def made_words(view: View) -> str:
    """Who made the file and when."""
    day = f" on {short_date(view.made)}" if view.made else ""
    return f"Made with {GENERATOR} {dateline_version()}{day}."


def correction_words(view: View) -> str:
    """What was corrected by hand, in a sentence."""
    if not view.corrections:
        return "Nothing was corrected by hand."
    return f"Corrected by hand: {'; '.join(map(one_line, view.corrections))}."


def about(view: View) -> dict[str, str]:
    """What every file in JSON says of itself."""
    return {
        "generator": f"{GENERATOR} {dateline_version()}",
        "made": view.made.isoformat() if view.made else "",
        "filter": filter_words(view),
        "corrections": correction_words(view),
        "note": " ".join(LIMITS),
    }


def place_in_text(article: str, start: int, end: int) -> str:
    """Where something stands, for formats that hold it as words only."""
    return f"article {one_line(article)}, characters {start}–{end}"
