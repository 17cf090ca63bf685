"""The dialogs of correction: what they ask, what they say that they change, and what the page shows afterwards."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from components.state import Focus, Held, Page
from nlp.corrections import EventDecision, NameDecision, PlaceDecision, Reach, StatementDecision
from nlp.counting import counted_analyses
from nlp.disputes import DisputePolicy
from nlp.model import Analysis, EventStatus, Span
from nlp.selection import Selection
from tests.builders import analysis, clash, span_of, speech
from tests.nlp.corrections.told import told
from tests.page.test_page import DASHBOARD, data_of, focused, opened, written

SILVA = Focus("entity", "People:ana silva", "Ana Silva")
FIRST = "Ana Silva met Peru's envoys in Lima on 4 July."
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
        CORRECT[focus.kind](focus, "x")


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


def counted_of(app: AppTest) -> tuple[Analysis, ...]:
    page = page_of(app)
    return counted_analyses(page.analyses, page.corrections, page.disputes)


def captions(app: AppTest) -> str:
    return "\n".join(str(caption.value).replace("\\", "") for caption in app.caption)


def column(app: AppTest, table: str, number: int = 0) -> list[str]:
    rows: list[dict[str, Any]] = data_of(app, table)["rows"]
    return [row["cells"][number]["text"] for row in rows]


def test_nothing_is_asked_before_the_reader_says_what_is_wrong() -> None:
    app = correcting(analysis(), SILVA)
    assert "Ana Silva**, a person (Brazil), 2 mentions in 1 article" in written(app)
    assert not [b for b in app.button if b.key == "correct"]


def test_another_name_is_shown_everywhere_and_can_be_undone() -> None:
    app = correcting(analysis(), SILVA)
    app.radio(key="wrong x").set_value("called").run()
    app.button(key="correct").click().run()
    assert "This changes nothing." in captions(app)
    app.text_input(key="name x").set_value(" Ana  da Silva ").run()
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
    assert page_of(app).focus == replace(SILVA, moment=1), "the choice follows the name"


def test_two_entries_become_one_under_the_name_that_the_reader_chooses() -> None:
    app = correcting(ANNAN, Focus("entity", "People:ana annan", "Ana Annan"))
    app.radio(key="wrong x").set_value("same").run()
    app.selectbox(key="other x").set_value("People:kofi annan").run()
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
    app.radio(key="wrong x").set_value("part").run()
    app.button_group(key="forms x").set_value(["Annan"]).run()
    app.selectbox(key="target x").set_value("").run()
    app.text_input(key="name x").set_value("Nane Annan").run()
    assert "1 mention in 1 article: “Annan” stands apart as Nane Annan, a person." in captions(app)
    app = done(app)
    assert sorted(column(app, "who")) == ["Ana Annan", "Kofi Annan", "Nane Annan"]


def test_what_is_no_name_leaves_the_page_and_its_choice() -> None:
    app = correcting(analysis(), SILVA)
    app.radio(key="wrong x").set_value("none").run()
    app = done(app)
    page = page_of(app)
    assert page.focus is None
    assert "1 article, 7 July 2025 · 2 sentences" in written(app)
    assert "Ana Silva" not in str(data_of(app, "who")["rows"])


def test_filter_by_an_entry_follows_it() -> None:
    app = correcting(analysis(), SILVA, selection=Selection(entity="People:ana silva"))
    app.radio(key="wrong x").set_value("called").run()
    app.text_input(key="name x").set_value("A. Silva").run()
    app = done(app)
    assert page_of(app).selection.entity == "People:a. silva"
    assert "Only sentences that mention A. Silva" in written(app)


def test_word_counts_for_another_country_on_the_map() -> None:
    app = correcting(clash(), Focus("country", "UKR", "Ukraine"))
    app.button_group(key="words x").set_value(["Kharkiv"]).run()
    app.selectbox(key="country x").set_value("RUS").run()
    assert "1 mention in 1 article: “Kharkiv” counts for: Russia." in captions(app)
    app = done(app)
    page = page_of(app)
    assert page.corrections == (PlaceDecision(("Kharkiv",), "RUS", instead_of="UKR"),)
    assert page.focus is not None
    assert page.focus.key == "RUS"
    assert "Kharkiv 1" in captions(app)


def test_point_that_is_no_place_leaves_the_map() -> None:
    app = correcting(clash(), Focus("place", "UKR/49.99/36.23", "Kharkiv"))
    app.selectbox(key="country x").set_value("no place").run()
    app = done(app)
    page = page_of(app)
    assert page.corrections == (PlaceDecision(("Kharkiv",), place=False, instead_of="UKR"),)
    assert page.focus is None
    assert "12 mentions" in captions(app), "of 13"


def test_event_gets_other_words_and_days() -> None:
    app = correcting(analysis(), Focus("event", "a1#0", "Ana Silva met envoys"))
    app.button(key="correct").click().run()
    assert "This changes nothing." in captions(app)
    app.text_input(key="event label x").set_value("talks in Lima").run()
    app.date_input(key="last x").set_value(date(2025, 7, 1)).run()
    app.button(key="correct").click().run()
    assert "The last day lies before the first one." in captions(app)
    app.date_input(key="first x").set_value(date(2025, 7, 12)).run()
    app.date_input(key="last x").set_value(None).run()
    app = done(app)
    page = page_of(app)
    assert page.corrections == (
        EventDecision(
            "a1", *(Span(*span_of(words)) for words in (FIRST, "4 July", "met")), "Ana Silva met envoys",
            label="talks in Lima", dated=True, first_day=date(2025, 7, 12), last_day=date(2025, 7, 12),
        ),
    )  # fmt: skip
    assert page.focus is not None
    assert (page.focus.key, page.focus.name) == ("a1#1", "talks in Lima")
    assert "12 July 2025 · occurred · corrected by hand" in captions(app)


def test_event_whose_status_alone_changes_keeps_its_days_open_to_another_reading() -> None:
    app = correcting(analysis(), Focus("event", "a1#0", "Ana Silva met envoys"))
    app.selectbox(key="status x").set_value(EventStatus.DENIED).run()
    (decision,) = page_of(done(app)).corrections
    assert isinstance(decision, EventDecision)
    assert (decision.dated, decision.label, decision.status) == (False, "", EventStatus.DENIED)


def _add() -> None:
    """The dialogs for what was missed, alone, until something is decided."""
    from components import state
    from components.correct_event import add_event
    from components.correct_name import add_name

    if not state.page().corrections:
        (add_event if state.page().draft else add_name)("x")


def adding(analysis: Analysis, *, event: bool) -> AppTest:
    app = AppTest.from_function(_add)
    app.session_state["page"] = Page(held=(Held(analysis),), reading=analysis.article.id, draft=int(event))
    app.run()
    assert not app.exception
    return app


def test_missed_event_is_added_to_the_sentence_that_tells_it() -> None:
    app = adding(replace(analysis(), events=()), event=True)
    app.selectbox(key="sentence a1 x").set_value(1).run()
    app.button(key="correct").click().run()
    assert "An event needs words that say what happens." in captions(app)
    app.text_input(key="event label a1 1 x").set_value("trip to Chile").run()
    app.selectbox(key="status a1 1 x").set_value(EventStatus.PLANNED).run()
    assert "1 event in 1 article: added “trip to Chile”: 9 July 2025, planned in “A visit”." in captions(app)
    app = done(app)
    (event,) = counted_of(app)[0].events
    assert (event.label, event.status, event.first_day) == ("trip to Chile", EventStatus.PLANNED, date(2025, 7, 9))
    assert page_of(app).focus == Focus("event", "a1#0", "trip to Chile", moment=1)


def test_missed_name_says_where_it_is_known_already_and_what_is_missing() -> None:
    app = adding(analysis(), event=False)
    app.text_input(key="missed words x").set_value("Chile").run()
    assert "“Chile” is already a name of Chile · a country, region or town · 1 mention." in captions(app)
    app.text_input(key="missed words x").set_value("chile").run()
    assert "Check the letters and the capitals." in captions(app)
    app.text_input(key="missed words x").set_value("envoys").run()
    app.button(key="correct").click().run()
    assert "Say first what it is." in captions(app)
    app.selectbox(key="missed means x").set_value("").run()
    app.selectbox(key="missed kind x").set_value("NORP").run()
    app = done(app)
    (decision,) = page_of(app).corrections
    assert decision == NameDecision(Reach.WORDS, ("envoys",), means="envoys", label="NORP")


def test_event_that_is_none_is_gone() -> None:
    app = correcting(analysis(), Focus("event", "a1#0", "Ana Silva met envoys"))
    app.toggle(key="no event x").set_value(True).run()
    assert "“Ana Silva met envoys” is no event in “A visit”" in captions(app)
    app = done(app)
    page = page_of(app)
    assert page.focus is None
    assert "1 dated event" in written(app)


def test_statement_gets_another_speaker() -> None:
    app = correcting(speech(), Focus("quote", "s1#3", "not attributed"))
    app.selectbox(key="speaker x").set_value("e1").run()
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


def test_undoing_a_name_keeps_the_choice_and_the_filter() -> None:
    app = correcting(analysis(), SILVA, selection=Selection(entity="People:ana silva"))
    app.radio(key="wrong x").set_value("called").run()
    app.text_input(key="name x").set_value("A. Silva").run()
    app = done(app)
    app.button(key="undo_0").click().run()
    page = page_of(app)
    assert page.focus is not None
    assert (page.focus.key, page.selection.entity) == ("People:ana silva", "People:ana silva")


def test_a_correction_that_has_lost_what_it_was_about_says_so() -> None:
    merged = NameDecision(Reach.ENTRIES, ("Zzz",), ("People",), "Ana Silva", "PERSON", articles=("gone",))
    app = AppTest.from_file(DASHBOARD, default_timeout=60)
    app.session_state["page"] = Page(held=(Held(analysis()),), reading="a1", corrections=(merged,))
    app.run()
    assert "“Zzz” is Ana Silva, a person in an article that was removed · changes nothing now" in written(app)


def test_another_article_that_comes_with_an_id_of_one_that_is_gone_gets_its_own() -> None:
    def script() -> None:
        from components import state
        from tests.builders import analysis as visit
        from tests.builders import clash as other

        if not state.page().held:
            state.add([visit("1")])
            state.remove("1")
            state.add([other("1")])
            state.add([visit("1")])

    app = AppTest.from_function(script)
    app.run()
    assert not app.exception
    other, same = (held.analysis.article.id for held in page_of(app).held)
    assert (other.startswith("a"), same) == (True, "1")


def test_correction_under_separate_areas_is_counted_as_it_will_be_made() -> None:
    crimea = Focus("country", "XCR", "Crimea")
    app = correcting(clash(), crimea, disputes=DisputePolicy.SEPARATE)
    app.selectbox(key="country x").set_value("RUS").run()
    assert "1 mention in 1 article: “Crimea” counts for: Russia." in captions(app)
    app = done(app)
    assert "RUS" in {place.country for place in counted_of(app)[0].places if place.text == "Crimea"}


def test_what_the_filter_hides_says_so() -> None:
    app = focused(opened(analysis()), SILVA)
    app.session_state["page"] = replace(page_of(app), selection=Selection(search="nowhere"))
    app.run()
    assert "the ticks or the filter hide it" in captions(app)


def test_two_places_of_one_name_can_be_told_apart_and_merged() -> None:
    one = told("[Edmonton|g1] won. [Edmonton|g2] lost.", g1="CAN", g2="USA")
    app = correcting(one, Focus("entity", "Places:edmonton/USA", "Edmonton"))
    app.radio(key="wrong x").set_value("same").run()
    app.selectbox(key="other x").set_value("Places:edmonton").run()
    assert all(
        "(Canada" in option.replace("\\", "") or "(United" in option.replace("\\", "")
        for option in app.radio[1].options
    )
    app = done(app)
    assert {place.country for place in counted_of(app)[0].places} == {"CAN"}


def test_entry_of_places_can_be_put_into_another_country() -> None:
    app = correcting(ANNAN, Focus("entity", "Places:geneva", "Geneva"))
    app.radio(key="wrong x").set_value("country").run()
    app.selectbox(key="country x").set_value("USA").run()
    app = done(app)
    assert [place.country for place in counted_of(app)[0].places] == ["USA"]


def test_hostile_names_are_escaped() -> None:
    app = correcting(analysis(), SILVA)
    app.radio(key="wrong x").set_value("called").run()
    app.text_input(key="name x").set_value("*x* [a](http://b.example) <b>").run()
    app = done(app)
    shown = [str(m.value) for m in app.markdown if "example" in str(m.value)]
    assert shown
    assert all("\\[a\\]" in words and "\\*x" in words for words in shown)
