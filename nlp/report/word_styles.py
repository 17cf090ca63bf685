"""The house style in Word: page, styles, foot of the page and properties."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from nlp.report.blocks import Document
from nlp.report.style import house_style, ink
from nlp.report.word_xml import MUTED, element, field, run

FONT = house_style()["fonts"]["word"]
TEXT_WIDTH = 9638  # twentieths of a point: A4 less two margins of 2 cm
_TEXT, _PRIMARY = RGBColor.from_string(ink("text")), RGBColor.from_string(ink("primary"))
_EPOCH = date(1980, 1, 1)
# name, what it is based on, size, space before and after in points, bold
_OWN = (
    ("Report Head", "Normal", 11, 0, 6, False),
    ("Report Note", "Normal", 10, 2, 6, False),
    ("Report Cell", "Normal", 9.5, 0, 0, False),
    ("Report Header Cell", "Normal", 8.5, 0, 0, True),
    ("Report Saying", "Normal", 10.5, 4, 6, False),
    ("Report Sentence", "Normal", 10, 3, 3, False),
)


def dress(file: Any, document: Document, day: date | None) -> None:
    """Set page, styles, foot and properties of a new python-docx document."""
    page = file.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Cm(2)
    _built_in(file.styles)
    for name, base, size, before, after, bold in _OWN:
        style = file.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = file.styles[base]
        _type(style, size, before, after, bold=bold)
    sentence = file.styles["Report Sentence"].paragraph_format
    sentence.left_indent, sentence.first_line_indent = Cm(1.1), Cm(-1.1)
    sentence.tab_stops.add_tab_stop(Cm(1.1))
    file.styles["Report Saying"].paragraph_format.left_indent = Cm(0.6)
    foot = page.footer.paragraphs[0]
    foot.style = file.styles["Report Note"]
    foot.paragraph_format.tab_stops.add_tab_stop(Cm(17), 2)
    foot._p.append(run(f"{document.foot}\u2003", colour=MUTED))
    foot._p.append(element("r", element("tab")))
    for part in [*field("PAGE"), run(" of ", colour=MUTED), *field("NUMPAGES")]:
        foot._p.append(part)
    _properties(file.core_properties, document, day or _EPOCH)


def _built_in(styles: Any) -> None:
    normal = styles["Normal"]
    _type(normal, 10.5, 0, 6)
    title = styles["Title"]
    _type(title, 24, 0, 2, bold=True)
    for border in title.element.findall(f".//{qn('w:pBdr')}"):
        border.getparent().remove(border)
    for name, size, before, after in (("Heading 1", 15, 20, 5), ("Heading 2", 11.5, 12, 4)):
        _type(styles[name], size, before, after, bold=True)
        styles[name].paragraph_format.keep_with_next = True
    styles["Heading 1"].font.color.rgb = _PRIMARY
    _type(styles["Caption"], 9, 2, 8, colour=RGBColor.from_string(MUTED))
    _type(styles["List Bullet"], 10.5, 0, 3)


def _type(
    style: Any, size: float, before: float, after: float, *, bold: bool = False, colour: RGBColor = _TEXT
) -> None:
    style.font.name, style.font.size, style.font.bold = FONT, Pt(size), bold
    style.font.color.rgb = colour
    shade = style.element.rPr.find(qn("w:color"))
    for theme in ("themeColor", "themeTint", "themeShade"):  # a theme's colour would win
        shade.attrib.pop(qn(f"w:{theme}"), None)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for kind in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{kind}"), None)
    for kind in ("cs", "eastAsia"):
        fonts.set(qn(f"w:{kind}"), FONT)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    style.paragraph_format.line_spacing = 1.08


def _properties(properties: Any, document: Document, day: date) -> None:
    stamp = datetime.combine(day, time(), UTC)
    properties.title = document.title[:255]
    properties.author = (document.author or "Dateline")[:255]
    properties.last_modified_by = properties.author
    properties.subject = "; ".join(document.filters)[:255]
    properties.keywords = document.keywords[:255]
    properties.comments = "Made with Dateline."
    properties.language = "en"
    properties.created = properties.modified = stamp
