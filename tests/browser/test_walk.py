"""The way of a reader: paste, analyse, click, download, add more, save and open again."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.steps import analyse, close_export, countries_on_map, open_export, open_file, save_export, settle

expect.set_options(timeout=30_000)

ARTICLE = """Kenyan and Ugandan ministers signed a trade agreement in Nairobi on 3 March, Kenya's foreign ministry said.

Foreign minister Amina Otieno called it a beginning. "We will meet again in Kampala next week," Otieno said on Thursday.

Uganda's government is expected to publish the text in May."""
HOSTILE = """<script>window.hurt = 1</script> **Bold** ![x](https://leak.example/a.png) said in Paris on 3 March 2025.
=HYPERLINK("https://leak.example") 😀 Angela Merkel visited <img src=x onerror="window.hurt=1"> Berlin yesterday."""


def test_paste_analyse_click_and_download(page, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    analyse(page, ARTICLE)
    countries_on_map(page)
    page.wait_for_selector(".scatterlayer .points path")
    summary = page.locator(".st-key-summary").inner_text()
    assert re.search(r"1 article, 7 March 2025 · \d+ sentences · 2 countries · \d+ dated events", summary)

    page.locator(".st-key-who").get_by_text("Amina Otieno").click()
    settle(page)
    evidence = page.locator(".st-key-evidence .evidence")
    expect(evidence).to_contain_text("called it a beginning")
    assert page.locator(".st-key-article .s.lit").count() == evidence.locator("li").count() == 2

    page.get_by_role("tab", name="Chronology").click()
    row = page.locator(".st-key-chronology_table tr", has_text="3 March 2025")
    row.first.click()
    settle(page)
    expect(evidence).to_contain_text("signed a trade agreement")
    assert evidence.locator("b").first.inner_text() in {"3 March", "signed"}

    for chart in ("map", "timeline"):
        open_export(page, chart)
        target = save_export(page, tmp_path)
        assert re.fullmatch(rf"dateline-{chart}-\d{{4}}-\d\d-\d\d\.png", target.name)
        assert target.read_bytes().startswith(b"\x89PNG")
        close_export(page)

    with page.expect_download() as download:
        page.get_by_role("button", name="Download CSV").first.click()
    download.value.save_as(tmp_path / "chronology.csv")
    assert "3 March" in (tmp_path / "chronology.csv").read_text("utf-8-sig")


def test_said_lists_statements_and_a_click_shows_their_words(page, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    analyse(page, ARTICLE)
    page.get_by_role("tab", name="Said").click()
    rows = page.locator(".st-key-said_table tbody tr")
    row = rows.filter(has_text="We will meet again in Kampala next week")
    expect(row).to_contain_text("Amina Otieno")
    row.click()
    settle(page)
    expect(page.locator(".st-key-evidence_head")).to_contain_text("Amina Otieno · said")
    marked = page.locator(".st-key-evidence .evidence b").all_inner_texts()
    assert marked == [
        "“We will meet again in Kampala next week,”".replace("“", '"').replace("”", '"'),
        "Otieno",
        "said",
    ]
    with page.expect_download() as download:
        page.get_by_role("button", name="Download CSV").first.click()
    download.value.save_as(tmp_path / "said.csv")
    written = (tmp_path / "said.csv").read_text("utf-8-sig")
    assert written.startswith("quote,article,title,sentence,start,end,speaker,")
    assert "Kampala next week" in written


def test_a_click_on_the_map_shows_the_sentences_that_name_the_country(page) -> None:  # type: ignore[no-untyped-def]
    analyse(page, ARTICLE)
    countries_on_map(page)
    point = page.evaluate(
        """() => {
          const paths = [...document.querySelectorAll('.st-key-map .choroplethlayer path')];
          const path = paths.find((p) => p.__data__?.loc === 'KEN');
          const box = path.getBoundingClientRect();
          return [box.x + box.width / 2, box.y + box.height / 2];
        }"""
    )
    page.mouse.click(*point)
    settle(page)
    expect(page.locator(".st-key-evidence_head")).to_contain_text("Kenya")
    expect(page.locator(".st-key-evidence .evidence")).to_contain_text("Nairobi")


def test_hostile_text_stays_text(page) -> None:  # type: ignore[no-untyped-def]
    analyse(page, HOSTILE, "2025-03-07")
    paper = page.locator(".st-key-article .paper").inner_text()
    assert "<script>window.hurt = 1</script>" in paper
    assert "![x](https://leak.example/a.png)" in paper
    assert page.evaluate("window.hurt") is None
    marks = page.locator(".st-key-article mark").all_inner_texts()
    assert "Angela Merkel" in marks  # behind an emoji: offsets count code points


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "There is nothing to read"),
        ("   \n ", "There is nothing to read"),
        ("*** --- ***", "no words"),
        ("Президент России Владимир Путин прибыл в Минск для переговоров с президентом Белоруссии.", "Russian"),
        ("وصل الرئيس إلى القاهرة اليوم لإجراء محادثات مع وزير الخارجية المصري حول الحدود.", "Arabic"),
    ],
    ids=["empty", "blank", "signs only", "Russian", "Arabic"],
)
def test_what_cannot_be_read_gets_one_sentence_and_stays_in_the_box(page, text: str, words: str) -> None:  # type: ignore[no-untyped-def]
    box = page.get_by_role("textbox", name="Article")
    box.fill(text)
    page.get_by_role("button", name="Analyse").click()
    alert = page.get_by_test_id("stAlert")
    alert.wait_for()
    assert words in alert.inner_text()
    assert "Traceback" not in page.inner_text("body")
    assert box.input_value() == text


def test_without_a_publication_date_the_page_asks_and_then_places_the_dates(page) -> None:  # type: ignore[no-untyped-def]
    analyse(page, ARTICLE, None)
    expect(page.locator(".st-key-undated")).to_contain_text("could not be placed")
    field = page.locator(".st-key-undated")
    for i, part in enumerate(("2025", "03", "07")):
        field.get_by_role("spinbutton").nth(i).click()
        page.keyboard.type(part)
    page.keyboard.press("Escape")
    field.wait_for(state="detached")
    settle(page)
    assert page.locator(".st-key-undated").count() == 0
    expect(page.locator(".st-key-summary")).to_contain_text("7 March 2025")


def test_several_articles_tick_remove_undo_save_and_open(page, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    page.get_by_role("button", name="Try a sample").click()
    page.get_by_text("Who", exact=True).first.wait_for()
    settle(page)
    page.get_by_role("button", name="Add articles").click()
    settle(page)
    analyse(page, ARTICLE)
    summary = page.locator(".st-key-summary")
    expect(summary).to_contain_text("2 articles")

    page.locator("[class*=st-key-line_sample] label").click()
    settle(page)
    expect(summary).to_contain_text("1 of 2 articles")
    expect(page.locator(".st-key-who table")).not_to_contain_text("Peskov")

    page.locator("[class*=st-key-line_sample] [data-testid=stPopover] button").first.click()
    page.get_by_role("button", name="Remove").click()
    settle(page)
    expect(summary).to_contain_text("1 article,")
    page.get_by_role("button", name="Undo").click()
    settle(page)
    expect(summary).to_contain_text("1 of 2 articles")

    with page.expect_download() as download:
        page.get_by_role("button", name="Save workspace").click()
    saved = tmp_path / "workspace.json"
    download.value.save_as(saved)
    assert len(json.loads(saved.read_text("utf-8"))["analyses"]) == 2

    page.reload()
    open_file(page, saved)
    expect(page.locator(".st-key-summary")).to_contain_text("1 of 2 articles")


def test_every_page_carries_the_policy(page, server: str) -> None:  # type: ignore[no-untyped-def]
    response = page.request.get(server)
    assert "default-src 'self'" in response.headers["content-security-policy"]
