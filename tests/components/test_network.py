from __future__ import annotations

import math
from itertools import pairwise

import pytest

from components.figures.network import HEIGHT, network_alt, network_figure
from components.figures.network_labels import node_labels
from components.figures.network_layout import lay_out, separated
from components.figures.palette import contrast, palette
from components.figures.rectangles import touch
from nlp.frames import build_frames
from nlp.networks import network
from tests.nlp.test_networks import story


def test_layout_is_the_same_twice_and_inside_its_box() -> None:
    nodes = [f"n{i}" for i in range(30)]
    ties = [(f"n{i}", f"n{(i * 7 + 3) % 20}", 1 + i % 3) for i in range(20)]
    first, second = (lay_out(nodes, ties, aspect=1.8) for _ in range(2))
    assert first == second
    assert set(first) == set(nodes)
    assert all(-1e-9 <= value <= 1 + 1e-9 for point in first.values() for value in point)


@pytest.mark.parametrize("aspect", [0.6, 1.8, 4.0])
@pytest.mark.parametrize("sizes", [(1,), (2,), (1, 1), (12, 2, 2, 2, 2), (9, 5, 4, 3, 3, 2, 2, 2, 2, 2, 1)])
def test_parts_of_all_sizes_lie_beside_each_other_and_fill_the_box(sizes: tuple[int, ...], aspect: float) -> None:
    parts = [[f"p{i}n{j}" for j in range(size)] for i, size in enumerate(sizes)]
    ties = [(one, other, 1) for part in parts for one, other in pairwise(part)]
    points = lay_out([node for part in parts for node in part], ties, aspect=aspect)
    boxes = []
    for part in parts:
        xs, ys = [points[node][0] for node in part], [points[node][1] for node in part]
        boxes.append((min(xs), min(ys), max(xs) + 1e-9, max(ys) + 1e-9))
    for number, one in enumerate(boxes):
        assert not any(touch(one, other) for other in boxes[number + 1 :])
    if len(sizes) > 4:
        filled = sum((right - left) * (top - bottom) for left, bottom, right, top in boxes)
        assert filled > 0.3
        assert max(box[2] for box in boxes) > 0.99


def test_layout_keeps_parts_apart_and_nodes_off_each_other() -> None:
    points = lay_out(["a", "b", "c", "d"], [("a", "b", 1), ("c", "d", 1)], aspect=2.0)
    assert min(math.dist(points[x], points[y]) for x in "abcd" for y in "abcd" if x < y) > 0.1
    assert lay_out([], [], aspect=1.0) == {}
    assert lay_out(["a"], [], aspect=1.0).keys() == {"a"}


def test_nodes_that_touch_are_pushed_apart_and_stay_in_the_box() -> None:
    points = {f"n{i}": (50.0 + i % 3, 50.0) for i in range(12)}
    separated(points, dict.fromkeys(points, 10.0), (0, 0, 300, 200))
    assert min(math.dist(points[x], points[y]) for x in points for y in points if x < y) > 10
    assert all(0 <= x <= 300 and 0 <= y <= 200 for x, y in points.values())


def test_labels_do_not_touch_and_stay_inside() -> None:
    nodes = [(f"A name {i}", (100.0 + 9 * i, 100.0), 14.0) for i in range(30)]
    labels = node_labels(nodes, 400, 300)
    assert labels
    assert len(labels) < len(nodes)
    assert labels[0].text == "A name 0"


@pytest.mark.parametrize("dark", [False, True])
def test_figure_has_a_mark_to_click_for_every_node_and_line(dark: bool) -> None:
    found = network(build_frames([story("Ann met Bob.", "Bob hits Cid.", "<b>Eve</b> met Ann.")]))
    figure = network_figure(found.nodes, found.ties, dark=dark, width=900)
    clicks = {point[1] for trace in figure.data if trace.customdata is not None for point in trace.customdata}
    assert clicks >= {f"entity:{key}" for key in found.nodes["entity"]}
    assert clicks >= {f"link:{key}" for key in found.ties["link"]}
    drawn = [trace for trace in figure.data if trace.mode == "markers" and trace.showlegend is not False]
    assert [trace.name for trace in drawn] == ["People"]
    for trace in drawn:
        assert all(0 <= x <= 900 for x in trace.x)
        assert all(0 <= y <= HEIGHT for y in trace.y)


def test_figure_escapes_names() -> None:
    found = network(build_frames([story("<b>Eve</b> met <i>Ann</i>.", "Ann<br> met Bob.")]))
    hover = str([trace.text for trace in network_figure(found.nodes, found.ties, dark=False).data])
    assert "<br> met" not in hover
    assert "Ann<br>" not in hover


def test_arrows_point_from_who_does_it_to_whom() -> None:
    found = network(build_frames([story("Bob hits Ann.")]))
    figure = network_figure(found.nodes, found.ties, dark=False)
    heads = next(trace for trace in figure.data if trace.name == "arrow heads")
    nodes = next(trace for trace in figure.data if trace.name == "People")
    spots = {key[0]: (x, y) for key, x, y in zip(nodes.customdata, nodes.x, nodes.y, strict=True)}
    tip = (heads.x[0], heads.y[0])
    ann, bob = (next(p for key, p in spots.items() if key.endswith(name)) for name in ("ann", "bob"))
    assert math.dist(tip, ann) < math.dist(tip, bob)


def test_empty_network_says_so() -> None:
    found = network(build_frames([]))
    figure = network_figure(found.nodes, found.ties, dark=False)
    assert "No sentence" in figure.layout.annotations[0].text
    assert network_alt(found.nodes, found.ties) == "Network. No sentence connects two names."


def test_alt_names_the_most_salient_and_the_strongest() -> None:
    found = network(build_frames([story("Ann met Bob.", "Bob hits Cid.")]))
    alt = network_alt(found.nodes, found.ties)
    assert "3 names and 2 lines" in alt
    assert "Bob → Cid: hits" in alt


@pytest.mark.parametrize("dark", [False, True])
def test_lines_stand_out_from_the_page(dark: bool) -> None:
    colours = palette(dark)
    assert contrast(colours.lines, colours.background) >= 3
    assert contrast(colours.muted, colours.background) >= 3
