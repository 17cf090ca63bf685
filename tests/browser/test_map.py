"""Where: the map keeps its place, its lines and points answer, and nothing that is named goes missing."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from nlp.store import Workspace, save_workspace
from tests.browser.steps import countries_on_map, open_file, settle, until
from tests.builders import analysis, clash

PLOT = "document.querySelector('.st-key-map .plot')"
GEO = f"{PLOT}._fullLayout.geo"
VIEW = f"[{GEO}.projection.scale, {GEO}.center.lon, {GEO}.center.lat]"
CITIES = f"{PLOT}.data.find((trace) => trace.name === 'cities').visible"
ON = f"""([name, key]) => {{
  const plot = {PLOT}, trace = plot.data.find((trace) => trace.name === name);
  const keys = trace.customdata.map((row) => row[0]);
  const i = (keys.indexOf(key) + keys.lastIndexOf(key)) >> 1;
  const [x, y] = plot._fullLayout.geo._subplot.projection([trace.lon[i], trace.lat[i]]);
  const box = plot.getBoundingClientRect();
  return [box.x + x, box.y + y];
}}"""


def opened(page, folder: Path, *analyses) -> None:  # type: ignore[no-untyped-def]
    """Put analyses made by hand on the page, through the reader's own way: a saved workspace."""
    file = folder / "workspace.json"
    file.write_bytes(save_workspace(Workspace(analyses, frozenset(a.article.id for a in analyses))))
    open_file(page, file)
    countries_on_map(page)


def switch(page, key: str) -> None:  # type: ignore[no-untyped-def]
    page.locator(f".st-key-{key} label").first.click()
    settle(page)


def test_a_click_on_a_line_shows_who_does_what_to_whom(page, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    opened(page, tmp_path, clash())
    switch(page, "map_lines")
    until(page, f"{PLOT}.data.some((trace) => trace.name === 'who acts on whom')")
    x, y = page.evaluate(ON, ["who acts on whom", "RUS>UKR"])
    page.mouse.move(x - 2, y)
    page.mouse.move(x, y)
    expect(page.locator(".st-key-map .hoverlayer .hovertext")).to_contain_text("Russia → Ukraine · 2 sentences:")
    page.mouse.click(x, y)
    settle(page)
    sentences = page.locator(".st-key-evidence .evidence li")
    assert [line.locator("b").all_inner_texts() for line in sentences.all()] == [
        ["Russia", "attacked", "Ukraine"],
        ["Russia", "shelled", "Ukraine"],
    ]
    page.get_by_role("button", name="Show only these").click()
    settle(page)
    expect(page.locator(".st-key-filter_line")).to_contain_text("Only sentences with Russia → Ukraine")
    expect(page.locator(".st-key-summary")).to_contain_text("2 sentences")


def test_the_map_stays_where_it_was_moved_when_it_is_drawn_otherwise(page, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    opened(page, tmp_path, clash())
    page.locator(".st-key-map").get_by_role("button", name="+", exact=True).click()
    box = page.locator(".st-key-map .plot").bounding_box()
    page.mouse.move(box["x"] + 200, box["y"] + 60)
    page.mouse.down()
    page.mouse.move(box["x"] + 240, box["y"] + 90, steps=4)
    page.mouse.up()
    moved = page.evaluate(VIEW)
    page.locator(".st-key-map_shade").get_by_text("where it happens").click()
    settle(page)
    until(page, f"{PLOT}._fullLayout.coloraxis.colorbar.title.text === 'mentions, where it happens'")
    switch(page, "map_lines")
    until(page, f"{PLOT}.data.some((trace) => trace.name === 'line')")
    assert page.evaluate(VIEW) == pytest.approx(moved)
    page.locator(".st-key-map").get_by_role("button", name="Reset").click()
    until(page, f"{GEO}.projection.scale !== {moved[0]}")


def test_cities_come_with_the_zoom_or_when_asked_for_and_lead_to_their_sentences(page, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    opened(page, tmp_path, clash(), analysis())  # Peru and Russia: the whole world
    assert page.evaluate(CITIES) is False
    for _ in range(3):
        page.locator(".st-key-map").get_by_role("button", name="+", exact=True).click()
        page.wait_for_timeout(300)
    assert page.evaluate(CITIES) is True
    page.locator(".st-key-map").get_by_role("button", name="Reset").click()
    until(page, f"{CITIES} === false")
    switch(page, "map_places")
    until(page, f"{CITIES} !== false")
    x, y = page.evaluate(ON, ["cities", "PER/-12.04/-77.03"])
    page.mouse.move(x - 2, y)
    page.mouse.move(x, y)
    expect(page.locator(".st-key-map .hoverlayer .hovertext")).to_contain_text("Lima, Peru · 1 mention in 1 sentence")
    page.mouse.click(x, y)
    settle(page)
    expect(page.locator(".st-key-evidence_head")).to_contain_text("Lima")
    assert page.locator(".st-key-evidence .evidence b").all_inner_texts() == ["Lima"]


def test_names_that_are_not_on_the_map_lead_to_their_sentences(page, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    opened(page, tmp_path, clash())
    page.get_by_text("2 names not on the map").click()
    page.locator(".st-key-elsewhere tbody tr", has_text="European Union").click()
    settle(page)
    assert page.locator(".st-key-evidence .evidence b").all_inner_texts() == ["European Union"]


def test_disputed_areas_count_separately_where_the_reader_says_so_and_the_file_follows(page, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    opened(page, tmp_path, clash())
    page.locator(".st-key-disputes").get_by_text("count separately").click()
    settle(page)
    expect(page.locator(".st-key-filter_line")).to_contain_text("Disputed areas count separately")
    page.get_by_role("tab", name="Countries").click()
    settle(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Download CSV").click()
    download.value.save_as(tmp_path / "countries.csv")
    lines = (tmp_path / "countries.csv").read_text("utf-8-sig").splitlines()
    assert lines[0].startswith("country,name,role,mentions,actor,affected,venue,mentioned,")
    assert any(line.startswith("XCR,Crimea,") for line in lines)


def test_on_a_narrow_page_the_tools_make_way_for_the_switches(page, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    page.set_viewport_size({"width": 800, "height": 1000})
    opened(page, tmp_path, clash())
    switch_box = page.locator(".st-key-map_places label").bounding_box()
    tools_box = page.locator(".st-key-map .tools").bounding_box()
    beside = tools_box["x"] >= switch_box["x"] + switch_box["width"]
    assert beside or tools_box["y"] >= switch_box["y"] + switch_box["height"]
