"""What every walk through the page begins with."""

from __future__ import annotations

from pathlib import Path

EXPORT_READY = "document.querySelector('.export .save')?.disabled === false"


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


def open_file(page, file: Path) -> None:  # type: ignore[no-untyped-def]
    """Open a file, such as a saved workspace, from the first page."""
    page.get_by_text("Open files or a saved workspace").click()
    page.locator("input[type=file]").set_input_files(file)
    settle(page)
    page.get_by_role("button", name="Open", exact=True).click()
    page.get_by_text("Who", exact=True).first.wait_for()
    settle(page)


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


def open_export(page, chart: str) -> None:  # type: ignore[no-untyped-def]
    """Open the dialog by which a chart leaves the page, and wait until it shows the picture."""
    page.locator(f".st-key-{chart}").get_by_role("button", name="Export").click()
    settle(page)
    until(page, EXPORT_READY)


def choose_format(page, name: str) -> None:  # type: ignore[no-untyped-def]
    """Choose what kind of file to export."""
    page.get_by_role("combobox", name="Format").click()
    page.get_by_role("option", name=name, exact=True).click()
    settle(page)
    until(page, EXPORT_READY)


def save_export(page, folder: Path) -> Path:  # type: ignore[no-untyped-def]
    """Press Download; gives the file."""
    with page.expect_download() as download:
        page.locator(".export .save").click()
    target = folder / download.value.suggested_filename
    download.value.save_as(target)
    return target


def close_export(page) -> None:  # type: ignore[no-untyped-def]
    """Leave the dialog."""
    page.get_by_role("dialog").get_by_role("button", name="Close").click()
    page.get_by_role("dialog").wait_for(state="detached")
