"""The PDF, read again by pypdf: words in order, bookmarks, links, fonts, properties."""

from __future__ import annotations

import io
import re
from typing import Any

import pytest
from pypdf import PdfReader

from nlp.report.pdf import pdf_report
from nlp.report.pictures import fonts
from tests.nlp.report.reports import HOSTILE, PICTURES, SELECTIONS, hostile_article, report

SECTIONS = [
    "At a glance", "Countries and places", "Chronology", "People and organisations", "Who said what",
    "Who acts on whom", "Sources", "Cited sentences", "Method and limits",
]  # fmt: skip


def opened(data: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(data), strict=True)


def text_of(reader: PdfReader) -> str:
    return " ".join("\n".join(page.extract_text() for page in reader.pages).split())


def links(reader: PdfReader) -> list[Any]:
    annotations = [a.get_object() for page in reader.pages for a in page.get("/Annots", [])]
    return [a for a in annotations if a["/Subtype"] == "/Link"]


def test_headings_and_cited_sentences_stand_in_order() -> None:
    made = report()
    text = text_of(opened(pdf_report(made)))
    places = [text.index(title) for title in SECTIONS]
    assert places == sorted(places)
    cited = text[text.index("quoted as they stand") :]
    numbers = [int(n) for n in re.findall(r"\[(\d+)\] \S", cited.partition("Method and limits")[0])]
    assert numbers == [reference.number for reference in made.references]
    for reference in made.references:
        assert reference.text in cited


def test_bookmarks_are_the_sections() -> None:
    outline = opened(pdf_report(report())).outline
    assert [item.title for item in outline if not isinstance(item, list)] == SECTIONS


@pytest.mark.parametrize("name", SELECTIONS)
def test_citations_are_links_inside_the_document(name: str) -> None:
    made = report(SELECTIONS[name])
    found = links(opened(pdf_report(made)))
    assert all("/A" not in link or link["/A"]["/S"] == "/GoTo" for link in found)
    cited = sum(len(item.told.keys) for group in (made.countries, made.events, made.people) for item in group)
    assert len(found) >= 2 * cited


def test_every_page_has_its_number() -> None:
    reader = opened(pdf_report(report()))
    for number, page in enumerate(reader.pages, 1):
        assert f"{number} of {len(reader.pages)}" in page.extract_text()


def test_properties_language_and_tags_are_those_of_an_accessible_document() -> None:
    reader = opened(pdf_report(report(title="Talks", prepared_by="Foreign desk", pictures=PICTURES)))
    root = reader.trailer["/Root"]
    assert (reader.metadata.title, reader.metadata.author) == ("Talks", "Foreign desk")
    assert root["/Lang"] == "en"
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root


def test_fonts_are_inside_and_write_latin_greek_and_cyrillic() -> None:
    words = "Łódź, Việt Nam, Αθήνα, Київ – “quoted” → €"
    reader = opened(pdf_report(report(title=words)))
    assert words in text_of(reader)
    for page in reader.pages:
        for font in page["/Resources"]["/Font"].values():
            (descendant,) = font.get_object()["/DescendantFonts"]
            assert set(descendant.get_object()["/FontDescriptor"].get_object()) & {"/FontFile2", "/FontFile3"}
            assert "SourceSansPro" in font.get_object()["/BaseFont"]


def test_the_reports_own_fonts_are_found() -> None:
    assert {"Source Sans Pro", "Libertinus Serif"} <= set(fonts().families())


def test_hostile_text_is_text() -> None:
    made = report(analyses=[hostile_article()], title=HOSTILE, filters=(HOSTILE,), prepared_by=HOSTILE)
    reader = opened(pdf_report(made))
    text = text_of(reader)
    assert '#import "@preview/x:1.0.0" $x$ *b* _i_' in text
    assert all("/A" not in link or link["/A"]["/S"] == "/GoTo" for link in links(reader))


def test_text_in_a_script_that_the_fonts_lack_does_not_fail() -> None:
    reader = opened(pdf_report(report(title="北京 القاهرة 🙂")))
    assert reader.metadata.title == "北京 القاهرة 🙂"
    assert "Chronology" in text_of(reader)


def test_the_same_report_gives_the_same_bytes() -> None:
    assert pdf_report(report(pictures=PICTURES)) == pdf_report(report(pictures=PICTURES))


def test_a_cell_that_is_longer_than_a_page_goes_on_on_the_next() -> None:
    made = report(analyses=[hostile_article("first " + "word " * 3_000 + "last")])
    reader = opened(pdf_report(made))
    text = text_of(reader).partition("Cited sentences")[0].casefold()
    assert text.count("first word") == text.count("word last") > 0
