"""WordprocessingML, element by element: python-docx has no links to bookmarks, and is slow with large tables."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docx.oxml.ns import qn
from lxml import etree  # type: ignore[import-untyped]

from nlp.report.style import ink

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MUTED, LINK, WARNING, RULE = ink("muted"), ink("primary"), ink("warning"), ink("line", "print")


def element(tag: str, *children: Any, **attributes: str) -> Any:
    """An element of Word's own name space with its children; `val` becomes `w:val`."""
    made = etree.Element(f"{{{_W}}}{tag}", {qn(f"w:{name}"): value for name, value in attributes.items()})
    made.extend(children)
    return made


def run(text: str, *, bold: bool = False, colour: str = "", size: int = 0) -> Any:
    """Words in one look; `size` is in half points."""
    look = element("rPr")
    if bold:
        look.append(element("b"))
    if colour:
        look.append(element("color", val=colour))
    if size:
        look.extend([element("sz", val=str(size)), element("szCs", val=str(size))])
    words = element("t")
    words.text = text
    words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return element("r", look, words)


def line_break() -> Any:
    """A new line in the same paragraph."""
    return element("r", element("br"))


def link(anchor: str, *runs: Any) -> Any:
    """Words that lead to a bookmark of the same document."""
    return element("hyperlink", *runs, anchor=bookmark_name(anchor), history="1")


def bookmark(anchor: str, number: int) -> tuple[Any, Any]:
    """The start and the end of a bookmark; each needs a number of its own."""
    return (
        element("bookmarkStart", id=str(number), name=bookmark_name(anchor)),
        element("bookmarkEnd", id=str(number)),
    )


def bookmark_name(anchor: str) -> str:
    """Word's names hold letters, digits and underscores, and begin with a letter.

    >>> bookmark_name("where-3")
    'where_3'
    """
    return anchor.replace("-", "_")


def field(code: str, *, colour: str = MUTED) -> list[Any]:
    """A field that Word works out, such as PAGE."""
    instruction = element("instrText")
    instruction.text = code
    parts = [element("fldChar", fldCharType="begin"), instruction, element("fldChar", fldCharType="separate")]
    return [element("r", part) for part in parts] + [
        run("1", colour=colour),
        element("r", element("fldChar", fldCharType="end")),
    ]


def paragraph(style: str, *children: Any, right: bool = False, keep: bool = False) -> Any:
    """A paragraph in one of the styles of the document."""
    look = element("pPr", element("pStyle", val=style))
    if keep:
        look.append(element("keepNext"))
    if right:
        look.append(element("jc", val="right"))
    return element("p", look, *children)


def table(widths: Sequence[int], header: Sequence[Any], rows: Sequence[Sequence[Any]], title: str) -> Any:
    """A table of paragraphs; its first row is its header and comes again on every page.

    `widths` are in twentieths of a point; `title` is for those who cannot see it.
    """
    look = element(
        "tblPr",
        element("tblW", w=str(sum(widths)), type="dxa"),
        _borders(),
        element("tblLayout", type="fixed"),
        element(
            "tblCellMar",
            *(element(side, w=w, type="dxa") for side, w in (("top", "50"), ("left", "0"), ("bottom", "50"))),
            element("right", w="140", type="dxa"),
        ),
        element("tblLook", val="0620", firstRow="1", firstColumn="0", noHBand="1", noVBand="1"),
        element("tblCaption", val=title),
    )  # fmt: skip
    grid = element("tblGrid", *(element("gridCol", w=str(width)) for width in widths))
    head = _row(widths, header, element("cantSplit"), element("tblHeader"))
    return element("tbl", look, grid, head, *(_row(widths, row, element("cantSplit")) for row in rows))


def _row(widths: Sequence[int], cells: Sequence[Any], *look: Any) -> Any:
    made = element("tr", element("trPr", *look))
    for width, cell in zip(widths, cells, strict=True):
        made.append(element("tc", element("tcPr", element("tcW", w=str(width), type="dxa")), cell))
    return made


def _borders() -> Any:
    edges = [element(side, val="single", sz="4", space="0", color=RULE) for side in ("top", "bottom", "insideH")]
    return element("tblBorders", *edges)
