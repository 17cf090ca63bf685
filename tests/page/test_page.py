"""The page without a browser: what each session shows for what it holds."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from components.state import Focus, Held, Page
from nlp.model import Analysis
from tests.builders import analysis, clash, speech, told_twice

DASHBOARD = str(Path(__file__).parents[2] / "dashboard.py")


@pytest.fixture(autouse=True)
def _no_warm_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("components.runtime.warm_up", lambda: None)


def opened(*analyses: Analysis) -> AppTest:
    """The page with these analyses on it."""
    app = AppTest.from_file(DASHBOARD, default_timeout=60)
    if analyses:
        app.session_state["page"] = Page(held=tuple(Held(a) for a in analyses), reading=analyses[0].article.id)
    app.run()
    assert not app.exception
    return app


def written(app: AppTest) -> str:
    """Everything in words on the page."""
    return "\n".join(str(m.value).replace("\\", "") for m in [*app.markdown, *app.caption])


def test_first_visit_is_one_paste_box_and_a_promise() -> None:
    app = opened()
    assert [t.label for t in app.text_area] == ["Article"]
    assert "Nothing you paste leaves this computer." in written(app)
    assert {b.label for b in app.button} >= {"Analyse", "Try a sample"}


def test_empty_paste_is_one_sentence_and_no_article() -> None:
    app = opened()
    app.button[0].click().run()
    assert len(app.error) == 1
    assert "nothing to read" in app.error[0].value
    assert not app.exception


def test_page_says_of_how_many_articles_it_speaks() -> None:
    app = opened(analysis("a1"), analysis("a2"))
    assert "2 articles, 7 July 2025 · 4 sentences · 2 countries · 4 dated events" in written(app)
    app.checkbox(key="tick_a2").uncheck().run()
    assert "1 of 2 articles, 7 July 2025 · 2 sentences · 2 countries · 2 dated events" in written(app)


def test_removed_article_can_be_brought_back() -> None:
    app = opened(analysis("a1"), analysis("a2"))
    app.button(key="remove_a1").click().run()
    assert "1 article," in written(app)
    app.button(key="undo_remove").click().run()
    assert "2 articles," in written(app)
    assert [h.analysis.article.id for h in app.session_state["page"].held] == ["a1", "a2"]


def test_last_article_removed_leaves_the_paste_box_and_an_undo() -> None:
    app = opened(analysis("a1"))
    app.button(key="remove_a1").click().run()
    assert [t.label for t in app.text_area] == ["Article"]
    app.button(key="undo_remove").click().run()
    assert "1 article," in written(app)


def test_search_narrows_everything_and_can_be_cleared() -> None:
    app = opened(analysis("a1"))
    app.text_input(key="search").input("will travel").run()
    assert "1 sentence · 1 country · 1 dated event" in written(app)
    assert "Only sentences with “will travel”" in written(app)
    app.button(key="clear_filter").click().run()
    assert "2 sentences · 2 countries · 2 dated events" in written(app)


def test_page_asks_for_the_publication_date_that_dates_wait_for() -> None:
    app = opened(analysis("a1", published=None))
    assert "2 dates could not be placed: no year in the text. Set the publication date." in written(app)
    assert [d.label for d in app.date_input if d.key == "undated_a1"] == ["Publication date"]
    assert "no publication date" in written(opened(analysis("a1", published=None)))


def test_page_says_what_dates_lack_in_several_articles() -> None:
    weekday = replace(analysis("a2", published=None).times[0], value="XXXX-WXX-5", rule="weekday: no anchor")
    app = opened(analysis("a1", published=None), replace(analysis("a2", published=None), times=(weekday,)))
    lacking = "3 dates could not be placed: no year in the text or no day to count from."
    assert f"{lacking} Set the publication date of 2 articles." in written(app)


def test_dated_article_is_not_asked_for_a_date() -> None:
    assert "could not be placed" not in written(opened(analysis("a1")))


def test_hostile_title_is_escaped_wherever_it_is_shown() -> None:
    app = opened(analysis("a1", title="![x](https://leak.example/a.png) <b>bold</b>"))
    shown = [str(x.value) for x in [*app.markdown, *app.caption]] + [c.label for c in app.checkbox]
    assert any("leak" in text for text in shown)
    for text in shown:
        assert "![x]" not in text
        assert "<b>" not in text


def test_status_and_period_narrow_the_events_and_say_so() -> None:
    app = opened(analysis("a1"))
    app.button_group(key="statuses_occurred_planned").set_value(["planned"]).run()
    assert "Only events: planned" in written(app)
    assert "2 sentences · 2 countries · 1 dated event" in written(app)
    app.button(key="clear_filter").click().run()
    assert "2 dated events" in written(app)
    assert "Only" not in written(app)


def labels_of(app: AppTest, key: str) -> list[str]:
    return [option.content for option in app.button_group(key=key).proto.options]


def test_statuses_carry_the_events_that_the_other_filters_leave() -> None:
    app = opened(analysis("a1"), analysis("a2"))
    key = "statuses_occurred_planned"
    assert labels_of(app, key) == ["occurred · 2", "planned · 2"]
    app.button_group(key=key).set_value(["planned"]).run()
    assert labels_of(app, key) == ["occurred · 2", "planned · 2"], "its own choice does not change what there is"
    app.text_input(key="search").input("will travel").run()
    assert labels_of(app, key) == ["occurred · 0", "planned · 2"]
    assert app.button_group(key=key).value == ["planned"]
    assert "Only sentences with “will travel”; events: planned" in written(app)
    app.checkbox(key="tick_a2").uncheck().run()
    assert labels_of(app, key) == ["occurred · 0", "planned · 1"]
    app.button(key="clear_filter").click().run()
    assert labels_of(app, key) == ["occurred · 1", "planned · 1"]
    assert app.button_group(key=key).value == ["occurred", "planned"]


def data_of(app: AppTest, key: str) -> dict[str, Any]:
    """What a component on the page was given."""
    (proto,) = (c.proto for c in app.get("bidi_component") if key in c.proto.id)
    return dict(json.loads(proto.mixed.json if proto.HasField("mixed") else proto.json))


def test_chronology_says_how_many_sentences_tell_an_event_and_what_is_estimated_or_assumed() -> None:
    app = opened(told_twice("a1"), analysis("a2"))
    app.session_state["tabs"] = "Chronology"
    app.run()
    twice, once, _ = (row["cells"] for row in data_of(app, "chronology_table")["rows"])
    assert (twice[0]["text"], twice[3]["sub"]) == ("about 4 July 2025*", "told in 2 sentences")
    assert (once[0]["text"], "sub" in once[3]) == ("4 July 2025*", False)


def test_drawer_shows_every_sentence_that_tells_the_event_each_with_its_date_and_trigger() -> None:
    app = opened(told_twice("a1"))
    app.session_state["page"] = replace(app.session_state["page"], focus=Focus("event", "a1#0", "Ana Silva met envoys"))
    app.run()
    assert "2 sentences in 1 article · about 4 July 2025* · occurred" in written(app)
    rows = data_of(app, "evidence")["rows"]
    marked = [[row["text"][span["start"] : span["end"]] for span in row["spans"]] for row in rows]
    assert marked == [["met", "4 July"], ["travel", "9 July"]]


def test_event_stands_out_where_any_of_its_sentences_names_the_chosen_country() -> None:
    app = opened(told_twice("a1"))
    app.session_state["page"] = replace(app.session_state["page"], focus=Focus("country", "CHL", "Chile"))
    app.run()
    assert data_of(app, "timeline")["lit"] == ["a1#0"]


def test_period_starts_anew_when_other_articles_bring_other_days() -> None:
    app = opened(analysis("a1"))
    assert [d.value for d in app.date_input if d.label == "Between"] == [(date(2025, 7, 4), date(2025, 7, 9))]
    earlier = replace(analysis("a2").events[0], first_day=date(2024, 1, 1), last_day=date(2024, 1, 1))
    page = app.session_state["page"]
    app.session_state["page"] = replace(page, held=(*page.held, Held(replace(analysis("a2"), events=(earlier,)))))
    app.run()
    assert [d.value for d in app.date_input if d.label == "Between"] == [(date(2024, 1, 1), date(2025, 7, 9))]
    assert "3 dated events" in written(app)


def traces_of(app: AppTest) -> dict[str, Any]:
    """The map's traces by their names."""
    return {trace["name"]: trace for trace in json.loads(data_of(app, "map")["figure"])["data"]}


def test_map_can_be_shaded_by_role_and_nothing_else_changes() -> None:
    app = opened(clash())
    before = written(app)
    assert dict(zip(*[traces_of(app)["named"][key] for key in ("locations", "z")], strict=True)) == {"RUS": 5, "UKR": 6}
    app.button_group(key="map_shade").set_value("venue").run()
    named = traces_of(app)["named"]
    assert (named["locations"], named["z"]) == (["UKR"], [1])
    assert traces_of(app)["named otherwise"]["locations"] == ["RUS"]
    assert written(app) == before


def focused(app: AppTest, focus: Focus) -> AppTest:
    app.session_state["page"] = replace(app.session_state["page"], focus=focus)
    return app.run()


def test_lines_are_off_until_asked_for() -> None:
    app = opened(clash())
    assert "who acts on whom" not in traces_of(app)
    app.toggle(key="map_lines").set_value(True).run()
    assert len([key for key, _ in traces_of(app)["who acts on whom"]["customdata"]]) == 2 * 33
    assert "2 lines from who acts to whom" in data_of(app, "map")["alt"]


def test_chosen_line_shows_its_sentences_and_can_narrow_the_page_to_them() -> None:
    app = focused(opened(clash()), Focus("pair", "RUS>UKR", "Russia → Ukraine"))
    rows = data_of(app, "evidence")["rows"]
    assert [row["text"][span["start"] : span["end"]] for row in rows for span in row["spans"]] == [
        "Russia", "attacked", "Ukraine", "Russia", "shelled", "Ukraine",
    ]  # fmt: skip
    assert data_of(app, "map")["lit"] == ["RUS", "UKR", "UKR/49.99/36.23", "RUS>UKR"]
    app.button(key="narrow").click().run()
    assert "Only sentences with Russia → Ukraine" in written(app)
    assert "2 sentences ·" in written(app)


@pytest.mark.parametrize(
    "focus", [Focus("place", "UKR/49.99/36.23", "Kharkiv"), Focus("name", "springfield", "Springfield")], ids=str
)
def test_chosen_place_or_name_shows_its_sentence_and_can_narrow_the_page_to_it(focus: Focus) -> None:
    app = focused(opened(clash()), focus)
    (row,) = data_of(app, "evidence")["rows"]
    assert focus.name in row["text"]
    app.button(key="narrow").click().run()
    assert f"Only sentences that name {focus.name}" in written(app)


def test_totals_under_the_map_add_up_and_every_name_that_it_does_not_show_is_listed() -> None:
    app = opened(clash())
    assert "13 mentions: 11 on the map, 2 named but not on the map." in written(app)
    assert [e.label for e in app.expander] == ["2 names not on the map"]
    rows = {row["key"]: [cell["text"] for cell in row["cells"]] for row in data_of(app, "elsewhere")["rows"]}
    assert rows["name:springfield"] == ["Springfield", "town", "1", "no country found"]
    assert "3 mentions, all on the map." in written(opened(analysis()))


def test_disputed_areas_count_as_the_setting_says_and_the_line_of_filters_tells_and_undoes_it() -> None:
    app = focused(opened(clash()), Focus("place", "UKR/45.3/34.4", "Crimea"))
    assert "6 sentences · 2 countries" in written(app)
    app.radio(key="disputes").set_value("separate").run()
    assert not app.exception
    assert "6 sentences · 3 countries" in written(app)
    assert "Disputed areas count separately" in written(app)
    assert app.session_state["page"].focus is None, "what was chosen is counted elsewhere now"
    assert ["XCR"] in traces_of(app)["small countries"]["customdata"]
    assert "13 mentions: 11 on the map" in written(app)
    app.button(key="clear_disputes").click().run()
    assert "6 sentences · 2 countries" in written(app)
    assert app.radio(key="disputes").value == "recognised"
    assert "Disputed areas count separately" not in written(app)


def test_setting_for_disputed_areas_is_offered_only_where_one_is_named() -> None:
    assert not opened(analysis()).radio


def test_a_filter_by_an_area_is_given_up_where_it_no_longer_counts() -> None:
    app = opened(clash())
    app.radio(key="disputes").set_value("separate").run()
    app = focused(app, Focus("country", "XCR", "Crimea"))
    app.button(key="narrow").click().run()
    assert "Only sentences that name Crimea" in written(app)
    app.button(key="clear_disputes").click().run()
    assert "Only sentences" not in written(app)
    assert "6 sentences" in written(app)


def test_what_counts_by_convention_is_said_on_the_map_and_in_the_drawer() -> None:
    app = focused(opened(clash()), Focus("country", "UKR", "Ukraine"))
    said = "“Crimea” (disputed): annexed by Russia in 2014; counts for Ukraine"
    assert any(said in " ".join(text.split("<br>")) for text in traces_of(app)["named"]["text"])
    assert said in written(app)
    spans = [span for row in data_of(app, "evidence")["rows"] for span in row["spans"]]
    assert any("counts for Ukraine" in span["why"] for span in spans)


def test_table_of_countries_says_what_each_does_and_what_counts_by_convention() -> None:
    app = opened(clash())
    app.session_state["tabs"] = "Countries"
    app.run()
    rows = {row["key"]: row["cells"] for row in data_of(app, "countries_table")["rows"]}
    assert (rows["UKR"][0]["sub"], rows["RUS"][0]["sub"]) == ("with a disputed area", "with a name of the past")
    assert rows["UKR"][0]["hint"].startswith("“Crimea” (disputed): annexed by Russia in 2014")
    assert rows["UKR"][1]["text"] == "acted on"
    by_role = rows["UKR"][1]["sub"].replace("\u00a0", " ")
    assert by_role == "acting 2 · acted on 2 · where it happens 1 · only named 1"
    assert rows["RUS"][1]["text"] == "acting"


def said_rows(app: AppTest) -> list[list[str]]:
    return [[cell.get("text", "") for cell in row["cells"]] for row in data_of(app, "said_table")["rows"]]


def test_list_of_statements_says_who_said_what_and_can_be_kept_to_one_speaker() -> None:
    app = opened(speech("s1"))
    app.session_state["tabs"] = "Said"
    app.run()
    assert "4 statements" in written(app)
    assert said_rows(app) == [
        ["Ana Silva", "“We will stay,” … “The border is closed.”", "said"],
        ["Ana Silva", "taking bribes", "denied"],
        ["Officials", "it was late", "said"],
        ["not attributed", "“Nobody will ever know.”", ""],
    ]
    assert data_of(app, "said_table")["rows"][1]["cells"][0]["sub"] == "minister · “She”"
    assert app.selectbox(key="said_speaker").options == [
        "Everybody", "Ana Silva · 2", "Officials · 1", "not attributed · 1",
    ]  # fmt: skip
    app.selectbox(key="said_speaker").set_value("Officials").run()
    assert "1 statement" in written(app)
    assert [row[0] for row in said_rows(app)] == ["Officials"]


def test_list_of_statements_names_the_article_where_there_are_several() -> None:
    app = opened(speech("s1"), analysis("a1"))
    app.session_state["tabs"] = "Said"
    app.run()
    assert {row[3] for row in said_rows(app)} == {"A speech"}


def test_chosen_statement_shows_its_sentences_and_can_narrow_the_page_to_them() -> None:
    app = focused(opened(speech("s1")), Focus("quote", "s1#0", "Ana Silva · said"))
    assert "2 sentences in 1 article · minister" in written(app)
    rows = data_of(app, "evidence")["rows"]
    assert [[row["text"][span["start"] : span["end"]] for span in row["spans"]] for row in rows] == [
        ["“We will stay,”", "Ana Silva", "said"], ["“The border is closed.”"],
    ]  # fmt: skip
    app.button(key="narrow").click().run()
    assert "Only sentences of the statement Ana Silva · said" in written(app)
    assert "2 sentences ·" in written(app)
