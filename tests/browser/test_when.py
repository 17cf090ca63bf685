"""When: the marks of the timeline answer, and say what is left open; the chronology and the filter agree with them."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.steps import analyse, settle

ARTICLE = """Sweden's government presented a tariff plan in early February.

The union and the port authority signed a truce on 4 March. The truce was signed by the union on Tuesday in Bergen.

Norway did not close its border with Finland from 20 to 28 February, the police said.

Talks with Denmark will be held from 10 to 14 March in Copenhagen, the ministry said."""
PLACE = """([words, share]) => {
  const node = document.querySelector(".st-key-timeline .plot");
  const bars = node.data.find((trace) => trace.name === "intervals");
  const i = bars.text.findIndex((text) => text.includes(words));
  const { xaxis, yaxis } = node._fullLayout;
  const box = node.getBoundingClientRect();
  const from = xaxis.d2c(bars.base[i]), to = from + bars.x[i];
  return [box.x + xaxis._offset + xaxis.c2p(from + share * (to - from)), box.y + yaxis._offset + yaxis.d2p(bars.y[i])];
}"""


def on_bar(page, words: str, share: float) -> tuple[float, float]:  # type: ignore[no-untyped-def]
    """The point on the page at a share of the length of the bar whose hover says `words`."""
    page.wait_for_selector(".st-key-timeline .barlayer .point")
    x, y = page.evaluate(PLACE, [words, share])
    return x, y


@pytest.mark.parametrize(
    ("words", "share", "said"),
    [
        ("tariff plan", 0.95, "about 1–9 February 2025"),
        ("close its border", 0.5, "20–28 February 2025 · denied"),
        ("close its border", 0.2, "20–28 February 2025 · denied"),
    ],
    ids=["a fading end", "under the cross", "on the line through it"],
)
def test_every_part_of_a_bar_says_its_event_once_and_leads_to_its_sentence(page, words, share, said) -> None:  # type: ignore[no-untyped-def]
    analyse(page, ARTICLE)
    x, y = on_bar(page, words, share)
    page.mouse.move(x - 2, y)
    page.mouse.move(x, y)
    hover = page.locator(".st-key-timeline .hoverlayer .hovertext")
    expect(hover).to_contain_text(said)
    assert hover.count() == 1
    page.mouse.click(x, y)
    settle(page)
    expect(page.locator(".st-key-evidence .evidence")).to_contain_text(words)


def test_event_told_twice_shows_and_hands_out_both_sentences_with_date_and_trigger(page, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    analyse(page, ARTICLE)
    page.get_by_role("tab", name="Chronology").click()
    row = page.locator(".st-key-chronology_table tr", has_text="told in 2 sentences")
    row.click()
    settle(page)
    sentences = page.locator(".st-key-evidence .evidence li")
    assert [line.locator("b").all_inner_texts() for line in sentences.all()] == [
        ["signed", "4 March"],
        ["signed", "Tuesday"],
    ]
    expect(page.locator(".st-key-evidence_head")).to_contain_text("2 sentences in 1 article")
    with page.expect_download() as download:
        page.get_by_role("button", name="Every sentence as CSV").click()
    download.value.save_as(tmp_path / download.value.suggested_filename)
    told = (tmp_path / "dateline-chronology-sentences.csv").read_text("utf-8-sig")
    assert "signed a truce on 4 March" in told
    assert "signed by the union on Tuesday" in told


def test_status_narrows_timeline_and_list_keeps_through_a_search_and_is_cleared_with_one_press(page) -> None:  # type: ignore[no-untyped-def]
    analyse(page, ARTICLE)
    page.get_by_role("tab", name="Chronology").click()
    for status in ("occurred · 2", "denied · 1"):
        page.get_by_role("button", name=status).click()
        settle(page)
    expect(page.locator(".st-key-filter_line")).to_contain_text("Only events: planned")
    rows = page.locator(".st-key-chronology_table tbody tr")
    expect(rows).to_have_count(1)
    expect(rows).to_contain_text("10–14 March 2025")
    assert (
        page.evaluate("document.querySelector('.st-key-timeline .plot').data.map((t) => t.customdata?.length ?? 0)[0]")
        == 1
    )

    page.get_by_label("Search the sentences").fill("Denmark")
    page.keyboard.press("Enter")
    settle(page)
    expect(page.get_by_role("button", name="occurred · 0")).to_be_visible()
    expect(page.locator(".st-key-filter_line")).to_contain_text("events: planned")
    expect(rows).to_have_count(1)
    page.get_by_role("button", name="Show everything").click()
    settle(page)
    expect(page.get_by_role("button", name="occurred · 2")).to_be_visible()
    expect(rows).to_have_count(4)
    assert page.locator(".st-key-filter_line").count() == 0
