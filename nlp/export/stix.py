"""A bundle for threat intelligence platforms: STIX 2.1.

Ids are UUIDv5, so that a second export names the same things by the same ids. STIX has no object for an event: a dated
event is a note on its report. Every object names the sentences that it was read from as external references.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from nlp.export.event_words import event_days, told_label
from nlp.export.json_file import json_bytes
from nlp.export.located import located_places
from nlp.export.safe_text import line_safe, one_line
from nlp.export.stix_objects import CREATOR, StixObject, external_reference, stix_id, stix_object, stix_time
from nlp.export.view import Quote, View, midnight
from nlp.export.wording import LIMITS, made_words, shown_words
from nlp.gazetteer import countries
from nlp.model import REAL

# The groups of `nlp.frames` that are somebody, with their class in STIX's open vocabulary.
IDENTITY_CLASSES = {"People": "individual", "Organisations": "organization", "Peoples and groups": "class"}
_ENDS = ("subject", "object")


def stix_bundle(view: View) -> bytes:
    """Reports (articles), identities (people, organisations, peoples), locations, relationships and notes (events).

    Left out is what STIX cannot say: names without a country or a point, and relations of which one end is neither
    somebody nor a country. What is denied, planned or hypothetical is labelled so.
    """
    bundle = _Bundle(view)
    bundle.add_identities()
    bundle.add_locations()
    bundle.add_relationships()
    bundle.add_notes()
    objects = [_creator(view), *bundle.objects.values(), *bundle.reports(), *bundle.notes]
    return json_bytes(
        {"type": "bundle", "id": stix_id("bundle", *(item["id"] for item in objects)), "objects": objects}
    )


class _Bundle:
    """The objects so far, and for each article which of them it is about."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.quotes = view.quotes
        self.objects: dict[str, StixObject] = {}
        self.notes: list[StixObject] = []
        self.about: dict[str, dict[str, None]] = {key: {} for key in view.articles}

    def add(self, kind: str, key: list[object], rows: list[Any], **properties: Any) -> None:
        """An object that these rows speak of, each with its place in the text."""
        references = [self._reference(row) for row in rows]
        made = min(self._published(row.article) for row in rows)
        item = stix_object(kind, key, made, **properties, external_references=references)
        self.objects[item["id"]] = item
        for row in rows:
            self.about[row.article][item["id"]] = None

    def add_identities(self) -> None:
        groups: dict[str, list[Any]] = {}
        for row in self.view.shown.mentions.itertuples(index=False):
            if row.group in IDENTITY_CLASSES:
                groups.setdefault(row.entity, []).append(row)
        for entity, rows in groups.items():
            names = dict.fromkeys(one_line(row.text) for row in rows)
            roles = dict.fromkeys(one_line(row.role) for row in rows if row.role)
            words = [*roles, f"named as {', '.join(names)}"]
            self.add(
                "identity", [entity], rows, name=one_line(rows[0].name) or "?", description="; ".join(words),
                identity_class=IDENTITY_CLASSES[rows[0].group],
            )  # fmt: skip

    def add_locations(self) -> None:
        codes = {country.iso3: country.iso2 for country in countries()}
        for place in located_places(self.view.shown):
            code = codes.get(place.country)
            if place.point:  # that of a country is where a map writes its name: worse than its code
                latitude, longitude = (None, None) if place.key[0] == "country" and code else place.point
                self.add(
                    "location", [*place.key], list(place.rows), name=one_line(place.name) or "?", country=code,
                    latitude=latitude, longitude=longitude,
                )  # fmt: skip

    def add_relationships(self) -> None:
        for row in self.view.shown.relations.itertuples(index=False):
            ends = [self._end(getattr(row, f"{end}_entity"), getattr(row, f"{end}_country")) for end in _ENDS]
            if all(ends):
                told = f"{one_line(row.subject)} → {one_line(row.object)}: {one_line(row.label)}"
                labels = [row.status, *(["negated"] if row.negated else [])]
                doubt = "" if labels[0] in REAL and len(labels) == 1 else f" ({', '.join(labels)})"
                key = [self.view.articles[row.article].sha256, row.article, row.subject_start, row.verb_start]
                self.add(
                    "relationship", [*key, row.object_start], [row], relationship_type="related-to",
                    description=told + doubt, source_ref=ends[0], target_ref=ends[1], labels=labels,
                )  # fmt: skip

    def add_notes(self) -> None:
        for row in self.view.shown.events.itertuples(index=False):
            article = self.view.articles[row.article]
            key = [article.sha256, row.article, row.label, row.first_day, row.last_day, row.start, row.time_start]
            content = [
                f"When: {event_days(row)}, in the text “{one_line(row.time)}”. {row.why}",
                f"Status: {row.status}",
            ]
            note = stix_object(
                "note", key, self._published(row.article), abstract=told_label(row),
                content=line_safe("\n".join([*content, f"“{one_line(row.text)}”"])), labels=[row.status],
                object_refs=[_report_id(self.view, row.article)], external_references=[self._reference(row)],
            )  # fmt: skip
            self.notes.append(note)

    def reports(self) -> list[StixObject]:
        """An article each; a report must speak of something, so an article about nothing speaks of who read it."""
        found = []
        for row in self.view.shown.articles.itertuples(index=False):
            article = self.view.articles[row.article]
            reference = external_reference(article, 0, len(article.text), made_words(self.view))
            item = stix_object(
                "report", [article.sha256, row.article], self._published(row.article), name=one_line(row.title),
                description=shown_words(self.view), published=stix_time(self._published(row.article)),
                object_refs=list(self.about[row.article]) or [CREATOR], external_references=[reference],
            )  # fmt: skip
            found.append(item)
        return found

    def _end(self, entity: str, country: str) -> str:
        """The object that one end of a relation is, if the bundle holds it."""
        ids = [stix_id("identity", entity), stix_id("location", "country", country)]
        return next((item for item in ids if item in self.objects), "")

    def _reference(self, row: Any) -> StixObject:
        quote = self.quotes.get((row.article, row.sentence), Quote())
        return external_reference(self.view.articles[row.article], row.start, row.end, quote.text)

    def _published(self, article: str) -> datetime:
        day = self.view.articles[article].published
        return midnight(day) if day else self.view.stamp


def _creator(view: View) -> StixObject:
    made = view.stamp
    creator = stix_object(
        "identity", ["Dateline"], made, name="Dateline", identity_class="system", description=" ".join(LIMITS)
    )
    del creator["created_by_ref"]
    return creator


def _report_id(view: View, article: str) -> str:
    return stix_id("report", view.articles[article].sha256, article)
