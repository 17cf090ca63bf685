"""The web page: well-formed for other readers, closed in itself, with links that lead somewhere."""

from __future__ import annotations

import base64
import re
from pathlib import Path

import pytest
from lxml import etree, html

from nlp.report.html import html_report
from tests.nlp.report.reports import HOSTILE, PICTURES, SELECTIONS, hostile_article, png, report

VOID = "meta|img|col|br"


def page_of(data: bytes) -> etree._Element:
    """The page, read by a parser that refuses what is not closed or escaped."""
    text = re.sub(rf"<((?:{VOID})\b[^>]*)>", r"<\1/>", data.decode("utf-8")).replace("&nbsp;", "&#160;")
    return etree.fromstring(text.replace("<!DOCTYPE html>", "").encode("utf-8"))


@pytest.mark.parametrize("name", SELECTIONS)
def test_page_is_well_formed_and_every_link_leads_somewhere(name: str) -> None:
    page = page_of(html_report(report(SELECTIONS[name], pictures=PICTURES)))
    anchors = [element.get("id") for element in page.iter() if element.get("id")]
    links = [link.get("href") for link in page.iter("a")]
    assert len(anchors) == len(set(anchors))
    assert {link[1:] for link in links if link.startswith("#")} <= set(anchors)
    assert all(link.startswith(("#", "https://", "http://")) for link in links)


def test_page_says_what_the_report_says() -> None:
    made = report()
    text = " ".join(html.fromstring(html_report(made)).text_content().split())
    for words in [*(e.label for e in made.events), *(r.text for r in made.references), *(p.name for p in made.people)]:
        assert words[1:] in text
    assert "As of 8 July 2025" in text


def test_citations_link_to_the_sentence_and_back() -> None:
    page = page_of(html_report(report()))
    row = page.xpath("//tr[@id='when-1']")[0]
    target = row.xpath(".//a/@href")[0]
    sentence = page.xpath(f"//li[@id='{target[1:]}']")[0]
    assert "#when-1" in sentence.xpath(".//a/@href")


def test_page_asks_for_nothing_and_runs_nothing() -> None:
    page = page_of(html_report(report(pictures=PICTURES)))
    assert not list(page.iter("script", "link", "iframe", "object", "form"))
    assert all(image.get("src").startswith("data:image/") for image in page.iter("img"))
    assert not [name for element in page.iter() for name in element.attrib if name.startswith("on")]
    assert "url(" not in page.xpath("string(//style)")
    assert "@import" not in page.xpath("string(//style)")
    assert page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0].startswith("default-src 'none'")


def test_pictures_are_inside_with_the_words_for_those_who_cannot_see_them() -> None:
    page = page_of(html_report(report(pictures=PICTURES)))
    images = {image.get("alt"): image.get("src") for image in page.iter("img")}
    assert set(images) == {"Two countries & a <town>.", "Bars."}
    assert base64.b64decode(images["Two countries & a <town>."].partition(",")[2]) == png()


def test_hostile_text_is_text() -> None:
    made = report(analyses=[hostile_article()], title=HOSTILE, filters=(HOSTILE,), prepared_by=HOSTILE)
    page = page_of(html_report(made))
    assert not list(page.iter("script"))
    assert "<script>alert(1)</script>" in page.xpath("string(//h1)")
    assert "{{ 7*7 }} {% raw %}" in page.xpath("string(//h1)")
    assert not [link for link in page.xpath("//a/@href") if "javascript" in link]


def test_the_same_report_gives_the_same_bytes() -> None:
    assert html_report(report(pictures=PICTURES)) == html_report(report(pictures=PICTURES))


def test_page_can_be_written_and_read_again(tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    path.write_bytes(html_report(report()))
    assert html.parse(str(path)).getroot().get("lang") == "en"
