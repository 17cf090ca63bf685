"""Claims about the forms to which expressions are reduced."""

from __future__ import annotations

import pytest

from benchmarks.skeletons import capitalise_names, count_forms, skeleton, tells_time

FORMS = {
    "5 May 2021": "N MONTH YEAR",
    "Sept. 30": "MTH N",
    "September 30": "MONTH N",
    "the 21st of March": "the ORD of MONTH",
    "the twenty-first": "the NUM - ORD",
    "twenty two days": "NUM days",
    "two weeks ago": "NUM weeks ago",
    "2 weeks ago": "N weeks ago",
    "Mon. morning": "WKD morning",
    "Monday morning": "WEEKDAY morning",
    "may and sun": "may and sun",
    "the BOY": "the BOY",
    "3 PM": "N pm",
    "4 P.M.": "N pm",
    "next year’s first quarter": "next year 's ORD quarter",
    "4 o'clock": "N o'clock",
    "5:30 p.m.": "CLOCK pm",
    "5pm": "N+pm",
    "the 1990s": "the YEAR+s",
    "2021-05-03": "YEAR - N - N",
    "1,200 years": "BIG years",
    "2.5 years": "DECIMAL years",
    "17June": "N+MONTH",
    "1998–2003": "YEAR - YEAR",
    "1998-2003": "YEAR - YEAR",
    "": "",
}


@pytest.mark.parametrize(("text", "form"), FORMS.items())
def test_skeleton_keeps_the_form_alone(text: str, form: str) -> None:
    assert skeleton(text) == form


@pytest.mark.parametrize("form", ["MONTH", "in YEAR", "CLOCK", "N days", "N+pm", "now", "N - N - N", "q+N"])
def test_tells_time_holds_of_words_of_time(form: str) -> None:
    assert tells_time(form)


@pytest.mark.parametrize("form", ["", "N", "from N to N", "the ORD", "N - N", "at DECIMAL", "NUM , NUM"])
def test_tells_time_does_not_hold_of_numbers_alone(form: str) -> None:
    assert not tells_time(form)


def test_count_forms_counts_whole_tokens_in_all_texts() -> None:
    texts = ["They met on 3 May and on 4 June.", "Nothing on May Day.", "In mayhem, 12 Maya."]
    counts = count_forms(["N MONTH", "MONTH", "on MONTH day", "YEAR"], texts)
    assert counts == {"N MONTH": 2, "MONTH": 3, "on MONTH day": 1}
    assert counts["YEAR"] == 0


def test_capitalise_names_changes_months_and_weekdays_inside_the_span_only() -> None:
    text = "may i come on fri 3 may at noon"
    changed = capitalise_names(text, 11, len(text))
    assert changed == "may i come on Fri 3 May at noon"
    assert capitalise_names("ON FRIDAY", 0, 9) == "ON Friday"
