"""The network answers the pointer: a name shows its sentences, a line those that connect its two names."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from nlp.store import Workspace, save_workspace
from tests.browser.steps import open_file, settle, until
from tests.nlp.test_networks import story

pytestmark = pytest.mark.browser
PLOT = "document.querySelector('.st-key-network .plot')"
ON = f"""([name, i]) => {{
  const plot = {PLOT}, trace = plot.data.find((trace) => trace.name === name), {{ xaxis, yaxis }} = plot._fullLayout;
  const box = plot.getBoundingClientRect();
  return [box.x + xaxis._offset + xaxis.d2p(trace.x[i]), box.y + yaxis._offset + yaxis.d2p(trace.y[i])];
}}"""


def test_a_click_on_a_line_and_on_a_name_shows_their_sentences(page, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    found = story("Ann met Bob.", "Bob hits Cid.", "Dan slept.")
    file = tmp_path / "workspace.json"
    file.write_bytes(save_workspace(Workspace((found,), frozenset({found.article.id}))))
    open_file(page, file)
    page.get_by_role("tab", name="Network").click()
    settle(page)
    until(page, f"{PLOT}?.data?.some((trace) => trace.name === 'People')")
    expect(page.get_by_text("3 names and 2 lines.")).to_be_visible()
    page.locator(".st-key-network .plot").scroll_into_view_if_needed()

    # The relation lies on top: its markers are the last.
    x, y = page.evaluate(ON, ["what connects them", 7])
    page.mouse.move(x - 2, y)
    page.mouse.move(x, y)
    expect(page.locator(".st-key-network .hoverlayer .hovertext")).to_contain_text("Bob → Cid: hits")
    page.mouse.click(x, y)
    settle(page)
    sentences = page.locator(".st-key-evidence .evidence li")
    assert [line.locator("b").all_inner_texts() for line in sentences.all()] == [["Bob", "hits", "Cid"]]

    page.get_by_role("button", name="Clear").click()
    settle(page)
    page.locator(".st-key-network .plot").scroll_into_view_if_needed()
    x, y = page.evaluate(ON, ["People", 0])
    page.mouse.move(x - 2, y)
    page.mouse.move(x, y)
    page.mouse.click(x, y)
    settle(page)
    assert [line.locator("b").all_inner_texts() for line in sentences.all()] == [["Ann"]]
