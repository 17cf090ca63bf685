"""An SVG becomes a PDF with text; what is none, or reaches outside itself, is refused in words."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader

from components.pdf import svg_to_pdf
from nlp.errors import InputError

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="900" viewBox="0 0 960 540">'
STYLE = "font-family: Arial, sans-serif; font-size: 12px; text-shadow: 1px 1px 2px rgb(255, 255, 255);"


def test_text_stays_text_and_the_page_has_its_size_on_paper() -> None:
    words = f'<text x="9" y="50" style="{STYLE}">◆ Kyiv, Київ</text>'
    svg = f"{HEAD}<title>A &amp; B</title><desc>In words</desc>{words}</svg>"
    pdf = PdfReader(io.BytesIO(svg_to_pdf(svg)))
    assert [float(side) for side in pdf.pages[0].mediabox] == [0, 0, 960, 540]
    assert "Kyiv, Київ" in pdf.pages[0].extract_text()
    assert pdf.metadata
    assert (pdf.metadata.title, pdf.metadata.subject) == ("A & B", "In words")


@pytest.mark.parametrize(
    "svg",
    [
        "",
        "no xml",
        "<html/>",
        f"{HEAD}<g></svg>",
        f'<!DOCTYPE svg [<!ENTITY a "b">]>{HEAD}&a;</svg>',
        f'{HEAD}<image href="file:///etc/hostname"/></svg>',
        f'{HEAD}<image href="https://leak.example/a.png"/></svg>',
        f'{HEAD}<use xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="other.svg#a"/></svg>',
    ],
)
def test_what_is_no_picture_of_its_own_is_refused(svg: str) -> None:
    with pytest.raises(InputError):
        svg_to_pdf(svg)
