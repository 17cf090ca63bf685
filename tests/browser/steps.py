"""What every walk through the page begins with."""

from __future__ import annotations


def settle(page) -> None:  # type: ignore[no-untyped-def]
    """Wait until the page has finished drawing."""
    page.wait_for_timeout(250)
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]")
    page.wait_for_timeout(250)


def analyse(page, text: str, published: str | None = "2025-03-07") -> None:  # type: ignore[no-untyped-def]
    """Paste a text with its publication date and press Analyse."""
    page.get_by_role("textbox", name="Article").fill(text)
    if published:
        _type_date(page, published)
    page.get_by_role("button", name="Analyse").click()
    page.get_by_role("textbox", name="Article").wait_for(state="detached")
    page.get_by_text("Who", exact=True).first.wait_for()
    settle(page)


def _type_date(page, day: str) -> None:  # type: ignore[no-untyped-def]
    field = page.get_by_test_id("stForm").get_by_test_id("stDateInput")
    parts = field.get_by_role("spinbutton")
    for i, part in enumerate(day.split("-")):
        parts.nth(i).click()
        page.keyboard.type(part)
    page.keyboard.press("Tab")


def countries_on_map(page) -> None:  # type: ignore[no-untyped-def]
    """Wait until the map has drawn its countries."""
    page.locator(".choroplethlayer path").nth(150).wait_for(state="attached")


def until(page, expression: str) -> None:  # type: ignore[no-untyped-def]
    """Wait until a JavaScript expression is true; Playwright's own way to wait needs `eval`, which the page forbids."""
    for _ in range(100):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(100)
    raise AssertionError(f"never true: {expression}")
