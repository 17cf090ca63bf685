"""How the page looks: light or dark, the styles of marks, and the few rules that Streamlit's theme cannot say."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import streamlit as st

from components.figures.palette import palette

# Colour and line together tell the kinds of marks apart; neither does alone.
_MARKS = {
    "People": ("people", "solid"),
    "Organisations": ("organisations", "dashed"),
    "Places": ("places", "dotted"),
    "Peoples and groups": ("places", "wavy"),
    "Events and other": ("other", "solid"),
    "Dates": ("dates", "double"),
}

_STYLE = """
<style>
  .stMainBlockContainer { padding: 1.25rem 2rem 3rem; max-width: 1720px; }
  [data-testid="stHeader"] { background: transparent; height: 2rem; }
  [data-testid="stHeader"], [data-testid="stHeader"] * { pointer-events: none; }
  [data-testid="stHeader"] button, [data-testid="stHeader"] button * { pointer-events: auto; }
  [data-testid="stSidebarHeader"] { padding-bottom: 0; margin-bottom: 0; height: 2.25rem; }
  [data-testid="stSidebarUserContent"] { padding-top: 0; }
  .stMainBlockContainer [data-testid="stVerticalBlock"] { gap: 0.625rem; }
  .dateline-heading { font-size: 1.1rem; font-weight: 600; line-height: 1.4; padding: 0; margin: 0; }
  .dateline-heading.first { font-size: 1.35rem; }
  [data-testid="stCaptionContainer"] p { font-size: 0.8125rem; }
  [data-testid="stCaptionContainer"] { color: inherit; opacity: 0.85; }
  [class*="st-key-article_"] { margin-bottom: 0.5rem; }
  [class*="st-key-line_"] { flex-wrap: nowrap; align-items: flex-start; }
  [class*="st-key-line_"] > [data-testid="stElementContainer"]:first-child { flex: 1 1 auto; min-width: 0; }
  [class*="st-key-line_"] [data-testid="stCheckbox"] p { white-space: normal; line-height: 1.35; }
  [class*="st-key-line_"] [data-testid="stPopover"] button { min-height: 0; padding: 0 0.375rem; }
  .st-key-summary { padding-right: 2.75rem; }
  [class*="st-key-article_"] [data-testid="stCaptionContainer"] { padding-left: 1.6rem; margin: 0; }
  [class*="st-key-article_"] [data-testid="stCaptionContainer"] p { margin: 0; line-height: 1.35; }
  [data-testid="stPopoverButton"] svg { display: none; }
  [data-testid="stStatusWidgetRunningIcon"], [data-testid="stStatusWidget"] img { display: none; }
  .st-key-summary p { font-size: 0.9375rem; }
  [data-testid="stBottomBlockContainer"] { padding: 0.5rem 2rem 0.75rem; max-width: 1720px; }
  [data-testid="stBottom"] > div { border-top: 1px solid rgba(128, 128, 128, 0.35); }
  .st-key-evidence_head p { line-height: 1.3; margin: 0; }
  .st-key-evidence_name [data-testid="stElementContainer"]:first-child { flex: 1 1 auto; min-width: 0; }
  .st-key-evidence_head button { white-space: nowrap; min-height: 0; padding-top: 0.125rem; padding-bottom: 0.125rem; }
  @media (max-width: 1150px) {
    .st-key-charts > [data-testid="stHorizontalBlock"] { flex-direction: column; }
    .st-key-charts [data-testid="stColumn"] { width: 100%; flex: 1 1 100%; }
  }
  .st-key-corrections button[aria-expanded="true"] { color: inherit; }
  .st-key-where_head { height: 1.6rem; }
  .st-key-map { container-type: inline-size; }
  @container (max-width: 33rem) { .st-key-map .tools { top: 0.25rem !important; } }  /* no room beside the switches */
  .st-key-where_head [data-testid="stCheckbox"] p { font-size: 0.875rem; }
  .st-key-welcome { max-width: 860px; margin: 4vh auto 0; }
</style>
"""


# A light button needs dark words: Streamlit writes them white in either theme.
_DARK_STYLE = "<style>[data-testid^='stBaseButton-primary']:not([disabled]) p { color: #0f1318; }</style>"


def apply_style() -> None:
    """Put the page's own rules into it; no article text comes near them."""
    st.html(_STYLE + (_DARK_STYLE if is_dark() else ""))


def heading(words: str, level: int = 2, width: Literal["stretch", "content"] = "stretch") -> None:
    """A heading of the page's own words; with `content` others may stand beside it."""
    first = " first" if level == 1 else ""
    st.html(f'<h{level} class="dateline-heading{first}">{words}</h{level}>', width=width)


def is_dark() -> bool:
    """Whether the reader's page is dark."""
    return bool(st.context.theme.type == "dark")


def solid_styles(groups: Iterable[str]) -> dict[str, dict[str, str]]:
    """The colours of these groups of entities as a chart's bars have them, in the page's order."""
    present, colours = set(groups), palette(is_dark())
    return {name: {"color": colours.group(name), "line": "solid"} for name in _MARKS if name in present}


def mark_styles() -> dict[str, dict[str, str]]:
    """Colour and line of each kind of mark in the article."""
    colours = palette(is_dark())
    return {name: {"color": colours.group(group), "line": line} for name, (group, line) in _MARKS.items()}
