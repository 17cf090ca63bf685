"""Every kind of file that leaves, for a menu, for one zip of everything, and for the command line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from nlp.export.analyses_json import analyses_json, analyses_jsonl
from nlp.export.annotations import annotations_jsonld
from nlp.export.docbin import spacy_docbin
from nlp.export.events_icalendar import events_icalendar
from nlp.export.events_timelinejs import events_timelinejs
from nlp.export.network_graphml import network_graphml
from nlp.export.places_geojson import places_geojson
from nlp.export.stix import stix_bundle
from nlp.export.tables import table_files, tables_zip
from nlp.export.view import View
from nlp.export.workbook import workbook_xlsx


@dataclass(frozen=True, slots=True)
class Export:
    """One kind of file: its key, its name and what it holds in a reader's words, and the function that makes it."""

    key: str
    name: str
    holds: str
    ending: str
    mime: str
    write: Callable[[View], bytes]

    @property
    def file_name(self) -> str:
        """As in "dateline-places.geojson"."""
        return f"dateline-{self.ending}"


EXPORTS = (
    Export(
        "xlsx", "Workbook",
        "All tables as the sheets of one workbook, with a sheet that explains them: people, organisations, countries "
        "and places, dates, events, who acts on whom.",
        "workbook.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", workbook_xlsx,
    ),
    Export(
        "csv", "Tables", "The same tables as plain CSV files, in one zip.",
        "tables.zip", "application/zip", tables_zip,
    ),
    Export(
        "geojson", "Places on a map",
        "Countries and places as points, with how often each is named and in which sentences. For QGIS, kepler.gl.",
        "places.geojson", "application/geo+json", places_geojson,
    ),
    Export(
        "graphml", "Network",
        "People, organisations and places, and the sentences that connect two of them. For Gephi, yEd, Cytoscape.",
        "network.graphml", "application/graphml+xml", network_graphml,
    ),
    Export(
        "timelinejs", "Timeline slides", "Dated events with their sentences, one slide each. For TimelineJS.",
        "timeline.json", "application/json", events_timelinejs,
    ),
    Export(
        "ics", "Calendar",
        "Dated events as all-day entries; planned ones are tentative, denied ones cancelled. For any calendar.",
        "events.ics", "text/calendar", events_icalendar,
    ),
    Export(
        "stix", "Threat intelligence bundle",
        "Articles, people and organisations, places, who acts on whom, and events as notes. STIX 2.1, for OpenCTI.",
        "stix.json", "application/stix+json;version=2.1", stix_bundle,
    ),
    Export(
        "annotations", "Annotations",
        "Every mention, place, date and event with its position and the words around it. W3C Web Annotation.",
        "annotations.jsonld", "application/ld+json", annotations_jsonld,
    ),
    Export(
        "json", "Analyses", "The whole analyses of the articles shown, with their texts, as one JSON array.",
        "analyses.json", "application/json", analyses_json,
    ),
    Export(
        "jsonl", "Analyses, one a line", "The same as JSON Lines.",
        "analyses.jsonl", "application/jsonl", analyses_jsonl,
    ),
    Export(
        "spacy", "spaCy corpus",
        "The texts of the articles shown, with the mentions, places, dates and events in them, for spaCy.",
        "corpus.spacy", "application/octet-stream", spacy_docbin,
    ),
)  # fmt: skip


def export_files(view: View) -> dict[str, bytes]:
    """Every export by its file's name; the tables, instead of their zip, one by one in a folder of their own."""
    files = {export.file_name: export.write(view) for export in EXPORTS if export.key != "csv"}
    return files | {f"tables/{name}": content for name, content in table_files(view).items()}
