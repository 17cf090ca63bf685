"""HTML -> an article's text, title and date."""

from __future__ import annotations

from datetime import date

import pytest

from nlp.model import PublishedBasis
from nlp.readers import looks_like_html, read_pasted
from nlp.readers.markup import read_html

PAGE = """<!DOCTYPE html><html lang="en"><head><title>Harbour reopens after storm | The Coastal Post</title>
<meta property="og:title" content="Harbour reopens after storm">
<meta property="og:site_name" content="The Coastal Post">
<meta property="article:published_time" content="2031-03-12T08:30:00+00:00">
<link rel="canonical" href="https://coastal.example/harbour"></head>
<body><nav><a href="/">Home</a><a href="/w">World</a></nav><div class="cookie">We use cookies. Accept all</div>
<article><h1>Harbour reopens after storm</h1>
<p>LISBON – The harbour reopened on <b>Tuesday</b>, two days after a storm had closed it, the port authority said.</p>
<p>“Nobody was hurt,” said Ana Teixeira, the harbour master. Eleven boats were sunk, and the mole was breached.</p>
<p>The minister will visit the town on Friday. He is expected to announce aid for the fishermen.</p></article>
<aside><h3>Related</h3><a href="#">Ten best beaches</a></aside><footer>© 2026 The Coastal Post</footer>
<script>track("reader")</script></body></html>"""

MARKUP = {
    "a fragment": "<p>Talks resumed.",
    "a doctype": "<!DOCTYPE html><title>x</title>",
    "leading blanks": "\n  <div class='story'>Talks</div>",
    "a leading comment": "<!-- saved page --><html><body>Talks",
    "text before the blocks": "Talks <p>resumed.</p><p>Then they stopped.</p>",
    "capitals": "<HTML><BODY><P>Talks</P></BODY></HTML>",
}
PLAIN = {
    "nothing": "",
    "one tag in passing": "Write </p> to end a paragraph.",
    "stock symbols": "ACME <ACM> ROSE, BETA <BET> FELL",
    "comparison": "x <y and z> w",
    "an address": "Write to <press@agency.example> or <desk@agency.example>.",
    "a made-up tag": "<who>Putin</who> met <who>Xi</who>",
    "a tag's name in prose": "<pause> The minister sighed.",
}


@pytest.mark.parametrize("text", MARKUP.values(), ids=MARKUP.keys())
def test_looks_like_html_knows_markup(text: str) -> None:
    assert looks_like_html(text)


@pytest.mark.parametrize("text", PLAIN.values(), ids=PLAIN.keys())
def test_looks_like_html_leaves_plain_text_alone(text: str) -> None:
    assert not looks_like_html(text)


def test_read_pasted_takes_the_article_out_of_a_page() -> None:
    article = read_pasted(PAGE)
    assert "The harbour reopened on Tuesday, two days after a storm" in article.text
    for rest in ("Home", "cookies", "Ten best beaches", "©", "track", "<"):
        assert rest not in article.text
    assert article.title == "Harbour reopens after storm"
    assert article.source == "The Coastal Post"
    assert article.url == "https://coastal.example/harbour"


def test_read_pasted_dates_a_page_by_its_metadata_even_in_the_future() -> None:
    article = read_pasted(PAGE)
    assert (article.published, article.published_basis) == (date(2031, 3, 12), PublishedBasis.TEXT)


def test_read_pasted_prefers_what_the_person_gave_to_the_page() -> None:
    article = read_pasted(PAGE, title="Mine", published=date(2030, 1, 1))
    assert (article.title, article.source) == ("Mine", "The Coastal Post")
    assert (article.published, article.published_basis) == (date(2030, 1, 1), PublishedBasis.GIVEN)


def test_read_html_does_not_take_a_copyright_year_for_a_date() -> None:
    undated = PAGE.replace('<meta property="article:published_time" content="2031-03-12T08:30:00+00:00">', "")
    assert read_html(undated).stated is None


def test_read_html_parts_blocks_and_joins_inline_elements() -> None:
    markup = "<p>Vladimir <b>Put</b>in\n  met <a href='#'>Xi</a>.</p><p>They<br>parted.</p><ul><li>One<li>Two</ul>"
    assert read_html(markup).text == "Vladimir Putin met Xi.\n\nThey\nparted.\n\nOne\n\nTwo"


def test_read_html_reads_entities_and_keeps_other_scripts() -> None:
    assert read_html("<p>T&uuml;rkiye &amp; Київ &#8211; 中国</p>").text == "Türkiye & Київ – 中国"


@pytest.mark.parametrize(
    "markup",
    ["<p></p>", "<html></html>", "<!-- only -->", "<p>" + "<!--" * 20_000, "<script>alert(1)</script>"],
    ids=["empty block", "empty page", "comment", "comments unclosed", "script"],
)
def test_read_html_gives_an_empty_text_where_there_is_none(markup: str) -> None:
    assert read_html(markup).text == ""


@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * 20_000 + "deep",
        "<p>" + "<" * 50_000,
        "<p>" + "&amp" * 50_000,
        "<p>\x00\ud800text</p>",
        "<html><body>" * 5_000,
    ],
    ids=["deep", "angles", "entities", "unreadable", "pages in pages"],
)
def test_read_html_survives_hostile_markup(markup: str) -> None:
    assert "<div>" not in read_html(markup).text


def test_read_html_says_the_same_twice() -> None:
    assert read_html(PAGE) == read_html(PAGE)
