"""The language of a text: English is read, anything else is refused by its name."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from nlp.errors import InputError
from nlp.readers import check_article, read_pasted
from nlp.readers.language import guess_language, language_names

CASES: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "cases" / "readers_language.toml").read_text("utf-8")
)["case"]
ENGLISH = [case for case in CASES if case["language"] == "en"]
FOREIGN = [case for case in CASES if case["language"] != "en"]


@pytest.mark.parametrize("case", FOREIGN, ids=lambda case: case["name"])
def test_check_article_refuses_another_language_by_its_name(case: dict[str, Any]) -> None:
    with pytest.raises(InputError, match=f"This text looks {case['language']}. Dateline reads English only;"):
        check_article(read_pasted(case["text"]))


@pytest.mark.parametrize("case", ENGLISH, ids=lambda case: case["name"])
def test_check_article_lets_english_pass(case: dict[str, Any]) -> None:
    article = read_pasted(case["text"])
    check_article(article)
    assert article.language == "en"


@pytest.mark.parametrize("case", ENGLISH, ids=lambda case: case["name"])
def test_check_article_lets_english_pass_when_it_is_long(case: dict[str, Any]) -> None:
    check_article(read_pasted((case["text"] + "\n\n") * 40))


def test_guess_language_looks_beyond_the_beginning() -> None:
    english = "The minister said that the talks would resume in the coming days. "
    russian = "Министр сообщил, что переговоры возобновятся в ближайшие дни. "
    assert guess_language("\n".join(["Putin, Lavrov, Peskov"] * 40) + english * 300) == "en"
    assert guess_language(russian * 500 + english) == "ru"


def test_guess_language_is_none_without_letters() -> None:
    assert guess_language("") is None
    assert guess_language("12 : 30 !") is None


def test_language_names_cover_every_language_the_model_knows() -> None:
    from nlp.readers.language import _model

    # "en" is never named; "zxx" is no language, and the rest are so near to another that a guess would mislead.
    unnamed = set(_model().labels) - set(language_names())
    assert " ".join(sorted(unnamed)) == (
        "ace bcl en ext fuv gcf gcr gom grc gug guw hbo kik lg lij ln ltg nso pcm se uzs vec vo wa zxx"
    )
