from __future__ import annotations

import pytest

from components.figures.rectangles import Rectangle, shared, touch

HERE = (10.0, 10.0, 20.0, 20.0)


@pytest.mark.parametrize(
    "other", [(0, 12, 9, 18), (21, 12, 30, 18), (12, 0, 18, 9), (12, 21, 18, 30), (20, 10, 30, 20)]
)
def test_rectangles_beside_above_and_below_each_other_do_not_touch(other: Rectangle) -> None:
    assert not touch(HERE, other)
    assert not touch(other, HERE)


@pytest.mark.parametrize("other", [HERE, (0, 0, 11, 11), (19, 19, 30, 30), (12, 12, 18, 18), (0, 14, 30, 16)])
def test_rectangles_that_share_room_touch(other: Rectangle) -> None:
    assert touch(HERE, other)
    assert touch(other, HERE)


@pytest.mark.parametrize(
    ("other", "area"), [(HERE, 100), ((15, 0, 30, 12), 10), ((20, 10, 30, 20), 0), ((30, 30, 40, 40), 0)]
)
def test_shared_area_is_that_of_both(other: Rectangle, area: float) -> None:
    assert shared(HERE, other) == shared(other, HERE) == area
