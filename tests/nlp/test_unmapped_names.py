from __future__ import annotations

from dataclasses import replace

import pytest

from nlp.frames import Frames, build_frames
from nlp.model import Analysis
from nlp.selection import Selection
from nlp.summaries import countries_frame
from nlp.unmapped_names import UNMAPPED_COLUMNS, unmapped_frame
from tests.builders import analysis, clash


def separate() -> Analysis:
    """The clash with Crimea under a code that nobody knows."""
    one = clash()
    return replace(one, places=tuple(replace(p, country="QQQ") if p.area else p for p in one.places))


def drawn(frames: Frames) -> set[str]:
    return set(countries_frame(frames)["country"]) & {"RUS", "UKR", "PER", "CHL"}


@pytest.mark.parametrize(
    "selection", [Selection(), Selection(search="union"), Selection(country="UKR"), Selection(articles=())], ids=repr
)
def test_no_mention_is_unaccounted_for(selection: Selection) -> None:
    frames = selection.apply(build_frames([clash("c1"), replace(separate(), article=clash("c2").article), analysis()]))
    countries = countries_frame(frames)
    on_map = countries.loc[countries["country"].isin(drawn(frames)), "mentions"].sum()
    assert on_map + unmapped_frame(frames, drawn(frames))["mentions"].sum() == len(frames.places)


def test_each_name_that_is_not_on_the_map_has_its_kind_its_count_and_a_reason() -> None:
    frames = build_frames([separate()])
    names = unmapped_frame(frames, {"RUS", "UKR"}).set_index("key")
    assert names["reason"].to_dict() == {
        "country:QQQ": "has no outline on the map",
        "name:european union": "belongs to no one country",
        "name:springfield": "no country found",
    }
    assert names.loc["country:QQQ", "name"] == "Crimea", "a code is no name"
    assert names.loc["name:european union", "kind"] == "more than one country"
    assert list(names["mentions"]) == [1, 1, 1]


def test_name_without_a_country_may_still_be_a_point() -> None:
    one = clash()
    lake = replace(one.places[12], latitude=1.0, longitude=2.0)
    assert list(unmapped_frame(build_frames([replace(one, places=(lake,))]), set())["reason"]) == [
        "no country found; a point on the map"
    ]


def test_spellings_that_differ_in_case_or_space_are_one_name() -> None:
    one, other = clash("c1"), clash("c2")
    frames = build_frames([one, replace(other, places=(replace(other.places[12], text="SPRINGFIELD"),))])
    assert unmapped_frame(frames, {"RUS", "UKR"}).set_index("key").loc["name:springfield", "mentions"] == 2


def test_names_of_nothing_have_the_columns_of_names_of_something() -> None:
    for frames in (build_frames([]), build_frames([clash()])):
        columns = {name: str(dtype) for name, dtype in unmapped_frame(frames, {"RUS"}).dtypes.items()}
        assert columns == UNMAPPED_COLUMNS
