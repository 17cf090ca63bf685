"""What kind of time expression some words are, by the words alone: a table of patterns, the first that fits decides."""

from __future__ import annotations

import re

VAGUE = "vague reference (now, recently)"
OTHER = "other"
SETS = "set"
DURATIONS = "duration"

_MONTH = (
    r"\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b"
)
_WEEKDAY = r"\b(?:(?:mon|fri|sun)(?:days?)?|tue(?:s|sdays?)?|wed(?:s|nesdays?)?|thu(?:r|rs|rsdays?)?|sat(?:urdays?)?)\b"
_UNIT = r"\b(?:seconds|(?:minute|hour|day|week|weekend|fortnight|month|quarter|year|decade|centur(?:y|ie))s?)\b"
_POINTER = r"\b(?:last|next|this|past|coming|previous|following|current|same|that|latest|preceding)\b"
_CLOCK = (
    r"(?:\b(?:\d{1,2}:\d\d|\d{1,2} ?[ap]\.?m\b|noon|midday|midnight|dawn|dusk|sunrise|sunset|o'clock|gmt|utc|hours)"
    r"|(?:morning|afternoon|evening|night|daytime|overnight|lunchtime)s?\b)"
)
_YEAR = r"\b[12]\d{3}\b"
_SPOKEN_YEAR = r"(?:ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty|two thousand)\b"
_DAY = r"(?:\b[0-3]?\d(?:st|nd|rd|th)?\b(?!:)|(?:first|second|third|fifth|eighth|ninth|twelfth|[nxtr]th|tieth)\b)"

# Searched in order in the lowered words, with plain quotes and hyphens.
_TABLE: tuple[tuple[str, str], ...] = (
    (VAGUE, r"^(?:right |until |up to )?now$|^these days$|^long ago$|^as soon as possible$"),
    (VAGUE, r"^(?:(?:more|most|very) )?(?:recent(?:ly)?|current(?:ly)?|former(?:ly)?|previous(?:ly)?|soon)$"),
    (VAGUE, r"^(?:once|already|then|yet|lately|nowadays|earlier|later|ancient|contemporary|modern)$"),
    (VAGUE, r"^(?:the )?(?:(?:near|immediate|not too distant|very near) )?(?:future|past|present)$"),
    (VAGUE, r"^(?:the )?(?:near|short|long) term$|^(?:the|at the) (?:time|moment)$"),
    (VAGUE, r"^(?:at )?(?:this|that|the same|the present) (?:time|moment|point|date)$"),
    (VAGUE, r"^(?:in )?(?:the )?(?:recent|coming|future|past|earlier|later) \w+s$"),
    ("today, yesterday, tomorrow, tonight", r"\b(?:today|yesterday|tomorrow|tonight)\b"),
    ("quarter, half, fiscal, period", r"\bquarter|\bfiscal\b|\bperiod|\b[qh][1-4]\b|\bfy ?\d"),
    ("quarter, half, fiscal, period", r"\b(?:first|second|1st|2nd)[ -]half\b|\bhalf of\b"),
    (
        "N units ago, earlier, later",
        rf"{_UNIT}[ -](?:or \w+ )?(?:ago|earlier|later|before|after|afterwards?|from now|prior|hence|previously)",
    ),
    ("N units ago, earlier, later", r"^year-(?:ago|earlier)|^(?:earlier|later) (?:this|that|in|on|last|next)\b"),
    ("decade or century", r"\d0'?s\b|\bcentur(?:y|ies)\b|\bdecades?\b"),
    ("decade or century", r"\b(?:twen|thir|for|fif|six|seven|eigh|nine)ties\b"),
    ("weekday with last, this, next", rf"{_POINTER}(?: coming)? {_WEEKDAY}|{_WEEKDAY} (?:last|next|this)\b"),
    ("weekday with a date or part of day", rf"{_WEEKDAY}.*(?:\d|{_CLOCK}|{_MONTH})"),
    ("weekday with a date or part of day", rf"(?:\d|{_CLOCK}|{_MONTH}).*{_WEEKDAY}"),
    ("bare weekday", _WEEKDAY),
    ("time of day", _CLOCK),
    ("season", r"\b(?:spring|summer|autumn|fall(?! to\b| of (?!\d))|winter|seasons?)\b"),
    ("full date", rf"{_MONTH}.*{_DAY}.*{_YEAR}|{_DAY}.*{_MONTH}.*{_YEAR}|{_YEAR}.*{_MONTH}.*{_DAY}"),
    ("full date", rf"^\d+([-/.])\d+\1\d+$|^\d{{8}}$|{_MONTH} \d+, '?\d\d$"),
    ("month and year", rf"{_MONTH}.*(?:{_YEAR}|'\d\d\b|{_SPOKEN_YEAR}[ -]\w|\bb\.?c)"),
    ("month and year", rf"{_YEAR}.*{_MONTH}|^\d{{4}}-\d\d$"),
    ("month with last, this, next", rf"{_POINTER}.*{_MONTH}|{_MONTH}.*{_POINTER}"),
    ("month and day, no year", rf"{_MONTH}.*{_DAY}|{_DAY}.*{_MONTH}|^\d{{1,2}}/\d{{1,2}}$"),
    ("month only", _MONTH),
    ("year only", rf"{_YEAR}|^(?:early |late |mid-)?'\d\d$|^(?:the year )?{_SPOKEN_YEAR}"),
    ("year only", r"\b\d{3}\b|\b\d+ ?(?:b\.?c|a\.?d)\b"),
    ("day of the month alone", r"^(?:the )?\d{1,2}(?:st|nd|rd|th)?$"),
    ("named day", r"\b(?:christmas|easter|thanksgiving|halloween|new year|ramadan|eid|passover|hanukkah)\b"),
    (
        "named day",
        r"\b(?:boxing|election|inauguration|independence|labou?r|memorial|remembrance|veterans'?|victory|d)[ -]day\b",
    ),
    ("last, this, next unit", rf"{_POINTER}.*{_UNIT}"),
    ("unit alone (the week, days)", _UNIT),
)
_PATTERNS = tuple((kind, re.compile(pattern)) for kind, pattern in _TABLE)

KINDS: tuple[str, ...] = (*dict.fromkeys(kind for kind, _ in _TABLE if kind != VAGUE), DURATIONS, SETS, VAGUE, OTHER)


def kind_of(text: str, type_: str) -> str:
    """The kind of an expression with its TIMEX3 type, one of `KINDS`; durations and sets are told by their type.

    >>> kind_of("the end of March", "DATE"), kind_of("two years ago", "DATE"), kind_of("two years", "DURATION")
    ('month only', 'N units ago, earlier, later', 'duration')
    """
    if type_ == "SET":
        return SETS
    if type_ == "DURATION":
        return DURATIONS
    words = re.sub("[‐-―]", "-", re.sub("[‘’`]", "'", " ".join(text.lower().split()))).strip(" ,.;")
    return next((kind for kind, pattern in _PATTERNS if pattern.search(words)), OTHER)
