"""The network tab: who and what the articles connect, and by which sentences."""

from __future__ import annotations

import streamlit as st

from components import runtime, state
from components.appearance import is_dark
from components.chart_export import export_chart, shown_words
from components.charts import network_chart
from components.figures.network import HEIGHT, NETWORK_CONFIG, network_alt
from components.focus import choose, lit
from components.plot import drawn_width, plot
from nlp.evidence import Evidence
from nlp.frames import Frames
from nlp.networks import Network, network
from nlp.wording import count


def network_view(shown: Frames, everything: Frames, evidence: list[Evidence]) -> None:
    """Draw the network of what is shown; say what was left out of it."""
    only = st.toggle(
        "Only who does something to whom",
        value=state.page().only_relations,
        key="network_relations",
        on_change=_keep_only_relations,
    )
    found = network(shown, only_relations=only)
    width = drawn_width("network", assumed=1040)
    plot(
        runtime.drawn_network(found.nodes, found.ties, dark=is_dark(), width=width),
        key="network",
        alt=network_alt(found.nodes, found.ties),
        config=NETWORK_CONFIG,
        on_click=lambda data: choose(data[1], everything),
        on_export=lambda moved: export_chart(network_chart(shown_words(shown, everything), only_relations=only), moved),
        height=HEIGHT,
        lit=_lit(shown, evidence),
        width=width,
        is_map=True,
    )
    st.caption(_summary(found))


def _keep_only_relations() -> None:
    """Also while the tab with the switch is not drawn: what leaves the page as a file is drawn by it all the same."""
    state.change(only_relations=bool(state.value("network_relations")))


def _lit(shown: Frames, evidence: list[Evidence]) -> list[str] | None:
    """The entities and the lines that stand out; `None` for all alike."""
    chosen = [lit("entity", shown, evidence), lit("link", shown, evidence)]
    return [key for keys in chosen for key in keys or []] if any(keys is not None for keys in chosen) else None


def _summary(found: Network) -> str:
    """How much is drawn, and how much more there is."""
    drawn = f"{count(len(found.nodes), 'name')} and {count(len(found.ties), 'line')}."
    more = [count(found.other_nodes, "less salient name")] if found.other_nodes else []
    more += [count(found.other_ties, "weaker line")] if found.other_ties else []
    return drawn + (f" Not drawn: {' and '.join(more)}." if more else "")
