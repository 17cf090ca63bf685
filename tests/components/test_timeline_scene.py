"""The timeline's window and rows, without Plotly."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from components.figures.lettering import CHARACTER, text_width
from components.figures.timeline_items import Item
from components.figures.timeline_labels import with_labels
from components.figures.timeline_scene import MOST_PLOT, Room, compose
from components.figures.timeline_window import find_window


def item(first: str | None, last: str | None = "same", label: str = "vote", article: str = "a") -> Item:
    last = first if last == "same" else last
    days = [None if day is None else date.fromisoformat(day).toordinal() for day in (first, last)]
    return Item(f"{label}{first}", article, article, label, days[0], days[1], "day", "explicit", "occurred", "", "")


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


SPRING = [item("2024-03-01"), item("2024-03-09"), item("2024-03-20")]


@pytest.mark.parametrize(
    ("extra", "earlier", "later"),
    [
        pytest.param([], 0, 0, id="nothing far"),
        pytest.param([item("1945-05-08")], 1, 0, id="a war long ago"),
        pytest.param([item("1945-05-08"), item("2031-01-01")], 1, 1, id="far on both sides"),
        pytest.param([item("2024-01-20")], 0, 0, id="six weeks before is near"),
        pytest.param([item("2024-01-01", "2024-12-31")], 0, 0, id="this year runs out of the window"),
        pytest.param([item("2014-03-01", None)], 0, 0, id="since ten years ago is still in sight"),
    ],
)
def test_window_leaves_out_only_the_far(extra: list[Item], earlier: int, later: int) -> None:
    window = find_window([*extra, *SPRING], [day("2024-03-21")])
    assert (window.earlier, window.later) == (earlier, later)
    assert window.days < 100
    assert all(window.shows(each.start, each.end) for each in SPRING)


def test_window_shows_everything_where_nothing_is_near() -> None:
    history = [item("1871-01-18"), item("1918-11-11"), item("1945-05-08"), item("1989-11-09")]
    window = find_window(history, [day("2024-03-21")])
    assert (window.earlier, window.later) == (0, 0)
    assert window.shows(day("1871-01-18"), day("1871-01-18"))


def test_window_leaves_room_around_a_single_day() -> None:
    window = find_window([item("2024-03-01")])
    assert window.first < day("2024-03-01") - 3
    assert window.days >= 12


def test_window_keeps_to_the_crowd_where_a_few_events_lead_far_back() -> None:
    crowd = [item(f"2024-03-{n:02}") for n in range(1, 31)]
    trail = [item("2023-12-20"), item("2023-08-01"), item("2022-06-01")]  # each near enough to the one before
    window = find_window([*trail, *crowd])
    assert window.earlier == 3
    assert all(window.shows(each.start, each.end) for each in crowd)


def test_window_of_nothing_is_empty() -> None:
    assert find_window([]).days == 0


def test_window_holds_a_publication_alone() -> None:
    assert find_window([], [day("2024-03-21")]).shows(day("2024-03-21"), day("2024-03-21"))


def crowd(count: int, spread: int = 40) -> list[Item]:
    start = date(2024, 3, 1)
    days = [(start + timedelta(days=i * 11 % spread)).isoformat() for i in range(count)]
    return sorted((item(day, label=f"happening number {i}") for i, day in enumerate(days)), key=lambda each: each.start)


@pytest.mark.parametrize("width", [500, 1000, 1600])
@pytest.mark.parametrize("count", [2, 15, 50])
def test_labels_and_marks_never_overlap(width: int, count: int) -> None:
    items = crowd(count)
    window = find_window(items)
    taken: dict[float, list[tuple[float, float]]] = {}
    for mark in compose(items, window, width).marks:
        left, right = ((each - window.first) * width / window.days for each in (mark.first, mark.last))
        low, high = left - 6, right + 6
        if mark.side == "right":
            high += text_width(mark.label)
        if mark.side == "left":
            low -= text_width(mark.label)
        for start, end in taken.setdefault(mark.y, []):
            assert end <= low or high <= start
        taken[mark.y].append((low, high))


def _varied(plain: Item, i: int) -> Item:
    """Among points, some bars, open ends, denied ones and about-days."""
    if i % 5 == 1:
        return replace(plain, last=plain.start + 40, status="denied" if i % 10 == 1 else plain.status)
    if i % 5 == 2:
        return replace(plain, last=None, first_vague=i % 10 == 2)
    return replace(plain, first_vague=i % 7 == 3, last_vague=i % 7 == 3)


@pytest.mark.parametrize("width", [500, 1000, 1600])
@pytest.mark.parametrize(("count", "spread"), [(61, 400), (120, 400), (120, 30), (500, 4000)])
def test_labels_of_a_crowd_cover_no_mark_and_no_label(width: int, count: int, spread: int) -> None:
    items = crowd(count, spread)
    window = find_window(items)
    items = [_varied(each, i) for i, each in enumerate(items)]
    scene = compose(items, window, width)
    marks = with_labels(scene, window, width, CHARACTER)
    assert any(mark.label for mark in marks) or (count, width) != (61, 1600)
    boxes = []
    for mark in marks:
        left, right = ((each - window.first) * width / window.days for each in (mark.first, mark.last))
        words = text_width(mark.label)
        inside = (max(left, 0), max(left, 0) + words)
        beside = {"right": (right + 6, right + words), "left": (left - words, left - 6), "inside": inside, "none": None}
        labels = beside[mark.side]
        assert mark.side != "inside" or (mark.item.status != "denied" and right - inside[0] >= words)
        boxes += [(mark, left - 5, right + 5, 4)] + ([(mark, *labels, 7)] if labels else [])
    for mark, low, high, tall in [box for box in boxes if box[3] == 7]:
        assert 0 <= low < high <= width
        for other, start, end, height in boxes:
            if other is not mark:
                assert end <= low or high <= start or abs(mark.y - other.y) >= tall + height, (mark.label, other.label)


def test_of_a_crowd_the_most_told_are_labelled_first() -> None:
    def labelled(items: list[Item]) -> dict[str, str]:
        window = find_window(items)
        marks = with_labels(compose(items, window, 700), window, 700, CHARACTER)
        return {mark.item.event: mark.label for mark in marks if mark.label}

    start = date(2024, 3, 1)
    days = sorted((start + timedelta(days=i * i * 37 % 1401)).isoformat() for i in range(140))
    plain = [item(day, label=f"vote {i}") for i, day in enumerate(days)]
    bare = [each for each in plain if each.event not in labelled(plain)]
    assert len(bare) > 20
    told = {
        each.event: labelled([replace(other, evidence=3) if other is each else other for other in plain])
        for each in bare[:10]
    }
    assert sum(event in labels for event, labels in told.items()) >= 5  # marks alone keep others from a label


@pytest.mark.parametrize("count", [1, 15, 60, 61, 500])
def test_rows_fit_the_plot(count: int) -> None:
    items = crowd(count)
    scene = compose(items, find_window(items), 1000)
    assert scene.height <= MOST_PLOT
    assert all(0 < mark.y < scene.height for mark in scene.marks)
    assert len(scene.marks) == count


def test_labels_stay_within_the_plot() -> None:
    items = [item("2024-03-01", label="a label that goes on " * 4), item("2024-03-12", label="another long label " * 4)]
    window = find_window(items)
    for mark in compose(items, window, 420).marks:
        right = (mark.last - window.first) * 420 / window.days
        assert mark.side == "left" or right + text_width(mark.label) <= 420 + 12


@pytest.mark.parametrize(("status", "side"), [("occurred", "inside"), ("denied", "right")])
def test_label_stands_on_a_long_bar_but_never_on_a_struck_one(status: str, side: str) -> None:
    fair = replace(item("2024-03-01", "2024-03-20"), status=status)
    (mark,) = compose([fair], find_window([fair]), 1000).marks
    assert mark.side == side


def test_interval_without_an_end_reaches_a_little_beyond_its_day_and_not_far() -> None:
    items = [item("2024-03-01"), item(None, "2024-03-20"), item("2024-04-09")]
    window = find_window(items)
    (mark,) = [mark for mark in compose(items, window, 1000).marks if mark.item.is_open]
    assert 1 < mark.last - mark.first < window.days / 10


def test_lanes_are_joined_when_their_labels_do_not_fit() -> None:
    few = [item("2024-03-01", article="a"), item("2024-03-02", article="b")]
    assert len(compose(few, find_window(few), 1000).headings) == 2
    full = [item(f"2024-03-{day:02}", label=f"happening {day}", article="abcd"[day % 4]) for day in range(1, 29)] * 2
    full.sort(key=lambda each: each.start)
    scene = compose(full, find_window(full), 700)
    assert scene.headings == ()


def test_event_without_an_end_runs_to_its_own_publication() -> None:
    siege = [item("2024-03-01", None), item("2024-03-20")]
    window = find_window(siege, [day("2024-03-15")])
    (mark,) = [
        mark
        for mark in compose(siege, window, 1000, told={"a": day("2024-03-15"), "b": day("2024-03-19")}).marks
        if mark.item.is_open
    ]
    assert mark.last == day("2024-03-15") + 0.5


def test_a_picture_is_filled_and_its_labels_leave_room_for_a_wider_type() -> None:
    items = crowd(8)
    window, room = find_window(items), Room.of(420)
    scene = compose(items, window, 420, room=room)
    assert scene.height == 420
    for mark in scene.marks:
        if mark.side == "right":
            start = (mark.last - window.first) / window.days * 420
            assert start + text_width(mark.label, room.character) <= 420
