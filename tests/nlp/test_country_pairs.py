from __future__ import annotations

from dataclasses import replace

from nlp.country_pairs import PAIR_COLUMNS, pairs_frame
from nlp.frames import build_frames
from nlp.model import EventStatus
from tests.builders import analysis, clash


def test_pairs_count_sentences_and_what_happened_by_direction() -> None:
    pairs = pairs_frame(build_frames([clash()])).set_index("pair")
    assert list(pairs.index) == ["RUS>UKR", "UKR>RUS"], "the European Union is no country"
    assert list(pairs["name"]) == ["Russia → Ukraine", "Ukraine → Russia"]
    assert list(pairs["sentences"]) == [2, 1]
    assert list(pairs["happened"]) == [2, 0]
    assert list(pairs["words"]) == ["attacked, shelled", "attack (denied)"]
    assert pairs["subject_latitude"].notna().all()


def test_pairs_of_several_articles_are_one_row_and_say_what_is_not_yet_so() -> None:
    one = clash("c1")
    planned = replace(one.relations[0], status=EventStatus.PLANNED)
    frames = build_frames([one, replace(clash("c2"), relations=(planned,))])
    row = pairs_frame(frames).iloc[0]
    assert (row["sentences"], row["articles"], row["happened"]) == (3, 2, 2)
    assert row["words"] == "attacked, attacked (planned), shelled"


def test_pairs_leave_out_what_a_country_does_to_itself() -> None:
    one = clash()
    itself = replace(one.relations[0], object=replace(one.relations[0].object, country="RUS"))
    assert pairs_frame(build_frames([replace(one, relations=(itself,))])).empty


def test_pairs_of_nothing_have_the_columns_of_pairs_of_something() -> None:
    for frames in (build_frames([]), build_frames([analysis()])):
        assert {name: str(dtype) for name, dtype in pairs_frame(frames).dtypes.items()} == PAIR_COLUMNS
