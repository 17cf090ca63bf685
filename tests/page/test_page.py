"""The page without a browser: what each session shows for what it holds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from components.state import Held, Page
from nlp.model import Analysis
from tests.builders import analysis

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
    assert "2 dates could not be placed: the article has no publication date to count from." in written(app)
    assert "no publication date" in written(opened(analysis("a1", published=None)))


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


def test_period_starts_anew_when_other_articles_bring_other_days() -> None:
    app = opened(analysis("a1"))
    assert [d.value for d in app.date_input if d.label == "Between"] == [(date(2025, 7, 4), date(2025, 7, 9))]
    earlier = replace(analysis("a2").events[0], first_day=date(2024, 1, 1), last_day=date(2024, 1, 1))
    page = app.session_state["page"]
    app.session_state["page"] = replace(page, held=(*page.held, Held(replace(analysis("a2"), events=(earlier,)))))
    app.run()
    assert [d.value for d in app.date_input if d.label == "Between"] == [(date(2024, 1, 1), date(2025, 7, 9))]
    assert "3 dated events" in written(app)
