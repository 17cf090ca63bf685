"""The role of each place in its clause, with the language model."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from nlp.analyze import analyze
from nlp.model import Article, Place, PlaceKind
from nlp.pipeline.datelines import dateline_at
from tests.nlp.case_tables import read_cases

if TYPE_CHECKING:
    from spacy.language import Language


ROLES = [*read_cases("roles_positive.toml"), *read_cases("roles_negative.toml")]


@pytest.mark.model
@pytest.mark.parametrize("case", ROLES, ids=lambda case: case["name"])
def test_places_have_the_role_of_their_clause(case: dict[str, Any], nlp_pipeline: Language) -> None:
    found = analyze(Article(id="case", text=case["text"]), nlp_pipeline)
    assert [f"{p.text} = {p.role.value}" for p in found.places] == case["roles"]


@pytest.mark.model
def test_a_country_is_a_party_where_it_acts_and_a_stage_where_it_does_not(nlp_pipeline: Language) -> None:
    text = (
        "Norway accused Chad of jailing its envoy. The envoys met in Istanbul. "
        "Further talks in Istanbul failed, and Norway recalled its staff."
    )
    found = analyze(Article(id="case", text=text, published=date(2025, 7, 7)), nlp_pipeline)
    roles = {"NOR": "actor", "TCD": "affected", "TUR": "venue"}
    assert {c.country: c.role.value for c in found.countries} == roles


@pytest.mark.model
def test_the_title_still_lifts_a_country_when_roles_are_counted(nlp_pipeline: Language) -> None:
    text = "Officials from Ghana and Togo met on Monday."
    found = analyze(Article(id="case", text=text, title="Togo opens its border"), nlp_pipeline)
    assert [(c.country, c.role.value) for c in found.countries] == [("TGO", "actor"), ("GHA", "actor")]


@pytest.mark.parametrize(
    ("text", "dateline"),
    [
        ("MOSCOW, July 7 (Reuters) - Russia said", "MOSCOW, July 7 (Reuters) - "),
        ("ANKARA, Turkey (AP) — Troops", "ANKARA, Turkey (AP) — "),
        ("Kyiv — The army", "Kyiv — "),
        ("NAIROBI: The court", "NAIROBI: "),
        ("Lima, 3 July - The court", "Lima, 3 July - "),
        ("Washington, D.C. — The Senate", "Washington, D.C. — "),
        ("Russia - a neighbour - said", None),
        ("Russia attacked (again) on Monday", None),
        ("Kyiv said on Monday: The army", None),
        ("Peru. Chile — Bolivia", None),
    ],
)
def test_datelines_are_told_from_sentences(text: str, dateline: str | None) -> None:
    name = text.replace(",", " ").replace(":", " ").replace(".", " ").split()[0]
    found = dateline_at(text, Place(0, len(name), name, PlaceKind.CITY, "XXX"))
    assert (text[found.start : found.end] if found else None) == dateline


def test_a_dateline_in_capitals_may_follow_a_headline() -> None:
    text = "Bridge reopens. QUITO — The mayor said so. Lima — the twin town — waits."
    quito, lima = (Place(text.index(n), text.index(n) + len(n), n, PlaceKind.CITY, "XXX") for n in ("QUITO", "Lima"))
    assert dateline_at(text, quito) is not None
    assert dateline_at(text, lima) is None
