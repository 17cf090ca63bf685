"""The map figure: what it draws, what a click hands over, what it says."""

from __future__ import annotations

import json
import math
from typing import Any

import pandas as pd
import pytest

from components.figures.country_map import BOUNDARY_NOTE, HEIGHT, MAP_CONFIG, country_map, country_map_alt
from components.figures.map_labels import place_labels
from components.figures.map_view import WORLD, fit_view, latitude, project
from components.figures.palette import palette
from components.figures.shapes import load_shapes, point_shape

COUNTRIES = ["country", "name", "mentions", "sentences", "articles", "share", "words"]
ROLES = ["actor", "affected", "venue", "mentioned"]
CITIES = ["point", "place", "country", "name", "latitude", "longitude", "mentions", "sentences"]
BASE, NO_COUNTRY, OTHERS, SHADED, BUBBLES, DOTS, NAMES = range(7)


def countries(*rows: tuple[Any, ...]) -> pd.DataFrame:
    return pd.DataFrame(list(rows), columns=COUNTRIES)


def cities(*rows: tuple[Any, ...]) -> pd.DataFrame:
    return pd.DataFrame(list(rows), columns=CITIES)


NORWAY = ("NOR", "Norway", 7, 5, 2, 0.7, "Norway 4, Norwegian 2, Oslo 1")
MALTA = ("MLT", "Malta", 1, 1, 1, 0.1, "Malta 1")
OSLO = ("NOR/59.91/10.75", "Oslo", "NOR", "Norway", 59.91, 10.75, 2, 1)


def drawn(*rows: tuple[Any, ...], dots: tuple[tuple[Any, ...], ...] = (), dark: bool = False) -> dict[str, Any]:
    figure: dict[str, Any] = json.loads(country_map(countries(*rows), cities(*dots), dark=dark).to_json())
    return figure


@pytest.mark.parametrize("rows", [(), (NORWAY,), (NORWAY, MALTA)], ids=["none", "one", "two"])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_map_always_has_the_same_traces(rows: tuple[Any, ...], dark: bool) -> None:
    kinds = [trace["type"] for trace in drawn(*rows, dark=dark)["data"]]
    assert kinds == ["choropleth"] * 4 + ["scattergeo"] * 3


def test_map_gives_what_was_met_for_every_click() -> None:
    data = drawn(NORWAY, MALTA, dots=(OSLO,))["data"]
    assert {len(row) for row in data[BASE]["customdata"]} == {1}
    assert ["FRA"] in data[BASE]["customdata"]
    assert data[SHADED]["customdata"] == [["NOR"], ["MLT"]]
    assert data[BUBBLES]["customdata"] == [["MLT"]]
    assert data[DOTS]["customdata"] == [["NOR/59.91/10.75", "place:NOR/59.91/10.75"]]
    assert "customdata" not in data[NO_COUNTRY], "a click on no country's land chooses nothing"


def test_map_hover_names_unit_and_words() -> None:
    texts = drawn(NORWAY, MALTA, dots=(OSLO,))["data"]
    assert texts[SHADED]["text"][0] == (
        "<b>Norway</b> · 7 mentions in 5 sentences, 2 articles<br>Norway 4, Norwegian 2, Oslo 1"
    )
    assert texts[SHADED]["text"][1] == "<b>Malta</b> · 1 mention in 1 sentence<br>Malta 1"
    assert texts[DOTS]["text"] == ["<b>Oslo</b>, Norway · 2 mentions in 1 sentence"]


def test_map_escapes_text_of_articles() -> None:
    hostile = ("NOR", "<a href='x'>N</a>", 1, 1, 1, 1.0, "<b onclick=x>Norway</b> 1")
    place = ("p", "<img src=x>", "NOR", "<i>N</i>", 60.0, 10.0, 1, 1)
    figure = country_map(countries(hostile), cities(place), dark=False).to_json()
    assert "<a href" not in figure
    assert "<b onclick" not in figure
    assert "<img" not in figure
    assert "&lt;img src=x&gt;" in json.loads(figure)["data"][DOTS]["text"][0]


def with_roles(column: str) -> dict[str, Any]:
    """Norway with 7 mentions by role, Malta with one that only names it, an area without a shape that is acted on."""
    frame = pd.DataFrame(
        [(*NORWAY, 4, 2, 1, 0), (*MALTA, 0, 0, 0, 1), ("XCR", "Crimea", 2, 1, 1, 0.2, "Crimea 2", 0, 2, 0, 0)],
        columns=[*COUNTRIES, *ROLES],
    ).assign(latitude=[math.nan, math.nan, 45.3], longitude=[math.nan, math.nan, 34.4])
    figure: dict[str, Any] = json.loads(country_map(frame, cities(), dark=False, column=column).to_json())
    return figure


def test_map_shades_the_mentions_of_one_role_and_names_it_in_the_legend() -> None:
    figure = with_roles("actor")
    data, axis = figure["data"], figure["layout"]["coloraxis"]
    assert (data[SHADED]["customdata"], data[SHADED]["z"]) == ([["NOR"]], [4])
    assert data[OTHERS]["customdata"] == [["MLT"]], "named, but not acting: outlined, can be clicked"
    assert axis["colorbar"]["title"]["text"] == "mentions, acting"
    assert not figure["layout"].get("annotations")


def test_map_hover_counts_the_mentions_by_role_where_there_is_one() -> None:
    data = with_roles("mentions")["data"]
    assert "<br>acting 4 · acted on 2 · where it happens 1<br>" in data[SHADED]["text"][0].replace("\u00a0", " ")
    assert "only named" not in data[SHADED]["text"][1], "nothing is said of a country without a role"


def test_map_says_in_a_sentence_that_no_mention_has_the_role() -> None:
    layout = json.loads(country_map(countries(NORWAY), cities(), dark=False, column="actor").to_json())["layout"]
    assert [note["text"] for note in layout["annotations"]] == ["No country is acting in what is shown."]
    assert layout["coloraxis"]["showscale"] is False


@pytest.mark.parametrize("column", ROLES)
def test_map_keeps_its_view_whatever_the_shade_counts(column: str) -> None:
    one, other = with_roles("mentions")["layout"], with_roles(column)["layout"]
    assert (one["geo"], one["meta"]) == (other["geo"], other["meta"])


def test_map_draws_a_country_without_a_shape_as_a_bubble_at_its_point() -> None:
    data = with_roles("affected")["data"]
    assert data[SHADED]["customdata"] == [["NOR"]]
    bubbles = data[BUBBLES]
    assert (bubbles["customdata"], bubbles["lon"], bubbles["lat"]) == ([["MLT"], ["XCR"]], [14.43, 34.4], [35.89, 45.3])
    assert bubbles["marker"]["color"][0] == palette(False).land, "Malta is not acted on"
    assert bubbles["marker"]["color"][1] == palette(False).shade(2 / 4)


@pytest.mark.parametrize(("mentions", "ticks"), [(1, [0, 1, 2, 3, 4]), (7, [0, 2, 4, 7]), (14, [0, 5, 10, 14])])
def test_map_legend_counts_whole_mentions(mentions: int, ticks: list[int]) -> None:
    axis = drawn(("NOR", "Norway", mentions, 1, 1, 1.0, ""))["layout"]["coloraxis"]
    assert axis["colorbar"]["tickvals"] == ticks
    assert axis["colorbar"]["title"]["text"] == "mentions"
    assert axis["cmin"] == 0


def test_map_without_countries_is_the_world_without_legend() -> None:
    layout = drawn()["layout"]
    assert layout["coloraxis"]["showscale"] is False
    assert layout["geo"]["center"]["lon"] == WORLD.lon


@pytest.mark.parametrize(
    "row",
    [
        pytest.param(("QQQ", "Nowhere", 3, 1, 1, 1.0, ""), id="unknown code"),
        pytest.param(("", "", 3, 1, 1, 1.0, ""), id="no code"),
        pytest.param((None, None, 3, 1, 1, 1.0, None), id="missing code"),
        pytest.param(("_GOL", "Golan Heights", 3, 1, 1, 1.0, ""), id="no country's land"),
        pytest.param(("NOR", "Norway", 0, 0, 0, 0.0, ""), id="no mention"),
        pytest.param(("NOR", "Norway", math.nan, 0, 0, 0.0, ""), id="mentions unknown"),
    ],
)
def test_map_leaves_out_what_it_cannot_draw(row: tuple[Any, ...]) -> None:
    assert drawn(row)["data"][SHADED]["customdata"] == []


def test_map_shows_cities_from_near_or_where_they_are_asked_for() -> None:
    figure = drawn(NORWAY, dots=(OSLO,))
    assert figure["data"][DOTS]["meta"]["near"] > min(WORLD.fit(width, HEIGHT).pixels for width in (400, 700, 1200))
    assert {"width", "scale", "pixels"} <= set(figure["layout"]["meta"]["fits"][0])
    always = country_map(countries(NORWAY), cities(OSLO), dark=False, places=True)
    assert always.data[DOTS].meta is None


def test_map_leaves_out_cities_without_coordinates() -> None:
    dots = (
        ("a", "Atlantis", "", "", math.nan, math.nan, 1, 1),
        ("b", "Beyond", "", "", 91.0, 0.0, 1, 1),
        OSLO,
    )
    assert drawn(dots=dots)["data"][DOTS]["customdata"] == [["NOR/59.91/10.75", "place:NOR/59.91/10.75"]]


def test_map_gives_bubbles_to_small_countries_only() -> None:
    rows = (MALTA, NORWAY, ("VAT", "Vatican City", 1, 1, 1, 0.1, ""))
    assert drawn(*rows)["data"][BUBBLES]["customdata"] == [["MLT"], ["VAT"]]


def test_map_asks_nobody_for_anything() -> None:
    figure = country_map(countries(NORWAY, MALTA), cities(OSLO), dark=False).to_json()
    assert "http" not in figure
    assert "http" not in json.dumps(MAP_CONFIG)
    assert MAP_CONFIG["topojsonURL"].startswith("data:application/json,")
    assert MAP_CONFIG["topojsonURL"].endswith("#")
    assert {trace["geojson"] for trace in json.loads(figure)["data"][:4]} == {"app/static/countries.geojson"}


def test_map_is_the_same_twice() -> None:
    first, second = (country_map(countries(NORWAY), cities(OSLO), dark=True).to_json() for _ in range(2))
    assert first == second


def test_map_keeps_unchosen_land_at_full_strength() -> None:
    assert drawn(NORWAY)["data"][BASE]["unselected"]["marker"]["opacity"] == 1


def test_map_names_its_boundaries_and_disclaims() -> None:
    assert "Natural Earth" in BOUNDARY_NOTE
    assert "endorse" in BOUNDARY_NOTE


def test_map_alt_says_what_is_shaded() -> None:
    text = country_map_alt(countries(NORWAY, MALTA), 2)
    assert text == "World map. 2 countries named in 2 articles: Norway with 7 mentions and Malta with 1 mention."
    assert country_map_alt(countries(), 1) == "World map. No country is named in 1 article."


def test_map_alt_says_what_the_shade_counts() -> None:
    acting = pd.DataFrame([(*NORWAY, 4, 2, 1, 0), (*MALTA, 0, 0, 0, 1)], columns=[*COUNTRIES, *ROLES])
    begin = "World map. 2 countries named in 1 article"
    assert country_map_alt(acting, 1, "actor") == f"{begin}; shaded: mentions, acting: Norway with 4 mentions."
    assert country_map_alt(countries(NORWAY, MALTA), 1, "actor") == f"{begin}. No country is acting in what is shown."


def test_map_alt_counts_the_rest() -> None:
    codes = ("NOR", "SWE", "FIN", "DNK", "ISL", "EST", "LVA")
    text = country_map_alt(countries(*[(code, code, 1, 1, 1, 0.1, "") for code in codes]), 1)
    assert text.endswith("ISL with 1 mention, and 2 others.")


def view_of(*codes: str) -> Any:
    return fit_view([load_shapes()[code] for code in codes])


@pytest.mark.parametrize("codes", [("NOR",), ("MLT",), ("RUS", "UKR", "BLR"), ("FJI", "TON"), ("ISR", "PSE", "LBN")])
@pytest.mark.parametrize("width", [360, 700, 1100])
def test_view_shows_every_label_point(codes: tuple[str, ...], width: int) -> None:
    view = view_of(*codes)
    fit = view.fit(width, HEIGHT)
    middle = project(0, view.lat)[1]
    for code in codes:
        shape = load_shapes()[code]
        x, y = project((shape.lon - view.lon + 180) % 360 - 180, shape.lat)
        assert abs(x) * fit.pixels < width / 2
        assert abs(y - middle) * fit.pixels < HEIGHT / 2


def test_view_is_closer_for_neighbours_than_for_the_world() -> None:
    assert view_of("BEL", "NLD").width < WORLD.width / 3
    assert view_of("USA", "CHN", "BRA", "AUS") == WORLD
    assert view_of() == WORLD


def test_view_keeps_context_around_the_smallest() -> None:
    assert view_of("LUX").width > WORLD.width / 8


def test_view_turns_the_globe_for_neighbours_across_the_date_line() -> None:
    assert abs(view_of("FJI", "WSM").lon) > 170


def test_latitude_undoes_the_projection() -> None:
    assert latitude(project(0, 47.5)[1]) == pytest.approx(47.5, abs=0.01)


@pytest.mark.parametrize("width", [320, 640, 1200])
def test_labels_do_not_touch(width: int) -> None:
    shapes = [shape for shape in load_shapes().values() if shape.is_country][:80]
    view = fit_view(shapes)
    labels = place_labels([(shape.name, shape) for shape in shapes], view, view.fit(width, HEIGHT))
    assert 1 <= len(labels) <= 12
    assert len({label.id for label in labels}) == len(labels)


@pytest.mark.parametrize(("width", "side"), [(400, None), (700, "middle left")])
def test_a_small_country_is_named_over_the_sea_or_not_at_all(width: int, side: str | None) -> None:
    shapes = load_shapes()
    order = ["USA", "CAN", "GBR", "RUS", "DEU", "KAZ"]
    labels = place_labels([(shapes[code].name, shapes[code]) for code in order], WORLD, WORLD.fit(width, HEIGHT))
    assert {label.id: label.position for label in labels}.get("GBR") == side


def test_a_small_country_that_all_is_about_is_named_wherever_there_is_room() -> None:
    shapes = load_shapes()
    order = ["ISR", "PSE", "IRN", "USA"]
    for width in (400, 640, 900):
        labels = place_labels([(shapes[code].name, shapes[code]) for code in order], WORLD, WORLD.fit(width, HEIGHT))
        assert {label.id for label in labels} == set(order)


def test_a_mark_without_a_name_is_not_labelled() -> None:
    nameless = point_shape("a point", 0, 0)
    assert place_labels([("", nameless)], WORLD, WORLD.fit(700, HEIGHT)) == []


def test_names_are_drawn_for_what_is_named() -> None:
    texts = [text.strip("\u00a0") for text in drawn(NORWAY, MALTA)["data"][NAMES]["text"]]
    assert texts == ["Norway", "Malta"]


def test_names_of_cities_are_drawn_where_the_map_opens_from_near() -> None:
    def texts(*rows: tuple[Any, ...]) -> list[str]:
        return [text.strip("\u00a0") for text in drawn(*rows, dots=(OSLO,))["data"][NAMES]["text"]]

    assert texts(NORWAY) == ["Norway", "Oslo"]
    assert texts(NORWAY, ("BRA", "Brazil", 1, 1, 1, 0.1, "")) == ["Norway", "Brazil"]


def test_fits_for_the_browser_run_from_narrow_to_wide() -> None:
    fits = drawn(NORWAY)["layout"]["meta"]["fits"]
    widths = [fit["width"] for fit in fits]
    assert widths == sorted(widths)
    assert all(fit["scale"] > 0 and fit["lat"][0] == -fit["lat"][1] for fit in fits)


@pytest.mark.parametrize("dark", [False, True])
def test_shade_is_the_scale_at_its_ends(dark: bool) -> None:
    colours = palette(dark)
    assert (colours.shade(0), colours.shade(1)) == (colours.scale[0], colours.scale[-1])
    assert colours.shade(7) == colours.scale[-1]
