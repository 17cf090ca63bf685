"""The dialogs of correction: what they ask, what they say that they change, and what the page shows afterwards."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from components.state import Focus, Held, Page
from nlp.corrections import EventDecision, NameDecision, PlaceDecision, Reach, StatementDecision
from nlp.model import Analysis
from nlp.selection import Selection
from tests.builders import analysis, clash, speech
from tests.nlp.corrections.told import told
from tests.page.test_page import DASHBOARD, data_of, focused, opened, written

SILVA = Focus("entity", "People:ana silva", "Ana Silva")
ANNAN = told("[Kofi Annan|p1] met [Ana Annan|p2]. [Annan|p1] left [Geneva|g1].", g1="CHE")


@pytest.fixture(autouse=True)
def _no_warm_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("components.runtime.warm_up", lambda: None)


def _ask() -> None:
    """One dialog alone: in a test every press draws the whole page anew, which would close it."""
    from components import state
    from components.evidence_view import CORRECT

    focus = state.page().focus
    if focus is not None and not state.page().corrections:
        CORRECT[focus.kind](focus)


def correcting(analysis: Analysis, focus: Focus, **page: Any) -> AppTest:
    """The dialog on what is chosen."""
    app = AppTest.from_function(_ask)
    app.session_state["page"] = Page(held=(Held(analysis),), reading=analysis.article.id, focus=focus, **page)
    app.run()
    assert not app.exception
    return app


def done(app: AppTest) -> AppTest:
    """Press Correct; gives the page with what was decided."""
    app.button(key="correct").click().run()
    assert not app.exception
    whole = AppTest.from_file(DASHBOARD, default_timeout=60)
    whole.session_state["page"] = app.session_state["page"]
    whole.run()
    assert not whole.exception
    return whole


def page_of(app: AppTest) -> Page:
    page: Page = app.session_state["page"]
    return page


def captions(app: AppTest) -> str:
    return "\n".join(str(caption.value).replace("\\", "") for caption in app.caption)


def column(app: AppTest, table: str, number: int = 0) -> list[str]:
    rows: list[dict[str, Any]] = data_of(app, table)["rows"]
    return [row["cells"][number]["text"] for row in rows]


def test_nothing_is_asked_before_the_reader_says_what_is_wrong() -> None:
    app = correcting(analysis(), SILVA)
    assert "Ana Silva**, a person, 2 mentions in 1 article" in written(app)
    assert not [b for b in app.button if b.key == "correct"]


def test_another_name_is_shown_everywhere_and_can_be_undone() -> None:
    app = correcting(analysis(), SILVA)
    app.radio(key="wrong People:ana silva").set_value("called").run()
    assert app.button(key="correct").disabled, "nothing is changed yet"
    app.text_input(key="name Ana Silva People:ana silva").set_value(" Ana  da Silva ").run()
    assert "2 mentions in 1 article: “Ana Silva” is Ana da Silva, a person." in captions(app)
    app = done(app)
    page = page_of(app)
    assert page.corrections == (NameDecision(Reach.ENTRIES, ("Ana Silva",), ("People",), "Ana da Silva", "PERSON"),)
    assert page.focus is not None
    assert page.focus.name == "Ana da Silva"
    assert column(app, "who") == ["Ana da Silva"]
    assert "corrected by hand" in captions(app)
    app.button(key="undo_0").click().run()
    assert column(app, "who") == ["Ana Silva"]
    assert app.session_state["page"].corrections == ()
    assert app.session_state["page"].focus is None


def test_two_entries_become_one_under_the_name_that_the_reader_chooses() -> None:
    app = correcting(ANNAN, Focus("entity", "People:ana annan", "Ana Annan"))
    app.radio(key="wrong People:ana annan").set_value("same").run()
    app.selectbox(key="other People:ana annan").set_value("People:kofi annan").run()
    app = done(app)
    page = page_of(app)
    assert column(app, "who") == ["Kofi Annan"]
    assert data_of(app, "who")["rows"][0]["cells"][1]["text"] == "3 mentions"
    page = page_of(app)
    (decision,) = page.corrections
    assert isinstance(decision, NameDecision)
    assert decision.names == ("Ana Annan", "Kofi Annan")


def test_a_part_of_an_entry_becomes_one_of_its_own() -> None:
    app = correcting(ANNAN, Focus("entity", "People:kofi annan", "Kofi Annan"))
    app.radio(key="wrong People:kofi annan").set_value("part").run()
    app.button_group(key="forms People:kofi annan").set_value(["Annan"]).run()
    app.selectbox(key="target People:kofi annan").set_value("").run()
    app.text_input(key="name Annan People:kofi annan").set_value("Nane Annan").run()
    assert "1 mention in 1 article: “Annan” is a different Nane Annan, a person." in captions(app)
    app = done(app)
    assert sorted(column(app, "who")) == ["Ana Annan", "Kofi Annan", "Nane Annan"]


def test_what_is_no_name_leaves_the_page_and_its_choice() -> None:
    app = correcting(analysis(), SILVA)
    app.radio(key="wrong People:ana silva").set_value("none").run()
    app = done(app)
    page = page_of(app)
    assert page.focus is None
    assert "1 article, 7 July 2025 · 2 sentences" in written(app)
    assert "Ana Silva" not in str(data_of(app, "who")["rows"])


def test_filter_by_an_entry_follows_it() -> None:
    app = correcting(analysis(), SILVA, selection=Selection(entity="People:ana silva"))
    app.radio(key="wrong People:ana silva").set_value("called").run()
    app.text_input(key="name Ana Silva People:ana silva").set_value("A. Silva").run()
    app = done(app)
    assert page_of(app).selection.entity == "People:a. silva"
    assert "Only sentences that mention A. Silva" in written(app)


def test_word_counts_for_another_country_on_the_map() -> None:
    app = correcting(clash(), Focus("country", "UKR", "Ukraine"))
    app.button_group(key="words country UKR").set_value(["Kharkiv"]).run()
    app.selectbox(key="country country UKR").set_value("RUS").run()
    assert "1 mention in 1 article: “Kharkiv” counts for: Russia." in captions(app)
    app = done(app)
    page = page_of(app)
    assert page.corrections == (PlaceDecision(("Kharkiv",), "RUS"),)
    assert page.focus is not None
    assert page.focus.key == "RUS"
    assert "Kharkiv 1" in captions(app)


def test_point_that_is_no_place_leaves_the_map() -> None:
    app = correcting(clash(), Focus("place", "UKR/49.99/36.23", "Kharkiv"))
    app.selectbox(key="country place UKR/49.99/36.23").set_value("no place").run()
    app = done(app)
    page = page_of(app)
    assert page.corrections == (PlaceDecision(("Kharkiv",), place=False),)
    assert page.focus is None
    assert "12 mentions" in captions(app), "of 13"


def test_event_gets_other_words_and_days() -> None:
    app = correcting(analysis(), Focus("event", "a1#0", "Ana Silva met envoys"))
    assert app.button(key="correct").disabled
    app.text_input(key="event label a1#0").set_value("talks in Lima").run()
    app.date_input(key="first a1#0").set_value(date(2025, 7, 12)).run()
    assert "The last day lies before the first one." in captions(app)
    assert app.button(key="correct").disabled
    app.date_input(key="last a1#0").set_value(date(2025, 7, 12)).run()
    app = done(app)
    page = page_of(app)
    assert [type(d) for d in page.corrections] == [EventDecision]
    assert page.focus is not None
    assert (page.focus.key, page.focus.name) == ("a1#1", "talks in Lima")
    assert "12 July 2025 · occurred · corrected by hand" in captions(app)


def test_event_that_is_none_is_gone() -> None:
    app = correcting(analysis(), Focus("event", "a1#0", "Ana Silva met envoys"))
    app.toggle(key="no event a1#0").set_value(True).run()
    assert "“Ana Silva met envoys” is no event in “A visit”" in captions(app)
    app = done(app)
    page = page_of(app)
    assert page.focus is None
    assert "1 dated event" in written(app)


def test_statement_gets_another_speaker() -> None:
    app = correcting(speech(), Focus("quote", "s1#3", "not attributed"))
    app.selectbox(key="speaker s1#3").set_value("e1").run()
    app = done(app)
    page = page_of(app)
    (decision,) = page.corrections
    assert isinstance(decision, StatementDecision)
    assert (decision.speaker, decision.words) == ("Ana Silva", "“Nobody will ever know.”")
    assert page.focus is not None
    assert page.focus.name == "Ana Silva"
    assert "said by Ana Silva: “Nobody will ever know.” in “A speech”" in written(app)


def test_drawer_offers_to_correct_what_is_read_from_words_and_not_what_follows_from_it() -> None:
    keys = [button.key for button in focused(opened(clash()), Focus("country", "UKR", "Ukraine")).button]
    assert "correct_focus" in keys
    keys = [button.key for button in focused(opened(clash()), Focus("pair", "RUS>UKR", "Russia → Ukraine")).button]
    assert "correct_focus" not in keys


def test_hostile_names_are_escaped() -> None:
    app = correcting(analysis(), SILVA)
    app.radio(key="wrong People:ana silva").set_value("called").run()
    app.text_input(key="name Ana Silva People:ana silva").set_value("*x* [a](http://b.example) <b>").run()
    app = done(app)
    shown = [str(m.value) for m in app.markdown if "example" in str(m.value)]
    assert shown
    assert all("\\[a\\]" in words and "\\*x" in words for words in shown)
