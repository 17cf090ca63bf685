"""The columns of `nlp.frames`, with their types, in order.

Common columns: `article` (an `Article.id`), `title` (what the page calls the article), `sentence` (index of the
sentence in its article, -1 where none), `start` and `end` (code points of the article's text, half-open; of an event
and of a telling those of its sentence). Days are closed; a missing one is open or unknown.

Of events: `time` is the date in the text's words, both ends of a range; `why` says how it was read; `first_vague` and
`last_vague` that the text leaves that end of the days to judgement; `evidence` counts the sentences that tell the
event, of which `text` is the one that `label` and days were read from. `countries` and `entities` are names, joined by
"; ". `*_start` and `*_end` are code points of the article's text, -1 where the event has no trigger.

Of places: `country` is the country that the place counts for, `name` its name, `rank` the country's place in its
article; `status` is "historical" or "disputed" where that is a matter of convention, `note` says of which, and `area`
is the code of the disputed area. `role` is what the country does there (`nlp.model.CountryRole`), `country_role` what
it does in the article as a whole. `why` says in plain words how the place was read. `point` is the key of a city,
region or site that has coordinates, `form` that of a name that counts for no country; each is empty for all others.

Of mentions: `decided` is "named" or "apart" where an analyst said what the entity is (`nlp.model.Decided`).

Of relations: a relation is a subject, a verb and an object in one sentence, which is `text`; `subject`, `verb` and
`object` are the article's words, `*_country` codes, `*_entity` keys as in the mentions, each empty where there is none.
Where two countries differ, `pair` is the key of the two in this order ("RUS>UKR") and `pair_name` their names.

Of links: one sentence that connects two entities, `source` and `target` (keys as in the mentions), `link` for both
whatever their order; `kind` is "relation", with its `words`, where one does something to the other, else "together".

Of quotes: a quote is one statement, `quote` its key; `start` and `end` go from its first word to its last, `stretches`
are its parts where who said it stands between them ("12:40 55:80", code points). `statement` is what was said, in
quotation marks where all of it is `direct` speech and not `partly`; `text` are the sentences that it stands in.
`speaker` is the entity's name, else the `source`: the text's own words for the speaker, or "not attributed". `entity`
is a key as in the mentions, `basis` says how the speaker was found and `why` says so in words; `negated` that the text
denies that it was said. `*_start` and `*_end` are -1 where there is no such word; `source_sentence` is where it stands.
"""

from __future__ import annotations

ARTICLE_COLUMNS = {
    "article": "str", "title": "str", "source": "str", "published": "datetime64[s]", "published_basis": "str",
    "characters": "int64", "sentences": "int64", "countries": "int64", "events": "int64", "undated": "int64",
}  # fmt: skip
SENTENCE_COLUMNS = {
    "article": "str", "title": "str", "sentence": "int64", "start": "int64", "end": "int64", "text": "str",
}  # fmt: skip
MENTION_COLUMNS = {
    "article": "str", "title": "str", "sentence": "int64", "start": "int64", "end": "int64", "text": "str",
    "entity": "str", "name": "str", "label": "str", "group": "str", "role": "str", "country": "str",
    "salience": "float64", "decided": "str",
}  # fmt: skip
PLACE_COLUMNS = {
    "article": "str", "title": "str", "sentence": "int64", "start": "int64", "end": "int64", "text": "str",
    "kind": "str", "country": "str", "name": "str", "rank": "int64", "latitude": "float64", "longitude": "float64",
    "confidence": "float64", "rule": "str", "role": "str", "country_role": "str", "status": "str", "note": "str",
    "area": "str", "why": "str", "point": "str", "form": "str",
}  # fmt: skip
EVENT_COLUMNS = {
    "event": "str", "article": "str", "title": "str", "sentence": "int64", "label": "str",
    "first_day": "datetime64[s]", "last_day": "datetime64[s]", "first_vague": "bool", "last_vague": "bool",
    "precision": "str", "basis": "str", "status": "str", "time": "str", "why": "str", "text": "str",
    "evidence": "int64", "countries": "str", "entities": "str",
    "start": "int64", "end": "int64", "time_start": "int64", "time_end": "int64",
    "trigger_start": "int64", "trigger_end": "int64", "rule": "str",
}  # fmt: skip
TELLING_COLUMNS = {
    "event": "str", "article": "str", "title": "str", "sentence": "int64", "start": "int64", "end": "int64",
    "text": "str", "time": "str", "why": "str", "time_start": "int64", "time_end": "int64",
    "trigger_start": "int64", "trigger_end": "int64",
}  # fmt: skip
RELATION_COLUMNS = {
    "article": "str", "title": "str", "sentence": "int64", "start": "int64", "end": "int64", "text": "str",
    "subject": "str", "verb": "str", "object": "str", "label": "str", "negated": "bool", "status": "str",
    "subject_country": "str", "object_country": "str", "subject_entity": "str", "object_entity": "str",
    "subject_start": "int64", "subject_end": "int64", "verb_start": "int64", "verb_end": "int64",
    "object_start": "int64", "object_end": "int64", "pair": "str", "pair_name": "str",
}  # fmt: skip
LINK_COLUMNS = {
    "article": "str", "title": "str", "sentence": "int64", "link": "str", "name": "str", "source": "str",
    "target": "str", "source_name": "str", "target_name": "str", "kind": "str", "words": "str", "negated": "bool",
    "status": "str",
}  # fmt: skip
QUOTE_COLUMNS = {
    "quote": "str", "article": "str", "title": "str", "sentence": "int64", "start": "int64", "end": "int64",
    "speaker": "str", "role": "str", "statement": "str", "cue": "str", "direct": "bool", "partly": "bool",
    "negated": "bool", "source": "str", "basis": "str", "why": "str", "entity": "str", "label": "str", "text": "str",
    "stretches": "str", "source_sentence": "int64", "source_start": "int64", "source_end": "int64",
    "cue_start": "int64", "cue_end": "int64",
}  # fmt: skip
TIME_COLUMNS = {
    "article": "str", "title": "str", "sentence": "int64", "start": "int64", "end": "int64", "text": "str",
    "type": "str", "value": "str", "first_day": "datetime64[s]", "last_day": "datetime64[s]", "rule": "str",
}  # fmt: skip
