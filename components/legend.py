"""What the underlines in the article mean, drawn in their own colours and lines."""

from __future__ import annotations

import streamlit as st

_component = st.components.v2.component(
    "dateline_legend",
    html='<p class="legend"></p>',
    css="""
:host { display: block; }
.legend {
  font-family: var(--st-font); font-size: 0.8125rem; color: var(--st-text-color); margin: 0;
  display: flex; flex-wrap: wrap; gap: 0 1rem;
}
.legend span { text-decoration-line: underline; text-decoration-thickness: 2px; text-underline-offset: 3px; }
""",
    js="""
export default function ({ data, parentElement }) {
  const legend = parentElement.querySelector(".legend");
  legend.replaceChildren(...Object.entries(data.styles).map(([name, { color, line }]) => {
    const item = document.createElement("span");
    item.textContent = name;
    item.style.textDecorationColor = color;
    item.style.textDecorationStyle = line;
    return item;
  }));
}
""",
)


def legend(styles: dict[str, dict[str, str]], key: str = "legend") -> None:
    """One word for each kind of mark."""
    _component(key=key, data={"styles": styles})
