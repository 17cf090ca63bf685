"""What one browser session holds. Nobody else touches `st.session_state`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, Any, Literal, cast

import streamlit as st

from nlp.corrections import Decision
from nlp.disputes import DisputePolicy
from nlp.model import Analysis
from nlp.selection import Selection
from nlp.store import ChartExport, Workspace

if TYPE_CHECKING:
    from nlp.frames import Frames

FocusKind = Literal["country", "entity", "event", "place", "name", "pair", "link", "quote"]


@dataclass(frozen=True, slots=True)
class Focus:
    """What was clicked and its name in words: a kind of thing and its key in `nlp.frames`.

    The key of a country is its ISO 3166-1 alpha-3 code, that of a pair "RUS>UKR"; that of a link holds both entities'.
    `moment` counts the clicks, so that the same click twice scrolls twice.
    """

    kind: FocusKind
    key: str
    name: str
    moment: int = 0


@dataclass(frozen=True, slots=True)
class Held:
    """One analysed article on the page."""

    analysis: Analysis
    ticked: bool = True


@dataclass(frozen=True, slots=True)
class Page:
    """The whole of the session's state: replaced, never changed in place.

    `gone` are the ids of articles that were taken off the page, with the SHA-256 of their texts: corrections may name
    them, and another article that comes with the same id is not meant.
    """

    held: tuple[Held, ...] = ()
    removed: tuple[int, Held] | None = None
    selection: Selection = field(default_factory=Selection)
    disputes: DisputePolicy = DisputePolicy.RECOGNISED
    corrections: tuple[Decision, ...] = ()
    focus: Focus | None = None
    reading: str | None = None
    sentence: int | None = None
    intake_open: bool = False
    notices: tuple[str, ...] = ()
    export: ChartExport = field(default_factory=ChartExport)
    only_relations: bool = False
    draft: int = 0
    dialogs: int = 0
    gone: tuple[tuple[str, str], ...] = ()

    @property
    def analyses(self) -> tuple[Analysis, ...]:
        """All analyses, ticked or not, in the order in which they were added, and not corrected."""
        return tuple(h.analysis for h in self.held)

    @property
    def ticked(self) -> tuple[str, ...]:
        """Ids of the ticked articles."""
        return tuple(h.analysis.article.id for h in self.held if h.ticked)

    def analysis(self, article: str) -> Analysis | None:
        """The analysis of the article with this id, if it is on the page."""
        return next((h.analysis for h in self.held if h.analysis.article.id == article), None)


def page() -> Page:
    """The session's page as it stands."""
    if "page" not in st.session_state:
        st.session_state["page"] = Page()
    return cast(Page, st.session_state["page"])


def change(**changes: Any) -> Page:
    """Replace fields of the page."""
    st.session_state["page"] = replace(page(), **changes)
    return page()


def add(analyses: list[Analysis]) -> None:
    """Put analyses on the page; the same article analysed again takes its own place."""
    from nlp.readers import text_id  # the readers are not needed to draw the first page

    held, gone = list(page().held), dict(page().gone)
    ids = [h.analysis.article.id for h in held]
    for analysis in analyses:
        i = ids.index(analysis.article.id) if analysis.article.id in ids else None
        sha256 = analysis.article.sha256
        another = i is not None and held[i].analysis.article.text != analysis.article.text
        if another or gone.get(analysis.article.id, sha256) != sha256:  # another article that came with the same id
            name = text_id(analysis.article.text, [*ids, *gone])
            analysis = replace(analysis, article=replace(analysis.article, id=name))
            i = None
        if i is not None:
            held[i] = replace(held[i], analysis=analysis)
        else:
            held.append(Held(analysis))
            ids.append(analysis.article.id)
    reading = analyses[0].article.id if analyses else page().reading
    change(held=tuple(held), reading=reading, sentence=None, focus=None, intake_open=False, removed=None)


def tick(article: str, on: bool) -> None:
    """Tick or untick one article."""
    change(
        held=tuple(replace(h, ticked=on) if h.analysis.article.id == article else h for h in page().held), focus=None
    )


def remove(article: str) -> None:
    """Take an article off the page; `undo_remove` brings it back."""
    held = page().held
    i = next(i for i, h in enumerate(held) if h.analysis.article.id == article)
    rest = held[:i] + held[i + 1 :]
    reading = page().reading if page().reading != article else (rest[0].analysis.article.id if rest else None)
    gone = (*page().gone, (article, held[i].analysis.article.sha256))
    change(held=rest, removed=(i, held[i]), gone=gone, focus=None, reading=reading, sentence=None)


def undo_remove() -> None:
    """Put the article that was removed last back in its place, with what it held."""
    if (removed := page().removed) is None:
        return
    i, held = removed
    change(held=(*page().held[:i], held, *page().held[i:]), removed=None, reading=held.analysis.article.id)


def focus(kind: FocusKind, key: str, name: str) -> None:
    """Choose what the evidence is about."""
    moment = (page().focus.moment if page().focus else 0) + 1  # type: ignore[union-attr]
    change(focus=Focus(kind, key, name, moment), sentence=None)


def read(article: str, sentence: int) -> None:
    """Show one sentence in its article."""
    moment = page().focus
    change(reading=article, sentence=sentence, focus=replace(moment, moment=moment.moment + 1) if moment else None)


def select(**changes: Any) -> None:
    """Change the filter."""
    change(selection=replace(page().selection, **changes))


def open_workspace(workspace: Workspace) -> None:
    """Put a saved workspace in the place of everything that is on the page."""
    held = tuple(Held(a, a.article.id in workspace.ticked) for a in workspace.analyses)
    drop("export_")  # the dialog's fields start from what the workspace says
    st.session_state["page"] = Page(
        held=held,
        disputes=workspace.disputes,
        corrections=workspace.corrections,
        reading=held[0].analysis.article.id if held else None,
        export=workspace.charts,
    )


def workspace() -> Workspace:
    """What is on the page, as it is saved."""
    held = page()
    return Workspace(held.analyses, frozenset(held.ticked), held.disputes, held.export, held.corrections)


def dismiss_notices() -> None:
    """Forget what could not be read."""
    change(notices=())


def export_as(**changes: Any) -> None:
    """Remember how charts leave the page."""
    change(export=replace(page().export, **changes))


def next_dialog() -> str:
    """What tells the widgets of the dialog that opens from those of others, which may have been left half filled."""
    change(dialogs=page().dialogs + 1)
    return str(page().dialogs)


def page_key(make: Callable[[], str]) -> str:
    """The key of this browser's page, made once."""
    if "page_key" not in st.session_state:
        st.session_state["page_key"] = make()
    return cast(str, st.session_state["page_key"])


def open_intake() -> None:
    """Show the paste box above the charts."""
    change(intake_open=True)


def clear_focus() -> None:
    """Choose nothing."""
    change(focus=None, sentence=None)


def clicked(key: str) -> Any:
    """What a component with this key has just reported, or `None`."""
    return getattr(st.session_state.get(key), "clicked", None)


def value(key: str) -> Any:
    """A widget's value by its key; `None` where there is no such widget."""
    return st.session_state.get(key)


def put(key: str, content: Any) -> None:
    """Set a widget's value; only before the widget is drawn, or in a callback."""
    st.session_state[key] = content


def as_date(content: Any) -> date | None:
    """A date widget's value: a day or nothing."""
    return content if isinstance(content, date) else None


def drop(*prefixes: str) -> None:
    """Forget the values of the widgets whose keys begin so: they start from their defaults again."""
    for key in [k for k in st.session_state if str(k).startswith(prefixes)]:
        del st.session_state[key]


def selected() -> Selection:
    """The filter with the ticked articles: what the page speaks of."""
    return replace(page().selection, articles=page().ticked)


def shown(everything: Frames, **but: Any) -> Frames:
    """What the page speaks of: the ticked articles, narrowed by the filter; `but` are changes to that filter."""
    return replace(selected(), **but).apply(everything)
