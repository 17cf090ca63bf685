"""What is wrong, the reader corrects: it holds everywhere, leaves with the workspace and can be taken back."""

from __future__ import annotations

import json
from pathlib import Path

from playwright.sync_api import expect

from tests.browser.steps import analyse, open_file, settle
from tests.browser.test_walk import ARTICLE

expect.set_options(timeout=30_000)


def correct(page, what: str):  # type: ignore[no-untyped-def]
    """Open the dialog on what is chosen and say what is wrong; gives the dialog."""
    page.get_by_role("button", name="Correct", exact=True).click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_text(what).click()
    settle(page)
    return dialog


def press(page, dialog) -> None:  # type: ignore[no-untyped-def]
    dialog.get_by_role("button", name="Correct", exact=True).click()
    dialog.wait_for(state="detached")
    settle(page)


def choose(page, dialog, field: str, words: str) -> None:  # type: ignore[no-untyped-def]
    dialog.get_by_role("combobox", name=field).click()
    page.keyboard.type(words)
    page.get_by_role("option", name=words).first.click()
    settle(page)


def test_name_is_corrected_everywhere_saved_opened_and_taken_back(page, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    analyse(page, ARTICLE)
    page.locator(".st-key-who").get_by_text("Amina Otieno").click()
    settle(page)
    dialog = correct(page, "Its name or its kind is wrong")
    dialog.get_by_role("textbox", name="Name").fill("Amina W. Otieno")
    press(page, dialog)  # at once: the field is left by the press itself
    expect(page.locator(".st-key-who table")).to_contain_text("Amina W. Otieno")
    expect(page.locator(".st-key-evidence_head")).to_contain_text("corrected by hand")

    page.locator(".st-key-map .choroplethlayer path").first.wait_for(state="attached")
    page.get_by_role("tab", name="Countries").click()
    page.locator(".st-key-countries_table").get_by_text("Uganda", exact=True).click()
    settle(page)
    page.get_by_role("button", name="Correct", exact=True).click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("button", name="Kampala ·").click()
    settle(page)
    choose(page, dialog, "It counts for", "Tanzania")
    press(page, dialog)
    expect(page.locator(".st-key-summary")).to_contain_text("3 countries")

    page.get_by_role("tab", name="Chronology").click()
    settle(page)
    page.locator(".st-key-chronology_table tr", has_text="3 March 2025").first.click()
    settle(page)
    page.get_by_role("button", name="Correct", exact=True).click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_text("It is no dated event").click()
    settle(page)
    press(page, dialog)
    expect(page.locator(".st-key-chronology_table")).not_to_contain_text("3 March 2025")

    with page.expect_download() as download:
        page.get_by_role("button", name="Save workspace").click()
    saved = tmp_path / "workspace.json"
    download.value.save_as(saved)
    assert [decision["about"] for decision in json.loads(saved.read_text("utf-8"))["corrections"]] == [
        "names", "places", "events",
    ]  # fmt: skip
    page.reload()
    open_file(page, saved)
    expect(page.locator(".st-key-who table")).to_contain_text("Amina W. Otieno")

    page.get_by_role("button", name="3 corrections by hand").click()
    page.locator(".st-key-undo_0 button").click()
    settle(page)
    expect(page.locator(".st-key-who table")).not_to_contain_text("Amina W. Otieno")
    expect(page.locator(".st-key-summary")).to_contain_text("3 countries")


def test_missed_name_is_added_wherever_the_article_has_it(page) -> None:  # type: ignore[no-untyped-def]
    analyse(page, ARTICLE)
    page.get_by_role("tab", name="Entities").click()
    page.get_by_role("button", name="Add a name").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("textbox").fill("trade agreement")
    page.keyboard.press("Enter")
    settle(page)
    choose(page, dialog, "It is", "a new entry")
    choose(page, dialog, "Kind", "a law, treaty or other document")
    expect(dialog).to_contain_text("1 mention in 1 article: “trade agreement” is trade agreement, a law")
    press(page, dialog)
    expect(page.locator(".st-key-evidence .evidence")).to_contain_text("signed a trade agreement in Nairobi")
    assert page.locator(".st-key-evidence .evidence b").all_inner_texts() == ["trade agreement"]
    page.get_by_role("tab", name="Article").click()
    settle(page)
    assert page.locator(".st-key-article mark", has_text="trade agreement").count() == 1
