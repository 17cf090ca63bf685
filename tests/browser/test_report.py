"""A report opened from the disk, with the network off: it asks for nothing, and its citations lead there and back."""

from __future__ import annotations

from pathlib import Path

import pytest

from nlp.report.html import html_report
from tests.browser.conftest import ARGUMENTS
from tests.nlp.report.reports import PICTURES, report


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_report_opens_from_the_disk_without_a_request_and_its_links_lead_there_and_back(
    chromium: str, tmp_path: Path, scheme: str
) -> None:
    from playwright.sync_api import sync_playwright

    path = tmp_path / "report.html"
    path.write_bytes(html_report(report(pictures=PICTURES)))
    asked: list[str] = []
    failures: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        view = browser.new_context(
            offline=True, color_scheme=scheme, viewport={"width": 1100, "height": 800}
        ).new_page()
        view.on("request", lambda request: asked.append(request.url))
        view.on("console", lambda message: failures.append(message.text))
        view.goto(path.as_uri())
        assert view.evaluate("Array.from(document.images).every(image => image.complete && image.naturalWidth > 0)")
        view.locator("#when-1 .cited a").first.click()
        number = view.evaluate("location.hash")
        assert view.locator(number).is_visible()
        view.locator(f"{number} .uses a[href='#when-1']").click()
        assert view.evaluate("location.hash") == "#when-1"
        assert view.evaluate("document.documentElement.scrollWidth <= innerWidth")
        browser.close()
    assert failures == []
    assert [url for url in asked if not url.startswith("data:")] == [path.as_uri()]
