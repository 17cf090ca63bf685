"""The Word document, read again by python-docx, by an XML parser, and by LibreOffice where there is one."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree
from pypdf import PdfReader

from nlp.report.word import word_report
from tests.nlp.conftest import Convert
from tests.nlp.report.reports import HOSTILE, PICTURES, SELECTIONS, hostile_article, report


def opened(data: bytes) -> Any:
    return docx.Document(io.BytesIO(data))


def texts(document: Any) -> str:
    return "\n".join("".join(t.text or "" for t in p.iter(qn("w:t"))) for p in document.element.body.iter(qn("w:p")))


def test_headings_are_headings_in_order() -> None:
    document = opened(word_report(report()))
    headings = [p.text for p in document.paragraphs if p.style.name == "Heading 1"]
    assert headings == [
        "At a glance", "Countries and places", "Chronology", "People and organisations", "Who said what",
        "Who acts on whom", "Sources", "Cited sentences", "Method and limits",
    ]  # fmt: skip
    assert [p.text for p in document.paragraphs if p.style.name == "Title"] == ["News briefing"]


def test_every_table_has_a_header_row_that_repeats_and_a_title() -> None:
    document = opened(word_report(report()))
    assert len(document.tables) > 5
    for table in document.tables:
        assert table.rows[0]._tr.find(qn("w:trPr")).find(qn("w:tblHeader")) is not None
        assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))
        assert len({len(row.cells) for row in table.rows}) == 1


def test_document_says_what_the_report_says() -> None:
    made = report()
    text = texts(opened(word_report(made)))
    for words in [*(e.label for e in made.events), *(r.text for r in made.references), *(p.name for p in made.people)]:
        assert words[1:] in text


@pytest.mark.parametrize("name", SELECTIONS)
def test_every_link_leads_to_one_bookmark(name: str) -> None:
    body = opened(word_report(report(SELECTIONS[name]))).element.body
    bookmarks = [b.get(qn("w:name")) for b in body.iter(qn("w:bookmarkStart"))]
    links = {link.get(qn("w:anchor")) for link in body.iter(qn("w:hyperlink"))}
    assert len(bookmarks) == len(set(bookmarks))
    assert len({b.get(qn("w:id")) for b in body.iter(qn("w:bookmarkStart"))}) == len(bookmarks)
    assert links <= set(bookmarks)
    assert bool(links) == (name != "nothing")


def test_file_is_whole_well_formed_and_points_nowhere_outside() -> None:
    with zipfile.ZipFile(io.BytesIO(word_report(report(pictures=PICTURES)))) as archive:
        assert archive.testzip() is None
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                tree = etree.fromstring(archive.read(name))
                assert not [r for r in tree.iter() if r.get("TargetMode") == "External"], name


def test_pictures_carry_the_words_for_those_who_cannot_see_them() -> None:
    document = opened(word_report(report(pictures=PICTURES)))
    shown = {p.get("descr"): p.get("title") for p in document.element.body.iter(qn("wp:docPr"))}
    assert shown == {"Two countries & a <town>.": "Countries by mentions", "Bars.": "Another chart"}
    images = [part.blob for part in document.part.package.iter_parts() if part.content_type == "image/png"]
    assert len(images) == 2
    assert all(image.startswith(b"\x89PNG") for image in images)


def test_properties_say_what_it_is() -> None:
    made = report(title="Talks", prepared_by="Foreign desk", filters=("sentences that name Peru",))
    properties = opened(word_report(made)).core_properties
    assert (properties.title, properties.author) == ("Talks", "Foreign desk")
    assert properties.subject == "sentences that name Peru"
    assert f"{properties.created:%Y-%m-%d}" == "2025-07-08"


def test_hostile_text_is_text() -> None:
    made = report(analyses=[hostile_article()], title=HOSTILE, filters=(HOSTILE,), prepared_by=HOSTILE)
    text = texts(opened(word_report(made)))
    assert "<script>alert(1)</script> & </w:t> ]]>" in text
    assert text.encode("utf-8")


def test_the_same_report_gives_the_same_bytes() -> None:
    assert word_report(report(pictures=PICTURES)) == word_report(report(pictures=PICTURES))


def test_libreoffice_shows_every_event_every_name_and_the_charts(office: Convert, tmp_path: Path) -> None:
    made = {tmp_path / f"{i}.docx": report(SELECTIONS[name], pictures=PICTURES) for i, name in enumerate(SELECTIONS)}
    for path, each in made.items():
        path.write_bytes(word_report(each))
    office(list(made), "pdf")
    for path, each in made.items():
        pages = PdfReader(path.with_suffix(".pdf")).pages
        shown = "".join("".join(page.extract_text().split()) for page in pages)
        for words in (*(e.label for e in each.events), *(person.name for person in each.people), "Method and limits"):
            assert "".join(words.split()) in shown
        assert sum(len(page.images) for page in pages) >= len(PICTURES)
